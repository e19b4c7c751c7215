package io.salestwin.statistics;

import java.util.Arrays;

/**
 * How much of the spread lies between pairs and how much within: one-way random-effects analysis of
 * variance. When partners share one draw of the uncertain inputs, the part between pairs is input
 * uncertainty (what we do not know) and the part within is chance (what nobody can know).
 *
 * <p>Only whole pairs count; a single value says nothing about the spread within a pair.
 *
 * @param pairs how many whole pairs, k
 * @param betweenSquares 2 Σ (pair mean - mean)², on k - 1 degrees of freedom
 * @param withinSquares Σ (difference of the partners)² / 2, on k degrees of freedom
 */
public record VarianceComponents(int pairs, double betweenSquares, double withinSquares) {

  public VarianceComponents {
    if (pairs < 0 || !(betweenSquares >= 0) || !(withinSquares >= 0)) {
      throw new IllegalArgumentException(
          "pairs and squares must be 0 or more: "
              + (pairs + ", " + betweenSquares + ", " + withinSquares));
    }
  }

  /**
   * The analysis of the whole pairs among some values.
   *
   * @param values values in pairs
   * @return their components
   */
  public static VarianceComponents of(Pairs values) {
    double[] all = values.values();
    double[] means = new double[all.length / 2];
    int k = 0;
    double within = 0;
    for (int i = 0; i + 1 < all.length; i++) {
      if (values.pairStartsAt(i)) {
        double difference = all[i + 1] - all[i];
        means[k++] = all[i] + difference / 2;
        within += difference * difference / 2;
        i++;
      }
    }
    double between = 2 * Tally.of(Arrays.copyOf(means, k)).squaredDeviations();
    return new VarianceComponents(k, between, within);
  }

  /**
   * The share of the variance that lies between pairs: the intraclass correlation ICC(1) = (F - 1)
   * / (F + 1) with F the ratio of the mean squares between and within, and its exact interval (F /
   * f - 1) / (F / f + 1) to (F f' - 1) / (F f' + 1) with f and f' the upper quantiles of F(k - 1,
   * k) and F(k, k - 1) (Searle, <em>Linear Models</em>, 1971, section 9.8; Shrout and Fleiss 1979,
   * Psychological Bulletin 86). Exact when values are normal; long tails make it too short.
   * Negative figures, which chance alone gives, are cut off at 0.
   *
   * @param level above 0 and below 1
   * @return the share, from 0 to 1; not computable from fewer than 2 whole pairs or without spread
   */
  public Estimate shareBetween(double level) {
    Finite.requireInside("level", level);
    if (pairs < 2) {
      return Estimate.notComputable(
          "a share of the spread needs at least 2 whole pairs and there "
              + (pairs == 1 ? "is 1" : "are none"));
    }
    if (betweenSquares == 0 && withinSquares == 0) {
      return Estimate.notComputable("all values are equal: there is no spread to share out");
    }
    double f = (betweenSquares / (pairs - 1)) / (withinSquares / pairs);
    double upper = 0.5 + level / 2;
    double low = share(f / Critical.f(upper, pairs - 1, pairs));
    double high = share(f * Critical.f(upper, pairs, pairs - 1));
    return Estimate.of(share(f), new Interval(low, high, level));
  }

  private static double share(double f) {
    // partners that are always equal give an infinite F
    return Double.isInfinite(f) ? 1 : Math.max(0, (f - 1) / (f + 1));
  }
}
