package io.salestwin.statistics.selection;

/**
 * A sequential test of a chance: is P at least p + delta, or at most p - delta? Between the two
 * either answer will do. It looks after every unit and ends as soon as the answer is known, so a
 * chance far from p takes a handful of units and only one close to it takes hundreds.
 *
 * <p>A unit is a pair of replications, as partners share the draw of the uncertain inputs; what
 * counts is X, the share of the pair that hit: 0, 1/2 or 1. Nothing is assumed of how alike
 * partners are. Two bettors start with a capital of 1, split evenly among bets: one for means q
 * above m0 = p - delta, one for means q below m1 = p + delta. Each unit multiplies a bet by
 *
 * <pre>
 * yes: X q / m0 + (1 - X) (1 - q) / (1 - m0), q &gt; m0
 * no:  X q / m1 + (1 - X) (1 - q) / (1 - m1), q &lt; m1
 * </pre>
 *
 * <p><b>Proof of the error.</b> The factor is never negative and linear in X. If P &lt;= m0, the
 * mean of a factor of the first is 1 + (P - m0) (q - m0) / (m0 (1 - m0)) &lt;= 1 whatever was seen
 * before: each bet is a non-negative supermartingale, and so is their sum, which starts at 1. By
 * Ville's inequality the chance that it <em>ever</em> reaches 1 / wrongYes is at most wrongYes. If
 * P &gt;= m1 the same holds for the second with wrongNo. So the answer may be read at any time,
 * after any number of units, for any reason. (With one bet and single replications it is A. Wald's
 * test of 1945; mixtures of bets are of H. Robbins, Annals of Mathematical Statistics 41, 1970; for
 * means of anything bounded see I. Waudby-Smith and A. Ramdas, <em>Estimating means of bounded
 * random variables by betting</em>, Journal of the Royal Statistical Society B 86, 2024.)
 *
 * <p>The q only decide how soon it ends: their distances from the mean that is bet against double
 * from 1.5 delta on. As one bet of each bettor gains when P is p, the test ends with probability 1.
 *
 * @param p the chance that is asked for, above 0 and below 1
 * @param delta half the width of the zone of indifference, above 0, so small that p - delta and p +
 *     delta are chances above 0 and below 1
 * @param wrongYes bound on the chance of {@link Decision#YES} when P is at most p - delta
 * @param wrongNo bound on the chance of {@link Decision#NO} when P is at least p + delta
 */
public record ChanceTest(double p, double delta, double wrongYes, double wrongNo) {

  /** What is known of the chance. */
  public enum Decision {
    /** It is above p - delta. */
    YES,
    /** It is below p + delta. */
    NO,
    /** Neither is known yet. */
    OPEN
  }

  /** Checks the numbers. */
  public ChanceTest {
    if (!(delta > 0 && p - delta > 0 && p + delta < 1)) {
      throw new IllegalArgumentException(
          "p - delta and p + delta must be above 0 and below 1: p " + p + ", delta " + delta);
    }
    if (!(wrongYes > 0 && wrongYes < 1 && wrongNo > 0 && wrongNo < 1)) {
      throw new IllegalArgumentException(
          "the bounds on errors must be above 0 and below 1: " + wrongYes + ", " + wrongNo);
    }
  }

  /**
   * The widest zone around a chance that fits: delta, or half the way to the nearer end of [0, 1].
   *
   * @param p the chance that is asked for, above 0 and below 1
   * @param delta the half-width that is wished for, above 0
   * @return a half-width with which a test can be made
   */
  public static double fitting(double p, double delta) {
    return Math.min(delta, Math.min(p, 1 - p) / 2);
  }

  /**
   * What units say.
   *
   * @param answer the answer
   * @param units after how many units it was known; all of them while it is open
   */
  public record Judgement(Decision answer, int units) {}

  /**
   * Judges units that were made already.
   *
   * @param hits how many of each pair hit: 0, 1 or 2, in order
   * @return the answer at the first unit that gives one
   */
  public Judgement judge(int... hits) {
    ChanceBets bets = new ChanceBets(this);
    for (int unit : hits) {
      bets.see(unit);
    }
    return new Judgement(bets.answer(), bets.answeredAt());
  }
}
