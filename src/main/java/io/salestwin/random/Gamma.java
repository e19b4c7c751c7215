package io.salestwin.random;

/**
 * The gamma distribution, density x^(shape-1) exp(-x/scale) / (Gamma(shape) scale^shape): mean
 * shape x scale, cv 1 / sqrt(shape). With a whole shape k it is the Erlang distribution: k
 * exponential steps in a row.
 *
 * @param shape 0.01 to 1e6 (cv from 1000 % to 0.1 %)
 * @param scale above 0, in the unit of the values
 */
public record Gamma(double shape, double scale) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param shape as for the record
   * @param scale as for the record
   * @throws IllegalArgumentException if one is outside its range
   */
  public Gamma {
    Require.between("shape", shape, 0.01, 1e6);
    Require.positive("scale", scale);
  }

  @Override
  public double mean() {
    return shape * scale;
  }

  @Override
  public double variance() {
    return shape * scale * scale;
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : x == Double.POSITIVE_INFINITY ? 1 : law().lower(StrictMath.log(x / scale));
  }

  @Override
  public double survival(double x) {
    return x <= 0 ? 1 : x == Double.POSITIVE_INFINITY ? 0 : law().upper(StrictMath.log(x / scale));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    if (p == 0 || p == 1) {
      return p == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return scale * StrictMath.exp(law().quantile(p, 1 - p));
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
    return Sampler.exponentialOfTable(QuantileTable.of(law())).scaledBy(scale);
  }

  /** The law of ln(x / scale). */
  private SmoothLaw law() {
    return new LogGammaLaw(shape);
  }
}
