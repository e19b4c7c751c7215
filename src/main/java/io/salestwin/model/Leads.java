package io.salestwin.model;

import java.util.Arrays;

/**
 * The leads in flight, with a free list. A lead's number is reused after it has left for good, so
 * memory grows with the leads in flight and not with the leads simulated.
 *
 * <p>What belongs to one lead lies side by side, because an event reads most of one lead and
 * nothing of the next: a record of 16 longs (numbers with a fraction as their bits), one of 16
 * ints, and one of counts by stage and by role.
 */
final class Leads {

  /** No event is pending. */
  static final int NO_EVENT = -1;

  /** The instant has not come. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int SHIFT = 4;
  private static final int ENTITY = 0;
  private static final int ENTERED_AT = 1;
  private static final int QUEUED_AT = 2;
  private static final int QUEUE_MS = 3;
  private static final int FIRST_TOUCH_AT = 4;
  private static final int WORKED_AT = 5;
  private static final int LUCK = 6;
  private static final int QUALITY = 7;
  private static final int VALUE_CENTS = 8;
  private static final int OPPORTUNITY_AT = 9;
  private static final int ARRIVED_AT = 10;
  private static final int SCORE = 11;
  private static final int MORE_LUCK = 12;
  private static final int TOUCH_LUCK = 13;
  private static final int HAND_OVER = 14;
  private static final int COMPETITOR = 15;

  private static final int STAGE = 0;
  private static final int TOUCH = 1;
  private static final int REPEAT = 2;
  private static final int OWNER = 3;
  private static final int SERVED_BY = 4;
  private static final int KIND = 5;
  private static final int OUTCOME = 6;
  private static final int TIMER = 7;
  private static final int TIME_OUT = 8;
  private static final int PATIENCE = 9;
  private static final int QUEUED = 10;
  private static final int SOURCE = 11;
  private static final int ARM = 12;
  private static final int TERRITORY = 13;
  private static final int TIER = 14;
  private static final int DEAL = 15;

  private final int stages;
  private final int width;
  private int[] free;
  private int freeCount;
  private int used;
  private long[] longs;
  private int[] ints;

  /** By lead: visits by stage, then the earlier owner by role. */
  private int[] counts;

  Leads(int expected, int stages, int roles) {
    this.stages = stages;
    width = stages + roles;
    int size = Math.max(16, expected);
    free = new int[size];
    longs = new long[size << SHIFT];
    ints = new int[size << SHIFT];
    counts = new int[size * width];
  }

  void clear() {
    freeCount = 0;
    used = 0;
  }

  int capacity() {
    return free.length;
  }

  /** One more than the highest number that a lead has had. */
  int numbers() {
    return used;
  }

  /** A lead number with everything at its beginning. */
  int allocate() {
    int lead;
    if (freeCount > 0) {
      lead = free[--freeCount];
    } else {
      if (used == free.length) {
        grow();
      }
      lead = used++;
    }
    enteredAt(lead, NEVER);
    opportunityAt(lead, NEVER);
    owner(lead, -1);
    servedBy(lead, -1);
    arm(lead, 0);
    territory(lead, 0);
    tier(lead, 0);
    handOver(lead, 0);
    timer(lead, NO_EVENT);
    timeOut(lead, NO_EVENT);
    patience(lead, NO_EVENT);
    queued(lead, false);
    int from = lead * width;
    for (int i = from; i < from + stages; i++) {
      counts[i] = 0;
    }
    for (int i = from + stages; i < from + width; i++) {
      counts[i] = -1;
    }
    return lead;
  }

  void release(int lead) {
    free[freeCount++] = lead;
  }

  /** Number of earlier visits to the lead's present stage. */
  int visit(int lead) {
    return counts[lead * width + stage(lead)] - 1;
  }

  void countVisit(int lead) {
    counts[lead * width + stage(lead)]++;
  }

  int earlierOwner(int lead, int role) {
    return counts[lead * width + stages + role];
  }

