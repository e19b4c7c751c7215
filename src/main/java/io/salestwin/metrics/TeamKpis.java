package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** What the reps do, carry and reach. */
final class TeamKpis {

  private static final double CENTS = 100;

  private TeamKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
            "utilisation",
            "Utilisation",
            Unit.SHARE,
            Better.NEITHER,
            Slice.ROLE,
            "time in touches / selling time of the reps",
            "Share of the selling time that reps are busy; queues grow fast above 85 %.",
            (f, m) -> f.ratio(f.sum(Fact.BUSY_MS, m), f.sum(Fact.AVAILABLE_MS, m))),
        kpi(
            "open_leads",
            "Open leads per rep",
            Unit.COUNT,
            Better.NEITHER,
            Slice.ROLE,
            "mean over time of the leads owned / mean number of reps",
            "How many leads a rep carries at once, worked on or waiting for the buyer.",
            (f, m) -> f.ratio(f.sum(Fact.OPEN_AREA, m), f.days() * Facts.DAY_MS * repsOf(f, m))),
        kpi(
            "waiting_leads",
            "Leads waiting for a rep",
            Unit.COUNT,
            Better.LOWER,
            Slice.ROLE,
            "mean over time of the leads that wait for an owner or a touch of the role",
            "The queue in front of the role, nights and weekends included.",
            (f, m) -> f.ratio(f.sum(Fact.WAITING_AREA, m), f.days() * Facts.DAY_MS)),
        kpi(
            "touches_per_win",
            "Touches per won deal",
            Unit.COUNT,
            Better.LOWER,
            Slice.ACTIVITY,
            "touches done / deals won, both in the period",
            "How much work a win takes, the work on lost leads included.",
            (f, m) -> f.ratio(f.sum(Fact.TOUCHES, m), f.sum(Fact.WON))),
        ResultKpis.count(
            "touches",
            "Touches",
            Slice.ACTIVITY,
            Fact.TOUCHES,
            Better.NEITHER,
            "Pieces of rep work finished in the period: calls, e-mails, meetings and the like."),
        kpi(
            "quota_attainment",
            "Quota attainment",
            Unit.SHARE,
            Better.HIGHER,
            Slice.ROLE,
            "bookings of the reps with a quota / sum over them of (quota of a quarter x quarters x share"
                + " of the time that they were there)",
            "How much of their quotas the reps reach together; a role without a quota has none.",
            TeamKpis::quotaAttainment),
        kpi(
            "quota_attainment_by_rep",
            "Quota attainment by rep",
            Unit.SHARE,
            Better.HIGHER,
            Slice.REP,
            "bookings of the rep / (quota of a quarter x quarters x share of the time that the seat was"
                + " taken)",
            "How much of the own quota a rep reaches; a rep without a quota has none.",
            TeamKpis::attainmentOfRep),
        band(50),
        band(80),
        band(100),
        band(125),
        kpi(
            "bookings_per_rep",
            "Bookings per rep",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ROLE,
            "bookings of the role's reps / mean number of the role's reps",
            "Productivity of those who own the deals when they are won; over all roles, of"
                + " everybody.",
            (f, m) -> f.ratio(ofRole(f, Fact.BOOKINGS_BY_REP, m) / CENTS, repsOf(f, m))),
        kpi(
            "wins_per_rep",
            "Wins per rep",
            Unit.COUNT,
            Better.HIGHER,
            Slice.ROLE,
            "deals won by the role's reps / mean number of the role's reps",
            "Deals won by those who own them at the win; over all roles, by everybody.",
            (f, m) -> f.ratio(ofRole(f, Fact.WON_BY_REP, m), repsOf(f, m))));
  }

  /** The share of reps who reach so many per cent of their quota. */
  private static Kpi band(int percent) {
    return kpi(
        "reps_at_" + percent,
        "Reps at " + percent + " % of quota or more",
        Unit.SHARE,
        Better.HIGHER,
        Slice.ROLE,
        "reps whose bookings are at least "
            + percent
            + " % of (quota of a quarter x quarters x share of the time there) / reps with a quota",
        "How the quotas are reached across the team, and not only together.",
        (f, m) -> repsAt(f, m, percent / 100.0));
  }

  /** Mean number of reps who were there. */
  static double repsOf(Facts f, int role) {
    return ofRole(f, Fact.PRESENT_MS, role) / (f.days() * Facts.DAY_MS);
  }

  static double ofRole(Facts f, Fact fact, int role) {
    if (role < 0) {
      return f.sum(fact);
    }
    double sum = 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      if (f.roleOf(rep) == role) {
        sum += f.sum(fact, rep);
      }
    }
    return sum;
  }

  /** Quota of a rep for the time that he was there, in cents; 0 for one who carries none. */
  private static double quota(Facts f, int rep) {
    double there = f.sum(Fact.QUOTA_MS, rep) / (f.days() * Facts.DAY_MS);
    double quota = f.rep(rep).quotaCents().orElse(0L);
    return quota * f.quarters() * there + quota * f.quartersBefore(rep);
  }

  /** What a rep has booked, before the start as well, in cents. */
  private static double booked(Facts f, int rep) {
    return f.sum(Fact.BOOKINGS_BY_REP, rep) + f.bookedBefore(rep);
  }

  private static double attainmentOfRep(Facts f, int rep) {
    return rep < 0 ? quotaAttainment(f, -1) : f.ratio(booked(f, rep), quota(f, rep));
  }

  private static double quotaAttainment(Facts f, int role) {
    double quotas = 0;
    double bookings = 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      double quota = quota(f, rep);
      if ((role < 0 || role == f.roleOf(rep)) && quota > 0) {
        quotas += quota;
        bookings += booked(f, rep);
      }
    }
    return f.ratio(bookings, quotas);
  }

  private static double repsAt(Facts f, int member, double share) {
    int reps = 0;
    int reached = 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      double quota = quota(f, rep);
      if ((member < 0 || member == f.roleOf(rep)) && quota > 0) {
        reps++;
        reached += booked(f, rep) >= share * quota ? 1 : 0;
      }
    }
    return f.ratio(reached, reps);
  }
}
