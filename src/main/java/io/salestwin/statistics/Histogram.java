package io.salestwin.statistics;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Counts in equal bins with round edges, for pictures. Bin i runs from edges[i] to edges[i + 1]
 * without its upper edge; the last bin has both.
 *
 * @param edges the bins' edges, ascending; one more than there are bins
 * @param counts how many values lie in each bin
 */
public record Histogram(double[] edges, long[] counts) {

  private static final int FEWEST = 10;
  private static final int MOST = 60;
  private static final int[] NICE = {1, 2, 5};

  public Histogram {
    edges = edges.clone();
    counts = counts.clone();
    if (counts.length == 0 || edges.length != counts.length + 1) {
      throw new IllegalArgumentException(
          "there must be one more edge than bins: edges "
              + (edges.length + ", bins " + counts.length));
    }
    for (int i = 0; i < counts.length; i++) {
      if (!(edges[i] < edges[i + 1]) || counts[i] < 0) {
        throw new IllegalArgumentException(
            "edges must ascend and counts be 0 or more: " + Arrays.toString(edges));
      }
    }
  }

  /**
   * The edges.
   *
   * @return a copy
   */
  @Override
  public double[] edges() {
    return edges.clone();
  }

  /**
   * The counts.
   *
   * @return a copy
   */
  @Override
  public long[] counts() {
    return counts.clone();
  }

  /**
   * The histogram of a sample. The width is 1, 2 or 5 times a power of ten, the one nearest to the
   * rule of Freedman and Diaconis (1981), 2 IQR / n^(1/3), that gives 10 to 60 bins; edges are
   * multiples of it. Where half of the values are equal (IQR 0) the rule is range / 30. Whole
   * numbers get a width of at least 1, hence possibly fewer bins. Equal values, and values whose
   * range is below 1e-9 of their size, get one bin around them.
   *
   * @param sample at least 1 value
   * @return the histogram of all its values
   * @throws IllegalArgumentException when the sample is empty
   */
  public static Histogram of(Sample sample) {
    if (sample.n() == 0) {
      throw new IllegalArgumentException("a histogram needs at least 1 value, there is none");
    }
    double range = sample.max() - sample.min();
    double size = Math.max(Math.abs(sample.min()), Math.abs(sample.max()));
    if (range <= 1e-9 * size) {
      double margin = size == 0 ? 0.5 : Math.max(size * 0.05, Double.MIN_NORMAL);
      double[] around = {sample.min() - margin, sample.max() + margin};
      return new Histogram(around, new long[] {sample.n()});
    }
    return count(sample, edges(sample, range));
  }

  private static double[] edges(Sample sample, double range) {
    double iqr = sample.quantile(0.75) - sample.quantile(0.25);
    double wanted = iqr > 0 ? 2 * iqr / StrictMath.cbrt(sample.n()) : range / 30;
    boolean whole = isWhole(sample);
    int exponent = (int) Math.floor(StrictMath.log10(range)) - 3;
    double[] best = null;
    double bestMiss = Double.POSITIVE_INFINITY;
    // widths from range / 1000 up, of which three or four give 10 to 60 bins
    for (int power = exponent; power <= exponent + 4; power++) {
      for (int digit : NICE) {
        double width = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
        if (whole && width < 1) {
          continue;
        }
        double[] edges = multiples(sample.min(), sample.max(), digit, power, width);
        int bins = edges.length - 1;
        double miss = Math.max(width / wanted, wanted / width);
        boolean fits = bins <= MOST && (bins >= FEWEST || (whole && width == 1));
        if (fits && miss < bestMiss) {
          best = edges;
          bestMiss = miss;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException(
          "no round width gives 10 to 60 bins from " + sample.min() + " to " + sample.max());
    }
    return best;
  }

  private static boolean isWhole(Sample sample) {
    for (int i = 0; i < sample.n(); i++) {
      if (sample.at(i) != Math.rint(sample.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** Multiples of a width, each correctly rounded, that enclose min and max. */
  private static double[] multiples(double min, double max, int digit, int power, double width) {
    long first = (long) Math.floor(min / width);
    while (multiple(first, digit, power) > min) {
      first--;
    }
    long last = Math.max(first + 1, (long) Math.ceil(max / width));
    while (multiple(last, digit, power) < max) {
      last++;
    }
    // more edges than wanted bins are never drawn, so they need not be made
    int bins = (int) Math.min(last - first, MOST + 1);
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = multiple(first + i, digit, power);
    }
    return edges;
  }

  private static double multiple(long times, int digit, int power) {
    return BigDecimal.valueOf(Math.multiplyExact(times, (long) digit))
        .scaleByPowerOfTen(power)
        .doubleValue();
  }

  private static Histogram count(Sample sample, double[] edges) {
    long[] counts = new long[edges.length - 1];
    int bin = 0;
    for (int i = 0; i < sample.n(); i++) {
      while (bin < counts.length - 1 && sample.at(i) >= edges[bin + 1]) {
        bin++;
      }
      counts[bin]++;
    }
    return new Histogram(edges, counts);
  }
}
