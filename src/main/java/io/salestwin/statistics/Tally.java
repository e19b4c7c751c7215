package io.salestwin.statistics;

/**
 * The count, mean, spread and extremes of values, without the values. Immutable; tallies of parts
 * merge into the tally of the whole.
 *
 * <p>The moments are updated by Welford's method and merged by the formula of Chan, Golub and
 * LeVeque (<em>Updating formulae and a pairwise algorithm for computing sample variances</em>,
 * 1979), so there is no cancellation of large squares. Floating-point sums depend on their order in
 * the last bits: whoever needs the same bits merges in the same order.
 *
 * @param n how many values, 0 or more
 * @param mean their arithmetic mean; NaN when n is 0
 * @param squaredDeviations sum of (value - mean)², 0 or more; 0 when n is 0 or 1
 * @param min the smallest value; NaN when n is 0
 * @param max the largest value; NaN when n is 0
 */
public record Tally(long n, double mean, double squaredDeviations, double min, double max) {

  /** The tally of no value. */
  public static final Tally EMPTY = new Tally(0, Double.NaN, 0, Double.NaN, Double.NaN);

  public Tally {
    if (n < 0) {
      throw new IllegalArgumentException("n must be 0 or more: " + n);
    }
    if (!(squaredDeviations >= 0)) {
      throw new IllegalArgumentException(
          "squaredDeviations must be 0 or more: " + squaredDeviations);
    }
    boolean ordered = n == 0 ? Double.isNaN(mean) : min <= max && !Double.isNaN(mean);
    if (!ordered) {
      throw new IllegalArgumentException(
          "mean, min and max do not belong to "
              + (n + " values: mean " + mean + ", min " + min + ", max " + max));
    }
  }

  /**
   * The tally of some values, taken in the order given.
   *
   * @param values finite values; none gives {@link #EMPTY}
   * @return their tally
   * @throws IllegalArgumentException when a value is NaN or infinite
   */
  public static Tally of(double... values) {
    if (values.length == 0) {
      return EMPTY;
    }
    double mean = 0;
    double squares = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      double value = Finite.require(values, i);
      double step = value - mean;
      mean += step / (i + 1);
      squares += step * (value - mean);
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new Tally(values.length, mean, squares, min, max);
  }

  /**
   * The tally of these values and one more.
   *
   * @param value a finite value
   * @return the tally of both
   * @throws IllegalArgumentException when the value is NaN or infinite
   */
  public Tally plus(double value) {
    return plus(of(value));
  }

  /**
   * The tally of these values and the others.
   *
   * @param other a tally of other values
   * @return the tally of both
   */
  public Tally plus(Tally other) {
    if (n == 0) {
      return other;
    }
    if (other.n == 0) {
      return this;
    }
    long total = Math.addExact(n, other.n);
    double step = other.mean - mean;
    double weight = (double) other.n / total;
    // step² n m / (n + m) is what the distance of the two means adds
    double squares =
        squaredDeviations + other.squaredDeviations + step * step * ((double) n * weight);
    return new Tally(
        total, mean + step * weight, squares, Math.min(min, other.min), Math.max(max, other.max));
  }

  /**
   * The unbiased sample variance, squaredDeviations / (n - 1).
   *
   * @return the variance in squared units of the values; NaN when n is below 2
   */
  public double variance() {
    return n < 2 ? Double.NaN : squaredDeviations / (n - 1);
  }

  /**
   * The standard deviation, the square root of {@link #variance()}.
   *
   * @return the standard deviation in units of the values; NaN when n is below 2
   */
  public double sd() {
    return Math.sqrt(variance());
  }

  /**
   * The standard error of the mean when the values are independent, sd / √n. Replications that come
   * in pairs are not: see {@link Pairs#standardError()}.
   *
   * @return the standard error in units of the values; NaN when n is below 2
   */
  public double standardError() {
    return Math.sqrt(variance() / n);
  }
}
