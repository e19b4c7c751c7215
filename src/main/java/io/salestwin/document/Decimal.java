package io.salestwin.document;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal numbers as people write them, exactly. */
final class Decimal {

  /** A number: digits, thousands separated by commas or underscores, decimals, an exponent. */
  static final String NUMBER =
      "(?:[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:_\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)"
          + "(?:[eE][+-]?\\d{1,3})?)";

  static final BigDecimal LARGEST = new BigDecimal("1e15");
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final int LONGEST_TEXT = 100;

  private Decimal() {}

  /** The number of a text that matches {@link #NUMBER}. */
  static BigDecimal of(String text) {
    return new BigDecimal(text.replace(",", "").replace("_", ""));
  }

  /** Whether the number is beyond what any sales organisation holds. */
  static boolean isAbsurd(BigDecimal number) {
    return number.abs().compareTo(LARGEST) > 0;
  }

  /** The number without an exponent and without zeros at the end. */
  static String plain(BigDecimal number) {
    BigDecimal rounded = number.round(MathContext.DECIMAL128);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * The text with the characters that look like those we know: blanks, minus signs, times signs.
   */
  static String tidy(String text) {
    return text.replace('\u00a0', ' ')
        .replace('\u202f', ' ')
        .replace('\u2212', '-')
        .replace('\u00d7', 'x')
        .strip();
  }
}
