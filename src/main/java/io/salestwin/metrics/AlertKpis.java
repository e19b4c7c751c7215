package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** Which alerts fire, and how long before the end of the period. */
final class AlertKpis {

  private AlertKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
                "alert_fired",
                "Alert fires",
                Unit.SHARE,
                Better.LOWER,
                Slice.ALERT,
                "1 when the rule of the alert has held for as many weeks in a row as it asks, at"
                    + " the end of some week of the period; else 0",
                "How often somebody would be alarmed.",
                (f, m) -> Double.isNaN(f.weeksEarly(m)) ? 0 : 1)
            .when(AlertKpis::applies),
        kpi(
                "alert_weeks_early",
                "Weeks from the alert to the end of the period",
                Unit.RATIO,
                Better.HIGHER,
                Slice.ALERT,
                "weeks from the first week of the period at whose end the alert fires to the end"
                    + " of the period",
                "How much time is left to act; not computable when the alert does not fire.",
                Facts::weeksEarly)
            .when(AlertKpis::applies));
  }

  private static boolean applies(Scenario scenario) {
    return !scenario.alerts().isEmpty();
  }
}
