package io.salestwin.statistics;

/**
 * The layout of a histogram whose bins are equally wide in relative terms: 64 bins per doubling.
 * The counts are any {@code long[]}, so that many histograms can lie in one flat array: each takes
 * {@link #bins()} places from its offset.
 *
 * <p>Bin 0 holds 0 and everything below 2^lowExponent (underflow; its value is 0, so the absolute
 * error is below 2^lowExponent). The last bin holds everything from 2^highExponent (overflow; its
 * value is 2^highExponent, a lower bound). In between, a bin's value is its middle, off by at most
 * 1/128 = 0.79 % of any number in the bin. A bin is found from the bits of the number (its exponent
 * and the first 6 bits of its mantissa), without a logarithm, as in the HDR histograms of latency
 * measurement.
 *
 * <p>Example: {@code new LogBins(10, 39)} holds milliseconds from one second to 17 years in 1,858
 * bins.
 *
 * @param lowExponent the layout resolves numbers from 2^lowExponent; at least -1022
 * @param highExponent up to 2^highExponent, exclusive; above lowExponent, at most 1023
 */
public record LogBins(int lowExponent, int highExponent) {

  private static final int BITS = 6;
  private static final int SHIFT = 52 - BITS;
  private static final int PER_DOUBLING = 1 << BITS;

  /** The most by which a bin's value can differ from a number in it, relative to the number. */
  public static final double RELATIVE_ERROR = 1.0 / (2 * PER_DOUBLING);

  public LogBins {
    if (lowExponent < Double.MIN_EXPONENT
        || highExponent > Double.MAX_EXPONENT
        || lowExponent >= highExponent) {
      throw new IllegalArgumentException(
          "exponents must rise within [-1022, 1023]: " + lowExponent + ", " + highExponent);
    }
  }

  /**
   * How many bins there are, with underflow and overflow.
   *
   * @return 64 (highExponent - lowExponent) + 2
   */
  public int bins() {
    return (highExponent - lowExponent) * PER_DOUBLING + 2;
  }

  /**
   * The bin of a number.
   *
   * @param value 0 or more; infinity is overflow
   * @return from 0 to bins() - 1
   * @throws IllegalArgumentException when the value is negative or NaN
   */
  public int binOf(double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("value must be 0 or more: " + value);
    }
    // the exponent's bias is 1023; adding 0.0 turns -0.0 into 0.0
    long first = (long) (lowExponent + 1023) << BITS;
    long bin = (Double.doubleToRawLongBits(value + 0.0) >>> SHIFT) - first + 1;
    return (int) Math.max(0, Math.min(bin, bins() - 1));
  }

  /**
   * The number that stands for a bin.
   *
   * @param bin from 0 to bins() - 1
   * @return its middle; 0 for underflow, 2^highExponent for overflow
   * @throws IllegalArgumentException when there is no such bin
   */
  public double valueOf(int bin) {
    if (bin < 0 || bin >= bins()) {
      throw new IllegalArgumentException("bin must be from 0 to " + (bins() - 1) + ": " + bin);
    }
    if (bin == 0) {
      return 0;
    }
    if (bin == bins() - 1) {
      return Math.scalb(1.0, highExponent);
    }
    int step = bin - 1;
    double place = 1 + ((step % PER_DOUBLING) + 0.5) / PER_DOUBLING;
    return Math.scalb(place, lowExponent + step / PER_DOUBLING);
  }

  /**
   * How many numbers were counted.
   *
   * @param counts the flat array
   * @param offset where this histogram begins in it
   * @return the sum of its bins
   */
  public long count(long[] counts, int offset) {
    long n = 0;
    for (int bin = 0; bin < bins(); bin++) {
      n += counts[offset + bin];
    }
    return n;
  }

  /**
   * A quantile of the counted numbers: the value of the bin that holds the ⌈n p⌉-th smallest (type
   * 1 of Hyndman and Fan, within {@link #RELATIVE_ERROR}).
   *
   * @param counts the flat array
   * @param offset where this histogram begins in it
   * @param p the share of numbers below, from 0 to 1
   * @return the quantile; NaN when nothing was counted
   * @throws IllegalArgumentException when p is outside [0, 1]
   */
  public double quantile(long[] counts, int offset, double p) {
    Finite.requireProbability("p", p);
    long n = count(counts, offset);
    if (n == 0) {
      return Double.NaN;
    }
    double h = n * p;
    // 0.07 x 100 is a speck above 7 and still means the 7th
    long rank = Math.max(1, (long) Math.ceil(h - 4 * Math.ulp(h)));
    int bin = 0;
    long seen = counts[offset];
    while (seen < rank) {
      bin++;
      seen += counts[offset + bin];
    }
    return valueOf(bin);
  }
}
