package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BinomialLaw;

/**
 * Control limits of a funnel plot: between which shares of n trials lie when all have the same
 * chance (D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics
 * in Medicine 24, 2005, 1185-1202, appendix A.1.1: exact binomial, interpolated between counts).
 */
public final class ControlLimits {

  private ControlLimits() {}

  /**
   * The limits for one number of trials.
   *
   * @param n trials, at least 1
   * @param chance of each, from 0 to 1
   * @param level share of such groups that lies inside, such as 0.95
   * @return the shares between which they lie
   */
  public static Bounds at(long n, double chance, double level) {
    if (n < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException("n must be at least 1, level between 0 and 1");
    }
    BinomialLaw law = new BinomialLaw(n, chance);
    double tail = (1 - level) / 2;
    return new Bounds(limit(law, tail), limit(law, 1 - tail));
  }

  /** The share below which a probability lies, with straight lines between counts. */
  private static double limit(BinomialLaw law, double below) {
    long low = -1;
    long high = law.n();
    // the smallest count with at least so much at or below it
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (law.atMost(middle) > below) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double over = (law.atMost(high) - below) / Math.max(Double.MIN_NORMAL, law.at(high));
    return Math.max(0, Math.min(1, (high - Math.min(1, over)) / law.n()));
  }
}
