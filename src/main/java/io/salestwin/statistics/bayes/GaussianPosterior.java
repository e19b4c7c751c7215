package io.salestwin.statistics.bayes;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;

/**
 * The normal posterior of an effect: precisions add, 1 / se² + 1 / prior variance, and the mean is
 * weighted by them.
 *
 * @param mean posterior mean
 * @param sd posterior standard deviation
 * @param lowerIsBetter whether a negative effect wins
 * @param reason why the figures are NaN; empty if they are not
 */
public record GaussianPosterior(double mean, double sd, boolean lowerIsBetter, String reason) {

  /**
   * The posterior under a flat prior.
   *
   * @param effect estimate
   * @param se its standard error, at least 0; 0 is undefined
   * @param lowerIsBetter whether a negative effect wins
   * @return the posterior
   */
  public static GaussianPosterior flat(double effect, double se, boolean lowerIsBetter) {
    return se == 0
        ? new GaussianPosterior(
            Double.NaN, Double.NaN, lowerIsBetter, "the standard error is 0 and there is no prior")
        : new GaussianPosterior(effect, se, lowerIsBetter, "");
  }

  /**
   * The posterior under a normal prior.
   *
   * @param effect estimate
   * @param se its standard error, at least 0
   * @param priorMean mean of the prior
   * @param priorVariance variance of the prior, above 0
   * @param lowerIsBetter whether a negative effect wins
   * @return the posterior; a standard error of 0 leaves nothing to the prior
   */
  public static GaussianPosterior of(
      double effect, double se, double priorMean, double priorVariance, boolean lowerIsBetter) {
    if (!(priorVariance > 0 && se >= 0)) {
      throw new IllegalArgumentException(
          "the prior's variance must be above 0, the standard error 0 or more");
    }
    if (se == 0) {
      return new GaussianPosterior(effect, 0, lowerIsBetter, "");
    }
    double own = 1 / (se * se);
    double prior = 1 / priorVariance;
    return new GaussianPosterior(
        (effect * own + priorMean * prior) / (own + prior),
        Math.sqrt(1 / (own + prior)),
        lowerIsBetter,
        "");
  }

  /**
   * The chance that the effect is a gain.
   *
   * @return Φ(mean / sd), of -mean where lower is better; NaN where both are 0
   */
  public double chanceToWin() {
    return NormalLaw.below(gain() / sd);
  }

  /**
   * The equal-tailed interval of the effect.
   *
   * @param level above 0 and below 1
   * @return mean ± z sd
   */
  public Bounds bounds(double level) {
    return Bounds.around(mean, NormalLaw.critical(level) * sd);
  }

  /**
   * The expected loss when the control is kept: E[max(gain, 0)].
   *
   * @return in units of the effect
   */
  public double riskOfControl() {
    return risk(gain());
  }

  /**
   * The expected loss when the treatment is chosen: E[max(-gain, 0)].
   *
   * @return in units of the effect
   */
  public double riskOfTreatment() {
    return risk(-gain());
  }

  private double gain() {
    return lowerIsBetter ? -mean : mean;
  }

  private double risk(double mu) {
    return sd == 0 ? Math.max(0, mu) : sd * NormalLaw.loss(-mu / sd);
  }
}
