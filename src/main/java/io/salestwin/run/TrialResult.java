package io.salestwin.run;

import io.salestwin.run.TrialPlan.World;
import java.util.List;
import java.util.Map;

/**
 * What is kept of many trials, in their order.
 *
 * @param plan what was asked for
 * @param trials one map for each finished trial, in one piece from the first on; the arrays are
 *     shared and must not be changed
 */
public record TrialResult(TrialPlan plan, List<Map<World, double[]>> trials) {

  /** Copies the list. */
  public TrialResult {
    trials = List.copyOf(trials);
  }

  /**
   * One figure of every trial.
   *
   * @param world what was in force
   * @param index which of the figures that the reducer gave
   * @return a new array in the order of the trials
   */
  public double[] column(World world, int index) {
    return trials.stream().mapToDouble(trial -> trial.get(world)[index]).toArray();
  }
}
