package io.salestwin.statistics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Times sorted, with what happened at each and how many were still open just before. */
final class Observations {

  private final double[] time;
  private final int[] order;

  private Observations(double[] time, int[] order) {
    this.time = time;
    this.order = order;
  }

  /** The observations of some indices. */
  static Observations of(double[] time, int[] indices) {
    for (int i : indices) {
      if (!(time[i] >= 0) || Double.isInfinite(time[i])) {
        throw new IllegalArgumentException(
            "time[" + i + "] is " + time[i] + "; give a finite number of 0 or more");
      }
    }
    int[] order =
        Arrays.stream(indices)
            .boxed()
            .sorted((i, j) -> Double.compare(time[i] + 0.0, time[j] + 0.0)) // -0 is 0
            .mapToInt(i -> i)
            .toArray();
    return new Observations(time, order);
  }

  /** All observations. */
  static Observations of(double[] time) {
    return of(time, IntStream.range(0, time.length).toArray());
  }

  int size() {
    return order.length;
  }

  /** The index of the observation at a place of the order. */
  int at(int place) {
    return order[place];
  }

  double time(int place) {
    return time[order[place]];
  }

  /** The place after the last observation with the same time. */
  int endOfTie(int place) {
    int end = place;
    while (end < order.length && time[order[end]] == time[order[place]]) {
      end++;
    }
    return end;
  }

  static void requireSameLength(String name, int length, int times) {
    if (length != times) {
      throw new IllegalArgumentException(
          name + " has " + length + " values and time has " + times + "; give as many");
    }
  }
}
