package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.forecast.Signals.AlertOutlook;
import io.salestwin.metrics.Rich;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The worth of alerts, counted again row by row. */
class SignalsTest {

  private static final String RULE = "coverage < 1.2 for 2 weeks";

  private static RunResult run(String... sets) {
    return Runner.local(2).run(new RunPlan(Rich.with(sets), 9, 60), Progress.SILENT);
  }

  @Test
  void anAlertIsJudgedByTheTargetsThatAreMissed() {
    RunResult rows = run("alerts=[\"" + RULE + "\"]", "targets={2027-Q1: 0.86M, 2027-Q2: 0.83M}");
    Signals signals = Forecast.of(rows).signals();
    assertThat(signals.health()).isEmpty();
    assertThat(signals.alerts()).hasSize(2);
    for (AlertOutlook alert : signals.alerts()) {
      double target = alert.period().equals("2027-Q1") ? 860_000 : 830_000;
      double[] bookings = rows.column("target_bookings." + alert.period());
      double[] fired = rows.column("alert_fired." + RULE + "." + alert.period());
      double[] early = rows.column("alert_weeks_early." + RULE + "." + alert.period());
      int both = 0;
      int fires = 0;
      int misses = 0;
      double[] called = new double[60];
      for (int r = 0; r < 60; r++) {
        boolean missed = bookings[r] < target;
        fires += fired[r] == 1 ? 1 : 0;
        misses += missed ? 1 : 0;
        if (fired[r] == 1 && missed) {
          called[both++] = early[r];
        }
      }
      assertThat(both).isBetween(3, 57);
      assertThat(fires).isGreaterThan(both);
      assertThat(alert.fired().orNaN()).isCloseTo(fires / 60.0, within(1e-12));
      assertThat(alert.precision().orNaN()).isCloseTo((double) both / fires, within(1e-12));
      assertThat(alert.recall().orNaN()).isCloseTo((double) both / misses, within(1e-12));
      assertThat(alert.falseAlarms().orNaN())
          .isCloseTo((double) (fires - both) / (60 - misses), within(1e-12));
      double[] sorted = Arrays.copyOf(called, both);
      Arrays.sort(sorted);
      assertThat(alert.weeksEarly()).isBetween(sorted[(both - 1) / 2], sorted[both / 2]);
    }
  }

  @Test
  void withoutATargetAnAlertHasNothingToBeJudgedBy() {
    RunResult rows = run("alerts=[leads < 50]", "targets={2027-Q1: 0.28M}");
    AlertOutlook second = Forecast.of(rows).signals().alerts().get(1);
    assertThat(second.fired().value()).isPresent();
    assertThat(second.precision().toString()).contains("the period has no target");
    assertThat(second.weeksEarly()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void theHealthScoreComesWithItsTiersByPeriod() {
    Signals signals = Forecast.of(run("health=standard")).signals();
    assertThat(signals.health()).hasSize(3);
    assertThat(signals.health().get(2).period()).isEqualTo("horizon");
    Signals.HealthOutlook first = signals.health().get(0);
    double sum = first.tiers().stream().mapToDouble(t -> t.weight() * t.score().orNaN()).sum();
    assertThat(first.score().orNaN()).isCloseTo(sum, within(1e-9));
    assertThat(first.tiers().get(0).measures()).hasSize(2);
  }

  @Test
  void aScenarioThatWatchesNothingHasNoSignals() {
    assertThat(Forecast.of(run()).signals()).isEqualTo(Signals.NONE);
  }
}
