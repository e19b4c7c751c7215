package io.salestwin.statistics.special;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The beta law on [0, 1]. The functions of u take the value as its log-odds, x = 1 / (1 + e^-u),
 * where the density is smooth and log-concave whatever the parameters.
 *
 * @param a first parameter, above 0: successes
 * @param b second parameter, above 0: failures
 */
public record BetaLaw(double a, double b) {

  private static final double LOG_2_PI = 1.8378770664093454836;

  /** Beyond these log-odds a double has no more x between 0 and 1. */
  private static final double FARTHEST = 745;

  public BetaLaw {
    if (!(a > 0 && b > 0 && a < 1e15 && b < 1e15)) {
      throw new IllegalArgumentException("a and b must be above 0: " + a + ", " + b);
    }
  }

  /**
   * The mean.
   *
   * @return a / (a + b)
   */
  public double mean() {
    return a / (a + b);
  }

  /**
   * The variance.
   *
   * @return ab / ((a + b)² (a + b + 1))
   */
  public double variance() {
    double sum = a + b;
    return a / sum * (b / sum) / (sum + 1);
  }

  /**
   * P(X &lt;= x).
   *
   * @param x any number
   * @return the probability
   */
  public double below(double x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, a, b);
  }

  /**
   * P(X &gt; x).
   *
   * @param x any number
   * @return the probability
   */
  public double above(double x) {
    return x <= 0 ? 1 : x >= 1 ? 0 : RegularizedBeta.complement(x, a, b);
  }

  /**
   * P(log-odds of X &lt;= u).
   *
   * @param u log-odds
   * @return the probability, relatively precise in both tails
   */
  public double belowLogOdds(double u) {
    return u < 0
        ? RegularizedBeta.value(expit(u), a, b)
        : RegularizedBeta.complement(expit(-u), b, a);
  }

  /**
   * P(log-odds of X &gt; u).
   *
   * @param u log-odds
   * @return the probability, relatively precise in both tails
   */
  public double aboveLogOdds(double u) {
    return new BetaLaw(b, a).belowLogOdds(-u);
  }

  /**
   * The logarithm of x (1 - x) f(x): the density of the log-odds. Its form by Stirling's errors and
   * deviances keeps the digits that x^a / B(a, b) loses.
   *
   * @param x from 0 to 1
   * @param rest 1 - x, given apart because it may be the more precise of the two
   * @return the log density
   */
  public double logDensity(double x, double rest) {
    double sum = a + b;
    return (Math.log(a) + Math.log(b / sum) - LOG_2_PI) / 2
        - Stirling.error(a)
        - Stirling.error(b)
        + Stirling.error(sum)
        - Stirling.deviance(a, sum * x)
        - Stirling.deviance(b, sum * rest);
  }

  /**
   * The density of the log-odds.
   *
   * @param u log-odds
   * @return the density
   */
  public double densityLogOdds(double u) {
    return Math.exp(logDensity(expit(u), expit(-u)));
  }

  /**
   * The density of u where x = low + width / (1 + e^-u).
   *
   * @param low from 0 to 1
   * @param width above 0, low + width at most 1
   * @param u any number
   * @return the density of the law at x times dx / du
   */
  public double densityIn(double low, double width, double u) {
    double part = expit(u);
    double rest = expit(-u);
    double x = low + width * part;
    double missing = 1 - low - width + width * rest; // 1 - x
    return Math.exp(logDensity(x, missing)) * width * part * rest / (x * missing);
  }

  /**
   * The x below which lies a probability.
   *
   * @param probability from 0 to 1
   * @return x with P(X &lt;= x) = probability
   */
  public double quantile(double probability) {
    return expit(quantileLogOdds(probability));
  }

  /**
   * The x above which lies a probability.
   *
   * @param probability from 0 to 1
   * @return x with P(X &gt; x) = probability
   */
  public double upperQuantile(double probability) {
    return expit(-new BetaLaw(b, a).quantileLogOdds(probability));
  }

  private double quantileLogOdds(double probability) {
    return Bisection.first(-FARTHEST, FARTHEST, u -> belowLogOdds(u) >= probability);
  }

  /**
   * The value with given log-odds.
   *
   * @param u log-odds
   * @return 1 / (1 + e^-u), relatively precise also near 0
   */
  public static double expit(double u) {
    if (u < 0) {
      double e = Math.exp(u);
      return e / (1 + e);
    }
    return 1 / (1 + Math.exp(-u));
  }
}
