package io.salestwin.calibration;

import java.util.Arrays;

/** The one place that masks the future: the columns of a history as they were known at a moment. */
final class Mask {

  private final HistoryColumns of;
  private final long ms;
  private final int deals;

  private final int[] first;
  private final int[] stage;
  private final long[] time;
  private final int[] actor;
  private final long[] amount;
  private final int[] reason;
  private final long[] promised;
  private final int[] category;

  private Mask(HistoryColumns of, long ms) {
    this.of = of;
    this.ms = ms;
    int known = 0;
    while (known < of.createdMs().length && of.createdMs()[known] <= ms) {
      known++;
    }
    deals = known;
    first = new int[deals + 1];
    stage = new int[of.eventMs().length];
    time = new long[of.eventMs().length];
    actor = new int[of.eventMs().length];
    amount = new long[deals];
    reason = new int[deals];
    promised = new long[deals];
    category = new int[deals];
  }

  /** The history as it was known at a moment; what happened at it is seen. */
  static CrmHistory of(HistoryColumns columns, CrmHistory.Facts facts, long ms) {
    return new CrmHistory(
        new Mask(columns, ms).columns(),
        new CrmHistory.Facts(facts.currency(), facts.dayOnly(), facts.hasPaths(), ms));
  }

  private HistoryColumns columns() {
    int n = 0;
    for (int d = 0; d < deals; d++) {
      first[d] = n;
      n = events(d, n);
      said(d, n);
    }
    first[deals] = n;
    int[] nowhere = new int[deals];
    Arrays.fill(nowhere, CrmHistory.UNKNOWN);
    long[] never = new long[deals];
    Arrays.fill(never, CrmHistory.NEVER);
    return new HistoryColumns(
        of.names(),
        Arrays.copyOf(of.id(), deals),
        Arrays.copyOf(of.createdMs(), deals),
        Arrays.copyOf(of.owner(), deals),
        Arrays.copyOf(of.source(), deals),
        Arrays.copyOf(of.product(), deals),
        Arrays.copyOf(of.segment(), deals),
        reason,
        amount,
        nowhere,
        promised,
        never,
        new boolean[deals],
        category,
        first,
        Arrays.copyOf(stage, n),
        Arrays.copyOf(time, n),
        Arrays.copyOf(actor, n),
        of.revisions().asOf(deals, ms));
  }

  /** The events of a deal up to the moment; returns how many there are of all deals so far. */
  private int events(int deal, int before) {
    int n = before;
    int end = of.firstEvent()[deal + 1];
    for (int e = of.firstEvent()[deal]; e < end && of.eventMs()[e] <= ms; e++) {
      stage[n] = of.eventStage()[e];
      time[n] = of.eventMs()[e];
      actor[n] = of.eventActor()[e];
      n++;
    }
    return n;
  }

  /** What stands in the row of a deal, as far as it was known. */
  private void said(int deal, int end) {
    boolean any = end > first[deal];
    boolean whole = end - first[deal] == of.firstEvent()[deal + 1] - of.firstEvent()[deal];
    boolean open = !any || stage[end - 1] >= 0;
    boolean ended = any && whole && !open;
    int said = of.revisions().last(deal, ms);
    reason[deal] = ended ? of.reason()[deal] : CrmHistory.UNKNOWN;
    // a closed deal may have been corrected later
    amount[deal] =
        ended && !of.revisions().amountChangesAfter(deal, said)
            ? of.amountCents()[deal]
            : said < 0 ? CrmHistory.NO_AMOUNT : of.revisions().amountCents()[said];
    promised[deal] = open && said >= 0 ? of.revisions().promisedMs(said) : CrmHistory.NEVER;
    category[deal] = open && said >= 0 ? of.revisions().category()[said] : CrmHistory.UNKNOWN;
  }
}
