package io.salestwin.calibration;

import java.util.Arrays;
import java.util.Comparator;

/** Puts events that came in any order into that of the deals, and of time within each. */
final class EventOrder {

  private static final int SHORT = 32;

  private final Longs eventMs;
  private final int[] order;

  private EventOrder(Longs eventMs) {
    this.eventMs = eventMs;
    order = new int[eventMs.size()];
  }

  /**
   * Events sorted by deal, then time, then the order in which they came.
   *
   * @param eventDeal the deal of each
   * @param eventMs when each happened
   * @param deals how many deals there are
   * @return the numbers of the events
   */
  static int[] of(Ints eventDeal, Longs eventMs, int deals) {
    int[] start = new int[deals + 1];
    for (int e = 0; e < eventMs.size(); e++) {
      start[eventDeal.get(e) + 1]++;
    }
    for (int d = 0; d < deals; d++) {
      start[d + 1] += start[d];
    }
    EventOrder events = new EventOrder(eventMs);
    int[] next = Arrays.copyOf(start, deals);
    for (int e = 0; e < events.order.length; e++) {
      events.order[next[eventDeal.get(e)]++] = e;
    }
    for (int d = 0; d < deals; d++) {
      events.sort(start[d], start[d + 1]);
    }
    return events.order;
  }

  private void sort(int from, int to) {
    if (to - from > SHORT) {
      Integer[] boxed = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, Comparator.comparingLong((Integer e) -> eventMs.get(e)));
      for (int i = 0; i < boxed.length; i++) {
        order[from + i] = boxed[i];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int moved = order[i];
      int at = i;
      while (at > from && eventMs.get(order[at - 1]) > eventMs.get(moved)) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = moved;
    }
  }
}
