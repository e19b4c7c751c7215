package io.salestwin.random;

/**
 * Keyed randomness: every draw is a pure function of (seed, replication, entity, purpose, index),
 * so two runs that differ in one place keep their luck everywhere else, whatever is drawn before.
 *
 * <p>The bits come from Philox4x32-10, a counter-based generator: J. K. Salmon, M. A. Moraes, R. O.
 * Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011). The address is laid
 * out without collisions:
 *
 * <ul>
 *   <li>the 128-bit counter holds the entity (64 bits), the purpose (8 bits) and the index (56
 *       bits) side by side;
 *   <li>the 64-bit key is {@code mix(mix(seed) + (replication + 1) * G)} with G =
 *       0x9E3779B97F4A7C15 (odd) and {@code mix} the bijective finaliser of SplitMix64 (G. L.
 *       Steele, D. Lea, C. H. Flood, OOPSLA 2014). For a given seed two replications therefore
 *       never share a key.
 * </ul>
 *
 * <p>Mutable and cheap: one per thread, no allocation after construction. Not safe for sharing
 * between threads.
 */
public final class Streams {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long WORD = 0xFFFFFFFFL;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final int PURPOSE_BITS = 8;
  private static final int INDEX_BITS = 56;
  private static final int VISIT_BITS = 20;
  private static final int SMALL_BITS = 12;
  private static final double TWO_POW_MINUS_52 = 0x1p-52;
  private static final double TWO_POW_MINUS_32 = 0x1p-32;

  private final long mixedSeed;
  private long key;
  private boolean antithetic;
  private long first;
  private long second;

  /**
   * The streams of a seed, at replication 0.
   *
   * @param seed any number
   */
  public Streams(long seed) {
    this.mixedSeed = mix(seed);
    replication(0);
  }

  /**
   * Moves to a replication; draws made before do not matter.
   *
   * @param replication any number; two different ones never share a key
   */
  public void replication(int replication) {
    key = mix(mixedSeed + (replication + 1L) * GOLDEN);
    first = 0;
    second = 0;
  }

  /**
   * Mirrors every later uniform u to 1 - u (exactly), for antithetic pairs of replications.
   *
   * @param antithetic true to mirror, false for plain draws
   */
  public void antithetic(boolean antithetic) {
    this.antithetic = antithetic;
  }

  /**
   * The uniform at an address: one of the 2^52 numbers (k + 0.5) / 2^52, so never 0 and never 1.
   *
   * @param entity who draws, any 64 bits
   * @param purpose what for, 0 to 255, see {@link Purpose#code()}
   * @param index which draw of this purpose, 0 to 2^56 - 1, see {@link #index}
   * @return a number in (0, 1)
   * @throws IllegalArgumentException if purpose or index is outside its range
   */
  public double uniform(long entity, int purpose, long index) {
    block(entity, purpose, index);
    return toUniform(first);
  }

  /**
   * The second uniform of the block that {@link #uniform} or {@link #bits} computed last: as random
   * as the first, independent of it, and almost free.
   *
   * @return a number in (0, 1); before the first draw of a replication it is of no use
   */
  public double second() {
    return toUniform(second);
  }

  /**
   * The first 64 bits at an address, for tie-breaking keys and shuffles; never mirrored.
   *
   * @param entity who draws, any 64 bits
   * @param purpose what for, 0 to 255
   * @param index which draw of this purpose, 0 to 2^56 - 1
   * @return 64 random bits
   * @throws IllegalArgumentException if purpose or index is outside its range
   */
  public long bits(long entity, int purpose, long index) {
    block(entity, purpose, index);
    return first;
  }

  /**
   * The other 64 bits of the block that {@link #uniform} or {@link #bits} computed last.
   *
   * @return 64 random bits, independent of the first; never mirrored
   */
  public long moreBits() {
    return second;
  }

  /**
   * The uniform in the upper half of 64 bits: one of the 2^32 numbers (k + 0.5) / 2^32. A block
   * holds four such draws, fine enough for whatever is drawn a few billion times at most.
   *
   * @param bits what {@link #bits} or {@link #moreBits} gave
   * @return a number in (0, 1), mirrored when this replication is
   */
  public double upper(long bits) {
    return quarter(bits >>> 32);
  }

  /**
   * The uniform in the lower half of 64 bits, independent of the upper one.
   *
   * @param bits what {@link #bits} or {@link #moreBits} gave
   * @return a number in (0, 1), mirrored when this replication is
   */
  public double lower(long bits) {
    return quarter(bits & WORD);
  }

  private double quarter(long word) {
    double u = (word + 0.5) * TWO_POW_MINUS_32;
    return antithetic ? 1 - u : u;
  }

  /**
   * The index of a draw that a lead makes at a stage; different arguments give different indices.
   *
   * @param stage the stage, 0 to 4095
   * @param visit which visit to the stage, 0 to 1048575
   * @param touch which touch within the visit, 0 to 4095
   * @param repeat which repeat of the touch, 0 to 4095
   * @return the index, 0 to 2^56 - 1
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static long index(int stage, int visit, int touch, int repeat) {
    if (((stage | touch | repeat) >>> SMALL_BITS) != 0 || (visit >>> VISIT_BITS) != 0) {
      throw new IllegalArgumentException(
          "stage, touch, repeat must be 0 to 4095 and visit 0 to 1048575, but are stage="
              + stage
              + ", touch="
              + touch
              + ", repeat="
              + repeat
              + ", visit="
              + visit);
    }
    return ((((long) stage << VISIT_BITS | visit) << SMALL_BITS | touch) << SMALL_BITS) | repeat;
  }

  /** Bijective mixing of 64 bits (the finaliser of SplitMix64). */
  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private double toUniform(long bits) {
    double u = ((bits >>> 12) + 0.5) * TWO_POW_MINUS_52;
    return antithetic ? 1 - u : u;
  }

  private void block(long entity, int purpose, long index) {
    if ((purpose >>> PURPOSE_BITS) != 0 || (index >>> INDEX_BITS) != 0) {
      throw new IllegalArgumentException(
          "purpose must be 0 to 255 and index 0 to 2^56 - 1, but are purpose="
              + purpose
              + ", index="
              + index);
    }
    philox(key, entity, (long) purpose << INDEX_BITS | index);
  }

  /** One Philox4x32-10 block; words 0 and 1 of the counter are the low and high half of low. */
  private void philox(long roundKey, long low, long high) {
    long c0 = low & WORD;
    long c1 = low >>> 32;
    long c2 = high & WORD;
    long c3 = high >>> 32;
    int k0 = (int) roundKey;
    int k1 = (int) (roundKey >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * c0;
      long product1 = MULTIPLIER_1 * c2;
      c0 = (product1 >>> 32) ^ c1 ^ (k0 & WORD);
      c1 = product1 & WORD;
      c2 = (product0 >>> 32) ^ c3 ^ (k1 & WORD);
      c3 = product0 & WORD;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    first = c1 << 32 | c0;
    second = c3 << 32 | c2;
  }

  /** The four output words for given key and counter words, to compare with published vectors. */
  static int[] philoxWords(int[] counter, int[] key) {
    Streams streams = new Streams(0);
    streams.philox(
        join(key[0], key[1]), join(counter[0], counter[1]), join(counter[2], counter[3]));
    return new int[] {
      (int) streams.first,
      (int) (streams.first >>> 32),
      (int) streams.second,
      (int) (streams.second >>> 32)
    };
  }

  private static long join(int low, int high) {
    return (long) high << 32 | (low & WORD);
  }
}
