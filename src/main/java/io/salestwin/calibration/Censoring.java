package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.DataQuality.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a history cannot show of the lives of its deals: the closes before recording began, and the
 * open deals that are older than any that ever closed.
 *
 * @param recordedFromMs the first close, when earlier ones are missing; {@link CrmHistory#NEVER}
 *     when none seem to be
 * @param missedCloses closes that were to be expected before it, by the deals created later
 * @param oldestCloseMs the longest life of a deal that closed; 0 when none did
 * @param zombies open deals that are older
 * @param open open deals
 */
record Censoring(
    long recordedFromMs,
    double missedCloses,
    long oldestCloseMs,
    List<Integer> zombies,
    long open) {

  /** So many expected closes and not one: a chance below 1 %. */
  private static final double MISSED = 5;

  static Censoring of(CrmHistory history) {
    long firstClose = CrmHistory.NEVER;
    long oldest = 0;
    long open = 0;
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == 0) {
        open++;
      } else {
        firstClose = Math.min(firstClose, history.closedMs(d));
        oldest = Math.max(oldest, history.closedMs(d) - history.createdMs(d));
      }
    }
    List<Integer> zombies = new ArrayList<>();
    for (int d = 0; oldest > 0 && d < history.deals(); d++) {
      if (history.outcome(d) == 0 && age(history, d) > oldest) {
        zombies.add(d);
      }
    }
    double missed = missed(history, firstClose);
    return new Censoring(
        missed >= MISSED ? firstClose : CrmHistory.NEVER, missed, oldest, zombies, open);
  }

  /** The age of an open deal; whole days where dates are days. */
  static long age(CrmHistory history, int deal) {
    long age = history.knownUntilMs() - history.createdMs(deal);
    return history.dayOnly() ? age / CrmHistory.DAY_MS * CrmHistory.DAY_MS : age;
  }

  /**
   * Closes to be expected before the first one that is recorded: each deal created before it closes
   * by then with the share of the later deals that closed as young. Deals that closed young before
   * recording may be missing altogether, so this is at most too low.
   */
  private static double missed(CrmHistory history, long firstClose) {
    if (firstClose == CrmHistory.NEVER) {
      return 0;
    }
    long[] lives = new long[history.deals()];
    int closed = 0;
    int later = 0;
    for (int d = 0; d < history.deals(); d++) {
      if (history.createdMs(d) >= firstClose) {
        later++;
        if (history.outcome(d) != 0) {
          lives[closed++] = history.closedMs(d) - history.createdMs(d);
        }
      }
    }
    long[] sorted = Arrays.copyOf(lives, closed);
    Arrays.sort(sorted);
    double missed = 0;
    for (int d = 0; d < history.deals() && history.createdMs(d) < firstClose; d++) {
      int at = Arrays.binarySearch(sorted, firstClose - history.createdMs(d));
      missed += (at < 0 ? -at - 1 : at) / (double) Math.max(1, later);
    }
    return missed;
  }

  DataQuality quality(Findings findings, CrmHistory history, long rows) {
    List<Finding> list = new ArrayList<>(findings.list(history.deals(), history.events(), rows));
    if (recordedFromMs != CrmHistory.NEVER) {
      list.add(
          new Finding(
              Kind.LEFT_TRUNCATION,
              Math.round(missedCloses),
              history.deals(),
              List.of("no close before " + HistoryBuilder.instant(recordedFromMs).substring(0, 10)),
              "fitted with late entry: deals that closed earlier are not counted on"));
    }
    if (!zombies.isEmpty()) {
      list.add(
          new Finding(
              Kind.ZOMBIES,
              zombies.size(),
              open,
              zombies.stream().limit(DataQuality.EXAMPLES).map(history::id).toList(),
              "kept; they count as never closing as far as the data say so"));
    }
    list.sort(Comparator.comparing(Finding::kind));
    return new DataQuality(list, recordedFromMs);
  }
}
