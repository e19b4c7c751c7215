package io.salestwin.statistics.power;

import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.NormalLaw;

/**
 * The band in which the number of false alarms of a simulation without any effect must lie, if the
 * test keeps its level: equal-tailed binomial quantiles.
 *
 * @param low smallest k with P(X &lt;= k) above (1 - confidence) / 2
 * @param high smallest k with P(X &lt;= k) at least 1 - (1 - confidence) / 2
 * @param inside P(low &lt;= X &lt;= high)
 */
public record FalseAlarmBand(long low, long high, double inside) {

  /**
   * The band.
   *
   * @param runs number of simulated experiments, at least 1
   * @param rate nominal rate of alarms, from 0 to 1
   * @param confidence above 0 and below 1
   * @return the band
   */
  public static FalseAlarmBand of(long runs, double rate, double confidence) {
    if (runs < 1) {
      throw new IllegalArgumentException("runs must be at least 1: " + runs);
    }
    BinomialLaw law = new BinomialLaw(runs, rate);
    double tail = NormalLaw.tail(confidence);
    long high = law.upperQuantile(tail);
    long low = firstAbove(law, tail);
    double inside = 1 - law.atMost(low - 1) - law.atLeast(high + 1);
    return new FalseAlarmBand(low, high, inside);
  }

  /**
   * How likely a test with another true rate is found out: its count lies above the band.
   *
   * @param runs number of simulated experiments
   * @param rate its true rate, from 0 to 1
   * @return P(X &gt; high)
   */
  public double detection(long runs, double rate) {
    return new BinomialLaw(runs, rate).atLeast(high + 1);
  }

  private static long firstAbove(BinomialLaw law, double tail) {
    long below = -1;
    long above = law.n();
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      if (law.atMost(middle) > tail) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }
}
