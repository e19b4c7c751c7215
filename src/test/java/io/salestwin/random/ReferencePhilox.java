package io.salestwin.random;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Philox4x32 written down from the paper (Salmon, Moraes, Dror, Shaw, SC11, 2011) in the plainest
 * way, with any number of rounds; and the way from an address to its block by the documentation of
 * {@link Streams}, with the JDK's SplitMix64 in place of its own.
 */
final class ReferencePhilox {

  private static final BigInteger M0 = BigInteger.valueOf(0xD2511F53L);
  private static final BigInteger M1 = BigInteger.valueOf(0xCD9E8D57L);
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(32);
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private ReferencePhilox() {}

  /** The four output words. */
  static long[] words(long[] counter, long[] key, int rounds) {
    long[] c = counter.clone();
    long k0 = key[0];
    long k1 = key[1];
    for (int round = 0; round < rounds; round++) {
      BigInteger[] p0 = M0.multiply(BigInteger.valueOf(c[0])).divideAndRemainder(WORD);
      BigInteger[] p1 = M1.multiply(BigInteger.valueOf(c[2])).divideAndRemainder(WORD);
      c =
          new long[] {
            p1[0].longValue() ^ c[1] ^ k0,
            p1[1].longValue(),
            p0[0].longValue() ^ c[3] ^ k1,
            p0[1].longValue()
          };
      k0 = (k0 + 0x9E3779B9L) % (1L << 32);
      k1 = (k1 + 0xBB67AE85L) % (1L << 32);
    }
    return c;
  }

  /** The first 64 bits at an address. */
  static long bits(long seed, int replication, long entity, int purpose, long index, int rounds) {
    long mixed = new SplittableRandom(seed - GOLDEN).nextLong();
    long key = new SplittableRandom(mixed + replication * GOLDEN).nextLong();
    BigInteger high = BigInteger.valueOf(purpose).shiftLeft(56).add(BigInteger.valueOf(index));
    long[] block =
        words(
            new long[] {
              entity & 0xFFFFFFFFL,
              entity >>> 32,
              high.mod(WORD).longValue(),
              high.shiftRight(32).longValue()
            },
            new long[] {key & 0xFFFFFFFFL, key >>> 32},
            rounds);
    return block[1] << 32 | block[0];
  }
}
