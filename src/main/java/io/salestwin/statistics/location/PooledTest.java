package io.salestwin.statistics.location;

import io.salestwin.statistics.special.Stirling;
import io.salestwin.statistics.special.StudentLaw;

/**
 * Two means with one common variance ("Student", Biometrika 6, 1908, 1-25), and the effect as a
 * number of standard deviations.
 *
 * @param t difference / (s √(1/n1 + 1/n2)), s² = ((n1 - 1) v1 + (n2 - 1) v2) / (n1 + n2 - 2)
 * @param freedom n1 + n2 - 2
 * @param cohenD difference / s
 * @param reason why the figures are NaN; empty if they are not
 */
public record PooledTest(double t, int freedom, double cohenD, String reason) {

  /**
   * Compares two samples.
   *
   * @param control moments of the control
   * @param treatment moments of the treatment
   * @return the test; undefined with fewer than 3 values or without any spread
   */
  public static PooledTest of(Moments control, Moments treatment) {
    int n1 = control.n();
    int n2 = treatment.n();
    int freedom = n1 + n2 - 2;
    if (n1 == 0 || n2 == 0 || freedom < 1) {
      return new PooledTest(
          Double.NaN, freedom, Double.NaN, "there are too few values for a common spread");
    }
    double squares =
        (n1 < 2 ? 0 : (n1 - 1) * control.variance())
            + (n2 < 2 ? 0 : (n2 - 1) * treatment.variance());
    if (squares == 0) {
      return new PooledTest(
          Double.NaN,
          freedom,
          Double.NaN,
          "neither arm has any spread, so chance cannot be judged");
    }
    double d = treatment.meanMinus(control) / Math.sqrt(squares / freedom);
    return new PooledTest(d / Math.sqrt(1.0 / n1 + 1.0 / n2), freedom, d, "");
  }

  /**
   * The two-sided p.
   *
   * @return P(|T| &gt;= |t|)
   */
  public double twoSided() {
    return StudentLaw.twoSided(t, freedom);
  }

  /**
   * Cohen's d without its bias: d Γ(m/2) / (√(m/2) Γ((m - 1)/2)), m the degrees of freedom (L. V.
   * Hedges, Journal of Educational Statistics 6, 1981, 107-128).
   *
   * @return g; NaN with 1 degree of freedom, where the factor is 0 / 0
   */
  public double hedgesG() {
    if (freedom < 2) {
      return Double.NaN;
    }
    double whole = freedom / 2.0;
    double less = whole - 0.5;
    // ln Γ(w) - ln Γ(w - 1/2) - ln(w) / 2 by Stirling's formula with its error
    double log =
        (whole - 1) * -Math.log1p(-0.5 / whole)
            - 0.5
            + Stirling.error(whole)
            - Stirling.error(less);
    return cohenD * Math.exp(log);
  }
}
