package io.salestwin.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a scenario looks ahead: {@code 4 quarters}, {@code 26 weeks} or {@code until 2027-12-31}.
 *
 * @param start the first day
 * @param end the day after the last one
 */
public record Horizon(LocalDate start, LocalDate end) {
  /** The longest horizon in days, about 50 years. */
  public static final int MAX_DAYS = 18_300;

  private static final Pattern COUNTED =
      Pattern.compile("(\\d{1,5}) *(week|month|quarter|year)s?", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNTIL = Pattern.compile("until +(\\S+)", Pattern.CASE_INSENSITIVE);

  /**
   * Checks.
   *
   * @param start the first day
   * @param end the day after the last one
   * @throws IllegalArgumentException if there is no day or more than {@link #MAX_DAYS}
   */
  public Horizon {
    long days = end.toEpochDay() - start.toEpochDay();
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          "a horizon from " + start + " of " + days + " days; 1 to " + MAX_DAYS + " are allowed");
    }
  }

  /**
   * Reads a horizon as people write it.
   *
   * @param start the first day
   * @param text {@code n weeks|months|quarters|years}, or {@code until} a date, which is included
   * @return the horizon
   * @throws IllegalArgumentException if the text is something else, or the horizon is empty or too
   *     long; the message is meant for the person who wrote it
   */
  public static Horizon parse(LocalDate start, String text) {
    String trimmed = text.trim();
    Matcher counted = COUNTED.matcher(trimmed);
    if (counted.matches()) {
      CalendarUnit unit = CalendarUnit.valueOf(counted.group(2).toUpperCase(Locale.ROOT));
      return new Horizon(start, unit.after(start, Integer.parseInt(counted.group(1))));
    }
    Matcher until = UNTIL.matcher(trimmed);
    try {
      if (until.matches()) {
        return new Horizon(start, LocalDate.parse(until.group(1)).plusDays(1));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + until.group(1) + "\" is not a date; write it like 2027-12-31", e);
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not a horizon; write 4 quarters, 18 months, 26 weeks, 1 year or until"
            + " 2027-12-31");
  }

  /**
   * The horizon's length.
   *
   * @return ms from the midnight of start to that of end
   */
  public long lengthMs() {
    return (end.toEpochDay() - start.toEpochDay()) * Clock.DAY;
  }
}
