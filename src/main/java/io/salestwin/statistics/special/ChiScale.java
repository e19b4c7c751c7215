package io.salestwin.statistics.special;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The law of an estimated standard deviation: s = √(V / df) with V ~ χ²(df), as a set of nodes with
 * weights that sum to 1, so that an expectation over s is a weighted sum.
 *
 * <p>With w = ln s the density is proportional to exp(df (w - e^{2w} / 2)), which is smooth on the
 * whole line and falls at least exponentially to both sides; there the trapezoidal rule converges
 * faster than any power of its step (Trefethen and Weideman, <em>The Exponentially Convergent
 * Trapezoidal Rule</em>, SIAM Review 56, 2014). Nodes whose weight is below e^-60 of the largest
 * are left out.
 */
public final class ChiScale {

  private static final double NEGLIGIBLE = 60;

  /** Degrees of freedom beyond which s is 1 as far as doubles can tell. */
  private static final double MOST_DF = 1e13;

  /** Where an expectation turns more sharply than that, nodes would fill the memory. */
  private static final double SHARPEST = 1e6;

  private final double[] scale;
  private final double[] weight;

  private ChiScale(double[] scale, double[] weight) {
    this.scale = scale;
    this.weight = weight;
  }

  /**
   * The nodes for expectations of a function of s.
   *
   * @param df degrees of freedom, above 0; infinite gives the one node s = 1
   * @param sharpness how often the function turns while s doubles: about t for Φ(c - t s) near its
   *     turning point, 0 for functions that change slowly
   * @return the nodes
   * @throws ArithmeticException if it turns too sharply to be computed
   */
  public static ChiScale of(double df, double sharpness) {
    if (!(df > 0)) {
      throw new IllegalArgumentException("df must be above 0: " + df);
    }
    if (df > MOST_DF) {
      return new ChiScale(new double[] {1}, new double[] {1});
    }
    if (!(Math.abs(sharpness) <= SHARPEST)) {
      throw new ArithmeticException("a mean that turns too sharply: " + sharpness);
    }
    double step = 1 / (12 + 2.5 * Math.sqrt(df) + 2 * Math.abs(sharpness));
    int below = reach(df, -step);
    int above = reach(df, step);
    double[] scale = new double[below + 1 + above];
    double[] weight = new double[scale.length];
    for (int i = 0; i < scale.length; i++) {
      double w = (i - below) * step;
      scale[i] = Math.exp(w);
      weight[i] = Math.exp(logDensity(df, w));
    }
    double sum = Arrays.stream(weight).sum();
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= sum;
    }
    return new ChiScale(scale, weight);
  }

  /**
   * The expectation of a function of s.
   *
   * @param f the function
   * @return the sum of weight times f over all nodes
   */
  public double mean(DoubleUnaryOperator f) {
    double sum = 0;
    for (int i = 0; i < scale.length; i++) {
      sum += weight[i] * f.applyAsDouble(scale[i]);
    }
    return sum;
  }

  /** Against its value at the mode w = 0, without cancellation. */
  private static double logDensity(double df, double w) {
    return df * (w - Math.expm1(2 * w) / 2);
  }

  private static int reach(double df, double step) {
    int count = 1;
    while (logDensity(df, count * step) > -NEGLIGIBLE) {
      count++;
    }
    return count;
  }
}
