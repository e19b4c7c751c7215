package io.salestwin.validation;

import io.salestwin.model.Dimension;
import io.salestwin.model.SalesModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How long leads stay: in each stage, with the reps of each role, and in wait for them; each stay
 * is followed from its beginning to its end and cut to the horizon.
 */
final class Stays implements Watcher {

  private static final double DAY_MS = 86_400_000;

  private record Stay(int place, long since) {}

  private final SalesModel model;
  private final long endMs;
  private final Map<Long, Stay> inStage = new HashMap<>();
  private final Map<Long, Stay> withRole = new HashMap<>();
  private final Map<Long, Stay> waiting = new HashMap<>();
  private final long[] stageMs;
  private final long[] ownedMs;
  private final long[] waitingMs;

  Stays(SalesModel model) {
    this.model = model;
    endMs = Horizons.endMs(model);
    stageMs = new long[model.members(Dimension.STAGE).size()];
    ownedMs = new long[model.members(Dimension.ROLE).size()];
    waitingMs = new long[ownedMs.length];
  }

  @Override
  public void begin() {
    inStage.clear();
    withRole.clear();
    waiting.clear();
    Arrays.fill(stageMs, 0);
    Arrays.fill(ownedMs, 0);
    Arrays.fill(waitingMs, 0);
  }

  @Override
  public void waits(long timeMs, long entity, int role) {
    waiting.put(entity, new Stay(role, timeMs));
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    switch (step) {
      case ENTERED -> inStage.put(entity, new Stay(stage, timeMs));
      case ADVANCED, REGRESSED -> end(inStage, entity, timeMs, stageMs);
      case LOST, DORMANT -> {
        end(inStage, entity, timeMs, stageMs);
        end(waiting, entity, timeMs, waitingMs);
      }
      case OWNED -> {
        end(waiting, entity, timeMs, waitingMs);
        withRole.put(entity, new Stay(model.roleOf(rep), timeMs));
      }
      case RELEASED -> end(withRole, entity, timeMs, ownedMs);
      case TOUCH_BEGAN -> end(waiting, entity, timeMs, waitingMs);
      default -> {}
    }
  }

  private static void end(Map<Long, Stay> stays, long entity, long timeMs, long[] sums) {
    Stay stay = stays.remove(entity);
    if (stay != null) {
      sums[stay.place()] += length(stay, timeMs);
    }
  }

  /** The part of a stay that lies in the horizon. */
  private static long length(Stay stay, long timeMs) {
    return Math.max(0, timeMs) - Math.max(0, stay.since());
  }

  /** Sum of the stays in a stage, those still going on included, in days. */
  double inStage(int stage) {
    return sum(stageMs, inStage, stage);
  }

  /** Sum of the times that leads had an owner of a role, in days. */
  double withRole(int role) {
    return sum(ownedMs, withRole, role);
  }

  /** Sum of the times that leads waited for a role, in days. */
  double waiting(int role) {
    return sum(waitingMs, waiting, role);
  }

  private double sum(long[] ended, Map<Long, Stay> going, int place) {
    long sum = ended[place];
    for (Stay stay : going.values()) {
      sum += stay.place() == place ? length(stay, endMs) : 0;
    }
    return sum / DAY_MS;
  }
}
