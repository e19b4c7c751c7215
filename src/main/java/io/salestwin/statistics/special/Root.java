package io.salestwin.statistics.special;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where a continuous function of one variable is 0, to the last digits of a double. */
public final class Root {

  private static final double RELATIVE = 1e-15;
  private static final double ABSOLUTE = 1e-300;
  private static final int EVALUATIONS = 2000;
  private static final double FARTHEST = 1e15;

  private Root() {}

  /**
   * A root between two ends by Brent's method (R. P. Brent, <em>Algorithms for Minimization without
   * Derivatives</em>, 1973, chapter 4).
   *
   * @param f a continuous function with different signs, or 0, at the ends
   * @param low the lower end
   * @param high the upper end, above the lower one
   * @return the root; NaN if f has the same sign at both ends or is NaN there
   */
  public static double between(DoubleUnaryOperator f, double low, double high) {
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (atLow == 0) {
      return low;
    }
    if (atHigh == 0) {
      return high;
    }
    if (!(Math.signum(atLow) * Math.signum(atHigh) < 0)) {
      return Double.NaN;
    }
    return new BrentSolver(RELATIVE, ABSOLUTE, ABSOLUTE)
        .solve(EVALUATIONS, f::applyAsDouble, low, high);
  }

  /**
   * The root above a number, found by doubling the distance until the sign changes.
   *
   * @param f a continuous function
   * @param low where the search begins
   * @param step the first distance, above 0
   * @return the root; NaN if the sign does not change within a distance of 1e15
   */
  public static double above(DoubleUnaryOperator f, double low, double step) {
    double sign = Math.signum(f.applyAsDouble(low));
    double from = low;
    for (double reach = step; reach < FARTHEST; reach *= 2) {
      double to = low + reach;
      if (Math.signum(f.applyAsDouble(to)) != sign) {
        return between(f, from, to);
      }
      from = to;
    }
    return Double.NaN;
  }
}
