package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import java.util.Arrays;

/**
 * The deals of a masked history as stays in states, in steps: a whole day where dates are days, a
 * quarter of a day else. The last state but one is to be won, the last to be lost. A stay is seen
 * from when recording began (delayed entry) until it ends or until now.
 */
final class Lives {

  /** Exit of a stay that has not ended. */
  static final int OPEN = -1;

  final CrmHistory then;
  final int states;
  final long stepMs;
  final int stepsPerDay;
  final long nowMs;
  final long recordedFromMs;

  /** The first recorded day and the last known one, since 1970. */
  final long firstDay;

  final long lastDay;

  int stays;
  int[] deal = new int[1024];
  int[] state = new int[1024];
  int[] from = new int[1024];
  int[] to = new int[1024];
  int[] exit = new int[1024];

  /** Begin of the stay, in whole steps since 1970. */
  long[] begin = new long[1024];

  int open;
  int[] openDeal;
  int[] openState;
  int[] openAge;

  private Lives(CrmHistory then, boolean paths) {
    this.then = then;
    states = paths ? then.names().stages().size() + 1 : 1;
    stepMs = then.dayOnly() ? CrmHistory.DAY_MS : CrmHistory.DAY_MS / 4;
    stepsPerDay = (int) (CrmHistory.DAY_MS / stepMs);
    nowMs = then.knownUntilMs();
    long first = CrmHistory.NEVER;
    for (int d = 0; d < then.deals(); d++) {
      first = Math.min(first, then.closedMs(d));
    }
    recordedFromMs = first;
    lastDay = Math.floorDiv(nowMs, CrmHistory.DAY_MS);
    firstDay = Math.min(lastDay, Math.floorDiv(first, CrmHistory.DAY_MS));
    openDeal = new int[then.deals()];
    openState = new int[then.deals()];
    openAge = new int[then.deals()];
  }

  /**
   * Reads a masked history.
   *
   * @param paths whether stages are states; else a deal is open, won or lost
   */
  static Lives of(CrmHistory then, boolean paths) {
    Lives lives = new Lives(then, paths);
    for (int d = 0; d < then.deals(); d++) {
      lives.add(d, paths);
    }
    return lives;
  }

  int won() {
    return states;
  }

  int lost() {
    return states + 1;
  }

  /** Which way out an exit is, as {@link Pace} counts them. */
  int way(int exit) {
    return exit == won() ? Pace.WON : exit == lost() ? Pace.LOST : Pace.ON;
  }

  /** How much of its last step an open deal was at risk: half of a broken one. */
  double lastPart() {
    return then.dayOnly() ? 0 : 0.5;
  }

  private void add(int d, boolean paths) {
    int last = then.firstEvent(d + 1) - 1;
    int in = states - 1;
    long since = then.createdMs(d);
    for (int e = then.firstEvent(d); e <= last; e++) {
      int stage = then.eventStage(e);
      boolean ends = stage < 0 && e == last;
      if (ends || (paths && stage >= 0 && stage != in)) {
        int next = stage == CrmHistory.WON ? won() : stage == CrmHistory.LOST ? lost() : stage;
        stay(d, in, since, then.eventMs(e), next);
        in = stage;
        since = then.eventMs(e);
      }
    }
    if (then.outcome(d) == 0) {
      stay(d, in, since, nowMs + 1, OPEN);
      openDeal[open] = d;
      openState[open] = in;
      openAge[open++] = steps(nowMs + 1 - since);
    }
  }

  private int steps(long ms) {
    return (int) Math.max(0, ms / stepMs);
  }

  private void stay(int d, int in, long since, long until, int next) {
    if (until < recordedFromMs) {
      return;
    }
    if (stays == deal.length) {
      int size = 2 * stays;
      deal = Arrays.copyOf(deal, size);
      state = Arrays.copyOf(state, size);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
      exit = Arrays.copyOf(exit, size);
      begin = Arrays.copyOf(begin, size);
    }
    deal[stays] = d;
    state[stays] = in;
    begin[stays] = Math.floorDiv(since + stepMs / 2, stepMs);
    from[stays] = steps(recordedFromMs - since);
    to[stays] = steps(until - since);
    exit[stays++] = next;
  }
}
