package io.salestwin.validation;

import io.salestwin.model.Dimension;
import io.salestwin.model.SalesModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How leads end and how long after their arrival. */
final class Endings implements Watcher {

  private static final double DAY_MS = 86_400_000;
  private static final int WON = -1;

  private final List<String> reasons;
  private final Map<Long, Long> arrived = new HashMap<>();
  private int because;
  private int[] ending = new int[1024];
  private double[] days = new double[1024];
  private int count;

  Endings(SalesModel model) {
    reasons = model.members(Dimension.REASON);
  }

  @Override
  public void begin() {
    arrived.clear();
    count = 0;
  }

  @Override
  public void because(long entity, int reason) {
    because = reason;
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    switch (step) {
      case ARRIVED -> arrived.put(entity, timeMs);
      case WON -> end(WON, entity, timeMs);
      case LOST -> end(because, entity, timeMs);
      default -> {}
    }
  }

  private void end(int how, long entity, long timeMs) {
    if (count == days.length) {
      ending = Arrays.copyOf(ending, 2 * count);
      days = Arrays.copyOf(days, 2 * count);
    }
    ending[count] = how;
    days[count++] = (timeMs - arrived.remove(entity)) / DAY_MS;
  }

  /** How many were won within so many days of their arrival. */
  double won(double within) {
    return count(WON, within);
  }

  /** How many were lost for a reason within so many days of their arrival. */
  double lost(String reason, double within) {
    int index = reasons.indexOf(reason);
    if (index < 0) {
      throw new IllegalArgumentException("no reason (" + reason + ") in " + reasons);
    }
    return count(index, within);
  }

  private double count(int how, double within) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      found += ending[i] == how && days[i] <= within ? 1 : 0;
    }
    return found;
  }
}
