package io.salestwin.run;

import io.salestwin.scenario.Scenario;
import java.util.Optional;

/**
 * What is to be run: enough to get the same rows on any machine.
 *
 * @param scenario the scenario with all overrides applied
 * @param seed the seed of all chance
 * @param replications number of replications, at least 1; with a precision the most
 * @param antithetic whether the second replication of each pair meets the mirrored luck of the
 *     first; both share the draw of the uncertain inputs either way
 * @param precision what must be known how well before the run may end; empty to play all
 */
public record RunPlan(
    Scenario scenario,
    long seed,
    int replications,
    boolean antithetic,
    Optional<Precision> precision) {

  /** Checks the number of replications. */
  public RunPlan {
    if (replications < 1) {
      throw new IllegalArgumentException("replications (" + replications + ") must be at least 1");
    }
  }

  /**
   * A fixed number of replications, each with its own luck.
   *
   * @param scenario the scenario with all overrides applied
   * @param seed the seed of all chance
   * @param replications number of replications, at least 1
   */
  public RunPlan(Scenario scenario, long seed, int replications) {
    this(scenario, seed, replications, false, Optional.empty());
  }

  /**
   * The same with a precision.
   *
   * @param wanted what must be known how well
   * @return a new plan
   */
  public RunPlan until(Precision wanted) {
    return new RunPlan(scenario, seed, replications, antithetic, Optional.of(wanted));
  }

  /**
   * The same with another number of replications.
   *
   * @param number at least 1
   * @return a new plan
   */
  public RunPlan upTo(int number) {
    return new RunPlan(scenario, seed, number, antithetic, precision);
  }

  /**
   * The same with antithetic pairs.
   *
   * @return a new plan
   */
  public RunPlan mirrored() {
    return new RunPlan(scenario, seed, replications, true, precision);
  }
}
