package io.salestwin.validation;

import java.util.HashMap;
import java.util.Map;

/** How long reps have worked on each lead, over all its visits. */
final class WorkOfLeads implements Watcher {

  private static final double HOUR_MS = 3_600_000;

  private final Map<Long, Long> began = new HashMap<>();
  private final Map<Long, Long> workMs = new HashMap<>();

  @Override
  public void begin() {
    began.clear();
    workMs.clear();
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    switch (step) {
      case TOUCH_BEGAN -> began.put(entity, timeMs);
      case TOUCH_ENDED -> workMs.merge(entity, timeMs - began.remove(entity), Long::sum);
      default -> {}
    }
  }

  /** How many leads took longer than so many hours. */
  double above(double hours) {
    return workMs.values().stream().filter(ms -> ms > hours * HOUR_MS).count();
  }
}
