package io.salestwin.scenario;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Quantity.CalendarUnit;
import java.math.BigDecimal;
import java.util.Locale;

/** What one value means: how it is understood, and its canonical unit. */
enum Kind {
  /** Any text. */
  TEXT("text", ""),
  /** One of given words. */
  WORD("word", ""),
  /** A file beside the scenario. */
  FILE("file", ""),
  /** ISO 4217. */
  CURRENCY("currency", "^[A-Z]{3}$"),
  /** A day. */
  DATE("date", "^\\d{4}-\\d{2}-\\d{2}$"),
  /** A day, or days in a row. */
  DATES("dates", "^\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?$"),
  /** A time of the day. */
  TIME("time", "^\\d{1,2}:\\d{2}$"),
  /** How far ahead. */
  HORIZON("horizon", ""),
  /** The name of a stage. */
  STAGE("stage", ""),
  /** The name of a role. */
  ROLE("role", ""),
  /** The name of a product. */
  PRODUCT_NAME("product", ""),
  /** The name of a pay plan. */
  PAY_PLAN("pay plan", ""),
  /** A value in the unit of the lever that it belongs to. */
  LEVER_VALUE("the lever's unit", ""),
  /** A plain number. */
  NUMBER("number", Patterns.NUMBER),
  /** A whole number. */
  WHOLE("whole number", Patterns.NUMBER),
  /** A fraction from 0 to 1. */
  PROBABILITY("percentage", Patterns.SHARE),
  /** A fraction that may be negative or above 1. */
  CHANGE("percentage", Patterns.SHARE),
  /** Log-odds. */
  EFFECT("log-odds", Patterns.NUMBER),
  /** A factor. */
  FACTOR("factor", "^\\s*[xX×]?\\s*\\d.*$"),
  /** Milliseconds. */
  DURATION("duration", Patterns.DURATION),
  /** Mean months. */
  MONTHS("duration", Patterns.DURATION),
  /** Cents. */
  MONEY("money", Patterns.MONEY),
  /** Cents a quarter. */
  MONEY_PER_QUARTER("money per quarter", Patterns.MONEY),
  /** Cents a year. */
  MONEY_PER_YEAR("money per year", Patterns.MONEY),
  /** A fraction a year that may exceed 1: 24 % a year is 0.24. */
  RATE_PER_YEAR("percentage per year", Patterns.RATE),
  /** How often a year. */
  TIMES_PER_YEAR("number per year", Patterns.RATE),
  /** Cents, or a count of deals. */
  AMOUNT("money or deals", Patterns.MONEY);

  private static final double MS_PER_MONTH = 365.25 / 12 * 86_400_000.0;

  private final String words;
  private final String pattern;

  Kind(String words, String pattern) {
    this.words = words;
    this.pattern = pattern;
  }

  /** The regular expressions of the JSON Schema: what a quick look can refuse. */
  private static final class Patterns {
    private static final String NUMBER = "^\\s*[+-]?[\\d.].*$";
    private static final String SHARE = "^\\s*[+-]?[\\d.][\\d._,eE+-]*\\s*%?\\s*$";
    private static final String DURATION = "^\\s*[+-]?[\\d.][\\d._,eE+-]*\\s*[A-Za-z]+\\s*$";
    private static final String RATE = "^\\s*[\\d.][\\d._,eE+-]*\\s*%?.*$";
    private static final String MONEY = "^.*\\d.*$";
  }

  /** What the reference calls the type. */
  String words() {
    return words;
  }

  /** The type with its article, for a message. */
  String one() {
    return switch (this) {
      case MONEY, MONEY_PER_QUARTER, MONEY_PER_YEAR -> "an amount of " + words;
      case AMOUNT -> "an amount of money, or a number of deals";
      case EFFECT -> "a number (log-odds)";
      default -> "a " + words;
    };
  }

  /** A regular expression for the JSON Schema; empty if any text may do. */
  String pattern() {
    return pattern;
  }

  /** Whether its values are numbers that can be varied. */
  boolean isNumeric() {
    return compareTo(NUMBER) >= 0;
  }

  /** Whether its canonical unit is not what is written, so that a number needs its unit. */
  boolean hasUnit() {
    return switch (this) {
      case DURATION,
          MONTHS,
          MONEY,
          MONEY_PER_QUARTER,
          MONEY_PER_YEAR,
          RATE_PER_YEAR,
          TIMES_PER_YEAR,
          AMOUNT ->
          true;
      default -> false;
    };
  }

  /** Whether a plain JSON number may be written. */
  boolean allowsBareNumber() {
    return isNumeric() && this != DURATION && this != MONTHS;
  }

