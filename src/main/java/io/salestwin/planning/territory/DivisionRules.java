package io.salestwin.planning.territory;

import java.util.List;

/**
 * What a good division is.
 *
 * @param leastLoad the least share of its capacity that a territory must work, 0 or more
 * @param mostLoad the largest share that it may work, above {@code leastLoad}
 * @param timeByTier share of all working time for each tier of accounts, in order; sums to 1. Used
 *     where accounts have no hours of their own
 * @param disruption the imbalance that is not worth moving an account for, as a share of what is
 *     fair, 0 or more
 * @param away the imbalance that is not worth an account outside of its territory's region or
 *     industry, 0 or more
 * @param travel the imbalance that is not worth an account as far from its territory's base as
 *     accounts are from bases on the mean, 0 or more
 * @param regions whether accounts should lie in their territory's regions
 * @param industries whether accounts should be of their territory's industries
 */
public record DivisionRules(
    double leastLoad,
    double mostLoad,
    List<Double> timeByTier,
    double disruption,
    double away,
    double travel,
    boolean regions,
    boolean industries) {

  /** 70 to 80 % of the capacity; 60, 30 and 10 % of the time; 2 %, 5 % and 5 % of imbalance. */
  public static final DivisionRules USUAL =
      new DivisionRules(0.70, 0.80, List.of(0.6, 0.3, 0.1), 0.02, 0.05, 0.05, true, true);

  /** Checks the ranges. */
  public DivisionRules {
    timeByTier = List.copyOf(timeByTier);
    if (!(leastLoad >= 0 && leastLoad < mostLoad && mostLoad <= 10)) {
      throw new IllegalArgumentException("no band: " + leastLoad + " to " + mostLoad);
    }
    double sum = timeByTier.stream().mapToDouble(share -> share).sum();
    if (timeByTier.size() != AccountTier.values().length
        || timeByTier.stream().anyMatch(share -> !(share >= 0))
        || Math.abs(sum - 1) > 1e-9) {
      throw new IllegalArgumentException("timeByTier must be three shares: " + timeByTier);
    }
    for (double tolerance : new double[] {disruption, away, travel}) {
      if (!(tolerance >= 0 && tolerance <= 100)) {
        throw new IllegalArgumentException("disruption, away and travel must be from 0 to 100");
      }
    }
  }

  /**
   * The middle of the band.
   *
   * @return a share of the capacity
   */
  public double middleLoad() {
    return (leastLoad + mostLoad) / 2;
  }
}
