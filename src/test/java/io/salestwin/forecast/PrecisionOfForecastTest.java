package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Precision;
import io.salestwin.run.Precision.Goal;
import io.salestwin.run.Precision.Mean;
import io.salestwin.run.Precision.Odds;
import io.salestwin.run.Precision.Wish;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which figures a precision is asked of, and how it shows in the answer. */
class PrecisionOfForecastTest {

  private static final String BOTH = "targets: {2027-Q1: 1500, 2027-Q2: 1600}\n";
  private static final String ONE = "targets: {2027-Q2: 1600}\n";

  @Test
  void withoutANameItIsMeanBookingsAndOddsOfEveryTarget() {
    assertThat(goals(BOTH, "1%"))
        .containsExactly(
            new Mean("mean bookings of 2027-Q1", "target_bookings.2027-Q1", 0.01, true),
            new Mean("mean bookings of 2027-Q2", "target_bookings.2027-Q2", 0.01, true),
            new Odds("odds of 2027-Q1", "target_bookings.2027-Q1", 1500, 0.01),
            new Odds("odds of 2027-Q2", "target_bookings.2027-Q2", 1600, 0.01),
            new Odds("odds of the whole horizon", "target_bookings", 3100, 0.01));
    assertThat(goals(ONE, "2%"))
        .containsExactly(
            new Mean("mean bookings of 2027-Q2", "target_bookings.2027-Q2", 0.02, true),
            new Odds("odds of 2027-Q2", "target_bookings.2027-Q2", 1600, 0.02));
  }

  @Test
  void withoutAnyTargetItIsMeanBookingsOfEveryPeriod() {
    assertThat(goals("", "1%"))
        .extracting(Goal::column)
        .containsExactly("target_bookings.2027-Q1", "target_bookings.2027-Q2");
  }

  @Test
  void aNameIsOddsOrAKpiWhoseSharesAreMeasuredInPoints() {
    assertThat(goals(ONE, "odds:2%")).hasSize(1);
    assertThat(goals(BOTH, "odds:2%")).hasSize(3).allMatch(goal -> goal instanceof Odds);
    assertThat(goals(BOTH, "odds.2027-Q1:2%", "odds.horizon:1%")).hasSize(2);
    assertThat(goals(BOTH, "won.2027-Q1:3%", "utilisation.AE:1%"))
        .containsExactly(
            new Mean("mean won.2027-Q1", "won.2027-Q1", 0.03, true),
            new Mean("mean utilisation.AE", "utilisation.AE", 0.01, false));
  }

