package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.Bisection;
import io.salestwin.statistics.special.NormalLaw;
import java.util.function.DoublePredicate;

/**
 * Fisher's exact test of a 2 x 2 table [[a, b], [c, d]], rows the arms. Source: R. A. Fisher,
 * <em>Statistical Methods for Research Workers</em>, 5th ed. 1934. What takes a search, the
 * conditional odds ratio and its interval, is computed when it is asked for.
 *
 * @param a hits of the first arm
 * @param b misses of the first arm
 * @param c hits of the second arm
 * @param d misses of the second arm
 * @param level of the interval
 * @param twoSided sum of all tables not more probable than the observed one times 1 + 1e-7
 * @param greater P(A &gt;= a): odds ratio above 1
 * @param less P(A &lt;= a)
 * @param observed P(A = a)
 * @param midTwoSided twoSided - observed / 2
 * @param oddsRatio ad / (bc)
 * @param reason why some figures are NaN; empty if none is
 */
public record FisherTest(
    long a,
    long b,
    long c,
    long d,
    double level,
    double twoSided,
    double greater,
    double less,
    double observed,
    double midTwoSided,
    double oddsRatio,
    String reason) {

  private static final double TIE = 1 + 1e-7;

  /** Log odds ratios beyond this bound give no other table any weight in a double. */
  private static final double FARTHEST = 700;

  /**
   * Tests a table.
   *
   * @param a hits of the first arm
   * @param b misses of the first arm
   * @param c hits of the second arm
   * @param d misses of the second arm
   * @param level of the interval, above 0 and below 1
   * @return the test
   * @throws IllegalArgumentException if a count is negative
   */
  public static FisherTest of(long a, long b, long c, long d, double level) {
    if (a < 0 || b < 0 || c < 0 || d < 0) {
      throw new IllegalArgumentException("counts must be 0 or more");
    }
    if (a + b + c + d == 0) {
      double nan = Double.NaN;
      return new FisherTest(a, b, c, d, level, nan, nan, nan, nan, nan, nan, "the table is empty");
    }
    Hypergeometric law = new Hypergeometric(a + b, c + d, a + c, 0);
    double observed = law.at(a);
    double twoSided = law.notAbove(observed * TIE);
    boolean fixed = law.first() == law.last();
    return new FisherTest(
        a,
        b,
        c,
        d,
        level,
        twoSided,
        law.atLeast(a),
        law.atMost(a),
        observed,
        twoSided - observed / 2,
        (double) a * d / ((double) b * c),
        fixed ? "the margins allow only this table, which tells nothing of the odds ratio" : "");
  }

  private Hypergeometric law(double logOdds) {
    return new Hypergeometric(a + b, c + d, a + c, logOdds);
  }

  private static double odds(DoublePredicate enough) {
    return Math.exp(Bisection.first(-FARTHEST, FARTHEST, enough));
  }

  /**
   * The odds ratio under which E(A) = a: the conditional maximum of the likelihood.
   *
   * @return from 0 to infinity; NaN if the margins allow only this table
   */
  public double conditionalOddsRatio() {
    Hypergeometric law = law(0);
    if (law.first() == law.last()) {
      return Double.NaN;
    }
    if (a == law.first()) {
      return 0;
    }
    return a == law.last() ? Double.POSITIVE_INFINITY : odds(logOdds -> law(logOdds).mean() >= a);
  }

  /**
   * Its exact interval, by inverting the one-sided tests (J. Cornfield 1956).
   *
   * @return from 0 to infinity at the widest; undefined for an empty table
   */
  public Bounds bounds() {
    if (a + b + c + d == 0) {
      return Bounds.UNDEFINED;
    }
    Hypergeometric law = law(0);
    double tail = NormalLaw.tail(level);
    double low = a == law.first() ? 0 : odds(logOdds -> law(logOdds).atLeast(a) >= tail);
    double high =
        a == law.last()
            ? Double.POSITIVE_INFINITY
            : odds(logOdds -> law(logOdds).atMost(a) <= tail);
    return new Bounds(low, high);
  }
}
