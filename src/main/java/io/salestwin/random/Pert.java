package io.salestwin.random;

/**
 * The beta distribution that people mean by least, most likely and most: on [min, max] with shape
 * parameters 1 + 4 (mode - min) / (max - min) and 1 + 4 (max - mode) / (max - min), so that the
 * mean is (min + 4 mode + max) / 6 (Malcolm and others, Operations Research 7, 1959).
 *
 * @param min the smallest value, finite
 * @param mode the most likely value, from min to max
 * @param max the largest value, finite, above min
 */
public record Pert(double min, double mode, double max) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param min as for the record
   * @param mode as for the record
   * @param max as for the record
   * @throws IllegalArgumentException if min is not below max or mode lies outside
   */
  public Pert {
    Require.ordered("min", min, "max", max);
    Require.between("mode", mode, min, max);
  }

  private Beta beta() {
    double width = max - min;
    return new Beta(1 + 4 * (mode - min) / width, 1 + 4 * (max - mode) / width);
  }

  @Override
  public double mean() {
    return (min + 4 * mode + max) / 6;
  }

  @Override
  public double variance() {
    return beta().variance() * (max - min) * (max - min);
  }

  @Override
  public double cdf(double x) {
    return x <= min ? 0 : x >= max ? 1 : beta().cdf((x - min) / (max - min));
  }

  @Override
  public double survival(double x) {
    // reflected, so that what is close to max keeps its digits
    return x <= min ? 1 : x >= max ? 0 : beta().reflected().cdf((max - x) / (max - min));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return min + (max - min) * beta().quantile(p);
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
    return beta().compile().scaledBy(max - min).shiftedBy(min);
  }
}
