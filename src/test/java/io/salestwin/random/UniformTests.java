package io.salestwin.random;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Tests of numbers that ought to be independent and uniform on (0, 1). Each gives the chance of a
 * result at least as far out, to either side: too even is as suspicious as too uneven. Sources:
 * Knuth, <em>The Art of Computer Programming</em> 2 (3rd ed. 1998), section 3.3.2, by his letters;
 * L'Ecuyer and Simard, <em>TestU01</em>, ACM TOMS 33 (2007).
 */
final class UniformTests {

  private static final int SHORT = 6;

  private UniformTests() {}

  /** A: each of 256 equal parts as often. */
  static double equidistribution(double[] u) {
    int[] counts = new int[256];
    for (double x : u) {
      counts[part(x, 256)]++;
    }
    return even(counts);
  }

  /** B: pairs fill the square evenly, 32 x 32 parts. */
  static double pairs(double[] u) {
    int[] counts = new int[32 * 32];
    for (int i = 0; i + 1 < u.length; i += 2) {
      counts[part(u[i], 32) * 32 + part(u[i + 1], 32)]++;
    }
    return even(counts);
  }

  /** B: triples fill the cube evenly, 12 x 12 x 12 parts. */
  static double triples(double[] u) {
    int[] counts = new int[12 * 12 * 12];
    for (int i = 0; i + 2 < u.length; i += 3) {
      counts[(part(u[i], 12) * 12 + part(u[i + 1], 12)) * 12 + part(u[i + 2], 12)]++;
    }
    return even(counts);
  }

  /** C: the lengths of the gaps between numbers below 1/8 are geometric. */
  static double gaps(double[] u) {
    double p = 0.125;
    int longest = 24;
    int[] counts = new int[longest + 1];
    int gap = 0;
    for (double x : u) {
      if (x < p) {
        counts[Math.min(gap, longest)]++;
        gap = 0;
      } else {
        gap++;
      }
    }
    double[] chances = new double[longest + 1];
    double rest = 1;
    for (int r = 0; r < longest; r++) {
      chances[r] = rest * p;
      rest *= 1 - p;
    }
    chances[longest] = rest;
    return fits(counts, chances);
  }

  /** D: how many different digits of 10 are among five; Stirling's numbers. */
  static double poker(double[] u) {
    int[] counts = new int[5];
    for (int i = 0; i + 4 < u.length; i += 5) {
      int seen = 0;
      for (int j = 0; j < 5; j++) {
        seen |= 1 << part(u[i + j], 10);
      }
      counts[Integer.bitCount(seen) - 1]++;
    }
    // 10! / (10 - r)! S(5, r) / 10^5 with S(5, r) = 1, 15, 25, 10, 1
    return fits(counts, new double[] {0.0001, 0.0135, 0.18, 0.504, 0.3024});
  }

  /** F: the 24 orders of four numbers as often. */
  static double permutations(double[] u) {
    int[] counts = new int[24];
    for (int i = 0; i + 3 < u.length; i += 4) {
      int rank = 0;
      for (int j = 0; j < 3; j++) {
        int below = 0;
        for (int k = j + 1; k < 4; k++) {
          below += u[i + k] < u[i + j] ? 1 : 0;
        }
        rank = rank * (4 - j) + below;
      }
      counts[rank]++;
    }
    return even(counts);
  }

  /** G: lengths of runs up; the number after a run is left out, so that runs are independent. */
  static double runs(double[] u) {
    int[] counts = new int[SHORT];
    int i = 0;
    while (i < u.length) {
      int length = 1;
      while (i + length < u.length && u[i + length] > u[i + length - 1]) {
        length++;
      }
      if (i + length == u.length) {
        break; // the last run may be cut
      }
      counts[Math.min(length, SHORT) - 1]++;
      i += length + 1;
    }
    double[] chances = new double[SHORT];
    double factorial = 1; // r!
    for (int r = 1; r < SHORT; r++) {
      factorial *= r;
      chances[r - 1] = 1 / factorial - 1 / (factorial * (r + 1));
    }
    chances[SHORT - 1] = 1 / (factorial * SHORT);
    return fits(counts, chances);
  }

