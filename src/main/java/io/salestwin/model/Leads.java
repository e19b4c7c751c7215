package io.salestwin.model;

import java.util.Arrays;

/**
 * The leads in flight: a structure of arrays with a free list. A lead's number is reused after it
 * has left for good, so memory grows with the leads in flight and not with the leads simulated.
 */
final class Leads {

  /** No event is pending. */
  static final int NO_EVENT = -1;

  /** The instant has not come. */
  static final long NEVER = Long.MIN_VALUE;

  private final int stages;
  private final int roles;
  private int[] free;
  private int freeCount;
  private int used;

  long[] entity;
  int[] kind;
  int[] source;
  int[] arm;
  double[] quality;
  double[] score;
  long[] valueCents;
  long[] arrivedAt;
  long[] opportunityAt;

  int[] stage;
  long[] enteredAt;
  long[] queuedAt;
  long[] firstTouchAt;
  long[] workedAt;
  long[] queueMs;
  int[] owner;
  int[] servedBy;
  int[] touch;

  /** Whether the buyer answers after the touch in progress: a uniform number drawn with it. */
  double[] stopDraw;

  int[] repeat;
  int[] outcome;
  int[] timer;
  int[] timeOut;
  int[] patience;
  boolean[] queued;

  private int[] visits;
  private int[] earlierOwner;

  Leads(int expected, int stages, int roles) {
    this.stages = stages;
    this.roles = roles;
    int size = Math.max(16, expected);
    free = new int[size];
    entity = new long[size];
    kind = new int[size];
    source = new int[size];
    arm = new int[size];
    quality = new double[size];
    score = new double[size];
    valueCents = new long[size];
    arrivedAt = new long[size];
    opportunityAt = new long[size];
    stage = new int[size];
    enteredAt = new long[size];
    queuedAt = new long[size];
    firstTouchAt = new long[size];
    workedAt = new long[size];
    queueMs = new long[size];
    owner = new int[size];
    servedBy = new int[size];
    touch = new int[size];
    stopDraw = new double[size];
    repeat = new int[size];
    outcome = new int[size];
    timer = new int[size];
    timeOut = new int[size];
    patience = new int[size];
    queued = new boolean[size];
    visits = new int[size * stages];
    earlierOwner = new int[size * roles];
  }

  void clear() {
    freeCount = 0;
    used = 0;
  }

  int capacity() {
    return free.length;
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
    opportunityAt[lead] = NEVER;
    owner[lead] = -1;
    servedBy[lead] = -1;
    arm[lead] = 0;
    timer[lead] = NO_EVENT;
    timeOut[lead] = NO_EVENT;
    patience[lead] = NO_EVENT;
    queued[lead] = false;
    Arrays.fill(visits, lead * stages, (lead + 1) * stages, 0);
    Arrays.fill(earlierOwner, lead * roles, (lead + 1) * roles, -1);
    return lead;
  }

  void release(int lead) {
    free[freeCount++] = lead;
  }

  /** Number of earlier visits to the lead's present stage. */
  int visit(int lead) {
    return visits[lead * stages + stage[lead]] - 1;
  }

  void countVisit(int lead) {
    visits[lead * stages + stage[lead]]++;
  }

  int earlierOwner(int lead, int role) {
    return earlierOwner[lead * roles + role];
  }

  void remember(int lead, int role, int rep) {
    earlierOwner[lead * roles + role] = rep;
  }

  private void grow() {
    int size = free.length * 2;
    free = Arrays.copyOf(free, size);
    entity = Arrays.copyOf(entity, size);
    kind = Arrays.copyOf(kind, size);
    source = Arrays.copyOf(source, size);
    arm = Arrays.copyOf(arm, size);
    quality = Arrays.copyOf(quality, size);
    score = Arrays.copyOf(score, size);
    valueCents = Arrays.copyOf(valueCents, size);
    arrivedAt = Arrays.copyOf(arrivedAt, size);
    opportunityAt = Arrays.copyOf(opportunityAt, size);
    stage = Arrays.copyOf(stage, size);
    enteredAt = Arrays.copyOf(enteredAt, size);
    queuedAt = Arrays.copyOf(queuedAt, size);
    firstTouchAt = Arrays.copyOf(firstTouchAt, size);
    workedAt = Arrays.copyOf(workedAt, size);
    queueMs = Arrays.copyOf(queueMs, size);
    owner = Arrays.copyOf(owner, size);
    servedBy = Arrays.copyOf(servedBy, size);
    touch = Arrays.copyOf(touch, size);
    stopDraw = Arrays.copyOf(stopDraw, size);
    repeat = Arrays.copyOf(repeat, size);
    outcome = Arrays.copyOf(outcome, size);
    timer = Arrays.copyOf(timer, size);
    timeOut = Arrays.copyOf(timeOut, size);
    patience = Arrays.copyOf(patience, size);
    queued = Arrays.copyOf(queued, size);
    visits = Arrays.copyOf(visits, size * stages);
    earlierOwner = Arrays.copyOf(earlierOwner, size * roles);
  }
}
