package io.salestwin.model;

import io.salestwin.random.Distribution;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long deals that are won still take, as the scenario states it: the buyers' delays before
 * advancing on plain time, the reps' work at their pace and the gaps between touches, without any
 * waiting for reps and without going back. What plans of closes and the rule about stale deals are
 * counted from; it does not change while a replication is played.
 *
 * <p>A distribution stands as {@value #POINTS} values of equal chance, the sum of two as all sums
 * of theirs, of which neighbours are put together by their mean.
 */
final class WonCycles {

  private static final int POINTS = 256;
  private static final double WEEK_HOURS = 168;

  private final Scenario scenario;
  private final Kinds kinds;
  private final double[] delayFactor;
  private final Map<List<Object>, double[][]> known = new HashMap<>();

  /** By kind, then by stage: the remaining time from the entry into the stage. */
  private final double[][][] remaining;

  /** By stage x kind: the median time in the stage alone. */
  private final double[] own;

  WonCycles(Scenario scenario, Kinds kinds, double[] delayFactor) {
    this.scenario = scenario;
    this.kinds = kinds;
    this.delayFactor = delayFactor;
    remaining = new double[kinds.count()][][];
    own = new double[scenario.stages().size() * kinds.count()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      List<Object> key = new ArrayList<>(List.of(delayFactor[kind]));
      for (int stage = 0; stage < scenario.stages().size(); stage++) {
        Distribution delay = delay(stage, kind);
        key.add(delay);
        own[stage * kinds.count() + kind] =
            delay.quantile(0.5) * delayFactor[kind] + workMs(scenario.stages().get(stage));
      }
      int of = kind;
      remaining[kind] = known.computeIfAbsent(key, k -> remaining(of));
    }
  }

  private Distribution delay(int stage, int kind) {
    return scenario
        .stages()
        .get(stage)
        .delay()
        .advance()
        .at(kinds.segment(kind), kinds.product(kind), kinds.source(kind));
  }

  private double[][] remaining(int kind) {
    int stages = scenario.stages().size();
    double[][] all = new double[stages][];
    double[] rest = new double[POINTS];
    for (int stage = stages - 1; stage >= 0; stage--) {
      rest = sum(rest, points(delay(stage, kind), delayFactor[kind]));
      double work = workMs(scenario.stages().get(stage));
      for (int i = 0; i < POINTS; i++) {
        rest[i] += work;
      }
      all[stage] = rest.clone();
    }
    return all;
  }

  private static double[] points(Distribution distribution, double factor) {
    double[] points = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      points[i] = distribution.quantile((i + 0.5) / POINTS) * factor;
    }
    return points;
  }

  private static double[] sum(double[] a, double[] b) {
    if (a[0] == a[POINTS - 1] || b[0] == b[POINTS - 1]) {
      double[] sums = new double[POINTS];
      for (int i = 0; i < POINTS; i++) {
        sums[i] = a[i] + b[i];
      }
      return sums;
    }
    double[] sums = new double[POINTS * POINTS];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        sums[i * POINTS + j] = a[i] + b[j];
      }
    }
    Arrays.sort(sums);
    double[] means = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      means[i] = Arrays.stream(sums, i * POINTS, (i + 1) * POINTS).sum() / POINTS;
    }
    return means;
  }

  /** Mean time of a stage's work: hours of a rep at so many a week, and the gaps between. */
  private double workMs(Stage stage) {
    double ms = 0;
    for (Stage.Touch touch : stage.work()) {
      int role = touch.role() < 0 ? stage.owner() : touch.role();
      Role of = scenario.roles().get(role);
      double times = 0;
      double goesOn = 1;
      for (int i = 0; i < touch.times(); i++) {
        times += goesOn;
        goesOn *= 1 - touch.stop();
      }
      double pace = Math.max(1, WEEK_HOURS / of.hoursPerWeek());
      ms += times * touch.effort().mean() * pace + (times - 1) * touch.every().mean();
    }
    return ms;
  }

  /**
   * A quantile of the time that a deal which is won still takes.
   *
   * @param stage index of the stage that it enters
   * @param kind the kind of lead
   * @param p the quantile's level, 0 to 1
   * @return milliseconds
   */
  double remainingMs(int stage, int kind, double p) {
    double[] points = remaining[kind][stage];
    double at = Math.max(0, Math.min(POINTS - 1, p * POINTS - 0.5));
    int below = (int) at;
    int above = Math.min(POINTS - 1, below + 1);
    return points[below] + (at - below) * (points[above] - points[below]);
  }

  /** The median time in a stage of those that advance, in milliseconds. */
  double ownMs(int stage, int kind) {
    return own[stage * kinds.count() + kind];
  }
}
