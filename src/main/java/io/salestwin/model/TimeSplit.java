package io.salestwin.model;

import io.salestwin.kernel.IntQueue;
import io.salestwin.scenario.Accounts;
import java.util.Arrays;
import java.util.List;

/**
 * How reps split their time between the tiers of accounts: each rep has a list for each tier, and
 * takes the next lead from the tier that has had the least of its share of his time so far. While
 * only some tiers wait, the time is theirs. Without a split there is one list.
 */
final class TimeSplit {

  private final int tiers;
  private final double[] share;

  /** Working time by rep and tier. */
  private final double[] spent;

  TimeSplit(SalesModel model) {
    List<Accounts.Tier> of =
        model
            .scenario()
            .accounts()
            .filter(Accounts::splitsTime)
            .map(Accounts::tiers)
            .orElse(List.of());
    tiers = Math.max(1, of.size());
    share = of.stream().mapToDouble(Accounts.Tier::time).toArray();
    spent = new double[of.isEmpty() ? 0 : tiers * model.repCount()];
  }

  void reset() {
    Arrays.fill(spent, 0);
  }

  /** Number of lists of each rep. */
  int lines() {
    return tiers;
  }

  /** The list of a rep for leads of a tier. */
  int line(int rep, int tier) {
    return tiers == 1 ? rep : rep * tiers + tier;
  }

  int repOf(int line) {
    return tiers == 1 ? line : line / tiers;
  }

  /** The list that the rep takes his next lead from; -1 when all are empty. */
  int next(int rep, IntQueue lines) {
    if (tiers == 1) {
      return lines.size(rep) > 0 ? rep : -1;
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int tier = 0; tier < tiers; tier++) {
      int line = rep * tiers + tier;
      double had = spent[line] / share[tier];
      if (lines.size(line) > 0 && had < least) {
        best = line;
        least = had;
      }
    }
    return best;
  }

  void spent(int rep, int tier, long clockMs) {
    spent[rep * tiers + tier] += clockMs;
  }
}
