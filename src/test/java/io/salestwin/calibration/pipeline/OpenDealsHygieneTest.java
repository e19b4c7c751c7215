package io.salestwin.calibration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Hygiene.Rule;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.Waterfall.Amount;
import io.salestwin.calibration.pipeline.Waterfall.Move;
import io.salestwin.calibration.pipeline.Waterfall.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small export that has everything: each rule finds what breaks it, and the past is masked. */
class OpenDealsHygieneTest {

  @TempDir private Path folder;
  private CrmHistory history;

  @BeforeEach
  void read() throws IOException {
    Files.write(
        folder.resolve("Opportunity.csv"),
        List.of(
            "Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,LastActivityDate,NextStep,ForecastCategoryName",
            "W1,Closed Won,100,2024-01-31,1,1,ann,2024-01-01 08:00:00,2024-01-30,,Closed",
            "W2,Closed Won,100,2024-02-20,1,1,ann,2024-02-01 08:00:00,2024-02-19,,Closed",
            "L1,Closed Lost,100,2024-06-20,1,0,bob,2024-05-01 08:00:00,2024-06-19,,Omitted",
            "GOOD,Proposal,500,2024-07-15,0,0,ann,2024-06-10 08:00:00,2024-06-27,Call on July 3,Commit",
            "SLIP,Proposal,300,2024-09-30,0,0,bob,2024-05-20 08:00:00,2024-06-20,Mail,Best Case",
            "OLD,Qualify,200,2024-06-01,0,0,bob,2024-01-10 08:00:00,2024-02-01,,Pipeline",
            "BARE,Qualify,,,0,0,,2024-06-25 08:00:00,,,"));
    Files.write(
        folder.resolve("OpportunityHistory.csv"),
        List.of(
            "OpportunityId,StageName,CreatedDate,Probability,CloseDate,CreatedById,Amount",
            "W1,Qualify,2024-01-01 08:00:00,10,2024-01-31,ann,100",
            "W1,Closed Won,2024-01-31 08:00:00,100,2024-01-31,ann,100",
            "W2,Qualify,2024-02-01 08:00:00,10,2024-02-20,ann,100",
            "W2,Closed Won,2024-02-20 08:00:00,100,2024-02-20,ann,100",
            "L1,Qualify,2024-05-01 08:00:00,10,2024-06-20,bob,100",
            "L1,Closed Lost,2024-06-20 08:00:00,0,2024-06-20,bob,100",
            "GOOD,Qualify,2024-06-10 08:00:00,10,2024-07-15,ann,400",
            "GOOD,Proposal,2024-06-20 08:00:00,50,2024-07-15,ann,500",
            "SLIP,Qualify,2024-05-20 08:00:00,10,2024-06-10,bob,300",
            "SLIP,Qualify,2024-06-01 08:00:00,10,2024-06-25,bob,350",
            "SLIP,Proposal,2024-06-15 08:00:00,50,2024-09-30,bob,300",
            "OLD,Qualify,2024-01-10 08:00:00,10,2024-07-01,bob,200",
            "OLD,Qualify,2024-03-01 08:00:00,10,2024-06-01,bob,200",
            "BARE,Qualify,2024-06-25 08:00:00,10,,,"));
    history = CrmImport.read(folder, MappingRules.NONE, step -> {}).history();
  }

  private Map<Rule, Finding> found(CrmHistory then) {
    return new HygieneOf(then, new Worths(then, Map.of()), d -> Category.COMMIT)
        .answer().findings().stream()
            .collect(java.util.stream.Collectors.toMap(Finding::rule, f -> f));
  }

