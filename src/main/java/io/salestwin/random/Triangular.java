package io.salestwin.random;

/**
 * Rises in a straight line from min to mode and falls in a straight line to max.
 *
 * @param min the smallest value, finite
 * @param mode the most likely value, from min to max
 * @param max the largest value, finite, above min
 */
public record Triangular(double min, double mode, double max) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param min as for the record
   * @param mode as for the record
   * @param max as for the record
   * @throws IllegalArgumentException if min is not below max or mode lies outside
   */
  public Triangular {
    Require.ordered("min", min, "max", max);
    Require.between("mode", mode, min, max);
  }

  @Override
  public double mean() {
    return (min + mode + max) / 3;
  }

  @Override
  public double variance() {
    double width = max - min;
    double left = mode - min;
    return (width * width - left * width + left * left) / 18;
  }

  @Override
  public double cdf(double x) {
    if (x <= min) {
      return 0;
    }
    if (x < mode) {
      return (x - min) * (x - min) / ((max - min) * (mode - min));
    }
    return x >= max ? 1 : 1 - survival(x);
  }

  @Override
  public double survival(double x) {
    if (x >= max) {
      return 0;
    }
    if (x >= mode) {
      return (max - x) * (max - x) / ((max - min) * (max - mode));
    }
    return x <= min ? 1 : 1 - cdf(x);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return compile().sample(p);
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
    return Sampler.triangular(min, mode, max);
  }
}
