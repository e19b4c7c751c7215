package io.salestwin.metrics;

import io.salestwin.model.Observer;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees when the deals of the starting pipeline are won, and nothing else. */
public final class DealWins implements Observer {

  /** The time of a deal that is not won. */
  public static final long NEVER = Long.MAX_VALUE;

  private final Map<Long, Integer> dealOfEntity = new HashMap<>();
  private final long[] wonMs;

  private DealWins(SalesModel model) {
    List<OpenDeal> deals = model.scenario().begin().pipeline().orElse(List.of());
    for (int i = 0; i < deals.size(); i++) {
      dealOfEntity.put(model.dealEntity(i), i);
    }
    wonMs = new long[deals.size()];
    Arrays.fill(wonMs, NEVER);
  }

  /**
   * Plays a replication. The facts in its ledger are those of a play that nobody watches.
   *
   * @param model the model that the replication plays
   * @param replication plays; watched by nobody afterwards
   * @param number number of the replication, at least 0
   * @return for each deal of the starting pipeline, in the order of its file, when it is won, in
   *     milliseconds from the scenario's start; {@link #NEVER} when it is not
   */
  public static long[] of(SalesModel model, Replication replication, int number) {
    DealWins wins = new DealWins(model);
    replication.observe(wins);
    try {
      replication.play(number);
    } finally {
      replication.observe(null);
    }
    return wins.wonMs;
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    Integer deal = step == Step.WON ? dealOfEntity.get(entity) : null;
    if (deal != null) {
      wonMs[deal] = timeMs;
    }
  }
}
