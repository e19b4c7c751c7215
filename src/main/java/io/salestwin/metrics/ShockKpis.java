package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** What happened in the middle of the horizon. */
final class ShockKpis {

  private ShockKpis() {}

  static List<Kpi> list() {
    return List.of(
        ResultKpis.count(
                "shocks",
                "Shocks",
                Slice.SHOCK,
                Fact.SHOCKS,
                Better.LOWER,
                "Shocks that struck in the period; one that has begun before the start counts in"
                    + " the first.")
            .when(scenario -> !scenario.shocks().isEmpty()),
        kpi(
                "shock_share",
                "Time under shocks",
                Unit.SHARE,
                Better.LOWER,
                Slice.SHOCK,
                "time for which the shock lasts / length of the period",
                "Over all shocks it is the mean number of shocks that last at once.",
                (f, m) -> f.ratio(f.sum(Fact.SHOCK_MS, m), f.days() * Facts.DAY_MS))
            .when(scenario -> !scenario.shocks().isEmpty()));
  }
}
