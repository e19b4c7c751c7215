package io.salestwin.calendar;

import java.time.LocalDate;

/**
 * A month or a quarter, or the part of it that lies within a horizon.
 *
 * @param name {@code 2027-01} for a month of the calendar, {@code 2027-Q1} for a quarter of the
 *     fiscal year
 * @param first the first day, inclusive
 * @param end the day after the last one
 * @param clipped whether the horizon cuts off a part of the month or quarter
 */
public record Period(String name, LocalDate first, LocalDate end, boolean clipped) {
  /**
   * Checks.
   *
   * @param name the month's or quarter's name
   * @param first the first day, inclusive
   * @param end the day after the last one
   * @param clipped whether a part is cut off
   * @throws IllegalArgumentException if there is no day
   */
  public Period {
    if (!first.isBefore(end)) {
      throw new IllegalArgumentException(name + ": first (" + first + ") is not before " + end);
    }
  }

  /**
   * Whether a date lies in it.
   *
   * @param date the date
   * @return true from the first day to the day before the end
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && date.isBefore(end);
  }

  /**
   * When it begins.
   *
   * @param start the scenario's first day; its midnight is time 0
   * @return ms from the start to the midnight of the first day
   */
  public long firstMs(LocalDate start) {
    return (first.toEpochDay() - start.toEpochDay()) * Clock.DAY;
  }

  /**
   * When it ends.
   *
   * @param start the scenario's first day; its midnight is time 0
   * @return ms from the start to the midnight of the end day, which no longer belongs to it
   */
  public long endMs(LocalDate start) {
    return (end.toEpochDay() - start.toEpochDay()) * Clock.DAY;
  }

  /** The part of it that lies in [start, end), which must not be empty. */
  Period within(LocalDate start, LocalDate end) {
    LocalDate from = first.isBefore(start) ? start : first;
    LocalDate to = this.end.isAfter(end) ? end : this.end;
    boolean cut = !from.equals(first) || !to.equals(this.end);
    return new Period(name, from, to, clipped || cut);
  }
}
