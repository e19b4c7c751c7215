package io.salestwin.statistics;

import java.util.Arrays;

/**
 * Values in ascending order, copied and never changed. The order in which they were given does not
 * matter, not even to the last bit.
 *
 * <p>Data in which NaN means "not computable" go through {@link #ofComputable}, which sets those
 * values aside and counts them: show {@link #missing()} wherever a figure of such a sample is
 * shown.
 */
public final class Sample {

  private final double[] sorted;
  private final int missing;
  private final Tally tally;

  private Sample(double[] sorted, int missing) {
    this.sorted = sorted;
    this.missing = missing;
    this.tally = Tally.of(sorted);
  }

  /**
   * A sample of values that could all be computed.
   *
   * @param values finite values, copied; may be none
   * @return the sample
   * @throws IllegalArgumentException when a value is NaN or infinite
   */
  public static Sample of(double... values) {
    for (int i = 0; i < values.length; i++) {
      Finite.require(values, i);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted, 0);
  }

  /**
   * A sample of the values that could be computed: NaN is set aside and counted.
   *
   * @param values finite values or NaN, copied
   * @return the sample of the finite ones; may be empty
   * @throws IllegalArgumentException when a value is infinite
   */
  public static Sample ofComputable(double... values) {
    double[] sorted = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sorted[n++] = Finite.require(values, i);
      }
    }
    sorted = Arrays.copyOf(sorted, n);
    Arrays.sort(sorted);
    return new Sample(sorted, values.length - n);
  }

  /**
   * How many values there are.
   *
   * @return 0 or more
   */
  public int n() {
    return sorted.length;
  }

  /**
   * How many values were not computable and are not in the sample.
   *
   * @return 0 or more
   */
  public int missing() {
    return missing;
  }

  /**
   * The value at a place in ascending order.
   *
   * @param rank from 0 (the smallest) to n - 1 (the largest)
   * @return the value there
   * @throws IndexOutOfBoundsException when there is no such place
   */
  public double at(int rank) {
    return sorted[rank];
  }

  /**
   * Count, mean and spread; for the mean's error when the values are independent.
   *
   * @return the tally of the values in ascending order
   */
  public Tally tally() {
    return tally;
  }

  /**
   * The arithmetic mean.
   *
   * @return the mean; NaN when there is no value
   */
  public double mean() {
    return tally.mean();
  }

  /**
   * The sample standard deviation (n - 1 in the denominator).
   *
   * @return the standard deviation; NaN when there are fewer than 2 values
   */
  public double sd() {
    return tally.sd();
  }

  /**
   * The smallest value.
   *
   * @return the minimum; NaN when there is no value
   */
  public double min() {
    return tally.min();
  }

  /**
   * The largest value.
   *
   * @return the maximum; NaN when there is no value
   */
  public double max() {
    return tally.max();
  }

  /**
   * The quantile of type 7: linear between the order statistics at h = (n - 1) p. Source: Hyndman
   * and Fan, <em>Sample quantiles in statistical packages</em>, The American Statistician 50
   * (1996); the default of R, NumPy and spreadsheets.
   *
   * @param p the share of values below, from 0 (the minimum) to 1 (the maximum)
   * @return the quantile; NaN when there is no value
   * @throws IllegalArgumentException when p is outside [0, 1]
   */
  public double quantile(double p) {
    Finite.requireProbability("p", p);
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double h = (sorted.length - 1) * p;
    int below = (int) h;
    int above = Math.min(below + 1, sorted.length - 1);
    double between = sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    // rounding must not carry the result past the neighbour
    return Math.min(between, sorted[above]);
  }

  /**
   * The central range: it leaves out the same share of values at either end.
   *
   * @param level the share of values inside, above 0 and below 1; 0.80 gives P10 to P90
   * @return the range
   * @throws IllegalArgumentException when the level is not inside (0, 1) or there is no value
   */
  public Interval range(double level) {
    Finite.requireInside("level", level);
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a range needs at least 1 value, there is none");
    }
    double tail = (1 - level) / 2;
    return new Interval(quantile(tail), quantile(1 - tail), level);
  }

  /**
   * The share of the values that are at least x.
   *
   * @param x any number
   * @return from 0 to 1; NaN when there is no value
   * @throws IllegalArgumentException when x is NaN
   */
  public double shareAtLeast(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("x must be a number: NaN");
    }
    return (double) (sorted.length - countBelow(x)) / sorted.length;
  }

  private int countBelow(double x) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
