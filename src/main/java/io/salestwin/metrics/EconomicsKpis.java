package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.finance.UnitEconomics;
import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.List;
import java.util.stream.Stream;

/** What becomes revenue, what is left of it, and what a customer is worth. */
final class EconomicsKpis {

  private static final double CENTS = 100;

  private EconomicsKpis() {}

  static List<Kpi> list() {
    return Stream.of(waterfall(), profits(), unit()).flatMap(List::stream).toList();
  }

  private static List<Kpi> waterfall() {
    return Stream.of(
            money(
                "revenue",
                "Revenue recognised",
                Better.HIGHER,
                Slice.SEGMENT,
                "sum over the customers of what of their contracts became revenue in the period,"
                    + " by products.NAME.recognition",
                "A contract's revenue begins when it goes live; bookings are the day of the win.",
                (f, m) -> f.sum(Fact.REVENUE, m)),
            money(
                "revenue_by_product",
                "Revenue by product",
                Better.HIGHER,
                Slice.PRODUCT,
                "as revenue",
                "Revenue recognised in the period, by what was bought.",
                (f, m) -> f.sum(Fact.REVENUE_BY_PRODUCT, m)),
            money(
                "delivery_cost",
                "Cost of delivery",
                Better.LOWER,
                Slice.PRODUCT,
                "revenue x (1 - margin)",
                "What it costs to deliver what became revenue.",
                (f, m) -> f.sum(Fact.DELIVERY_COST_BY_PRODUCT, m)),
            money(
                "success_cost",
                "Cost of customer success",
                Better.LOWER,
                Slice.PRODUCT,
                "revenue x costs.success + costs.perCustomer x customers x years",
                "What it costs to look after the live customers.",
                (f, m) -> f.sum(Fact.SUCCESS_COST_BY_PRODUCT, m)),
            money(
                "overhead_cost",
                "Overhead",
                Better.LOWER,
                Slice.PRODUCT,
                "revenue x costs.overhead",
                "The part of the overhead that the revenue carries.",
                (f, m) -> f.sum(Fact.OVERHEAD_COST_BY_PRODUCT, m)),
            money(
                "product_profit",
                "Profit before acquisition",
                Better.HIGHER,
                Slice.PRODUCT,
                "revenue - cost of delivery - customer success - overhead",
                "What the customers leave, before what it costs to win new ones.",
                EconomicsKpis::productProfit))
        .map(kpi -> kpi.when(s -> s.customers().isPresent()))
        .toList();
  }

  private static List<Kpi> profits() {
    return Stream.of(
            share(
                "product_margin",
                "Margin before acquisition",
                Better.HIGHER,
                Slice.PRODUCT,
                "profit before acquisition / revenue",
                "What is left of each unit of revenue, by product.",
                (f, m) -> f.ratio(productProfit(f, m), f.sum(Fact.REVENUE_BY_PRODUCT, m))),
            money(
                "segment_profit",
                "Profit before acquisition by segment",
                Better.HIGHER,
                Slice.SEGMENT,
                "revenue - cost of delivery - customer success - overhead",
                "What the customers leave, by the kind of buyer.",
                EconomicsKpis::segmentProfit),
            share(
                "segment_margin",
                "Margin before acquisition by segment",
                Better.HIGHER,
                Slice.SEGMENT,
                "profit before acquisition / revenue",
                "What is left of each unit of revenue, by the kind of buyer.",
                (f, m) -> f.ratio(segmentProfit(f, m), f.sum(Fact.REVENUE, m))),
            money(
                "contribution",
                "Contribution",
                Better.HIGHER,
                Slice.ALL,
                "profit before acquisition - (cost of leads + fixed pay of the reps)",
                "What is left when those who win customers are paid. Not computable when neither a"
                    + " source's cost nor a role's salary is stated.",
                (f, m) -> segmentProfit(f, -1) - ResultKpis.acquisition(f)),
            share(
                "contribution_margin",
                "Contribution margin",
                Better.HIGHER,
                Slice.ALL,
                "contribution / revenue",
                "What is left of each unit of revenue when acquisition is paid.",
                (f, m) ->
                    f.ratio(segmentProfit(f, -1) - ResultKpis.acquisition(f), f.sum(Fact.REVENUE))))
        .map(kpi -> kpi.when(s -> s.customers().isPresent()))
        .toList();
  }

