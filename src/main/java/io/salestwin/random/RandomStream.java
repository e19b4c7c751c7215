package io.salestwin.random;

/**
 * A quick sequence of draws for work outside the world of leads and reps, where the order of the
 * draws is fixed: resampling, permutations, random searches, speed tests. Leads and reps draw from
 * {@link Streams} instead, so that a change in one place leaves the luck everywhere else.
 *
 * <p>The bits come from xoshiro256++: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number
 * generators", ACM TOMS 47 (2021). Its period is 2^256 - 1; the start is read from {@link Streams}
 * at (seed, entity, purpose), so streams with different addresses begin at unrelated places.
 * Mutable, for one thread.
 */
public final class RandomStream {

  private static final double TWO_POW_MINUS_52 = 0x1p-52;

  private long state0;
  private long state1;
  private long state2;
  private long state3;

  /**
   * A stream at its start.
   *
   * @param seed any number
   * @param entity who draws, any 64 bits
   * @param purpose what for
   */
  public RandomStream(long seed, long entity, Purpose purpose) {
    Streams streams = new Streams(seed);
    state0 = streams.bits(entity, purpose.code(), 0);
    state1 = streams.bits(entity, purpose.code(), 1);
    state2 = streams.bits(entity, purpose.code(), 2);
    // one bit is set, because from the state of four zeros the generator never comes away
    state3 = streams.bits(entity, purpose.code(), 3) | 1;
  }

  /** A stream in a given state, to compare with published numbers. */
  RandomStream(long state0, long state1, long state2, long state3) {
    this.state0 = state0;
    this.state1 = state1;
    this.state2 = state2;
    this.state3 = state3;
  }

  /**
   * The next 64 random bits.
   *
   * @return any long
   */
  public long nextLong() {
    long s0 = state0;
    long s1 = state1;
    long s2 = state2 ^ s0;
    long s3 = state3 ^ s1;
    long bits = Long.rotateLeft(s0 + state3, 23) + s0;
    state0 = s0 ^ s3;
    state1 = s1 ^ s2;
    state2 = s2 ^ (s1 << 17);
    state3 = Long.rotateLeft(s3, 45);
    return bits;
  }

  /**
   * The next uniform: one of the 2^52 numbers (k + 0.5) / 2^52.
   *
   * @return a number in (0, 1), never 0 and never 1
   */
  public double nextDouble() {
    return ((nextLong() >>> 12) + 0.5) * TWO_POW_MINUS_52;
  }

  /**
   * The next exponential of mean 1, see {@link ExponentialZiggurat}.
   *
   * @return at least 0
   */
  public double nextExponential() {
    return ExponentialZiggurat.next(this);
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
