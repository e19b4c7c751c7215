package io.salestwin.run;

import io.salestwin.metrics.UnitTable;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Scenario;

/**
 * Many trials of one experiment. Each trial is played in three {@link World}s on the same keys.
 *
 * @param scenario the scenario without any arm
 * @param randomisation what is dealt which arms; the first is the control, the second the treatment
 * @param columns what is written down of each lead
 * @param endMs when a play ends, in milliseconds from the start, above 0
 * @param seed the seed of all chance
 * @param first number of the first trial
 * @param trials how many trials, at least 1
 * @param reducer what is kept of each play
 */
public record TrialPlan(
    Scenario scenario,
    Randomisation randomisation,
    UnitTable.Columns columns,
    long endMs,
    long seed,
    int first,
    int trials,
    UnitReducer reducer) {

  /** What is in force while units are dealt arms. */
  public enum World {
    /** Each unit is in the arm that it was dealt: the experiment itself. */
    DEALT,
    /**
     * All are in the control: the experiment in which nothing differs, and one end of the truth.
     */
    CONTROL,
    /** All are in the treatment: the other end. */
    TREATMENT
  }

  /** Checks the numbers. */
  public TrialPlan {
    if (trials < 1 || first < 0 || endMs < 1) {
      throw new IllegalArgumentException(
          "trials (" + trials + ") and endMs (" + endMs + ") must be at least 1");
    }
    if (randomisation.arms().size() != 2) {
      throw new IllegalArgumentException("an experiment has two arms: control and treatment");
    }
  }

  /**
   * The same with fewer trials.
   *
   * @param most how many at most, at least 1
   * @return the first of them
   */
  public TrialPlan atMost(long most) {
    int fewer = (int) Math.min(trials, most);
    return new TrialPlan(scenario, randomisation, columns, endMs, seed, first, fewer, reducer);
  }

  /** What is kept of one play. Implementations are records, so that a plan can travel as it is. */
  @FunctionalInterface
  public interface UnitReducer {

    /**
     * Reduces the leads of one play.
     *
     * @param units the leads
     * @param world what was in force
     * @param trial number of the trial
     * @return any figures; NaN for what is not computable
     */
    double[] reduce(UnitTable units, World world, int trial);
  }
}
