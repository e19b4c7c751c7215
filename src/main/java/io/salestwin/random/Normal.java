package io.salestwin.random;

/**
 * The normal distribution. It reaches below 0: for durations and amounts use a truncated one, or
 * another family.
 *
 * @param mean finite
 * @param sd the standard deviation, above 0
 */
public record Normal(double mean, double sd) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param mean as for the record
   * @param sd as for the record
   * @throws IllegalArgumentException if mean is not finite or sd is not above 0
   */
  public Normal {
    Require.finite("mean", mean);
    Require.positive("sd", sd);
  }

  @Override
  public double variance() {
    return sd * sd;
  }

  @Override
  public double cdf(double x) {
    return SmoothLaw.normalCdf((x - mean) / sd);
  }

  @Override
  public double survival(double x) {
    return SmoothLaw.normalCdf((mean - x) / sd);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return mean + sd * Elementary.normalQuantile(p);
  }

  @Override
  public double low() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double high() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Sampler compile() {
    return Sampler.normal(mean, sd);
  }
}
