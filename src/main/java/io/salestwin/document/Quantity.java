package io.salestwin.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What people write for a quantity, understood. Pure functions from a text to a value or a reason;
 * {@code NaN}, infinities and numbers beyond 1e15 are refused, negative ones are not: whether they
 * make sense is for the caller to say. Thousands may be separated ({@code 1,000} or {@code 1_000}),
 * decimals follow a point.
 */
public final class Quantity {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String GIVE_PROBABILITY = "give a number from 0 to 1, or a percentage";

  private Quantity() {}

  /** A unit of calendar time. */
  public enum CalendarUnit {
    /** A day. */
    DAY,
    /** Seven days. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months. */
    QUARTER,
    /** A calendar year. */
    YEAR
  }

  /** How far ahead to look. */
  public sealed interface Horizon {}

  /**
   * A horizon as a length.
   *
   * @param amount how many, at least 1
   * @param unit of what
   */
  public record Length(long amount, CalendarUnit unit) implements Horizon {}

  /**
   * A horizon as a date.
   *
   * @param lastDay the last day that belongs to it
   */
  public record Until(LocalDate lastDay) implements Horizon {}

  /**
   * An amount of money.
   *
   * @param cents hundredths of the currency, rounded half to even
   * @param currency the code, such as {@code USD}; empty if none was written
   */
  public record Money(long cents, String currency) {}

  /**
   * Money per period, such as {@code 200k/quarter}.
   *
   * @param cents hundredths of the currency in each period
   * @param currency the code; empty if none was written
   * @param per the period
   */
  public record MoneyPer(long cents, String currency, CalendarUnit per) {}

  /**
   * A rate, such as {@code 24%/year}.
   *
   * @param fraction per period: 24% is 0.24
   * @param per the period
   */
  public record Rate(double fraction, CalendarUnit per) {}

  /**
   * Days in a row.
   *
   * @param from the first day
   * @param to the last day, included; not before {@code from}
   */
  public record Dates(LocalDate from, LocalDate to) {}

  /**
   * A number.
   *
   * @param text such as {@code 12}, {@code -0.4}, {@code 1_000} or {@code 1.5e3}
   * @return the number
   */
  public static Parsed<Double> number(String text) {
    return amount(text, Amount::isBare, "is not a number", "give a number such as 12 or 0.5")
        .map(amount -> amount.number().doubleValue());
  }

  /**
   * A whole number.
   *
   * @param text such as {@code 12} or {@code 1_000}
   * @return the number
   */
  public static Parsed<Long> integer(String text) {
    String advice = "give a whole number such as 12";
    Predicate<Amount> whole = a -> a.isBare() && a.number().stripTrailingZeros().scale() <= 0;
    return amount(text, whole, "is not a whole number", advice)
        .map(amount -> amount.number().longValueExact());
  }

  /**
   * A probability.
   *
   * @param text a number from 0 to 1 or a percentage from 0% to 100%
   * @return the probability, in [0, 1]
   */
  public static Parsed<Double> probability(String text) {
    Predicate<Amount> isShare = a -> a.prefix().isEmpty() && a.unit().isBlank();
    Parsed<Amount> share =
        amount(
            text,
            a -> isShare.test(a) && !a.percent().equals("pp"),
            "is not a probability",
            GIVE_PROBABILITY);
    return share.flatMap(
        a -> {
          BigDecimal p = fractionOf(a);
          if (p.signum() >= 0 && p.compareTo(BigDecimal.ONE) <= 0) {
            return Parsed.of(p.doubleValue());
          }
          boolean forgot =
              a.isBare()
                  && p.compareTo(BigDecimal.valueOf(2)) >= 0
                  && p.compareTo(Decimal.HUNDRED) <= 0;
          String hint = forgot ? "; did you mean " + Decimal.plain(p) + "%?" : "";
          return Parsed.bad(shown(text) + " is not a probability", GIVE_PROBABILITY + hint);
        });
  }

