package io.salestwin.model;

import io.salestwin.finance.RevenueSchedule;

/** Writes down what becomes revenue, and what it costs to serve those who pay it. */
final class Revenue {

  private final Replication play;
  private final CustomerPlan plan;
  private final CustomerBook book;
  private final Ledger ledger;

  Revenue(Replication play, CustomerPlan plan, CustomerBook book) {
    this.play = play;
    this.plan = plan;
    this.book = book;
    ledger = play.ledger;
  }

  /** A contract begins, perhaps before day one; what has become revenue until now is past. */
  void begin(int customer, long from, long termMs) {
    book.revenueFrom[customer] = from;
    book.revenueMs[customer] = termMs;
    book.value[customer] = CustomerPlan.valueCents(book.arr[customer], termMs);
    book.recognised[customer] = from < play.now ? dueBy(customer, play.now) : 0;
    book.bookedAt[customer] = play.now;
    recognise(customer);
  }

  private long dueBy(int customer, long time) {
    RevenueSchedule schedule = plan.schedules[plan.product(book.line[customer])];
    long elapsed = time - book.revenueFrom[customer];
    return schedule.recognised(book.value[customer], elapsed, book.revenueMs[customer]);
  }

  /** Writes down all that has become revenue since the last time. */
  void recognise(int customer) {
    long due = dueBy(customer, play.now);
    write(customer, due - book.recognised[customer]);
    book.recognised[customer] = due;
  }

  /**
   * The customer's annual value changes by so much in the middle of a contract. Even revenue goes
   * on with the new value; on another schedule what is added for the rest of the contract is
   * revenue now.
   */
  void change(int customer, long deltaArr) {
    recognise(customer);
    book.arr[customer] += deltaArr;
    long rest = book.contractEnd[customer] - play.now;
    if (plan.schedules[plan.product(book.line[customer])].isEven()) {
      begin(customer, play.now, rest);
    } else {
      write(customer, CustomerPlan.valueCents(deltaArr, rest));
    }
  }

  /** Costs are rounded as of the first day, so that the parts of a period add up to it exactly. */
  private void write(int customer, long cents) {
    int segment = plan.segment(book.line[customer]);
    int product = plan.product(book.line[customer]);
    long before = book.written[customer];
    long now = before + cents;
    long servedBefore = book.servedMs[customer];
    long served = servedBefore + play.now - book.bookedAt[customer];
    book.written[customer] = now;
    book.servedMs[customer] = served;
    book.bookedAt[customer] = play.now;
    both(Fact.REVENUE, Fact.REVENUE_BY_PRODUCT, segment, product, cents);
    double delivery = plan.deliveryShare[product];
    both(
        Fact.DELIVERY_COST,
        Fact.DELIVERY_COST_BY_PRODUCT,
        segment,
        product,
        Math.round(now * delivery) - Math.round(before * delivery));
    double success = plan.successShare[product];
    double perMs = plan.perCustomerMs[product];
    both(
        Fact.SUCCESS_COST,
        Fact.SUCCESS_COST_BY_PRODUCT,
        segment,
        product,
        Math.round(now * success + served * perMs)
            - Math.round(before * success + servedBefore * perMs));
    double overhead = plan.overheadShare[product];
    both(
        Fact.OVERHEAD_COST,
        Fact.OVERHEAD_COST_BY_PRODUCT,
        segment,
        product,
        Math.round(now * overhead) - Math.round(before * overhead));
  }

  private void both(Fact bySegment, Fact byProduct, int segment, int product, long cents) {
    ledger.add(bySegment, segment, cents);
    ledger.add(byProduct, product, cents);
  }
}
