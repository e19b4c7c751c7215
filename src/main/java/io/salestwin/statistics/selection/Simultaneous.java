package io.salestwin.statistics.selection;

import io.salestwin.statistics.special.ChiScale;
import io.salestwin.statistics.special.Root;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Critical values for comparing several groups of equal size at once.
 *
 * <p>The integrals are taken over a standard normal by the trapezoidal rule and over the estimated
 * standard deviation by {@link ChiScale}; the equations are solved for the upper tail itself, so
 * that a small level keeps its digits.
 */
public final class Simultaneous {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A product of normal laws is so smooth that the rule is exact to rounding with this step. */
  private static final double STEP = 0.2;

  private static final double FARTHEST = 10;

  /** Distances that are exceeded surely, or never, as far as doubles can tell. */
  private static final double SURELY = 1e-8;

  private static final double NEVER = 40;

  private Simultaneous() {}

  /**
   * Dunnett's two-sided critical value for k treatments against one control, all of the same size,
   * hence with correlations of 1/2: the c with P(max |Tᵢ| > c) = alpha (C. W. Dunnett, Journal of
   * the American Statistical Association 50, 1955).
   *
   * @param treatments k, at least 1
   * @param df degrees of freedom of the standard deviation, above 0; may be infinite
   * @param alpha the level, above 0 and below 1
   * @return c; for one treatment the two-sided critical value of Student's t
   */
  public static double dunnett(int treatments, double df, double alpha) {
    requireAtLeast("treatments", treatments, 1);
    return solve(df, alpha, (c, s) -> dunnettTail(treatments, Math.sqrt(2) * c * s));
  }

  /**
   * Tukey's critical value: the upper alpha quantile of the studentised range of k groups (J. W.
   * Tukey, <em>The Problem of Multiple Comparisons</em>, 1953).
   *
   * @param groups k, at least 2
   * @param df degrees of freedom of the standard deviation, above 0; may be infinite
   * @param alpha the level, above 0 and below 1
   * @return q
   */
  public static double tukey(int groups, double df, double alpha) {
    requireAtLeast("groups", groups, 2);
    return solve(df, alpha, (q, s) -> rangeTail(groups, q * s));
  }

  /** What a critical value leaves above it when the standard deviation is off by a factor s. */
  @FunctionalInterface
  private interface Tail {
    double at(double critical, double s);
  }

  private static double solve(double df, double alpha, Tail tail) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
    DoubleUnaryOperator gap =
        c -> {
          double sharpness = Math.min(c, 6); // where c s is larger the tail is flat again
          double left =
              ChiScale.of(df, sharpness)
                  .mean(s -> c * s < SURELY ? 1 : c * s > NEVER ? 0 : tail.at(c, s));
          return Math.log(Math.max(left, Double.MIN_VALUE)) - Math.log(alpha);
        };
    return Root.above(gap, 0, 1);
  }

  /** P(max |Zᵢ - Z₀| > a) given all of Z₀: any of k independent ones. */
  private static double dunnettTail(int k, double a) {
    return normalMean(
        z ->
            IndifferenceZone.anyOf(
                k,
                Math.min(
                    1, NORMAL.survivalProbability(a - z) + NORMAL.survivalProbability(a + z))));
  }

  /** k ∫ φ(z) {Φ(z)^{k-1} - (Φ(z) - Φ(z - w))^{k-1}} dz: 1 - P(range <= w) as one difference. */
  private static double rangeTail(int k, double w) {
    return k
        * normalMean(
            z -> {
              double below = NORMAL.cumulativeProbability(z);
              double tooLow = NORMAL.cumulativeProbability(z - w);
              return Math.pow(below, k - 1)
                  * IndifferenceZone.anyOf(k - 1, Math.min(1, tooLow / below));
            });
  }

  private static double normalMean(DoubleUnaryOperator f) {
    double sum = 0;
    double all = 0;
    int reach = (int) Math.round(FARTHEST / STEP);
    for (int i = -reach; i <= reach; i++) {
      double z = i * STEP;
      double weight = Math.exp(-z * z / 2);
      all += weight;
      sum += weight * f.applyAsDouble(z);
    }
    return sum / all;
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; give at least " + least);
    }
  }
}
