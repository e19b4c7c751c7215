package io.salestwin.kernel;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Future-event list: earliest time first; within one millisecond the lower kind first; within a
 * kind in order of scheduling.
 *
 * <p>A calendar: time from now on is cut into buckets of one width, each a list in no order, and
 * all that is later than the last bucket waits in one more list. Only the events of the bucket that
 * is next are sorted. Most events land in a later bucket, which takes a few stores and no
 * comparison. The width follows from how close together the next events are, and is chosen anew
 * when the buckets are used up or hold too many, so that an event costs about the same whether ten
 * or a million are pending (R. Brown, "Calendar queues", Communications of the ACM 31, 1988; the
 * sorted events are the bottom of W. T. Tang, R. S. M. Goh, I. L.-J. Thng, "Ladder queue", ACM
 * TOMACS 15, 2005). A few events need no buckets: they stand sorted.
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
  private static final int MAX_PENDING = 1 << 24;
  private static final int SMALLEST = 16;
  private static final int MOST_SHIFT = 47;

  private static final int SUM_BITS = 8;

  /** How many events a bucket is meant to hold. */
  private static final int PER_BUCKET = 6;

  /** So few events need no buckets. */
  private static final int FEW = 12;

  /** When more events than this are sorted at once they may have to be spread. */
  private static final int LONG = 64;

  /** And are, when they are more than one in so many of all events. */
  private static final int MOST = 8;

  /** Steps of the sort: M. Ciura, "Best increments for the average case of shellsort", 2001. */
  private static final int[] STEPS = {8858, 3548, 1577, 701, 301, 132, 57, 23, 10, 4, 1};

  /** The place of an event that stands among the sorted, and of one that is not pending. */
  private static final int NEAR = -1;

  private static final int NOWHERE = -2;

  private static final int NEXT = 0;
  private static final int PREVIOUS = 1;
  private static final int PLACE = 2;
  private static final int SUBJECT = 3;

  /**
   * By handle: the key, time x 16 + kind, of those in buckets, and the order of scheduling. Handle
   * 0 is nobody's.
   */
  private long[] ranks;

  /** By handle: the next and the previous event of its list, its bucket, and its subject. */
  private int[] links;

  private int[] free;
  private int freeCount;
  private int used;
  private long sequence;

  /** The first event of each bucket, and of those later than all buckets; 0 for none. */
  private int[] heads = new int[SMALLEST + 1];

  /** Which buckets hold any, 64 to a word. */
  private long[] marks = new long[1];

  private int buckets = SMALLEST;
  private int bucket;
  private long start;
  private int shift;
  private int crowd;

  /** Of how many events the latest mean was taken. */
  private int meant;

  /** The sorted events, the latest first. */
  private long[] nearKeys = new long[2 * LONG];

  private int[] nearHandles = new int[2 * LONG];
  private int nearCount;
  private int nearLimit;

  /** An event with an earlier key than this is one of the sorted. */
  private long nearUntil;

  private long firedKey;
  private int firedHandle;

  /**
   * An empty queue.
   *
   * @param expected how many events will be pending at once, 0 to 16,777,216; a hint, the queue
   *     grows as needed
   * @throws IllegalArgumentException if expected is out of range
   */
  public EventQueue(int expected) {
    if (expected < 0 || expected > MAX_PENDING) {
      throw new IllegalArgumentException(
          "expected (" + expected + ") is outside [0, " + MAX_PENDING + "]");
    }
    int capacity = Math.max(SMALLEST, expected) + 1;
    ranks = new long[2 * capacity];
    links = new int[4 * capacity];
    free = new int[capacity];
    clear();
  }

  /**
   * Schedules an event.
   *
   * @param time when it fires, in milliseconds, from -2^46 to 2^46; earlier than events that have
   *     already fired is allowed
   * @param kind 0 to 15; of several events in one millisecond the lowest kind fires first
   * @param subject any number that the caller wants back
   * @return the handle of the event, at least 1; used again once the event has fired or was
   *     cancelled
   * @throws IllegalArgumentException if time or kind is out of range
   * @throws IllegalStateException if 16,777,216 events are pending
   */
  public int schedule(long time, int kind, int subject) {
    // below 0 when one of the four is: a single branch
    if (((time + MAX_TIME) | (MAX_TIME - time) | kind | (KINDS - 1 - kind)) < 0) {
      throw outOfRange(time, kind);
    }
    int handle = freeCount > 0 ? free[--freeCount] : nextUnused();
    long key = (time << KIND_BITS) + kind;
    ranks[2 * handle + 1] = sequence++;
    links[4 * handle + SUBJECT] = subject;
    if (key < nearUntil) {
      enterNear(handle, key);
    } else {
      file(handle, key);
      if (size() > crowd) {
        spread(Long.MAX_VALUE, MOST_SHIFT);
      }
    }
    return handle;
  }

  /**
   * Takes a pending event out of the queue.
   *
   * @param handle what {@link #schedule} returned for it
   * @throws IllegalArgumentException if no event with this handle is pending
   */
  public void cancel(int handle) {
    if (handle <= 0 || handle >= used || links[4 * handle + PLACE] == NOWHERE) {
      throw new IllegalArgumentException("handle (" + handle + ") is not pending");
    }
    int place = links[4 * handle + PLACE];
    if (place == NEAR) {
      leaveNear(handle);
    } else {
      int next = links[4 * handle + NEXT];
      int previous = links[4 * handle + PREVIOUS];
      links[4 * next + PREVIOUS] = previous;
      if (previous > 0) {
        links[4 * previous + NEXT] = next;
      } else {
        heads[place] = next;
      }
    }
    release(handle);
  }

  /**
   * Whether no event is pending.
   *
   * @return true when {@link #size()} is 0
   */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * The number of pending events.
   *
   * @return at least 0
   */
  public int size() {
    return used - 1 - freeCount;
  }

  /**
   * The time of the next event.
   *
   * @return milliseconds, or {@link Long#MAX_VALUE} when the queue is empty
   */
  public long nextTime() {
    if (nearCount == 0) {
      if (size() == 0) {
        return Long.MAX_VALUE;
      }
      fillNear();
    }
    return nearKeys[nearCount - 1] >> KIND_BITS;
  }

  /**
   * Removes the next event; {@link #time()}, {@link #kind()} and {@link #handle()} then tell the
   * rest about it.
   *
   * @return its subject
   * @throws NoSuchElementException if the queue is empty
   */
  public int poll() {
    if (nearCount == 0) {
      if (size() == 0) {
        throw new NoSuchElementException("no event is pending");
      }
      fillNear();
    }
    int last = --nearCount;
    int handle = nearHandles[last];
    firedKey = nearKeys[last];
    firedHandle = handle;
    release(handle);
    return links[4 * handle + SUBJECT];
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
   * @return at least 1; -1 before the first {@link #poll()}
   */
  public int handle() {
    return firedHandle;
  }

  /** Forgets all events; the queue is as new but keeps its arrays. */
  public void clear() {
    nearCount = 0;
    sortAll();
    freeCount = 0;
    used = 1;
    sequence = 0;
    firedKey = 0;
    firedHandle = -1;
  }

  // ---- the sorted events

  /** Lets an event in among the sorted; it is the youngest, so it comes after its equals. */
  private void enterNear(int handle, long key) {
    if (nearCount == nearLimit) {
      relieve();
      if (key >= nearUntil) {
        file(handle, key);
        return;
      }
    }
    if (nearCount > 0) {
      enterBehindNext(handle, key);
    } else {
      nearKeys[0] = key;
      nearHandles[0] = handle;
      nearCount = 1;
    }
    links[4 * handle + PLACE] = NEAR;
  }

  /** Whether it comes before the next event is a toss-up, so that step does without a branch. */
  private void enterBehindNext(int handle, long key) {
    int at = nearCount++;
    long next = nearKeys[at - 1];
    int nextHandle = nearHandles[at - 1];
    long isFirst = (key - next) >> 63; // all bits or none
    long swappedKey = (key ^ next) & isFirst;
    int swappedHandle = (handle ^ nextHandle) & (int) isFirst;
    nearKeys[at] = next ^ swappedKey;
    nearHandles[at] = nextHandle ^ swappedHandle;
    at--;
    while (at > 0 && isFirst == 0 && nearKeys[at - 1] <= key) {
      nearKeys[at] = nearKeys[at - 1];
      nearHandles[at] = nearHandles[at - 1];
      at--;
    }
    nearKeys[at] = key ^ swappedKey;
    nearHandles[at] = handle ^ swappedHandle;
  }

  private void leaveNear(int handle) {
    int at = 0;
    while (nearHandles[at] != handle) {
      at++;
    }
    nearCount--;
    System.arraycopy(nearKeys, at + 1, nearKeys, at, nearCount - at);
    System.arraycopy(nearHandles, at + 1, nearHandles, at, nearCount - at);
  }

  /** Sorts the next bucket that holds any; there is an event in some bucket or later. */
  private void fillNear() {
    while (nearCount == 0) {
      // the same bucket once more: later events than its last may have come in since
      int next = nextMarked(bucket);
      if (next == buckets) {
        spread(Long.MAX_VALUE, MOST_SHIFT);
      } else {
        bucket = next;
        gather(next);
        if (nearCount > 0) {
          sortNear();
          nearUntil = nearKeys[0];
        }
        if (nearCount > LONG) {
          relieve();
        }
      }
    }
  }

  /** Spreads the sorted events when they are a good part of all; else lets them be more. */
  private void relieve() {
    long last = nearKeys[0] >> KIND_BITS;
    if (last > nearKeys[nearCount - 1] >> KIND_BITS && MOST * (long) nearCount > size()) {
      spread(last + 1, shift - 1);
    } else {
      nearLimit = Math.max(nearLimit, 2 * nearCount);
      makeRoom(nearLimit);
    }
  }

  /** Takes the events of a bucket among the sorted, behind which they stand unsorted. */
  private void gather(int from) {
    int handle = heads[from];
    heads[from] = 0;
    marks[from >> 6] &= ~(1L << from);
    while (handle > 0) {
      if (nearCount == nearKeys.length) {
        makeRoom(2 * nearCount);
      }
      nearKeys[nearCount] = ranks[2 * handle];
      nearHandles[nearCount++] = handle;
      links[4 * handle + PLACE] = NEAR;
      handle = links[4 * handle + NEXT];
    }
  }

  private void sortNear() {
    for (int step : STEPS) {
      if (step < nearCount) {
        sortNear(step);
      }
    }
  }

  private void sortNear(int step) {
    for (int i = step; i < nearCount; i++) {
      long key = nearKeys[i];
      int handle = nearHandles[i];
      int at = i;
      while (at >= step && isBefore(nearKeys[at - step], nearHandles[at - step], key, handle)) {
        nearKeys[at] = nearKeys[at - step];
        nearHandles[at] = nearHandles[at - step];
        at -= step;
      }
      nearKeys[at] = key;
      nearHandles[at] = handle;
    }
  }

  private boolean isBefore(long key, int handle, long otherKey, int other) {
    return key < otherKey || (key == otherKey && ranks[2 * handle + 1] < ranks[2 * other + 1]);
  }

  /** The next bucket that may hold any, from this one on; the search ends at the last list. */
  private int nextMarked(int from) {
    int word = from >> 6;
    long some = marks[word] & (-1L << from);
    while (some == 0) {
      some = marks[++word];
    }
    return word << 6 | Long.numberOfTrailingZeros(some);
  }

  // ---- the buckets

  private void file(int handle, long key) {
    int to = (int) Math.min(((key >> KIND_BITS) - start) >> shift, buckets);
    int head = heads[to];
    heads[to] = handle;
    ranks[2 * handle] = key;
    marks[to >> 6] |= 1L << to;
    links[4 * head + PREVIOUS] = handle;
    links[4 * handle + NEXT] = head;
    links[4 * handle + PREVIOUS] = 0;
    links[4 * handle + PLACE] = to;
  }

  /**
   * Files every pending event anew.
   *
   * @param until the buckets are made for the events before this time; there is one
   * @param mostShift the widest that a bucket may be, as a power of two
   */
  private void spread(long until, int mostShift) {
    for (int from = nextMarked(0); from < buckets; from = nextMarked(from)) {
      gather(from);
    }
    gather(buckets);
    int count = nearCount;
    if (count <= FEW) {
      sortAll();
      return;
    }
    nearCount = 0;
    choose(count, until, mostShift);
    // from the back, so that events of one millisecond stay in the order in which they are sorted
    for (int i = count - 1; i >= 0; i--) {
      file(nearHandles[i], nearKeys[i]);
    }
  }

  /** Chooses buckets so that those near the start will hold a few events each. */
  private void choose(int count, long until, int mostShift) {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      earliest = Math.min(earliest, nearKeys[i] >> KIND_BITS);
    }
    start = earliest;
    // those before the mean are as close together as the next events will be, whatever comes late
    double mean = meanBefore(until, count);
    int wanted = SMALLEST;
    while (wanted < meant) {
      wanted <<= 1;
    }
    double meanOfNext = meanBefore(start + (long) mean + 1, count);
    long width = Math.max(1, (long) (2 * PER_BUCKET * meanOfNext / meant));
    shift = Math.max(0, Math.min(63 - Long.numberOfLeadingZeros(width), mostShift));
    empty(wanted);
    nearUntil = start << KIND_BITS;
    nearLimit = LONG;
    crowd = 4 * Math.max(wanted, count);
  }

  /** Mean time from the start of the events before a time; leaves their number in meant. */
  private double meanBefore(long time, int count) {
    long sum = 0;
    meant = 0;
    for (int i = 0; i < count; i++) {
      long at = nearKeys[i] >> KIND_BITS;
      if (at < time) {
        sum += (at - start) >> SUM_BITS;
        meant++;
      }
    }
    return (double) sum / meant * (1 << SUM_BITS);
  }

  private void empty(int wanted) {
    if (heads.length <= wanted) {
      heads = new int[wanted + 1];
      marks = new long[(wanted >> 6) + 1];
    }
    buckets = wanted;
    Arrays.fill(heads, 0, wanted + 1, 0);
    Arrays.fill(marks, 0, (wanted >> 6) + 1, 0);
    marks[wanted >> 6] |= 1L << wanted; // the search for the next bucket always ends here
    bucket = 0;
  }

  /** Does without buckets, until there are too many events. */
  private void sortAll() {
    empty(SMALLEST);
    sortNear();
    nearUntil = Long.MAX_VALUE;
    nearLimit = 2 * FEW;
    shift = MOST_SHIFT;
  }

  // ---- room

  private void release(int handle) {
    links[4 * handle + PLACE] = NOWHERE;
    free[freeCount++] = handle;
  }

  private int nextUnused() {
    if (used > MAX_PENDING) {
      throw new IllegalStateException("more than " + MAX_PENDING + " events are pending");
    }
    if (used == free.length) {
      int grown = Math.min(2 * used, MAX_PENDING + 1);
      ranks = Arrays.copyOf(ranks, 2 * grown);
      links = Arrays.copyOf(links, 4 * grown);
      free = Arrays.copyOf(free, grown);
    }
    return used++;
  }

  private void makeRoom(int near) {
    if (nearKeys.length < near) {
      nearKeys = Arrays.copyOf(nearKeys, near);
      nearHandles = Arrays.copyOf(nearHandles, near);
    }
  }

  private static IllegalArgumentException outOfRange(long time, int kind) {
    return new IllegalArgumentException(
        "time (" + time + ") is outside [-2^46, 2^46] or kind (" + kind + ") outside [0, 15]");
  }
}