  /**
   * The value in the canonical unit.
   *
   * @param text as written
   * @param currency the scenario's currency, in which every amount must be
   * @return the value, or why there is none
   */
  Parsed<Double> number(String text, String currency) {
    return switch (this) {
      case NUMBER, EFFECT -> Quantity.number(text);
      case WHOLE -> Quantity.integer(text).map(Long::doubleValue);
      case PROBABILITY -> Quantity.probability(text);
      case CHANGE -> Quantity.fraction(text);
      case FACTOR -> factor(text);
      case DURATION -> Quantity.durationMillis(text);
      case MONTHS -> Quantity.durationMillis(text).map(ms -> ms / MS_PER_MONTH);
      case MONEY, AMOUNT -> money(text, currency);
      case MONEY_PER_QUARTER -> moneyPer(text, currency, CalendarUnit.QUARTER);
      case MONEY_PER_YEAR -> moneyPer(text, currency, CalendarUnit.YEAR);
      case RATE_PER_YEAR -> perYear(text);
      case TIMES_PER_YEAR -> timesPerYear(text);
      default -> throw new IllegalArgumentException("kind (" + this + ") is not numeric");
    };
  }

  /**
   * A value as a person would write it.
   *
   * @param value in the canonical unit
   * @return such as {@code 0.5}, {@code 90%}, {@code 20 years}
   */
  String show(double value) {
    double days = value / 86_400_000.0;
    return switch (this) {
      // 1.1 x 100 is a little more than 110
      case PROBABILITY, CHANGE -> plain(StrictMath.rint(value * 1e12) / 1e10) + "%";
      case RATE_PER_YEAR -> plain(value * 100) + "%/year";
      case TIMES_PER_YEAR -> plain(value) + "/year";
      case DURATION ->
          days % 365.25 == 0 && days > 0 ? plain(days / 365.25) + " years" : plain(days) + " days";
      case MONTHS -> plain(value) + " months";
      case MONEY, MONEY_PER_QUARTER, MONEY_PER_YEAR, AMOUNT -> plain(value / 100);
      case FACTOR -> "x" + plain(value);
      default -> plain(value);
    };
  }

  private static String plain(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.scale() <= 0
        ? String.format(Locale.ROOT, "%,d", decimal.toBigInteger())
        : decimal.toPlainString();
  }

  private static Parsed<Double> factor(String text) {
    Parsed<Double> bare = Quantity.number(text);
    return bare.isBad() ? Quantity.multiplier(text) : bare;
  }

  private static Parsed<Double> money(String text, String currency) {
    return Quantity.money(text).flatMap(m -> inCurrency(m.cents(), m.currency(), currency));
  }

  private static Parsed<Double> perYear(String text) {
    Parsed<Quantity.Rate> rate = Quantity.rate(text);
    if (rate.isBad()) {
      // Without a period the key's own is meant.
      return Quantity.fraction(text);
    }
    int monthsWritten = months(rate.value().per());
    return monthsWritten == 0
        ? Parsed.bad(text + " is not a rate per month, quarter or year", "write such as 24%/year")
        : Parsed.of(rate.value().fraction() * (12.0 / monthsWritten));
  }

  private static Parsed<Double> timesPerYear(String text) {
    Parsed<Double> times = perYear(text);
    return times.isBad()
        ? Parsed.bad("\"" + text + "\" is not a number per time", "write such as 0.5/year")
        : times;
  }

  private static Parsed<Double> moneyPer(String text, String currency, CalendarUnit unit) {
    Parsed<Quantity.MoneyPer> per = Quantity.moneyPer(text);
    if (per.isBad()) {
      // Without a period the key's own is meant.
      return money(text, currency);
    }
    int monthsOfUnit = months(unit);
    int monthsWritten = months(per.value().per());
    if (monthsWritten == 0) {
      return Parsed.bad(
          text + " is not money per month, quarter or year", "write such as 200k/quarter");
    }
    return inCurrency(
        StrictMath.rint(per.value().cents() * (double) monthsOfUnit / monthsWritten),
        per.value().currency(),
        currency);
  }

  private static int months(CalendarUnit unit) {
    return switch (unit) {
      case MONTH -> 1;
      case QUARTER -> 3;
      case YEAR -> 12;
      default -> 0;
    };
  }

  private static Parsed<Double> inCurrency(double cents, String written, String currency) {
    return written.isEmpty() || written.equals(currency)
        ? Parsed.of(cents)
        : Parsed.bad(
            "an amount in " + written + ", but the scenario is in " + currency,
            "convert it, or set currency: " + written);
  }
}
