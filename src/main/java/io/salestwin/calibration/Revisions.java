package io.salestwin.calibration;

/**
 * What was said of deals and when: a row whenever amount, promised close or category changed.
 *
 * @param first where the rows of each deal begin, and the number of all
 * @param ms when
 * @param amountCents the amount from then on, or {@link CrmHistory#NO_AMOUNT}
 * @param promisedDay the promised close from then on, as a day since 1970, or {@link #NO_DAY}
 * @param category the category of the forecast from then on, or {@link CrmHistory#UNKNOWN}
 */
record Revisions(int[] first, long[] ms, long[] amountCents, int[] promisedDay, int[] category) {

  static final int NO_DAY = Integer.MAX_VALUE;

  static Revisions none(int deals) {
    return new Revisions(new int[deals + 1], new long[0], new long[0], new int[0], new int[0]);
  }

  boolean isEmpty() {
    return ms.length == 0;
  }

  /** The number of the last row of a deal up to a moment; -1 when there is none. */
  int last(int deal, long until) {
    int at = first[deal + 1] - 1;
    while (at >= first[deal] && ms[at] > until) {
      at--;
    }
    return at >= first[deal] ? at : -1;
  }

  /** Whether the amount of a deal became another one after a row of it, or after -1 for none. */
  boolean amountChangesAfter(int deal, int row) {
    long cents = row < 0 ? CrmHistory.NO_AMOUNT : amountCents[row];
    for (int r = Math.max(row + 1, first[deal]); r < first[deal + 1]; r++) {
      if (amountCents[r] != cents) {
        return true;
      }
    }
    return false;
  }

  Revisions asOf(int deals, long until) {
    if (isEmpty()) {
      return none(deals);
    }
    int[] begin = new int[deals + 1];
    int[] kept = new int[ms.length];
    int n = 0;
    for (int d = 0; d < deals; d++) {
      begin[d] = n;
      for (int r = first[d]; r < first[d + 1] && ms[r] <= until; r++) {
        kept[n++] = r;
      }
    }
    begin[deals] = n;
    long[] at = new long[n];
    long[] cents = new long[n];
    int[] day = new int[n];
    int[] category = new int[n];
    for (int i = 0; i < n; i++) {
      at[i] = ms[kept[i]];
      cents[i] = amountCents[kept[i]];
      day[i] = promisedDay[kept[i]];
      category[i] = this.category[kept[i]];
    }
    return new Revisions(begin, at, cents, day, category);
  }

  /** The promised close of a row, in milliseconds. */
  long promisedMs(int row) {
    return promisedDay[row] == NO_DAY ? CrmHistory.NEVER : promisedDay[row] * CrmHistory.DAY_MS;
  }

  /** How often the promised close of a deal was moved to a later day. */
  int slips(int deal) {
    int slips = 0;
    int before = NO_DAY;
    for (int r = first[deal]; r < first[deal + 1]; r++) {
      slips += before != NO_DAY && promisedDay[r] != NO_DAY && promisedDay[r] > before ? 1 : 0;
      before = promisedDay[r] == NO_DAY ? before : promisedDay[r];
    }
    return slips;
  }
}
