package io.salestwin.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal year of four quarters. It is named by the calendar year in which it ends: with a
 * February start, 2027-Q1 is February to April 2026; with a January start the fiscal year is the
 * calendar year.
 *
 * @param startMonth its first month
 */
public record FiscalYear(Month startMonth) {
  /** The calendar year. */
  public static final FiscalYear CALENDAR = new FiscalYear(Month.JANUARY);

  private static final Pattern NAME = Pattern.compile("(\\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))");
  private static final int MAX_PERIODS = 10_000;

  /**
   * The fiscal year of a date.
   *
   * @param date the date
   * @return the calendar year in which that fiscal year ends
   */
  public int yearOf(LocalDate date) {
    boolean endsLater = startMonth != Month.JANUARY && date.getMonth().compareTo(startMonth) >= 0;
    return date.getYear() + (endsLater ? 1 : 0);
  }

  /**
   * The place of a date's month in its fiscal quarter.
   *
   * @param date the date
   * @return 0, 1 or 2
   */
  public int monthOfQuarter(LocalDate date) {
    return monthOfYear(date) % 3;
  }

  /**
   * The fiscal quarter of a date.
   *
   * @param date the date
   * @return the whole quarter, named like {@code 2027-Q1}
   */
  public Period quarterOf(LocalDate date) {
    LocalDate first = date.withDayOfMonth(1).minusMonths(monthOfQuarter(date));
    String name = String.format(Locale.ROOT, "%04d-Q%d", yearOf(date), monthOfYear(date) / 3 + 1);
    return new Period(name, first, first.plusMonths(3), false);
  }

  /**
   * The calendar month of a date.
   *
   * @param date the date
   * @return the whole month, named like {@code 2027-01} by the calendar year, whatever the fiscal
   *     year
   */
  public Period monthOf(LocalDate date) {
    LocalDate first = date.withDayOfMonth(1);
    String name = String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
    return new Period(name, first, first.plusMonths(1), false);
  }

  /**
   * The period of a name.
   *
   * @param name {@code 2027-Q1} or {@code 2027-01}
   * @return the whole quarter or month; empty when the name is none of a period
   */
  public Optional<Period> named(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(3) != null) {
      return Optional.of(monthOf(LocalDate.of(year, Integer.parseInt(matcher.group(3)), 1)));
    }
    int startYear = startMonth == Month.JANUARY ? year : year - 1;
    int quarter = Integer.parseInt(matcher.group(2));
    LocalDate first = LocalDate.of(startYear, startMonth, 1).plusMonths(3L * (quarter - 1));
    return Optional.of(quarterOf(first));
  }

  /**
   * The periods of a horizon in order; the first and the last may be clipped.
   *
   * @param start the first day
   * @param end the day after the last one, after start
   * @param unit {@link CalendarUnit#MONTH} or {@link CalendarUnit#QUARTER}
   * @return periods that cover [start, end) without gaps or overlaps
   * @throws IllegalArgumentException if the unit is another, or [start, end) is empty or too long
   */
  public List<Period> periods(LocalDate start, LocalDate end, CalendarUnit unit) {
    if (unit != CalendarUnit.MONTH && unit != CalendarUnit.QUARTER) {
      throw new IllegalArgumentException("unit (" + unit + ") is neither MONTH nor QUARTER");
    }
    if (!start.isBefore(end) || start.plusMonths(MAX_PERIODS).isBefore(end)) {
      throw new IllegalArgumentException(
          "[" + start + ", " + end + ") is empty or longer than " + MAX_PERIODS + " months");
    }
    List<Period> periods = new ArrayList<>();
    for (LocalDate day = start; day.isBefore(end); ) {
      Period whole = unit == CalendarUnit.MONTH ? monthOf(day) : quarterOf(day);
      periods.add(whole.within(start, end));
      day = whole.end();
    }
    return List.copyOf(periods);
  }

  private int monthOfYear(LocalDate date) {
    return Math.floorMod(date.getMonthValue() - startMonth.getValue(), 12);
  }
}
