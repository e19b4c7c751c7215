package io.salestwin.kernel;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Future-event list: earliest time first; within one millisecond the lower kind first; within a
 * kind in order of scheduling.
 *
 * <p>A winner tree: every pending event owns a leaf (its handle), every inner node repeats the
 * earlier of its two children, so the root is the next event. Replaying one path takes
 * log<sub>2</sub>(pending) comparisons, done without branches because their outcomes cannot be
 * predicted. The leaf of an event that has fired is left as a hole until the next call: the usual
 * event schedules its successor, which then takes the hole, and one replay serves both.
 *
 * <p>Nothing is allocated once the arrays have grown to the largest number of pending events. Not
 * safe for use by several threads.
 */
public final class EventQueue {
  /** The latest time that can be scheduled, and its negative the earliest, in milliseconds. */
  public static final long MAX_TIME = 1L << 46;

  /** The number of kinds: kinds are 0 (first in a tie) to 15 (last). */
  public static final int KINDS = 16;

  private static final int KIND_BITS = 4;
  private static final int HANDLE_BITS = 24;
  private static final int HANDLE_MASK = (1 << HANDLE_BITS) - 1;
  private static final int MAX_PENDING = 1 << HANDLE_BITS;
  private static final long MAX_SEQUENCE = (1L << (62 - HANDLE_BITS)) - 1;

  /** Key of an empty leaf: after every event, and the difference of two keys never overflows. */
  private static final long NEVER = 1L << 60;

  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final int SMALLEST = 16;

  /**
   * Node n (1 is the root, the children of n are 2n and 2n + 1, leaf of handle h is leaves + h) has
   * its key, time * 16 + kind, at 2n and its order, sequence * 2^24 + handle, at 2n + 1.
   */
  private long[] tree;

  private int[] subjects;
  private int[] free;
  private int freeCount;
  private int leaves;
  private int used;
  private int size;
  private int hole = -1;

  /** The earliest key while there is a hole, once somebody has asked; else UNKNOWN. */
  private long beside = UNKNOWN;

  private long sequence;
  private long firedKey;
  private int firedHandle = -1;

  /**
   * An empty queue.
   *
   * @param expected how many events will be pending at once, 0 to 16,777,216; a hint, the queue
   *     grows as needed
   * @throws IllegalArgumentException if expected is out of range
   */
  public EventQueue(int expected) {
    this(expected, 0);
  }

  /** A queue whose next event has the given sequence number. */
  EventQueue(int expected, long firstSequence) {
    if (expected < 0 || expected > MAX_PENDING) {
      throw new IllegalArgumentException(
          "expected (" + expected + ") is outside [0, " + MAX_PENDING + "]");
    }
    int capacity = SMALLEST;
    while (capacity < expected) {
      capacity <<= 1;
    }
    tree = new long[4 * capacity];
    subjects = new int[capacity];
    free = new int[capacity];
    clear();
    sequence = firstSequence;
  }

  /**
   * Schedules an event.
   *
   * @param time when it fires, in milliseconds, from -2^46 to 2^46; earlier than events that have
   *     already fired is allowed
   * @param kind 0 to 15; of several events in one millisecond the lowest kind fires first
   * @param subject any number that the caller wants back
   * @return the handle of the event, at least 0; used again once the event has fired or was
   *     cancelled
   * @throws IllegalArgumentException if time or kind is out of range
   * @throws IllegalStateException if 16,777,216 events are pending
   */
  public int schedule(long time, int kind, int subject) {
    if (time < -MAX_TIME || time > MAX_TIME || (kind & -KINDS) != 0) {
      throw outOfRange(time, kind);
    }
    if (sequence > MAX_SEQUENCE) {
      renumber();
    }
    long key = (time << KIND_BITS) + kind;
    int handle = hole;
    if (handle >= 0) {
      hole = -1;
      put(handle, key);
      replay(handle);
    } else {
      handle = freeCount > 0 ? free[--freeCount] : nextUnused();
      put(handle, key);
      enter(handle);
    }
    subjects[handle] = subject;
    size++;
    return handle;
  }

