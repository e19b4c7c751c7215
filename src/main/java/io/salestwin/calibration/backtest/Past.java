package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import java.util.ArrayList;
import java.util.List;

/** What a masked history says by day: arrivals, closes and wins, and what wins were worth. */
final class Past {

  final CrmHistory then;
  final long firstDay;
  final int days;
  final double[] arrivals;
  final double[] closes;
  final double[] wins;
  final double[] worth;

  /** Amounts of won deals, all, and by product (empty where there are few). */
  final double[] amounts;

  final List<double[]> byProduct = new ArrayList<>();

  Past(CrmHistory then) {
    this.then = then;
    firstDay = BacktestPlan.recordedFrom(then).toEpochDay();
    days = (int) Math.max(1, (then.knownUntilMs() + 1) / CrmHistory.DAY_MS - firstDay);
    arrivals = new double[days];
    closes = new double[days];
    wins = new double[days];
    worth = new double[days];
    for (int d = 0; d < then.deals(); d++) {
      add(arrivals, then.createdMs(d), 1);
      if (then.outcome(d) != 0) {
        add(closes, then.closedMs(d), 1);
        if (then.outcome(d) == CrmHistory.WON) {
          add(wins, then.closedMs(d), 1);
          add(worth, then.closedMs(d), amount(then, d));
        }
      }
    }
    amounts = amounts(CrmHistory.UNKNOWN);
    for (int p = 0; p < then.names().products().size(); p++) {
      double[] own = amounts(p);
      byProduct.add(own.length < 20 ? amounts : own);
    }
  }

  private void add(double[] to, long ms, double what) {
    long day = Math.floorDiv(ms, CrmHistory.DAY_MS) - firstDay;
    if (day >= 0 && day < days) {
      to[(int) day] += what;
    }
  }

  static double amount(CrmHistory history, int deal) {
    long cents = history.amountCents(deal);
    return cents == CrmHistory.NO_AMOUNT ? 0 : cents / 100.0;
  }

  private double[] amounts(int product) {
    double[] found = new double[then.deals()];
    int n = 0;
    for (int d = 0; d < then.deals(); d++) {
      boolean fits = product == CrmHistory.UNKNOWN || then.product(d) == product;
      if (fits
          && then.outcome(d) == CrmHistory.WON
          && then.amountCents(d) != CrmHistory.NO_AMOUNT) {
        found[n++] = amount(then, d);
      }
    }
    return java.util.Arrays.copyOf(found, n);
  }

  /**
   * The sum of days, from a day of 1970 up to but without another; NaN when not all is recorded.
   */
  double sum(double[] of, long from, long until) {
    if (from < firstDay || until > firstDay + days || from >= until) {
      return Double.NaN;
    }
    double sum = 0;
    for (long day = from; day < until; day++) {
      sum += of[(int) (day - firstDay)];
    }
    return sum;
  }

  /** Place of a day's month in its quarter, 0 to 2. */
  static int month(long day) {
    return (java.time.LocalDate.ofEpochDay(day).getMonthValue() - 1) % 3;
  }
}
