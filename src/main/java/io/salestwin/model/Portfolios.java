package io.salestwin.model;

import java.util.Arrays;

/**
 * The leads that each rep owns, as lists linked through the leads, so that a leaver's are found.
 */
final class Portfolios {

  private final int[] first;
  private int[] next = new int[0];
  private int[] previous = new int[0];

  Portfolios(int reps) {
    first = new int[reps];
  }

  void clear() {
    Arrays.fill(first, -1);
  }

  void ensureLeads(int capacity) {
    if (next.length < capacity) {
      next = Arrays.copyOf(next, capacity);
      previous = Arrays.copyOf(previous, capacity);
    }
  }

  void add(int rep, int lead) {
    int head = first[rep];
    next[lead] = head;
    previous[lead] = -1;
    if (head >= 0) {
      previous[head] = lead;
    }
    first[rep] = lead;
  }

  void remove(int rep, int lead) {
    int before = previous[lead];
    int after = next[lead];
    if (before >= 0) {
      next[before] = after;
    } else {
      first[rep] = after;
    }
    if (after >= 0) {
      previous[after] = before;
    }
  }

  /** A lead of the rep, the one that came last; -1 for none. */
  int first(int rep) {
    return first[rep];
  }
}
