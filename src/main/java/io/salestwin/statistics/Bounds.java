package io.salestwin.statistics;

/**
 * Two limits of a calculator's confidence interval. Unlike {@link Interval} an end may lie at
 * infinity, and both are NaN when the interval is undefined: the record that holds it says why.
 *
 * @param low the lower limit
 * @param high the upper limit
 */
public record Bounds(double low, double high) {

  /** No interval. */
  public static final Bounds UNDEFINED = new Bounds(Double.NaN, Double.NaN);

  /**
   * The symmetric interval around a figure.
   *
   * @param centre the figure
   * @param reach half the width, at least 0
   * @return centre - reach to centre + reach
   */
  public static Bounds around(double centre, double reach) {
    return new Bounds(centre - reach, centre + reach);
  }

  /**
   * Whether there is an interval.
   *
   * @return false if an end is NaN
   */
  public boolean isDefined() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
