package io.salestwin.random;

import java.util.function.LongUnaryOperator;

/**
 * Tests of 64-bit words whose bits ought to be independent fair coins. Each gives the chance of a
 * result at least as far out, to either side. Source: L'Ecuyer and Simard, <em>TestU01</em>, ACM
 * TOMS 33 (2007), modules sstring and smarsa.
 */
final class BitTests {

  private static final int BITS = 64;

  private BitTests() {}

  /** Each of the 64 bits is set in half of the words. */
  static double frequency(long[] words) {
    int[] ones = new int[BITS];
    for (long word : words) {
      count(word, ones);
    }
    return fair(ones, words.length);
  }

  /** Each bit differs from the same bit of the word before in half of the cases. */
  static double changes(long[] words) {
    int[] ones = new int[BITS];
    for (int i = 1; i < words.length; i++) {
      count(words[i] ^ words[i - 1], ones);
    }
    return fair(ones, words.length - 1);
  }

  /** HammingWeight: the number of ones in a word is binomial. */
  static double weights(long[] words) {
    int[] counts = new int[BITS + 1];
    for (long word : words) {
      counts[Long.bitCount(word)]++;
    }
    double[] chances = new double[BITS + 1];
    double chance = Math.pow(0.5, BITS);
    for (int k = 0; k <= BITS; k++) {
      chances[k] = chance;
      chance *= (double) (BITS - k) / (k + 1);
    }
    return UniformTests.fits(counts, chances);
  }

  /** HammingCorr: the weights of neighbouring words are not correlated; their variance is 16. */
  static double weightCorrelation(long[] words) {
    double sum = 0;
    for (int i = 1; i < words.length; i++) {
      sum += (Long.bitCount(words[i]) - 32.0) * (Long.bitCount(words[i - 1]) - 32.0);
    }
    return UniformTests.normal(sum / 16 / Math.sqrt(words.length - 1.0));
  }

  /** MatrixRank: ranks of 64 x 64 binary matrices; Marsaglia and Tsay (1985). */
  static double ranks(long[] words) {
    int[] counts = new int[3];
    for (int from = 0; from + BITS <= words.length; from += BITS) {
      long[] rows = java.util.Arrays.copyOfRange(words, from, from + BITS);
      counts[Math.max(0, rank(rows) - BITS + 2)]++;
    }
    double full = 1;
    for (int i = 1; i <= BITS; i++) {
      full *= 1 - Math.pow(2, -i);
    }
    // P(n - 1) / P(n) = 2^-1 (1 - 2^-n)^2 / (1 - 2^-1)^2 = 2 up to 2^-63
    double less = 2 * full;
    return UniformTests.fits(counts, new double[] {1 - full - less, less, full});
  }

  static int rank(long[] rows) {
    int rank = 0;
    for (int bit = 0; bit < BITS && rank < rows.length; bit++) {
      int pivot = rank;
      while (pivot < rows.length && (rows[pivot] >>> bit & 1) == 0) {
        pivot++;
      }
      if (pivot == rows.length) {
        continue;
      }
      long row = rows[pivot];
      rows[pivot] = rows[rank];
      rows[rank] = row;
      for (int i = rank + 1; i < rows.length; i++) {
        rows[i] ^= (rows[i] >>> bit & 1) == 0 ? 0 : row;
      }
      rank++;
    }
    return rank;
  }

  /**
   * Avalanche: a change of any one bit of the address changes each bit of the word in half of the
   * cases (strict avalanche criterion; Webster and Tavares, CRYPTO 1985). One fair coin for each
   * bit in and each bit out.
   *
   * @param inputs number of bits of the address
   * @param addresses addresses to begin from
   * @param word the word at an address
   */
  static double avalanche(int inputs, long[] addresses, LongUnaryOperator word) {
    int[] flips = new int[inputs * BITS];
    for (long address : addresses) {
      long from = word.applyAsLong(address);
      for (int in = 0; in < inputs; in++) {
        long changed = from ^ word.applyAsLong(address ^ 1L << in);
        for (int out = 0; out < BITS; out++) {
          flips[in * BITS + out] += (int) (changed >>> out & 1);
        }
      }
    }
    return fair(flips, addresses.length);
  }

  private static void count(long word, int[] ones) {
    for (int bit = 0; bit < BITS; bit++) {
      ones[bit] += (int) (word >>> bit & 1);
    }
  }

  /** Sum of (2 count - n)² / n over independent fair coins. */
  private static double fair(int[] ones, double n) {
    double sum = 0;
    for (int count : ones) {
      sum += (2 * count - n) * (2 * count - n) / n;
    }
    return UniformTests.chiSquare(sum, ones.length);
  }
}
