package io.salestwin.check;

import io.salestwin.scenario.Scenario;
import java.util.Locale;

/** Numbers in sentences. */
final class Say {

  private Say() {}

  /** About three digits: 1.25, 12.5, 1,250. */
  static String number(double value) {
    double size = Math.abs(value);
    if (Double.isInfinite(value)) {
      return "endlessly many";
    }
    if (value == Math.rint(value) || size >= 99.95) {
      return fixed(value, 0);
    }
    return trimmed(fixed(value, size >= 9.995 ? 1 : size >= 0.0995 ? 2 : 4));
  }

  /** A fraction as a percentage: 87 %, 4.2 %. */
  static String percent(double fraction) {
    double size = Math.abs(fraction);
    return trimmed(fixed(fraction * 100, size >= 0.0995 ? 0 : size >= 0.00995 ? 1 : 2)) + " %";
  }

  /** The odds as a number of hundred. */
  static String ofHundred(double odds) {
    if (odds > 0 && odds < 0.01) {
      return "fewer than 1 of 100";
    }
    return (odds < 1 && odds > 0.99 ? "more than 99" : fixed(odds * 100, 0)) + " of 100";
  }

  /** An amount in the targets' basis: 2.41 M USD, 31 deals. */
  static String amount(Scenario scenario, double amount) {
    return scenario.targets().basis() == Scenario.Basis.COUNT
        ? number(amount) + " deals"
        : money(scenario, amount);
  }

  /** An amount of money. */
  static String money(Scenario scenario, double amount) {
    double size = Math.abs(amount);
    String figure =
        size >= 999_500
            ? number(amount / 1e6) + " M"
            : size >= 9_995 ? number(amount / 1e3) + " k" : number(amount);
    return figure + " " + scenario.currency();
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String trimmed(String number) {
    return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
  }
}
