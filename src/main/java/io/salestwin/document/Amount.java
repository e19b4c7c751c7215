package io.salestwin.document;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity taken apart: {@code USD 2.4M/year} is a prefix, a number, a magnitude and a unit.
 *
 * @param prefix a currency code or {@code x}, with the blanks that follow it, or empty
 * @param number the number, magnitude included
 * @param signed whether it was written with a plus
 * @param gap the blanks between number and unit
 * @param percent {@code %}, {@code pp} or empty
 * @param unit what follows: {@code days}, {@code /year}, {@code USD}, or empty
 */
record Amount(
    String prefix, BigDecimal number, boolean signed, String gap, String percent, String unit) {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern SHAPE =
      Pattern.compile(
          "([xX]\\s*|[A-Z]{3}\\s*)?("
              + Decimal.NUMBER
              + ")(?:(k|K|mn|m|M|bn|b|B)(?![A-Za-z]))?(\\s*)(%|pp\\b)?"
              + "((?:\\s*[A-Za-z]+)?(?:\\s*/\\s*[A-Za-z]+|\\s+per\\s+[A-Za-z]+)?)");

  /** The parts of a text, or null if it is no quantity. */
  static Amount of(String text) {
    String tidy = Decimal.tidy(text);
    Matcher parts = SHAPE.matcher(tidy);
    if (tidy.length() > Decimal.LONGEST_TEXT || !parts.matches()) {
      return null;
    }
    BigDecimal number = Decimal.of(parts.group(2)).multiply(magnitude(parts.group(3)));
    return new Amount(
        empty(parts.group(1)),
        number,
        parts.group(2).startsWith("+"),
        parts.group(4),
        empty(parts.group(5)),
        parts.group(6));
  }

  private static BigDecimal magnitude(String letter) {
    if (letter == null) {
      return BigDecimal.ONE;
    }
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "k" -> new BigDecimal("1000");
      case "m", "mn" -> new BigDecimal("1000000");
      default -> new BigDecimal("1000000000");
    };
  }

  private static String empty(String text) {
    return text == null ? "" : text;
  }

  boolean isFactor() {
    return prefix.startsWith("x") || prefix.startsWith("X");
  }

  /** The currency code before or after, or empty. */
  String currency() {
    String before = isFactor() ? "" : prefix.strip();
    return before.isEmpty() && CURRENCY.matcher(unit.strip()).matches() ? unit.strip() : before;
  }

  boolean isBare() {
    return prefix.isEmpty() && percent.isEmpty() && unit.isBlank();
  }

  Amount withNumber(BigDecimal other) {
    return new Amount(prefix, other, signed, gap, percent, unit);
  }

  Amount withUnit(String other) {
    return new Amount(prefix, number, signed, gap, percent, other);
  }

  /** The quantity as a text, its magnitude written out. */
  String text() {
    String plus = signed && number.signum() >= 0 ? "+" : "";
    return prefix + plus + Decimal.plain(number) + gap + percent + unit;
  }
}
