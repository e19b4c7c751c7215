package io.salestwin.planning.territory;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The cost of a division, kept up to date with every placement that changes: the same number as
 * {@code Puzzle.cost}, in a time that does not grow with the accounts. Public only because the
 * solver makes it; owned and changed by the one solver that made it.
 */
public final class RunningCost implements IncrementalScoreCalculator<Division, HardSoftLongScore> {

  private Puzzle puzzle;
  private long[] potential;
  private long[] work;
  private double[] fairPotential;
  private double[] fairWork;
  private long hard;
  private long soft;

  /** Nothing is known yet; the solver makes it and tells it all. */
  public RunningCost() {}

  @Override
  public void resetWorkingSolution(Division division) {
    puzzle = division.puzzle();
    int patches = puzzle.patches();
    potential = new long[patches];
    work = new long[patches];
    fairPotential = new double[patches];
    fairWork = new double[patches];
    hard = 0;
    soft = 0;
    for (int t = 0; t < patches; t++) {
      long capacity = puzzle.capacity()[t];
      fairPotential[t] = Puzzle.fair(puzzle.allPotential(), capacity, puzzle.allCapacity());
      fairWork[t] = Puzzle.fair(puzzle.allWork(), capacity, puzzle.allCapacity());
      count(t, 1);
    }
    division.placements().forEach(placement -> place(placement, 1));
  }

  /** Adds or takes off what a patch costs as it is. */
  private void count(int patch, int sign) {
    hard += sign * puzzle.outside(patch, work[patch]);
    soft += sign * Puzzle.squared(potential[patch], fairPotential[patch]);
    soft += sign * Puzzle.squared(work[patch], fairWork[patch]);
  }

  private void place(Placement placement, int sign) {
    if (placement.patch() != null) {
      int account = placement.account();
      int patch = placement.patch();
      count(patch, -1);
      potential[patch] += sign * puzzle.potential()[account];
      work[patch] += sign * puzzle.work()[account];
      soft += sign * puzzle.costOf(account, patch);
      count(patch, 1);
    }
  }

  @Override
  public void beforeVariableChanged(Object placement, String variable) {
    place((Placement) placement, -1);
  }

  @Override
  public void afterVariableChanged(Object placement, String variable) {
    place((Placement) placement, 1);
  }

  @Override
  public void beforeEntityAdded(Object placement) {
    // accounts are all there from the start
  }

  @Override
  public void afterEntityAdded(Object placement) {
    place((Placement) placement, 1);
  }

  @Override
  public void beforeEntityRemoved(Object placement) {
    place((Placement) placement, -1);
  }

  @Override
  public void afterEntityRemoved(Object placement) {
    // accounts are all there to the end
  }

  @Override
  public HardSoftLongScore calculateScore() {
    return HardSoftLongScore.of(-hard, -soft);
  }
}
