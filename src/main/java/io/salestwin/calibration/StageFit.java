package io.salestwin.calibration;

import io.salestwin.statistics.fitting.ExitData;
import io.salestwin.statistics.fitting.ExitFit;
import io.salestwin.statistics.fitting.LawFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One stage as fitted.
 *
 * @param name what it is called
 * @param edges edges of the bins of age, in days
 * @param stays how many stays, by way out: advanced, lost, went back
 * @param open how many are in it
 * @param fit shares and laws
 * @param backTo the earlier stage to which most go back; -1 when none does
 * @param reasons why deals are lost in it, with their shares
 */
record StageFit(
    String name,
    double[] edges,
    double[] stays,
    double open,
    ExitFit fit,
    int backTo,
    Map<String, Double> reasons) {

  private static final int REASONS = 8;

  /** The law of one way out; null when nobody took it. */
  LawFit law(int way) {
    List<LawFit> fits = way < fit.laws().size() ? fit.laws().get(way) : List.of();
    return fits.isEmpty() ? null : fits.get(0);
  }

  /** Chance to advance of those that do not go back. */
  double advance() {
    double back = fit.shares().size() > Stays.REGRESS ? fit.shares().get(Stays.REGRESS) : 0;
    return Math.max(0.0001, Math.min(0.9999, fit.shares().get(Stays.ADVANCE) / (1 - back)));
  }

  static List<StageFit> all(CrmHistory history, long recordedFromMs) {
    Stays stays = new Stays(history, recordedFromMs);
    List<StageFit> fits = new ArrayList<>();
    for (int s = 0; s < history.names().stages().size(); s++) {
      ExitData data = stays.of(s);
      fits.add(
          new StageFit(
              history.names().stages().get(s),
              data.edges(),
              new double[] {data.left(0), data.left(1), data.left(2)},
              sum(data.open()),
              ExitFit.of(data),
              backTo(history, s),
              reasons(history, s)));
    }
    return fits;
  }

  /** All stages as one, left by the close, however it ends. */
  static StageFit untilTheClose(CrmHistory history, long recordedFromMs) {
    ExitData data = new Stays(history, recordedFromMs).closes();
    String name = history.names().stages().get(0);
    return new StageFit(
        name,
        data.edges(),
        new double[] {data.left(0), 0, 0},
        sum(data.open()),
        ExitFit.of(data),
        -1,
        Map.of());
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum;
  }

  private static int backTo(CrmHistory history, int stage) {
    long[] to = new long[history.names().stages().size()];
    for (int d = 0; d < history.deals(); d++) {
      for (int e = history.firstEvent(d); e + 1 < history.firstEvent(d + 1); e++) {
        int next = history.eventStage(e + 1);
        if (history.eventStage(e) == stage && next >= 0 && next < stage) {
          to[next]++;
        }
      }
    }
    int best = -1;
    for (int s = 0; s < stage; s++) {
      best = to[s] > 0 && (best < 0 || to[s] > to[best]) ? s : best;
    }
    return best;
  }

  /** Reasons of losses from a stage; the rare ones together. */
  static Map<String, Double> reasons(CrmHistory history, int stage) {
    Map<String, Double> counts = new TreeMap<>();
    double all = 0;
    for (int d = 0; d < history.deals(); d++) {
      int end = history.firstEvent(d + 1) - 1;
      boolean here = end > history.firstEvent(d) && history.eventStage(end - 1) == stage;
      if (here && history.outcome(d) == CrmHistory.LOST && history.reason(d) >= 0) {
        counts.merge(history.names().reasons().get(history.reason(d)), 1.0, Double::sum);
        all++;
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    double least = counts.size() <= REASONS ? 0 : all / REASONS / 4;
    for (Map.Entry<String, Double> each : counts.entrySet()) {
      boolean rare = each.getValue() < least || shares.size() >= REASONS;
      shares.merge(rare ? "other" : each.getKey(), each.getValue() / all, Double::sum);
    }
    return shares;
  }
}
