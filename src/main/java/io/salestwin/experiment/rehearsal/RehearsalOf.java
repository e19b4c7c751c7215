package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Ground;
import io.salestwin.experiment.rehearsal.Rehearsal.Adjusted;
import io.salestwin.experiment.rehearsal.Rehearsal.Further;
import io.salestwin.experiment.rehearsal.Rehearsal.Guarded;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Rule;
import io.salestwin.experiment.rehearsal.Rehearsal.Sequence;
import io.salestwin.experiment.rehearsal.Rehearsal.Shape;
import io.salestwin.experiment.rehearsal.Rehearsal.Truth;
import io.salestwin.run.TrialPlan.World;
import io.salestwin.run.TrialResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.PairedVariances;
import io.salestwin.statistics.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        covariate(methods),
        peeking(truth.effect()),
        new Formulas(
                course,
                seed,
                shape,
                truth,
                Math.exp(mean(World.DEALT, Judge.HAZARD)),
                mean(World.DEALT, Judge.EVENTS),
                mean(World.CONTROL, Judge.CORRELATION))
            .theory(methods),
        rule(),
        guardrails(),
        secondary());
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
    if (!plan.looks().isAnyTime()) {
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

  // ---- the whole rule

  private Rule rule() {
    double[] ends = column(World.DEALT, Judge.GROUND);
    Map<Ground, Double> grounds = new EnumMap<>(Ground.class);
    for (double end : ends) {
      grounds.merge(Ground.values()[(int) end], 1.0, Double::sum);
    }
    grounds.replaceAll((ground, count) -> count / ends.length);
    return new Rule(
        rate(shipped(World.DEALT)),
        rate(shipped(World.CONTROL)),
        days(World.DEALT, Judge.DECIDED_MS),
        days(World.CONTROL, Judge.DECIDED_MS),
        grounds);
  }

  private double[] shipped(World world) {
    return Arrays.stream(column(world, Judge.GROUND))
        .map(end -> Ground.values()[(int) end].advice() == Advice.SHIP ? 1 : 0)
        .toArray();
  }

  private List<Guarded> guardrails() {
    List<Guarded> all = new ArrayList<>();
    for (int g = 0; g < plan.guardrails().size(); g++) {
      int at = judge.metric(g);
      Estimate control = estimate(column(World.CONTROL, at + Judge.LEVEL));
      all.add(
          new Guarded(
              plan.guardrails().get(g).metric(),
              control,
              added(at),
              plan.guardrails().get(g).margin().of(control.orNaN()),
              rate(column(World.DEALT, at + Judge.SHOWN)),
              rate(column(World.CONTROL, at + Judge.SHOWN)),
              rate(column(World.DEALT, at + Judge.BROKEN)),
              rate(column(World.CONTROL, at + Judge.BROKEN))));
    }
    return all;
  }

  private List<Further> secondary() {
    List<Further> all = new ArrayList<>();
    for (int s = 0; s < plan.secondary().size(); s++) {
      int at = judge.metric(plan.guardrails().size() + s);
      all.add(
          new Further(
              plan.secondary().get(s),
              estimate(column(World.CONTROL, at + Judge.LEVEL)),
              added(at),
              rate(column(World.DEALT, at + Judge.SHOWN)),
              rate(column(World.CONTROL, at + Judge.SHOWN))));
    }
    return all;
  }

  /** What a roll-out adds to the level of a metric. */
  private Estimate added(int at) {
    return estimate(
        minus(column(World.TREATMENT, at + Judge.LEVEL), column(World.CONTROL, at + Judge.LEVEL)));
  }

  // ---- the covariate

  private Optional<Adjusted> covariate(List<Judged> methods) {
    if (methods.get(0).method() != Method.ADJUSTED) {
      return Optional.empty();
    }
    double[] correlation = column(World.CONTROL, Judge.CORRELATION);
    double[] adjusted = column(World.DEALT, Judge.METHODS + Judge.EFFECT);
    double[] plain = column(World.DEALT, Judge.METHODS + Judge.PER_METHOD + Judge.EFFECT);
    return Optional.of(new Adjusted(estimate(correlation), saved(adjusted, plain), methods.get(1)));
  }

  private static Estimate saved(double[] adjusted, double[] plain) {
    int[] known =
        IntStream.range(0, plain.length)
            .filter(t -> Double.isFinite(adjusted[t]) && Double.isFinite(plain[t]))
            .toArray();
    PairedVariances variances =
        PairedVariances.of(
            Arrays.stream(known).mapToDouble(t -> adjusted[t]).toArray(),
            Arrays.stream(known).mapToDouble(t -> plain[t]).toArray());
    return variances
        .ratio(Interval.ERROR)
        .value()
        .<Estimate>map(
            v ->
                new Estimate.Value(
                    1 - v.estimate(),
                    new Interval(1 - v.interval().high(), 1 - v.interval().low(), Interval.ERROR)))
        .orElse(new Estimate.NotComputable("what is measured does not vary"));
  }
}
