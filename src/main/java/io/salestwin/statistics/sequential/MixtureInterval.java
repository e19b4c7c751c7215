package io.salestwin.statistics.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mixture test's interval around a difference of two means as some platforms give it, with the
 * mixing variance τ = z² (vt + vc) / (nt + nc) taken from the data: zstar = √((V + τ) / τ (-2
 * ln(α/2) - ln(V / (V + τ)))) in place of the normal quantile z, with V = vt / nt + vc / nc.
 *
 * @param variance V, of the difference
 * @param mixture τ
 * @param zstar what replaces the normal quantile
 * @param half half the width, zstar √V
 * @param ratio zstar over the normal quantile of one look
 * @param reason why figures are undefined; empty if they are defined
 */
public record MixtureInterval(
    double variance, double mixture, double zstar, double half, double ratio, String reason) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The interval at one look.
   *
   * @param varianceControl of one unit, at least 0
   * @param nControl units, above 0
   * @param varianceTreatment of one unit, at least 0
   * @param nTreatment units, above 0
   * @param alpha the level, above 0 and below 1
   * @return the interval; undefined when both variances are 0
   */
  public static MixtureInterval of(
      double varianceControl,
      double nControl,
      double varianceTreatment,
      double nTreatment,
      double alpha) {
    if (!(varianceControl >= 0 && varianceTreatment >= 0 && nControl > 0 && nTreatment > 0)) {
      throw new IllegalArgumentException(
          "give variances of 0 or more and numbers of units above 0");
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
    double v = varianceTreatment / nTreatment + varianceControl / nControl;
    double z = NORMAL.inverseSurvivalProbability(alpha / 2);
    double tau = z * z * (varianceTreatment + varianceControl) / (nTreatment + nControl);
    if (v == 0) {
      String reason = "both variances are 0: the units do not differ";
      return new MixtureInterval(v, tau, Double.NaN, Double.NaN, Double.NaN, reason);
    }
    double bound = -2 * Math.log(alpha / 2) + Math.log1p(tau / v);
    double zstar = Math.sqrt((v + tau) / tau * bound);
    return new MixtureInterval(v, tau, zstar, zstar * Math.sqrt(v), zstar / z, "");
  }

  /**
   * The "sequential p-value" that goes with it by the same platforms' rule, 2 Φ(-|difference| / √V
   * / ratio). It is no inverse of a likelihood ratio and not valid at all looks at once.
   *
   * @param difference the estimated difference
   * @return from 0 to 1
   */
  public double p(double difference) {
    return 2 * NORMAL.survivalProbability(Math.abs(difference) / Math.sqrt(variance) / ratio);
  }
}
