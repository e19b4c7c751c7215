package io.salestwin.random;

/**
 * The time to an event that is as likely in every next moment: S(x) = exp(-x / mean).
 *
 * @param mean the mean, above 0; the rate is its reciprocal
 */
public record Exponential(double mean) implements Distribution {

  /**
   * Checks the parameter.
   *
   * @param mean as for the record
   * @throws IllegalArgumentException if mean is not above 0
   */
  public Exponential {
    Require.positive("mean", mean);
  }

  @Override
  public double variance() {
    return mean * mean;
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : -StrictMath.expm1(-x / mean);
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : StrictMath.exp(-x / mean);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return p == 0 ? 0 : -StrictMath.log1p(-p) * mean;
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Sampler compile() {
    return Sampler.exponential(mean);
  }
}
