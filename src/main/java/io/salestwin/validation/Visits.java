package io.salestwin.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How often each lead enters; a lead is meant to stay with the stage that it enters first. */
final class Visits implements Watcher {

  private final Map<Long, Integer> entries = new HashMap<>();
  private final double[] total;
  private final double[] squares;

  /**
   * @param stages number of stages
   */
  Visits(int stages) {
    total = new double[stages];
    squares = new double[stages];
  }

  @Override
  public void begin() {
    entries.clear();
    Arrays.fill(total, 0);
    Arrays.fill(squares, 0);
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    if (step == Step.ENTERED) {
      int before = entries.merge(entity, 1, Integer::sum) - 1;
      total[stage]++;
      squares[stage] += 2 * before + 1; // (n + 1)^2 - n^2
    }
  }

  /** Sum over so many leads of (entries - mean)², leads that never entered included. */
  double squaresAround(double mean, int leads, int stage) {
    return squares[stage] - 2 * mean * total[stage] + leads * mean * mean;
  }
}
