package io.salestwin.random;

/**
 * A value whose logarithm is normal: the usual law of deal sizes and of delays.
 *
 * @param mu the mean of the logarithm, finite; the median is e^mu
 * @param sigma the standard deviation of the logarithm, above 0, at most 20
 */
public record Lognormal(double mu, double sigma) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param mu as for the record
   * @param sigma as for the record
   * @throws IllegalArgumentException if one is outside its range
   */
  public Lognormal {
    Require.between("mu", mu, -300, 300);
    Require.positive("sigma", sigma);
    Require.between("sigma", sigma, 0, 20);
  }

  @Override
  public double mean() {
    return StrictMath.exp(mu + sigma * sigma / 2);
  }

  @Override
  public double variance() {
    return StrictMath.expm1(sigma * sigma) * StrictMath.exp(2 * mu + sigma * sigma);
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : SmoothLaw.normalCdf((StrictMath.log(x) - mu) / sigma);
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : SmoothLaw.normalCdf(-(StrictMath.log(x) - mu) / sigma);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return StrictMath.exp(mu + sigma * Elementary.normalQuantile(p));
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
    return Sampler.lognormal(mu, sigma);
  }
}
