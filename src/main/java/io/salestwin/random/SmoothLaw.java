package io.salestwin.random;

import org.apache.commons.math3.special.Erf;

/**
 * A law on the whole line with a log-concave density, given by its two tails: what a quantile table
 * is made from. Not public; {@link Gamma} and {@link Beta} are such laws after a transformation.
 */
abstract sealed class SmoothLaw permits LogGammaLaw, LogitBetaLaw {

  private static final int MOST_STEPS = 200;

  /** The probability of at most t, accurate when small. */
  abstract double lower(double t);

  /** The probability of more than t, accurate when small. */
  abstract double upper(double t);

  /** The logarithm of the density. */
  abstract double logDensity(double t);

  /** A rough place of the quantile at standard normal z. */
  abstract double guess(double z);

  /** The quantile for a lower probability p and its complement q = 1 - p, both above 0. */
  final double quantile(double p, double q) {
    double z = p <= q ? Elementary.normalQuantile(p) : -Elementary.normalQuantile(q);
    return quantile(p, q, guess(z));
  }

  /**
   * Newton's method on the logarithm of the smaller tail, which is concave, so that steps cannot
   * diverge; halving where rounding spoils a step.
   */
  final double quantile(double p, double q, double start) {
    boolean fromBelow = p <= q;
    double target = StrictMath.log(fromBelow ? p : q);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double t = start;
    double lastStep = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_STEPS; i++) {
      double logTail = StrictMath.log(fromBelow ? lower(t) : upper(t));
      double error = fromBelow ? logTail - target : target - logTail; // rises with t
      if (error > 0) {
        high = t;
      } else {
        low = t;
      }
      double next = t - error * StrictMath.exp(logTail - logDensity(t));
      if (!(next >= low && next <= high)) {
        next = inside(low, high);
      }
      double step = Math.abs(next - t);
      boolean stalled = step >= lastStep / 2 && step <= 1e-9 * Math.max(1, Math.abs(t));
      if (stalled || step <= 4e-16 * Math.max(1e-3, Math.abs(t))) {
        return next;
      }
      lastStep = step;
      t = next;
    }
    return t;
  }

  private static double inside(double low, double high) {
    if (low == Double.NEGATIVE_INFINITY) {
      return high - Math.max(1, Math.abs(high));
    }
    if (high == Double.POSITIVE_INFINITY) {
      return low + Math.max(1, Math.abs(low));
    }
    return low + (high - low) / 2;
  }

  /** The standard normal distribution function, accurate in the lower tail. */
  static double normalCdf(double z) {
    return Erf.erfc(-z / StrictMath.sqrt(2)) / 2;
  }

  /** The logarithm of the standard normal density. */
  static double normalLogDensity(double z) {
    return -z * z / 2 - 0.9189385332046727; // ln sqrt(2 pi)
  }

  /** ln Gamma(x) for x > 0. */
  static double logGamma(double x) {
    return org.apache.commons.math3.special.Gamma.logGamma(x);
  }
}
