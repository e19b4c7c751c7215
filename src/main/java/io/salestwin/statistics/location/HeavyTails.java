package io.salestwin.statistics.location;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Means of heavy-tailed values such as deal sizes: trimmed, winsorised, capped. Source: K. Yuen,
 * Biometrika 61 (1974), 165-170.
 */
public final class HeavyTails {

  private HeavyTails() {}

  /**
   * A sample without, or with blunted, tails.
   *
   * @param n how many values there are
   * @param kept how many are left: n - 2g, g = floor(trim n)
   * @param trimmedMean mean of those that are left; NaN if none is
   * @param winsorized moments where the g smallest and the g largest take the value next to them
   */
  public record Trimmed(int n, int kept, double trimmedMean, Moments winsorized) {

    /**
     * The squared standard error of the trimmed mean.
     *
     * @return (n - 1) winsorised variance / (kept (kept - 1)); NaN if fewer than 2 are left
     */
    public double squaredError() {
      return kept < 2 ? Double.NaN : (n - 1) * winsorized.variance() / ((double) kept * (kept - 1));
    }
  }

  /**
   * Trims a sample.
   *
   * @param values at least 1; not changed
   * @param trim share that is cut off at either end, at least 0 and below 1/2
   * @return the trimmed sample
   */
  public static Trimmed trimmed(double[] values, double trim) {
    Moments kept = Moments.of(middle(values, trim));
    return new Trimmed(values.length, kept.n(), kept.mean(), Moments.of(winsorized(values, trim)));
  }

  /**
   * Yuen's test: Welch's test of the trimmed means with the errors that the winsorised variances
   * give, on kept - 1 degrees of freedom.
   *
   * @param control at least 1 value; not changed
   * @param treatment at least 1 value; not changed
   * @param trim share that is cut off at either end, at least 0 and below 1/2
   * @return the test; undefined if fewer than 2 values are left in an arm
   */
  public static WelchTest yuen(double[] control, double[] treatment, double trim) {
    Trimmed x = trimmed(control, trim);
    Trimmed y = trimmed(treatment, trim);
    double difference =
        Moments.of(middle(treatment, trim)).meanMinus(Moments.of(middle(control, trim)));
    return WelchTest.of(
        difference, x.squaredError(), x.kept() - 1.0, y.squaredError(), y.kept() - 1.0);
  }

  /**
   * Values cut down to a cap.
   *
   * @param values values; not changed
   * @param cap the largest that is left as it is
   * @return min(value, cap), in the same order
   */
  public static double[] capped(double[] values, double cap) {
    return Arrays.stream(values).map(value -> Math.min(value, cap)).toArray();
  }

  private static double[] middle(double[] values, double trim) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int g = cut(values.length, trim);
    return Arrays.copyOfRange(sorted, g, sorted.length - g);
  }

  private static double[] winsorized(double[] values, double trim) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int g = cut(values.length, trim);
    Arrays.fill(sorted, 0, g, sorted[g]);
    Arrays.fill(sorted, sorted.length - g, sorted.length, sorted[sorted.length - 1 - g]);
    return sorted;
  }

  /** floor(trim n) in decimals: 0.29 of 100 is 29. */
  private static int cut(int n, double trim) {
    if (!(trim >= 0 && trim < 0.5) || n == 0) {
      throw new IllegalArgumentException(
          n == 0 ? "an arm has no value" : "trim must be at least 0 and below 0.5: " + trim);
    }
    return BigDecimal.valueOf(trim).multiply(BigDecimal.valueOf(n)).intValue();
  }
}