  /**
   * Takes a pending event out of the queue.
   *
   * @param handle what {@link #schedule} returned for it
   * @throws IllegalArgumentException if no event with this handle is pending
   */
  public void cancel(int handle) {
    if (handle < 0 || handle >= used || handle == hole || keyOf(handle) == NEVER) {
      throw new IllegalArgumentException("handle (" + handle + ") is not pending");
    }
    settle();
    withdraw(handle);
    size--;
  }

  /**
   * Whether no event is pending.
   *
   * @return true when {@link #size()} is 0
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The number of pending events.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * The time of the next event.
   *
   * @return milliseconds, or {@link Long#MAX_VALUE} when the queue is empty
   */
  public long nextTime() {
    long key = earliest();
    return key == NEVER ? Long.MAX_VALUE : key >> KIND_BITS;
  }

  /**
   * The place of the next event in time, to compare with that of another queue: the queue with the
   * smaller one goes first.
   *
   * @return time x 16 + kind, or {@link Long#MAX_VALUE} when the queue is empty
   */
  public long nextKey() {
    long key = earliest();
    return key == NEVER ? Long.MAX_VALUE : key;
  }

  /**
   * The same as {@link #poll()} for an event that is not likely to be followed by another at once:
   * its leaf is freed instead of being kept for the next call.
   *
   * @return its subject
   * @throws NoSuchElementException if the queue is empty
   */
  public int take() {
    int subject = poll();
    settle();
    return subject;
  }

  /**
   * Removes the next event; {@link #time()}, {@link #kind()} and {@link #handle()} then tell the
   * rest about it.
   *
   * @return its subject
   * @throws NoSuchElementException if the queue is empty
   */
  public int poll() {
    settle();
    if (size == 0) {
      throw new NoSuchElementException("no event is pending");
    }
    firedKey = tree[2];
    firedHandle = (int) tree[3] & HANDLE_MASK;
    hole = firedHandle;
    beside = UNKNOWN;
    size--;
    return subjects[firedHandle];
  }

  /**
   * The time of the event that fired last.
   *
   * @return milliseconds; 0 before the first {@link #poll()}
   */
  public long time() {
    return firedKey >> KIND_BITS;
  }

  /**
   * The kind of the event that fired last.
   *
   * @return 0 to 15; 0 before the first {@link #poll()}
   */
  public int kind() {
    return (int) firedKey & (KINDS - 1);
  }

  /**
   * The handle that the event that fired last had while it was pending.
   *
   * @return at least 0; -1 before the first {@link #poll()}
   */
  public int handle() {
    return firedHandle;
  }

  /** Forgets all events; the queue is as new but keeps its arrays. */
  public void clear() {
    leaves = SMALLEST;
    for (int node = 1; node < 2 * leaves; node++) {
      erase(node);
    }
    freeCount = 0;
    used = 0;
    size = 0;
    hole = -1;
    sequence = 0;
    firedKey = 0;
    firedHandle = -1;
  }

  private long keyOf(int handle) {
    return tree[2 * (leaves + handle)];
  }

  private void put(int handle, long key) {
    int at = 2 * (leaves + handle);
    tree[at] = key;
    tree[at + 1] = (sequence++ << HANDLE_BITS) | handle;
  }

  private void erase(int node) {
    tree[2 * node] = NEVER;
    tree[2 * node + 1] = 0;
  }

  /** Closes the hole that the last poll has left. */
  private void settle() {
    int handle = hole;
    if (handle >= 0) {
      hole = -1;
      vacate(handle);
    }
  }

  private long earliest() {
    if (hole < 0) {
      return tree[2];
    }
    if (beside == UNKNOWN) {
      beside = earliestBeside(hole);
    }
    return beside;
  }

  /** The earliest key but that of one leaf: the least of those that its path has to beat. */
  private long earliestBeside(int handle) {
    long[] t = tree;
    long earliest = NEVER;
    for (int at = 2 * (leaves + handle); at > 2; at = (at >> 1) & -2) {
      long difference = t[at ^ 2] - earliest;
      earliest += difference & (difference >> 63);
    }
    return earliest;
  }

