package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Customers;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of customers: how many there are, what they pay, who stays and who buys more. */
final class CustomerKpis {

  private static final double CENTS = 100;
  private static final String NEEDS_OPENING =
      " Not computable without customers.opening: whom one could have kept is not known.";

  private CustomerKpis() {}

  static List<Kpi> list() {
    return Stream.of(base(), changes(), renewals(), retention(), onboarding())
        .flatMap(List::stream)
        .toList();
  }

  private static boolean hasCustomers(Scenario scenario) {
    return scenario.customers().isPresent();
  }

  static boolean onboards(Scenario scenario) {
    return scenario.customers().flatMap(Customers::onboarding).isPresent();
  }

  private static List<Kpi> base() {
    return List.of(
        number(
            "customers_at_start",
            "Customers at the start",
            Better.HIGHER,
            "live customers when the period began",
            "Customers whose contract runs; those who are still being taken in do not count yet.",
            (f, m) -> f.atStart(Fact.CUSTOMERS_AT_START, m)),
        number(
            "customers_at_end",
            "Customers at the end",
            Better.HIGHER,
            "live customers when the period ended",
            "At the start, and those gone live, less those who left.",
            (f, m) -> f.atEnd(Fact.CUSTOMERS_AT_END, m)),
        money(
            "arr_at_start",
            "ARR at the start",
            Better.HIGHER,
            "sum of the annual value of the contracts that run when the period begins",
            "Annual recurring revenue: what the live customers pay in a year.",
            (f, m) -> f.atStart(Fact.ARR_AT_START, m)),
        money(
            "arr_at_end",
            "ARR at the end",
            Better.HIGHER,
            "ARR at the start + new + expansion - contraction - churned",
            "Annual recurring revenue when the period ended.",
            (f, m) -> f.atEnd(Fact.ARR_AT_END, m)));
  }

