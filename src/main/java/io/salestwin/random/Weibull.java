package io.salestwin.random;

/**
 * The Weibull distribution, S(x) = exp(-(x / scale)^shape): with shape below 1 what has waited long
 * will wait longer, above 1 it is due.
 *
 * @param shape 0.05 to 1000
 * @param scale above 0, in the unit of the values; 63 % lie below it
 */
public record Weibull(double shape, double scale) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param shape as for the record
   * @param scale as for the record
   * @throws IllegalArgumentException if one is outside its range
   */
  public Weibull {
    Require.between("shape", shape, 0.05, 1000);
    Require.positive("scale", scale);
  }

  /** E[(X / scale)^power] = Gamma(1 + power / shape). */
  static double moment(double shape, int power) {
    return StrictMath.exp(SmoothLaw.logGamma(1 + power / shape));
  }

  @Override
  public double mean() {
    return scale * moment(shape, 1);
  }

  @Override
  public double variance() {
    // m2 - m1^2 through logarithms: no cancellation when the shape is large
    double logRatio = SmoothLaw.logGamma(1 + 2 / shape) - 2 * SmoothLaw.logGamma(1 + 1 / shape);
    return mean() * mean() * StrictMath.expm1(logRatio);
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(x / scale, shape));
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : StrictMath.exp(-StrictMath.pow(x / scale, shape));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return p == 0 ? 0 : scale * StrictMath.pow(-StrictMath.log1p(-p), 1 / shape);
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
    return Sampler.weibull(shape, scale);
  }
}
