package io.salestwin.calibration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.pipeline.Waterfall.Move;
import io.salestwin.calibration.pipeline.Waterfall.Step;
import io.salestwin.forecast.Forecast;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.scenario.LeverOverride;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The play of a small export: its period, what was booked, and what hangs on one deal. */
class SimulationTest {

  private static final LocalDate EVENING = LocalDate.of(2024, 12, 1);

  @TempDir private static Path folder;
  private static CrmImport read;
  private static CrmHistory then;
  private static Worths worths;
  private static Calibration learned;
  private static final PipelinePlan PLAN =
      PipelineTest.plan(ChanceRule.LEARNED, OptionalDouble.of(52_000), 60);

  @BeforeAll
  static void learn() throws IOException {
    SmallExport.write(folder, SmallExport.END);
    read = CrmImport.read(folder, MappingRules.NONE, step -> {});
    then = asOf(EVENING);
    worths = new Worths(then, Map.of());
    learned = Calibration.of(then, Map.of(), "small", "open.csv");
  }

  /** The plan with overrides, played four times. */
  private static PipelinePlan with(String... sets) {
    return new PipelinePlan(
        PLAN.name(),
        PLAN.rule(),
        PLAN.stageChances(),
        PLAN.holidays(),
        PLAN.cuts(),
        PLAN.target(),
        PLAN.nextTarget(),
        PLAN.since(),
        Stream.of(sets).map(set -> LeverOverride.parse(set).value()).toList(),
        4,
        1);
  }

  private Simulation play(Calibration of) {
    Simulation simulation = new Simulation(of, then, worths, PLAN);
    simulation.play(Runner.local(1), Progress.SILENT);
    return simulation;
  }

