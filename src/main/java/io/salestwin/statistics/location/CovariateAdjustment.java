package io.salestwin.statistics.location;

import io.salestwin.statistics.special.StudentLaw;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A difference of means, made sharper by what was known of the units before: three estimators with
 * one covariate. Sources: A. Deng, Y. Xu, R. Kohavi and T. Walker, <em>Improving the sensitivity of
 * online controlled experiments</em> (CUPED), WSDM 2013; W. Lin, Annals of Applied Statistics 7
 * (2013), 295-318. Sums are exact as in {@link Moments}. A covariate without spread adjusts
 * nothing.
 *
 * @param thetaPooled Cov(y, x) / Var(x) of both arms together
 * @param controlMean adjusted mean of the control, ybar - thetaPooled (xbar - joint xbar)
 * @param treatmentMean adjusted mean of the treatment
 * @param controlVariance Vy + theta² Vx - 2 theta Cov within the control
 * @param treatmentVariance the same within the treatment
 * @param adjusted Welch's test of the adjusted means
 * @param unadjusted Welch's test of the plain means
 * @param thetaWithin (Sxy_c + Sxy_t) / (Sxx_c + Sxx_t): the slope of the analysis of covariance
 * @param covarianceDifference its difference: ybar_t - ybar_c - thetaWithin (xbar_t - xbar_c)
 * @param covarianceSe its least-squares standard error on n - 3 degrees of freedom; NaN with fewer
 *     than 4 units
 * @param covarianceFreedom n - 3
 * @param varianceReduction share of the variance within the arms that the covariate explains, Sxy²
 *     / (Sxx Syy), the squared correlation within the arms; NaN if y has no spread there
 * @param linDifference difference at the joint mean of the covariate, with a slope per arm
 * @param linSe its standard error by HC2 (squared residuals over 1 - leverage); NaN if a unit has
 *     leverage 1
 */
