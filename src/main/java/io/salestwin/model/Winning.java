package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Season;
import java.time.LocalDate;

/**
 * The season's effect on the odds, day by day. The part of the month of the quarter is kept apart,
 * because uncertainty may patch it.
 */
final class Winning {

  private final boolean neutral;
  private final long firstDay;
  private final double[] rest;
  private final byte[] monthOfQuarter;

  /**
   * @param season log-odds by month, month of quarter and weekday
   * @param start day of time 0
   * @param fromMs first instant that is asked for; earlier ones get its day
   * @param toMs last instant that is asked for; later ones get its day
   * @param patched whether uncertainty patches the months of the quarter
   */
  Winning(Season season, LocalDate start, long fromMs, long toMs, boolean patched) {
    neutral = !patched && season.isNeutral();
    firstDay = Math.floorDiv(fromMs, Clock.DAY);
    int days = (int) (Math.floorDiv(toMs, Clock.DAY) - firstDay + 1);
    rest = new double[days];
    monthOfQuarter = new byte[days];
    for (int i = 0; i < days; i++) {
      LocalDate date = start.plusDays(firstDay + i);
      int month = season.fiscalYear().monthOfQuarter(date);
      monthOfQuarter[i] = (byte) month;
      rest[i] =
          season.months().get(date.getMonthValue() - 1)
              + season.weekdays().get(date.getDayOfWeek().getValue() - 1);
    }
  }

  /**
   * The effect at an instant.
   *
   * @param time milliseconds from the start
   * @param quarterMonths the effect of each month of the quarter
   * @return log-odds
   */
  double effect(long time, double[] quarterMonths) {
    if (neutral) {
      return 0;
    }
    int i = index(time);
    return rest[i] + quarterMonths[monthOfQuarter[i]];
  }

  /**
   * The month of the fiscal quarter of an instant.
   *
   * @param time milliseconds from the start
   * @return 0 to 2
   */
  int monthOfQuarter(long time) {
    return monthOfQuarter[index(time)];
  }

  private int index(long time) {
    long day = Math.floorDiv(time, Clock.DAY) - firstDay;
    return (int) Math.max(0, Math.min(rest.length - 1, day));
  }
}
