package io.salestwin.random;

import java.util.Objects;

/**
 * A distribution stretched by a factor: a segment whose deals are 2.2 times as large.
 *
 * @param factor what every value is multiplied by, above 0
 * @param distribution what it acts on
 */
public record Scaled(double factor, Distribution distribution) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param factor as for the record
   * @param distribution as for the record
   * @throws IllegalArgumentException if factor is outside its range
   */
  public Scaled {
    Require.positive("factor", factor);
    Objects.requireNonNull(distribution, "distribution");
  }

  @Override
  public double mean() {
    return distribution.mean() * factor;
  }

  @Override
  public double variance() {
    return distribution.variance() * factor * factor;
  }

  @Override
  public double cdf(double x) {
    return distribution.cdf(x / factor);
  }

  @Override
  public double survival(double x) {
    return distribution.survival(x / factor);
  }

  @Override
  public double quantile(double p) {
    return distribution.quantile(p) * factor;
  }

  @Override
  public double low() {
    return distribution.low() * factor;
  }

  @Override
  public double high() {
    return distribution.high() * factor;
  }

  @Override
  public Sampler compile() {
    return distribution.compile().scaledBy(factor);
  }
}
