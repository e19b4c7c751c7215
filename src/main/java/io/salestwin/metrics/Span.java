package io.salestwin.metrics;

import io.salestwin.calendar.Period;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Some reporting periods in a row, or a week of one, with what the scenario says of them.
 *
 * @param from index of the first period; of a week, the period in which it ends
 * @param to index of the first period after; of a week the same as {@code from}
 * @param firstRow index of the first of its periods in the ledger
 * @param endRow index of the ledger's first period after
 * @param days days of the horizon that lie in them
 * @param quarters how many quarters they are; a whole quarter is 1, however many days it has, and a
 *     part of one counts by its days
 * @param target their targets together in cents or deals; NaN when one of them has none
 * @param booked what had closed in them before the start, in cents or deals
 */
record Span(
    int from,
    int to,
    int firstRow,
    int endRow,
    double days,
    double quarters,
    double target,
    double booked) {

  private static final double DAYS_PER_QUARTER = 365.25 / 4;
  private static final double MONTHS_PER_QUARTER = 3;
  private static final double DAYS_PER_WEEK = 7;

  static Span of(SalesModel model, int from, int to) {
    Scenario scenario = model.scenario();
    List<Period> periods = model.periods();
    double days = 0;
    double quarters = 0;
    double target = 0;
    double booked = 0;
    for (Period period : periods.subList(from, to)) {
      long inPeriod = ChronoUnit.DAYS.between(period.first(), period.end());
      days += inPeriod;
      quarters += quarters(scenario.reporting(), period, inPeriod);
      Long wanted = scenario.targets().byPeriod().get(period.name());
      target += wanted == null ? Double.NaN : wanted;
      booked += scenario.booked().byPeriod().getOrDefault(period.name(), 0L);
    }
    return new Span(from, to, row(model, from), row(model, to), days, quarters, target, booked);
  }

  /** Where a period begins in the ledger. */
  private static int row(SalesModel model, int period) {
    return period == 0
        ? 0
        : model.ledgerPeriodFrom(model.periods().get(period - 1).endMs(model.scenario().start()));
  }

  /** What a line of cost comes to; in a week, its share of the period in which the week ends. */
  double cents(List<Period> periods, Scenario.Cost cost) {
    if (to > from) {
      return cost.cents(periods.get(from).first(), periods.get(to - 1).end());
    }
    Period period = periods.get(from);
    double whole = ChronoUnit.DAYS.between(period.first(), period.end());
    return cost.cents(period.first(), period.end()) * days / whole;
  }

  /** A week that ends in a period, with the period's target. */
  static Span week(Span period, int firstRow, int endRow) {
    return new Span(
        period.from,
        period.from,
        firstRow,
        endRow,
        DAYS_PER_WEEK,
        DAYS_PER_WEEK / DAYS_PER_QUARTER,
        period.target,
        period.booked);
  }

  /** The same when more had been won in the period before. */
  Span after(double won) {
    return new Span(from, to, firstRow, endRow, days, quarters, target, booked + won);
  }

  private static double quarters(Scenario.Grain grain, Period period, long days) {
    if (period.clipped()) {
      return days / DAYS_PER_QUARTER;
    }
    return grain == Scenario.Grain.QUARTER ? 1 : 1 / MONTHS_PER_QUARTER;
  }
}