  void remember(int lead, int role, int rep) {
    counts[lead * width + stages + role] = rep;
  }

  private void grow() {
    int size = free.length * 2;
    free = Arrays.copyOf(free, size);
    longs = Arrays.copyOf(longs, size << SHIFT);
    ints = Arrays.copyOf(ints, size << SHIFT);
    counts = Arrays.copyOf(counts, size * width);
  }

  long entity(int lead) {
    return longs[(lead << SHIFT) + ENTITY];
  }

  void entity(int lead, long value) {
    longs[(lead << SHIFT) + ENTITY] = value;
  }

  long enteredAt(int lead) {
    return longs[(lead << SHIFT) + ENTERED_AT];
  }

  void enteredAt(int lead, long value) {
    longs[(lead << SHIFT) + ENTERED_AT] = value;
  }

  long queuedAt(int lead) {
    return longs[(lead << SHIFT) + QUEUED_AT];
  }

  void queuedAt(int lead, long value) {
    longs[(lead << SHIFT) + QUEUED_AT] = value;
  }

  long queueMs(int lead) {
    return longs[(lead << SHIFT) + QUEUE_MS];
  }

  void queueMs(int lead, long value) {
    longs[(lead << SHIFT) + QUEUE_MS] = value;
  }

  long firstTouchAt(int lead) {
    return longs[(lead << SHIFT) + FIRST_TOUCH_AT];
  }

  void firstTouchAt(int lead, long value) {
    longs[(lead << SHIFT) + FIRST_TOUCH_AT] = value;
  }

  long workedAt(int lead) {
    return longs[(lead << SHIFT) + WORKED_AT];
  }

  void workedAt(int lead, long value) {
    longs[(lead << SHIFT) + WORKED_AT] = value;
  }

  /** The visit's luck: how it ends (upper half) and how long the buyer takes (lower half). */
  long luck(int lead) {
    return longs[(lead << SHIFT) + LUCK];
  }

  void luck(int lead, long value) {
    longs[(lead << SHIFT) + LUCK] = value;
  }

  /** More of it: why the lead is lost (upper) and the work of the first touch (lower). */
  long moreLuck(int lead) {
    return longs[(lead << SHIFT) + MORE_LUCK];
  }

  void moreLuck(int lead, long value) {
    longs[(lead << SHIFT) + MORE_LUCK] = value;
  }

  /** The luck of the touch in progress: whether it is the last (upper), the gap after it. */
  long touchLuck(int lead) {
    return longs[(lead << SHIFT) + TOUCH_LUCK];
  }

  void touchLuck(int lead, long value) {
    longs[(lead << SHIFT) + TOUCH_LUCK] = value;
  }

  double quality(int lead) {
    return Double.longBitsToDouble(longs[(lead << SHIFT) + QUALITY]);
  }

  void quality(int lead, double value) {
    longs[(lead << SHIFT) + QUALITY] = Double.doubleToRawLongBits(value);
  }

  long valueCents(int lead) {
    return longs[(lead << SHIFT) + VALUE_CENTS];
  }

  void valueCents(int lead, long value) {
    longs[(lead << SHIFT) + VALUE_CENTS] = value;
  }

  long opportunityAt(int lead) {
    return longs[(lead << SHIFT) + OPPORTUNITY_AT];
  }

  void opportunityAt(int lead, long value) {
    longs[(lead << SHIFT) + OPPORTUNITY_AT] = value;
  }

  long arrivedAt(int lead) {
    return longs[(lead << SHIFT) + ARRIVED_AT];
  }

  void arrivedAt(int lead, long value) {
    longs[(lead << SHIFT) + ARRIVED_AT] = value;
  }

  double score(int lead) {
    return Double.longBitsToDouble(longs[(lead << SHIFT) + SCORE]);
  }

  void score(int lead, double value) {
    longs[(lead << SHIFT) + SCORE] = Double.doubleToRawLongBits(value);
  }

