package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.finance.UnitEconomics;
import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Source;
import java.util.List;

/** What comes out: deals, money, and what they cost. */
final class ResultKpis {

  private static final double CENTS = 100;
  private static final double QUARTERS_PER_YEAR = 4;
  private static final int LAST_MONTH = 2;

  private ResultKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
            "target_bookings",
            "Bookings against the target",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ORIGIN,
            "won in the period in the basis of the targets; the total adds what had closed in the"
                + " period before the start",
            "What is held against the target. Divided, it shows what comes from deals that were"
                + " open on day one and what from leads that came later.",
            ResultKpis::targetBookings),
        kpi(
            "target_bookings_by_week",
            "Bookings by week",
            Unit.MONEY,
            Better.HIGHER,
            Slice.WEEK,
            "won in the week in the basis of the targets",
            "How the result comes in over the horizon, without what had closed before the start.",
            (f, m) -> f.week(Fact.TARGET_AMOUNT_BY_WEEK, m) / perUnit(f)),
        kpi(
            "target_bookings_by_quarter_month",
            "Bookings by month of the quarter",
            Unit.MONEY,
            Better.HIGHER,
            Slice.QUARTER_MONTH,
            "won in that month of the fiscal quarters in the basis of the targets",
            "How evenly the quarter is won, without what had closed before the start.",
            (f, m) -> f.sum(Fact.TARGET_AMOUNT_BY_QUARTER_MONTH, m) / perUnit(f)),
        kpi(
            "last_month_share",
            "Share won in the last month of the quarter",
            Unit.SHARE,
            Better.LOWER,
            Slice.ALL,
            "won in third months of fiscal quarters / won, in the basis of the targets",
            "Linearity: a third is even; far above it the quarter hangs on its last weeks.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.TARGET_AMOUNT_BY_QUARTER_MONTH, LAST_MONTH),
                    f.sum(Fact.TARGET_AMOUNT))),
        kpi(
            "attainment",
            "Target attainment",
            Unit.SHARE,
            Better.HIGHER,
            Slice.ALL,
            "(closed before the start + won in the period) / target",
            "How much of the target is reached; 100 % or more is a hit.",
            (f, m) -> f.ratio(f.booked() + f.sum(Fact.TARGET_AMOUNT), f.target())),
        money(
            "bookings",
            "Bookings",
            Slice.SEGMENT,
            Fact.BOOKINGS_BY_SEGMENT,
            "Annual contract value of the new business won (new ARR), what had closed before the"
                + " start not included."),
        money(
            "bookings_by_source",
            "Bookings by source",
            Slice.SOURCE,
            Fact.BOOKINGS_BY_SOURCE,
            "Annual contract value won, by where the lead came from."),
        money(
            "bookings_by_product",
            "Bookings by product",
            Slice.PRODUCT,
            Fact.BOOKINGS_BY_PRODUCT,
            "Annual contract value won, by what was bought."),
        money(
            "bookings_by_rep",
            "Bookings by rep",
            Slice.REP,
            Fact.BOOKINGS_BY_REP,
            "Annual contract value won, by the rep who owned the deal at the win."),
        kpi(
            "contract_value",
            "Total contract value",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "sum over the deals won of annual value x contract months / 12",
            "Value of the new contracts over their whole term.",
            (f, m) -> f.sum(Fact.CONTRACT_VALUE) / CENTS),
        kpi(
            "gross_margin",
            "Gross margin",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "sum over the deals won of annual value x margin of the product",
            "What the bookings leave after the cost of delivering them; a product without a stated"
                + " margin leaves all.",
            (f, m) -> f.sum(Fact.MARGIN) / CENTS),
        count(
            "won",
            "Deals won",
            Slice.SEGMENT,
            Fact.WON_BY_SEGMENT,
            Better.HIGHER,
            "Leads that became customers in the period."),
        count(
            "won_by_origin",
            "Deals won by origin",
            Slice.ORIGIN,
            Fact.WON,
            Better.HIGHER,
            "Deals won, by whether they were open on day one or came later."),
        count(
            "won_by_source",
            "Deals won by source",
            Slice.SOURCE,
            Fact.WON_BY_SOURCE,
            Better.HIGHER,
            "Deals won, by where the lead came from."),
        count(
            "won_by_product",
            "Deals won by product",
            Slice.PRODUCT,
            Fact.WON_BY_PRODUCT,
            Better.HIGHER,
            "Deals won, by what was bought."),
        count(
            "won_by_rep",
            "Deals won by rep",
            Slice.REP,
            Fact.WON_BY_REP,
            Better.HIGHER,
            "Deals won, by the rep who owned them at the win."),
        count(
            "lost",
            "Leads lost for good",
            Slice.REASON,
            Fact.LOST,
            Better.LOWER,
            "Leads that left for good without buying, opportunities or not, with time-outs and"
                + " leads gone cold; dormant leads, which return, are not lost."),
        kpi(
            "deal_size",
            "Average deal size",
            Unit.MONEY,
            Better.HIGHER,
            Slice.SEGMENT,
            "bookings / deals won",
            "Mean annual contract value of a won deal.",
            (f, m) ->
                f.ratio(f.sum(Fact.BOOKINGS_BY_SEGMENT, m), f.sum(Fact.WON_BY_SEGMENT, m)) / CENTS),
        kpi(
            "lead_cost",
            "Cost of leads",
            Unit.MONEY,
            Better.LOWER,
            Slice.SOURCE,
            "leads arrived x cost of one lead of the source",
            "What the leads that arrived in the period have cost.",
            (f, m) -> leadCost(f, m) / CENTS),
        kpi(
            "cost_per_win",
            "Acquisition cost per win (CAC)",
            Unit.MONEY,
            Better.LOWER,
            Slice.ALL,
            "(cost of leads + fixed and variable pay of the reps + lines of cost) / deals won, both"
                + " in the period",
            "What it costs to win one customer. Fixed pay counts for roles that state a salary,"
                + " variable pay for those that state one or have a pay plan;"
                + " without any stated cost it is not computable.",
            (f, m) -> f.ratio(acquisition(f), f.sum(Fact.WON)) / CENTS),
        kpi(
            "payback_months",
            "CAC payback in months",
            Unit.RATIO,
            Better.LOWER,
            Slice.ALL,
            "(cost of leads + fixed and variable pay of the reps) / (gross margin of the deals won"
                + " / 12)",
            "Months of gross margin until the new customers have paid back what it cost to win"
                + " them.",
            (f, m) -> UnitEconomics.paybackMonths(acquisition(f), f.sum(Fact.MARGIN))));
  }

  private static Kpi money(String id, String name, Slice slice, Fact fact, String text) {
    return kpi(
        id,
        name,
        Unit.MONEY,
        Better.HIGHER,
        slice,
        "sum of the annual contract value of the deals won in the period",
        text,
        (f, m) -> f.sum(fact, m) / CENTS);
  }

  static Kpi count(String id, String name, Slice slice, Fact fact, Better better, String text) {
    return kpi(
        id,
        name,
        Unit.COUNT,
        better,
        slice,
        "number in the period",
        text,
        (f, m) -> f.sum(fact, m));
  }

  private static double targetBookings(Facts facts, int member) {
    double booked = member < 0 ? facts.booked() : 0;
    return (booked + facts.sum(Fact.TARGET_AMOUNT, member)) / perUnit(facts);
  }

  private static double perUnit(Facts facts) {
    return facts.scenario().targets().basis().perUnit();
  }

  static double leadCost(Facts facts, int member) {
    List<Source> sources = facts.scenario().sources();
    if (member >= 0) {
      return facts.sum(Fact.LEADS, member) * sources.get(member).costCents()
          + facts.sum(Fact.LEAD_COST_SHIFT, member);
    }
    double cost = 0;
    for (int s = 0; s < sources.size(); s++) {
      cost += leadCost(facts, s);
    }
    return cost;
  }

  /** Whether a scenario says what anything costs that selling takes. */
  static boolean statesCost(Scenario scenario) {
    return scenario.sources().stream().anyMatch(s -> s.costCents() > 0)
        || scenario.roles().stream().anyMatch(r -> r.salaryCents().isPresent())
        || !scenario.costs().isEmpty()
        || Payroll.isIn(scenario);
  }

  /** Cost of leads and pay in cents; NaN when the scenario states neither. */
  static double acquisition(Facts facts) {
    return statesCost(facts.scenario())
        ? leadCost(facts, -1) + salaries(facts) + PayKpis.all(facts) + facts.costs()
        : Double.NaN;
  }

  static double salaries(Facts facts) {
    double yearly = 0;
    List<Role> roles = facts.scenario().roles();
    for (int r = 0; r < roles.size(); r++) {
      yearly += roles.get(r).salaryCents().orElse(0L) * TeamKpis.repsOf(facts, r);
    }
    return yearly / QUARTERS_PER_YEAR * facts.quarters();
  }
}
