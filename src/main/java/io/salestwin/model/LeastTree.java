package io.salestwin.model;

import java.util.Arrays;

/**
 * The reps of one role who could take a lead, by their load: a complete binary tree of minima, so
 * that the least loaded is found without a scan.
 */
final class LeastTree {

  /** A rep who cannot take a lead. */
  static final int CLOSED = Integer.MAX_VALUE;

  private final int leaves;
  private final int[] least;

  LeastTree(int reps) {
    leaves = Integer.highestOneBit(Math.max(1, reps * 2 - 1));
    least = new int[2 * leaves];
    clear();
  }

  void clear() {
    Arrays.fill(least, CLOSED);
  }

  void set(int rep, int load) {
    int node = leaves + rep;
    if (least[node] == load) {
      return;
    }
    least[node] = load;
    while (node > 1) {
      node >>= 1;
      int smaller = Math.min(least[2 * node], least[2 * node + 1]);
      if (least[node] == smaller) {
        return;
      }
      least[node] = smaller;
    }
  }

  boolean isEmpty() {
    return least[1] == CLOSED;
  }

  /** The rep with the least load, the lower number in a tie; -1 when nobody can take a lead. */
  int least() {
    if (isEmpty()) {
      return -1;
    }
    int node = 1;
    while (node < leaves) {
      node = least[2 * node] == least[node] ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }
}
