package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;

/**
 * Two proportions, treatment (2) minus control (1): tests and intervals. The score intervals, which
 * take a search, are computed when they are asked for.
 *
 * @param x1 hits in the control
 * @param n1 trials in the control
 * @param x2 hits in the treatment
 * @param n2 trials in the treatment
 * @param level of the intervals
 * @param p1 share of hits in the control
 * @param p2 share of hits in the treatment
 * @param diff p2 - p1
 * @param z pooled: (p2 - p1) / √(p (1 - p) (1/n1 + 1/n2)), p = (x1 + x2) / (n1 + n2)
 * @param wald diff ± z √(p1 q1/n1 + p2 q2/n2)
 * @param newcombe Newcombe's hybrid of two Wilson intervals, his method 10 (Statistics in Medicine
 *     17, 1998, 873-890)
 * @param agrestiCaffo Wald's interval with one hit and one miss added to each arm (The American
 *     Statistician 54, 2000, 280-288)
 * @param riskRatio p2 / p1
 * @param riskRatioBounds log-normal interval of p2 / p1
 * @param oddsRatio (x2 / (n2 - x2)) / (x1 / (n1 - x1))
 * @param oddsRatioBounds Woolf's log-normal interval of the odds ratio
 * @param yatesP two-sided p of the chi-square test with Yates's continuity correction
 * @param reason why some figures are NaN; empty if none is
 */
