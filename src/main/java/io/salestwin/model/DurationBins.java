package io.salestwin.model;

/**
 * Logarithmic bins for durations: 64 to the octave, so that a value taken from its bin is wrong by
 * less than 0.8 %. Durations up to 32.8 seconds share the first bins linearly.
 */
public final class DurationBins {

  private static final int BITS = 6;
  private static final int LOWEST = 15;
  private static final int HIGHEST = 42;

  /** Number of bins. */
  public static final int COUNT = (HIGHEST - LOWEST + 1) << BITS;

  private DurationBins() {}

  /**
   * The bin of a duration. Longer ones than 2^42 ms (139 years) share the last bin.
   *
   * @param ms a duration in milliseconds, at least 0
   * @return its bin, 0 to {@link #COUNT} - 1
   */
  public static int of(long ms) {
    int top = 63 - Long.numberOfLeadingZeros(ms | 1);
    if (top < LOWEST) {
      return (int) (ms >> (LOWEST - BITS));
    }
    if (top >= HIGHEST) {
      return COUNT - 1;
    }
    int mantissa = (int) (ms >> (top - BITS)) & ((1 << BITS) - 1);
    return ((top - LOWEST + 1) << BITS) + mantissa;
  }

  /**
   * The middle of a bin.
   *
   * @param bin a bin, 0 to {@link #COUNT} - 1
   * @return milliseconds
   */
  public static double middleMs(int bin) {
    int octave = bin >> BITS;
    int mantissa = bin & ((1 << BITS) - 1);
    if (octave == 0) {
      return (mantissa + 0.5) * (1L << (LOWEST - BITS));
    }
    double unit = (double) (1L << (octave - 1 + LOWEST - BITS));
    return ((1 << BITS) + mantissa + 0.5) * unit;
  }
}