  private static List<Kpi> unit() {
    return Stream.of(
            share(
                "cac_share",
                "CAC as a share of the first year",
                Better.LOWER,
                Slice.ALL,
                "(cost of leads + fixed pay of the reps) / annual value won, both in the period",
                "How much of a new customer's first year it took to win him. Not computable when"
                    + " neither a source's cost nor a role's salary is stated.",
                (f, m) -> f.ratio(ResultKpis.acquisition(f), f.sum(Fact.BOOKINGS))),
            money(
                "ltv",
                "Lifetime value (LTV)",
                Better.HIGHER,
                Slice.SEGMENT,
                "mean over the deals won of annual value x margin x expected years, which are"
                    + " (contract months / 12) / (1 - (1 - churn)^(contract months / 12))",
                "Gross margin that a customer is expected to bring while he stays, at the value of"
                    + " the first year, not discounted, without expansion. Not computable when"
                    + " deals are won in a segment without churn, or none is won.",
                EconomicsKpis::lifetimeValue),
            kpi(
                "ltv_to_cac",
                "LTV to CAC",
                Unit.RATIO,
                Better.HIGHER,
                Slice.ALL,
                "lifetime value / acquisition cost per win",
                "What a customer brings for each unit that it costs to win him; 3 and more is the"
                    + " usual demand. Not computable where one of the two is not.",
                (f, m) ->
                    f.ratio(
                        lifetimeValue(f, -1),
                        UnitEconomics.ratio(ResultKpis.acquisition(f), f.sum(Fact.WON)))))
        .map(kpi -> kpi.when(EconomicsKpis::knowsChurn))
        .toList();
  }

  private static boolean knowsChurn(Scenario scenario) {
    return scenario.customers().isPresent()
        || scenario.segments().stream().anyMatch(s -> s.churn() > 0);
  }

  private static double lifetimeValue(Facts f, int member) {
    List<Segment> segments = f.scenario().segments();
    for (int s = 0; s < segments.size(); s++) {
      boolean asked = member < 0 || member == s;
      if (asked && segments.get(s).churn() == 0 && f.sum(Fact.WON_BY_SEGMENT, s) > 0) {
        return Double.NaN;
      }
    }
    return f.ratio(f.sum(Fact.LIFETIME_VALUE, member), f.sum(Fact.WON_BY_SEGMENT, member));
  }

  private static double productProfit(Facts f, int m) {
    return f.sum(Fact.REVENUE_BY_PRODUCT, m)
        - f.sum(Fact.DELIVERY_COST_BY_PRODUCT, m)
        - f.sum(Fact.SUCCESS_COST_BY_PRODUCT, m)
        - f.sum(Fact.OVERHEAD_COST_BY_PRODUCT, m);
  }

  private static double segmentProfit(Facts f, int m) {
    return f.sum(Fact.REVENUE, m)
        - f.sum(Fact.DELIVERY_COST, m)
        - f.sum(Fact.SUCCESS_COST, m)
        - f.sum(Fact.OVERHEAD_COST, m);
  }

  private static Kpi share(
      String id,
      String name,
      Better better,
      Slice slice,
      String formula,
      String text,
      Kpi.Formula function) {
    return kpi(id, name, Unit.SHARE, better, slice, formula, text, function);
  }

  /** An amount in units of the currency, from a formula in cents. */
  private static Kpi money(
      String id,
      String name,
      Better better,
      Slice slice,
      String formula,
      String text,
      Kpi.Formula cents) {
    Kpi.Formula units = (f, m) -> cents.of(f, m) / CENTS;
    return kpi(id, name, Unit.MONEY, better, slice, formula, text, units);
  }
}
