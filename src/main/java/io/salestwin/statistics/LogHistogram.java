package io.salestwin.statistics;

import java.util.Arrays;

/**
 * Counts of numbers in the bins of a {@link LogBins} layout, with quantiles within 0.79 %. Mutable:
 * one thread owns it, clears it and uses it again without allocation.
 */
public final class LogHistogram {

  private final LogBins layout;
  private final long[] counts;

  /**
   * An empty histogram.
   *
   * @param layout its bins
   */
  public LogHistogram(LogBins layout) {
    this.layout = layout;
    this.counts = new long[layout.bins()];
  }

  /**
   * The layout of the bins.
   *
   * @return the layout
   */
  public LogBins layout() {
    return layout;
  }

  /**
   * Counts one number.
   *
   * @param value 0 or more
   * @throws IllegalArgumentException when the value is negative or NaN
   */
  public void add(double value) {
    counts[layout.binOf(value)]++;
  }

  /**
   * Counts all that another histogram has counted.
   *
   * @param other a histogram of the same layout, left as it is
   * @throws IllegalArgumentException when the layouts differ
   */
  public void add(LogHistogram other) {
    if (!layout.equals(other.layout)) {
      throw new IllegalArgumentException(
          "histograms of different layouts: " + layout + ", " + other.layout);
    }
    add(other.counts, 0);
  }

  /**
   * Counts all that a slice of a flat array has counted.
   *
   * @param flat counts in this layout
   * @param offset where they begin
   */
  public void add(long[] flat, int offset) {
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] += flat[offset + bin];
    }
  }

  /**
   * How many numbers were counted.
   *
   * @return 0 or more
   */
  public long count() {
    return layout.count(counts, 0);
  }

  /**
   * How many numbers are in a bin.
   *
   * @param bin from 0 to layout().bins() - 1
   * @return 0 or more
   */
  public long count(int bin) {
    return counts[bin];
  }

  /**
   * A quantile of the counted numbers, see {@link LogBins#quantile}.
   *
   * @param p the share of numbers below, from 0 to 1
   * @return the quantile; NaN when nothing was counted
   * @throws IllegalArgumentException when p is outside [0, 1]
   */
  public double quantile(double p) {
    return layout.quantile(counts, 0, p);
  }

  /** Forgets all counts. */
  public void clear() {
    Arrays.fill(counts, 0);
  }
}
