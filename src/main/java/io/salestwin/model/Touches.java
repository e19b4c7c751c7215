package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Hand;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;

/** The work of reps on leads: how long a touch takes, when it ends, and what it takes of a rep. */
final class Touches {

  private static final int TOUCH = Purpose.TOUCH.code();

  private final Replication play;
  private final Leads leads;
  private final Ledger ledger;
  private final Clock workClock;
  private final Hand workHand;
  private final TimeSplit split;
  private final boolean shocked;

  Touches(Replication play, TimeSplit split) {
    this.play = play;
    this.split = split;
    leads = play.leads;
    ledger = play.ledger;
    workClock = play.model.workClock();
    workHand = new Hand(workClock);
    shocked = play.model.shocks().length > 0;
  }

  /** Moves the hand of the work clock. */
  void moveTo(long now) {
    workHand.moveTo(now);
  }

  /** Whether reps work at this time of the day. */
  boolean areHours() {
    return workHand.speed() > 0;
  }

  /** The rep begins to work on the lead. */
  void begin(Seat seat, int lead) {
    int rep = seat.rep;
    if (leads.touch(lead) >= 0 && leads.firstTouchAt(lead) == Leads.NEVER) {
      play.journey.firstTouch(lead);
    }
    leads.servedBy(lead, rep);
    seat.busyWith = lead;
    seat.busySince = workHand.shows();
    play.watch.see(Observer.Step.TOUCH_BEGAN, lead, rep);
    double slower = seat.clockPerEffort;
    if (shocked) {
      slower *= play.shocks.effort(seat.role, leads.touch(lead) < 0 ? -1 : leads.stage(lead));
    }
    if (play.now < seat.rampedAt) {
      slower /= play.staff.speed(rep);
    }
    long clockMs = (long) (effort(lead) * slower + 0.5);
    endAt(seat, workHand.after(clockMs));
  }

  /** Rep time of the touch that begins, in milliseconds. */
  private double effort(int lead) {
    int touch = leads.touch(lead);
    if (touch == Replication.PROSPECTING) {
      return drawEffort(lead, leads.outcome(lead), 0);
    }
    if (touch == Hygiene.REVIEW) {
      return drawEffort(lead, play.hygiene.reviewEffort(lead), play.hygiene.reviewIndex(lead));
    }
    StagePlan plan = play.plan(lead);
    int sampler = plan.touches().effort()[touch];
    int repeat = leads.repeat(lead);
    boolean first = touch == 0 && repeat == 0;
    if (first && plan.touches().times()[0] == 1) {
      return sample(sampler, play.streams.lower(leads.moreLuck(lead)));
    }
    long index = Streams.index(plan.code(), leads.visit(lead), touch + 1, repeat);
    return drawEffort(lead, sampler, index);
  }

  private double drawEffort(int lead, int sampler, long index) {
    long bits = play.streams.bits(leads.entity(lead), TOUCH, index);
    leads.touchLuck(lead, play.streams.moreBits());
    return sample(sampler, play.streams.upper(bits));
  }

  private double sample(int sampler, double u) {
    return sampler == StagePlan.NONE ? 0 : play.parameters.samplers[sampler].sample(u);
  }

  /** The rep works on nothing now. */
  void end(Seat seat) {
    leads.servedBy(seat.busyWith, -1);
    countBusy(seat);
    seat.busyWith = -1;
  }

  /** Writes down the rep's working time up to now. */
  void countBusy(Seat seat) {
    if (!seat.working) {
      return; // it was counted when the touch paused
    }
    workHand.moveTo(play.now);
    long shows = workHand.shows();
    long worked = shows - seat.busySince;
    ledger.add(Fact.BUSY_MS, seat.role, worked);
    if (split.lines() > 1) {
      split.spent(seat.rep, leads.tier(seat.busyWith), worked);
    }
    if (play.hygiene != null) {
      play.hygiene.worked(seat.busyWith, seat.role, worked);
    }
    seat.busySince = shows;
  }

  /** The touch in progress pauses; returns the working time that is left of it. */
  long pause(Seat seat) {
    countBusy(seat);
    seat.workEnd = play.cancel(seat.workEnd);
    return workClock.between(play.now, seat.workEndAt);
  }

  /** The touch goes on for so much working time. */
  void resume(Seat seat, long clockMs) {
    workHand.moveTo(play.now);
    seat.busySince = workHand.shows();
    endAt(seat, workHand.after(clockMs));
  }

  private void endAt(Seat seat, long time) {
    seat.workEndAt = time;
    seat.workEnd = play.schedule(time, Event.WORK_END, seat.rep);
  }
}
