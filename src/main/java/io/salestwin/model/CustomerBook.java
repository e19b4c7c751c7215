package io.salestwin.model;

import java.util.Arrays;

/**
 * The customers, signed or live, with a free list: a number is reused after a customer has left, so
 * memory grows with the customers there are. Each array is by customer.
 */
final class CustomerBook {

  /** The customer was not there. */
  static final long ABSENT = -1;

  private int[] free = new int[64];
  private int freeCount;
  private int used;

  long[] entity = new long[64];
  int[] line = new int[64];

  /** The seat that won him, or -1. */
  int[] rep = new int[64];

  /** Annual recurring revenue, from the signature on. */
  long[] arr = new long[64];

  long[] signedAt = new long[64];

  /** Signed and not yet live. */
  boolean[] pending = new boolean[64];

  boolean[] live = new boolean[64];
  boolean[] failed = new boolean[64];
  long[] liveAt = new long[64];

  /** Contracts before the present one. */
  int[] contract = new int[64];

  long[] contractEnd = new long[64];

  /**
   * What becomes revenue on the schedule: since when, over how long, its value, and done so far.
   */
  long[] revenueFrom = new long[64];

  long[] revenueMs = new long[64];
  long[] value = new long[64];
  long[] recognised = new long[64];
  long[] bookedAt = new long[64];

  /** All revenue written down so far, and the time for which he has been served. */
  long[] written = new long[64];

  long[] servedMs = new long[64];

  /** Annual recurring revenue when the period and when the horizon began. */
  long[] arrAtTurn = new long[64];

  long[] arrOnDayOne = new long[64];

  int[] healthStep = new int[64];
  double[] deviation = new double[64];
  int[] offers = new int[64];

  /** Pending events: go-live or the contract's end, the next offer, leaving before the end. */
  int[] timer = new int[64];

  int[] offer = new int[64];
  int[] leaving = new int[64];

  void clear() {
    freeCount = 0;
    used = 0;
  }

  /** One more than the highest number that a customer has had. */
  int numbers() {
    return used;
  }

  int capacity() {
    return free.length;
  }

  /** The number of a new customer, who has just signed. */
  int allocate(long identity, int lineOf, long arrCents, long now) {
    if (freeCount == 0 && used == free.length) {
      grow(2 * used);
    }
    int customer = freeCount > 0 ? free[--freeCount] : used++;
    entity[customer] = identity;
    line[customer] = lineOf;
    rep[customer] = -1;
    arr[customer] = arrCents;
    signedAt[customer] = now;
    pending[customer] = true;
    live[customer] = false;
    failed[customer] = false;
    contract[customer] = 0;
    written[customer] = 0;
    servedMs[customer] = 0;
    arrAtTurn[customer] = ABSENT;
    arrOnDayOne[customer] = ABSENT;
    healthStep[customer] = -1;
    offers[customer] = 0;
    timer[customer] = Leads.NO_EVENT;
    offer[customer] = Leads.NO_EVENT;
    leaving[customer] = Leads.NO_EVENT;
    return customer;
  }

  void goesLive(int customer, long now) {
    pending[customer] = false;
    live[customer] = true;
    liveAt[customer] = now;
  }

  void release(int customer) {
    live[customer] = false;
    free[freeCount++] = customer;
  }

  private void grow(int size) {
    free = Arrays.copyOf(free, size);
    entity = Arrays.copyOf(entity, size);
    line = Arrays.copyOf(line, size);
    rep = Arrays.copyOf(rep, size);
    arr = Arrays.copyOf(arr, size);
    signedAt = Arrays.copyOf(signedAt, size);
    pending = Arrays.copyOf(pending, size);
    live = Arrays.copyOf(live, size);
    failed = Arrays.copyOf(failed, size);
    liveAt = Arrays.copyOf(liveAt, size);
    contract = Arrays.copyOf(contract, size);
    contractEnd = Arrays.copyOf(contractEnd, size);
    revenueFrom = Arrays.copyOf(revenueFrom, size);
    revenueMs = Arrays.copyOf(revenueMs, size);
    value = Arrays.copyOf(value, size);
    recognised = Arrays.copyOf(recognised, size);
    bookedAt = Arrays.copyOf(bookedAt, size);
    written = Arrays.copyOf(written, size);
    servedMs = Arrays.copyOf(servedMs, size);
    arrAtTurn = Arrays.copyOf(arrAtTurn, size);
    arrOnDayOne = Arrays.copyOf(arrOnDayOne, size);
    healthStep = Arrays.copyOf(healthStep, size);
    deviation = Arrays.copyOf(deviation, size);
    offers = Arrays.copyOf(offers, size);
    timer = Arrays.copyOf(timer, size);
    offer = Arrays.copyOf(offer, size);
    leaving = Arrays.copyOf(leaving, size);
  }
}
