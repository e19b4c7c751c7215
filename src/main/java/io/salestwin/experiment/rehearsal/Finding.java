package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Comparison;
import io.salestwin.metrics.UnitTable;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.Tally;
import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.proportion.FisherTest;
import io.salestwin.statistics.proportion.OneProportion;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.survival.LogRank;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a method finds in one trial at one look. A figure that is not computable is NaN.
 *
 * @param effect treatment minus control
 * @param error its standard error
 * @param low lower end of its interval
 * @param high upper end
 * @param p two-sided p
 */
record Finding(double effect, double error, double low, double high, double p) {

  static final Finding NONE =
      new Finding(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final int REDEALT = 499;
  private static final double ROUNDING = 1 + 1e-9;

  /**
   * Judges leads by a method.
   *
   * @param level of the interval
   * @param chance for dealing anew
   * @param key of that chance
   */
  static Finding of(
      Method method,
      Course course,
      UnitTable units,
      Cases cases,
      long lookMs,
      double level,
      Streams chance,
      long key) {
    return switch (method) {
      case SHARES, FISHER -> shares(cases, level, method == Method.FISHER);
      case MEANS -> means(cases, level);
      case LOG_RANK -> logRank(course, units, cases, lookMs, level);
      case ADJUSTED -> NONE; // only the analysis itself knows it
      case CLUSTERS, CLUSTER_MEANS, CLUSTER_LOG_RANK, CLUSTER_RATIO ->
          clusters(cases, Clusters.of(course, units, cases), level, method);
      case COUNTS -> counts(course, cases, Clusters.of(course, units, cases), lookMs, level);
      case PERMUTATION ->
          redealt(course, cases, Clusters.of(course, units, cases), lookMs, chance, key);
    };
  }

  /**
   * The same as the planned analysis finds it. Of a cycle only the p is taken: its effect is a
   * hazard ratio, while here and in a roll-out days are measured.
   */
  Finding asAnalysed(Comparison seen, ExperimentPlan plan) {
    if (!seen.isComputable()) {
      return NONE;
    }
    // a one-sided p at its level is a two-sided one at twice the level
    double both = plan.twoSided() ? seen.p() : Math.min(1, 2 * seen.p());
    return seen.scale() == Comparison.Scale.HAZARD
        ? new Finding(effect, error, low, high, both)
        : new Finding(seen.effect(), seen.se(), seen.low(), seen.high(), both);
  }

  /** Newcombe's interval of two Wilson intervals (Statistics in Medicine 17, 1998, 873-890). */
  private static Finding shares(Cases cases, double level, boolean exact) {
    Finding look = sharesAtALook(cases);
    long[] n = new long[2];
    long[] hits = new long[2];
    count(cases, n, hits);
    if (n[0] == 0 || n[1] == 0) {
      return NONE;
    }
    double[] p = {(double) hits[0] / n[0], (double) hits[1] / n[1]};
    Bounds control = OneProportion.wilson(hits[0], n[0], level);
    Bounds treatment = OneProportion.wilson(hits[1], n[1], level);
    return new Finding(
        look.effect,
        look.error,
        look.effect - Math.hypot(p[1] - treatment.low(), control.high() - p[0]),
        look.effect + Math.hypot(treatment.high() - p[1], p[0] - control.low()),
        exact
            ? FisherTest.of(hits[1], n[1] - hits[1], hits[0], n[0] - hits[0], level).twoSided()
            : look.p);
  }

  /** The same without an interval, where many looks are had: the pooled z test. */
  static Finding sharesAtALook(Cases cases) {
    long[] n = new long[2];
    long[] hits = new long[2];
    count(cases, n, hits);
    double p1 = (double) hits[0] / n[0];
    double p2 = (double) hits[1] / n[1];
    double pooled = (double) (hits[0] + hits[1]) / (n[0] + n[1]);
    double z = (p2 - p1) / Math.sqrt(pooled * (1 - pooled) * (1.0 / n[0] + 1.0 / n[1]));
    double error = Math.sqrt(p1 * (1 - p1) / n[0] + p2 * (1 - p2) / n[1]);
    double p = Double.isFinite(z) ? NormalLaw.twoSided(z) : Double.NaN;
    return new Finding(p2 - p1, error, Double.NaN, Double.NaN, p);
  }

  private static void count(Cases cases, long[] n, long[] hits) {
    for (int i = 0; i < cases.count(); i++) {
      int arm = cases.treated()[i] ? 1 : 0;
      n[arm]++;
      hits[arm] += cases.values()[i] > 0 ? 1 : 0;
    }
  }

  private static Finding means(Cases cases, double level) {
    Tally[] arms = arms(cases);
    if (arms[0].n() < 2 || arms[1].n() < 2) {
      return NONE;
    }
    double[] squares = new double[2];
    for (int arm = 0; arm < 2; arm++) {
      squares[arm] = arms[arm].variance() / arms[arm].n();
    }
    double sum = squares[0] + squares[1];
    double freedom =
        sum
            * sum
            / (squares[0] * squares[0] / (arms[0].n() - 1)
                + squares[1] * squares[1] / (arms[1].n() - 1));
    double effect = arms[1].mean() - arms[0].mean();
    if (!(sum > 0)) {
      return new Finding(effect, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    WelchTest test = new WelchTest(effect, Math.sqrt(sum), freedom, "");
    Bounds bounds = test.bounds(level);
    return new Finding(effect, Math.sqrt(sum), bounds.low(), bounds.high(), test.twoSided());
  }

  static Tally[] arms(Cases cases) {
    double[][] values = new double[2][cases.count()];
    int[] n = new int[2];
    for (int i = 0; i < cases.count(); i++) {
      int arm = cases.treated()[i] ? 1 : 0;
      values[arm][n[arm]++] = cases.values()[i];
    }
    return new Tally[] {
      Tally.of(Arrays.copyOf(values[0], n[0])), Tally.of(Arrays.copyOf(values[1], n[1]))
    };
  }

  /** The test sees younger leads, too; the effect is that of restricted means of the others. */
  private static Finding logRank(
      Course course, UnitTable units, Cases cases, long lookMs, double level) {
    Metric metric = course.plan().primary();
    int n = 0;
    while (n < units.count() && units.enrolledAt(n) < lookMs) {
      n++;
    }
    double[] time = new double[n];
    boolean[] event = new boolean[n];
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      long seen = Math.min(metric.withinMs(), lookMs - units.enrolledAt(i));
      event[i] = Cases.reaches(units, 0, i, seen);
      time[i] = event[i] ? units.goalAt(0, i) - units.enrolledAt(i) : seen;
      group[i] = units.arm(i);
    }
    LogRank test = LogRank.of(LogRank.Weighting.EVEN, time, event, group, 2, new int[n]);
    Finding means = means(cases, level);
    double p = test.isDefined() ? test.p() : Double.NaN;
    return new Finding(means.effect, means.error, means.low, means.high, p);
  }

  private static Finding clusters(Cases cases, Clusters clusters, double level, Method method) {
    if (!clusters.hasBoth()) {
      return NONE;
    }
    ClusterComparison comparison = ClusterComparison.of(clusters.values(cases), clusters.treated());
    return of(
        method == Method.CLUSTER_MEANS ? comparison.ofMeans() : comparison.robustReduced(), level);
  }

  private static Finding of(ClusterComparison.Test test, double level) {
    if (!(test.se() > 0) || Double.isInfinite(test.se()) || !(test.df() > 0)) {
      return NONE;
    }
    Bounds bounds = test.interval(level);
    return new Finding(test.estimate(), test.se(), bounds.low(), bounds.high(), test.p());
  }

  private static Finding counts(
      Course course, Cases cases, Clusters clusters, long lookMs, double level) {
    if (!clusters.hasBoth()) {
      return NONE;
    }
    double[] counts = clusters.perWeek(course, cases, lookMs);
    double[][] single = new double[counts.length][];
    Arrays.setAll(single, c -> new double[] {counts[c]});
    return of(ClusterComparison.of(single, clusters.treated()).ofMeans(), level);
  }

  // ---- dealing anew

  /** Whole clusters change arms within their strata; p counts what was seen among them. */
  private static Finding redealt(
      Course course, Cases cases, Clusters clusters, long lookMs, Streams chance, long key) {
    if (!clusters.hasBoth()) {
      return NONE;
    }
    boolean counted = course.plan().primary().measure() == Metric.Measure.COUNT;
    double[] sums =
        counted ? clusters.perWeek(course, cases, lookMs) : new double[clusters.count()];
    double[] sizes = new double[clusters.count()];
    Arrays.fill(sizes, counted ? 1 : 0);
    for (int i = 0; i < cases.count() && !counted; i++) {
      sums[clusters.of()[i]] += cases.values()[i];
      sizes[clusters.of()[i]]++;
    }
    boolean[] arms = clusters.treated().clone();
    double observed = difference(sums, sizes, arms);
    int[] order = byStratum(clusters.stratum());
    int asFar = 1;
    long draw = 0;
    for (int b = 0; b < REDEALT; b++) {
      draw = shuffle(arms, order, clusters.stratum(), chance, key, draw);
      double redealt = difference(sums, sizes, arms);
      asFar += Math.abs(redealt) * ROUNDING >= Math.abs(observed) ? 1 : 0;
    }
    double p = asFar / (REDEALT + 1.0);
    return new Finding(observed, Double.NaN, Double.NaN, Double.NaN, p);
  }

  /** Fisher's and Yates's shuffle of the arms in each stratum; returns the next draw's number. */
  private static long shuffle(
      boolean[] arms, int[] order, int[] stratum, Streams chance, long key, long first) {
    long draw = first;
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && stratum[order[to]] == stratum[order[from]]) {
        to++;
      }
      for (int i = to - 1; i > from; i--) {
        double u = chance.uniform(key, Purpose.PERMUTATION.code(), draw++);
        int other = order[from + (int) (u * (i - from + 1))];
        boolean swapped = arms[order[i]];
        arms[order[i]] = arms[other];
        arms[other] = swapped;
      }
      from = to;
    }
    return draw;
  }

  private static int[] byStratum(int[] stratum) {
    return IntStream.range(0, stratum.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer c) -> stratum[c]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double difference(double[] sums, double[] sizes, boolean[] arms) {
    double[] sum = new double[2];
    double[] size = new double[2];
    for (int c = 0; c < sums.length; c++) {
      int arm = arms[c] ? 1 : 0;
      sum[arm] += sums[c];
      size[arm] += sizes[c];
    }
    return sum[1] / size[1] - sum[0] / size[0];
  }
}
