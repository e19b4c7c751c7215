package io.salestwin.calibration;

import io.salestwin.metrics.Trace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What can be seen of a stretch of time: arrivals, closes and stays that begin and end in it. The
 * same is taken from a history and from a play, so that both are cut off alike.
 */
final class Seen {

  private static final int WEEK_DAYS = 7;
  private static final int PLACES = 3;

  private final long fromMs;
  private final long untilMs;
  private final boolean dayOnly;

  /** Deals created in each week; a last week that is not whole is left out. */
  final double[] arrivals;

  /** Deals won in each week. */
  final double[] wins;

  /** Won and closed deals by month of the calendar quarter of the close. */
  final double[][] quarterMonths = new double[2][PLACES];

  /** Days from creation to the win and to the loss. */
  final Longs[] cycles = {new Longs(), new Longs()};

  /** Milliseconds in each stage. */
  final List<Longs> stays = new ArrayList<>();

  /** What wins brought, in cents. */
  final Longs values = new Longs();

  private Seen(LocalDate from, LocalDate until, int stages, boolean dayOnly) {
    fromMs = from.toEpochDay() * CrmHistory.DAY_MS;
    untilMs = until.toEpochDay() * CrmHistory.DAY_MS;
    this.dayOnly = dayOnly;
    int weeks = (int) (until.toEpochDay() - from.toEpochDay()) / WEEK_DAYS;
    arrivals = new double[weeks];
    wins = new double[weeks];
    for (int s = 0; s < stages; s++) {
      stays.add(new Longs());
    }
  }

  /** What a history shows from one day up to, but without, another. */
  static Seen of(CrmHistory history, LocalDate from, LocalDate until) {
    Seen seen = new Seen(from, until, stages(history), history.dayOnly());
    for (int d = 0; d < history.deals(); d++) {
      seen.arrival(history.createdMs(d));
      if (history.outcome(d) != 0) {
        boolean won = history.outcome(d) == CrmHistory.WON;
        seen.close(history.createdMs(d), history.closedMs(d), won, history.amountCents(d));
      }
      for (int e = history.firstEvent(d); e + 1 < history.firstEvent(d + 1); e++) {
        if (history.eventStage(e) >= 0) {
          seen.stay(history.eventStage(e), history.eventMs(e), history.eventMs(e + 1));
        }
      }
    }
    return seen;
  }

  private static int stages(CrmHistory history) {
    return history.hasPaths() ? history.names().stages().size() : 0;
  }

  /**
   * What a play shows.
   *
   * @param trace the play; its stages are those of the history, or else the last one is left at the
   *     close
   * @param createdMs when the deals of the starting pipeline were created, by their ids
   */
  static Seen of(
      Trace trace,
      CrmHistory history,
      Map<String, Long> createdMs,
      LocalDate from,
      LocalDate until) {
    Seen seen = new Seen(from, until, stages(history), history.dayOnly());
    long start = trace.scenario().start().toEpochDay() * CrmHistory.DAY_MS;
    int leads = trace.leads().size();
    long[] created = new long[leads];
    long[] entered = new long[leads];
    int[] stage = new int[leads];
    Arrays.fill(stage, CrmHistory.UNKNOWN);
    for (Trace.Event event : trace.events()) {
      int lead = event.lead();
      long ms = start + event.timeMs();
      switch (event.kind()) {
        case OPENED, ENTERED, ARRIVED, WON, LOST -> {
          if (event.kind() == Trace.Kind.ARRIVED) {
            created[lead] = ms;
            seen.arrival(ms);
            continue;
          } else if (event.kind() == Trace.Kind.OPENED) {
            created[lead] = createdMs.getOrDefault(trace.leads().get(lead).deal(), ms);
          }
          if (stage[lead] >= 0) {
            seen.stay(stage[lead], entered[lead], ms);
          }
          boolean ends = event.kind() == Trace.Kind.WON || event.kind() == Trace.Kind.LOST;
          if (ends) {
            boolean won = event.kind() == Trace.Kind.WON;
            seen.close(created[lead], ms, won, trace.leads().get(lead).valueCents());
          }
          stage[lead] = ends ? CrmHistory.UNKNOWN : event.stage();
          entered[lead] = ms;
        }
        default -> {
          // all else is not seen in an export
        }
      }
    }
    return seen;
  }

  private boolean isIn(long ms) {
    return ms >= fromMs && ms < untilMs;
  }

  private long whole(long ms) {
    return dayOnly ? Math.floorDiv(ms, CrmHistory.DAY_MS) * CrmHistory.DAY_MS : ms;
  }

  private int week(long ms) {
    return (int) ((ms - fromMs) / CrmHistory.DAY_MS / WEEK_DAYS);
  }

  private void arrival(long ms) {
    if (isIn(ms) && week(ms) < arrivals.length) {
      arrivals[week(ms)]++;
    }
  }

  private void close(long created, long closed, boolean won, long cents) {
    if (!isIn(closed)) {
      return;
    }
    cycles[won ? 0 : 1].add(whole(closed) - whole(created));
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(closed, CrmHistory.DAY_MS));
    int month = (day.getMonthValue() - 1) % PLACES;
    quarterMonths[0][month] += won ? 1 : 0;
    quarterMonths[1][month]++;
    if (won && week(closed) < wins.length) {
      wins[week(closed)]++;
    }
    if (won && cents != CrmHistory.NO_AMOUNT) {
      values.add(cents);
    }
  }

  private void stay(int stage, long from, long until) {
    if (stage < stays.size() && isIn(from) && isIn(until)) {
      stays.get(stage).add(whole(until) - whole(from));
    }
  }
}
