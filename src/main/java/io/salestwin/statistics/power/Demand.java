package io.salestwin.statistics.power;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is asked of a test: its level, and the power with which it shall find the effect.
 *
 * @param alpha the level over all sides, above 0 and below 1
 * @param sides 1 or 2
 * @param power above 0 and below 1
 */
public record Demand(double alpha, int sides, double power) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Demand {
    Refuse.unlessInside("alpha", alpha);
    Refuse.unlessInside("power", power);
    Refuse.unlessSides(sides);
  }

  /**
   * The normal quantile of the level.
   *
   * @return z with alpha / sides above it
   */
  public double zAlpha() {
    return NORMAL.inverseSurvivalProbability(alpha / sides);
  }

  /**
   * The normal quantile of the power.
   *
   * @return z with the power below it
   */
  public double zPower() {
    return NORMAL.inverseCumulativeProbability(power);
  }

  /**
   * What both quantiles ask for together.
   *
   * @return (z_alpha + z_power)²
   */
  double squared() {
    double sum = zAlpha() + zPower();
    return sum * sum;
  }
}
