package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** How large the deals are, which sizes are won, and why the others are lost. */
final class DealKpis {

  private static final double CENTS = 100;

  /** How many of the biggest deals are looked at. */
  static final List<Integer> BIGGEST = List.of(1, 3, 5, 10);

  private DealKpis() {}

  static List<Kpi> list() {
    return List.of(
        dealSize("deal_size_by_source", Slice.SOURCE, Fact.BOOKINGS_BY_SOURCE, Fact.WON_BY_SOURCE),
        dealSize(
            "deal_size_by_product", Slice.PRODUCT, Fact.BOOKINGS_BY_PRODUCT, Fact.WON_BY_PRODUCT),
        kpi(
            "whale_share",
            "Whale concentration",
            Unit.SHARE,
            Better.LOWER,
            Slice.ALL,
            "bookings from the largest tenth of the deals won / bookings; the tenth is rounded up",
            "How much hangs on few deals: the more, the wider the range of the result.",
            (f, m) -> f.topTenthShare()),
        kpi(
            "biggest_deals",
            "Biggest deals",
            Unit.MONEY,
            Better.NEITHER,
            Slice.BIGGEST,
            "annual contract value of the 1, 3, 5 and 10 largest deals won; of all, the largest one."
                + " Where only some deals of nearly one size (within an eighth) are taken, each"
                + " counts with their mean",
            "What is missing when the biggest deals do not come.",
            (f, m) -> f.biggest(m < 0 ? 1 : BIGGEST.get(m)) / CENTS),
        kpi(
            "lost_share",
            "Share of a reason in the losses",
            Unit.SHARE,
            Better.NEITHER,
            Slice.REASON,
            "leads lost for good for the reason / leads lost for good",
            "Why leads are lost, largest part first the thing to change.",
            (f, m) -> f.ratio(f.sum(Fact.LOST, m), f.sum(Fact.LOST))),
        bySize(
            "win_rate_by_size",
            "Win rate by deal size",
            Unit.SHARE,
            "deals won / (deals won + opportunities lost for good)",
            "Whether large deals are won as often as small ones.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_SIZE, m),
                    f.sum(Fact.WON_BY_SIZE, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_SIZE, m))),
        bySize(
            "won_by_size",
            "Deals won by size",
            Unit.COUNT,
            "number in the period",
            "Deals won, by band of their annual contract value.",
            (f, m) -> f.sum(Fact.WON_BY_SIZE, m)),
        bySize(
            "bookings_by_size",
            "Bookings by deal size",
            Unit.MONEY,
            "sum of the annual contract value of the deals won in the period",
            "From which sizes of deals the bookings come.",
            (f, m) -> f.sum(Fact.BOOKINGS_BY_SIZE, m) / CENTS));
  }

  private static Kpi bySize(
      String id, String name, Unit unit, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, unit, Better.HIGHER, Slice.SIZE_BAND, formula, text, function)
        .when(DealKpis::hasBands);
  }

  private static boolean hasBands(Scenario scenario) {
    return !scenario.sizeBands().isEmpty();
  }

  private static Kpi dealSize(String id, Slice slice, Fact bookings, Fact won) {
    String by = slice == Slice.SOURCE ? "source" : "product";
    return kpi(
        id,
        "Average deal size by " + by,
        Unit.MONEY,
        Better.HIGHER,
        slice,
        "bookings / deals won",
        "Mean annual contract value of a won deal, by " + by + ".",
        (f, m) -> f.ratio(f.sum(bookings, m), f.sum(won, m)) / CENTS);
  }
}
