package io.salestwin.statistics;

import java.util.Arrays;

/**
 * One figure of two alternatives that met the same luck: value i of both comes from the same
 * replication (common random numbers), and replications 2i and 2i + 1 are one unit as in {@link
 * Pairs}. What is sought is the difference, second minus first, which is known better than either
 * figure when luck moves both alike (Law, <em>Simulation Modeling and Analysis</em>, 5th ed. 2015,
 * section 11.2).
 *
 * <p>A replication counts only where both values could be computed.
 */
public final class MatchedPairs {

  private static final int LEAST_PAIRS = 3;

  private final Pairs first;
  private final Pairs second;
  private final Pairs differences;

  private MatchedPairs(Pairs first, Pairs second, Pairs differences) {
    this.first = first;
    this.second = second;
    this.differences = differences;
  }

  /**
   * Matches values.
   *
   * @param first values of the first alternative, finite or NaN where not computable; values 2i and
   *     2i + 1 are a pair
   * @param second as many values of the second one
   * @return the matched values
   * @throws IllegalArgumentException when the numbers differ or a value is infinite
   */
  public static MatchedPairs of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "values must come in equal numbers: " + first.length + " and " + second.length);
    }
    double[] a = first.clone();
    double[] b = second.clone();
    double[] d = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      d[i] = b[i] - a[i];
      if (Double.isNaN(d[i])) {
        a[i] = Double.NaN;
        b[i] = Double.NaN;
      }
    }
    return new MatchedPairs(Pairs.ofComputable(a), Pairs.ofComputable(b), Pairs.ofComputable(d));
  }

  /**
   * The differences, replication by replication: for their mean ({@link Intervals#mean(Pairs,
   * double)}), their quantiles, or the odds that the second alternative does better ({@link
   * Intervals#atLeast}).
   *
   * @return second minus first
   */
  public Pairs differences() {
    return differences;
  }

  /**
   * What the common luck won: (Var A + Var B) / Var(B - A), where Var is the variance of a pair's
   * mean. It is how many times as many replications two runs with luck of their own would need for
   * the same error of the difference; 1 means that nothing is won. The interval is that of the
   * logarithm, with the error that the jackknife over pairs gives. Only whole pairs count.
   *
   * @param level above 0 and below 1
   * @return the ratio, above 0; not computable from fewer than 3 whole pairs, or when the
   *     difference is the same in every pair
   */
  public Estimate varianceRatio(double level) {
    Finite.requireInside("level", level);
    double[] a = first.pairMeans();
    double[] b = second.pairMeans();
    double[] d = differences.pairMeans();
    int k = d.length;
    if (k < LEAST_PAIRS) {
      return Estimate.notComputable(
          "a ratio of variances needs at least "
              + LEAST_PAIRS
              + " whole pairs and there "
              + (k == 0 ? "are none" : k == 1 ? "is 1" : "are " + k));
    }
    double own = Tally.of(a).variance() + Tally.of(b).variance();
    double common = Tally.of(d).variance();
    if (common == 0) {
      return Estimate.notComputable("the difference is the same in every pair of replications");
    }
    double[] ownLeftOut = Jackknife.variances(a);
    double[] bLeftOut = Jackknife.variances(b);
    Arrays.setAll(ownLeftOut, i -> ownLeftOut[i] + bLeftOut[i]);
    double error = Jackknife.errorOfLogRatio(ownLeftOut, Jackknife.variances(d));
    if (!Double.isFinite(error)) {
      return Estimate.notComputable("the difference is the same in every pair but one");
    }
    double factor = StrictMath.exp(Critical.student(level, k - 1L) * error);
    double ratio = own / common;
    return Estimate.of(ratio, new Interval(ratio / factor, ratio * factor, level));
  }
}
