package io.salestwin.random;

import static org.apache.commons.math3.special.Beta.logBeta;
import static org.apache.commons.math3.special.Beta.regularizedBeta;

/** The law of the logit of a beta variable. */
final class LogitBetaLaw extends SmoothLaw {

  private static final double FAR = 40; // beyond, the first term of the series is exact

  private final double alpha;
  private final double beta;
  private final double logBeta;

  LogitBetaLaw(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
    this.logBeta = logBeta(alpha, beta);
  }

  @Override
  double lower(double t) {
    return tail(alpha, beta, t);
  }

  @Override
  double upper(double t) {
    return tail(beta, alpha, -t);
  }

  /**
   * The probability of a logit of at most t for beta(a, b): directly where it is small, else from
   * the other side.
   */
  private double tail(double a, double b, double t) {
    if (t < -FAR) {
      return StrictMath.exp(a * t - StrictMath.log(a) - logBeta);
    }
    double x = logistic(t);
    if (x <= (a + 1) / (a + b + 2)) {
      return regularizedBeta(x, a, b);
    }
    if (t > FAR) {
      return 1 - StrictMath.exp(-b * t - StrictMath.log(b) - logBeta);
    }
    return 1 - regularizedBeta(logistic(-t), b, a);
  }

  private static double logistic(double t) {
    return 1 / (1 + StrictMath.exp(-t));
  }

  @Override
  double logDensity(double t) {
    double logX = t < 0 ? t - StrictMath.log1p(StrictMath.exp(t)) : -log1pExpMinus(t);
    double logY = t < 0 ? -StrictMath.log1p(StrictMath.exp(t)) : -t - log1pExpMinus(t);
    return alpha * logX + beta * logY - logBeta;
  }

  private static double log1pExpMinus(double t) {
    return StrictMath.log1p(StrictMath.exp(-t));
  }

  /** The logit of a beta variable is roughly normal. */
  @Override
  double guess(double z) {
    return StrictMath.log(alpha / beta) + z * StrictMath.sqrt(1 / alpha + 1 / beta);
  }
}
