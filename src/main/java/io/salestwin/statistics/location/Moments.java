package io.salestwin.statistics.location;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Count, mean and variance of values, from sums that are exact in decimals: neither a large offset
 * nor the order of the values costs digits, equal values have the variance 0, and what looks equal
 * as written is equal.
 *
 * @param n how many values there are
 * @param sum their sum, exactly
 * @param squares the sum of their squares, exactly
 */
public record Moments(int n, BigDecimal sum, BigDecimal squares) {

  /** For quotients, which are rounded once more when they become a double. */
  static final MathContext DIGITS = new MathContext(40);

  /**
   * The moments of values.
   *
   * @param values finite values; not changed
   * @return the moments
   * @throws NumberFormatException if a value is NaN or infinite
   */
  public static Moments of(double... values) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      BigDecimal exact = BigDecimal.valueOf(value);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    return new Moments(values.length, sum, squares);
  }

  /**
   * The arithmetic mean.
   *
   * @return the mean; NaN without a value
   */
  public double mean() {
    return n == 0 ? Double.NaN : quotient(sum, n);
  }

  /**
   * The sample variance, with n - 1 in the denominator.
   *
   * @return the variance; NaN of fewer than 2 values
   */
  public double variance() {
    return n < 2
        ? Double.NaN
        : squares
            .multiply(BigDecimal.valueOf(n))
            .subtract(sum.multiply(sum))
            .divide(BigDecimal.valueOf((long) n * (n - 1)), DIGITS)
            .doubleValue();
  }

  /**
   * The sample standard deviation.
   *
   * @return the root of the variance; NaN of fewer than 2 values
   */
  public double sd() {
    return Math.sqrt(variance());
  }

  /**
   * The mean of these values minus that of others, rounded once.
   *
   * @param other the moments of the others
   * @return the difference; NaN if there is no value on a side
   */
  public double meanMinus(Moments other) {
    if (n == 0 || other.n == 0) {
      return Double.NaN;
    }
    return sum.multiply(BigDecimal.valueOf(other.n))
        .subtract(other.sum.multiply(BigDecimal.valueOf(n)))
        .divide(BigDecimal.valueOf((long) n * other.n), DIGITS)
        .doubleValue();
  }

  /**
   * The differences of paired values, as decimals: 0.3 - 0.1 is 0.2.
   *
   * @param y the first values
   * @param x the values to subtract, as many
   * @return y - x
   * @throws IllegalArgumentException if there are not as many
   */
  public static double[] differences(double[] y, double[] x) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "there are " + x.length + " values x and " + y.length + " values y; give pairs");
    }
    double[] out = new double[x.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = BigDecimal.valueOf(y[i]).subtract(BigDecimal.valueOf(x[i])).doubleValue();
    }
    return out;
  }

  private static double quotient(BigDecimal numerator, long denominator) {
    return numerator.divide(BigDecimal.valueOf(denominator), DIGITS).doubleValue();
  }
}
