package io.salestwin.metrics;

import java.util.Arrays;

/**
 * The health score as a pure function: a KPI scores 0 at its floor and 100 at its target, a tier is
 * the mean of its KPIs, the whole the weighted mean of its tiers. What is missing makes what it is
 * part of missing, never neutral.
 */
public final class HealthScore {

  private static final double FULL = 100;

  private HealthScore() {}

  /**
   * The score of a KPI, linear between floor and target.
   *
   * @param value the KPI; NaN when it is not computable
   * @param floor where it scores 0
   * @param target where it scores 100; below the floor where less is better
   * @return 0 to 100; NaN for NaN
   */
  public static double of(double value, double floor, double target) {
    if (floor == target) {
      throw new IllegalArgumentException("floor (" + floor + ") must differ from the target");
    }
    double share = (value - floor) / (target - floor);
    return FULL * Math.max(0, Math.min(1, share));
  }

  /**
   * The mean of some scores.
   *
   * @param scores at least one
   * @return 0 to 100; NaN when one of them is
   */
  public static double mean(double... scores) {
    double[] equal = new double[scores.length];
    Arrays.fill(equal, 1.0 / scores.length);
    return weighted(scores, equal);
  }

  /**
   * The weighted mean of some scores.
   *
   * @param scores at least one
   * @param weights one for each, at least 0, with the sum 1
   * @return 0 to 100; NaN when one of the scores is
   */
  public static double weighted(double[] scores, double[] weights) {
    if (scores.length == 0 || scores.length != weights.length) {
      throw new IllegalArgumentException(
          "scores (" + scores.length + ") and weights (" + weights.length + ") must match");
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += scores[i] * weights[i];
    }
    return sum;
  }
}
