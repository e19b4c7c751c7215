package io.salestwin.model;

/** Counts the customers when a period turns: those there are, and those of the beginning. */
final class CustomerCounts {

  private final Replication play;
  private final CustomerPlan plan;
  private final CustomerBook book;
  private final Ledger ledger;

  CustomerCounts(Replication play, CustomerPlan plan, CustomerBook book) {
    this.play = play;
    this.plan = plan;
    this.book = book;
    ledger = play.ledger;
  }

  /** Writes down what the period that ends leaves behind. */
  void close() {
    countPending(Fact.PENDING_AT_END, Fact.PENDING_ARR_AT_END);
    for (int customer = 0; customer < book.numbers(); customer++) {
      if (book.live[customer]) {
        countAtEnd(customer);
      }
    }
  }

  private void countAtEnd(int customer) {
    int segment = plan.segment(book.line[customer]);
    long arr = book.arr[customer];
    ledger.one(Fact.CUSTOMERS_AT_END, segment);
    ledger.add(Fact.ARR_AT_END, segment, arr);
    long atTurn = book.arrAtTurn[customer];
    if (atTurn != CustomerBook.ABSENT) {
      ledger.one(Fact.COHORT_CUSTOMERS, segment);
      ledger.add(Fact.COHORT_ARR, segment, arr);
      ledger.add(Fact.COHORT_ARR_KEPT, segment, Math.min(arr, atTurn));
    }
    long onDayOne = book.arrOnDayOne[customer];
    if (onDayOne != CustomerBook.ABSENT) {
      ledger.one(Fact.FIRST_CUSTOMERS, segment);
      ledger.add(Fact.FIRST_ARR, segment, arr);
      ledger.add(Fact.FIRST_ARR_KEPT, segment, Math.min(arr, onDayOne));
    }
  }

  /**
   * Writes down what the period of the ledger that begins has found. The customers of the beginning
   * are those of the reporting period.
   */
  void open() {
    boolean turns = play.model.turnsAt(play.now);
    countPending(Fact.PENDING_AT_START, Fact.PENDING_ARR_AT_START);
    for (int customer = 0; customer < book.numbers(); customer++) {
      if (book.live[customer]) {
        int segment = plan.segment(book.line[customer]);
        long arr = book.arr[customer];
        ledger.one(Fact.CUSTOMERS_AT_START, segment);
        ledger.add(Fact.ARR_AT_START, segment, arr);
        if (turns) {
          book.arrAtTurn[customer] = arr;
        }
        if (play.now == 0) {
          book.arrOnDayOne[customer] = arr;
        }
      }
    }
  }

  private void countPending(Fact number, Fact annual) {
    for (int customer = 0; customer < book.numbers(); customer++) {
      if (book.pending[customer]) {
        ledger.one(number, plan.segment(book.line[customer]));
        ledger.add(annual, plan.segment(book.line[customer]), book.arr[customer]);
      }
    }
  }
}
