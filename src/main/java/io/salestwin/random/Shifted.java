package io.salestwin.random;

import java.util.Objects;

/**
 * A distribution moved along by a fixed amount: a delay that takes at least so long.
 *
 * @param shift what is added to every value, finite
 * @param distribution what it acts on
 */
public record Shifted(double shift, Distribution distribution) implements Distribution {

  /**
   * Checks the parameters.
   *
   * @param shift as for the record
   * @param distribution as for the record
   * @throws IllegalArgumentException if shift is outside its range
   */
  public Shifted {
    Require.finite("shift", shift);
    Objects.requireNonNull(distribution, "distribution");
  }

  @Override
  public double mean() {
    return distribution.mean() + shift;
  }

  @Override
  public double variance() {
    return distribution.variance();
  }

  @Override
  public double cdf(double x) {
    return distribution.cdf(x - shift);
  }

  @Override
  public double survival(double x) {
    return distribution.survival(x - shift);
  }

  @Override
  public double quantile(double p) {
    return distribution.quantile(p) + shift;
  }

  @Override
  public double low() {
    return distribution.low() + shift;
  }

  @Override
  public double high() {
    return distribution.high() + shift;
  }

  @Override
  public Sampler compile() {
    return distribution.compile().shiftedBy(shift);
  }
}
