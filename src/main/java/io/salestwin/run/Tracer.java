package io.salestwin.run;

import io.salestwin.metrics.DealWins;
import io.salestwin.metrics.Trace;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;

/**
 * Plays single replications of a plan again and tells every step of them. What it tells of a
 * replication is what happened in the run of the same plan, whatever was traced before. Belongs to
 * one thread.
 */
public final class Tracer {

  private final SalesModel model;
  private final Replication replication;

  /**
   * A tracer.
   *
   * @param plan scenario, seed and whether pairs are antithetic; nothing else matters
   */
  public Tracer(RunPlan plan) {
    model = SalesModel.of(plan.scenario());
    replication = new Replication(model, plan.seed());
    replication.antithetic(plan.antithetic());
  }

  /**
   * One replication.
   *
   * @param number its number, at least 0
   * @return every step of it
   * @throws io.salestwin.scenario.ImpossibleScenarioException when the replication draws inputs
   *     that cannot be
   */
  public Trace trace(int number) {
    return Trace.of(model, replication, number);
  }

  /**
   * When the deals of the starting pipeline are won in one replication.
   *
   * @param number its number, at least 0
   * @return a time for each deal, as of {@link DealWins#of}
   * @throws io.salestwin.scenario.ImpossibleScenarioException when the replication draws inputs
   *     that cannot be
   */
  public long[] wins(int number) {
    return DealWins.of(model, replication, number);
  }
}
