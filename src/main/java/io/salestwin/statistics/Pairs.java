package io.salestwin.statistics;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * One value per replication, in the order of the replications, where replications 2i and 2i + 1
 * share one draw of the uncertain inputs (or are antithetic) and are therefore one unit.
 *
 * <p>An odd last value is a unit of its own; so is a value whose partner was not computable. Errors
 * are those of a cluster sample: with unit u holding m(u) values of sum y(u), n values and k units,
 *
 * <pre>Var(mean) = k / (k - 1) x Σ (y(u) - m(u) mean)² / n²</pre>
 *
 * <p>(Cochran, <em>Sampling Techniques</em>, 3rd ed. 1977, section 9A.2). When all units are whole
 * pairs this is exactly the variance of the pair means divided by k.
 */
public final class Pairs {

  private final double[] values;
  private final int[] unitOf;
  private final int units;
  private final int missing;

  private Pairs(double[] values, int[] unitOf, int units, int missing) {
    this.values = values;
    this.unitOf = unitOf;
    this.units = units;
    this.missing = missing;
  }

  /**
   * Pairs of values that could all be computed.
   *
   * @param values finite values, copied; values 2i and 2i + 1 are a pair
   * @return the pairs
   * @throws IllegalArgumentException when a value is NaN or infinite
   */
  public static Pairs of(double... values) {
    for (int i = 0; i < values.length; i++) {
      Finite.require(values, i);
    }
    return ofComputable(values);
  }

  /**
   * Pairs of the values that could be computed: NaN is set aside and counted, its partner stays as
   * a unit of its own, and all other pairs stay together. Figures then hold for replications in
   * which the value could be computed: show {@link #missing()} with them.
   *
   * @param values finite values or NaN, copied; values 2i and 2i + 1 are a pair
   * @return the pairs
   * @throws IllegalArgumentException when a value is infinite
   */
  public static Pairs ofComputable(double... values) {
    double[] kept = new double[values.length];
    int[] unitOf = new int[values.length];
    int n = 0;
    int units = 0;
    int lastPair = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        if (i / 2 != lastPair) {
          lastPair = i / 2;
          units++;
        }
        kept[n] = Finite.require(values, i);
        unitOf[n++] = units - 1;
      }
    }
    return new Pairs(Arrays.copyOf(kept, n), Arrays.copyOf(unitOf, n), units, values.length - n);
  }

  /**
   * How many values there are.
   *
   * @return 0 or more
   */
  public int n() {
    return values.length;
  }

  /**
   * How many independent units they form: whole pairs and single values.
   *
   * @return from n / 2 to n
   */
  public int units() {
    return units;
  }

  /**
   * How many values were not computable and are left out.
   *
   * @return 0 or more
   */
  public int missing() {
    return missing;
  }

  /**
   * The mean of all values.
   *
   * @return the mean; NaN when there is no value
   */
  public double mean() {
    return Tally.of(values).mean();
  }

  /**
   * The standard error of the mean with the pair as the unit (formula above).
   *
   * @return the standard error; NaN when there are fewer than 2 units
   */
  public double standardError() {
    if (units < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = 0;
    double unitSum = 0;
    for (int i = 0; i < values.length; i++) {
      unitSum += values[i] - mean;
      if (i + 1 == values.length || unitOf[i + 1] != unitOf[i]) {
        squares += unitSum * unitSum;
        unitSum = 0;
      }
    }
    return Math.sqrt(squares * units / (units - 1)) / values.length;
  }

  /**
   * The values without their pairing.
   *
   * @return a sample of the same values with the same count of missing ones
   */
  public Sample sample() {
    double[] all = Arrays.copyOf(values, values.length + missing);
    Arrays.fill(all, values.length, all.length, Double.NaN);
    return Sample.ofComputable(all);
  }

  /** How many values reach x. */
  int countAtLeast(double x) {
    int count = 0;
    for (double value : values) {
      if (value >= x) {
        count++;
      }
    }
    return count;
  }

  /**
   * How many independent values tell as much about the share at or above x as these do: p (1 - p) /
   * Var(p), at most n (so no credit is given when pairs happen to balance). When all values lie on
   * one side, or there is 1 unit, the pairs say nothing about how alike partners are: then the
   * number of units, as if partners always agreed.
   */
  double effectiveCountAtLeast(double x) {
    double[] hits = new double[values.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = values[i] >= x ? 1 : 0;
    }
    Pairs indicators = new Pairs(hits, unitOf, units, missing);
    double share = indicators.mean();
    double error = indicators.standardError();
    if (units < 2 || share == 0 || share == 1) {
      return units;
    }
    // an error of 0, when all pairs balance, gives infinity
    return Math.min(values.length, share * (1 - share) / (error * error));
  }

  /** The means of the whole pairs. */
  double[] pairMeans() {
    return ofWholePairs((a, b) -> a + (b - a) / 2);
  }

  /** (Difference of the partners)² / 2 of the whole pairs. */
  double[] pairSquares() {
    return ofWholePairs((a, b) -> (b - a) * (b - a) / 2);
  }

  private double[] ofWholePairs(DoubleBinaryOperator figure) {
    double[] figures = new double[values.length / 2];
    int k = 0;
    for (int i = 1; i < values.length; i++) {
      if (unitOf[i] == unitOf[i - 1]) {
        figures[k++] = figure.applyAsDouble(values[i - 1], values[i]);
      }
    }
    return Arrays.copyOf(figures, k);
  }
}
