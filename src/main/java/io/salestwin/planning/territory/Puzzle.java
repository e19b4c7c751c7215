package io.salestwin.planning.territory;

import java.util.List;

/**
 * A division as it is solved: accounts and patches are dense numbers from 0, all amounts are whole.
 * Costs are whole numbers too, so that a sum is the same in whatever order it is made.
 *
 * @param potential of each account, in cents, 0 or more
 * @param work of each account, in hundredths of hours, 0 or more
 * @param present patch of each account today; -1 for none
 * @param pinned whether each account stays where it is
 * @param moveCost what moving each account costs
 * @param awayCost what each account costs outside of where its patch looks and for its distance
 *     from the base: by account, then patch
 * @param capacity of each patch, in hundredths of hours, above 0
 * @param least work that each patch must have
 * @param most work that each patch may have
 */
record Puzzle(
    long[] potential,
    long[] work,
    int[] present,
    boolean[] pinned,
    long[] moveCost,
    long[][] awayCost,
    long[] capacity,
    long[] least,
    long[] most) {

  /** How finely a deviation from the fair share is measured: 100,000 is the whole share. */
  static final long SHARE = 100_000;

  /** Beyond this many shares a deviation counts no more, so that no sum overflows. */
  private static final double WORST = 1e9;

  /** The squared deviation at which one account is worth a move, per unit of tolerance. */
  private static final double MARGINAL = 4;

  /**
   * Costs of one account against the balance: to bring one account of the mean size from a patch
   * that has x more than its fair share to one that has x less takes about 4 x (patches / accounts)
   * off the sum of squared deviations. So a cost of that size leaves deviations of x alone.
   *
   * @param accounts number of accounts
   * @param patches number of patches
   * @param tolerance x, as a fraction of the fair share
   * @return in squared units of {@link #SHARE}
   */
  static double costOfOne(int accounts, int patches, double tolerance) {
    return MARGINAL * tolerance * patches / accounts * SHARE * SHARE;
  }

  int accounts() {
    return potential.length;
  }

  int patches() {
    return capacity.length;
  }

  long allPotential() {
    return sum(potential);
  }

  long allWork() {
    return sum(work);
  }

  long allCapacity() {
    return sum(capacity);
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  /** The share of a total that would be fair for a patch: its part of the capacity. */
  static double fair(long total, long capacity, long allCapacity) {
    return (double) total * capacity / allCapacity;
  }

  /** The squared deviation of an amount from what is fair, in squared units of {@link #SHARE}. */
  static long squared(long amount, double fair) {
    double off = fair == 0 ? 0 : (amount - fair) / fair * SHARE;
    long whole = Math.round(Math.max(-WORST, Math.min(WORST, off)));
    return whole * whole;
  }

  /** By how much work is outside of what a patch must and may have. */
  long outside(int patch, long worked) {
    return Math.max(0, Math.max(worked - most[patch], least[patch] - worked));
  }

  /** What an account costs in a patch, balance apart. */
  long costOf(int account, int patch) {
    long moved = present[account] >= 0 && present[account] != patch ? moveCost[account] : 0;
    return moved + awayCost[account][patch];
  }

  /**
   * The cost of a division, by its definition: slow and plain, which the quick {@link RunningCost}
   * is held against.
   *
   * @param patchOf the patch of each account; -1 for none
   * @return the cost
   */
  Cost cost(List<Integer> patchOf) {
    long hard = 0;
    long soft = 0;
    for (int t = 0; t < patches(); t++) {
      long p = 0;
      long w = 0;
      for (int a = 0; a < accounts(); a++) {
        if (patchOf.get(a) == t) {
          p += potential[a];
          w += work[a];
          soft += costOf(a, t);
        }
      }
      hard += outside(t, w);
      soft += squared(p, fair(allPotential(), capacity[t], allCapacity()));
      soft += squared(w, fair(allWork(), capacity[t], allCapacity()));
    }
    return new Cost(hard, soft);
  }

  /**
   * What a division costs: less is better, and the first part counts before the second.
   *
   * @param hard work outside of the band, in hundredths of hours
   * @param soft imbalance, moves and accounts out of place
   */
  record Cost(long hard, long soft) {}
}
