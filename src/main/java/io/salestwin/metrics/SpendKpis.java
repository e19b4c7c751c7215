package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** What selling costs in all, against what may be spent. */
final class SpendKpis {

  private static final double CENTS = 100;

  private SpendKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
                "other_costs",
                "Lines of cost",
                Unit.MONEY,
                Better.LOWER,
                Slice.ALL,
                "sum over the lines of cost of the cost of a year x days paid for / 365.25",
                "Tools and all else that selling costs beside leads, pay and training.",
                (f, m) -> f.costs() / CENTS)
            .when(scenario -> !scenario.costs().isEmpty()),
        kpi(
                "spend",
                "Spending",
                Unit.MONEY,
                Better.LOWER,
                Slice.ALL,
                "cost of leads + fixed and variable pay of the reps + training + lines of cost",
                "All that the scenario says selling costs in the period.",
                (f, m) -> spend(f) / CENTS)
            .when(scenario -> !scenario.budget().isEmpty() || ResultKpis.statesCost(scenario)),
        kpi(
                "budget_left",
                "Left of the budget",
                Unit.MONEY,
                Better.HIGHER,
                Slice.ALL,
                "budget - spending, of periods with a budget",
                "Below 0 the period spends more than it may.",
                (f, m) -> (f.budget() - spend(f)) / CENTS)
            .when(scenario -> !scenario.budget().isEmpty()),
        kpi(
                "budget_left_before_pay",
                "Left of the budget before variable pay",
                Unit.MONEY,
                Better.HIGHER,
                Slice.ALL,
                "budget - spending + variable pay of the reps, of periods with a budget",
                "What would be left if nothing were paid for success: the rest of the variance is"
                    + " variable pay, which rises with bookings.",
                (f, m) -> (f.budget() - spend(f) + PayKpis.all(f)) / CENTS)
            .when(scenario -> !scenario.budget().isEmpty() && Payroll.isIn(scenario)));
  }

  private static double spend(Facts f) {
    return ResultKpis.leadCost(f, -1)
        + ResultKpis.salaries(f)
        + PayKpis.all(f)
        + f.sum(Fact.TRAINING_COST)
        + f.costs();
  }
}
