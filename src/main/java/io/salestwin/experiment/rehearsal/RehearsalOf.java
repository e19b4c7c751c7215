package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Sequence;
import io.salestwin.experiment.rehearsal.Rehearsal.Shape;
import io.salestwin.experiment.rehearsal.Rehearsal.Theory;
import io.salestwin.experiment.rehearsal.Rehearsal.Truth;
import io.salestwin.run.TrialPlan.World;
import io.salestwin.run.TrialResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Tally;
import io.salestwin.statistics.cluster.ClusterDesign;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.MeanPlan;
import io.salestwin.statistics.power.ProportionPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Makes a rehearsal from the rows of its trials. */
final class RehearsalOf {

  private final Course course;
  private final ExperimentPlan plan;
  private final long seed;
  private final TrialResult result;
  private final Judge judge;
  private final double alpha;

  RehearsalOf(Course course, long seed, TrialResult result) {
    if (result.trials().size() < 2) {
      throw new IllegalArgumentException("a rehearsal needs at least two trials");
    }
    this.course = course;
    this.seed = seed;
    this.result = result;
    plan = course.plan();
    judge = (Judge) result.plan().reducer();
    alpha = plan.twoSided() ? plan.alpha() : 2 * plan.alpha();
  }

  Rehearsal rehearsal() {
    Truth truth = truth();
    Shape shape = shape();
    List<Judged> methods = new ArrayList<>();
    for (int m = 0; m < judge.methods().size(); m++) {
      methods.add(judged(m, truth.effect()));
    }
    return new Rehearsal(
        course,
        seed,
        result.trials().size(),
        shape,
        truth,
        methods,
        planned(truth.effect()),
        peeking(truth.effect()),
        theory(shape, truth));
  }

  // ---- what a trial is like

  private Shape shape() {
    return new Shape(
        mean(World.CONTROL, Judge.UNITS),
        mean(World.CONTROL, Judge.CLUSTERS),
        mean(World.CONTROL, Judge.ICC),
        mean(World.CONTROL, Judge.VARIATION),
        mean(World.CONTROL, Judge.SD),
        mean(World.CONTROL, Judge.OPEN));
  }

  private double mean(World world, int index) {
    double[] known = Arrays.stream(column(world, index)).filter(Double::isFinite).toArray();
    return known.length == 0 ? Double.NaN : Tally.of(known).mean();
  }

  private double[] column(World world, int index) {
    return result.column(world, index);
  }

  private Truth truth() {
    double[] control = column(World.CONTROL, Judge.MEAN);
    double[] treatment = column(World.TREATMENT, Judge.MEAN);
    double[] measured = column(World.DEALT, Judge.METHODS + Judge.EFFECT);
    return new Truth(
        estimate(control),
        estimate(minus(treatment, control)),
        estimate(measured),
        estimate(minus(measured, minus(treatment, control))));
  }

  private static double[] minus(double[] first, double[] second) {
    double[] difference = new double[first.length];
    Arrays.setAll(difference, i -> first[i] - second[i]);
    return difference;
  }

  private static Estimate estimate(double[] values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    return known.length < 2
        ? new Estimate.NotComputable("fewer than two trials have such a figure")
        : Intervals.mean(Tally.of(known), Interval.ERROR);
  }

  // ---- methods

  private Judged judged(int m, Estimate truth) {
    int at = Judge.METHODS + Judge.PER_METHOD * m;
    double[] p = column(World.DEALT, at + Judge.P);
    double[] nothing = column(World.CONTROL, at + Judge.P);
    boolean[] found = new boolean[p.length];
    int unknown = 0;
    for (int t = 0; t < p.length; t++) {
      found[t] = p[t] <= alpha;
      unknown += Double.isNaN(p[t]) ? 1 : 0;
    }
    double[] effects = column(World.DEALT, at + Judge.EFFECT);
    Method method = judge.methods().get(m);
    return new Judged(
        method,
        Method.isNaive(method, plan.unit()),
        rate(atMost(p)),
        rate(atMost(nothing)),
        coverage(at, truth),
        estimate(effects),
        exaggeration(effects, found, truth),
        wrongSign(effects, found, truth),
        unknown);
  }

  private double[] atMost(double[] p) {
    return Arrays.stream(p)
        .map(each -> Double.isNaN(each) ? each : each <= alpha ? 1 : 0)
        .toArray();
  }

  /** The share of ones; what is not computable counts in no rate. */
  private static Estimate rate(double[] zeroOrOne) {
    double[] known = Arrays.stream(zeroOrOne).filter(each -> !Double.isNaN(each)).toArray();
    return known.length == 0
        ? new Estimate.NotComputable("the test could not be computed in any trial")
        : Intervals.proportion(
            Arrays.stream(known).filter(each -> each > 0).count(), known.length, Interval.ERROR);
  }

  private Estimate coverage(int at, Estimate truth) {
    double[] low = column(World.DEALT, at + Judge.LOW);
    double[] high = column(World.DEALT, at + Judge.HIGH);
    double[] held = new double[low.length];
    Arrays.setAll(
        held,
        t ->
            Double.isNaN(low[t]) || truth.value().isEmpty()
                ? Double.NaN
                : low[t] <= truth.orNaN() && truth.orNaN() <= high[t] ? 1 : 0);
    Estimate rate = rate(held);
    return rate.value().isPresent()
        ? rate
        : new Estimate.NotComputable("the method gives no interval");
  }

