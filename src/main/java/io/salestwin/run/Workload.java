package io.salestwin.run;

import io.salestwin.model.Observer;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;

/**
 * How much happens in a replication, warm-up included. An event is an arrival, the end of a touch,
 * an exit after a buyer's delay or a time-out, or the return of a dormant lead; an exit at the end
 * of the last touch is part of that. What the engine plans beside these (the gap before the next
 * touch, the opening of a day, a time-out that never fires) is not counted, so a time per event is
 * rather too high than too low.
 *
 * <p>Counting is for after a measurement: code that was compiled for replications with an observer
 * is slow for those without, until it is compiled again.
 *
 * @param leads leads that arrive, the mean of the replications that were counted
 * @param events events, the mean of the same replications
 */
public record Workload(double leads, double events) {

  /**
   * Counts in the first replications of a scenario.
   *
   * @param scenario the scenario
   * @param seed the seed of all chance
   * @param replications in how many replications, at least 1
   * @return what was counted
   */
  public static Workload of(Scenario scenario, long seed, int replications) {
    if (replications < 1) {
      throw new IllegalArgumentException("replications (" + replications + ") must be at least 1");
    }
    Replication replication = new Replication(SalesModel.of(scenario), seed);
    double leads = 0;
    double events = 0;
    for (int r = 0; r < replications; r++) {
      Counter counter = new Counter();
      replication.observe(counter);
      replication.play(r);
      leads += counter.leads;
      events += counter.events;
    }
    return new Workload(leads / replications, events / replications);
  }

  private static final class Counter implements Observer {

    private final Map<Long, Long> withBuyerSince = new HashMap<>();
    private long leads;
    private long events;

    @Override
    public void see(Step step, long timeMs, long entity, int stage, int rep) {
      switch (step) {
        case ARRIVED -> {
          leads++;
          events++;
        }
        case TOUCH_ENDED, RETURNED -> events++;
        case BUYER -> withBuyerSince.put(entity, timeMs);
        case ADVANCED, REGRESSED, LOST, DORMANT -> {
          Long since = withBuyerSince.remove(entity);
          events += since != null && since == timeMs ? 0 : 1;
        }
        default -> {
          // part of one of these
        }
      }
    }
  }
}
