package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** Whom the deals met, and how they went. */
final class CompetitorKpis {

  private static final double CENTS = 100;

  private CompetitorKpis() {}

  static List<Kpi> list() {
    return List.of(
        of(
            "win_rate_by_competitor",
            "Win rate by competitor",
            Unit.SHARE,
            Better.HIGHER,
            "deals won / (deals won + opportunities lost for good)",
            "Of the opportunities that closed in the period, how many were won, by the competitor"
                + " whom they met.",
            (f, m) -> f.ratio(f.sum(Fact.WON_BY_COMPETITOR, m), closed(f, m))),
        of(
            "met_by_competitor",
            "Share of deals that met a competitor",
            Unit.SHARE,
            Better.NEITHER,
            "(deals won + opportunities lost for good) that met it / all of them",
            "How often each competitor was met in what closed.",
            (f, m) -> f.ratio(closed(f, m), closed(f, -1))),
        of(
            "won_by_competitor",
            "Deals won by competitor",
            Unit.COUNT,
            Better.HIGHER,
            "number in the period",
            "Deals won, by the competitor whom they met.",
            (f, m) -> f.sum(Fact.WON_BY_COMPETITOR, m)),
        of(
            "bookings_by_competitor",
            "Bookings by competitor",
            Unit.MONEY,
            Better.HIGHER,
            "sum of the annual contract value of the deals won in the period",
            "Against whom the bookings were won.",
            (f, m) -> f.sum(Fact.BOOKINGS_BY_COMPETITOR, m) / CENTS));
  }

  private static double closed(Facts f, int m) {
    return f.sum(Fact.WON_BY_COMPETITOR, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_COMPETITOR, m);
  }

  private static Kpi of(
      String id,
      String name,
      Unit unit,
      Better better,
      String formula,
      String text,
      Kpi.Formula function) {
    return kpi(id, name, unit, better, Slice.COMPETITOR, formula, text, function)
        .when(scenario -> !scenario.competitors().isEmpty());
  }
}