  /** Takes an event out: only where it has won does anything change, seldom far up. */
  private void withdraw(int handle) {
    long[] t = tree;
    int at = 2 * (leaves + handle);
    long order = t[at + 1];
    erase(leaves + handle);
    free[freeCount++] = handle;
    for (at = (at >> 1) & -2; at > 0 && t[at + 1] == order; at = (at >> 1) & -2) {
      int left = 2 * at;
      long difference = 2 * (t[left + 2] - t[left]) + ((t[left + 3] - t[left + 1]) >> 63);
      int winner = left + (difference < 0 ? 2 : 0);
      t[at] = t[winner];
      t[at + 1] = t[winner + 1];
    }
  }

  private void vacate(int handle) {
    erase(leaves + handle);
    replay(handle);
    free[freeCount++] = handle;
  }

  /** Plays the whole path from a leaf to the root again, the winner so far kept in registers. */
  private void replay(int handle) {
    long[] t = tree;
    int at = 2 * (leaves + handle);
    long key = t[at];
    long order = t[at + 1];
    while (at > 2) {
      long otherKey = t[at ^ 2];
      long otherOrder = t[(at ^ 2) + 1];
      // below 0 when the other comes first: by key, and by order among equal keys
      long difference = 2 * (otherKey - key) + ((otherOrder - order) >> 63);
      long other = difference >> 63;
      key ^= (key ^ otherKey) & other;
      order ^= (order ^ otherOrder) & other;
      at = (at >> 1) & -2;
      t[at] = key;
      t[at + 1] = order;
    }
  }

  /** Lets an event into a leaf that was empty: it rises until an earlier one stops it. */
  private void enter(int handle) {
    long[] t = tree;
    int node = leaves + handle;
    long key = t[2 * node];
    long order = t[2 * node + 1];
    for (node >>= 1; node > 0; node >>= 1) {
      // the newcomer has the highest sequence number, so it loses every tie
      if (key >= t[2 * node]) {
        return;
      }
      t[2 * node] = key;
      t[2 * node + 1] = order;
    }
  }

  private int nextUnused() {
    if (used == leaves) {
      grow();
    }
    return used++;
  }

  private void grow() {
    if (leaves == MAX_PENDING) {
      throw new IllegalStateException("more than " + MAX_PENDING + " events are pending");
    }
    int grown = 2 * leaves;
    if (subjects.length < grown) {
      tree = Arrays.copyOf(tree, 4 * grown);
      subjects = Arrays.copyOf(subjects, grown);
      free = Arrays.copyOf(free, grown);
    }
    // the old tree becomes the left half of the new one, level by level from the leaves up
    for (int width = leaves; width > 0; width >>= 1) {
      System.arraycopy(tree, 2 * width, tree, 4 * width, 2 * width);
      for (int node = 3 * width; node < 4 * width; node++) {
        erase(node);
      }
    }
    tree[2] = tree[4];
    tree[3] = tree[5];
    leaves = grown;
  }

  /** Gives the pending events the sequence numbers 0, 1, 2… in their present order. */
  private void renumber() {
    settle();
    long[] orders = new long[size];
    int count = 0;
    for (int handle = 0; handle < used; handle++) {
      if (keyOf(handle) != NEVER) {
        orders[count++] = tree[2 * (leaves + handle) + 1];
      }
    }
    Arrays.sort(orders);
    for (int i = 0; i < count; i++) {
      int handle = (int) orders[i] & HANDLE_MASK;
      tree[2 * (leaves + handle) + 1] = ((long) i << HANDLE_BITS) | handle;
    }
    sequence = count;
    for (int handle = 0; handle < used; handle++) {
      replay(handle);
    }
  }

  private static IllegalArgumentException outOfRange(long time, int kind) {
    return new IllegalArgumentException(
        "time (" + time + ") is outside [-2^46, 2^46] or kind (" + kind + ") outside [0, 15]");
  }
}
