package io.salestwin.metrics;

import io.salestwin.calendar.Period;
import io.salestwin.model.Dimension;
import io.salestwin.model.DurationBins;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.List;

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
  private Payroll.Line[] payroll;
  private List<Facts> parts = List.of();
  private double[][] early = {};
  private HealthKpis.Scores health;

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
        sums[f] = ledger.sums(FACTS[f], span.firstRow(), span.endRow());
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
    return at(fact, span.firstRow(), member);
  }

  /** The fact of one member, or of all, in the last of the periods only. */
  double atEnd(Fact fact, int member) {
    return at(fact, span.endRow() - 1, member);
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

  /** How many members a fact is counted by. */
  int members(Fact fact) {
    return ledger.members(fact);
  }

  /** A fact that is kept by week, once for the whole horizon. */
  double week(Fact fact, int week) {
    return ledger.get(fact, 0, week);
  }

  /** The fact of one member in one reporting period, whether it is one of these or not. */
  double inPeriod(Fact fact, int period, int member) {
    double sum = 0;
    for (int row = layout.span(period).firstRow(); row < layout.span(period).endRow(); row++) {
      sum += ledger.get(fact, row, member);
    }
    return sum;
  }

  /** The periods of the horizon, one by one; for the horizon only. */
  void parts(List<Facts> periods) {
    parts = periods;
  }

  /** When each alert first fires in each period, as of {@link Alarms#look}. */
  void alarms(double[][] weeksEarly) {
    early = weeksEarly;
  }

  /** The health score: that of the period, or the mean over the periods. */
  HealthKpis.Scores health() {
    if (health == null) {
      health =
          parts.isEmpty()
              ? layout.health().of(this)
              : HealthKpis.Scores.mean(parts.stream().map(Facts::health).toList());
    }
    return health;
  }

  /** Weeks from the first alert to the end of its period; NaN when it does not fire. */
  double weeksEarly(int alert) {
    for (int period = span.from(); period < span.to(); period++) {
      double most = Double.NaN;
      for (int a = 0; a < early.length; a++) {
        boolean meant = alert < 0 || a == alert;
        if (meant && !Double.isNaN(early[a][period])) {
          most = Double.isNaN(most) ? early[a][period] : Math.max(most, early[a][period]);
        }
      }
      if (!Double.isNaN(most)) {
        return most;
      }
    }
    return Double.NaN;
  }

  /**
   * The first of so many whole quarters in a row that end with the last of these periods; -1 when
   * there are not as many.
   */
  int quartersBack(int quarters) {
    double found = 0;
    for (int period = span.to() - 1; period >= 0 && layout.isWhole(period); period--) {
      found += layout.quarters(period);
      if (found > quarters - 1e-9) {
        return period;
      }
    }
    return -1;
  }

  /** The sum over the periods from one to the last of these. */
  double since(int from, Fact fact, int member) {
    double sum = 0;
    for (int period = from; period < span.to(); period++) {
      sum += inPeriod(fact, period, member);
    }
    return sum;
  }

  /** What every rep is paid for these periods; null for a week, which is no period. */
  Payroll.Line[] payroll() {
    if (payroll == null && span.to() > span.from()) {
      payroll = layout.payroll().lines(this, span.from(), span.to());
    }
    return payroll;
  }

  /**
   * The share that the largest tenth of the deals won have of the bookings; a tenth of fewer than
   * ten deals is one.
   */
  double topTenthShare() {
    return ratio(
        biggest(Math.ceil(totals[Fact.WON_VALUES.ordinal()] / 10.0)),
        totals[Fact.BOOKINGS_BY_VALUE.ordinal()]);
  }

  /** Value of the largest deals won, in cents; of all when there are fewer than asked for. */
  double biggest(double number) {
    long[] deals = sums[Fact.WON_VALUES.ordinal()];
    long[] values = sums[Fact.BOOKINGS_BY_VALUE.ordinal()];
    double wanted = number;
    double value = 0;
    for (int bin = deals.length - 1; bin >= 0 && wanted > 0; bin--) {
      if (deals[bin] > 0) {
        double taken = Math.min(wanted, deals[bin]);
        value += values[bin] * (taken / deals[bin]);
        wanted -= taken;
      }
    }
    return value;
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

  /** What the lines of cost come to, in cents. */
  double costs() {
    double sum = 0;
    for (Scenario.Cost cost : scenario().costs()) {
      sum += span.cents(layout.model().periods(), cost);
    }
    return sum;
  }

  /** What may be spent, in cents; NaN when one of the periods has no budget. */
  double budget() {
    double sum = span.to() > span.from() ? 0 : Double.NaN;
    for (Period period : layout.model().periods().subList(span.from(), span.to())) {
      Long cents = scenario().budget().get(period.name());
      sum += cents == null ? Double.NaN : cents;
    }
    return sum;
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
