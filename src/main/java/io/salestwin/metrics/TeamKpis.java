package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Role;
import java.util.List;

/** What the reps do and carry. */
final class TeamKpis {

  private TeamKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
            "utilisation",
            "Utilisation",
            Unit.SHARE,
            Better.NEITHER,
            Slice.ROLE,
            "time at work / selling time",
            "Share of the selling time that reps are busy; queues grow fast above 85 %.",
            (f, m) -> f.ratio(f.sum(Fact.BUSY_MS, m), f.sum(Fact.AVAILABLE_MS, m))),
        kpi(
            "open_leads",
            "Open leads per rep",
            Unit.COUNT,
            Better.NEITHER,
            Slice.ROLE,
            "time average of the leads owned / number of reps",
            "How many leads a rep carries at once.",
            (f, m) -> f.ratio(f.sum(Fact.OPEN_AREA, m), f.days() * Facts.DAY_MS * repsOf(f, m))),
        kpi(
            "waiting_leads",
            "Leads waiting for a rep",
            Unit.COUNT,
            Better.LOWER,
            Slice.ROLE,
            "time average of the leads that wait for rep time",
            "The queue in front of the role.",
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
        ResultKpis.count("touches", "Touches", Slice.ACTIVITY, Fact.TOUCHES, Better.NEITHER),
        kpi(
            "quota_attainment",
            "Quota attainment",
            Unit.SHARE,
            Better.HIGHER,
            Slice.ROLE,
            "bookings of the role's reps / (quota x reps x quarters)",
            "How much of their quotas the reps reach together; roles without a quota have none.",
            TeamKpis::quotaAttainment),
        kpi(
            "bookings_per_rep",
            "Bookings per rep",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ROLE,
            "bookings of the role's reps / number of reps",
            "Productivity of the reps who own the deals when they are won.",
            (f, m) -> f.ratio(ofRole(f, Fact.BOOKINGS_BY_REP, m) / 100, repsOf(f, m))),
        kpi(
            "wins_per_rep",
            "Wins per rep",
            Unit.COUNT,
            Better.HIGHER,
            Slice.ROLE,
            "deals won by the role's reps / number of reps",
            "Deals won by the reps who own them at the win.",
            (f, m) -> f.ratio(ofRole(f, Fact.WON_BY_REP, m), repsOf(f, m))));
  }

  private static double repsOf(Facts f, int role) {
    List<Role> roles = f.scenario().roles();
    return role >= 0 ? roles.get(role).reps().size() : f.reps();
  }

  private static double ofRole(Facts f, Fact fact, int role) {
    double sum = 0;
    for (int rep = 0; rep < f.reps(); rep++) {
      if (role < 0 || f.inRole(rep, role)) {
        sum += f.sum(fact, rep);
      }
    }
    return sum;
  }

  private static double quotaAttainment(Facts f, int member) {
    double quotas = 0;
    double bookings = 0;
    List<Role> roles = f.scenario().roles();
    for (int role = 0; role < roles.size(); role++) {
      if ((member < 0 || member == role) && roles.get(role).quotaCents().isPresent()) {
        quotas += (double) roles.get(role).quotaCents().get() * repsOf(f, role) * f.quarters();
        bookings += ofRole(f, Fact.BOOKINGS_BY_REP, role);
      }
    }
    return f.ratio(bookings, quotas);
  }
}
