package io.salestwin.statistics.survival;

import io.salestwin.statistics.Bounds;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Cox's proportional hazards: how much each covariate speeds up closing, whatever the pace over
 * time (Cox, Journal of the Royal Statistical Society B 34, 1972). Made by {@link CoxModel}.
 *
 * @param coefficients ln of the hazard ratio per unit of each covariate; infinite where the data
 *     know no limit, NaN where they say nothing
 * @param errors standard errors from the inverse information; NaN where undefined
 * @param logLikelihood0 the partial log-likelihood without covariates
 * @param gain what the covariates add to it
 * @param wald Wald's chi-square of all covariates
 * @param score the score (log-rank) chi-square of all covariates
 * @param converged whether the likelihood has a maximum
 * @param reason why there is none; empty if there is one
 */
public record CoxFit(
    double[] coefficients,
    double[] errors,
    double logLikelihood0,
    double gain,
    double wald,
    double score,
    boolean converged,
    String reason) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The hazard ratio per unit of a covariate.
   *
   * @param covariate its index
   * @return exp(coefficient)
   */
  public double hazardRatio(int covariate) {
    return Math.exp(coefficients[covariate]);
  }

  /**
   * Wald's z of a covariate.
   *
   * @param covariate its index
   * @return coefficient / error
   */
  public double z(int covariate) {
    return coefficients[covariate] / errors[covariate];
  }

  /**
   * The two-sided p of a covariate.
   *
   * @param covariate its index
   * @return from 0 to 1
   */
  public double p(int covariate) {
    return 2 * NORMAL.survivalProbability(Math.abs(z(covariate)));
  }

  /**
   * The limits of a hazard ratio.
   *
   * @param covariate its index
   * @param level such as 0.95
   * @return the limits
   */
  public Bounds limits(int covariate, double level) {
    double reach = NORMAL.inverseSurvivalProbability((1 - level) / 2) * errors[covariate];
    return new Bounds(
        Math.exp(coefficients[covariate] - reach), Math.exp(coefficients[covariate] + reach));
  }

  /**
   * The partial log-likelihood at its maximum.
   *
   * @return the log-likelihood
   */
  public double logLikelihood() {
    return logLikelihood0 + gain;
  }

  /**
   * The likelihood ratio chi-square of all covariates.
   *
   * @return twice the gain
   */
  public double likelihoodRatio() {
    return 2 * gain;
  }

  /**
   * The p of a chi-square of all covariates.
   *
   * @param chi2 such as {@link #wald()}
   * @return from 0 to 1; NaN if the statistic is
   */
  public double pOfAll(double chi2) {
    return Double.isNaN(chi2)
        ? Double.NaN
        : ChiSquaredDistribution.of(coefficients.length).survivalProbability(chi2);
  }
}
