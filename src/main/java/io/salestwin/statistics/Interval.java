package io.salestwin.statistics;

/**
 * From where to where, and with which probability. Both ends belong to it.
 *
 * <p>What the probability is of must be said where an interval is shown: a <em>range</em> holds
 * that share of the replications ({@link Sample#range}); an <em>error</em> holds the true figure in
 * that share of repeated runs ({@link Intervals}). One word is never used for both.
 *
 * @param low the lower end, in units of the figure
 * @param high the upper end, at least {@code low}
 * @param level the probability, above 0 and below 1; 95 % is written 0.95
 */
public record Interval(double low, double high, double level) {

  /** The level of every error that people see: 0.95. */
  public static final double ERROR = 0.95;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low must not be above high: low " + low + ", high " + high);
    }
    Finite.requireInside("level", level);
  }

  /**
   * Whether a value lies inside; the ends do.
   *
   * @param value any value
   * @return true from low to high; false for NaN
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * The distance of the ends.
   *
   * @return high - low, 0 or more
   */
  public double width() {
    return high - low;
  }

  /**
   * Half the distance of the ends: the "±" of a symmetric interval.
   *
   * @return width / 2, 0 or more
   */
  public double halfWidth() {
    return width() / 2;
  }
}
