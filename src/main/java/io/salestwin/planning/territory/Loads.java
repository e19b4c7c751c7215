package io.salestwin.planning.territory;

import java.util.List;

/**
 * What every patch holds, while single accounts go from one to another. One owner, who changes it.
 */
final class Loads {

  private final Puzzle puzzle;
  private final int[] patchOf;
  private final long[] potential;
  private final long[] work;
  private final double[] fairPotential;
  private final double[] fairWork;

  Loads(Puzzle puzzle, List<Integer> patches) {
    this.puzzle = puzzle;
    patchOf = patches.stream().mapToInt(patch -> patch).toArray();
    int m = puzzle.patches();
    potential = new long[m];
    work = new long[m];
    fairPotential = new double[m];
    fairWork = new double[m];
    for (int t = 0; t < m; t++) {
      long capacity = puzzle.capacity()[t];
      fairPotential[t] = Puzzle.fair(puzzle.allPotential(), capacity, puzzle.allCapacity());
      fairWork[t] = Puzzle.fair(puzzle.allWork(), capacity, puzzle.allCapacity());
    }
    for (int a = 0; a < patchOf.length; a++) {
      potential[patchOf[a]] += puzzle.potential()[a];
      work[patchOf[a]] += puzzle.work()[a];
    }
  }

  int patchOf(int account) {
    return patchOf[account];
  }

  /** By how much the cost grows when an account goes to a patch; negative when it falls. */
  Puzzle.Cost growth(int account, int to) {
    int from = patchOf[account];
    if (from == to) {
      return new Puzzle.Cost(0, 0);
    }
    long p = puzzle.potential()[account];
    long w = puzzle.work()[account];
    return new Puzzle.Cost(
        puzzle.outside(from, work[from] - w)
            + puzzle.outside(to, work[to] + w)
            - puzzle.outside(from, work[from])
            - puzzle.outside(to, work[to]),
        squares(from, -p, -w)
            + squares(to, p, w)
            - squares(from, 0, 0)
            - squares(to, 0, 0)
            + puzzle.costOf(account, to)
            - puzzle.costOf(account, from));
  }

  private long squares(int patch, long morePotential, long moreWork) {
    return Puzzle.squared(potential[patch] + morePotential, fairPotential[patch])
        + Puzzle.squared(work[patch] + moreWork, fairWork[patch]);
  }

  void move(int account, int to) {
    potential[patchOf[account]] -= puzzle.potential()[account];
    work[patchOf[account]] -= puzzle.work()[account];
    patchOf[account] = to;
    potential[to] += puzzle.potential()[account];
    work[to] += puzzle.work()[account];
  }

  /**
   * Takes back every move without which the division costs no more, until each move that is left
   * earns its keep.
   */
  void takeBackIdleMoves() {
    boolean again = true;
    while (again) {
      again = false;
      for (int a = 0; a < patchOf.length; a++) {
        int home = puzzle.present()[a];
        if (home >= 0 && home != patchOf[a] && isNoWorse(growth(a, home))) {
          move(a, home);
          again = true;
        }
      }
    }
  }

  private static boolean isNoWorse(Puzzle.Cost growth) {
    return growth.hard() < 0 || (growth.hard() == 0 && growth.soft() <= 0);
  }
}
