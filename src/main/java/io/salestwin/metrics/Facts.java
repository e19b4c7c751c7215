package io.salestwin.metrics;

import io.salestwin.model.Dimension;
import io.salestwin.model.DurationBins;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;

/**
 * A view of a ledger over some periods in a row, for the formulas of KPIs. Every sum is made once,
 * when the view is made: many formulas share it.
 */
final class Facts {

  static final double DAY_MS = 86_400_000.0;
  static final double HOUR_MS = 3_600_000.0;
  private static final Fact[] FACTS = Fact.values();

  private final KpiLayout layout;
  private final Ledger ledger;
  private final Span span;

  private final long[][] sums = new long[FACTS.length][];
  private final long[] totals = new long[FACTS.length];

  /**
   * Sums up.
   *
   * @param layout the layout, which knows the scenario
   * @param ledger the facts
   * @param span the periods
   */
  Facts(KpiLayout layout, Ledger ledger, Span span) {
    this.layout = layout;
    this.ledger = ledger;
    this.span = span;
    for (int f = 0; f < FACTS.length; f++) {
      if (FACTS[f].dimension() != Dimension.WEEK) {
        sums[f] = ledger.sums(FACTS[f], span.from(), span.to());
        totals[f] = total(sums[f]);
      }
    }
  }

  private static long total(long[] sums) {
    long total = 0;
    for (long sum : sums) {
      total += sum;
    }
    return total;
  }

  Scenario scenario() {
    return layout.model().scenario();
  }

  /** The sum over the periods of one member, or of all members when it is negative. */
  double sum(Fact fact, int member) {
    return member < 0 ? totals[fact.ordinal()] : sums[fact.ordinal()][member];
  }

  double sum(Fact fact) {
    return totals[fact.ordinal()];
  }

  /** The fact of one member, or of all, in the first of the periods only. */
  double atStart(Fact fact, int member) {
    return at(fact, span.from(), member);
  }

  /** The fact of one member, or of all, in the last of the periods only. */
  double atEnd(Fact fact, int member) {
    return at(fact, span.to() - 1, member);
  }

  /**
   * What is there at the end of the periods of those who were there at their beginning.
   *
   * @param ofPeriod the fact that counts from the beginning of its period
   * @param ofDayOne the fact that counts from day one, for more than one period
   */
  double keptAtEnd(Fact ofPeriod, Fact ofDayOne, int member) {
    return atEnd(span.to() - span.from() == 1 ? ofPeriod : ofDayOne, member);
  }

  /** A fact that was found on day one and stands in the first period of the horizon. */
  double onDayOne(Fact fact) {
    return at(fact, 0, -1);
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

  /** A fact that is kept by week, once for the whole horizon. */
  double week(Fact fact, int week) {
    return ledger.get(fact, 0, week);
  }

  /** NaN, which is "not computable", when there is nothing to divide by. */
  double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  double days() {
    return span.days();
  }

  double quarters() {
    return span.quarters();
  }

  /** Target of the periods in cents or deals; NaN when one of them has none. */
  double target() {
    return span.target();
  }

  /** What had closed in the periods before the start, in cents or deals. */
  double booked() {
    return span.booked();
  }

  /** A quantile of a duration by bins, in milliseconds; NaN when nothing was counted. */
  double quantileMs(Fact fact, double p) {
    long whole = totals[fact.ordinal()];
    if (whole == 0) {
      return Double.NaN;
    }
    long rank = Math.max(1, (long) Math.ceil(p * whole));
    long[] counts = sums[fact.ordinal()];
    int bin = 0;
    for (long upTo = counts[0]; upTo < rank; upTo += counts[bin]) {
      bin++;
    }
    return DurationBins.middleMs(bin);
  }

  Role.Rep rep(int rep) {
    return layout.rep(rep);
  }

  int roleOf(int rep) {
    return layout.model().roleOf(rep);
  }

  int reps() {
    return layout.model().members(Dimension.REP).size();
  }
}