  int stage(int lead) {
    return ints[(lead << SHIFT) + STAGE];
  }

  void stage(int lead, int value) {
    ints[(lead << SHIFT) + STAGE] = value;
  }

  int touch(int lead) {
    return ints[(lead << SHIFT) + TOUCH];
  }

  void touch(int lead, int value) {
    ints[(lead << SHIFT) + TOUCH] = value;
  }

  int repeat(int lead) {
    return ints[(lead << SHIFT) + REPEAT];
  }

  void repeat(int lead, int value) {
    ints[(lead << SHIFT) + REPEAT] = value;
  }

  int owner(int lead) {
    return ints[(lead << SHIFT) + OWNER];
  }

  void owner(int lead, int value) {
    ints[(lead << SHIFT) + OWNER] = value;
  }

  int servedBy(int lead) {
    return ints[(lead << SHIFT) + SERVED_BY];
  }

  void servedBy(int lead, int value) {
    ints[(lead << SHIFT) + SERVED_BY] = value;
  }

  int kind(int lead) {
    return ints[(lead << SHIFT) + KIND];
  }

  void kind(int lead, int value) {
    ints[(lead << SHIFT) + KIND] = value;
  }

  int outcome(int lead) {
    return ints[(lead << SHIFT) + OUTCOME];
  }

  void outcome(int lead, int value) {
    ints[(lead << SHIFT) + OUTCOME] = value;
  }

  int timer(int lead) {
    return ints[(lead << SHIFT) + TIMER];
  }

  void timer(int lead, int value) {
    ints[(lead << SHIFT) + TIMER] = value;
  }

  int timeOut(int lead) {
    return ints[(lead << SHIFT) + TIME_OUT];
  }

  void timeOut(int lead, int value) {
    ints[(lead << SHIFT) + TIME_OUT] = value;
  }

  int patience(int lead) {
    return ints[(lead << SHIFT) + PATIENCE];
  }

  void patience(int lead, int value) {
    ints[(lead << SHIFT) + PATIENCE] = value;
  }

  boolean queued(int lead) {
    return ints[(lead << SHIFT) + QUEUED] != 0;
  }

  void queued(int lead, boolean value) {
    ints[(lead << SHIFT) + QUEUED] = value ? 1 : 0;
  }

  int source(int lead) {
    return ints[(lead << SHIFT) + SOURCE];
  }

  void source(int lead, int value) {
    ints[(lead << SHIFT) + SOURCE] = value;
  }

  int arm(int lead) {
    return ints[(lead << SHIFT) + ARM];
  }

  void arm(int lead, int value) {
    ints[(lead << SHIFT) + ARM] = value;
  }

  int territory(int lead) {
    return ints[(lead << SHIFT) + TERRITORY];
  }

  void territory(int lead, int value) {
    ints[(lead << SHIFT) + TERRITORY] = value;
  }

  int tier(int lead) {
    return ints[(lead << SHIFT) + TIER];
  }

  void tier(int lead, int value) {
    ints[(lead << SHIFT) + TIER] = value;
  }

  /** The deal of the starting pipeline that the lead still is; -1 after its first stage. */
  int deal(int lead) {
    return ints[(lead << SHIFT) + DEAL];
  }

  void deal(int lead, int value) {
    ints[(lead << SHIFT) + DEAL] = value;
  }

  /** What losing owners has done to the odds so far, in log-odds. */
  double handOver(int lead) {
    return Double.longBitsToDouble(longs[(lead << SHIFT) + HAND_OVER]);
  }

  void handOver(int lead, double value) {
    longs[(lead << SHIFT) + HAND_OVER] = Double.doubleToRawLongBits(value);
  }

  /** Whom the lead meets, in a scenario with competitors: 0 for nobody. */
  int competitor(int lead) {
    return (int) longs[(lead << SHIFT) + COMPETITOR];
  }

  void competitor(int lead, int value) {
    longs[(lead << SHIFT) + COMPETITOR] = value;
  }
}
