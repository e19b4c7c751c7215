package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;

/**
 * What each source costs and brings. A deal belongs to the source that its lead came from: the
 * first touch.
 */
final class SourceKpis {

  private static final double CENTS = 100;

  private SourceKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
                "lead_cost_per_opportunity",
                "Cost of leads per opportunity",
                Unit.MONEY,
                Better.LOWER,
                Slice.SOURCE,
                "cost of the leads that arrived / leads that became opportunities, in the period",
                "What a source's opportunities cost; fixed pay is not in it.",
                (f, m) -> f.ratio(ResultKpis.leadCost(f, m), f.sum(Fact.OPPORTUNITIES, m)) / CENTS)
            .when(SourceKpis::costs),
        kpi(
                "lead_cost_per_win",
                "Cost of leads per win",
                Unit.MONEY,
                Better.LOWER,
                Slice.SOURCE,
                "cost of the leads that arrived / deals won from the source, in the period",
                "What a source's customers cost in leads; fixed pay is not in it.",
                (f, m) -> f.ratio(ResultKpis.leadCost(f, m), f.sum(Fact.WON_BY_SOURCE, m)) / CENTS)
            .when(SourceKpis::costs),
        kpi(
                "source_roi",
                "Return on the cost of leads",
                Unit.SHARE,
                Better.HIGHER,
                Slice.SOURCE,
                "(gross margin of the deals won from the source, after its partner's share - cost"
                    + " of its leads) / cost of its leads, in the period",
                "First year's margin per unit of money put into the source, less 1. The leads of a"
                    + " period win later, so look at the whole horizon.",
                SourceKpis::roi)
            .when(SourceKpis::costs),
        kpi(
                "partner_share",
                "Kept by partners",
                Unit.MONEY,
                Better.LOWER,
                Slice.SOURCE,
                "sum over the deals won of annual value x the source's share",
                "Margin or commission of the partners who brought the leads; it is taken off the"
                    + " gross margin.",
                (f, m) -> f.sum(Fact.PARTNER_SHARE, m) / CENTS)
            .when(scenario -> scenario.sources().stream().anyMatch(s -> s.share() > 0)),
        kpi(
                "discount_given",
                "Given up in end-of-quarter discounts",
                Unit.MONEY,
                Better.LOWER,
                Slice.ALL,
                "sum over the deals won in the last days of a quarter of value x discount",
                "What the push has cost in annual contract value; bookings are without it.",
                (f, m) -> f.sum(Fact.DISCOUNT) / CENTS)
            .when(scenario -> scenario.push().isPresent()));
  }

  private static boolean costs(Scenario scenario) {
    return scenario.sources().stream().anyMatch(s -> s.costCents() > 0);
  }

  private static double roi(Facts f, int source) {
    double cost = ResultKpis.leadCost(f, source);
    return f.ratio(f.sum(Fact.MARGIN_BY_SOURCE, source) - cost, cost);
  }
}
