package io.salestwin.calibration;

/**
 * Gathers what events say of amounts, promised closes and categories, and makes rows of it: one
 * when any changed.
 */
final class RevisionRows {

  private final Longs saidCents = new Longs();
  private final Ints saidDay = new Ints();
  private final Ints saidCategory = new Ints();

  private final Ints first = new Ints();
  private final Longs ms = new Longs();
  private final Longs amountCents = new Longs();
  private final Ints promisedDay = new Ints();
  private final Ints category = new Ints();

  /** What the next event says. */
  void said(long cents, long promisedMs, int inCategory) {
    saidCents.add(cents);
    saidDay.add(
        promisedMs == CrmHistory.NEVER
            ? Revisions.NO_DAY
            : (int) Math.floorDiv(promisedMs, CrmHistory.DAY_MS));
    saidCategory.add(inCategory);
  }

  /** The rows of the next deal, from its events in the order of time; what is not said stays. */
  void deal(Longs eventMs, int[] order, int from, int to) {
    first.add(ms.size());
    long cents = CrmHistory.NO_AMOUNT;
    int day = Revisions.NO_DAY;
    int in = CrmHistory.UNKNOWN;
    for (int i = from; i < to; i++) {
      int e = order[i];
      long nextCents = saidCents.get(e) == CrmHistory.NO_AMOUNT ? cents : saidCents.get(e);
      int nextDay = saidDay.get(e) == Revisions.NO_DAY ? day : saidDay.get(e);
      int next = saidCategory.get(e) == CrmHistory.UNKNOWN ? in : saidCategory.get(e);
      if (nextCents != cents || nextDay != day || next != in) {
        ms.add(eventMs.get(e));
        amountCents.add(nextCents);
        promisedDay.add(nextDay);
        category.add(next);
        cents = nextCents;
        day = nextDay;
        in = next;
      }
    }
  }

  Revisions rows() {
    first.add(ms.size());
    return new Revisions(
        first.array(), ms.array(), amountCents.array(), promisedDay.array(), category.array());
  }
}
