package io.salestwin.metrics;

import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.scenario.Scenario;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A view of a ledger over some periods in a row, for the formulas of KPIs. */
final class Facts {

  static final double DAY_MS = 86_400_000.0;
  static final double HOUR_MS = 3_600_000.0;
  private static final double DAYS_PER_QUARTER = 365.25 / 4;
  private static final double DAYS_PER_YEAR = 365.25;

  private final KpiLayout layout;
  private final Ledger ledger;
  private final int from;
  private final int to;

  /**
   * @param layout the layout, which knows the scenario
   * @param ledger the facts
   * @param from first period
   * @param to first period after
   */
  Facts(KpiLayout layout, Ledger ledger, int from, int to) {
    this.layout = layout;
    this.ledger = ledger;
    this.from = from;
    this.to = to;
  }

  Scenario scenario() {
    return layout.model().scenario();
  }

  /** The sum over the periods of one member, or of all members when it is negative. */
  double sum(Fact fact, int member) {
    if (member < 0) {
      double sum = 0;
      for (int m = 0; m < ledger.members(fact); m++) {
        sum += sum(fact, m);
      }
      return sum;
    }
    long sum = 0;
    for (int p = from; p < to; p++) {
      sum += ledger.get(fact, p, member);
    }
    return sum;
  }

  double sum(Fact fact) {
    return sum(fact, -1);
  }

  /** The fact as it stood when the first of the periods began. */
  double atStart(Fact fact, int member) {
    return at(fact, from, member);
  }

  double atEnd(Fact fact, int member) {
    return at(fact, to - 1, member);
  }

  private double at(Fact fact, int period, int member) {
    if (member >= 0) {
      return ledger.get(fact, period, member);
    }
    double sum = 0;
    for (int m = 0; m < ledger.members(fact); m++) {
      sum += ledger.get(fact, period, m);
    }
    return sum;
  }

  /** A fact that is kept once for the whole horizon. */
  double week(Fact fact, int week) {
    return ledger.get(fact, 0, week);
  }

  double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  double days() {
    LocalDate first = layout.model().periods().get(from).first();
    LocalDate start = scenario().start();
    LocalDate begin = first.isBefore(start) ? start : first;
    LocalDate last = layout.model().periods().get(to - 1).end();
    LocalDate end = last.isAfter(scenario().end()) ? scenario().end() : last;
    return ChronoUnit.DAYS.between(begin, end);
  }

  double quarters() {
    return days() / DAYS_PER_QUARTER;
  }

  double years() {
    return days() / DAYS_PER_YEAR;
  }

  /** Target of the periods in cents or deals; NaN when one of them has none. */
  double target() {
    double sum = 0;
    for (int p = from; p < to; p++) {
      Long target = scenario().targets().byPeriod().get(layout.model().periods().get(p).name());
      if (target == null) {
        return Double.NaN;
      }
      sum += target;
    }
    return sum;
  }

  double booked() {
    double sum = 0;
    for (int p = from; p < to; p++) {
      String period = layout.model().periods().get(p).name();
      sum += scenario().booked().byPeriod().getOrDefault(period, 0L);
    }
    return sum;
  }

  /** A quantile of a duration by bins, in milliseconds; NaN when nothing was counted. */
  double quantileMs(Fact fact, double p) {
    double whole = sum(fact);
    if (whole == 0) {
      return Double.NaN;
    }
    double rank = Math.ceil(p * whole);
    double below = 0;
    int bins = ledger.members(fact);
    for (int bin = 0; bin < bins; bin++) {
      below += sum(fact, bin);
      if (below >= rank) {
        return io.salestwin.model.DurationBins.middleMs(bin);
      }
    }
    throw new AssertionError("counts do not add up");
  }

  boolean inRole(int rep, int role) {
    return layout.model().roleOf(rep) == role;
  }

  int reps() {
    return layout.model().members(io.salestwin.model.Dimension.REP).size();
  }
}
