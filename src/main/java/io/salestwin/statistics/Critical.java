package io.salestwin.statistics;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Critical values of the distributions behind the intervals. */
final class Critical {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double ACCURACY = 1e-13;

  private Critical() {}

  /** The z with P(-z <= Z <= z) = level. */
  static double normal(double level) {
    return NORMAL.inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The t with P(-t <= T <= t) = level. */
  static double student(double level, long freedom) {
    return new TDistribution(null, freedom, ACCURACY).inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The p-quantile of F. */
  static double f(double p, long numerator, long denominator) {
    return new FDistribution(null, numerator, denominator, ACCURACY)
        .inverseCumulativeProbability(p);
  }

  /** P(B >= hits) for B ~ Binomial(n, p), by the regularised incomplete beta function. */
  static double binomialAtLeast(long hits, long n, double p) {
    if (hits <= 0) {
      return 1;
    }
    if (hits > n) {
      return 0;
    }
    return Beta.regularizedBeta(p, hits, n - hits + 1.0);
  }

  /** The largest l from 0 to n with P(B <= l - 1) <= tail, for B ~ Binomial(n, p). */
  static int binomialRank(int n, double p, double tail) {
    int holds = 0;
    int fails = n + 1;
    while (fails - holds > 1) {
      int l = (holds + fails) >>> 1;
      // P(B <= l - 1) is P(n - B >= n - l + 1), free of cancellation
      if (binomialAtLeast(n - l + 1L, n, 1 - p) <= tail) {
        holds = l;
      } else {
        fails = l;
      }
    }
    return holds;
  }

  /** The smallest n with P(B = 0) <= tail, for B ~ Binomial(n, p). */
  static int trialsFor(double p, double tail) {
    double n = StrictMath.ceil(StrictMath.log(tail) / StrictMath.log1p(-p));
    return (int) Math.max(1, n);
  }
}
