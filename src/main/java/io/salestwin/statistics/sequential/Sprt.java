package io.salestwin.statistics.sequential;

/**
 * Wald's sequential probability ratio test of one simple hypothesis against another (A. Wald,
 * <em>Sequential Analysis</em>, 1947): observations come one by one until the log-likelihood ratio
 * reaches ln((1 - β) / α), which accepts H1, or ln(β / (1 - α)), which accepts H0.
 *
 * @param logRatio the log-likelihood ratio after 1, 2, … observations, beyond the decision too
 * @param upper the upper limit
 * @param lower the lower limit
 * @param decision what the observations decide
 * @param decidedAt the number of observations at the decision; -1 if there is none
 * @param expectedUnder0 Wald's approximation of the expected number of observations under H0,
 *     without overshoot; NaN when the hypotheses are equal
 * @param expectedUnder1 the same under H1
 */
public record Sprt(
    double[] logRatio,
    double upper,
    double lower,
    Decision decision,
    int decidedAt,
    double expectedUnder0,
    double expectedUnder1) {

  /** What a test says so far. */
  public enum Decision {
    /** The upper limit was reached first. */
    ACCEPT_H1,
    /** The lower limit was reached first. */
    ACCEPT_H0,
    /** No limit was reached. */
    CONTINUE
  }

  /**
   * Outcomes of 0 or 1.
   *
   * @param x the outcomes
   * @param p0 the probability of a 1 under H0, from 0 to 1
   * @param p1 the probability of a 1 under H1, from 0 to 1
   * @param alpha the chance to accept H1 wrongly, above 0
   * @param beta the chance to accept H0 wrongly, above 0, with alpha + beta below 1
   * @return the test
   */
  public static Sprt bernoulli(double[] x, double p0, double p1, double alpha, double beta) {
    if (!(p0 >= 0 && p0 <= 1 && p1 >= 0 && p1 <= 1)) {
      throw new IllegalArgumentException(
          "the probabilities are " + p0 + " and " + p1 + "; give numbers from 0 to 1");
    }
    double one = Math.log(p1 / p0);
    double zero = Math.log((1 - p1) / (1 - p0));
    double[] logRatio = new double[x.length];
    long ones = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] != 0 && x[i] != 1) {
        throw new IllegalArgumentException("x holds " + x[i] + "; give outcomes of 0 or 1");
      }
      ones += (long) x[i];
      logRatio[i] = times(ones, one) + times(i + 1 - ones, zero);
    }
    double drift0 = times(p0, one) + times(1 - p0, zero);
    double drift1 = times(p1, one) + times(1 - p1, zero);
    return of(logRatio, drift0, drift1, alpha, beta);
  }

  /**
   * Normal values with a known standard deviation.
   *
   * @param x the values
   * @param mu0 the mean under H0
   * @param mu1 the mean under H1
   * @param sd the standard deviation, above 0
   * @param alpha the chance to accept H1 wrongly, above 0
   * @param beta the chance to accept H0 wrongly, above 0, with alpha + beta below 1
   * @return the test
   */
  public static Sprt normal(
      double[] x, double mu0, double mu1, double sd, double alpha, double beta) {
    if (!(sd > 0)) {
      throw new IllegalArgumentException("sigma is " + sd + "; give a number above 0");
    }
    double slope = (mu1 - mu0) / (sd * sd);
    double middle = mu0 + (mu1 - mu0) / 2;
    double[] logRatio = new double[x.length];
    ExactSum sum = new ExactSum();
    for (int i = 0; i < x.length; i++) {
      sum.add(x[i]);
      sum.add(-middle);
      logRatio[i] = slope * sum.value();
    }
    double drift = slope * (mu1 - mu0) / 2;
    return of(logRatio, -drift, drift, alpha, beta);
  }

  private static Sprt of(
      double[] logRatio, double drift0, double drift1, double alpha, double beta) {
    if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) {
      throw new IllegalArgumentException(
          "alpha is "
              + alpha
              + " and beta is "
              + beta
              + "; give numbers above 0 that sum to less than 1");
    }
    double upper = Math.log((1 - beta) / alpha);
    double lower = Math.log(beta / (1 - alpha));
    double expected0 = expected((1 - alpha) * lower + alpha * upper, drift0);
    double expected1 = expected(beta * lower + (1 - beta) * upper, drift1);
    for (int i = 0; i < logRatio.length; i++) {
      if (logRatio[i] >= upper || logRatio[i] <= lower) {
        Decision decision = logRatio[i] >= upper ? Decision.ACCEPT_H1 : Decision.ACCEPT_H0;
        return new Sprt(logRatio, upper, lower, decision, i + 1, expected0, expected1);
      }
    }
    return new Sprt(logRatio, upper, lower, Decision.CONTINUE, -1, expected0, expected1);
  }

  private static double expected(double end, double drift) {
    return drift == 0 ? Double.NaN : end / drift;
  }

  /**
   * Why figures are undefined.
   *
   * @return the reason; empty if all are defined
   */
  public String reason() {
    return Double.isNaN(expectedUnder0) ? "the two hypotheses are equal" : "";
  }

  /** What never happens adds nothing, however much it would say. */
  private static double times(double count, double value) {
    return count == 0 ? 0 : count * value;
  }
}
