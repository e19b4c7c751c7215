package io.salestwin.random;

import java.util.Locale;

/** Checks of parameters; every message names the parameter and its value. */
final class Require {

  private Require() {}

  static double finite(String name, double value) {
    return check(Double.isFinite(value), name, "must be a finite number", value);
  }

  static double positive(String name, double value) {
    return check(value > 0 && Double.isFinite(value), name, "must be above 0", value);
  }

  static double notNegative(String name, double value) {
    return check(value >= 0 && Double.isFinite(value), name, "must be at least 0", value);
  }

  static double between(String name, double value, double low, double high) {
    String range = "must be from " + shown(low) + " to " + shown(high);
    return check(value >= low && value <= high, name, range, value);
  }

  static double probability(double p) {
    return check(p >= 0 && p <= 1, "p", "must be from 0 to 1", p);
  }

  static void ordered(String lowName, double low, String highName, double high) {
    finite(lowName, low);
    finite(highName, high);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          lowName
              + " must be below "
              + highName
              + ", but they are "
              + shown(low)
              + " and "
              + shown(high));
    }
  }

  static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static double check(boolean holds, String name, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + rule + ", but is " + shown(value));
    }
    return value;
  }
}
