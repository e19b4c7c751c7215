package io.salestwin.statistics.power;

/** What every plan refuses. */
final class Refuse {

  private Refuse() {}

  static void unlessInside(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; give a number above 0 and below 1");
    }
  }

  static void unlessPositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + "; give a number above 0");
    }
  }

  static void unlessSides(int sides) {
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides is " + sides + "; give 1 or 2");
    }
  }
}
