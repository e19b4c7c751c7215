package io.salestwin.run;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Threshold;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Pairs;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * One rule with the actual value beside it.
 *
 * @param rule as written
 * @param actual the actual value, in the unit of the rule
 * @param unit its unit
 * @param outcome whether it is met
 */
public record ThresholdResult(String rule, Estimate actual, KpiInfo.Unit unit, Outcome outcome) {

  /** Whether a rule is met. */
  public enum Outcome {
    /** The actual value satisfies the rule. */
    MET,
    /** It does not. */
    FAILED,
    /** The figure cannot be computed, which counts as not met. */
    NOT_COMPUTABLE
  }

  /**
   * What is wrong with a scenario's rules, before anything is run.
   *
   * @param scenario the scenario
   * @param layout its columns
   * @return one sentence per rule that cannot be judged, with the names that would do
   */
  public static List<String> problems(Scenario scenario, KpiLayout layout) {
    Targets targets = new Targets(scenario, layout);
    return scenario.thresholds().stream()
        .flatMap(rule -> problem(rule, layout, targets).stream())
        .toList();
  }

  private static Optional<String> problem(Threshold rule, KpiLayout layout, Targets targets) {
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

  private static String noTarget(String period, Targets targets) {
    String given = targets.names().isEmpty() ? "none" : String.join(", ", targets.names());
    return period.isEmpty() || period.equals(KpiLayout.HORIZON)
        ? "the whole horizon has a target only if each of its periods has one; targets: " + given
        : "there is no target for \"" + period + "\"; targets: " + given;
  }

  /**
   * Judges the rules of a run's scenario.
   *
   * @param result the rows, at least one
   * @param looked whether the run was looked at before its end, which the errors then allow for
   *     ({@link Looks})
   * @return one result per rule, in their order
   */
  public static List<ThresholdResult> judge(RunResult result, boolean looked) {
    Scenario scenario = result.plan().scenario();
    Targets targets = new Targets(scenario, result.layout());
    return scenario.thresholds().stream()
        .map(rule -> judge(rule, result, targets, looked))
        .toList();
  }

  private static ThresholdResult judge(
      Threshold rule, RunResult result, Targets targets, boolean looked) {
    if (rule.measure() == Threshold.Measure.HIT) {
      return of(
          rule,
          KpiInfo.Unit.SHARE,
          error(looked, level -> targets.odds(rule.figure(), result, level)));
    }
    int column = result.layout().index(rule.figure());
    Pairs pairs = Pairs.ofComputable(result.column(column));
    return of(
        rule,
        result.layout().columns().get(column).kpi().unit(),
        rule.measure() == Threshold.Measure.MEAN
            ? error(looked, level -> Intervals.mean(pairs, level))
            : error(looked, level -> Intervals.quantile(pairs, rule.percent() / 100.0, level)));
  }

  private static Estimate error(boolean looked, DoubleFunction<Estimate> interval) {
    return looked ? Looks.error(interval) : interval.apply(Interval.ERROR);
  }

  private static ThresholdResult of(Threshold rule, KpiInfo.Unit unit, Estimate actual) {
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
