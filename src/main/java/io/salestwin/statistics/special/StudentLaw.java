package io.salestwin.statistics.special;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's law, with relative precision in both tails and for any real degrees of freedom. */
public final class StudentLaw {

  private StudentLaw() {}

  /**
   * P(|T| &gt;= |t|) = I(f / (f + t²); f / 2, 1/2), the regularised incomplete beta function.
   *
   * @param t any number
   * @param freedom degrees of freedom, above 0; NaN gives NaN
   * @return the two-sided probability
   */
  public static double twoSided(double t, double freedom) {
    if (Double.isNaN(t) || Double.isNaN(freedom)) {
      return Double.NaN;
    }
    if (Double.isInfinite(t)) {
      return 0;
    }
    double square = t * t;
    return square < freedom // the form whose argument loses nothing
        ? RegularizedBeta.complement(square / (freedom + square), 0.5, freedom / 2)
        : RegularizedBeta.value(freedom / (freedom + square), freedom / 2, 0.5);
  }

  /**
   * P(T &gt; t).
   *
   * @param t any number
   * @param freedom degrees of freedom, above 0
   * @return the probability
   */
  public static double above(double t, double freedom) {
    double half = twoSided(t, freedom) / 2;
    return t >= 0 ? half : 1 - half;
  }

  /**
   * P(T &lt;= t).
   *
   * @param t any number
   * @param freedom degrees of freedom, above 0
   * @return the probability
   */
  public static double below(double t, double freedom) {
    return above(-t, freedom);
  }

  /**
   * The t above which lies a probability.
   *
   * @param p above 0 and below 1
   * @param freedom degrees of freedom, above 0; NaN gives NaN
   * @return t with P(T &gt; t) = p
   */
  public static double upperQuantile(double p, double freedom) {
    if (Double.isNaN(freedom)) {
      return Double.NaN;
    }
    if (p == 0.5) {
      return 0;
    }
    if (p > 0.5) {
      return -upperQuantile(1 - p, freedom);
    }
    double near = TDistribution.of(freedom).inverseSurvivalProbability(p);
    double low = Math.min(near, Double.MAX_VALUE / 4) * (1 - 1e-6);
    return Bisection.first(low / 2, 2 * low + 1e-300, t -> above(t, freedom) <= p);
  }

  /**
   * The t that leaves half of 1 - level on either side.
   *
   * @param level such as 0.95, above 0 and below 1
   * @param freedom degrees of freedom, above 0
   * @return such as 2.228 for 10 degrees of freedom
   */
  public static double critical(double level, double freedom) {
    return upperQuantile(NormalLaw.tail(level), freedom);
  }
}
