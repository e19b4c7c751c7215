package io.salestwin.calibration;

import io.salestwin.statistics.fitting.Binned;
import io.salestwin.statistics.fitting.ExitData;

/** The stays of deals in a stage, by age: how they ended, or that they have not. */
final class Stays {

  /** Ways to leave a stage. */
  static final int ADVANCE = 0;

  static final int LOST = 1;
  static final int REGRESS = 2;

  private final CrmHistory history;
  private final long recordedFromMs;
  private final double[] edges;

  Stays(CrmHistory history, long recordedFromMs) {
    this.history = history;
    this.recordedFromMs = recordedFromMs;
    double longest = 1;
    for (int d = 0; d < history.deals(); d++) {
      longest = Math.max(longest, days(history.knownUntilMs() - history.createdMs(d)));
    }
    edges = history.dayOnly() ? Binned.days((int) longest + 2) : Binned.fine(longest + 1);
  }

  private static double days(long ms) {
    return ms / (double) CrmHistory.DAY_MS;
  }

  /** The stays in one stage, by way; a stage that was skipped is passed at once. */
  ExitData of(int stage) {
    double[][] exits = new double[3][edges.length - 1];
    double[] open = new double[edges.length];
    double[] late = new double[edges.length];
    for (int d = 0; d < history.deals(); d++) {
      int first = history.firstEvent(d);
      int end = history.firstEvent(d + 1);
      for (int e = first; e < end; e++) {
        int in = history.eventStage(e);
        int to = e + 1 < end ? history.eventStage(e + 1) : Integer.MAX_VALUE;
        if (e == first && skipped(stage, -1, in) && history.eventMs(e) >= from()) {
          exits[ADVANCE][0]++;
        }
        if (in == stage) {
          stay(exits, open, late, e, to);
        } else if (e + 1 < end
            && in >= 0
            && skipped(stage, in, to)
            && history.eventMs(e + 1) >= from()) {
          exits[ADVANCE][0]++;
        }
      }
    }
    return new ExitData(edges, exits, open, late);
  }

  /** Every deal as one stay that ends with the close, won or lost alike. */
  ExitData closes() {
    double[][] exits = new double[1][edges.length - 1];
    double[] open = new double[edges.length];
    double[] late = new double[edges.length];
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == 0) {
        count(exits, open, late, history.createdMs(d), CrmHistory.NEVER, 0);
      } else {
        count(exits, open, late, history.createdMs(d), history.closedMs(d), 0);
      }
    }
    return new ExitData(edges, exits, open, late);
  }

  private long from() {
    return recordedFromMs == CrmHistory.NEVER ? Long.MIN_VALUE : recordedFromMs;
  }

  private static boolean skipped(int stage, int from, int to) {
    return from >= -1
        && from < stage
        && to != Integer.MAX_VALUE
        && (to > stage || (to == CrmHistory.WON && from >= 0));
  }

  private void stay(double[][] exits, double[] open, double[] late, int e, int to) {
    if (to == Integer.MAX_VALUE) {
      count(exits, open, late, history.eventMs(e), CrmHistory.NEVER, 0);
      return;
    }
    int way =
        to == CrmHistory.LOST
            ? LOST
            : to == CrmHistory.WON || to > history.eventStage(e) ? ADVANCE : REGRESS;
    count(exits, open, late, history.eventMs(e), history.eventMs(e + 1), way);
  }

  private void count(
      double[][] exits, double[] open, double[] late, long enteredMs, long leftMs, int way) {
    if (leftMs != CrmHistory.NEVER && leftMs < from()) {
      return; // before recording began closes are missing: those that are there do not count
    }
    if (enteredMs < from()) {
      late[edge(from() - enteredMs)]++;
    }
    if (leftMs != CrmHistory.NEVER) {
      exits[way][Binned.bin(edges, days(leftMs - enteredMs))]++;
    } else if (history.dayOnly()) {
      // the last day is over: whoever has not left on it is a day older
      open[edge(history.knownUntilMs() + 1 - enteredMs)]++;
    } else {
      open[edge(history.knownUntilMs() - enteredMs)]++;
    }
  }

  private int edge(long ms) {
    return Binned.bin(edges, days(ms));
  }
}
