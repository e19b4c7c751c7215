package io.salestwin.validation;

import io.salestwin.model.Dimension;
import io.salestwin.model.SalesModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How full the stages are: what time sees and what arriving leads see, for any functions of the
 * numbers of leads in the stages. Within the horizon only.
 */
final class Occupancy implements Watcher {

  private static final double HOUR_MS = 3_600_000;

  private final long endMs;
  private final List<ToDoubleFunction<int[]>> functions;
  private final int[] leads;
  private final double[] now;
  private final double[] area;
  private final double[] found;
  private long last;

  Occupancy(SalesModel model, List<ToDoubleFunction<int[]>> functions) {
    this.endMs = Horizons.endMs(model);
    this.functions = functions;
    leads = new int[model.members(Dimension.STAGE).size()];
    now = new double[functions.size()];
    area = new double[functions.size()];
    found = new double[functions.size()];
  }

  @Override
  public void begin() {
    Arrays.fill(leads, 0);
    Arrays.fill(area, 0);
    Arrays.fill(found, 0);
    last = 0;
    evaluate();
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    switch (step) {
      case ARRIVED -> {
        for (int i = 0; timeMs >= 0 && i < found.length; i++) {
          found[i] += now[i];
        }
      }
      case ENTERED -> change(stage, +1, timeMs);
      case ADVANCED, REGRESSED, LOST, DORMANT -> change(stage, -1, timeMs);
      default -> {}
    }
  }

  private void change(int stage, int by, long timeMs) {
    advance(timeMs);
    leads[stage] += by;
    evaluate();
  }

  private void advance(long timeMs) {
    long to = Math.max(0, timeMs);
    for (int i = 0; i < area.length; i++) {
      area[i] += now[i] * (to - last) / HOUR_MS;
    }
    last = to;
  }

  private void evaluate() {
    for (int i = 0; i < now.length; i++) {
      now[i] = functions.get(i).applyAsDouble(leads);
    }
  }

  /** The integral over the horizon of a function's value, in hours. */
  double area(int function) {
    return area[function] + now[function] * (endMs - last) / HOUR_MS;
  }

  /** The sum of a function's values just before each arrival. */
  double found(int function) {
    return found[function];
  }
}