  @Test
  void thePeriodIsTheRestOfTheQuarter() {
    Simulation simulation = new Simulation(learned, then, worths, PLAN);
    Forecast forecast = simulation.play(Runner.local(1), Progress.SILENT);

    double booked = 0;
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == CrmHistory.WON
          && then.closedMs(d) >= LocalDate.of(2024, 10, 1).toEpochDay() * CrmHistory.DAY_MS) {
        booked += then.amountCents(d) / 100.0;
      }
    }
    assertThat(simulation.days()).isEqualTo(30);
    assertThat(simulation.booked()).isCloseTo(booked, within(0.001)).isGreaterThan(20_000);
    assertThat(forecast.periods())
        .extracting(Forecast.PeriodOutlook::name)
        .containsExactly("2024-Q4", "2025-Q1");
    assertThat(forecast.periods().get(0).booked()).isCloseTo(booked, within(0.001));
    assertThat(forecast.end()).isEqualTo(LocalDate.of(2025, 4, 1));
    assertThat(simulation.targetOrigins())
        .containsExactly("asked for", "as much as the period before");
  }

  /** What calibrate wrote of quarters does not stand in the way of months. */
  @Test
  void monthsAreAskedForOnTheFirstDayOfAQuarter() {
    CrmHistory evening = asOf(LocalDate.of(2024, 9, 30));
    PipelinePlan months = with("periods=month");
    Calibration of = Calibration.of(evening, Map.of(), "small", "open.csv");
    assertThat(of.scenario()).contains("targets: {2024-Q4");

    Simulation simulation = new Simulation(of, evening, worths, months);

    assertThat(simulation.days()).isEqualTo(31);
    assertThat(simulation.play(Runner.local(1), Progress.SILENT).periods())
        .extracting(Forecast.PeriodOutlook::name)
        .containsExactly("2024-10", "2024-11");
  }

  /** A rule is about periods that are there only once the horizon is set. */
  @Test
  void aRuleThatIsMissedIsMissed() {
    PipelinePlan strict = with("periods=month", "thresholds=[\"p_hit(2025-01) >= 99%\"]");
    Simulation simulation = new Simulation(learned, then, worths, strict);

    Forecast forecast = simulation.play(Runner.local(1), Progress.SILENT);

    assertThat(simulation.days()).isEqualTo(30);
    assertThat(forecast.periods())
        .extracting(Forecast.PeriodOutlook::name)
        .containsExactly("2024-12", "2025-01");
    assertThat(forecast.thresholdsMet()).isFalse();
  }

  /** Without its money: as if the same deal were worth a cent in the same futures. */
  @Test
  void oddsWithoutADealAreThoseWithAWorthlessOne() {
    Simulation simulation = play(learned);
    int deal =
        IntStream.range(0, then.deals())
            .filter(d -> then.outcome(d) == 0)
            .boxed()
            .max(
                java.util.Comparator.comparingDouble(d -> simulation.wonShare(d) * worths.cents(d)))
            .orElseThrow();
    String worth = "," + worths.cents(deal) / 100 + ",";
    String rows =
        learned
            .openDeals()
            .lines()
            .map(
                line -> line.startsWith(then.id(deal) + ",") ? line.replace(worth, ",0.01,") : line)
            .reduce("", (a, b) -> a + b + "\n");
    assertThat(rows).isNotEqualTo(learned.openDeals());
    Calibration worthless =
        new Calibration(
            learned.start(),
            learned.scenario(),
            learned.openDealsFile(),
            rows,
            learned.diagnostics(),
            learned.curves(),
            learned.played(),
            learned.replays(),
            learned.tests(),
            learned.unknown());

    assertThat(simulation.odds(List.of(deal)))
        .isEqualTo(play(worthless).odds(List.of()))
        .isLessThan(simulation.odds(List.of()));
    assertThat(simulation.wonShare(deal)).isBetween(0.05, 0.95);
  }

  /** Two exports of the same CRM, weeks apart, tell what one with a past tells. */
  @Test
  void anEarlierExportGivesTheSameWaterfall(@TempDir Path earlier) throws IOException {
    LocalDate before = LocalDate.of(2024, 10, 15);
    SmallExport.write(earlier, before);
    CrmImport old = CrmImport.read(earlier, MappingRules.NONE, step -> {});
    PipelinePlan since =
        new PipelinePlan(
            PLAN.name(),
            PLAN.rule(),
            PLAN.stageChances(),
            PLAN.holidays(),
            PLAN.cuts(),
            PLAN.target(),
            PLAN.nextTarget(),
            Optional.of(before),
            List.of(),
            PLAN.replications(),
            PLAN.seed());
    Snapshots snapshots =
        new Snapshots(then, Map.of(), since, new Simulation(learned, then, worths, PLAN).period());

    List<Waterfall> two = snapshots.waterfalls(Optional.of(old));

    assertThat(two).isEqualTo(snapshots.waterfalls(Optional.empty())).hasSize(2);
    Waterfall all = two.get(0);
    assertThat(all.begin().deals()).isEqualTo(count(before));
    assertThat(all.end().deals()).isEqualTo(count(EVENING));
    assertThat(all.steps())
        .extracting(Step::move)
        .containsExactly(Move.CREATED, Move.WON, Move.LOST);
    assertThat(all.steps().get(0).deals()).isEqualTo(47);
  }

  private int count(LocalDate evening) {
    CrmHistory at = asOf(evening);
    return (int) IntStream.range(0, at.deals()).filter(d -> at.outcome(d) == 0).count();
  }

  /** What an export of an earlier evening says of its deals, the later one says of that evening. */
  @Test
  void whatWasSaidThenIsSaidOfThen(@TempDir Path earlier) throws IOException {
    LocalDate evening = LocalDate.of(2024, 10, 15);
    SmallExport.write(earlier, evening);
    CrmHistory old = CrmImport.read(earlier, MappingRules.NONE, step -> {}).history();
    CrmHistory masked = asOf(evening);

    assertThat(masked.deals()).isEqualTo(old.deals());
    for (int d = 0; d < old.deals(); d++) {
      assertThat(masked.id(d)).isEqualTo(old.id(d));
      assertThat(masked.outcome(d)).isEqualTo(old.outcome(d));
      assertThat(masked.amountCents(d)).isEqualTo(old.amountCents(d));
      assertThat(masked.promisedMs(d)).isEqualTo(old.promisedMs(d));
      assertThat(masked.slips(d)).isEqualTo(old.slips(d));
      assertThat(category(masked, d)).isEqualTo(category(old, d));
      assertThat(masked.hasNextStep(d)).isFalse();
      assertThat(masked.lastActivityMs(d)).isEqualTo(CrmHistory.NEVER);
    }
  }

  private static String category(CrmHistory of, int deal) {
    return of.category(deal) < 0 ? "" : of.names().categories().get(of.category(deal));
  }

  /** A deal that is in the later export only, but older than the earlier one. */
  @Test
  void whatEnteredLateIsTold(@TempDir Path earlier) throws IOException {
    SmallExport.write(earlier, LocalDate.of(2024, 10, 15));
    for (String file : List.of("Opportunity.csv", "OpportunityHistory.csv")) {
      List<String> kept =
          Files.readAllLines(earlier.resolve(file)).stream()
              .filter(line -> !line.startsWith("<b>280,"))
              .toList();
      Files.write(earlier.resolve(file), kept);
    }
    CrmImport old = CrmImport.read(earlier, MappingRules.NONE, step -> {});
    Snapshots snapshots =
        new Snapshots(then, Map.of(), PLAN, new Simulation(learned, then, worths, PLAN).period());

    assertThat(snapshots.waterfalls(Optional.of(old)).get(0).steps())
        .anySatisfy(
            step -> {
              assertThat(step.move()).isEqualTo(Move.ENTERED_LATE);
              assertThat(step.deals()).isEqualTo(1);
            });
  }

  /** The export's own categories, as they were on each past evening, counted by hand. */
  @Test
  void categoriesOfTheExportAreHeldAgainstThePast() {
    TrackRecord record = new TrackRecordOf(then, Map.of(), PLAN, 30, true).answer(step -> {});

    int n = 0;
    int won = 0;
    for (TrackRecord.Snapshot snapshot : record.snapshots()) {
      CrmHistory at = asOf(snapshot.evening());
      CrmHistory after = asOf(snapshot.until());
      for (int d = 0; d < at.deals(); d++) {
        // a proposal is what the small seller commits to
        if (at.outcome(d) == 0 && at.names().stages().get(at.stage(d)).equals("Proposal")) {
          n++;
          won += after.outcome(d) == CrmHistory.WON ? 1 : 0;
        }
      }
    }
    TrackRecord.Realised commit = record.categories().get(PipelinePlan.Category.COMMIT);
    assertThat(n).isGreaterThan(50);
    assertThat(commit.n()).isEqualTo(n);
    assertThat(commit.won()).isEqualTo(won);
    assertThat(record.categories().get(PipelinePlan.Category.BEST_CASE).n()).isZero();
  }

  /** In a week as many proposals come and go as the stages say. */
  @Test
  void theCommitMovesAsItsDealsDo() {
    Snapshots snapshots =
        new Snapshots(then, Map.of(), PLAN, new Simulation(learned, then, worths, PLAN).period());

    List<Waterfall> weeks = snapshots.commits(30, 4, true);

    assertThat(weeks).hasSize(4);
    for (int w = 1; w < 4; w++) {
      assertThat(weeks.get(w).begin()).isEqualTo(weeks.get(w - 1).end());
    }
    for (Waterfall week : weeks) {
      assertThat(week.to()).isEqualTo(week.from().plusWeeks(1));
      assertThat(week.end().deals()).isEqualTo((int) proposals(week.to()));
      assertThat(week.steps()).extracting(Step::move).contains(Move.MOVED_IN);
    }
  }

  private static long proposals(LocalDate evening) {
    CrmHistory at = asOf(evening);
    return IntStream.range(0, at.deals())
        .filter(d -> at.outcome(d) == 0 && at.stage(d) == at.names().stages().indexOf("Proposal"))
        .count();
  }

  private static CrmHistory asOf(LocalDate evening) {
    return read.history().asOf((evening.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
  }
}
