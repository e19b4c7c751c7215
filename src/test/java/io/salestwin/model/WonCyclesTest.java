package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.random.Distribution;
import io.salestwin.random.Gamma;
import io.salestwin.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The static cycle of won deals, against sums whose law is known. */
class WonCyclesTest {

  private static final double HOUR = 3_600_000;
  private static final double DAY = 24 * HOUR;

  @Test
  void theSumOfExponentialDelaysIsAGamma() {
    WonCycles cycles =
        of(
            new Story()
                .stage("name: A, advance: 10%, delay: {exponential: {mean: 8 days}}")
                .stage("name: B, advance: 20%, delay: {exponential: {mean: 8 days}}")
                .stage("name: C, advance: 30%, delay: {exponential: {mean: 8 days}}"));
    for (int left = 1; left <= 3; left++) {
      Distribution gamma = new Gamma(left, 8 * DAY);
      for (double p : new double[] {0.1, 0.25, 0.5, 0.75, 0.9}) {
        double exact = gamma.quantile(p);
        assertThat(cycles.remainingMs(3 - left, 0, p)).isCloseTo(exact, within(0.004 * exact));
      }
    }
    assertThat(cycles.ownMs(1, 0)).isCloseTo(8 * DAY * Math.log(2), within(1.0));
  }

  @Test
  void workAndGapsAreCountedAtTheirMeanAndAtTheRolesPace() {
    WonCycles cycles =
        of(
            new Story()
                .with("calendar", "{hoursPerDay: 8}")
                .role("AE", "headcount: 1, hoursPerWeek: 28")
                .stage(
                    "name: A, owner: AE, advance: 10%, delay: 2 days, work: [{effort: 3 hours,"
                        + " times: 2, every: 1 day, stop: 20%}]"));
    // 1.8 touches of 3 hours at 28 hours a week, and 0.8 gaps of a day
    double days = 2 + 1.8 * 3 * (168 / 28.0) / 24 + 0.8;
    assertThat(cycles.remainingMs(0, 0, 0.5)).isCloseTo(days * DAY, within(1.0));
    assertThat(cycles.ownMs(0, 0)).isCloseTo(days * DAY, within(1.0));
  }

  @Test
  void theSegmentsFactorStretchesTheCycle() {
    WonCycles cycles =
        of(
            new Story()
                .with(
                    "segments",
                    "{s: {mix: 50%, product: core}, l: {mix: 50%, product: core, delay: x3}}")
                .stage("name: A, advance: 10%, delay: 2 days")
                .stage("name: B, advance: 10%, delay: 5 days"));
    assertThat(cycles.remainingMs(0, 0, 0.5)).isCloseTo(7 * DAY, within(1.0));
    assertThat(cycles.remainingMs(0, 1, 0.5)).isCloseTo(21 * DAY, within(1.0));
    assertThat(cycles.remainingMs(1, 1, 0.5)).isCloseTo(15 * DAY, within(1.0));
  }

  private static WonCycles of(Story story) {
    Scenario scenario = story.scenario();
    Kinds kinds =
        new Kinds(
            scenario.segments().size(), scenario.products().size(), scenario.sources().size());
    double[] factors = new double[kinds.count()];
    for (int kind = 0; kind < factors.length; kind++) {
      factors[kind] = scenario.segments().get(kinds.segment(kind)).delayFactor();
    }
    return new WonCycles(scenario, kinds, factors);
  }
}
