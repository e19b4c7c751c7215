package io.salestwin.calendar;

import java.time.LocalDate;

/** The units in which people count a horizon. */
public enum CalendarUnit {
  /** 7 days. */
  WEEK(0, 7),
  /** A month of the calendar. */
  MONTH(1, 0),
  /** 3 months. */
  QUARTER(3, 0),
  /** 12 months. */
  YEAR(12, 0);

  private final int months;
  private final int days;

  CalendarUnit(int months, int days) {
    this.months = months;
    this.days = days;
  }

  /**
   * The date some units later.
   *
   * @param date the date
   * @param count how many units
   * @return the same day of the month (or the month's last, where it is shorter) or of the week
   */
  public LocalDate after(LocalDate date, int count) {
    return date.plusMonths((long) months * count).plusDays((long) days * count);
  }
}
