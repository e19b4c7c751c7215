package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Purpose;
import io.salestwin.scenario.Role;
import java.util.Arrays;
import java.util.List;

/**
 * Games with the day of a signature: who has enough for this quarter holds a deal back for the
 * next, and who lacks a little gets one signed early. The odds of a deal and its luck stay as they
 * are; what moves is the day.
 */
final class Timing {

  private static final int TIMING = Purpose.TIMING.code();

  /** The deal's event is no attempt to have it early. */
  private static final long NOT_MOVED = 0;

  private final Replication play;
  private final SalesModel model;
  private final boolean some;
  private final Role.Timing[] byRole;
  private final int last;

  /** Ends of the fiscal quarters, ascending. */
  private final long[] ends;

  /** By lead, when the buyer would sign a deal that its owner tries to have early. */
  private long[] due = new long[0];

  Timing(Replication play) {
    this.play = play;
    model = play.model;
    List<Role> roles = model.scenario().roles();
    byRole = roles.stream().map(r -> r.timing().orElse(null)).toArray(Role.Timing[]::new);
    some = Arrays.stream(byRole).anyMatch(t -> t != null && (t.hold() > 0 || t.pull() > 0));
    last = model.stageCount() - 1;
    ends = some ? QuarterEnd.ends(model) : new long[0];
  }

  /** The quarter in which an instant lies. */
  private int quarter(long time) {
    int at = Arrays.binarySearch(ends, time);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /**
   * When a deal that is to leave its stage may do so at the earliest: its owner may try to have it
   * signed on the last day of the quarter before. Whether he wants to is known then.
   */
  long earliest(int lead, long at) {
    if (!some) {
      return at;
    }
    forget(lead);
    boolean wins = play.leads.outcome(lead) == StagePlan.ADVANCE;
    Role.Timing timing = wins ? of(lead) : null;
    if (timing == null || timing.pull() == 0 || timing.near() == 0) {
      return at;
    }
    int before = quarter(at) - 1;
    boolean soon =
        before >= 0
            && before + 1 < ends.length
            && at < ends[before] + timing.days() * Clock.DAY
            && play.now < ends[before]
            && ends[before] > 0;
    if (!soon) {
      return at;
    }
    remember(lead, at);
    return Math.max(play.now, ends[before] - Clock.DAY);
  }

  /** The buyer would sign a deal at another time than that of its event. */
  private void remember(int lead, long at) {
    if (lead >= due.length) {
      due = Arrays.copyOf(due, play.leads.capacity());
    }
    due[lead] = at;
  }

  /** The buyer signs a deal at the time of its event. */
  void forget(int lead) {
    if (lead < due.length) {
      due[lead] = NOT_MOVED;
    }
  }

  /** A deal would be signed now; whether that is put off, and then it is planned anew. */
  boolean putsOff(int lead) {
    if (!some) {
      return false;
    }
    long at = lead < due.length ? due[lead] : NOT_MOVED;
    if (at == NOT_MOVED) {
      return holds(lead);
    }
    forget(lead);
    if (pulls(lead)) {
      return false;
    }
    play.leads.timer(lead, play.schedule(at, Event.EXIT, lead));
    return true;
  }

  /** Whether the owner has a deal of the next quarter signed now. */
  private boolean pulls(int lead) {
    Role.Timing timing = of(lead);
    if (timing == null || play.now < 0) {
      return false;
    }
    double attained = attainment(play.leads.owner(lead));
    return attained < 1
        && attained >= 1 - timing.near()
        && luck(lead, play.plan(lead)) < timing.pull();
  }

  /** Whether the owner holds back a deal that would be signed now. */
  private boolean holds(int lead) {
    Role.Timing timing = play.leads.outcome(lead) == StagePlan.ADVANCE ? of(lead) : null;
    if (timing == null || timing.hold() == 0 || play.now < 0) {
      return false;
    }
    int quarter = quarter(play.now);
    boolean late = quarter < ends.length && play.now >= ends[quarter] - timing.days() * Clock.DAY;
    if (!late || attainment(play.leads.owner(lead)) < timing.over()) {
      return false;
    }
    luck(lead, play.plan(lead));
    if (play.streams.second() >= timing.hold()) {
      return false;
    }
    play.leads.timer(lead, play.schedule(ends[quarter], Event.EXIT, lead));
    return true;
  }

  private Role.Timing of(int lead) {
    int owner = play.leads.owner(lead);
    return owner >= 0 && play.leads.stage(lead) == last ? byRole[model.roleOf(owner)] : null;
  }

  private double luck(int lead, StagePlan plan) {
    return play.streams.uniform(
        play.leads.entity(lead), TIMING, play.journey.visitIndex(lead, plan));
  }

  /**
   * What the seat has booked since the quarter began, over the quota; 1 for one without a quota.
   */
  private double attainment(int rep) {
    double quota = model.people().quotaCents(rep);
    if (quota == 0) {
      return 1;
    }
    int quarter = quarter(play.now);
    long begins = quarter == 0 ? Long.MIN_VALUE : ends[quarter - 1];
    long booked = quarter == quarter(0) ? model.people().bookedCents(rep) : 0;
    for (int row = 0; row < model.periodCount() && begin(row) <= play.now; row++) {
      if (begin(row) >= begins) {
        booked += play.ledger.get(Fact.BOOKINGS_BY_REP, row, rep);
      }
    }
    return booked / quota;
  }

  /** When a period of the ledger begins. */
  private long begin(int row) {
    return row == 0 ? 0 : model.boundary(row - 1);
  }
}
