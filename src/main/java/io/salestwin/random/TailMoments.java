package io.salestwin.random;

import java.util.function.DoubleUnaryOperator;

/**
 * Mean and variance of a smooth distribution that is made from another from its tails on either
 * side of a point m: E[X] = m + integral of S above m - integral of F below m, E[(X - m)^2]
 * likewise with weight 2 |x - m|. Integrals by the double exponential formula (H. Takahasi, M.
 * Mori, Publ. RIMS 9, 1974), which does not mind steep ends.
 *
 * @param mean the mean
 * @param variance the variance
 */
record TailMoments(double mean, double variance) {

  private static final double STEP = 1.0 / 32;
  private static final double HALF_PI = StrictMath.PI / 2;

  /**
   * Integrates.
   *
   * @param law the distribution
   * @param origin what it is made from, with as heavy an upper tail where that is not cut
   */
  static TailMoments of(Distribution law, Distribution origin) {
    double m = centre(law, origin);
    if (law.high() == Double.POSITIVE_INFINITY && !Double.isFinite(origin.variance())) {
      return new TailMoments(
          Double.isFinite(origin.mean()) ? meanOf(law, m) : Double.POSITIVE_INFINITY,
          origin.variance());
    }
    double mean = meanOf(law, m);
    double second =
        above(law, m, x -> 2 * (x - m) * law.survival(x))
            + below(law, m, x -> 2 * (m - x) * law.cdf(x));
    return new TailMoments(mean, Math.max(0, second - (mean - m) * (mean - m)));
  }

  private static double meanOf(Distribution law, double m) {
    return m + above(law, m, law::survival) - below(law, m, law::cdf);
  }

  /** The median; for a triangle its mode if inside, because the density has a corner there. */
  private static double centre(Distribution law, Distribution origin) {
    if (origin instanceof Triangular t && t.mode() > law.low() && t.mode() < law.high()) {
      return t.mode();
    }
    return law.quantile(0.5);
  }

  private static double above(Distribution law, double m, DoubleUnaryOperator f) {
    return law.high() < Double.POSITIVE_INFINITY
        ? finite(f, m, law.high())
        : infinite(f, m, 1, law.quantile(0.9) - m);
  }

  private static double below(Distribution law, double m, DoubleUnaryOperator f) {
    return law.low() > Double.NEGATIVE_INFINITY
        ? finite(f, law.low(), m)
        : infinite(f, m, -1, m - law.quantile(0.1));
  }

  /** x = (a + b) / 2 + (b - a) / 2 tanh(pi / 2 sinh t). */
  private static double finite(DoubleUnaryOperator f, double a, double b) {
    double sum = 0;
    for (double t = -4; t <= 4; t += STEP) {
      double s = HALF_PI * StrictMath.sinh(t);
      double cosh = StrictMath.cosh(s);
      double weight = HALF_PI * StrictMath.cosh(t) / (cosh * cosh);
      double fromEnd = (b - a) / (1 + StrictMath.exp(2 * Math.abs(s)));
      double x = s < 0 ? a + fromEnd : b - fromEnd;
      sum += weight * f.applyAsDouble(x);
    }
    return sum * STEP * (b - a) / 2;
  }

  /** x = m +- scale exp(pi / 2 sinh t). */
  private static double infinite(DoubleUnaryOperator f, double m, int sign, double scale) {
    double sum = 0;
    for (double t = -4; t <= 5; t += STEP) {
      double distance = scale * StrictMath.exp(HALF_PI * StrictMath.sinh(t));
      double value = f.applyAsDouble(m + sign * distance);
      if (value > 0) {
        sum += value * distance * HALF_PI * StrictMath.cosh(t);
      }
    }
    return sum * STEP;
  }
}
