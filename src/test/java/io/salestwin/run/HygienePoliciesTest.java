package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What each rule of hygiene brings: the same company with and without it, on the same luck. An
 * effect is told when its interval of 99.9 % lies on one side of 0.
 */
class HygienePoliciesTest {

  private static final Path FILE = Path.of("scenarios/b2b-saas-hygiene.yaml");
  private static final int PAIRS = 24;
  private static final double LEVEL = 0.999;

  private static final RunResult BASE = run();

  @Test
  void closingStaleDealsFreesHoursAndPlacesAndCostsTheWinsThatWouldHaveComeLate() {
    PairedRuns rule = against("hygiene.stale.then=lose");
    assertThat(high(rule, "stale_hours.AE")).isNegative();
    assertThat(high(rule, "stale_open")).isNegative();
    assertThat(high(rule, "open_leads.AE")).isNegative();
    assertThat(high(rule, "utilisation.AE")).isNegative();
    assertThat(high(rule, "won")).isNegative();
    assertThat(rule.other().column("stale_hours")).containsOnly(0);
  }

  @Test
  void itCostsWinsWithFourAccountExecutivesFewerToo() {
    String fewer = "roles.AE.headcount=-4";
    PairedRuns rule = new PairedRuns(run(fewer), run(fewer, "hygiene.stale.then=lose"));
    // in every replication: a mean of hours that few replications dominate would tell less
    assertThat(rule.other().column("stale_hours.AE")).containsOnly(0);
    assertThat(Arrays.stream(rule.base().column("stale_hours.AE")).min().orElseThrow())
        .isPositive();
    assertThat(high(rule, "won")).isNegative();
  }

  @Test
  void nextStepsOnEveryDealBringWinsAndAForecastThatPromisesLessTooMuch() {
    PairedRuns rule = against("hygiene.nextStep.compliance=100%");
    assertThat(low(rule, "won")).isPositive();
    assertThat(high(rule, "forecast_bias")).isNegative();
    assertThat(high(rule, "slip_rate")).isNegative();
    assertThat(rule.other().column("next_step_compliance")).containsOnly(1);
  }

  @Test
  void truthfulStagesLowerTheForecastAndLeaveTheBookings() {
    PairedRuns rule = against("hygiene.regression=truthful");
    assertThat(high(rule, "forecast_weighted")).isNegative();
    assertThat(high(rule, "forecast_error")).isNegative();
    assertUnchanged(rule, "bookings");
  }

  @Test
  void inspectionLowersTheErrorOfTheCommitAndLeavesTheBookings() {
    PairedRuns rule = against("hygiene.inspection={miss: 10%}");
    assertThat(high(rule, "commit_error")).isNegative();
    assertUnchanged(rule, "bookings");
    assertUnchanged(rule, "forecast_weighted");
  }

  @Test
  void repsWhoBelieveTooMuchCommitTooMuch() {
    PairedRuns rule = against("hygiene.belief.bias=0");
    assertThat(high(rule, "commit_forecast")).isNegative();
    assertThat(high(rule, "commit_error")).isNegative();
    assertUnchanged(rule, "bookings");
  }

  private static void assertUnchanged(PairedRuns rule, String column) {
    assertThat(rule.other().column(column)).isEqualTo(rule.base().column(column));
  }

  private static double high(PairedRuns runs, String column) {
    return value(runs, column).interval().high();
  }

  private static double low(PairedRuns runs, String column) {
    return value(runs, column).interval().low();
  }

  private static Estimate.Value value(PairedRuns runs, String column) {
    return runs.difference(column, LEVEL).value().orElseThrow();
  }

  private static PairedRuns against(String set) {
    return new PairedRuns(BASE, run(set));
  }

  private static RunResult run(String... sets) {
    List<LeverOverride> overrides =
        Arrays.stream(sets).map(set -> LeverOverride.parse(set).value()).toList();
    ScenarioFile file = ScenarioFile.read(FILE, overrides);
    assertThat(file.scenario()).as(file.problems().toString()).isPresent();
    return Runner.local(1)
        .run(new RunPlan(file.scenario().orElseThrow(), 1, PAIRS), Progress.SILENT);
  }
}
