package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.scenario.Customers;

/**
 * How well customers do. The deviation from the mean is an autoregressive series over the quarters
 * of a customer's life, drawn as far as it is asked for.
 */
final class CustomerHealth {

  private static final int HEALTH = Purpose.HEALTH.code();

  private final Replication play;
  private final CustomerPlan plan;
  private final CustomerBook book;
  private final Customers.Health health;

  CustomerHealth(Replication play, CustomerPlan plan, CustomerBook book) {
    this.play = play;
    this.plan = plan;
    this.book = book;
    health = plan.customers.health();
  }

  /** The customer's health just before now, from 0 to 1. */
  double of(int customer) {
    if (health.sd() == 0) {
      return health.mean();
    }
    long before = Math.max(0, play.now - 1 - book.liveAt[customer]);
    int step = (int) (before / CustomerPlan.HEALTH_STEP_MS);
    while (book.healthStep[customer] < step) {
      int next = ++book.healthStep[customer];
      double drawn =
          Elementary.normalQuantile(play.streams.uniform(book.entity[customer], HEALTH, next));
      book.deviation[customer] =
          next == 0
              ? drawn
              : plan.healthKeeps * book.deviation[customer] + plan.healthMoves * drawn;
    }
    return Math.max(0, Math.min(1, health.mean() + health.sd() * book.deviation[customer]));
  }

  /** The effect on log-odds, given that of each 0.1 of health above the reference. */
  double effect(int customer, double perTenth) {
    return perTenth == 0 ? 0 : perTenth * 10 * (of(customer) - health.reference());
  }
}