public record CovariateAdjustment(
    double thetaPooled,
    double controlMean,
    double treatmentMean,
    double controlVariance,
    double treatmentVariance,
    WelchTest adjusted,
    WelchTest unadjusted,
    double thetaWithin,
    double covarianceDifference,
    double covarianceSe,
    int covarianceFreedom,
    double varianceReduction,
    double linDifference,
    double linSe) {

  /**
   * Adjusts.
   *
   * @param controlY outcomes of the control, at least 1; not changed
   * @param controlX their covariates, as many; not changed
   * @param treatmentY outcomes of the treatment, at least 1; not changed
   * @param treatmentX their covariates, as many; not changed
   * @return the three estimators
   * @throws IllegalArgumentException if an arm is empty or lacks a covariate
   */
  public static CovariateAdjustment of(
      double[] controlY, double[] controlX, double[] treatmentY, double[] treatmentX) {
    Comoments c = Comoments.of(controlX, controlY);
    Comoments t = Comoments.of(treatmentX, treatmentY);
    if (c.n() == 0 || t.n() == 0) {
      throw new IllegalArgumentException("an arm is empty; give each arm at least one unit");
    }
    Comoments joint = Comoments.of(joined(controlX, treatmentX), joined(controlY, treatmentY));
    BigDecimal theta = slope(joint.xy(), joint.xx());
    BigDecimal jointX = over(joint.sumX(), joint.n());
    BigDecimal meanC = adjusted(c, theta, jointX);
    BigDecimal meanT = adjusted(t, theta, jointX);
    double varianceC = adjustedVariance(c, theta);
    double varianceT = adjustedVariance(t, theta);
    Within within = Within.of(c, t);
    Lin linC = Lin.of(controlX, controlY, c, jointX);
    Lin linT = Lin.of(treatmentX, treatmentY, t, jointX);
    return new CovariateAdjustment(
        theta.doubleValue(),
        meanC.doubleValue(),
        meanT.doubleValue(),
        varianceC,
        varianceT,
        WelchTest.of(
            meanT.subtract(meanC).doubleValue(),
            varianceC / c.n(),
            c.n() - 1.0,
            varianceT / t.n(),
            t.n() - 1.0),
        WelchTest.of(Moments.of(controlY), Moments.of(treatmentY)),
        within.theta.doubleValue(),
        within.difference.doubleValue(),
        within.se(c.n(), t.n()),
        c.n() + t.n() - 3,
        within.explained(),
        linT.mean - linC.mean,
        Math.sqrt(linC.squaredError + linT.squaredError));
  }

  /**
   * The p of the analysis of covariance.
   *
   * @return two-sided, on n - 3 degrees of freedom; NaN if the standard error is 0 or NaN
   */
  public double covarianceP() {
    return covarianceSe > 0
        ? StudentLaw.twoSided(covarianceDifference / covarianceSe, covarianceFreedom)
        : Double.NaN;
  }

  /** Sums of squares and products within both arms, and what follows. */
  private record Within(
      BigDecimal xx,
      BigDecimal xy,
      BigDecimal yy,
      BigDecimal theta,
      BigDecimal difference,
      BigDecimal offX) {

    static Within of(Comoments c, Comoments t) {
      BigDecimal xx = over(c.xx(), c.n()).add(over(t.xx(), t.n()));
      BigDecimal xy = over(c.xy(), c.n()).add(over(t.xy(), t.n()));
      BigDecimal yy = over(c.yy(), c.n()).add(over(t.yy(), t.n()));
      BigDecimal theta = slope(xy, xx);
      BigDecimal offX = over(t.sumX(), t.n()).subtract(over(c.sumX(), c.n()));
      BigDecimal offY = over(t.sumY(), t.n()).subtract(over(c.sumY(), c.n()));
      return new Within(xx, xy, yy, theta, offY.subtract(theta.multiply(offX)), offX);
    }

    double se(int controls, int treated) {
      int freedom = controls + treated - 3;
      if (freedom < 1) {
        return Double.NaN;
      }
      double left = Math.max(0, yy.subtract(theta.multiply(xy)).doubleValue());
      double off = offX.doubleValue();
      double lever = xx.signum() == 0 ? 0 : off * off / xx.doubleValue();
      return Math.sqrt(left / freedom * (1.0 / controls + 1.0 / treated + lever));
    }

    double explained() {
      return yy.signum() == 0
          ? Double.NaN
          : theta.multiply(xy).divide(yy, Moments.DIGITS).doubleValue();
    }
  }

  /** One arm's own regression, read at the joint mean of the covariate. */
  private record Lin(double mean, double squaredError) {

    static Lin of(double[] x, double[] y, Comoments arm, BigDecimal at) {
      BigDecimal slope = slope(arm.xy(), arm.xx());
      BigDecimal meanX = over(arm.sumX(), arm.n());
      BigDecimal meanY = over(arm.sumY(), arm.n());
      double reach = at.subtract(meanX).doubleValue();
      double spread = over(arm.xx(), arm.n()).doubleValue();
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        BigDecimal offX = BigDecimal.valueOf(x[i]).subtract(meanX);
        double residual =
            BigDecimal.valueOf(y[i]).subtract(meanY).subtract(slope.multiply(offX)).doubleValue();
        double off = offX.doubleValue();
        double weight = 1.0 / x.length + (spread == 0 ? 0 : reach * off / spread);
        double leverage = 1.0 / x.length + (spread == 0 ? 0 : off * off / spread);
        squares +=
            leverage > 1 - 1e-12
                ? Double.NaN
                : weight * weight * residual * residual / (1 - leverage);
      }
      return new Lin(meanY.add(slope.multiply(at.subtract(meanX))).doubleValue(), squares);
    }
  }

  private static BigDecimal slope(BigDecimal xy, BigDecimal xx) {
    return xx.signum() == 0 ? BigDecimal.ZERO : xy.divide(xx, Moments.DIGITS);
  }

  private static BigDecimal over(BigDecimal sum, int n) {
    return sum.divide(BigDecimal.valueOf(n), Moments.DIGITS);
  }

  private static BigDecimal adjusted(Comoments arm, BigDecimal theta, BigDecimal jointX) {
    return over(arm.sumY(), arm.n())
        .subtract(theta.multiply(over(arm.sumX(), arm.n()).subtract(jointX)));
  }

  private static double adjustedVariance(Comoments arm, BigDecimal theta) {
    if (arm.n() < 2) {
      return Double.NaN;
    }
    BigDecimal centred =
        arm.yy()
            .add(theta.multiply(theta).multiply(arm.xx()))
            .subtract(theta.multiply(arm.xy()).multiply(BigDecimal.valueOf(2)));
    double variance =
        centred
            .divide(BigDecimal.valueOf((long) arm.n() * (arm.n() - 1)), Moments.DIGITS)
            .doubleValue();
    return Math.max(0, variance);
  }

  private static double[] joined(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
