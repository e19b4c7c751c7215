package io.salestwin.statistics.location;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.StudentLaw;

/**
 * Two means with variances of their own. Sources: B. L. Welch, Biometrika 34 (1947), 28-35; F. E.
 * Satterthwaite, Biometrics Bulletin 2 (1946), 110-114.
 *
 * @param difference mean of the treatment minus mean of the control
 * @param se √(v1/n1 + v2/n2)
 * @param freedom (v1/n1 + v2/n2)² / ((v1/n1)²/(n1 - 1) + (v2/n2)²/(n2 - 1))
 * @param reason why figures are NaN; empty if they are not
 */
public record WelchTest(double difference, double se, double freedom, String reason) {

  /**
   * Compares two samples.
   *
   * @param control moments of the control
   * @param treatment moments of the treatment
   * @return the test; undefined if an arm has fewer than 2 values or both have no spread
   */
  public static WelchTest of(Moments control, Moments treatment) {
    return of(
        treatment.meanMinus(control),
        control.n() < 2 ? Double.NaN : control.variance() / control.n(),
        control.n() - 1.0,
        treatment.n() < 2 ? Double.NaN : treatment.variance() / treatment.n(),
        treatment.n() - 1.0);
  }

  /**
   * Compares two estimates that have errors of their own.
   *
   * @param difference treatment minus control
   * @param first squared standard error of the control; NaN if it has too few values
   * @param firstFreedom its degrees of freedom
   * @param second squared standard error of the treatment; NaN if it has too few values
   * @param secondFreedom its degrees of freedom
   * @return the test
   */
  public static WelchTest of(
      double difference, double first, double firstFreedom, double second, double secondFreedom) {
    if (Double.isNaN(first) || Double.isNaN(second)) {
      return new WelchTest(
          difference, Double.NaN, Double.NaN, "an arm has fewer than 2 values, so no spread");
    }
    double variance = first + second;
    if (variance == 0) {
      return new WelchTest(
          difference, 0, Double.NaN, "neither arm has any spread, so chance cannot be judged");
    }
    // as shares, so that no square leaves the range of doubles
    double share = first / variance;
    double rest = second / variance;
    double freedom = 1 / (share * share / firstFreedom + rest * rest / secondFreedom);
    return new WelchTest(difference, Math.sqrt(variance), freedom, "");
  }

  /**
   * The statistic.
   *
   * @return difference / se; NaN when undefined
   */
  public double t() {
    return reason.isEmpty() ? difference / se : Double.NaN;
  }

  /**
   * The statistic against a supposed difference.
   *
   * @param supposed the difference that is tested
   * @return (difference - supposed) / se; NaN when undefined
   */
  public double t(double supposed) {
    return reason.isEmpty() ? (difference - supposed) / se : Double.NaN;
  }

  /**
   * The two-sided p.
   *
   * @return P(|T| &gt;= |t|)
   */
  public double twoSided() {
    return StudentLaw.twoSided(t(), freedom);
  }

  /**
   * The p against a larger mean of the treatment.
   *
   * @return P(T &gt; t)
   */
  public double greater() {
    return StudentLaw.above(t(), freedom);
  }

  /**
   * The p against a smaller mean of the treatment.
   *
   * @return P(T &lt; t)
   */
  public double less() {
    return StudentLaw.below(t(), freedom);
  }

  /**
   * The interval of the difference.
   *
   * @param level above 0 and below 1
   * @return difference ± t se
   */
  public Bounds bounds(double level) {
    return reason.isEmpty()
        ? Bounds.around(difference, StudentLaw.critical(level, freedom) * se)
        : Bounds.UNDEFINED;
  }
}
