package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.location.HeavyTails;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds what a plan does not state: plays the scenario, but only when it is asked. */
final class Measuring {

  /** Where values are cut: this quantile of both arms together. */
  static final double CAP = 0.99;

  private static final double FEW = 10;

  private final Scenario control;
  private final Scenario treatment;
  private final Scenario scenario;
  private final ExperimentPlan plan;
  private final long seed;
  private final int plays;
  private Pilot controlled;
  private Pilot treated;

  Measuring(ExperimentFile file, long seed, int plays) {
    this.plan = file.plan().orElseThrow();
    this.control = file.control().orElseThrow();
    this.treatment = file.treatment().orElseThrow();
    this.scenario = file.scenario().orElseThrow();
    this.seed = seed;
    this.plays = plays;
  }

  Scenario scenario() {
    return scenario;
  }

  /** Without any treatment. */
  Pilot controlled() {
    if (controlled == null) {
      controlled = Pilot.of(control, plan, seed, plays);
    }
    return controlled;
  }

  private Pilot treated() {
    if (treated == null) {
      treated = Pilot.of(treatment, plan, seed, plays);
    }
    return treated;
  }

  /** Whether a plan states all that its design needs, so that nothing need be played. */
  boolean isStated(Metric metric, Lever.Unit unit) {
    return plan.volume().isPresent()
        && metric.baseline().isPresent()
        && (metric.measure() == Measure.CONVERSION
            || metric.measure() == Measure.RATIO
            || metric.measure() == Measure.VALUE && metric.sd().isPresent())
        && (unit == Lever.Unit.LEAD || plan.icc().isPresent());
  }

  Baseline baseline(Metric metric, Lever.Unit unit) {
    boolean stated = isStated(metric, unit);
    double perWeek =
        plan.volume().isPresent()
            ? plan.volume().getAsDouble() / Sizing.WEEKS_PER_MONTH
            : controlled().leadsPerWeek();
    double[] values = stated || isBetter(metric) ? new double[0] : values(metric);
    int clusters = clusters(unit);
    double chance =
        metric.isShare() || metric.measure() == Measure.RATIO
            ? metric.baseline().orElseGet(() -> mean(values))
            : metric.measure() == Measure.VALUE ? Double.NaN : mean(values(metric));
    double mean = mean(metric, perWeek, chance, clusters, values);
    return new Baseline(
        stated ? 0 : plays,
        seed,
        below(metric, perWeek),
        mean,
        metric.sd().orElseGet(() -> values.length > 1 ? Moments.of(values).sd() : Double.NaN),
        chance,
        clusters,
        unit == Lever.Unit.LEAD ? 0 : icc(metric, unit),
        unit == Lever.Unit.LEAD || stated ? 0 : controlled().sizeVariation(metric, unit),
        stated
            ? Estimate.notComputable("the plan states all figures, so nothing was played")
            : modelled(metric));
  }

  private static boolean isBetter(Metric metric) {
    return metric.isShare() && metric.baseline().isPresent();
  }

  /** Of a ratio only those count that stand below the line. */
  private double below(Metric metric, double perWeek) {
    if (metric.measure() != Measure.RATIO || metric.of().equals(Metric.ASSIGNED)) {
      return perWeek;
    }
    Metric reaches =
        new Metric(
            "",
            Measure.CONVERSION,
            metric.of(),
            Metric.ASSIGNED,
            metric.withinMs(),
            true,
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Metric.Analysis.STANDARD);
    return perWeek * mean(controlled().values(reaches));
  }

  private double mean(Metric metric, double perWeek, double chance, int clusters, double[] values) {
    if (metric.baseline().isPresent()) {
      return metric.baseline().getAsDouble();
    }
    return switch (metric.measure()) {
      case CYCLE -> controlled().medianDays(metric);
      case COUNT -> perWeek * chance / Math.max(1, clusters);
      default -> mean(values);
    };
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The values as they will be compared. */
  private double[] values(Metric metric) {
    double[] values = controlled().values(metric);
    if (metric.analysis() != Metric.Analysis.WINSORISED || values.length < FEW) {
      return values;
    }
    return HeavyTails.capped(values, Quantiles.of(values, CAP, 0.95).type7());
  }

  private int clusters(Lever.Unit unit) {
    return switch (unit) {
      case LEAD, WEEK -> 0;
      case TERRITORY -> scenario.territories().size();
      case REP -> scenario.roles().get(Pilot.roleOf(scenario, plan).orElse(0)).reps().size();
    };
  }

  /** How alike leads of a cluster are; of counts, how much the clusters' rates differ. */
  private double icc(Metric metric, Lever.Unit unit) {
    if (unit == plan.unit() && plan.icc().isPresent()) {
      return plan.icc().getAsDouble();
    }
    double measured =
        metric.measure() == Measure.COUNT
            ? controlled().rateVariation(metric, unit)
            : controlled().icc(metric, unit);
    return Double.isNaN(measured) ? 0 : measured;
  }

  /** The effect of a full rollout in the scenario: paired plays, all of them treated or none. */
  Estimate modelled(Metric metric) {
    double[] without = controlled().means(metric);
    double[] with = treated().means(metric);
    double[] difference = new double[without.length];
    for (int r = 0; r < difference.length; r++) {
      difference[r] = with[r] - without[r];
    }
    return difference.length < 2
        ? Estimate.notComputable("one play has no error; play at least 2")
        : Intervals.mean(Pairs.ofComputable(difference), Interval.ERROR);
  }
}
