package io.salestwin.statistics.power;

import io.salestwin.statistics.special.NoncentralT;
import io.salestwin.statistics.special.Root;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power and sizes for comparing two means by Student's t, exactly by the noncentral t, or the mean
 * of paired differences with 0.
 *
 * <p>Sizes are those of the control arm (the number of pairs for paired data); the treatment arm
 * has ratio times as many. The noncentrality is delta / (sd √(1/n1 + 1/n2)) on n1 + n2 - 2 degrees
 * of freedom; for n pairs delta √n / sd on n - 1.
 *
 * @param sd standard deviation of a unit, of a difference for paired data; above 0
 * @param ratio n2 / n1, above 0; ignored for paired data
 * @param paired whether differences of pairs are tested
 * @param demand level and power
 */
public record MeanPlan(double sd, double ratio, boolean paired, Demand demand) {

  private static final double FARTHEST = 1e12;

  public MeanPlan {
    Refuse.unlessPositive("sd", sd);
    Refuse.unlessPositive("ratio", ratio);
  }

  /**
   * The power to the side of the difference.
   *
   * @param delta the true difference
   * @param n1 size of the control arm, such that degrees of freedom are left
   * @return the power; NaN if no degrees of freedom are left
   */
  public double power(double delta, double n1) {
    double df = df(n1);
    return df > 0 ? NoncentralT.above(critical(df), df, ncp(delta, n1)) : Double.NaN;
  }

  /**
   * The power to either side; for a one-sided test that of {@link #power}.
   *
   * @param delta the true difference
   * @param n1 size of the control arm, such that degrees of freedom are left
   * @return the power; NaN if no degrees of freedom are left
   */
  public double powerStrict(double delta, double n1) {
    double df = df(n1);
    double near = power(delta, n1);
    return demand.sides() == 1 || Double.isNaN(near)
        ? near
        : near + NoncentralT.above(critical(df), df, -ncp(delta, n1));
  }

  /**
   * The size with the demanded power.
   *
   * @param delta the true difference
   * @return n1, a real number, possibly below 2; infinite when no size up to 1e12 is enough
   */
  public double size(double delta) {
    if (delta == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double least = paired ? 1 : 2 / (1 + ratio);
    // on the scale of degrees of freedom, of which there may be less than 1
    double spare = 0.05;
    while (spare > 1e-3 && gap(delta, least + spare) >= 0) {
      spare /= 2;
    }
    double low = spare;
    while (gap(delta, least + 2 * low) < 0) {
      low *= 2;
      if (low > FARTHEST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return Root.between(n -> gap(delta, n), least + low, least + 2 * low);
  }

  /**
   * The smallest difference that is found with the demanded power.
   *
   * @param n1 size of the control arm
   * @return the difference, above 0; NaN if no degrees of freedom are left or the power is not
   *     above the level
   */
  public double smallestDifference(double n1) {
    if (!(df(n1) > 0) || gap(0, n1) >= 0) {
      return Double.NaN;
    }
    double unit = sd * Math.sqrt(paired ? 1 / n1 : 1 / n1 + 1 / (ratio * n1));
    return unit * Root.above(ncp -> gap(ncp * unit, n1), 0, 1);
  }

  /**
   * The size with a normal law in place of t: (z_a + z_b)² (1 + 1/r) sd² / delta², without the
   * factor 1 + 1/r for pairs.
   *
   * @param delta the true difference
   * @return n1, a real number; infinite without a difference
   */
  public double sizeNormal(double delta) {
    return demand.squared() * (paired ? 1 : 1 + 1 / ratio) * square(sd / delta);
  }

  /**
   * The size with a normal law and unequal standard deviations: (z_a + z_b)² (sd² + sd2² / r) /
   * delta².
   *
   * @param delta the true difference
   * @param sd2 standard deviation in the treatment arm, above 0
   * @return n1, a real number; infinite without a difference
   */
  public double sizeUnequal(double delta, double sd2) {
    Refuse.unlessPositive("sd2", sd2);
    return demand.squared() * (square(sd / delta) + square(sd2 / delta) / ratio);
  }

  private double gap(double delta, double n1) {
    return powerStrict(delta, n1) - demand.power();
  }

  private double df(double n1) {
    return paired ? n1 - 1 : n1 + ratio * n1 - 2;
  }

  private double ncp(double delta, double n1) {
    double size = Math.abs(delta) / sd;
    return size * Math.sqrt(paired ? n1 : n1 * ratio / (1 + ratio));
  }

  private double critical(double df) {
    return TDistribution.of(df).inverseSurvivalProbability(demand.alpha() / demand.sides());
  }

  private static double square(double value) {
    return value * value;
  }
}