  private static Estimate exaggeration(double[] effects, boolean[] found, Estimate truth) {
    Estimate reason = known(truth);
    if (reason.value().isEmpty()) {
      return reason;
    }
    double[] ratios = new double[effects.length];
    Arrays.setAll(
        ratios, t -> found[t] ? Math.abs(effects[t]) / Math.abs(truth.orNaN()) : Double.NaN);
    Estimate mean = estimate(ratios);
    return mean.value().isPresent()
        ? mean
        : new Estimate.NotComputable("fewer than two trials found an effect");
  }

  private static Estimate wrongSign(double[] effects, boolean[] found, Estimate truth) {
    Estimate reason = known(truth);
    if (reason.value().isEmpty()) {
      return reason;
    }
    double[] wrong = new double[effects.length];
    Arrays.setAll(
        wrong,
        t ->
            found[t] ? Math.signum(effects[t]) == -Math.signum(truth.orNaN()) ? 1 : 0 : Double.NaN);
    Estimate rate = rate(wrong);
    return rate.value().isPresent() ? rate : new Estimate.NotComputable("no trial found an effect");
  }

  /** The true effect, if it is known to be other than 0. */
  private static Estimate known(Estimate truth) {
    return truth
        .value()
        .filter(value -> !value.interval().contains(0))
        .<Estimate>map(value -> value)
        .orElse(
            new Estimate.NotComputable(
                "the effect of a roll-out cannot be told from nothing with so many trials"));
  }

  // ---- looks

  private Sequence planned(Estimate truth) {
    double[] found = column(World.DEALT, Judge.SIGNIFICANT);
    double[] effects = column(World.DEALT, Judge.STOP_EFFECT);
    double[] looks = column(World.DEALT, Judge.STOP_LOOK);
    List<Double> stops = new ArrayList<>();
    if (plan.looks().kind() != Looks.Kind.ANY_TIME) {
      for (int k = 1; k <= judge.looks().size(); k++) {
        double look = k;
        stops.add(Arrays.stream(looks).filter(at -> at == look).count() / (double) looks.length);
      }
    }
    return new Sequence(
        rate(found),
        rate(column(World.CONTROL, Judge.SIGNIFICANT)),
        exaggeration(effects, ones(found), truth),
        wrongSign(effects, ones(found), truth),
        days(World.DEALT, Judge.STOP_MS),
        days(World.CONTROL, Judge.STOP_MS),
        stops);
  }

  private Sequence peeking(Estimate truth) {
    double[] found = column(World.DEALT, Judge.PEEK);
    double[] effects = column(World.DEALT, Judge.PEEK_EFFECT);
    return new Sequence(
        rate(found),
        rate(column(World.CONTROL, Judge.PEEK)),
        exaggeration(effects, ones(found), truth),
        wrongSign(effects, ones(found), truth),
        days(World.DEALT, Judge.PEEK_MS),
        days(World.CONTROL, Judge.PEEK_MS),
        List.of());
  }

  private static boolean[] ones(double[] values) {
    boolean[] ones = new boolean[values.length];
    for (int t = 0; t < ones.length; t++) {
      ones[t] = values[t] > 0;
    }
    return ones;
  }

  private Estimate days(World world, int index) {
    return estimate(
        Arrays.stream(column(world, index))
            .map(at -> (at - course.startMs()) / Course.DAY)
            .toArray());
  }

  // ---- formulas

  private Theory theory(Shape shape, Truth truth) {
    double effect = truth.effect().orNaN();
    double measured = truth.measured().orNaN();
    double share = plan.share();
    double n1 = shape.leads() * (1 - share);
    double ratio = share / (1 - share);
    Demand demand = new Demand(plan.alpha(), plan.twoSided() ? 2 : 1, plan.power());
    Method method = judge.methods().get(0);
    return switch (method) {
      case SHARES -> {
        double p1 = truth.control().orNaN();
        yield theory(
            "the normal approximation of the z test",
            shares(p1, p1 + effect, ratio, demand, n1),
            shares(p1, p1 + measured, ratio, demand, n1));
      }
      case MEANS -> {
        MeanPlan means = new MeanPlan(shape.sd(), ratio, false, demand);
        yield theory(
            "Student's t test by the noncentral t",
            means.powerStrict(Math.abs(effect), n1),
            means.powerStrict(Math.abs(measured), n1));
      }
      case CLUSTERS, CLUSTER_MEANS -> clusters(shape, effect, measured);
      case FISHER, LOG_RANK, PERMUTATION, COUNTS ->
          new Theory(
              "no formula for this test is at hand",
              OptionalDouble.empty(),
              OptionalDouble.empty());
    };
  }

  private Theory clusters(Shape shape, double effect, double measured) {
    int each = (int) Math.round(shape.clusters() / 2);
    if (each < 2 || plan.share() != 0.5 || Double.isNaN(shape.icc())) {
      return new Theory(
          "the formula for clusters needs two arms of half the clusters, at least two each",
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    ClusterDesign design =
        new ClusterDesign(
            shape.leads() / shape.clusters(), Math.max(0, shape.icc()), shape.variation());
    return theory(
        "the t test of cluster means with the design effect of the correlation within clusters",
        design.power(each, effect, shape.sd(), alpha),
        design.power(each, measured, shape.sd(), alpha));
  }

  private static double shares(double p1, double p2, double ratio, Demand demand, double n1) {
    boolean fits = p1 > 0 && p1 < 1 && p2 > 0 && p2 < 1;
    return fits ? new ProportionPlan(p1, p2, ratio, demand).powerStrict(n1) : Double.NaN;
  }

  private static Theory theory(String formula, double power, double powerMeasured) {
    return new Theory(formula, known(power), known(powerMeasured));
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