  @Test
  void aNameThatIsNoneIsToldWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goals(BOTH, "bokings:1%"))
        .withMessageContaining("\"bokings\" is no figure of this scenario")
        .withMessageContaining("odds.PERIOD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goals(ONE, "odds.2027-Q1:1%"))
        .withMessage("there is no target for \"2027-Q1\"; targets: 2027-Q2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goals("", "odds:1%"))
        .withMessageContaining("no target");
  }

  @Test
  void theAnswerSaysHowPreciseItIsAndItsErrorsAllowForTheLooks() {
    Scenario scenario = HandMade.scenario(BOTH);
    Precision precision = new Precision(goals(BOTH, "won:5%"));
    RunResult result =
        Runner.local(2).run(new RunPlan(scenario, 7, 4000).until(precision), Progress.SILENT);
    Forecast forecast = Forecast.of(result);
    assertThat(result.end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(forecast.sampling().end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(forecast.sampling().precision()).hasSize(1).allMatch(Precision.Reached::isMet);
    assertThat(forecast.replications()).isLessThan(4000).isEqualTo(result.replications());
    assertThat(forecast.asked()).isEqualTo(4000);
    Pairs bookings = Pairs.of(result.column("target_bookings.2027-Q1"));
    Interval mean = interval(forecast.periods().get(0).error());
    assertThat(mean.width()).isEqualTo(interval(Intervals.mean(bookings, 0.96)).width());
    assertThat(mean.level()).isEqualTo(0.95);
    Interval odds = interval(forecast.periods().get(0).odds().orElseThrow());
    assertThat(odds.width()).isEqualTo(interval(Intervals.atLeast(bookings, 1500, 0.96)).width());
    Interval median =
        interval(forecast.periods().get(0).rangeErrors().get(Forecast.LEVELS.indexOf(0.50)));
    assertThat(median.width()).isEqualTo(interval(Intervals.quantile(bookings, 0.5, 0.96)).width());
  }

  @Test
  void aStoppedRunIsTheForecastOfARunOfThatLength() {
    Scenario scenario = HandMade.scenario(BOTH);
    Runner runner = Runner.local(2);
    RunResult part =
        runner.run(
            new RunPlan(scenario, 7, 100_000),
            (done, expected, bookings) -> {
              if (done >= 4) {
                runner.stop();
              }
            });
    RunResult whole =
        Runner.local(1).run(new RunPlan(scenario, 7, part.replications()), Progress.SILENT);
    Forecast stopped = Forecast.of(part);
    Forecast full = Forecast.of(whole);
    assertThat(stopped.sampling().end()).isEqualTo(RunResult.End.STOPPED);
    assertThat(stopped.replications()).isEqualTo(full.replications()).isLessThan(100_000);
    assertThat(stopped.kpis()).isEqualTo(full.kpis());
    assertThat(stopped.weeks()).isEqualTo(full.weeks());
    assertThat(stopped.periods().get(0).rangeErrors())
        .isEqualTo(full.periods().get(0).rangeErrors());
    assertThat(stopped.total().odds()).isEqualTo(full.total().odds());
  }

  @Test
  void aQuantileCarriesTheErrorOfPairs() {
    double[] values = new double[400];
    for (int r = 0; r < values.length; r++) {
      values[r] = (r * 7919) % 401;
    }
    Forecast forecast = HandMade.of(400, "").with("target_bookings.2027-Q1", values).forecast();
    int p90 = Forecast.LEVELS.indexOf(0.90);
    Estimate.Value error = forecast.periods().get(0).rangeErrors().get(p90).value().orElseThrow();
    assertThat(error.estimate()).isEqualTo(forecast.periods().get(0).range().get(p90));
    assertThat(error).isEqualTo(Intervals.quantile(Pairs.of(values), 0.9, 0.95));
  }

  @Test
  void antitheticPairsTellWhatTheyWonUnlessInputsAreUncertain() {
    Scenario scenario = HandMade.scenario("");
    Forecast mirrored =
        Forecast.of(Runner.local(2).run(new RunPlan(scenario, 7, 200).mirrored(), Progress.SILENT));
    assertThat(mirrored.sampling().mirroringGain().orElseThrow().orNaN()).isPositive();
    Scenario uncertain =
        HandMade.scenario(
            "uncertainty: {sources.inbound.arrivals.perMonth: {normal: {mean: 40, sd: 4}}}\n");
    Forecast both =
        Forecast.of(Runner.local(2).run(new RunPlan(uncertain, 7, 20).mirrored(), Progress.SILENT));
    assertThat(both.sampling().mirroringGain().orElseThrow().toString())
        .startsWith("not computable, because partners share uncertain inputs as well");
    assertThat(both.inputShare().toString())
        .startsWith("not computable, because the partners of antithetic pairs share their luck");
  }

  private static List<Goal> goals(String lines, String... texts) {
    List<Wish> wishes = new ArrayList<>();
    for (String text : texts) {
      wishes.add(Wish.parse(text).orElseThrow());
    }
    Scenario scenario = HandMade.scenario(lines);
    assertThat(KpiLayout.of(scenario).periods()).hasSize(2);
    return Forecast.precision(scenario, wishes).goals();
  }

  private static Interval interval(Estimate estimate) {
    return estimate.value().orElseThrow().interval();
  }
}
