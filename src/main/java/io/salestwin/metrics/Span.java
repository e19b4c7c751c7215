package io.salestwin.metrics;

import io.salestwin.calendar.Period;
import io.salestwin.scenario.Scenario;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Some reporting periods in a row, with what the scenario says of them; the same for every
 * replication.
 *
 * @param from index of the first period
 * @param to index of the first period after
 * @param days days of the horizon that lie in them
 * @param quarters how many quarters they are; a whole quarter is 1, however many days it has, and a
 *     part of one counts by its days
 * @param target their targets together in cents or deals; NaN when one of them has none
 * @param booked what had closed in them before the start, in cents or deals
 */
record Span(int from, int to, double days, double quarters, double target, double booked) {

  private static final double DAYS_PER_QUARTER = 365.25 / 4;
  private static final double MONTHS_PER_QUARTER = 3;

  static Span of(Scenario scenario, List<Period> periods, int from, int to) {
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
    return new Span(from, to, days, quarters, target, booked);
  }

  private static double quarters(Scenario.Grain grain, Period period, long days) {
    if (period.clipped()) {
      return days / DAYS_PER_QUARTER;
    }
    return grain == Scenario.Grain.QUARTER ? 1 : 1 / MONTHS_PER_QUARTER;
  }
}
