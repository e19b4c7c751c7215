package io.salestwin.forecast;

import io.salestwin.forecast.Forecast.ThresholdResult;
import io.salestwin.forecast.Forecast.ThresholdResult.Outcome;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Threshold;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Pairs;
import java.util.Optional;

/** Judges thresholds. */
final class Rules {

  private final Figures figures;

  Rules(Figures figures) {
    this.figures = figures;
  }

  /**
   * What is wrong with a rule, before anything is run.
   *
   * @return the reason with the names that would do; empty when the rule can be judged
   */
  static Optional<String> problem(Threshold rule, KpiLayout layout, Figures.Targets targets) {
    if (rule.measure() == Threshold.Measure.HIT) {
      return targets.of(rule.figure()).isPresent()
          ? Optional.empty()
          : Optional.of("\"" + rule.text() + "\": " + noTarget(rule.figure(), targets));
    }
    return layout.index(rule.figure()) >= 0
        ? Optional.empty()
        : Optional.of(
            "\""
                + rule.text()
                + "\": \""
                + rule.figure()
                + "\" is no KPI of this scenario; the"
                + " command kpis lists them, write kpi, kpi.member or kpi.period");
  }

  private static String noTarget(String period, Figures.Targets targets) {
    String given = targets.names().isEmpty() ? "none" : String.join(", ", targets.names());
    return period.isEmpty() || period.equals(KpiLayout.HORIZON)
        ? "the whole horizon has a target only if each of its periods has one; targets: " + given
        : "there is no target for \"" + period + "\"; targets: " + given;
  }

  ThresholdResult judge(Threshold rule) {
    Estimate actual;
    KpiInfo.Unit unit;
    if (rule.measure() == Threshold.Measure.HIT) {
      unit = KpiInfo.Unit.SHARE;
      actual = figures.odds(rule.figure());
    } else {
      int column = figures.result().layout().index(rule.figure());
      unit = figures.result().layout().columns().get(column).kpi().unit();
      Pairs pairs = Pairs.ofComputable(figures.result().column(column));
      actual =
          rule.measure() == Threshold.Measure.MEAN
              ? figures.mean(pairs)
              : figures.quantile(pairs, rule.percent() / 100.0);
    }
    return new ThresholdResult(rule.text(), actual, unit, outcome(rule, actual));
  }

  private static Outcome outcome(Threshold rule, Estimate actual) {
    if (actual.value().isEmpty()) {
      return Outcome.NOT_COMPUTABLE;
    }
    double value = actual.value().get().estimate();
    boolean met = rule.atLeast() ? value >= rule.bound() : value <= rule.bound();
    return met ? Outcome.MET : Outcome.FAILED;
  }
}