  @Test
  void eachRuleFindsWhatBreaksIt() {
    // the last event is on 25 June; the median won cycle is 24.5 days
    Map<Rule, Finding> found = found(history);
    assertThat(found.get(Rule.STALE).examples()).containsExactly("OLD");
    assertThat(found.get(Rule.SLIPPED).examples()).containsExactly("SLIP");
    assertThat(found.get(Rule.NO_NEXT_STEP).examples()).containsExactlyInAnyOrder("OLD", "BARE");
    assertThat(found.get(Rule.CLOSE_DATE_PASSED).examples()).containsExactly("OLD");
    assertThat(found.get(Rule.NO_CLOSE_DATE).examples()).containsExactly("BARE");
    assertThat(found.get(Rule.NO_AMOUNT).examples()).containsExactly("BARE");
    assertThat(found.get(Rule.NO_OWNER).examples()).containsExactly("BARE");
    assertThat(found.get(Rule.COMMIT_WITHOUT_CONTACT).examples())
        .containsExactlyInAnyOrder("OLD", "BARE");
    assertThat(found.get(Rule.LOST_WITHOUT_REASON).of()).isEqualTo(1);
    assertThat(found.values()).allSatisfy(f -> assertThat(f.unknown()).isEmpty());
    assertThat(found.get(Rule.STALE).cents()).isEqualTo(20_000);
  }

  /** What stands in a deal's row today cannot be told of a past day, and is not. */
  @Test
  void ofThePastOnlyWhatIsDatedIsKnown() {
    CrmHistory then = history.asOf(evening("2024-06-14"));
    int slip = deal(then, "SLIP");
    assertThat(then.slips(slip)).isEqualTo(1);
    assertThat(then.amountCents(slip)).isEqualTo(35_000);
    assertThat(then.promisedMs(slip))
        .isEqualTo(LocalDate.parse("2024-06-25").toEpochDay() * CrmHistory.DAY_MS);
    Map<Rule, Finding> found = found(then);
    assertThat(found.get(Rule.NO_NEXT_STEP).unknown()).isPresent();
    assertThat(found.get(Rule.COMMIT_WITHOUT_CONTACT).unknown()).isPresent();
    assertThat(found.get(Rule.SLIPPED).deals()).isZero();
    assertThat(then.category(slip)).isEqualTo(CrmHistory.UNKNOWN);
    assertThat(history.names().categories().get(history.category(deal(history, "SLIP"))))
        .isEqualTo("Best Case");
    assertThat(then.asOf(evening("2024-05-25")).slips(slip)).isZero();
    assertThat(then.asOf(evening("2024-05-25")).amountCents(slip)).isEqualTo(30_000);
  }

  /**
   * From 14 to 25 June: one new, one raised, one lowered and pushed out of the quarter, one lost.
   */
  @Test
  void theWaterfallKnowsWhatWasSaidThen() {
    CrmHistory then = history.asOf(evening("2024-06-14"));
    Waterfall all =
        Waterfall.of(
            "all",
            LocalDate.parse("2024-06-14"),
            LocalDate.parse("2024-06-25"),
            new Worths(then, Map.of()).standings(d -> true),
            new Worths(history, Map.of()).standings(d -> true));
    // without an amount of its own a deal counts as the mean of the won: 100
    assertThat(all.begin()).isEqualTo(new Amount(4, 40_000 + 35_000 + 20_000 + 10_000));
    assertThat(all.steps())
        .containsExactly(
            new Step(Move.CREATED, 1, 10_000),
            new Step(Move.RAISED, 1, 10_000),
            new Step(Move.LOWERED, 1, -5_000),
            new Step(Move.LOST, 1, -10_000));
    assertThat(all.end()).isEqualTo(new Amount(4, 50_000 + 30_000 + 20_000 + 10_000));
  }

  private static long evening(String day) {
    return (LocalDate.parse(day).toEpochDay() + 1) * CrmHistory.DAY_MS - 1;
  }

  private static int deal(CrmHistory of, String id) {
    for (int d = 0; d < of.deals(); d++) {
      if (of.id(d).equals(id)) {
        return d;
      }
    }
    throw new AssertionError(id);
  }
}
