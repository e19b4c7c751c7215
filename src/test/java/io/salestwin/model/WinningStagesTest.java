package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The season of winning acts on the stages that it names. */
class WinningStagesTest {

  /** 1,000 leads in January, who go through two stages at once. */
  private static final String TEXT =
      """
      name: Two stages
      start: 2027-01-04
      horizon: 4 weeks
      calendar: always
      products: {core: {value: 1000}}
      sources: {in: {arrivals: {on: {2027-01-10: 1000}}}}
      stages:
        - {name: Talk, advance: 50%}
        - {name: Deal, advance: 50%}
      """;

  private static Ledger play(String... lines) {
    Map<String, String> files = Map.of("s.yaml", TEXT + String.join("\n", lines));
    ScenarioFile file = ScenarioFile.read("s.yaml", Attachments.ofTexts(files), List.of());
    assertThat(file.problems()).isEmpty();
    Replication replication = new Replication(SalesModel.of(file.scenario().orElseThrow()), 1);
    replication.play(0);
    return replication.ledger();
  }

  @Test
  void theSeasonOfWinningActsOnEveryStageUnlessItNamesSome() {
    Ledger ledger = play("begin: {empty: true}", "season: {winning: {jan: 0.4}}");
    for (int stage = 0; stage < 2; stage++) {
      long decided = ledger.get(Fact.DECIDED, 0, stage);
      assertThat(ledger.get(Fact.EFFECT_SEASON, 0, stage)).isEqualTo(400_000 * decided);
    }
  }

  @Test
  void theSeasonOfWinningLeavesTheStagesAloneThatItDoesNotName() {
    Ledger plain = play("begin: {empty: true}");
    Ledger ledger = play("begin: {empty: true}", "season: {winning: {jan: 0.4, stages: [Deal]}}");
    assertThat(ledger.get(Fact.DECIDED, 0, 0)).isEqualTo(1000);
    assertThat(ledger.get(Fact.EFFECT_SEASON, 0, 0)).isZero();
    assertThat(ledger.get(Fact.ADVANCED, 0, 0)).isEqualTo(plain.get(Fact.ADVANCED, 0, 0));
    assertThat(ledger.get(Fact.EFFECT_SEASON, 0, 1))
        .isEqualTo(400_000 * ledger.get(Fact.DECIDED, 0, 1));
    assertThat(ledger.get(Fact.ADVANCED, 0, 1)).isGreaterThan(plain.get(Fact.ADVANCED, 0, 1));
  }

  @Test
  void anUncertainSeasonOfWinningActsOnTheStagesThatItNamesOnly() {
    Ledger ledger =
        play(
            "begin: {empty: true}",
            "season: {winning: {quarterMonth: [0, 0, 0], stages: [Deal]}}",
            "uncertainty: {\"season.winning.quarterMonth[0]\": 0.7}");
    assertThat(ledger.get(Fact.EFFECT_SEASON, 0, 0)).isZero();
    assertThat(ledger.get(Fact.EFFECT_SEASON, 0, 1))
        .isEqualTo(700_000 * ledger.get(Fact.DECIDED, 0, 1));
  }
}
