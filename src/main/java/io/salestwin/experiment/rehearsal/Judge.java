package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Comparison;
import io.salestwin.experiment.analysis.Judging;
import io.salestwin.metrics.UnitTable;
import io.salestwin.random.Streams;
import io.salestwin.run.TrialPlan;
import io.salestwin.run.TrialPlan.World;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.Tally;
import io.salestwin.statistics.cluster.ClusterComparison;
import java.util.Arrays;
import java.util.List;

/**
 * What analysts would make of one trial: every method at the end, the planned one at its looks, and
 * the naive one every week.
 *
 * @param course the experiment with its days
 * @param seed of the chance by which units are dealt anew
 * @param methods how it is judged, the planned method first
 * @param looks when results are looked at as planned
 */
record Judge(Course course, long seed, List<Method> methods, List<Long> looks)
    implements TrialPlan.UnitReducer {

  static final int UNITS = 0;
  static final int TREATED = 1;
  static final int MEAN = 2;
  static final int MEAN_CONTROL = 3;
  static final int SD = 4;
  static final int CLUSTERS = 5;
  static final int VARIATION = 6;
  static final int ICC = 7;
  static final int OPEN = 8;
  static final int STOP_LOOK = 9;
  static final int STOP_MS = 10;
  static final int STOP_EFFECT = 11;
  static final int SIGNIFICANT = 12;
  static final int PEEK_MS = 13;
  static final int PEEK_EFFECT = 14;
  static final int PEEK = 15;
  static final int DECIDED_MS = 16;
  static final int GROUND = 17;
  static final int EVENTS = 18;
  static final int HAZARD = 19;
  static final int CORRELATION = 20;
  static final int METHODS = 21;

  /** Figures of each method. */
  static final int EFFECT = 0;

  static final int LOW = 1;
  static final int HIGH = 2;
  static final int P = 3;
  static final int PER_METHOD = 4;

  /** Figures of each guardrail and further metric, after those of the methods. */
  static final int LEVEL = 0;

  static final int SHOWN = 1;
  static final int BROKEN = 2;
  static final int PER_METRIC = 3;

  Judge {
    methods = List.copyOf(methods);
    looks = List.copyOf(looks);
  }

  Judge(Course course, long seed) {
    this(course, seed, Method.of(course.plan()), course.looksMs());
  }

  /** Where the figures of a guardrail begin; further metrics follow the guardrails. */
  int metric(int number) {
    return METHODS + PER_METHOD * methods.size() + PER_METRIC * number;
  }

  @Override
  public double[] reduce(UnitTable units, World world, int trial) {
    ExperimentPlan plan = course.plan();
    int metrics = plan.guardrails().size() + plan.secondary().size();
    double[] row = new double[metric(metrics)];
    Cases cases = Cases.at(course, units, course.endMs());
    Before before = Before.of(course, units);
    describe(units, cases, row);
    row[CORRELATION] = before.correlation(cases);
    Watch watch =
        new Watch(course, looks, new Judging(course.information(), seed + trial), units, before);
    Comparison end = watch.fill(row, this);
    row[HAZARD] = end.scale() == Comparison.Scale.HAZARD ? end.effect() : Double.NaN;
    for (int m = 0; m < methods.size(); m++) {
      Finding found = found(methods.get(m), units, cases, course.endMs(), world, trial);
      if (m == 0) {
        found = found.asAnalysed(end, plan);
      }
      int at = METHODS + PER_METHOD * m;
      row[at + EFFECT] = found.effect();
      row[at + LOW] = found.low();
      row[at + HIGH] = found.high();
      row[at + P] = sided(found);
    }
    if (course.plan().primary().measure() == Metric.Measure.CYCLE) {
      // its effect is told in days, as that of a roll-out
      long at = (long) row[STOP_MS];
      Cases then = Cases.at(course, units, at);
      row[STOP_EFFECT] = found(methods.get(0), units, then, at, world, trial).effect();
    }
    peek(units, world, trial, row);
    return row;
  }

  private Finding found(
      Method method, UnitTable units, Cases cases, long lookMs, World world, int trial) {
    // the naive method may be asked at many looks: only dealing anew draws
    Streams chance = new Streams(seed);
    chance.replication(trial);
    ExperimentPlan plan = course.plan();
    double level = 1 - (plan.twoSided() ? plan.alpha() : 2 * plan.alpha());
    return Finding.of(
        method,
        course,
        units,
        cases,
        lookMs,
        level,
        chance,
        world.ordinal() * 1_000_000L + lookMs / Course.DAY);
  }

  /** The same where only effect, error and p are asked for. */
  private Finding glance(
      Method method, UnitTable units, Cases cases, long lookMs, World world, int trial) {
    return method == Method.SHARES
        ? Finding.sharesAtALook(cases)
        : found(method, units, cases, lookMs, world, trial);
  }

  /**
   * The p that is held against the two-sided limit: where only one direction counts, an effect in
   * the other is none.
   */
  private double sided(Finding found) {
    if (course.plan().twoSided() || Double.isNaN(found.p())) {
      return found.p();
    }
    boolean good = found.effect() > 0 == course.plan().primary().higherIsBetter();
    return good ? found.p() : 1;
  }

  // ---- what it was like

  private void describe(UnitTable units, Cases cases, double[] row) {
    Tally[] arms = Finding.arms(cases);
    Tally all = arms[0].plus(arms[1]);
    Clusters clusters = Clusters.of(course, units, cases);
    row[UNITS] = cases.count();
    row[TREATED] = arms[1].n();
    row[MEAN] = all.mean();
    row[MEAN_CONTROL] = arms[0].mean();
    row[SD] =
        Math.sqrt((arms[0].squaredDeviations() + arms[1].squaredDeviations()) / (all.n() - 2.0));
    row[CLUSTERS] = clusters.count();
    row[VARIATION] = Double.NaN;
    row[ICC] = Double.NaN;
    if (course.plan().primary().measure() == Metric.Measure.COUNT) {
      row[MEAN] = Tally.of(clusters.perWeek(course, cases, course.endMs())).mean();
    }
    if (course.plan().unit() != Lever.Unit.LEAD && arms[0].n() > 0 && arms[1].n() > 0) {
      double[][] values = clusters.values(cases);
      row[ICC] = ClusterComparison.of(values, clusters.treated()).icc();
      Tally sizes = Tally.of(Arrays.stream(values).mapToDouble(each -> each.length).toArray());
      row[VARIATION] = sizes.sd() / sizes.mean();
    }
    row[EVENTS] =
        Arrays.stream(cases.rows())
            .filter(i -> Cases.reaches(units, 0, i, course.plan().primary().withinMs()))
            .count();
    int open = 0;
    for (int i = 0; i < units.count(); i++) {
      open += units.outcome(i) == UnitTable.Outcome.OPEN ? 1 : 0;
    }
    row[OPEN] = units.count() == 0 ? Double.NaN : open / (double) units.count();
  }

  // ---- looking every week

  /** The method of a naive analyst: leads are the units, and the first p below alpha is the end. */
  private void peek(UnitTable units, World world, int trial, double[] row) {
    Method naive = course.plan().primary().isShare() ? Method.SHARES : Method.MEANS;
    if (course.plan().primary().measure() == Metric.Measure.COUNT) {
      naive = Method.COUNTS;
    }
    double alpha = course.plan().twoSided() ? course.plan().alpha() : 2 * course.plan().alpha();
    row[PEEK_MS] = course.endMs();
    for (long at : course.weeklyMs()) {
      Cases cases = Cases.at(course, units, at);
      Finding found = glance(naive, units, cases, at, world, trial);
      row[PEEK_EFFECT] = found.effect();
      if (sided(found) < alpha) {
        row[PEEK] = 1;
        row[PEEK_MS] = at;
        return;
      }
    }
  }
}
