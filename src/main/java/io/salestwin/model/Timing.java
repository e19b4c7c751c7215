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

  private final Replication play;
  private final SalesModel model;
  private final boolean some;
  private final Role.Timing[] byRole;
  private final int last;

  /** Ends of the fiscal quarters, ascending. */
  private final long[] ends;

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
   * When a deal in the last stage would be signed, after its owner has tried to have it earlier.
   * How much he lacks is what he lacks when the buyer begins to think.
   */
  long pulled(int lead, StagePlan plan, long advanceAt) {
    Role.Timing timing = some ? of(lead) : null;
    if (timing == null || timing.pull() == 0 || play.now < 0) {
      return advanceAt;
    }
    int before = quarter(advanceAt) - 1;
    boolean early =
        before >= 0
            && before + 1 < ends.length
            && advanceAt < ends[before] + timing.days() * Clock.DAY
            && quarter(play.now) == before;
    if (!early) {
      return advanceAt;
    }
    double attained = attainment(play.leads.owner(lead));
    boolean wants = attained < 1 && attained >= 1 - timing.near();
    return wants && luck(lead, plan) < timing.pull()
        ? Math.max(play.now, ends[before] - Clock.DAY)
        : advanceAt;
  }

  /** A deal would be signed now; whether its owner holds it back, and then it is planned anew. */
  boolean holds(int lead) {
    Role.Timing timing = some && play.leads.outcome(lead) == StagePlan.ADVANCE ? of(lead) : null;
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
