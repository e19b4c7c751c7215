package io.salestwin.random;

/**
 * The beta distribution on [0, 1], density proportional to x^(alpha-1) (1-x)^(beta-1): the law of a
 * share or of a probability that is not known exactly.
 *
 * @param alpha 0.01 to 1e8
 * @param beta 0.01 to 1e8
 */
public record Beta(double alpha, double beta) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param alpha as for the record
   * @param beta as for the record
   * @throws IllegalArgumentException if one is outside its range
   */
  public Beta {
    Require.between("alpha", alpha, 0.01, 1e8);
    Require.between("beta", beta, 0.01, 1e8);
  }

  /** The distribution of 1 - x. */
  Beta reflected() {
    return new Beta(/* alpha= */ beta, /* beta= */ alpha);
  }

  @Override
  public double mean() {
    return alpha / (alpha + beta);
  }

  @Override
  public double variance() {
    double sum = alpha + beta;
    return alpha / sum * (beta / sum) / (sum + 1);
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : law().lower(logit(x));
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : x >= 1 ? 0 : law().upper(logit(x));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    if (p == 0 || p == 1) {
      return p;
    }
    return Elementary.logistic(law().quantile(p, 1 - p));
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return 1;
  }

  @Override
  public Sampler compile() {
    return Sampler.logisticOfTable(QuantileTable.of(law()));
  }

  private static double logit(double x) {
    return StrictMath.log(x) - StrictMath.log1p(-x);
  }

  /** The law of logit x. */
  private SmoothLaw law() {
    return new LogitBetaLaw(alpha, beta);
  }
}
