package io.salestwin.random;

/**
 * A value whose logarithm is logistic: S(x) = 1 / (1 + (x / median)^shape). Its tail is a power, so
 * with a shape at most 1 the mean is infinite and with a shape at most 2 the variance is.
 *
 * @param median above 0, in the unit of the values (often called the scale)
 * @param shape 0.05 to 1000
 */
public record LogLogistic(double median, double shape) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param median as for the record
   * @param shape as for the record
   * @throws IllegalArgumentException if one is outside its range
   */
  public LogLogistic {
    Require.positive("median", median);
    Require.between("shape", shape, 0.05, 1000);
  }

  @Override
  public double mean() {
    return shape <= 1 ? Double.POSITIVE_INFINITY : median * moment(StrictMath.PI / shape);
  }

  /** {@inheritDoc} NaN for a shape at most 1, infinite for a shape above 1 and at most 2. */
  @Override
  public double variance() {
    if (shape <= 2) {
      return shape <= 1 ? Double.NaN : Double.POSITIVE_INFINITY;
    }
    double b = StrictMath.PI / shape;
    // 2b / sin 2b - (b / sin b)^2 = (tan b - b) b / sin^2 b
    double sin = StrictMath.sin(b);
    double excess =
        b < 0.05
            ? b * b * b * (1.0 / 3 + b * b * (2.0 / 15 + b * b * 17.0 / 315))
            : StrictMath.tan(b) - b;
    return median * median * excess * b / (sin * sin);
  }

  private static double moment(double b) {
    return b / StrictMath.sin(b);
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : 1 / (1 + StrictMath.pow(x / median, -shape));
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : 1 / (1 + StrictMath.pow(x / median, shape));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return median * StrictMath.pow(p / (1 - p), 1 / shape);
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
    return Sampler.logLogistic(median, shape);
  }
}
