package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.NormalLaw;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Two rates of events, such as meetings per rep and week: counts c1 over an exposure t1 (control)
 * and c2 over t2 (treatment), Poisson in each.
 *
 * @param ratio (c2 / t2) / (c1 / t1)
 * @param exactP exact two-sided test of the ratio: given c1 + c2, c2 is binomial with chance r t2 /
 *     (t1 + r t2) for a true ratio r (J. Przyborowski and H. Wilenski, Biometrika 31, 1940,
 *     313-323)
 * @param greaterP the same test against a larger ratio
 * @param ratioBounds the interval of Clopper and Pearson for that chance, as a ratio
 * @param z score statistic of ratio 1: difference of the rates over its standard error under one
 *     common rate
 * @param reason why some figures are NaN; empty if none is
 */
public record PoissonRates(
    double ratio, double exactP, double greaterP, Bounds ratioBounds, double z, String reason) {

  /**
   * Compares two rates.
   *
   * @param c1 events in the control
   * @param t1 exposure of the control, above 0
   * @param c2 events in the treatment
   * @param t2 exposure of the treatment, above 0
   * @param supposed the ratio that is tested, above 0
   * @param level of the interval, above 0 and below 1
   * @return the comparison
   */
  public static PoissonRates of(
      long c1, double t1, long c2, double t2, double supposed, double level) {
    if (c1 < 0 || c2 < 0 || !(t1 > 0 && t2 > 0 && supposed > 0)) {
      throw new IllegalArgumentException(
          "counts must be 0 or more, exposures and the supposed ratio above 0");
    }
    long n = c1 + c2;
    BinomialLaw law = new BinomialLaw(n, supposed * t2 / (t1 + supposed * t2));
    Bounds chance = n == 0 ? new Bounds(0, 1) : OneProportion.clopperPearson(c2, n, level);
    // 1 - chance from the mirrored interval: it keeps its digits
    Bounds rest = n == 0 ? new Bounds(0, 1) : OneProportion.clopperPearson(c1, n, level);
    double perExposure = t1 / t2;
    double z = (c2 / t2 - c1 / t1) / Math.sqrt(n / (t1 + t2) * (1 / t1 + 1 / t2));
    return new PoissonRates(
        c2 / t2 / (c1 / t1),
        law.twoSided(c2),
        law.atLeast(c2),
        new Bounds(
            chance.low() / rest.high() * perExposure, chance.high() / rest.low() * perExposure),
        n == 0 ? Double.NaN : z,
        n == 0 ? "there is no event in either group" : "");
  }

  /**
   * The two-sided p of the score statistic.
   *
   * @return P(|Z| &gt;= |z|)
   */
  public double scoreP() {
    return NormalLaw.twoSided(z);
  }

  /**
   * The posterior chance that the treatment's rate is the larger, under one gamma prior for both
   * rates. With G1, G2 the posterior gammas, G1 / (G1 + G2) is a beta variable.
   *
   * @param c1 events in the control
   * @param t1 exposure of the control
   * @param c2 events in the treatment
   * @param t2 exposure of the treatment
   * @param shape of the prior, above 0
   * @param rate of the prior, at least 0
   * @return P(rate 2 &gt; rate 1)
   */
  public static double chanceToBeat(
      long c1, double t1, long c2, double t2, double shape, double rate) {
    if (!(shape > 0 && rate >= 0)) {
      throw new IllegalArgumentException("the prior's shape must be above 0, its rate 0 or more");
    }
    double first = rate + t1;
    double second = rate + t2;
    return RegularizedBeta.value(first / (first + second), shape + c1, shape + c2);
  }
}
