package io.salestwin.calibration;

import java.util.Arrays;

/** A column of whole numbers that grows. */
final class Longs {

  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  void set(int place, long value) {
    values[place] = value;
  }

  long get(int place) {
    return values[place];
  }

  int size() {
    return size;
  }

  long[] array() {
    return Arrays.copyOf(values, size);
  }
}
