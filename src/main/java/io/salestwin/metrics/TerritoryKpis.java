package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Territory;
import java.util.Arrays;
import java.util.List;

/** What each territory brings, and how fair the division is. */
final class TerritoryKpis {

  private static final double CENTS = 100;
  private static final double QUARTERS_PER_YEAR = 4;

  private TerritoryKpis() {}

  static List<Kpi> list() {
    return List.of(
        of(
            "leads_by_territory",
            "Leads by territory",
            Unit.COUNT,
            "number in the period",
            "Leads that arrived, by the territory that they lie in.",
            (f, m) -> f.sum(Fact.LEADS_BY_TERRITORY, m)),
        of(
            "opportunities_by_territory",
            "Opportunities by territory",
            Unit.COUNT,
            "number in the period",
            "Leads that became opportunities, by territory.",
            (f, m) -> f.sum(Fact.OPPORTUNITIES_BY_TERRITORY, m)),
        of(
            "won_by_territory",
            "Deals won by territory",
            Unit.COUNT,
            "number in the period",
            "Deals won, by territory.",
            (f, m) -> f.sum(Fact.WON_BY_TERRITORY, m)),
        of(
            "bookings_by_territory",
            "Bookings by territory",
            Unit.MONEY,
            "annual contract value won in the period",
            "What each territory brings.",
            (f, m) -> f.sum(Fact.BOOKINGS_BY_TERRITORY, m) / CENTS),
        of(
            "win_rate_by_territory",
            "Win rate by territory",
            Unit.SHARE,
            "deals won / (deals won + opportunities lost for good)",
            "Whether deals are won as often everywhere.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_TERRITORY, m),
                    f.sum(Fact.WON_BY_TERRITORY, m)
                        + f.sum(Fact.LOST_OPPORTUNITIES_BY_TERRITORY, m))),
        of(
            "penetration",
            "Penetration",
            Unit.SHARE,
            "bookings of a year at the period's pace / potential",
            "How much of what its accounts could buy a territory brings; not computable where the"
                + " scenario names no potential.",
            TerritoryKpis::penetration),
        kpi(
                "territory_gini",
                "Gini of bookings per rep over territories",
                Unit.RATIO,
                Better.LOWER,
                Slice.ALL,
                "sum over all pairs of territories of |x - y| / (2 x number^2 x mean), of their"
                    + " bookings per rep with a territory",
                "0 when every territory brings as much for each of its reps, towards 1 when one"
                    + " brings it all.",
                (f, m) -> gini(f))
            .when(scenario -> scenario.territories().size() > 1));
  }

  private static Kpi of(
      String id, String name, Unit unit, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, unit, Better.HIGHER, Slice.TERRITORY, formula, text, function)
        .when(scenario -> !scenario.territories().isEmpty());
  }

  private static double penetration(Facts f, int member) {
    List<Territory> all = f.scenario().territories();
    double potential = 0;
    double bookings = 0;
    for (int t = 0; t < all.size(); t++) {
      if (member < 0 || member == t) {
        if (all.get(t).potentialCents().isEmpty()) {
          return Double.NaN;
        }
        potential += all.get(t).potentialCents().get();
        bookings += f.sum(Fact.BOOKINGS_BY_TERRITORY, t);
      }
    }
    return f.ratio(bookings * QUARTERS_PER_YEAR / f.quarters(), potential);
  }

  private static double gini(Facts f) {
    double[] perRep = new double[f.scenario().territories().size()];
    double[] present = new double[perRep.length];
    for (int rep = 0; rep < f.reps(); rep++) {
      int territory = f.rep(rep).territory();
      if (territory >= 0) {
        present[territory] += f.sum(Fact.PRESENT_MS, rep);
      }
    }
    for (int t = 0; t < perRep.length; t++) {
      perRep[t] = f.ratio(f.sum(Fact.BOOKINGS_BY_TERRITORY, t), present[t]);
    }
    double mean = Arrays.stream(perRep).average().orElse(Double.NaN);
    double sum = 0;
    for (double x : perRep) {
      for (double y : perRep) {
        sum += Math.abs(x - y);
      }
    }
    return f.ratio(sum, 2 * perRep.length * perRep.length * mean);
  }
}
