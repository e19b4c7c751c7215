package io.salestwin.statistics;

import io.salestwin.statistics.special.StudentLaw;

/**
 * How the variances of two figures of the same trials compare. The interval is that of Pitman and
 * Morgan (E. J. G. Pitman, Biometrika 31, 1939, 9-12; W. A. Morgan, the same, 13-19): x - c y and x
 * + c y of normal figures are uncorrelated where c² is the ratio of the variances, and the test of
 * that correlation, turned round, gives F (K ± √(K² - 1)) with K = 1 + 2 (1 - r²) t² / (n - 2).
 *
 * @param n how many trials, at least 3
 * @param ratio F, the variance of the first over that of the second
 * @param correlation r, between the two
 */
public record PairedVariances(int n, double ratio, double correlation) {

  /**
   * Compares.
   *
   * @param x the first figure of each trial; finite
   * @param y the second, as many
   * @return the comparison; its figures are NaN where fewer than 3 trials are given or either does
   *     not vary
   */
  public static PairedVariances of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x has " + x.length + " figures, y has " + y.length + ": give as many");
    }
    Tally first = Tally.of(x);
    Tally second = Tally.of(y);
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - first.mean()) * (y[i] - second.mean());
    }
    double xx = first.squaredDeviations();
    double yy = second.squaredDeviations();
    if (x.length < 3 || !(xx > 0) || !(yy > 0)) {
      return new PairedVariances(x.length, Double.NaN, Double.NaN);
    }
    double r = Math.max(-1, Math.min(1, product / Math.sqrt(xx * yy)));
    return new PairedVariances(x.length, xx / yy, r);
  }

  /**
   * The ratio with its interval.
   *
   * @param level above 0 and below 1
   * @return F; not computable from fewer than 3 trials, or where either does not vary
   */
  public Estimate ratio(double level) {
    if (Double.isNaN(ratio)) {
      return new Estimate.NotComputable("it takes three trials whose figures vary");
    }
    double t = StudentLaw.critical(level, n - 2.0);
    double k = 1 + 2 * (1 - correlation * correlation) * t * t / (n - 2.0);
    double reach = Math.sqrt(k * k - 1);
    // (K - √(K² - 1)) is 1 over (K + √(K² - 1)), which loses no digits
    return new Estimate.Value(ratio, new Interval(ratio / (k + reach), ratio * (k + reach), level));
  }
}
