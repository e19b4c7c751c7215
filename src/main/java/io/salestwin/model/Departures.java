package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.scenario.Staffing;
import java.util.Arrays;

/**
 * When people go of their own accord. That is a hazard: a person's lot is an exponential number,
 * and he goes when the integral of his hazard reaches it. So a change of the rate moves the day and
 * no other draw.
 */
final class Departures {

  private static final long NEVER = Long.MAX_VALUE;

  private final Replication play;
  private final SalesModel model;
  private final People people;
  private final Team team;
  private final Ledger ledger;

  /** When the person in the seat came. */
  private final long[] joinedAt;

  /** What is left of the person's lot until he goes, and when the hazard was last taken off it. */
  private final double[] lot;

  private final long[] lotAt;
  private final double[] hazardFactor;
  private final int[] departure;
  private boolean started;

  Departures(Replication play) {
    this.play = play;
    model = play.model;
    people = model.people();
    team = play.team;
    ledger = play.ledger;
    int reps = model.repCount();
    joinedAt = new long[reps];
    lot = new double[reps];
    lotAt = new long[reps];
    hazardFactor = new double[reps];
    departure = new int[reps];
  }

  /** Nobody has come, and nobody goes before the first day of the horizon. */
  void clear() {
    started = false;
    Arrays.fill(departure, Leads.NO_EVENT);
  }

  /** From now on people go. */
  void start() {
    started = true;
  }

  /**
   * A person takes a seat.
   *
   * @param since when he came
   * @param u the uniform number that his lot is drawn by
   */
  void joins(int rep, long since, double u) {
    joinedAt[rep] = since;
    hazardFactor[rep] = 1;
    lot[rep] = -Elementary.log(u);
  }

  /** The day of a person comes to be known. */
  void plan(int rep) {
    lotAt[rep] = play.now;
    planDeparture(rep);
  }

  /** The planned day has come. */
  void comes(int rep) {
    departure[rep] = Leads.NO_EVENT;
  }

  /** The person has gone. */
  void forget(int rep) {
    departure[rep] = play.cancel(departure[rep]);
  }

  /** Takes the hazard since the last time off the person's lot. */
  private void takeOff(int rep) {
    lot[rep] -= hazard(rep, lotAt[rep], play.now);
    lotAt[rep] = play.now;
  }

  private void replan(int rep) {
    departure[rep] = play.cancel(departure[rep]);
    planDeparture(rep);
  }

  private void planDeparture(int rep) {
    boolean may = play.parameters.attrition[model.roleOf(rep)] > 0 || play.shocks.some();
    if (started && may) {
      long at = departs(rep);
      if (at < model.endMs()) {
        departure[rep] = play.schedule(Math.max(at, play.now), Event.REP_GOES, rep);
      }
    }
  }

  private double ratePerMs(int rep, long at) {
    return play.shocks.attrition(model.roleOf(rep), at) * hazardFactor[rep] / People.YEAR_MS;
  }

  /** The integral of the hazard of leaving from one instant to a later one. */
  private double hazard(int rep, long from, long to) {
    double sum = 0;
    long at = from;
    while (at < to) {
      long end = Math.min(to, spanEnd(rep, at));
      sum += ratePerMs(rep, at) * tenureFactor(rep, at) * (end - at);
      at = end;
    }
    return sum;
  }

  /** When the integral of the hazard reaches what is left of the lot. */
  private long departs(int rep) {
    double left = lot[rep];
    long at = play.now;
    while (at < model.endMs()) {
      long end = spanEnd(rep, at);
      double rate = ratePerMs(rep, at) * tenureFactor(rep, at);
      double inSpan = end == NEVER ? Double.POSITIVE_INFINITY : rate * (end - at);
      if (rate > 0 && left <= inSpan) {
        return at + Math.round(Math.min(left / rate, Long.MAX_VALUE / 4.0));
      }
      if (end == NEVER) {
        return NEVER;
      }
      left -= inSpan;
      at = end;
    }
    return NEVER;
  }

  /** Until when the hazard stays what it is. */
  private long spanEnd(int rep, long at) {
    return Math.min(tenureEnd(rep, at), play.shocks.attritionUntil(model.roleOf(rep), at));
  }

  private long tenureEnd(int rep, long at) {
    for (Staffing.TenureFactor span : people.staffing(rep).attrition().byTenure()) {
      long end = end(rep, span);
      if (at < end) {
        return end;
      }
    }
    return NEVER;
  }

  private double tenureFactor(int rep, long at) {
    double factor = 1;
    for (Staffing.TenureFactor span : people.staffing(rep).attrition().byTenure()) {
      factor = span.factor();
      if (at < end(rep, span)) {
        break;
      }
    }
    return factor;
  }

  private long end(int rep, Staffing.TenureFactor span) {
    return Double.isInfinite(span.untilMonths())
        ? NEVER
        : joinedAt[rep] + Math.round(span.untilMonths() * SalesModel.MONTH_MS);
  }

  /** A reporting period may be over: what it brought a rep decides how he feels in the next. */
  void judge() {
    int period = model.reportingPeriodThatEnds(play.now);
    if (period < 0) {
      return;
    }
    for (int rep = 0; rep < departure.length; rep++) {
      if (!people.staffing(rep).attrition().byAttainment().isEmpty() && team.seats[rep].present) {
        boolean whole = joinedAt[rep] <= model.periodBegin(period);
        double factor = whole ? factorByAttainment(rep, period) : 1;
        if (factor != hazardFactor[rep]) {
          takeOff(rep);
          hazardFactor[rep] = factor;
          replan(rep);
        }
      }
    }
  }

  private double factorByAttainment(int rep, int period) {
    // only who was there for the whole period is judged, so that what was before is his own
    double before = period == 0 ? people.quartersBefore(rep) : 0;
    double quota = people.quotaCents(rep) * (model.quarters(period) + before);
    if (quota == 0) {
      return 1;
    }
    long bookings = period == 0 ? people.bookedCents(rep) : 0;
    long present = 0;
    long carried = 0;
    int end = model.ledgerPeriodFrom(play.now);
    for (int row = model.ledgerPeriodFrom(model.periodBegin(period)); row < end; row++) {
      bookings += ledger.get(Fact.BOOKINGS_BY_REP, row, rep);
      present += ledger.get(Fact.PRESENT_MS, row, rep);
      carried += ledger.get(Fact.QUOTA_MS, row, rep);
    }
    double attainment = bookings / (carried == present ? quota : quota * carried / present);
    for (Staffing.AttainmentFactor band : people.staffing(rep).attrition().byAttainment()) {
      if (attainment < band.below()) {
        return band.factor();
      }
    }
    return 1;
  }
}