  private static List<Kpi> changes() {
    return List.of(
        number(
            "customers_new",
            "New customers",
            Better.HIGHER,
            "customers gone live in the period",
            "Won deals count from the day on which they go live.",
            (f, m) -> f.sum(Fact.WENT_LIVE, m)),
        number(
            "customers_lost",
            "Customers lost",
            Better.LOWER,
            "customers who left in the period",
            "Customers who did not renew, or left within their contract.",
            (f, m) -> f.sum(Fact.CHURNED, m)),
        money(
            "arr_new",
            "New ARR",
            Better.HIGHER,
            "sum of the annual value gone live in the period",
            "Annual recurring revenue of new customers, from the day on which they go live.",
            (f, m) -> f.sum(Fact.NEW_ARR, m)),
        money(
            "arr_expansion",
            "Expansion ARR",
            Better.HIGHER,
            "annual value added by customers in the period, rises of price at renewals included",
            "What customers buy more. It does not count towards the targets, which are about new"
                + " business.",
            (f, m) -> f.sum(Fact.EXPANSION_ARR, m)),
        money(
            "arr_contraction",
            "Contraction ARR",
            Better.LOWER,
            "annual value given up in the period by customers who stayed",
            "What customers buy less when they renew.",
            (f, m) -> f.sum(Fact.CONTRACTION_ARR, m)),
        money(
            "arr_churned",
            "Churned ARR",
            Better.LOWER,
            "annual value of the customers who left in the period",
            "What is lost with customers who leave.",
            (f, m) -> f.sum(Fact.CHURNED_ARR, m)),
        share(
            "expansion_share",
            "Expansion's share of growth",
            Better.NEITHER,
            "expansion ARR / (expansion ARR + new ARR)",
            "How much of what is added comes from those who are customers already.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.EXPANSION_ARR, m),
                    f.sum(Fact.EXPANSION_ARR, m) + f.sum(Fact.NEW_ARR, m))),
        number(
            "expansion_offers",
            "Expansion opportunities",
            Better.HIGHER,
            "offers to customers whose health had reached customers.expansion.threshold",
            "How often there was an occasion to sell more to a customer.",
            (f, m) -> f.sum(Fact.EXPANSION_OFFERS, m)),
        share(
            "expansion_win_rate",
            "Expansion win rate",
            Better.HIGHER,
            "expansions / expansion opportunities",
            "Of the offers made to customers, how many were taken.",
            (f, m) -> f.ratio(f.sum(Fact.EXPANSIONS, m), f.sum(Fact.EXPANSION_OFFERS, m))));
  }

  private static List<Kpi> renewals() {
    return List.of(
        number(
            "renewals_due",
            "Renewals due",
            Better.NEITHER,
            "contracts that ended in the period",
            "How many customers had to decide; those who had left before are not among them.",
            (f, m) -> f.sum(Fact.RENEWALS_DUE, m)),
        share(
            "renewal_rate",
            "Renewal rate",
            Better.HIGHER,
            "contracts renewed / contracts that ended, both in the period",
            "Of the contracts that came up for renewal, how many were renewed.",
            (f, m) -> f.ratio(f.sum(Fact.RENEWED, m), f.sum(Fact.RENEWALS_DUE, m))));
  }

  /** What is kept of the customers with whom a period begins. */
  static List<Kpi> retention() {
    return List.of(
        share(
            "logo_churn",
            "Logo churn",
            Better.LOWER,
            "1 - customers of the start who are still there at the end / customers at the start",
            "Share of the customers lost in the period, not scaled to a year: of 100 at the start"
                + " 90 at the end is 10 %, whatever came new."
                + NEEDS_OPENING,
            (f, m) ->
                1
                    - kept(
                        f,
                        f.keptAtEnd(Fact.COHORT_CUSTOMERS, Fact.FIRST_CUSTOMERS, m),
                        Fact.CUSTOMERS_AT_START,
                        m)),
        share(
            "grr",
            "Gross revenue retention (GRR)",
            Better.HIGHER,
            "ARR at the end of the customers of the start, each at most as at the start / ARR at"
                + " the start",
            "What is kept without any expansion, not scaled to a year: over four quarters it is the"
                + " usual yearly figure."
                + NEEDS_OPENING,
            (f, m) ->
                kept(
                    f,
                    f.keptAtEnd(Fact.COHORT_ARR_KEPT, Fact.FIRST_ARR_KEPT, m),
                    Fact.ARR_AT_START,
                    m)),
        share(
            "nrr",
            "Net revenue retention (NRR)",
            Better.HIGHER,
            "ARR at the end of the customers of the start / ARR at the start",
            "What the customers of the start pay at the end, with expansion; above 100 % the base"
                + " grows by itself. Not scaled to a year."
                + NEEDS_OPENING,
            (f, m) ->
                kept(f, f.keptAtEnd(Fact.COHORT_ARR, Fact.FIRST_ARR, m), Fact.ARR_AT_START, m)));
  }

  private static double kept(Facts f, double atEnd, Fact atStart, int member) {
    boolean known = f.scenario().customers().flatMap(Customers::opening).isPresent();
    return known ? f.ratio(atEnd, f.atStart(atStart, member)) : Double.NaN;
  }

  private static List<Kpi> onboarding() {
    return Stream.of(
            number(
                "go_live_backlog",
                "Go-live backlog",
                Better.LOWER,
                "customers signed and not yet live when the period ended",
                "Won deals that bring no revenue yet, because they wait or are being taken in.",
                (f, m) -> f.atEnd(Fact.PENDING_AT_END, m)),
            money(
                "go_live_backlog_arr",
                "ARR not yet live",
                Better.LOWER,
                "annual value signed and not yet live when the period ended",
                "Annual recurring revenue that is won and brings no revenue yet.",
                (f, m) -> f.atEnd(Fact.PENDING_ARR_AT_END, m)),
            kpi(
                "go_live_days",
                "Days from win to go-live",
                Unit.DAYS,
                Better.LOWER,
                Slice.SEGMENT,
                "mean time from the win over the customers that went live in the period",
                "How long a new customer waits until he can use what he has bought.",
                (f, m) ->
                    f.ratio(f.sum(Fact.GO_LIVE_MS, m), f.sum(Fact.WENT_LIVE, m)) / Facts.DAY_MS),
            kpi(
                "onboarding_waiting",
                "Customers waiting to be taken in",
                Unit.COUNT,
                Better.LOWER,
                Slice.ALL,
                "mean number over the period of won deals for which nobody has time yet",
                "Above 0 for long the delivery cannot keep up with sales.",
                (f, m) -> f.sum(Fact.ONBOARDING_WAITING_AREA) / (f.days() * Facts.DAY_MS)),
            share(
                "onboarding_failed",
                "Onboardings gone badly",
                Better.LOWER,
                "customers gone live after an onboarding that went badly / customers gone live",
                "They renew for the first time with lower odds.",
                (f, m) -> f.ratio(f.sum(Fact.ONBOARDING_FAILED, m), f.sum(Fact.WENT_LIVE, m))))
        .map(kpi -> kpi.when(CustomerKpis::onboards))
        .toList();
  }

  private static Kpi number(
      String id, String name, Better better, String formula, String text, Kpi.Formula function) {
    return of(id, name, Unit.COUNT, better, formula, text, function);
  }

  private static Kpi share(
      String id, String name, Better better, String formula, String text, Kpi.Formula function) {
    return of(id, name, Unit.SHARE, better, formula, text, function);
  }

  private static Kpi money(
      String id, String name, Better better, String formula, String text, Kpi.Formula function) {
    Kpi.Formula units = (f, m) -> function.of(f, m) / CENTS;
    return of(id, name, Unit.MONEY, better, formula, text, units);
  }

  private static Kpi of(
      String id,
      String name,
      Unit unit,
      Better better,
      String formula,
      String text,
      Kpi.Formula function) {
    return kpi(id, name, unit, better, Slice.SEGMENT, formula, text, function)
        .when(CustomerKpis::hasCustomers);
  }
}
