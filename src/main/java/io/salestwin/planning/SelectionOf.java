package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.statistics.selection.KimNelson;
import io.salestwin.statistics.selection.Subset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Chooses the best of several alternatives. */
final class SelectionOf {

  /** Replications of the first stage: whole pairs. */
  private static final int FIRST = 128;

  private static final int LEAST = 8;
  private static final double ALPHA = 1 - Selection.SUBSET;

  private final Goal goal;
  private final int sign;
  private final double zone;
  private final int cap;
  private List<RunResult> runs;

  /**
   * Prepares.
   *
   * @param zone the indifference zone, above 0
   * @param cap the most replications of each
   * @param runs what has been played of each, base first; equally many
   */
  SelectionOf(Goal goal, int sign, double zone, int cap, List<RunResult> runs) {
    this.goal = goal;
    this.sign = sign;
    this.zone = zone;
    this.cap = cap;
    this.runs = runs;
  }

  /** Plays on until one is chosen; or tells why none can be. */
  Parsed<Selection> selection(Runner runner, Progress progress) {
    int n0 = Math.min(FIRST, runs.get(0).replications()) / 2;
    if (n0 < LEAST) {
      return Parsed.bad("choosing the best needs at least " + 2 * LEAST + " replications", "");
    }
    double[][] data = data();
    if (hasGaps(data) || !(zone > 0)) {
      return Parsed.bad("the goal cannot be computed in every replication", "");
    }
    List<Integer> subset = Subset.of(data, n0, ALPHA);
    KimNelson race = KimNelson.of(data, n0, zone, ALPHA);
    while (race.selected() < 0 && longest() < cap && !runner.isCutShort()) {
      runs = runner.extend(runs, upTo(race, Math.min(cap, 2 * longest())), progress);
      data = data();
      race = KimNelson.of(data, n0, zone, ALPHA);
    }
    return Parsed.of(
        new Selection(
            1 - 2 * ALPHA,
            zone,
            subset,
            race.selected() < 0 ? OptionalInt.empty() : OptionalInt.of(race.selected()),
            2 * race.stages(),
            2 * (race.most() + 1)));
  }

  private int longest() {
    return runs.stream().mapToInt(RunResult::replications).max().orElseThrow();
  }

  private int[] upTo(KimNelson race, int n) {
    int[] upTo = new int[runs.size()];
    Arrays.setAll(upTo, a -> race.eliminatedAt()[a] < 0 ? n : runs.get(a).replications());
    return upTo;
  }

  /** Pair means of the goal, larger is better; NaN after the end of one that has left the race. */
  private double[][] data() {
    List<double[]> all = new ArrayList<>();
    int pairs = longest() / 2;
    for (RunResult run : runs) {
      double[] values = goal.values(run);
      double[] means = new double[pairs];
      Arrays.fill(means, Double.NaN);
      for (int i = 0; i < values.length / 2; i++) {
        means[i] = sign * (values[2 * i] + (values[2 * i + 1] - values[2 * i]) / 2);
      }
      all.add(means);
    }
    return all.toArray(double[][]::new);
  }

  private static boolean hasGaps(double[][] data) {
    return Arrays.stream(data).anyMatch(row -> Arrays.stream(row).anyMatch(Double::isNaN));
  }
}
