package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which past days to go back to, and how far to look from there.
 *
 * @param first the first day of the first window; all before it is known
 * @param every from one window's begin to the next one's
 * @param horizon length of a window
 * @param windows how many at most; those that end after the export are left out
 * @param draws how many futures per window, at least 200
 * @param seed of all chance
 * @param holidays days on which people are off, known ahead
 */
public record BacktestPlan(
    LocalDate first,
    Period every,
    Period horizon,
    int windows,
    int draws,
    long seed,
    Holidays holidays) {

  /**
   * A window.
   *
   * @param from its first day
   * @param until the day after its last
   */
  public record Window(LocalDate from, LocalDate until) {

    /** The last moment that is known to a forecast of this window. */
    long originMs() {
      return ms(from) - 1;
    }

    /** The last moment of the window. */
    long endMs() {
      return ms(until) - 1;
    }

    int days() {
      return (int) (until.toEpochDay() - from.toEpochDay());
    }
  }

  /**
   * Months ahead, from the fourth month of the record on, where there are seven or more months;
   * else four weeks ahead every two weeks, from two months on.
   *
   * @param history the whole history
   * @param seed of all chance
   * @return the plan
   */
  public static BacktestPlan usual(CrmHistory history, long seed) {
    LocalDate begin = recordedFrom(history);
    LocalDate end = day(history.knownUntilMs());
    LocalDate month = begin.withDayOfMonth(1).plusMonths(begin.getDayOfMonth() > 3 ? 4 : 3);
    if (!month.plusMonths(4).isAfter(end.plusDays(1))) {
      return new BacktestPlan(
          month, Period.ofMonths(1), Period.ofMonths(1), 12, 2000, seed, Holidays.USUAL);
    }
    return new BacktestPlan(
        begin.plusWeeks(9), Period.ofWeeks(2), Period.ofDays(28), 12, 2000, seed, Holidays.USUAL);
  }

  /**
   * The day of the first close: nothing earlier was recorded.
   *
   * @param history a history
   * @return the day; that of the last event when nothing closed
   */
  public static LocalDate recordedFrom(CrmHistory history) {
    long first = history.knownUntilMs();
    for (int d = 0; d < history.deals(); d++) {
      first = Math.min(first, history.closedMs(d));
    }
    return day(first);
  }

  /** The windows that end within the history. */
  List<Window> within(CrmHistory history) {
    List<Window> all = new ArrayList<>();
    LocalDate from = first;
    while (all.size() < windows) {
      Window window = new Window(from, from.plus(horizon));
      if (window.until().isAfter(day(history.knownUntilMs()).plusDays(1))) {
        break;
      }
      all.add(window);
      from = from.plus(every);
    }
    return all;
  }

  static long ms(LocalDate day) {
    return day.toEpochDay() * CrmHistory.DAY_MS;
  }

  static LocalDate day(long ms) {
    return Instant.ofEpochMilli(ms).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
