package io.salestwin.random;

/**
 * Every value of a range is equally likely.
 *
 * @param min the lower end, finite
 * @param max the upper end, finite, above min
 */
public record Uniform(double min, double max) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param min as for the record
   * @param max as for the record
   * @throws IllegalArgumentException if one is not finite or min is not below max
   */
  public Uniform {
    Require.ordered("min", min, "max", max);
  }

  @Override
  public double mean() {
    return min + (max - min) / 2;
  }

  @Override
  public double variance() {
    return (max - min) * (max - min) / 12;
  }

  @Override
  public double cdf(double x) {
    return x <= min ? 0 : x >= max ? 1 : (x - min) / (max - min);
  }

  @Override
  public double survival(double x) {
    return x <= min ? 1 : x >= max ? 0 : (max - x) / (max - min);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return p <= 0.5 ? min + p * (max - min) : max - (1 - p) * (max - min);
  }

  @Override
  public double low() {
    return min;
  }

  @Override
  public double high() {
    return max;
  }

  @Override
  public Sampler compile() {
    return Sampler.uniform(min, max);
  }
}