  /** H: the largest of eight, to the eighth power, is uniform. */
  static double maximum(double[] u) {
    int[] counts = new int[64];
    for (int i = 0; i + 7 < u.length; i += 8) {
      double max = 0;
      for (int j = 0; j < 8; j++) {
        max = Math.max(max, u[i + j]);
      }
      counts[(int) (Math.pow(max, 8) * 64)]++;
    }
    return even(counts);
  }

  /** I: collisions of balls in 2^20 urns, by the exact law. */
  static double collisions(double[] u) {
    int balls = Math.min(u.length, 1 << 14);
    boolean[] hit = new boolean[1 << 20];
    int collisions = 0;
    for (int i = 0; i < balls; i++) {
      int urn = part(u[i], 1 << 20);
      collisions += hit[urn] ? 1 : 0;
      hit[urn] = true;
    }
    return twoSided(collisionLaw(balls, 1 << 20), collisions);
  }

  /**
   * P(c collisions) after so many balls: with c so far the next one hits one of i - c full urns.
   */
  static double[] collisionLaw(int balls, double urns) {
    double[] law = new double[400];
    law[0] = 1;
    for (int i = 0; i < balls; i++) {
      for (int c = Math.min(i, law.length - 1); c >= 0; c--) {
        double stays = law[c] * (1 - (i - c) / urns);
        law[c] = stays + (c > 0 ? law[c - 1] * (i - c + 1) / urns : 0);
      }
    }
    return law;
  }

  /** J: equal spacings of 1,024 birthdays in 2^26 days; their number is Poisson with mean 4. */
  static double birthdays(double[] u) {
    int people = 1024;
    long days = 1L << 26;
    int equal = 0;
    int years = 0;
    for (int from = 0; from + people <= u.length; from += people) {
      long[] dates = new long[people];
      for (int i = 0; i < people; i++) {
        dates[i] = (long) (u[from + i] * days);
      }
      Arrays.sort(dates);
      long[] spacings = new long[people];
      for (int i = 0; i < people; i++) {
        spacings[i] = i + 1 < people ? dates[i + 1] - dates[i] : dates[0] + days - dates[i];
      }
      Arrays.sort(spacings);
      for (int i = 1; i < people; i++) {
        equal += spacings[i] == spacings[i - 1] ? 1 : 0;
      }
      years++;
    }
    double mean = Math.pow(people, 3) / (4.0 * days) * years;
    PoissonDistribution law = new PoissonDistribution(null, mean, 1e-12, 10_000);
    double below = law.cumulativeProbability(equal);
    double above = 1 - law.cumulativeProbability(equal - 1);
    return Math.min(1, 2 * Math.min(below, above));
  }

  /** K: neighbours so far apart are not correlated; their product has standard deviation 1/12. */
  static double correlation(double[] u, int lag) {
    double sum = 0;
    for (int i = lag; i < u.length; i++) {
      sum += (u[i] - 0.5) * (u[i - lag] - 0.5);
    }
    return normal(sum * 12 / Math.sqrt(u.length - lag));
  }

  /** In which of so many equal parts a number lies. */
  private static int part(double u, int parts) {
    return (int) (u * parts);
  }

  // ---- chances

  static double normal(double z) {
    return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z));
  }

  static double chiSquare(double sum, double degrees) {
    double below = new ChiSquaredDistribution(null, degrees).cumulativeProbability(sum);
    return Math.min(1, 2 * Math.min(below, 1 - below));
  }

  private static double even(int[] counts) {
    double[] chances = new double[counts.length];
    Arrays.fill(chances, 1.0 / counts.length);
    return fits(counts, chances);
  }

  /** Pearson's chi-square; neighbouring classes are pooled until ten are expected in each. */
  static double fits(int[] counts, double[] chances) {
    double n = Arrays.stream(counts).sum();
    double sum = 0;
    int classes = 0;
    double count = 0;
    double expected = 0;
    double left = n;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      expected += n * chances[i];
      boolean last = i == counts.length - 1;
      if (last || (expected >= 10 && left - expected >= 10)) {
        sum += (count - expected) * (count - expected) / expected;
        classes++;
        left -= expected;
        count = 0;
        expected = 0;
      }
    }
    return chiSquare(sum, classes - 1.0);
  }

  private static double twoSided(double[] law, int value) {
    double below = 0;
    double above = 0;
    for (int c = 0; c < law.length; c++) {
      below += c <= value ? law[c] : 0;
      above += c >= value ? law[c] : 0;
    }
    return Math.min(1, 2 * Math.min(below, above));
  }
}
