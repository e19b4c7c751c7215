package io.salestwin.random;

import java.util.SortedMap;

/**
 * The parameters given for one distribution, read with checks whose messages name them.
 *
 * @param family the family as written, for messages
 * @param values by name
 */
record Parameters(String family, SortedMap<String, Double> values) {

  boolean has(String... names) {
    for (String name : names) {
      if (!values.containsKey(name)) {
        return false;
      }
    }
    return true;
  }

  double finite(String name) {
    return Require.finite(label(name), raw(name));
  }

  double positive(String name) {
    return Require.positive(label(name), raw(name));
  }

  /** A pair that must rise; both above 0. */
  void rising(String lower, String upper) {
    positive(lower);
    positive(upper);
    Require.ordered(label(lower), raw(lower), upper, raw(upper));
  }

  /** A value that must be a whole number of at least 1. */
  double count(String name) {
    double value = positive(name);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException(
          label(name) + " must be a whole number, but is " + Require.shown(value));
    }
    return value;
  }

  /** The coefficient of variation, given as such or by mean and sd; the mean must be above 0. */
  double cv() {
    return has("cv") ? positive("cv") : positive("sd") / positive("mean");
  }

  String label(String name) {
    return family + ": " + name;
  }

  private double raw(String name) {
    Double value = values.get(name);
    return value == null ? Double.NaN : value;
  }
}
