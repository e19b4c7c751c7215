package io.salestwin.statistics;

/** Refuses what is no number. */
final class Finite {

  private Finite() {}

  /** The value at an index, which must be finite. */
  static double require(double[] values, int index) {
    double value = values[index];
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "values[" + index + "] is NaN (not computable): use ofComputable to set it aside");
    }
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("values[" + index + "] is not finite: " + value);
    }
    return value;
  }

  /** A probability with both ends allowed. */
  static double requireProbability(String name, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1: " + p);
    }
    return p;
  }

  /** A probability without its ends. */
  static double requireInside(String name, double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException(name + " must be above 0 and below 1: " + p);
    }
    return p;
  }
}
