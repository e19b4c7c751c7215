package io.salestwin.random;

/**
 * Always the same value.
 *
 * @param value the value, finite
 */
public record Constant(double value) implements Distribution {

  /**
   * Checks the parameter.
   *
   * @param value as for the record
   * @throws IllegalArgumentException if value is not finite
   */
  public Constant {
    Require.finite("value", value);
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double variance() {
    return 0;
  }

  @Override
  public double cdf(double x) {
    return x >= value ? 1 : 0;
  }

  @Override
  public double survival(double x) {
    return x >= value ? 0 : 1;
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return value;
  }

  @Override
  public double low() {
    return value;
  }

  @Override
  public double high() {
    return value;
  }

  @Override
  public Sampler compile() {
    return Sampler.constant(value);
  }
}
