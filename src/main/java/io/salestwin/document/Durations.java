package io.salestwin.document;

import io.salestwin.document.Quantity.CalendarUnit;
import io.salestwin.document.Quantity.Horizon;
import io.salestwin.document.Quantity.Length;
import io.salestwin.document.Quantity.Until;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Lengths of time in words. */
final class Durations {

  private static final String GIVE = "give a length such as 45 days, 6 hours, 30 min or 2 weeks";
  private static final List<String> NAMES =
      List.of("seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years");
  private static final long DAY = 86_400_000L;

  private Durations() {}

  /** Milliseconds of a unit, or 0 if it is none; a month is 365.25 / 12 days. */
  static long unitMillis(String unit) {
    return switch (unit.strip().toLowerCase(Locale.ROOT)) {
      case "ms", "millisecond", "milliseconds" -> 1;
      case "s", "sec", "secs", "second", "seconds" -> 1_000;
      case "min", "mins", "minute", "minutes" -> 60_000;
      case "h", "hr", "hrs", "hour", "hours" -> 3_600_000;
      case "d", "day", "days" -> DAY;
      case "w", "wk", "wks", "week", "weeks" -> 7 * DAY;
      case "mo", "month", "months" -> 2_629_800_000L;
      case "quarter", "quarters" -> 7_889_400_000L;
      case "y", "yr", "yrs", "year", "years" -> 31_557_600_000L;
      default -> 0;
    };
  }

  /** The calendar unit of a word, or null. */
  static CalendarUnit calendarUnit(String word) {
    long millis = unitMillis(word);
    if (millis == DAY) {
      return CalendarUnit.DAY;
    } else if (millis == 7 * DAY) {
      return CalendarUnit.WEEK;
    } else if (millis == 2_629_800_000L) {
      return CalendarUnit.MONTH;
    } else if (millis == 7_889_400_000L) {
      return CalendarUnit.QUARTER;
    }
    return millis == 31_557_600_000L ? CalendarUnit.YEAR : null;
  }

  static Parsed<BigDecimal> millis(String text) {
    return Quantity.amount(
            text,
            a -> a.prefix().isEmpty() && a.percent().isEmpty(),
            "is not a length of time",
            GIVE)
        .flatMap(
            a -> {
              String number = Decimal.plain(a.number());
              if (a.unit().isBlank()) {
                String units = number + " days, " + number + " hours or " + number + " min";
                return Parsed.bad(Quantity.shown(text) + " has no unit", "write " + units);
              }
              long unit = unitMillis(a.unit());
              BigDecimal millis = a.number().multiply(BigDecimal.valueOf(unit));
              if (unit == 0) {
                String hint = Suggestion.didYouMean(a.unit().strip(), NAMES);
                return Parsed.bad(
                    Quantity.shown(text) + " is not a length of time",
                    hint.isEmpty() ? GIVE : hint);
              }
              return Decimal.isAbsurd(millis)
                  ? Parsed.bad(Quantity.shown(text) + " is longer than 30,000 years", GIVE)
                  : Parsed.of(millis);
            });
  }

  static Parsed<Horizon> horizon(String text) {
    String tidy = Decimal.tidy(text);
    String advice = "give a length such as 4 quarters, 26 weeks, or until 2027-12-31";
    if (tidy.startsWith("until ")) {
      return Quantity.date(tidy.substring(6)).map(Until::new);
    }
    return Quantity.amount(text, a -> a.prefix().isEmpty(), "is not a horizon", advice)
        .flatMap(
            a -> {
              CalendarUnit unit = calendarUnit(a.unit());
              boolean whole = a.number().stripTrailingZeros().scale() <= 0;
              if (unit == null || !a.percent().isEmpty() || !whole || a.number().signum() <= 0) {
                return Parsed.bad(Quantity.shown(text) + " is not a horizon", advice);
              }
              BigDecimal millis = a.number().multiply(BigDecimal.valueOf(unitMillis(a.unit())));
              boolean tooLong = millis.compareTo(BigDecimal.valueOf(100 * 31_557_600_000L)) > 0;
              return tooLong
                  ? Parsed.bad(Quantity.shown(text) + " is longer than 100 years", advice)
                  : Parsed.of(new Length(a.number().longValueExact(), unit));
            });
  }

  /** What stands before and after {@code /} or {@code per}; the second is empty without them. */
  static String[] perPeriod(String text) {
    String[] parts = Decimal.tidy(text).split("\\s*/\\s*|\\s+per\\s+", 3);
    return parts.length == 2 ? parts : new String[] {text, ""};
  }
}
