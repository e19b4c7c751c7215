package io.salestwin.statistics.location;

import io.salestwin.statistics.special.NormalLaw;
import java.util.Arrays;

/**
 * The signed-rank test of paired values (F. Wilcoxon, Biometrics Bulletin 1, 1945, 80-83). Pairs
 * without a difference are left out.
 *
 * @param used how many pairs have a difference
 * @param positive sum of the midranks of |y - x| over the pairs with y above x
 * @param asymptotic two-sided p of the normal law, variance n (n + 1) (2n + 1) / 24 - Σ(t³ - t) /
 *     48, continuity correction 1/2
 * @param permutation exact p over all signs: P(|W - E| &gt;= |w - E|); NaN with too many pairs
 * @param reason why figures are NaN; empty if none is
 */
public record SignedRankTest(
    int used, double positive, double asymptotic, double permutation, String reason) {

  /** More pairs than this have no exact distribution here. */
  private static final int MOST = 1000;

  /**
   * Compares pairs.
   *
   * @param x first values
   * @param y second values, as many
   * @return the test; undefined if no pair has a difference
   */
  public static SignedRankTest of(double[] x, double[] y) {
    double[] d =
        Arrays.stream(Moments.differences(y, x)).filter(difference -> difference != 0).toArray();
    if (d.length == 0) {
      return new SignedRankTest(0, 0, Double.NaN, Double.NaN, "no pair has a difference");
    }
    Ranks ranks = Ranks.of(Arrays.stream(d).map(Math::abs).toArray());
    long sum = 0; // doubled
    for (int i = 0; i < d.length; i++) {
      sum += d[i] > 0 ? ranks.doubled()[i] : 0;
    }
    double n = d.length;
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieCubes() / 48;
    double off = Math.abs(sum / 2.0 - n * (n + 1) / 4);
    boolean feasible = d.length <= MOST;
    return new SignedRankTest(
        d.length,
        sum / 2.0,
        Math.min(1, 2 * NormalLaw.above((off - 0.5) / Math.sqrt(variance))),
        feasible ? permutation(ranks.doubled(), sum) : Double.NaN,
        feasible ? "" : "there are too many pairs for an exact distribution; use the asymptotic p");
  }

  private static double permutation(int[] doubled, long sum) {
    // doubled once more, so that the centre is whole
    int[] weights = Arrays.stream(doubled).map(rank -> 2 * rank).toArray();
    long centre = (long) doubled.length * (doubled.length + 1); // twice the sum of the ranks
    return MannWhitneyTest.asFar(SubsetSums.ofCoins(weights), centre, 2 * sum);
  }
}
