package io.salestwin.statistics.special;

import java.util.function.DoublePredicate;

/**
 * The place where a condition begins to hold, to the last bit: as sure as it is slow, for functions
 * that are cheap.
 */
public final class Bisection {

  private Bisection() {}

  /**
   * The smallest number from which a condition holds, when it fails below and holds above.
   *
   * @param low a number below the place, or the place itself
   * @param high a number above it, or the place itself; finite, as {@code low}
   * @param holds the condition
   * @return the place, between the two ends
   */
  public static double first(double low, double high, DoublePredicate holds) {
    double below = low;
    double above = high;
    while (true) {
      double middle = below + (above - below) / 2;
      if (!(middle > below && middle < above)) {
        return above;
      }
      if (holds.test(middle)) {
        above = middle;
      } else {
        below = middle;
      }
    }
  }
}
