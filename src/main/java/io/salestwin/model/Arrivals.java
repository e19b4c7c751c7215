package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import java.util.Arrays;

/**
 * When leads arrive. Each process has one pending event; lead i of a process is the same lead,
 * whatever the rate.
 */
final class Arrivals {

  private static final int LEAD = Purpose.LEAD.code();
  private static final int WEEK_FACTOR = Purpose.WEEK_FACTOR.code();
  private static final int RAMP = Purpose.RAMP.code();
  private static final long WEEK = 7 * Clock.DAY;

  private final Replication play;
  private final SalesModel model;
  private final ArrivalPlan[] plans;
  private final long[] next;

  /** The block of each process's next lead: it spaces the lead and makes it what it is. */
  private final long[] first;

  private final long[] second;
  private final int[] leftInBurst;
  private final long[] factorWeek;
  private final double[] factor;

  Arrivals(Replication play) {
    this.play = play;
    model = play.model;
    plans = model.arrivalPlans();
    next = new long[plans.length];
    first = new long[plans.length];
    second = new long[plans.length];
    leftInBurst = new int[plans.length];
    factorWeek = new long[plans.length];
    factor = new double[plans.length];
  }

  void begin() {
    Arrays.fill(next, 0);
    Arrays.fill(factorWeek, Long.MIN_VALUE);
    for (int i = 0; i < plans.length; i++) {
      ArrivalPlan plan = plans[i];
      if (plan.kind() == ArrivalPlan.BURST) {
        leftInBurst[i] = plan.count();
        scheduleInBurst(i, plan.dayMs());
      } else {
        scheduleNext(i);
      }
    }
  }

  void arrive(int process) {
    ArrivalPlan plan = plans[process];
    boolean outbound = plan.kind() == ArrivalPlan.OUTBOUND;
    long entity = Identity.lead(plan.code(), plan.slot(), next[process]++);
    boolean comes = !outbound || isFound(plan.rep(), entity);
    int lead = comes ? play.create(entity, plan.source()) : -1;
    if (comes) {
      model
          .beginnings()
          .draw(
              play.streams,
              play.parameters,
              play.leads,
              lead,
              outbound ? model.people().territory(plan.rep()) : -1,
              first[process],
              second[process]);
      if (!model.market().has(play.streams, play.leads, lead, play.now)) {
        play.dismiss(lead);
        comes = false;
      }
    }
    if (comes) {
      if (play.shocks.some()) {
        play.shocks.meet(lead);
      }
      play.arrived(lead);
    }
    if (plan.kind() == ArrivalPlan.BURST) {
      scheduleInBurst(process, play.now);
    } else {
      scheduleNext(process);
    }
    if (comes && outbound) {
      play.desk.found(lead, plan.rep(), plan.effort());
    } else if (comes) {
      play.journey.enter(lead, 0);
    }
  }

  /** A rep who is away finds nothing, and one who ramps only his share. */
  private boolean isFound(int rep, long entity) {
    Team team = play.team;
    return team.seats[rep].working
        && (play.now >= team.seats[rep].rampedAt
            || play.streams.uniform(entity, RAMP, 0) < play.staff.speed(rep));
  }

  /** Draws the next lead's block; gives the uniform number that spaces it from the one before. */
  private double spacing(int process) {
    ArrivalPlan plan = plans[process];
    long entity = Identity.lead(plan.code(), plan.slot(), next[process]);
    first[process] = play.streams.bits(entity, LEAD, 0);
    second[process] = play.streams.moreBits();
    return play.streams.upper(first[process]);
  }

  private void scheduleNext(int process) {
    ArrivalPlan plan = plans[process];
    double exponential = -Elementary.log(spacing(process));
    double rate =
        plan.kind() == ArrivalPlan.OUTBOUND
            ? plan.ratePerMs()
            : play.parameters.perMonth[plan.source()] / SalesModel.MONTH_MS;
    if (play.shocks.some()) {
      play.schedule(throughShocks(process, exponential), Event.ARRIVAL, process);
      return;
    }
    if (rate <= 0) {
      return;
    }
    long at =
        plan.weekFactor() == null
            ? plan.clock().after(play.now, wholeMs(exponential / rate))
            : afterWeeks(process, exponential, rate);
    play.schedule(at, Event.ARRIVAL, process);
  }

  /** The time change through weeks whose rates carry a random factor each. */
  private long afterWeeks(int process, double exponential, double rate) {
    ArrivalPlan plan = plans[process];
    long from = play.now;
    double left = exponential;
    while (from < model.endMs()) {
      long week = Math.floorDiv(from, WEEK);
      long end = (week + 1) * WEEK;
      double weekRate = rate * weekFactor(process, week);
      double inWeek = weekRate * plan.clock().between(from, end);
      if (left < inWeek) {
        return plan.clock().after(from, wholeMs(left / weekRate));
      }
      left -= inWeek;
      from = end;
    }
    return model.endMs();
  }

  /** The time change through the pieces of time between the beginnings and ends of shocks. */
  private long throughShocks(int process, double exponential) {
    ArrivalPlan plan = plans[process];
    Shocks shocks = play.shocks;
    boolean weekly = plan.weekFactor() != null;
    long from = play.now;
    int piece = shocks.piece(from);
    double left = exponential;
    while (from < model.endMs()) {
      long week = weekly ? Math.floorDiv(from, WEEK) : 0;
      // no cut where the rate goes on, so that a shock of others leaves every millisecond as it was
      while (shocks.end(piece) < model.endMs()
          && shockedRate(plan, piece + 1) == shockedRate(plan, piece)) {
        piece++;
      }
      long end = Math.min(model.endMs(), shocks.end(piece));
      end = weekly ? Math.min(end, (week + 1) * WEEK) : end;
      double rate = shockedRate(plan, piece) * (weekly ? weekFactor(process, week) : 1);
      double inPiece = rate * plan.clock().between(from, end);
      if (left < inPiece) {
        return plan.clock().after(from, wholeMs(left / rate));
      }
      left -= inPiece;
      from = end;
      piece = end == shocks.end(piece) ? piece + 1 : piece;
    }
    return model.endMs();
  }

  private double shockedRate(ArrivalPlan plan, int piece) {
    return plan.kind() == ArrivalPlan.OUTBOUND
        ? plan.ratePerMs() * play.shocks.outbound(piece, plan.source())
        : play.shocks.perMonth(piece, plan.source()) / SalesModel.MONTH_MS;
  }

  private double weekFactor(int process, long week) {
    if (factorWeek[process] != week) {
      ArrivalPlan plan = plans[process];
      double u =
          play.streams.uniform(
              Identity.lead(plan.code(), 0, 0), WEEK_FACTOR, week + SalesModel.MANY_WEEKS);
      factorWeek[process] = week;
      factor[process] = plan.weekFactor().sample(u);
    }
    return factor[process];
  }

  /** Leads of a burst fall evenly at random on its day: the next of n uniform order statistics. */
  private void scheduleInBurst(int process, long from) {
    int left = leftInBurst[process];
    if (left == 0) {
      return;
    }
    leftInBurst[process]--;
    ArrivalPlan plan = plans[process];
    double share = 1 - Elementary.exp(Elementary.log(spacing(process)) / left);
    long end = plan.dayMs() + Clock.DAY;
    play.schedule(from + (long) (share * (end - from)), Event.ARRIVAL, process);
  }

  private static long wholeMs(double ms) {
    return Math.round(Math.min(ms, Long.MAX_VALUE / 4.0));
  }
}
