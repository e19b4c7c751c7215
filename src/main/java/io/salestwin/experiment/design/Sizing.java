package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design.Futility;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.sequential.AlwaysValid;
import io.salestwin.statistics.sequential.ConditionalPower;
import io.salestwin.statistics.sequential.ConfidenceSequence;
import io.salestwin.statistics.sequential.FutilitySpending;
import io.salestwin.statistics.sequential.GroupSequential;
import java.util.Arrays;
import java.util.Optional;

/** Which formula a plan's test follows, and what its looks cost. */
final class Sizing {

  static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;

  private Sizing() {}

  static Demand demand(ExperimentPlan plan) {
    return new Demand(plan.alpha(), plan.twoSided() ? 2 : 1, plan.power());
  }

  static double ratio(ExperimentPlan plan) {
    return plan.share() / (1 - plan.share());
  }

  /** The power of a plan's test of a metric, for units of a kind. */
  static Sensitivity sensitivity(
      ExperimentPlan plan, Metric metric, Lever.Unit unit, Baseline known) {
    double ratio = ratio(plan);
    double perWeek = known.leadsPerWeek();
    double sd =
        metric.measure() == Metric.Measure.VALUE
            ? known.sd()
            : Math.sqrt(known.chance() * (1 - known.chance()));
    int treated = (int) Math.round(known.clusters() * plan.share());
    int untreated = known.clusters() - treated;
    switch (metric.measure()) {
      case CYCLE:
        return new Sensitivity.Events(
            known.mean(), known.chance(), ratio, perWeek, known.clusters(), icc(unit, known));
      case COUNT:
        double rate = known.mean();
        double spread = Math.sqrt(rate + known.icc() * known.icc() * rate * rate);
        return unit == Lever.Unit.WEEK
            ? new Sensitivity.Weeks(plan.share(), spread, 0, 1)
            : new Sensitivity.Rates(untreated, treated, rate, known.icc());
      default:
        return switch (unit) {
          case LEAD ->
              metric.measure() == Metric.Measure.VALUE
                  ? new Sensitivity.Means(sd, ratio, perWeek)
                  : new Sensitivity.Shares(known.mean(), ratio, perWeek);
          case WEEK -> new Sensitivity.Weeks(plan.share(), sd, known.icc(), perWeek);
          case REP, TERRITORY ->
              new Sensitivity.Clusters(
                  untreated, treated, sd, known.icc(), known.sizeVariation(), perWeek);
        };
    }
  }

  private static double icc(Lever.Unit unit, Baseline known) {
    return unit == Lever.Unit.LEAD ? 0 : known.icc();
  }

  /**
   * The share of the variance that the plan's covariate leaves, 1 - correlation²: that of leads, of
   * which alone a correlation is stated; 1 where the planned analysis does not use it.
   */
  static double unexplained(ExperimentPlan plan, Lever.Unit unit) {
    boolean used = unit == Lever.Unit.LEAD && plan.isAdjusted(plan.primary());
    double rho = plan.covariate().map(c -> c.correlation().orElse(0)).orElse(0.0);
    return used ? 1 - rho * rho : 1;
  }

  /** The limits of planned looks; null for a single look and for looks at any time. */
  static GroupSequential limits(ExperimentPlan plan, double[] shares) {
    Looks.Kind kind = plan.looks().kind();
    if (kind == Looks.Kind.ONCE || plan.looks().isAnyTime()) {
      return null;
    }
    return GroupSequential.spending(
        shares, plan.alpha(), plan.twoSided() ? 2 : 1, plan.looks().spending());
  }

  /** How many times the units of one look it takes. */
  static double inflation(ExperimentPlan plan, double[] shares) {
    return switch (plan.looks().kind()) {
      case ONCE -> 1;
      case ANY_TIME -> anyTime(plan, anyTimeLimit(plan));
      case MIXTURE -> anyTime(plan, mixtureLimit(plan));
      default -> planned(plan, drift(plan, limits(plan, shares)));
    };
  }

  /** Of looks at which z has a given expectation at the end. */
  private static double planned(ExperimentPlan plan, double drift) {
    Demand demand = demand(plan);
    double part = drift / (demand.zAlpha() + demand.zPower());
    return part * part;
  }

  /** The expectation of z at the end with which the effect is found with the power. */
  static double drift(ExperimentPlan plan, GroupSequential limits) {
    boolean spent = plan.looks().futility().orElse(null) instanceof Looks.Futility.Spent;
    return spent && plan.looks().count() > 1
        ? ending(plan, limits).drift()
        : limits.drift(plan.power());
  }

  private static FutilitySpending ending(ExperimentPlan plan, GroupSequential limits) {
    return new FutilitySpending(limits, plan.looks().spending(), 1 - plan.power());
  }

  /**
   * With a limit of c standard errors at the end: ((c + z_b) / (z_a + z_b))². It is a little more
   * than needed, as chances to stop before are not counted.
   */
  private static double anyTime(ExperimentPlan plan, double limit) {
    Demand demand = demand(plan);
    double part = (limit + demand.zPower()) / (demand.zAlpha() + demand.zPower());
    return part * part;
  }

  /**
   * The limit of a mixture test at the end, whose mixture is as wide as the effect of interest:
   * that effect is then c + z_b standard errors, on which c in turn depends.
   */
  static double mixtureLimit(ExperimentPlan plan) {
    double level = plan.twoSided() ? plan.alpha() : 2 * plan.alpha();
    double limit = demand(plan).zAlpha();
    for (int round = 0; round < 100; round++) {
      double drift = limit + demand(plan).zPower();
      limit = AlwaysValid.limit(1, drift * drift, level);
    }
    return limit;
  }

  /** Half the width of the confidence sequence where it is tightest, in standard errors. */
  static double anyTimeLimit(ExperimentPlan plan) {
    ConfidenceSequence tightest = ConfidenceSequence.of(0, 1, 1, plan.alpha(), 1);
    return plan.twoSided() ? tightest.half() : tightest.halfOneSided();
  }

  /** The z at each look with which the end shows a gain with just a chance. */
  private static double[] chances(
      GroupSequential limits, double[] shares, double drift, double chance) {
    double[] z = limits.z();
    double last = z[z.length - 1];
    double[] below = new double[z.length];
    for (int k = 0; k < below.length - 1; k++) {
      below[k] = Math.min(ConditionalPower.limit(shares[k], last, drift, chance), z[k] - 1e-9);
    }
    return below;
  }

  /** What it brings and costs to end for want of a chance; empty where a plan does not. */
  static Optional<Futility> futility(ExperimentPlan plan, double[] shares) {
    GroupSequential limits = limits(plan, shares);
    if (limits == null || plan.looks().futility().isEmpty() || shares.length < 2) {
      return Optional.empty();
    }
    double drift = drift(plan, limits);
    double last = limits.z()[shares.length - 1];
    double[] below =
        plan.looks().futility().get() instanceof Looks.Futility.BelowChance under
            ? chances(limits, shares, drift, under.chance())
            : ending(plan, limits).below(drift);
    below[below.length - 1] = Double.NEGATIVE_INFINITY;
    GroupSequential ending = limits.endingBelow(below);
    return Optional.of(
        new Futility(
            Arrays.stream(below, 0, below.length - 1).boxed().toList(),
            drift,
            last,
            ending.power(drift),
            ending.expectedShare(0),
            limits.expectedShare(0)));
  }
}
