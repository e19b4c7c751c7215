package io.salestwin.statistics.special;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Student's t with a mean that is not 0: (Z + ncp) / s with Z standard normal and s² ~ χ²(df) / df
 * independent of it. It is what a t test statistic follows when there is an effect.
 */
public final class NoncentralT {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A normal tail from here on is 0 as far as doubles can tell. */
  private static final double FAR = 40;

  /** So many times its own order of size, √(1 + 120 / df), no scale s ever is. */
  private static final double LONGEST = 2;

  private static final double NEGLIGIBLE = 120;

  private NoncentralT() {}

  /**
   * P(T > t) = E Φ(ncp - t s), the expectation over the law of s by {@link ChiScale}; all terms are
   * positive, so nothing cancels. The error is below 1e-13 where df is at least 0.1.
   *
   * @param t the limit
   * @param df degrees of freedom, above 0
   * @param ncp the mean of the numerator
   * @return the probability of a larger value
   */
  public static double above(double t, double df, double ncp) {
    if (t >= 0 && ncp < -FAR) {
      return 0;
    }
    if (t >= 0 && ncp - t * LONGEST * Math.sqrt(1 + NEGLIGIBLE / df) > FAR) {
      return 1;
    }
    return ChiScale.of(df, Math.max(Math.abs(ncp), Math.min(Math.abs(t), 10)))
        .mean(s -> NORMAL.survivalProbability(t * s - ncp));
  }
}
