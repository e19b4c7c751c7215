package io.salestwin.statistics;

/**
 * The standard error of a figure from what it becomes when each unit is left out in turn (Tukey
 * 1958, Annals of Mathematical Statistics 29; Efron and Tibshirani, <em>An Introduction to the
 * Bootstrap</em>, 1993, chapter 11). It asks nothing of the distribution of the units.
 */
final class Jackknife {

  private Jackknife() {}

  /**
   * √((k - 1) / k x Σ (t(i) - mean of t)²) with t(i) the figure without unit i of k.
   *
   * @return the standard error; infinite when leaving one unit out makes the figure infinite, NaN
   *     for fewer than 2 units
   */
  static double standardError(double[] leftOut) {
    for (double value : leftOut) {
      if (!Double.isFinite(value)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    int k = leftOut.length;
    return Math.sqrt(Tally.of(leftOut).squaredDeviations() * (k - 1) / k);
  }

  /**
   * log(a / b) without each unit in turn, for two figures that are sums or variances over units.
   *
   * @param a the first figure without each unit, 0 or more
   * @param b the second figure without each unit, 0 or more
   */
  static double errorOfLogRatio(double[] a, double[] b) {
    double[] leftOut = new double[a.length];
    for (int i = 0; i < leftOut.length; i++) {
      leftOut[i] = StrictMath.log(a[i]) - StrictMath.log(b[i]);
    }
    return a.length < 2 ? Double.NaN : standardError(leftOut);
  }

  /** The variance of the others (k - 2 in the denominator), without each of k values in turn. */
  static double[] variances(double[] values) {
    int k = values.length;
    Tally all = Tally.of(values);
    double[] variances = new double[k];
    for (int i = 0; i < k; i++) {
      double step = values[i] - all.mean();
      // rounding may leave a speck below 0 where the others are equal
      variances[i] = Math.max(0, all.squaredDeviations() - step * step * k / (k - 1.0)) / (k - 2.0);
    }
    return variances;
  }
}
