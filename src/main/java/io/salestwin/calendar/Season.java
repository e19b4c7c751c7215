package io.salestwin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the calendar does to a speed or to odds: one figure for each month, month of the fiscal
 * quarter and day of the week, combined for a date.
 *
 * @param combination how the three figures of a date combine
 * @param fiscalYear whose quarters are meant
 * @param months 12 figures, January first
 * @param quarterMonths 3 figures, the first month of a fiscal quarter first
 * @param weekdays 7 figures, Monday first
 */
public record Season(
    Combination combination,
    FiscalYear fiscalYear,
    List<Double> months,
    List<Double> quarterMonths,
    List<Double> weekdays) {

  /** Days of the mean month, 365.25 / 12. */
  public static final double DAYS_PER_MONTH = 365.25 / 12;

  /** How figures combine. */
  public enum Combination {
    /** Speeds, from 0 to 100, are multiplied; 1 changes nothing. */
    PRODUCT(1, 0, 100),
    /** Effects on log-odds, from -20 to 20, are added; 0 changes nothing. */
    SUM(0, -20, 20);

    private final double neutral;
    private final double lowest;
    private final double highest;

    Combination(double neutral, double lowest, double highest) {
      this.neutral = neutral;
      this.lowest = lowest;
      this.highest = highest;
    }

    /**
     * The figure that changes nothing.
     *
     * @return 1 for a product, 0 for a sum
     */
    public double neutral() {
      return neutral;
    }
  }

  /**
   * Whether it changes nothing on any day.
   *
   * @return true when every figure is the combination's neutral one
   */
  public boolean isNeutral() {
    Double neutral = combination.neutral();
    return Stream.of(months, quarterMonths, weekdays)
        .flatMap(List::stream)
        .allMatch(neutral::equals);
  }

  /**
   * Checks and copies.
   *
   * @param combination how the three figures of a date combine
   * @param fiscalYear whose quarters are meant
   * @param months 12 figures
   * @param quarterMonths 3 figures
   * @param weekdays 7 figures
   * @throws IllegalArgumentException if a list has the wrong length or a figure is out of range
   */
  public Season {
    months = checked("months", months, 12, combination);
    quarterMonths = checked("quarterMonths", quarterMonths, 3, combination);
    weekdays = checked("weekdays", weekdays, 7, combination);
  }

  /**
   * A season that changes nothing.
   *
   * @param combination how figures combine
   * @param fiscalYear whose quarters are meant
   * @return all figures neutral
   */
  public static Season neutral(Combination combination, FiscalYear fiscalYear) {
    Double neutral = combination.neutral();
    return new Season(
        combination,
        fiscalYear,
        Collections.nCopies(12, neutral),
        Collections.nCopies(3, neutral),
        Collections.nCopies(7, neutral));
  }

  /**
   * A copy with another figure for a month.
   *
   * @param month the month
   * @param figure its figure
   * @return the copy
   */
  public Season with(Month month, double figure) {
    List<Double> changed = new ArrayList<>(months);
    changed.set(month.getValue() - 1, figure);
    return new Season(combination, fiscalYear, changed, quarterMonths, weekdays);
  }

  /**
   * A copy with another figure for a day of the week.
   *
   * @param day the day
   * @param figure its figure
   * @return the copy
   */
  public Season with(DayOfWeek day, double figure) {
    List<Double> changed = new ArrayList<>(weekdays);
    changed.set(day.getValue() - 1, figure);
    return new Season(combination, fiscalYear, months, quarterMonths, changed);
  }

  /**
   * A copy with other figures for the months of a quarter.
   *
   * @param figures 3 figures, the quarter's first month first
   * @return the copy
   */
  public Season withQuarterMonths(List<Double> figures) {
    return new Season(combination, fiscalYear, months, figures, weekdays);
  }

  /**
   * The combined figure of a date.
   *
   * @param date the date
   * @return the product (or sum) of the figures of its month, month of the quarter and weekday
   */
  public double factorAt(LocalDate date) {
    double month = months.get(date.getMonthValue() - 1);
    double quarterMonth = quarterMonths.get(fiscalYear.monthOfQuarter(date));
    double weekday = weekdays.get(date.getDayOfWeek().getValue() - 1);
    return combination == Combination.PRODUCT
        ? month * quarterMonth * weekday
        : month + quarterMonth + weekday;
  }

  /**
   * The combined figures day by day. Entry i is that of day floorDiv(fromMs, {@link Clock#DAY}) + i
   * counted from the start.
   *
   * @param start the scenario's first day; its midnight is time 0
   * @param fromMs an instant of the first day wanted, ms
   * @param toMs an instant of the last day wanted, ms, at least fromMs
   * @return one figure for each day
   * @throws IllegalArgumentException if the range is empty or longer than 100,000 days
   */
  public double[] perDay(LocalDate start, long fromMs, long toMs) {
    DayRange days = DayRange.of(fromMs, toMs);
    double[] table = new double[days.count()];
    for (int i = 0; i < table.length; i++) {
      table[i] = factorAt(start.plusDays(days.first() + i));
    }
    return table;
  }

  /**
   * The clock that runs at the season's speed; before the first day and after the last one wanted
   * it keeps the speed of that day.
   *
   * @param start the scenario's first day; its midnight is time 0
   * @param fromMs an instant of the first day wanted, ms
   * @param toMs an instant of the last day wanted, ms, at least fromMs
   * @return the clock
   * @throws IllegalArgumentException if figures are added instead of multiplied, or the range is
   *     empty or longer than 100,000 days
   */
  public Clock clock(LocalDate start, long fromMs, long toMs) {
    if (combination != Combination.PRODUCT) {
      throw new IllegalArgumentException("a season of log-odds has no speed");
    }
    return DayRange.of(fromMs, toMs).clock(perDay(start, fromMs, toMs));
  }

  /**
   * A clock with a speed of its own on every day; before the first day and after the last one it
   * keeps the speed of that day.
   *
   * @param perDay the speeds, one for each day that the range touches
   * @param fromMs an instant of the first day, ms
   * @param toMs an instant of the last day, ms, at least fromMs
   * @return the clock
   * @throws IllegalArgumentException if a speed is no speed, or the range is empty, longer than
   *     100,000 days or of another number of days
   */
  public static Clock clock(double[] perDay, long fromMs, long toMs) {
    DayRange days = DayRange.of(fromMs, toMs);
    if (perDay.length != days.count()) {
      throw new IllegalArgumentException(
          perDay.length + " speeds do not fit " + days.count() + " days");
    }
    return days.clock(perDay);
  }

  /**
   * Growth that compounds daily from the start: the speed on day d &gt;= 0 is (1 + perMonth)^(d /
   * {@link #DAYS_PER_MONTH}), before the start it is 1.
   *
   * @param perMonth growth per mean month, above -1; 1 % is 0.01
   * @param fromMs an instant of the first day wanted, ms
   * @param toMs an instant of the last day wanted, ms, at least fromMs; its speed goes on after it
   * @return the clock
   * @throws IllegalArgumentException if perMonth is out of range, it compounds to more than {@link
   *     Clock#MAX_SPEED}, or the range is empty or longer than 100,000 days
   */
  public static Clock growth(double perMonth, long fromMs, long toMs) {
    if (!(perMonth > -1 && perMonth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("growth (" + perMonth + ") a month is not above -100 %");
    }
    DayRange days = DayRange.of(fromMs, toMs);
    double[] speed = new double[days.count()];
    for (int i = 0; i < speed.length; i++) {
      long day = Math.max(0, days.first() + i);
      speed[i] = StrictMath.pow(1 + perMonth, day / DAYS_PER_MONTH);
      if (!(speed[i] <= Clock.MAX_SPEED)) {
        throw new IllegalArgumentException(
            "growth (" + perMonth + ") a month compounds to over 1,000,000 times by day " + day);
      }
    }
    return days.clock(speed);
  }

  private static List<Double> checked(
      String name, List<Double> figures, int length, Combination combination) {
    if (figures.size() != length) {
      throw new IllegalArgumentException(
          name + " has " + figures.size() + " figures; it needs " + length);
    }
    for (double figure : figures) {
      if (!(figure >= combination.lowest && figure <= combination.highest)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %s; give figures from %s to %s",
                name,
                figure,
                combination.lowest,
                combination.highest));
      }
    }
    return List.copyOf(figures);
  }
}
