package io.salestwin.statistics.proportion;

import io.salestwin.statistics.special.BinomialLaw;
import java.math.BigInteger;

/**
 * Exact tests of a 2 x 2 table that do not fix the number of hits: the p-value is the largest that
 * any common chance of a hit gives. Columns are the arms: table [[a, b], [c, d]] has a hits of n1 =
 * a + c in the first and b hits of n2 = b + d in the second.
 *
 * <p>Given m hits in all, the share of tables in the region of rejection is a hypergeometric
 * probability w(m), whatever the chance: so the p-value is the sum of w(m) Binomial(m; n1 + n2,
 * chance), largest over a grid of 4001 chances and refined by golden section.
 *
 * @param statistic pooled z of the first minus the second arm; 0 where both have the same share
 * @param barnard two-sided p of G. A. Barnard's test (Biometrika 34, 1947, 123-138) with that z:
 *     all tables with |z| at least as large, ties decided exactly
 * @param tables how many tables that is
 * @param boschlooLess p of R. D. Boschloo's test (Statistica Neerlandica 24, 1970, 1-9) against
 *     "the first arm hits less": all tables whose one-sided Fisher p is at most the observed one's
 * @param boschlooGreater the same against "the first arm hits more"
 * @param reason why the figures are NaN; empty if they are not
 */
public record UnconditionalTest(
    double statistic,
    double barnard,
    long tables,
    double boschlooLess,
    double boschlooGreater,
    String reason) {

  private static final int GRID = 4000;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double NEAR = 1e-9;

  /** More tables than this take too long. */
  private static final long MOST_TABLES = 4_000_000;

  /**
   * Tests a table.
   *
   * @param a hits of the first arm
   * @param b hits of the second arm
   * @param c misses of the first arm
   * @param d misses of the second arm
   * @return the tests; undefined if an arm is empty
   * @throws IllegalArgumentException if a count is negative or there are too many tables
   */
  public static UnconditionalTest of(long a, long b, long c, long d) {
    if (a < 0 || b < 0 || c < 0 || d < 0) {
      throw new IllegalArgumentException("counts must be 0 or more");
    }
    long n1 = a + c;
    long n2 = b + d;
    if (n1 == 0 || n2 == 0) {
      double nan = Double.NaN;
      return new UnconditionalTest(nan, nan, 0, nan, nan, "an arm has no observation");
    }
    if ((n1 + 1) * (n2 + 1) > MOST_TABLES) {
      throw new IllegalArgumentException(
          "the arms are too large for an unconditional exact test; use the z test");
    }
    long[] tables = new long[1];
    double[] region = barnardRegion((int) n1, (int) n2, a, b, tables);
    return new UnconditionalTest(
        statistic(n1, n2, a, b),
        largest(region),
        tables[0],
        largest(fisherRegion((int) n1, (int) n2, a, b, false)),
        largest(fisherRegion((int) n1, (int) n2, a, b, true)),
        "");
  }

  /**
   * Boschloo's two-sided p.
   *
   * @return twice the smaller one-sided p, at most 1
   */
  public double boschloo() {
    return Math.min(1, 2 * Math.min(boschlooLess, boschlooGreater));
  }

  private static double statistic(double n1, double n2, double a, double b) {
    double off = a * n2 - b * n1;
    if (off == 0) {
      return 0;
    }
    double n = n1 + n2;
    double hits = a + b;
    return off * Math.sqrt(n / (n1 * n2 * hits * (n - hits)));
  }

  private static double[] barnardRegion(int n1, int n2, long a, long b, long[] tables) {
    int n = n1 + n2;
    double[] region = new double[n + 1];
    for (int m = 0; m <= n; m++) {
      Hypergeometric law = new Hypergeometric(n1, n2, m, 0);
      for (long i = law.first(); i <= law.last(); i++) {
        if (atLeastAsFar(n1, n2, i, m - i, a, b)) {
          region[m] += law.at(i);
          tables[0]++;
        }
      }
    }
    return region;
  }

  /** |z| of one table at least |z| of another: off² / (hits misses), compared in whole numbers. */
  private static boolean atLeastAsFar(long n1, long n2, long i, long j, long a, long b) {
    long off = i * n2 - j * n1;
    long observedOff = a * n2 - b * n1;
    if (observedOff == 0) {
      return true;
    }
    if (off == 0) {
      return false;
    }
    long spread = (i + j) * (n1 + n2 - i - j);
    long observedSpread = (a + b) * (n1 + n2 - a - b);
    double left = (double) off * off * observedSpread;
    double right = (double) observedOff * observedOff * spread;
    if (Math.abs(left - right) > NEAR * right) {
      return left > right;
    }
    return square(off)
            .multiply(BigInteger.valueOf(observedSpread))
            .compareTo(square(observedOff).multiply(BigInteger.valueOf(spread)))
        >= 0;
  }

  private static BigInteger square(long value) {
    return BigInteger.valueOf(value).pow(2);
  }

  private static double[] fisherRegion(int n1, int n2, long a, long b, boolean greater) {
    Hypergeometric observed = new Hypergeometric(n1, n2, a + b, 0);
    double bound = (greater ? observed.atLeast(a) : observed.atMost(a)) * (1 + NEAR / 100);
    double[] region = new double[n1 + n2 + 1];
    for (int m = 0; m < region.length; m++) {
      Hypergeometric law = new Hypergeometric(n1, n2, m, 0);
      double tail = 0;
      for (long step = 0; step <= law.last() - law.first(); step++) {
        tail += law.at(greater ? law.last() - step : law.first() + step);
        if (tail > bound) {
          break;
        }
        region[m] = tail;
      }
      region[m] = Math.min(1, region[m]);
    }
    return region;
  }

  private static double largest(double[] region) {
    double[] onGrid = new double[GRID + 1];
    for (int i = 0; i <= GRID; i++) {
      onGrid[i] = chance(region, (double) i / GRID);
    }
    double best = 0;
    for (int i = 0; i <= GRID; i++) {
      best = Math.max(best, onGrid[i]);
    }
    for (int i = 0; i <= GRID; i++) {
      boolean peak =
          (i == 0 || onGrid[i] >= onGrid[i - 1]) && (i == GRID || onGrid[i] >= onGrid[i + 1]);
      if (peak && onGrid[i] > 0.9 * best) {
        double low = Math.max(0, i - 1.0) / GRID;
        double high = Math.min(GRID, i + 1.0) / GRID;
        best = Math.max(best, refined(region, low, high));
      }
    }
    return Math.min(1, best);
  }

  private static double refined(double[] region, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = chance(region, left);
    double atRight = chance(region, right);
    while (high - low > 1e-10) {
      if (atLeft > atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = chance(region, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = chance(region, right);
      }
    }
    return Math.max(atLeft, atRight);
  }

  private static double chance(double[] region, double p) {
    BinomialLaw law = new BinomialLaw(region.length - 1, p);
    double sum = 0;
    for (int m = 0; m < region.length; m++) {
      if (region[m] > 0) {
        sum += region[m] * law.at(m);
      }
    }
    return sum;
  }
}
