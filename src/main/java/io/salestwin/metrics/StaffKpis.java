package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** Who is there, grows, comes, goes and is taught. */
final class StaffKpis {

  private static final double CENTS = 100;

  private StaffKpis() {}

  static List<Kpi> list() {
    return List.of(
        of(
            "headcount",
            "Reps",
            Better.NEITHER,
            "mean over time of the number of reps who are with the firm",
            "Those who are on leave or in their ramp count; empty seats do not.",
            TeamKpis::repsOf),
        of(
            "ramped_reps",
            "Ramped-rep equivalents",
            Better.HIGHER,
            "mean over time of the sum over reps of their share of the full speed",
            "How many fully ramped reps the team is worth.",
            (f, m) -> f.sum(Fact.RAMPED_MS, m) / (f.days() * Facts.DAY_MS)),
        of(
            "reps_hired",
            "Reps who came",
            Better.NEITHER,
            "number in the period, backfills included",
            "Hires by date and successors of those who left.",
            (f, m) -> f.sum(Fact.HIRED, m)),
        of(
            "reps_left",
            "Reps who went",
            Better.LOWER,
            "number in the period, by date or of their own accord",
            "What it takes to keep a team: each of them hands leads over and leaves a seat empty.",
            (f, m) -> f.sum(Fact.LEFT, m)),
        of(
            "leads_handed_over",
            "Leads handed over",
            Better.LOWER,
            "leads whose owner went, or was away and covered for",
            "Each of them gets another owner, and loses odds where the scenario says so.",
            (f, m) -> f.sum(Fact.HANDED_OVER, m)),
        kpi(
                "training_cost",
                "Cost of training",
                Unit.MONEY,
                Better.LOWER,
                Slice.ALL,
                "sum over the lessons of the reps taught x cost for each",
                "What was paid for teaching, without the time that it took.",
                (f, m) -> f.sum(Fact.TRAINING_COST) / CENTS)
            .when(scenario -> scenario.training().stream().anyMatch(t -> t.costCents() > 0)));
  }

  private static Kpi of(
      String id, String name, Better better, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, Unit.COUNT, better, Slice.ROLE, formula, text, function)
        .when(StaffKpis::changes);
  }

  /** Whether anybody comes, goes or grows. */
  private static boolean changes(Scenario scenario) {
    return scenario.roles().stream().anyMatch(StaffKpis::changes);
  }

  private static boolean changes(Role role) {
    return role.staffing().attrition().perYear() > 0
        || !role.staffing().leavers().isEmpty()
        || role.staffing().leave().cover()
        || role.reps().stream().anyMatch(rep -> rep.started().isPresent());
  }
}
