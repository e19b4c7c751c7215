package io.salestwin.model;

/**
 * Bins for values of deals in cents, eight to the doubling: a value is known from its bin to within
 * 12.5 %, and the sum of what is in a bin is kept beside the number, so that shares of the largest
 * deals come out nearly exact.
 */
public final class ValueBins {

  private static final int BITS = 3;
  private static final int HIGHEST = 50;

  /** Number of bins. */
  public static final int COUNT = (HIGHEST + 1) << BITS;

  private ValueBins() {}

  /**
   * The bin of a value. Values of 2^50 cents and more share the last bin.
   *
   * @param cents a value, at least 0
   * @return its bin, 0 to {@link #COUNT} - 1; larger values are in later bins
   */
  public static int of(long cents) {
    int top = 63 - Long.numberOfLeadingZeros(cents | 1);
    if (top < BITS) {
      return (int) cents;
    }
    if (top >= HIGHEST) {
      return COUNT - 1;
    }
    int mantissa = (int) (cents >> (top - BITS)) & ((1 << BITS) - 1);
    return ((top - BITS + 1) << BITS) + mantissa;
  }
}
