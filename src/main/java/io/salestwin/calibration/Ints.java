package io.salestwin.calibration;

import java.util.Arrays;

/** A column of small whole numbers that grows. */
final class Ints {

  private int[] values = new int[1024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  void set(int place, int value) {
    values[place] = value;
  }

  int get(int place) {
    return values[place];
  }

  int size() {
    return size;
  }

  int[] array() {
    return Arrays.copyOf(values, size);
  }
}