  /**
   * A share that may lie outside [0, 1], such as a growth.
   *
   * @param text a number or a percentage: {@code 120%}, {@code -0.05}
   * @return the fraction: 120% is 1.2
   */
  public static Parsed<Double> fraction(String text) {
    Predicate<Amount> isShare =
        a -> a.prefix().isEmpty() && a.unit().isBlank() && !a.percent().equals("pp");
    return amount(text, isShare, "is not a share", "give a percentage such as 24%")
        .map(a -> fractionOf(a).doubleValue());
  }

  /**
   * Percentage points.
   *
   * @param text such as {@code +5pp} or {@code -2 pp}
   * @return the difference as a fraction: +5pp is 0.05
   */
  public static Parsed<Double> percentagePoints(String text) {
    Predicate<Amount> points =
        a -> a.prefix().isEmpty() && a.percent().equals("pp") && a.unit().isBlank();
    String advice = "give percentage points such as +5pp";
    return amount(text, points, "is not in percentage points", advice)
        .map(a -> a.number().movePointLeft(2).doubleValue());
  }

  /**
   * A length of time. Months, quarters and years have their mean length here: a year is 365.25
   * days, a month 365.25 / 12.
   *
   * @param text such as {@code 45 days}, {@code 1.5 hours}, {@code 2 w}
   * @return milliseconds
   */
  public static Parsed<Double> durationMillis(String text) {
    return Durations.millis(text).map(BigDecimal::doubleValue);
  }

