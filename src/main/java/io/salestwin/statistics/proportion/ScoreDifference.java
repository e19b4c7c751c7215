package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.Bisection;
import io.salestwin.statistics.special.NormalLaw;

/**
 * The score statistic of a difference of two proportions: the variance is taken at the most likely
 * proportions among those with the supposed difference. Sources: O. Miettinen and M. Nurminen,
 * Statistics in Medicine 4 (1985), 213-226; C. Farrington and G. Manning, Statistics in Medicine 9
 * (1990), 1447-1454. The likelihood equation is solved by bisection: the closed form by cosines
 * loses half of the digits near the borders.
 *
 * @param x1 hits in the control
 * @param n1 trials in the control, at least 1
 * @param x2 hits in the treatment
 * @param n2 trials in the treatment, at least 1
 * @param factor whether the variance carries the factor N / (N - 1)
 */
public record ScoreDifference(long x1, long n1, long x2, long n2, boolean factor) {

  public ScoreDifference {
    Counts.require("x1", x1, "n1", n1);
    Counts.require("x2", x2, "n2", n2);
    if (n1 == 0 || n2 == 0) {
      throw new IllegalArgumentException("n1 and n2 must be at least 1");
    }
  }

  /**
   * The observed difference.
   *
   * @return x2 / n2 - x1 / n1
   */
  public double difference() {
    return ((double) x2 * n1 - (double) x1 * n2) / ((double) n1 * n2);
  }

  /**
   * The most likely p1 when p2 - p1 is given: the root of the derivative of the log likelihood,
   * which falls, or the end of the range where it has none.
   *
   * @param delta p2 - p1, above -1 and below 1
   * @return p1, such that p1 and p1 + delta lie in [0, 1]
   */
  public double restricted(double delta) {
    double low = Math.max(0, -delta);
    double high = Math.min(1, 1 - delta);
    if (slope(low, delta) <= 0) {
      return low;
    }
    if (slope(high, delta) >= 0) {
      return high;
    }
    return Bisection.first(low, high, p -> slope(p, delta) <= 0);
  }

  /**
   * The statistic for a supposed difference.
   *
   * @param delta the supposed p2 - p1, above -1 and below 1
   * @return (difference - delta) / standard error; NaN for 0 / 0
   */
  public double z(double delta) {
    double p1 = restricted(delta);
    double p2 = p1 + delta;
    double variance = share(p1) * share(1 - p1) / n1 + share(p2) * share(1 - p2) / n2;
    double n = (double) n1 + n2;
    return (difference() - delta) / Math.sqrt(factor ? variance * n / (n - 1) : variance);
  }

  /**
   * The differences that the statistic does not reject.
   *
   * @param level above 0 and below 1
   * @return the interval, within [-1, 1]
   */
  public Bounds bounds(double level) {
    double critical = NormalLaw.critical(level);
    double d = difference();
    double low = d == -1 ? -1 : Bisection.first(-1, d, delta -> !(z(delta) > critical));
    double high = d == 1 ? 1 : Bisection.first(d, 1, delta -> z(delta) < -critical);
    return new Bounds(low, high);
  }

  private double slope(double p, double delta) {
    return term(x1, p) - term(n1 - x1, 1 - p) + term(x2, p + delta) - term(n2 - x2, 1 - p - delta);
  }

  private static double term(long count, double p) {
    return count == 0 ? 0 : p <= 0 ? Double.POSITIVE_INFINITY : count / p;
  }

  private static double share(double p) {
    return Math.min(1, Math.max(0, p));
  }
}
