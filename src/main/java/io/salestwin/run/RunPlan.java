package io.salestwin.run;

import io.salestwin.scenario.Scenario;

/**
 * What is to be run: enough to get the same rows on any machine.
 *
 * @param scenario the scenario with all overrides applied
 * @param seed the seed of all chance
 * @param replications number of replications, at least 1
 */
public record RunPlan(Scenario scenario, long seed, int replications) {

  /** Checks the number of replications. */
  public RunPlan {
    if (replications < 1) {
      throw new IllegalArgumentException("replications (" + replications + ") must be at least 1");
    }
  }
}