  /**
   * A length of time, as for {@link #durationMillis}, to the nearest millisecond.
   *
   * @param text such as {@code 45 days}
   * @return milliseconds, rounded half to even
   */
  public static Parsed<Long> wholeMillis(String text) {
    return Durations.millis(text)
        .map(millis -> millis.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /**
   * How far ahead to look: at most 100 years.
   *
   * @param text such as {@code 4 quarters}, {@code 26 weeks} or {@code until 2027-12-31}
   * @return a length or a last day
   */
  public static Parsed<Horizon> horizon(String text) {
    return Durations.horizon(text);
  }

  /**
   * An amount of money.
   *
   * @param text such as {@code 2.4M}, {@code 52k}, {@code USD 95}, {@code 1,000 EUR}
   * @return cents and the currency's code if one was written
   */
  public static Parsed<Money> money(String text) {
    Predicate<Amount> isMoney =
        a ->
            !a.isFactor()
                && a.percent().isEmpty()
                && (a.unit().isBlank() || a.currency().equals(a.unit().strip()));
    String advice = "give an amount such as 24000, 52k, 2.4M or USD 95";
    return amount(text, isMoney, "is not an amount of money", advice)
        .map(a -> new Money(cents(a.number()), a.currency()));
  }

  /**
   * Money per period.
   *
   * @param text such as {@code 200k/quarter} or {@code USD 52k per year}
   * @return cents per period
   */
  public static Parsed<MoneyPer> moneyPer(String text) {
    String[] parts = Durations.perPeriod(text);
    CalendarUnit per = Durations.calendarUnit(parts[1]);
    Parsed<Money> money = money(parts[0]);
    if (per == null || money.isBad()) {
      return Parsed.bad(
          shown(text) + " is not money per period", "give an amount such as 200k/quarter");
    }
    return money.map(m -> new MoneyPer(m.cents(), m.currency(), per));
  }

  /**
   * A rate per time.
   *
   * @param text such as {@code 24%/year} or {@code 2% per month}
   * @return the fraction per period
   */
  public static Parsed<Rate> rate(String text) {
    String[] parts = Durations.perPeriod(text);
    CalendarUnit per = Durations.calendarUnit(parts[1]);
    Parsed<Double> fraction = fraction(parts[0]);
    if (per == null || fraction.isBad()) {
      return Parsed.bad(shown(text) + " is not a rate per time", "give a rate such as 24%/year");
    }
    return fraction.map(f -> new Rate(f, per));
  }

  /**
   * A day.
   *
   * @param text year-month-day: {@code 2027-01-31}; years 1900 to 2200
   * @return the day
   */
  public static Parsed<LocalDate> date(String text) {
    String tidy = Decimal.tidy(text);
    if (!DATE.matcher(tidy).matches()) {
      return Parsed.bad(shown(text) + " is not a date", "give year-month-day such as 2027-01-31");
    }
    int year = Integer.parseInt(tidy.substring(0, 4));
    int month = Integer.parseInt(tidy.substring(5, 7));
    int day = Integer.parseInt(tidy.substring(8));
    if (year < 1900 || year > 2200) {
      return Parsed.bad(shown(text) + " is not a usable date", "give a year from 1900 to 2200");
    }
    try {
      return Parsed.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Parsed.bad(shown(text) + " is not in the calendar", "check the month and the day");
    }
  }

  /**
   * Days in a row, or one day.
   *
   * @param text such as {@code 2027-12-24..2027-12-31} or {@code 2027-01-01}
   * @return the first and the last day
   */
  public static Parsed<Dates> dates(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return date(text).map(day -> new Dates(day, day));
    }
    return date(text.substring(0, dots))
        .flatMap(
            from ->
                date(text.substring(dots + 2))
                    .flatMap(
                        to ->
                            to.isBefore(from)
                                ? Parsed.bad(
                                    shown(text) + " ends before it begins",
                                    "give the earlier date first")
                                : Parsed.of(new Dates(from, to))));
  }

  /**
   * A factor.
   *
   * @param text such as {@code x0.5}
   * @return the factor
   */
  public static Parsed<Double> multiplier(String text) {
    Predicate<Amount> factor = a -> a.isFactor() && a.percent().isEmpty() && a.unit().isBlank();
    return amount(text, factor, "is not a factor", "give a factor such as x0.5")
        .map(a -> a.number().doubleValue());
  }

  /**
   * What an override's text does to a value.
   *
   * @param text such as {@code 14}, {@code x1.2}, {@code +2}, {@code +5pp}, {@code -10%} (a tenth
   *     less), or {@code =-0.2} to set a value that would otherwise be read as a change
   * @return the change; a text that is no change sets the value
   */
  public static Change change(String text) {
    return Change.of(text);
  }

  /**
   * The text that a scalar has after a change: it keeps its unit and is computed exactly.
   *
   * @param current the text so far, such as {@code 45 days}
   * @param change what happens to it, such as {@code x1.2}
   * @return the new text, such as {@code 54 days}, or why the change makes no sense here
   */
  public static Parsed<String> apply(String current, Change change) {
    return change.applyTo(current);
  }

  /** Takes a text apart and tests its shape; refuses absurd sizes. */
  static Parsed<Amount> amount(String text, Predicate<Amount> shape, String isNot, String advice) {
    if (Decimal.tidy(text).isEmpty()) {
      return Parsed.bad("nothing is given", advice);
    }
    Amount amount = Amount.of(text);
    if (amount == null || !shape.test(amount)) {
      boolean comma = Decimal.tidy(text).matches("[+-]?\\d+,\\d+.*");
      String hint = comma ? advice + ", with a point before the decimals" : advice;
      return Parsed.bad(shown(text) + " " + isNot, hint);
    }
    return Decimal.isAbsurd(amount.number())
        ? Parsed.bad(shown(text) + " is larger than 1e15", advice)
        : Parsed.of(amount);
  }

  /** The text as a message shows it: a bare word or number as it is, anything odd in quotes. */
  static String shown(String text) {
    return text.matches("[\\w.%+/-]+( [\\w.%+/-]+)?")
        ? Problem.shortened(text)
        : Problem.quoted(text);
  }

  private static BigDecimal fractionOf(Amount amount) {
    return amount.percent().isEmpty() ? amount.number() : amount.number().movePointLeft(2);
  }

  private static long cents(BigDecimal money) {
    return money.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
