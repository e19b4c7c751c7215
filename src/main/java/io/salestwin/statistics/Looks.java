package io.salestwin.statistics;

import java.util.function.DoubleFunction;

/**
 * The places at which a growing run is looked at: after {@value #FIRST} replications, and each time
 * that their number has doubled. A run ends at the first look at which its figures are tight enough
 * (a fixed-width sequential procedure: Chow and Robbins 1965, Annals of Mathematical Statistics
 * 36).
 *
 * <p>Who stops when an interval looks short stops too often when the spread was seen too small by
 * chance, and odds near 0 or 1 look better known than they are. Each look therefore has its
 * intervals computed at {@link #LEVEL}, a little above what they claim. There are few looks, far
 * apart, and the first comes late, so a little is enough: for normal figures the interval at the
 * end holds the truth in 95.6 to 96 % of runs whatever is asked (the least is computed in the
 * tests), and src/docs/precision.md has simulated figures for odds, long tails and a scenario.
 */
public final class Looks {

  /** Replications before the first look, which is also the least a run with looks can have. */
  public static final int FIRST = 128;

  /** The level at which the intervals of a run with looks are computed to hold 95 %. */
  public static final double LEVEL = 0.96;

  private Looks() {}

  /**
   * The next look.
   *
   * @param n number of replications so far, 0 or more
   * @return the smallest {@value #FIRST} x 2^k above n; the largest int when there is none
   */
  public static int after(int n) {
    if (n >= 1 << 30) {
      return Integer.MAX_VALUE;
    }
    return n < FIRST ? FIRST : FIRST * (Integer.highestOneBit(n / FIRST) * 2);
  }

  /**
   * Whether a run is looked at there.
   *
   * @param n number of replications
   * @return true for {@value #FIRST} x 2^k
   */
  public static boolean isLook(int n) {
    return n >= FIRST && after(n - 1) == n;
  }

  /**
   * An interval of a run with looks: computed at {@link #LEVEL}, told as {@link Interval#ERROR}.
   *
   * @param interval the figure with its interval at a level
   * @return the same figure, whose interval holds the truth with the probability that it tells even
   *     though the run was ended for its sake
   */
  public static Estimate error(DoubleFunction<Estimate> interval) {
    Estimate wide = interval.apply(LEVEL);
    return wide.value().map(v -> Estimate.of(v.estimate(), told(v.interval()))).orElse(wide);
  }

  private static Interval told(Interval wide) {
    return new Interval(wide.low(), wide.high(), Interval.ERROR);
  }
}
