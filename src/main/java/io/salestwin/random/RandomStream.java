package io.salestwin.random;

/**
 * A sequential view of the draws of one (seed, entity, purpose), for work outside the simulation
 * such as resampling: the n-th call gives the draw at index n. Mutable, for one thread.
 */
public final class RandomStream {

  private final Streams streams;
  private final long entity;
  private final int purpose;
  private long index;

  /**
   * A stream that starts at index 0.
   *
   * @param seed any number
   * @param entity who draws, any 64 bits
   * @param purpose what for
   */
  public RandomStream(long seed, long entity, Purpose purpose) {
    this.streams = new Streams(seed);
    this.entity = entity;
    this.purpose = purpose.code();
  }

  /**
   * The next 64 random bits.
   *
   * @return any long
   */
  public long nextLong() {
    return streams.bits(entity, purpose, index++);
  }

  /**
   * The next uniform.
   *
   * @return a number in (0, 1), never 0 and never 1
   */
  public double nextDouble() {
    return streams.uniform(entity, purpose, index++);
  }

  /**
   * The next whole number below a bound, each equally likely: D. Lemire, "Fast random integer
   * generation in an interval", ACM TOMACS 29 (2019).
   *
   * @param bound how many values there are, at least 1
   * @return 0 to bound - 1
   * @throws IllegalArgumentException if bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, but is " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }
}
