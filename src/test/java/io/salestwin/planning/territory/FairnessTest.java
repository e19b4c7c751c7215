package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.planning.Effort;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Looks;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairnessTest {

  /** Reps have time for everything, so that bookings go with leads and their value alone. */
  private static final String SCENARIO =
      """
      name: Two patches
      currency: EUR
      start: 2027-01-01
      horizon: 2 quarters
      opportunityFrom: Talk
      begin: {warmUp: 60 days}
      products:
        core: {value: 1000}
      sources:
        inbound: {arrivals: {perMonth: 200}}
      roles:
        AE: {headcount: 2, quota: 100k/quarter}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 1 min}]
          delay: {advance: 5 days, otherwise: 5 days}
          advance: 50%
          lose: {no need: 100%}
      """;

  @Test
  void aDivisionThatChangesNothingChangesExactlyNothing() {
    TerritoryPlan plan = plan("1,100,7,Ana\n2,100,8,Ana\n3,100,7,Ben\n4,100,8,Ben\n");
    assertThat(plan.moves()).isEmpty();
    Fairness fairness = fairness(plan, 20);
    assertThat(value(fairness.spreadDifference())).isZero();
    assertThat(value(fairness.bookingsDifference())).isZero();
    assertThat(fairness.territories())
        .allSatisfy(p -> assertThat(p.attainmentAfter()).isEqualTo(p.attainmentBefore()));
  }

  /**
   * Ana has three quarters of the potential and half of the work: leads by halves, worth 3 to 1.
   */
  @Test
  void leadsGoWithTheWorkAndTheirValueWithThePotential() {
    TerritoryPlan plan = plan("1,300,7.5,Ana\n2,300,7.5,Ana\n3,100,7.5,Ben\n4,100,7.5,Ben\n");
    assertThat(sets(plan, false))
        .containsExactly(
            "territories={ \"Ana\": { \"share\": 0.5, \"value\": \"x1.5\", \"potential\": 600.0 },"
                + " \"Ben\": { \"share\": 0.5, \"value\": \"x0.5\", \"potential\": 200.0 } }",
            "roles.AE.headcount=2",
            "roles.AE.territories={ \"Ana\": 1, \"Ben\": 1 }");
    Scenario before = scenario(sets(plan, false));
    assertThat(before.territories()).extracting(t -> t.share()).containsExactly(0.5, 0.5);
    assertThat(before.territories()).extracting(t -> t.valueFactor()).containsExactly(1.5, 0.5);
    // 600 wins a half-year of 1000 each, half of them in each patch: 450k and 150k of 200k
    Fairness fairness = fairness(plan, 200);
    assertThat(fairness.isQuota()).isTrue();
    // of 8 comparisons at 4 standard errors (interval / 1.96 x 4) a right program fails 1 in 1,900
    near(fairness.territories().get(0).attainmentBefore(), 2.25);
    near(fairness.territories().get(1).attainmentBefore(), 0.75);
    near(fairness.territories().get(0).attainmentAfter(), 1.5);
    near(fairness.territories().get(1).attainmentAfter(), 1.5);
    near(fairness.spreadBefore(), 0.75);
    assertThat(value(fairness.spreadAfter())).isLessThan(0.2);
    assertThat(value(fairness.territories().get(1).oddsBefore())).isLessThan(0.01);
    assertThat(value(fairness.territories().get(1).oddsAfter())).isGreaterThan(0.99);
    near(fairness.bookingsDifference(), 0);
  }

  @Test
  void itIsPlayedUntilTheSpreadIsAsPreciseAsAsked() {
    TerritoryPlan plan = plan("1,300,7.5,Ana\n2,300,7.5,Ana\n3,100,7.5,Ben\n4,100,7.5,Ben\n");
    Effort asked = new Effort(Effort.Rule.PRECISE, 4096, OptionalDouble.of(0.008));
    Fairness fairness = fairness(plan, asked, Runner.local(2));
    assertThat(fairness.end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(Looks.isLook(fairness.replications())).isTrue();
    assertThat(fairness.replications()).isGreaterThan(128);
    assertThat(fairness.spreadDifference().value().orElseThrow().interval().halfWidth())
        .isLessThanOrEqualTo(0.008);
    Fairness usual = fairness(plan, Effort.usual(), Runner.local(2));
    assertThat(usual.end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(usual.replications()).isEqualTo(128);
  }

  @Test
  void whatWasPlayedWhenItWasStoppedIsTheAnswer() {
    TerritoryPlan plan = plan("1,300,7.5,Ana\n2,300,7.5,Ana\n3,100,7.5,Ben\n4,100,7.5,Ben\n");
    Runner stopped = Runner.local(2).atMost(64);
    Fairness partial = fairness(plan, Effort.of(200), stopped);
    assertThat(partial.end()).isEqualTo(RunResult.End.STOPPED);
    assertThat(partial.replications()).isEqualTo(32);
    Fairness whole = fairness(plan, 32);
    assertThat(partial.spreadDifference()).isEqualTo(whole.spreadDifference());
    assertThat(partial.territories()).isEqualTo(whole.territories());
  }

  @Test
  void theRulesOfTheScenarioAreJudgedUnderThePlan() {
    TerritoryPlan plan = plan("1,300,7.5,Ana\n2,300,7.5,Ana\n3,100,7.5,Ben\n4,100,7.5,Ben\n");
    Scenario ruled =
        scenario(
            Stream.concat(
                    sets(plan, true).stream(),
                    Stream.of("thresholds=[\"mean(bookings) >= 500k\", \"mean(won) >= 900\"]"))
                .toList());
    Role role = PlayedDivision.role(read(SCENARIO, List.of()), "").orElseThrow();
    Fairness fairness =
        Fairness.of(
            new Fairness.Question(
                plan, role, scenario(sets(plan, false)), ruled, 1, false, Effort.of(20)),
            Runner.local(2),
            Progress.SILENT);
    assertThat(fairness.thresholds())
        .extracting(ThresholdResult::outcome)
        .containsExactly(ThresholdResult.Outcome.MET, ThresholdResult.Outcome.FAILED);
  }

  @Test
  void aScenarioWithTheSameTerritoriesKeepsTheirOtherKeys() {
    String own =
        SCENARIO
            + "territories:\n  Ana: {share: 50%, effects: {Talk: +0.5}}\n  Ben: {share: 50%}\n";
    Scenario scenario = read(own, List.of());
    TerritoryPlan plan = plan("1,300,7.5,Ana\n2,300,7.5,Ana\n3,100,7.5,Ben\n4,100,7.5,Ben\n");
    List<String> sets =
        PlayedDivision.overrides(plan, true, scenario, PlayedDivision.role(scenario, "").get());
    assertThat(sets).contains("territories.Ana.share=0.5", "territories.Ben.value=x1.0");
    Scenario played =
        read(own.replace("AE: {headcount: 2", "AE: {territories: {Ana: 1, Ben: 1}"), sets);
    assertThat(played.territories().get(0).effects()).containsEntry("Talk", 0.5);
  }

  @Test
  void repsMayComeFromTheScenario() {
    Scenario scenario = read(SCENARIO, List.of());
    Role role = PlayedDivision.role(scenario, "AE").orElseThrow();
    List<Patch> patches = PlayedDivision.patches(scenario, role);
    assertThat(patches).hasSize(2);
    double hours = role.sellingHoursPerWeek() * 365.25 / 7;
    assertThat(patches.get(0).capacityHours()).isCloseTo(hours, within(1e-9));
    assertThat(PlayedDivision.role(scenario, "Nobody")).isEmpty();
  }

  private static void near(Estimate estimate, double truth) {
    Estimate.Value known = estimate.value().orElseThrow();
    double error = known.interval().halfWidth() / 1.96;
    assertThat(known.estimate()).isCloseTo(truth, within(4 * error));
  }

  private static double value(Estimate estimate) {
    return estimate.orNaN();
  }

  private static Fairness fairness(TerritoryPlan plan, int replications) {
    return fairness(plan, Effort.of(replications), Runner.local(2));
  }

  private static Fairness fairness(TerritoryPlan plan, Effort effort, Runner runner) {
    Role role = PlayedDivision.role(read(SCENARIO, List.of()), "").orElseThrow();
    return Fairness.of(
        new Fairness.Question(
            plan, role, scenario(sets(plan, false)), scenario(sets(plan, true)), 1, false, effort),
        runner,
        Progress.SILENT);
  }

  private static Scenario scenario(List<String> sets) {
    return read(SCENARIO, sets);
  }

  private static List<String> sets(TerritoryPlan plan, boolean planned) {
    Scenario scenario = read(SCENARIO, List.of());
    return PlayedDivision.overrides(
        plan, planned, scenario, PlayedDivision.role(scenario, "").orElseThrow());
  }

  private static Scenario read(String text, List<String> sets) {
    List<LeverOverride> overrides =
        sets.stream().map(set -> LeverOverride.parse(set).value()).toList();
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), overrides);
    assertThat(file.problems()).filteredOn(Problem::isError).isEmpty();
    return file.scenario().orElseThrow();
  }

  private static TerritoryPlan plan(String rows) {
    TerritoryFiles files =
        TerritoryFiles.of(
            Csv.parse("id,potential,hours,owner\n" + rows, "a.csv", Csv.Limits.DEFAULT),
            Csv.parse("name,hours\nAna,20\nBen,20\n", "r.csv", Csv.Limits.DEFAULT),
            Map.of());
    return TerritoryPlan.of(files, DivisionRules.USUAL, 1, 20_000, Search.whole(cost -> {}));
  }
}
