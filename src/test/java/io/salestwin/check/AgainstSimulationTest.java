package io.salestwin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import org.junit.jupiter.api.Test;

/**
 * The flow against the simulation: with ample capacity and a warm-up of two cycles both are the
 * same. The seed is fixed; each interval would miss a true mean with a chance of 0.1 %.
 */
class AgainstSimulationTest {

  private static final String AMPLE =
      """
      name: Ample
      currency: USD
      start: 2027-01-01
      horizon: 2 quarters
      opportunityFrom: Deal
      begin: {warmUp: 120 days}
      calendar: always
      products: {core: {value: 1000}}
      sources:
        inbound: {arrivals: {perMonth: 300, growthPerMonth: 3%, on: {2027-02-10: 40}}}
      segments:
        small: {mix: 60%, product: core}
        large: {mix: 40%, product: core, delay: x1.5, value: x2, effects: {Deal: -0.4},
                season: {arrivals: {feb: 2, apr: 0.5}, winning: {may: +0.6, stages: [Deal]}}}
      competitors:
        Acme: {share: {bySegment: {small: 20%, large: 50%}}, effects: {Talk: -0.2, Deal: -0.9}, lostTo: 50%}
        Globex: {share: 25%, effects: {Deal: +0.3}}
      season: {winning: {quarterMonth: [-0.5, 0, 0.5], stages: [Deal]}}
      roles: {AE: {headcount: 400}}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 2 hours, times: 2, every: 1 day, stop: 50%}]
          delay: {lognormal: {median: 9 days, p90: 30 days}}
          advance: 60%
          lose: {no answer: 50%, no need: 50%}
          recycle: {of: [no answer], share: 40%, after: 20 days, to: Talk}
          timeOut: 25 days
        - name: Deal
          owner: AE
          delay: {advance: {exponential: {mean: 12 days}}, otherwise: {exponential: {mean: 30 days}}}
          advance: 40%
          regress: {to: Talk, probability: 10%}
      """;

  @Test
  void theFlowGivesTheMeansOfTheSimulation() {
    Scenario scenario = Scenarios.read(AMPLE);
    Expectation expected = Expectation.of(scenario);
    RunResult rows = Runner.local(2).run(new RunPlan(scenario, 20270101, 400), Progress.SILENT);
    for (Expectation.PeriodFigure period : expected.periods()) {
      within(rows, "won." + period.name(), period.wins());
      within(rows, "bookings." + period.name(), period.bookings());
      within(rows, "leads." + period.name(), period.leads());
      within(rows, "opportunities." + period.name(), period.created());
    }
  }

  private static void within(RunResult rows, String column, double expected) {
    Estimate.Value mean =
        Intervals.mean(Pairs.of(rows.column(column)), 0.999).value().orElseThrow();
    // days are whole in the flow: half a percent of what happens in a quarter
    double slack = 0.005 * expected;
    assertThat(expected)
        .as(column)
        .isBetween(mean.interval().low() - slack, mean.interval().high() + slack);
  }
}
