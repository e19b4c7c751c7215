package io.salestwin.random;

import java.util.Objects;

/**
 * A distribution given that its value lies in [low, high], ends included: values outside do not
 * occur and the rest keep their proportions. Its mean and spread are not those of the original.
 *
 * @param distribution what is cut
 * @param low the least value, or minus infinity
 * @param high the largest value, or infinity; above low
 */
public record Truncated(Distribution distribution, double low, double high)
    implements Distribution {

  /** The least probability that a range must keep; below it digits would run out. */
  static final double LEAST_MASS = 1e-9;

  /**
   * Checks the parameters. An end outside the support is moved to the end of the support.
   *
   * @param distribution as for the record
   * @param low as for the record
   * @param high as for the record
   * @throws IllegalArgumentException if low is not below high or the range holds less than a
   *     billionth of the original
   */
  public Truncated {
    Objects.requireNonNull(distribution, "distribution");
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "min must be below max, but min is "
              + Require.shown(low)
              + " and max is "
              + Require.shown(high));
    }
    double mass = massWithin(distribution, low, high);
    if (!(mass >= LEAST_MASS)) {
      throw new IllegalArgumentException(
          "min "
              + Require.shown(low)
              + " and max "
              + Require.shown(high)
              + " leave almost nothing of the distribution (probability "
              + mass
              + ")");
    }
    low = Math.max(low, distribution.low());
    high = Math.min(high, distribution.high());
  }

  /**
   * The probability from low to high, ends included, from the tail in which it keeps its digits.
   */
  static double massWithin(Distribution distribution, double low, double high) {
    double justBelow = Math.nextDown(low);
    return distribution.cdf(justBelow) < 0.5
        ? distribution.cdf(high) - distribution.cdf(justBelow)
        : distribution.survival(justBelow) - distribution.survival(high);
  }

  private double mass() {
    return massWithin(distribution, low, high);
  }

  private double below() {
    return distribution.cdf(Math.nextDown(low));
  }

  /** The same law with the cut carried inside as far as it goes; a cut of a smooth law stays. */
  private Distribution reduced() {
    Distribution d = distribution;
    if (low == d.low() && high == d.high()) {
      return d;
    }
    if (d instanceof Uniform) {
      return new Uniform(low, high);
    }
    if (d instanceof Discrete discrete) {
      return discrete.within(low, high);
    }
    if (d instanceof Empirical empirical) {
      return empirical.within(low, high);
    }
    if (d instanceof Mixture mixture) {
      return mixture.within(low, high);
    }
    if (d instanceof Shifted s) {
      return new Shifted(
          s.shift(), new Truncated(s.distribution(), low - s.shift(), high - s.shift()));
    }
    if (d instanceof Scaled s) {
      return new Scaled(
          s.factor(), new Truncated(s.distribution(), low / s.factor(), high / s.factor()));
    }
    boolean cutTwice = d instanceof Truncated;
    if (cutTwice && massWithin(((Truncated) d).distribution, low, high) >= LEAST_MASS) {
      return new Truncated(((Truncated) d).distribution, low, high);
    }
    return this;
  }

  /** {@inheritDoc} By numerical integration where there is no closed form (relative 1e-9). */
  @Override
  public double mean() {
    Distribution reduced = reduced();
    return reduced == this ? TailMoments.of(this, distribution).mean() : reduced.mean();
  }

  /** {@inheritDoc} By numerical integration where there is no closed form (relative 1e-8). */
  @Override
  public double variance() {
    Distribution reduced = reduced();
    return reduced == this ? TailMoments.of(this, distribution).variance() : reduced.variance();
  }

  /** {@inheritDoc} A difference of two probabilities: to about 1e-16 over the mass that is kept. */
  @Override
  public double cdf(double x) {
    if (x < low || x >= high) {
      return x < low ? 0 : 1;
    }
    return clamp(massWithin(distribution, low, Math.max(low, x)) / mass());
  }

  @Override
  public double survival(double x) {
    if (x < low || x >= high) {
      return x < low ? 1 : 0;
    }
    double upper =
        distribution.survival(x) < 0.5
            ? distribution.survival(x) - distribution.survival(high)
            : distribution.cdf(high) - distribution.cdf(x);
    return clamp(upper / mass());
  }

  private static double clamp(double p) {
    return Math.min(1, Math.max(0, p));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    if (p == 0 || p == 1) {
      return p == 0 ? low : high;
    }
    double x = distribution.quantile(Math.min(1, below() + p * mass()));
    return Math.min(high, Math.max(low, x));
  }

  @Override
  public Sampler compile() {
    Distribution reduced = reduced();
    return reduced == this
        ? Sampler.truncated(distribution.compile(), below(), mass(), low, high)
        : reduced.compile();
  }
}
