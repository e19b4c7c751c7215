package io.salestwin.statistics.special;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The chi-square law, with relative precision in the upper tail. */
public final class ChiSquareLaw {

  private ChiSquareLaw() {}

  /**
   * P(X &gt; x) = Q(f / 2, x / 2), the regularised upper incomplete gamma function.
   *
   * @param x at least 0; NaN gives NaN
   * @param freedom degrees of freedom, above 0
   * @return the probability
   */
  public static double above(double x, double freedom) {
    return Double.isNaN(x) ? Double.NaN : RegularizedGamma.Q.value(freedom / 2, x / 2);
  }
}
