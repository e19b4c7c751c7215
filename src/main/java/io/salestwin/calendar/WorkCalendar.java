package io.salestwin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When people work: one window of hours on each working day. Days have 24 hours; there is no
 * daylight saving.
 *
 * @param hoursPerDay hours of work on a working day, above 0 and at most 24
 * @param from when the working day begins; it ends hoursPerDay later, not after midnight
 * @param week the days of the week on which people work, at least one; Monday first
 * @param holidays the dates on which nobody works, at most {@link #MAX_HOLIDAYS}, in order
 */
public record WorkCalendar(
    double hoursPerDay, LocalTime from, Set<DayOfWeek> week, SortedSet<LocalDate> holidays) {

  /** The largest number of holidays. */
  public static final int MAX_HOLIDAYS = 10_000;

  /** Plain time: every hour of every day is a working hour. */
  public static final WorkCalendar ALWAYS =
      new WorkCalendar(
          24, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class), Collections.emptySortedSet());

  /**
   * Checks and copies.
   *
   * @param hoursPerDay hours of work on a working day
   * @param from when the working day begins
   * @param week the working days of the week
   * @param holidays the dates on which nobody works
   * @throws IllegalArgumentException if hours, week or holidays are out of range or the working day
   *     would end after midnight
   */
  public WorkCalendar {
    if (!(hoursPerDay > 0 && hoursPerDay <= 24)) {
      throw new IllegalArgumentException(
          "a working day of " + hoursPerDay + " hours is not possible; give 0 < hours <= 24");
    }
    if (from.toNanoOfDay() / 1_000_000 + hoursToMs(hoursPerDay) > Clock.DAY) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a working day of %s hours from %s ends after midnight; begin earlier",
              hoursPerDay,
              from));
    }
    if (week.isEmpty()) {
      throw new IllegalArgumentException("the working week has no day; give at least one");
    }
    if (holidays.size() > MAX_HOLIDAYS) {
      throw new IllegalArgumentException(
          holidays.size() + " holidays are too many; at most " + MAX_HOLIDAYS + " are allowed");
    }
    week = Collections.unmodifiableSet(EnumSet.copyOf(week));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /**
   * A calendar whose working day begins at 09:00, or earlier where it would end after midnight.
   *
   * @param hoursPerDay hours of work on a working day, above 0 and at most 24
   * @param week the days of the week on which people work
   * @param holidays the dates on which nobody works
   * @return the calendar
   * @throws IllegalArgumentException as the constructor
   */
  public static WorkCalendar of(
      double hoursPerDay, Collection<DayOfWeek> week, Collection<LocalDate> holidays) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(week);
    LocalTime nine = LocalTime.of(9, 0);
    boolean fits = !(hoursPerDay > 15 && hoursPerDay <= 24);
    LocalTime from =
        fits ? nine : LocalTime.ofNanoOfDay((Clock.DAY - hoursToMs(hoursPerDay)) * 1_000_000);
    return new WorkCalendar(hoursPerDay, from, days, new TreeSet<>(holidays));
  }

  /**
   * The dates of a range such as {@code 2027-12-24..2027-12-31}.
   *
   * @param first the first date
   * @param last the last date, inclusive
   * @return all dates from first to last, in order
   * @throws IllegalArgumentException if last is before first or there are more than {@link
   *     #MAX_HOLIDAYS}
   */
  public static SortedSet<LocalDate> dates(LocalDate first, LocalDate last) {
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    if (days < 1 || days > MAX_HOLIDAYS) {
      throw new IllegalArgumentException(
          first + ".." + last + " is " + days + " days; 1 to " + MAX_HOLIDAYS + " are allowed");
    }
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (int i = 0; i < days; i++) {
      dates.add(first.plusDays(i));
    }
    return dates;
  }

  /**
   * Whether people work on a date.
   *
   * @param date the date
   * @return true on a working day of the week that is no holiday
   */
  public boolean isWorkingDay(LocalDate date) {
    return week.contains(date.getDayOfWeek()) && !holidays.contains(date);
  }

  /**
   * The working hours of a week without holidays.
   *
   * @return hours, above 0 and at most 168
   */
  public double hoursPerWeek() {
    return hoursPerDay * week.size();
  }

  /**
   * The clock of the working hours: speed 1 in them, 0 outside.
   *
   * @param start the scenario's first day; its midnight is time 0
   * @param fromMs the clock is right from the beginning of the day in which this instant lies, ms
   * @param toMs to the end of the day in which this instant lies, ms, at least fromMs; beyond it
   *     there is no more work (only where people work until midnight does it go on)
   * @return the clock
   * @throws IllegalArgumentException if the range is empty or longer than 100,000 days
   */
  public Clock clock(LocalDate start, long fromMs, long toMs) {
    DayRange days = DayRange.of(fromMs, toMs);
    long opens = from.toNanoOfDay() / 1_000_000;
    long closes = opens + hoursToMs(hoursPerDay);
    long[] at = new long[3 * days.count()];
    double[] speed = new double[at.length];
    int pieces = 0;
    for (int i = 0; i < days.count(); i++) {
      long midnight = (days.first() + i) * Clock.DAY;
      boolean working = isWorkingDay(start.plusDays(days.first() + i));
      if (!working || opens > 0) {
        at[pieces] = midnight;
        speed[pieces++] = 0;
      }
      if (working) {
        at[pieces] = midnight + opens;
        speed[pieces++] = 1;
      }
      if (working && closes < Clock.DAY) {
        at[pieces] = midnight + closes;
        speed[pieces++] = 0;
      }
    }
    return Clock.of(Arrays.copyOf(at, pieces), Arrays.copyOf(speed, pieces));
  }

  private static long hoursToMs(double hours) {
    return (long) (hours * Clock.HOUR + 0.5);
  }
}
