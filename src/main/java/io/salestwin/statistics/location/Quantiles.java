package io.salestwin.statistics.location;

import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.NormalLaw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A quantile and its distribution-free interval between order statistics (David and Nagaraja,
 * <em>Order Statistics</em>, 3rd ed. 2003, section 7.1).
 *
 * @param type7 linear between the order statistics at 1 + (n - 1) q (Hyndman and Fan 1996)
 * @param type6 linear between the order statistics at (n + 1) q
 * @param lowRank rank of the lower limit from 1: the largest l with P(B &lt;= l - 1) at most (1 -
 *     level) / 2, B ~ Binomial(n, q); 0 for none
 * @param highRank rank of the upper limit: the smallest u with P(B &lt;= u - 1) at least 1 - (1 -
 *     level) / 2; n + 1 for none
 * @param low the value of that rank; minus infinity for none
 * @param high the value of that rank; infinity for none
 * @param coverage P(lowRank &lt;= B &lt;= highRank - 1)
 */
public record Quantiles(
    double type7,
    double type6,
    int lowRank,
    int highRank,
    double low,
    double high,
    double coverage) {

  /**
   * A quantile of a sample.
   *
   * @param values at least 1; not changed
   * @param q share of values below, above 0 and below 1
   * @param level above 0 and below 1
   * @return the quantile and its interval
   */
  public static Quantiles of(double[] values, double q, double level) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double tail = NormalLaw.tail(level);
    BinomialLaw law = new BinomialLaw(n, q);
    int l = 0;
    while (l < n && law.atMost(l) <= tail) {
      l++;
    }
    int u = n + 1;
    while (u > 1 && law.atLeast(u - 1) <= tail) {
      u--;
    }
    return new Quantiles(
        type7(values, q),
        interpolated(sorted, BigDecimal.valueOf(q).multiply(BigDecimal.valueOf(n + 1L))),
        l,
        u,
        l == 0 ? Double.NEGATIVE_INFINITY : sorted[l - 1],
        u == n + 1 ? Double.POSITIVE_INFINITY : sorted[u - 1],
        1 - law.atMost(l - 1L) - law.atLeast(u));
  }

  /**
   * The quantile that is linear between the order statistics at 1 + (n - 1) q.
   *
   * @param values at least 1; not changed
   * @param q from 0 to 1
   * @return the quantile
   */
  public static double type7(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return interpolated(
        sorted,
        BigDecimal.valueOf(q).multiply(BigDecimal.valueOf(sorted.length - 1L)).add(BigDecimal.ONE));
  }

  /** Between the order statistics around a rank from 1, within the sample. */
  private static double interpolated(double[] sorted, BigDecimal rank) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least 1 value");
    }
    BigDecimal inside = rank.max(BigDecimal.ONE).min(BigDecimal.valueOf(sorted.length));
    int below = inside.setScale(0, RoundingMode.FLOOR).intValueExact();
    if (below == sorted.length) {
      return sorted[below - 1];
    }
    BigDecimal from = BigDecimal.valueOf(sorted[below - 1]);
    BigDecimal step = BigDecimal.valueOf(sorted[below]).subtract(from);
    return from.add(step.multiply(inside.subtract(BigDecimal.valueOf(below)))).doubleValue();
  }
}
