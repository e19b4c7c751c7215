package io.salestwin.statistics.sequential;

import io.salestwin.statistics.Bounds;

/**
 * The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas
 * (<em>Time-uniform Central Limit Theory and Asymptotic Confidence Sequences</em>, Annals of
 * Statistics 52, 2024): an interval around an estimate that covers the truth at all looks at once.
 *
 * <p>With n units, S = se √n and ρ tuned to be tightest near n*: half = S √(2 (nρ² + 1) / (n² ρ²)
 * ln(√(nρ² + 1) / α)), ρ = √((-2 ln α + ln(1 - 2 ln α)) / n*).
 *
 * @param estimate the estimate
 * @param rho ρ of the two-sided interval
 * @param half half the width of the two-sided interval
 * @param logP ln of the always-valid p of an effect of 0, at most 0
 * @param rhoOneSided ρ of the one-sided limit
 * @param halfOneSided distance of the one-sided limit from the estimate
 * @param reason why figures are undefined; empty if they are defined
 */
public record ConfidenceSequence(
    double estimate,
    double rho,
    double half,
    double logP,
    double rhoOneSided,
    double halfOneSided,
    String reason) {

  /**
   * The sequence at one look.
   *
   * @param estimate the estimated effect
   * @param se its standard error, at least 0
   * @param n units in both arms together, above 0
   * @param alpha the level, above 0 and below 1
   * @param tightest n*, where the interval shall be tightest, above 0
   * @return the interval and its p; undefined when se is 0
   */
  public static ConfidenceSequence of(
      double estimate, double se, double n, double alpha, double tightest) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
    if (!(se >= 0 && n > 0 && tightest > 0)) {
      throw new IllegalArgumentException(
          "se is " + se + ", n is " + n + ", n_star is " + tightest + "; give positive numbers");
    }
    double rho = rho(alpha, tightest);
    double rhoOne = 2 * alpha < 1 ? rho(2 * alpha, tightest) : Double.NaN;
    if (se == 0) {
      return new ConfidenceSequence(
          estimate,
          rho,
          Double.NaN,
          Double.NaN,
          rhoOne,
          Double.NaN,
          "the standard error is 0: the units do not differ");
    }
    double m = n * rho * rho;
    double half = se * Math.sqrt(2 * (m + 1) / m * (Math.log1p(m) / 2 - Math.log(alpha)));
    double score = estimate / se;
    double logP = Math.log1p(m) / 2 - m * score * score / (2 * (m + 1));
    double one = n * rhoOne * rhoOne;
    double log = Math.log1p(Math.sqrt(one + 1) / (2 * alpha));
    return new ConfidenceSequence(
        estimate,
        rho,
        half,
        Math.min(0, logP),
        rhoOne,
        se * Math.sqrt(2 * (one + 1) / one * log),
        Double.isNaN(rhoOne) ? "the one-sided limit needs a level below 0.5" : "");
  }

  /**
   * The two-sided interval.
   *
   * @return estimate - half to estimate + half
   */
  public Bounds interval() {
    return Bounds.around(estimate, half);
  }

  /**
   * The always-valid p of an effect of 0; 0 where it is too small for a double, see {@link
   * #logP()}.
   *
   * @return from 0 to 1
   */
  public double p() {
    return Math.exp(logP);
  }

  private static double rho(double alpha, double tightest) {
    double level = -2 * Math.log(alpha);
    return Math.sqrt((level + Math.log1p(level)) / tightest);
  }
}
