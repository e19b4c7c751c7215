package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

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

  private ResultKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
            "target_bookings",
            "Bookings against the target",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ORIGIN,
            "sum of what was won in the targets' basis; the total includes what was booked before",
            "What is held against the target, in the basis of the targets.",
            ResultKpis::targetBookings),
        kpi(
            "target_bookings_by_week",
            "Bookings by week",
            Unit.MONEY,
            Better.HIGHER,
            Slice.WEEK,
            "sum of what was won in the week in the targets' basis",
            "How the result comes in over the horizon.",
            (f, m) -> weekly(f, Fact.TARGET_AMOUNT_BY_WEEK, m) / unit(f.scenario())),
        kpi(
            "attainment",
            "Target attainment",
            Unit.SHARE,
            Better.HIGHER,
            Slice.ALL,
            "(booked before + won in the period) / target",
            "How much of the target is reached.",
            (f, m) -> f.ratio(f.booked() + f.sum(Fact.TARGET_AMOUNT), f.target())),
        money(
            "bookings",
            "Bookings",
            Slice.SEGMENT,
            Fact.BOOKINGS_BY_SEGMENT,
            "Annual contract value of new business won."),
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
            "Annual contract value won, by the owner of the deal."),
        money(
            "contract_value",
            "Total contract value",
            Slice.ALL,
            Fact.CONTRACT_VALUE,
            "Value of the new contracts over their whole term."),
        money(
            "gross_margin",
            "Gross margin",
            Slice.ALL,
            Fact.MARGIN,
            "Bookings times the margin of the product."),
        count("won", "Deals won", Slice.SEGMENT, Fact.WON_BY_SEGMENT, Better.HIGHER),
        count("won_by_origin", "Deals won by origin", Slice.ORIGIN, Fact.WON, Better.HIGHER),
        count(
            "won_by_source",
            "Deals won by source",
            Slice.SOURCE,
            Fact.WON_BY_SOURCE,
            Better.HIGHER),
        count(
            "won_by_product",
            "Deals won by product",
            Slice.PRODUCT,
            Fact.WON_BY_PRODUCT,
            Better.HIGHER),
        count("won_by_rep", "Deals won by rep", Slice.REP, Fact.WON_BY_REP, Better.HIGHER),
        count("lost", "Leads lost for good", Slice.REASON, Fact.LOST, Better.LOWER),
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
            "leads x cost of a lead",
            "What the arrived leads have cost.",
            (f, m) -> leadCost(f, m) / CENTS),
        kpi(
            "cost_per_win",
            "Acquisition cost per win (CAC)",
            Unit.MONEY,
            Better.LOWER,
            Slice.ALL,
            "(cost of leads + fixed pay of reps) / deals won",
            "What it costs to win one customer; fixed pay counts for roles that state a salary.",
            (f, m) -> f.ratio(leadCost(f, -1) + salaries(f), f.sum(Fact.WON)) / CENTS),
        kpi(
            "payback_months",
            "CAC payback in months",
            Unit.RATIO,
            Better.LOWER,
            Slice.ALL,
            "cost of acquisition / (gross margin / 12)",
            "Months of gross margin that pay the acquisition back.",
            (f, m) -> f.ratio(leadCost(f, -1) + salaries(f), f.sum(Fact.MARGIN) / 12)));
  }

  private static Kpi money(String id, String name, Slice slice, Fact fact, String text) {
    return kpi(
        id,
        name,
        Unit.MONEY,
        Better.HIGHER,
        slice,
        "sum over the deals won",
        text,
        (f, m) -> f.sum(fact, m) / CENTS);
  }

  static Kpi count(String id, String name, Slice slice, Fact fact, Better better) {
    return kpi(
        id,
        name,
        Unit.COUNT,
        better,
        slice,
        "number in the period",
        name + ", counted when it happens.",
        (f, m) -> f.sum(fact, m));
  }

  private static double targetBookings(Facts facts, int member) {
    double booked = member < 0 ? facts.booked() : 0;
    return (booked + facts.sum(Fact.TARGET_AMOUNT, member)) / unit(facts.scenario());
  }

  /** Cents in a unit of the currency; deals are counted as they are. */
  static double unit(Scenario scenario) {
    return scenario.targets().basis() == Scenario.Basis.COUNT ? 1 : CENTS;
  }

  static double weekly(Facts facts, Fact fact, int member) {
    if (member >= 0) {
      return facts.week(fact, member);
    }
    return Double.NaN;
  }

  static double leadCost(Facts facts, int member) {
    List<Source> sources = facts.scenario().sources();
    if (member >= 0) {
      return facts.sum(Fact.LEADS, member) * sources.get(member).costCents();
    }
    double cost = 0;
    for (int s = 0; s < sources.size(); s++) {
      cost += leadCost(facts, s);
    }
    return cost;
  }

  static double salaries(Facts facts) {
    double yearly = 0;
    for (Role role : facts.scenario().roles()) {
      yearly += role.salaryCents().orElse(0L) * (double) role.reps().size();
    }
    return yearly / 4 * facts.quarters();
  }
}
