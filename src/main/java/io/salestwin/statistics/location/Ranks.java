package io.salestwin.statistics.location;

import java.util.Arrays;

/**
 * Ranks of values, doubled so that the middle rank of tied values is whole, and how many values are
 * tied.
 *
 * @param doubled twice the midrank of each value, in the order of the values
 * @param tieCubes the sum of t³ - t over the groups of t tied values; 0 without ties
 */
record Ranks(int[] doubled, double tieCubes) {

  static Ranks of(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(values[i] + 0.0, values[j] + 0.0)); // -0 is 0
    int[] doubled = new int[values.length];
    double cubes = 0;
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        doubled[order[i]] = from + to + 1; // ranks from + 1 to `to`
      }
      double t = to - from;
      cubes += t * t * t - t;
      from = to;
    }
    return new Ranks(doubled, cubes);
  }

  boolean tied() {
    return tieCubes > 0;
  }
}
