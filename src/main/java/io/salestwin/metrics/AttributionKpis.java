package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** What rules of attribution give to each source, beside what each truly brought. */
final class AttributionKpis {

  private static final double CENTS = 100;

  private AttributionKpis() {}

  static List<Kpi> list() {
    return Stream.of(
            rule(
                "first_touch", "first touch", "that the lead met first", Fact.BOOKINGS_FIRST_TOUCH),
            rule("last_touch", "last touch", "that the lead met last", Fact.BOOKINGS_LAST_TOUCH),
            rule(
                "linear", "equal parts", "that the lead met, in equal parts", Fact.BOOKINGS_LINEAR))
        .flatMap(List::stream)
        .map(kpi -> kpi.when(AttributionKpis::attributes))
        .toList();
  }

  private static boolean attributes(Scenario scenario) {
    return scenario.sources().stream().anyMatch(source -> source.assists() > 0);
  }

  private static List<Kpi> rule(String id, String name, String to, Fact fact) {
    return List.of(
        kpi(
            "bookings_" + id,
            "Bookings by " + name,
            Unit.MONEY,
            Better.HIGHER,
            Slice.SOURCE,
            "annual contract value won, given to the source " + to,
            "To be held beside bookings_by_source, the true cause: the source without which the"
                + " lead would not have come.",
            (f, m) -> f.sum(fact, m) / CENTS),
        kpi(
            "misattributed_" + id,
            "Given to the wrong source by " + name,
            Unit.SHARE,
            Better.LOWER,
            Slice.ALL,
            "sum over the sources of what the rule gives beyond what the source truly brought /"
                + " bookings",
            "How far a budget by this rule is off: deals given to wrong sources that even out are"
                + " not in it.",
            (f, m) -> wrong(f, fact)));
  }

  private static double wrong(Facts f, Fact fact) {
    double beyond = 0;
    for (int source = 0; source < f.members(fact); source++) {
      beyond += Math.max(0, f.sum(fact, source) - f.sum(Fact.BOOKINGS_BY_SOURCE, source));
    }
    return f.ratio(beyond, f.sum(Fact.BOOKINGS));
  }
}