public record TwoProportions(
    long x1,
    long n1,
    long x2,
    long n2,
    double level,
    double p1,
    double p2,
    double diff,
    double z,
    Bounds wald,
    Bounds newcombe,
    Bounds agrestiCaffo,
    double riskRatio,
    Bounds riskRatioBounds,
    double oddsRatio,
    Bounds oddsRatioBounds,
    double yatesP,
    String reason) {

  /**
   * Compares two proportions.
   *
   * @param x1 hits in the control
   * @param n1 trials in the control
   * @param x2 hits in the treatment
   * @param n2 trials in the treatment
   * @param level of the intervals, above 0 and below 1
   * @return the comparison; what is undefined is NaN, with the reason
   * @throws IllegalArgumentException if an x is not from 0 to its n
   */
  public static TwoProportions of(long x1, long n1, long x2, long n2, double level) {
    Counts.require("x1", x1, "n1", n1);
    Counts.require("x2", x2, "n2", n2);
    if (n1 == 0 || n2 == 0) {
      return undefined(x1, n1, x2, n2, level);
    }
    double z = NormalLaw.critical(level);
    double p1 = (double) x1 / n1;
    double p2 = (double) x2 / n2;
    double diff = ((double) x2 * n1 - (double) x1 * n2) / ((double) n1 * n2);
    boolean spread = x1 + x2 > 0 && x1 + x2 < n1 + n2;
    Bounds ratio =
        x1 > 0 && x2 > 0
            ? aroundLog(p2 / p1, z * Math.sqrt(rest(p1, x1) + rest(p2, x2)))
            : Bounds.UNDEFINED;
    double odds = (double) x2 * (n1 - x1) / ((double) x1 * (n2 - x2));
    return new TwoProportions(
        x1,
        n1,
        x2,
        n2,
        level,
        p1,
        p2,
        diff,
        spread ? pooledZ(x1, n1, x2, n2, diff) : Double.NaN,
        Bounds.around(diff, z * standardError(p1, n1, p2, n2)),
        newcombe(x1, n1, x2, n2, diff, level),
        agrestiCaffo(x1, n1, x2, n2, z),
        p2 / p1,
        ratio,
        odds,
        woolf(x1, n1, x2, n2, odds, z),
        spread
            ? ContingencyTable.of(new long[][] {{x1, n1 - x1}, {x2, n2 - x2}}).yatesP()
            : Double.NaN,
        reason(spread, x1, n1, x2, n2));
  }

  /**
   * The two-sided p of z.
   *
   * @return P(|Z| &gt;= |z|)
   */
  public double twoSided() {
    return NormalLaw.twoSided(z);
  }

  /**
   * The p of z against "the treatment is better".
   *
   * @return P(Z &gt; z)
   */
  public double greater() {
    return NormalLaw.above(z);
  }

  /**
   * The p of z against "the treatment is worse".
   *
   * @return P(Z &lt; z)
   */
  public double less() {
    return NormalLaw.below(z);
  }

  /**
   * The score interval with the factor N / (N - 1) (O. Miettinen and M. Nurminen, Statistics in
   * Medicine 4, 1985, 213-226).
   *
   * @return the interval of the difference; undefined if a group has no observation
   */
  public Bounds miettinenNurminen() {
    return score(true);
  }

  /**
   * The score interval without that factor (R. Mee, Biometrics 40, 1984, 1175-1176).
   *
   * @return the interval of the difference; undefined if a group has no observation
   */
  public Bounds mee() {
    return score(false);
  }

  private Bounds score(boolean factor) {
    return n1 == 0 || n2 == 0
        ? Bounds.UNDEFINED
        : new ScoreDifference(x1, n1, x2, n2, factor).bounds(level);
  }

  private static double pooledZ(long x1, long n1, long x2, long n2, double diff) {
    double n = (double) n1 + n2;
    double p = (x1 + x2) / n;
    double q = (n1 - x1 + n2 - x2) / n;
    return diff / Math.sqrt(p * q * (1.0 / n1 + 1.0 / n2));
  }

  private static double standardError(double p1, double n1, double p2, double n2) {
    return Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
  }

  private static Bounds newcombe(long x1, long n1, long x2, long n2, double diff, double level) {
    Bounds first = OneProportion.wilson(x1, n1, level);
    Bounds second = OneProportion.wilson(x2, n2, level);
    double p1 = (double) x1 / n1;
    double p2 = (double) x2 / n2;
    return new Bounds(
        diff - Math.hypot(p2 - second.low(), first.high() - p1),
        diff + Math.hypot(second.high() - p2, p1 - first.low()));
  }

  private static Bounds agrestiCaffo(long x1, long n1, long x2, long n2, double z) {
    double p1 = (x1 + 1.0) / (n1 + 2.0);
    double p2 = (x2 + 1.0) / (n2 + 2.0);
    return Bounds.around(p2 - p1, z * standardError(p1, n1 + 2.0, p2, n2 + 2.0));
  }

  private static Bounds woolf(long x1, long n1, long x2, long n2, double odds, double z) {
    if (x1 == 0 || x2 == 0 || x1 == n1 || x2 == n2) {
      return Bounds.UNDEFINED;
    }
    double variance = 1.0 / x1 + 1.0 / (n1 - x1) + 1.0 / x2 + 1.0 / (n2 - x2);
    return aroundLog(odds, z * Math.sqrt(variance));
  }

  private static double rest(double p, long x) {
    return (1 - p) / x; // 1/x - 1/n
  }

  private static Bounds aroundLog(double ratio, double reach) {
    return new Bounds(ratio * Math.exp(-reach), ratio * Math.exp(reach));
  }

  private static String reason(boolean spread, long x1, long n1, long x2, long n2) {
    if (!spread) {
      return "all observations are alike, so the test has no spread to compare with";
    }
    if (x1 == 0 || x2 == 0) {
      return "a group without a hit has no interval for the ratio of the shares or of the odds";
    }
    if (x1 == n1 || x2 == n2) {
      return "a group without a miss has no interval for the ratio of the odds";
    }
    return "";
  }

  private static TwoProportions undefined(long x1, long n1, long x2, long n2, double level) {
    double nan = Double.NaN;
    Bounds none = Bounds.UNDEFINED;
    return new TwoProportions(
        x1,
        n1,
        x2,
        n2,
        level,
        nan,
        nan,
        nan,
        nan,
        none,
        none,
        none,
        nan,
        none,
        nan,
        none,
        nan,
        "a group has no observation");
  }
}
