package io.salestwin.model;

import java.util.Arrays;

/**
 * A set of the reps of one role, as bits in words of 64 with a second layer of bits that says which
 * words hold any: the next member in turn is found by at most three looks per layer, however many
 * reps there are.
 */
final class RepSet {

  private final long[] words;
  private final long[] summary;
  private int size;

  RepSet(int reps) {
    words = new long[(reps + 63) >> 6];
    summary = new long[(words.length + 63) >> 6];
  }

  void clear() {
    Arrays.fill(words, 0);
    Arrays.fill(summary, 0);
    size = 0;
  }

  void set(int rep, boolean member) {
    int word = rep >> 6;
    long before = words[word];
    long after = member ? before | 1L << rep : before & ~(1L << rep);
    if (after != before) {
      words[word] = after;
      size += member ? 1 : -1;
      long mark = 1L << word;
      long marks = summary[word >> 6];
      summary[word >> 6] = after == 0 ? marks & ~mark : marks | mark;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The first member with this number or a higher one, else the first of all; -1 for none. */
  int next(int from) {
    int word = from >> 6;
    if (word < words.length) {
      long here = words[word] & -1L << from;
      if (here != 0) {
        return word << 6 | Long.numberOfTrailingZeros(here);
      }
    }
    int later = firstWord(word + 1);
    int found = later >= 0 ? later : firstWord(0);
    return found < 0 ? -1 : found << 6 | Long.numberOfTrailingZeros(words[found]);
  }

  /** The next member above this one; -1 for none. */
  int after(int rep) {
    int next = rep + 1 < words.length << 6 ? next(rep + 1) : -1;
    return next > rep ? next : -1;
  }

  /** The first word with a member, from this one on; -1 for none. */
  private int firstWord(int from) {
    int at = from >> 6;
    long mask = -1L << from;
    while (at < summary.length) {
      long some = summary[at] & mask;
      if (some != 0) {
        return at << 6 | Long.numberOfTrailingZeros(some);
      }
      mask = -1L;
      at++;
    }
    return -1;
  }
}
