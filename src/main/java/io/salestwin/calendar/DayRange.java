package io.salestwin.calendar;

/** The whole days that a range of instants touches: first is days from the start. */
record DayRange(long first, int count) {
  private static final int MAX_DAYS = 100_000;

  static DayRange of(long fromMs, long toMs) {
    long first = Math.floorDiv(fromMs, Clock.DAY);
    long count = Math.floorDiv(toMs, Clock.DAY) - first + 1;
    if (toMs < fromMs || count > MAX_DAYS) {
      throw new IllegalArgumentException(
          "from (" + fromMs + ") to (" + toMs + ") ms is empty or over " + MAX_DAYS + " days");
    }
    return new DayRange(first, (int) count);
  }

  /** A clock with one speed a day. */
  Clock clock(double[] speedPerDay) {
    long[] at = new long[count];
    for (int i = 0; i < count; i++) {
      at[i] = (first + i) * Clock.DAY;
    }
    return Clock.of(at, speedPerDay);
  }
}
