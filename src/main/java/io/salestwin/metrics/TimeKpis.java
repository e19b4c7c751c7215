package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** How long it takes. */
final class TimeKpis {

  private TimeKpis() {}

  static List<Kpi> list() {
    return List.of(
        days(
            "cycle",
            "Sales cycle of won deals",
            Slice.ALL,
            "mean time from opportunity to win",
            (f, m) -> f.ratio(f.sum(Fact.WON_CYCLE_MS), f.sum(Fact.WON)) / Facts.DAY_MS),
        days(
            "cycle_median",
            "Median sales cycle of won deals",
            Slice.ALL,
            "median time from opportunity to win, to 0.8 %",
            (f, m) -> f.quantileMs(Fact.WON_CYCLES, 0.5) / Facts.DAY_MS),
        days(
            "cycle_p90",
            "Slowest tenth of won deals",
            Slice.ALL,
            "90 % quantile of the time from opportunity to win, to 0.8 %",
            (f, m) -> f.quantileMs(Fact.WON_CYCLES, 0.9) / Facts.DAY_MS),
        days(
            "lead_time",
            "Lead to win",
            Slice.ALL,
            "mean time from arrival to win",
            (f, m) -> f.ratio(f.sum(Fact.WON_LEAD_TIME_MS), f.sum(Fact.WON)) / Facts.DAY_MS),
        days(
            "lost_cycle",
            "Cycle of lost opportunities",
            Slice.ALL,
            "mean time from opportunity to loss",
            (f, m) ->
                f.ratio(f.sum(Fact.LOST_CYCLE_MS), f.sum(Fact.LOST_OPPORTUNITIES)) / Facts.DAY_MS),
        days(
            "stage_days",
            "Time in stage",
            Slice.STAGE,
            "mean over the visits that ended: queue + work + buyer",
            (f, m) ->
                f.ratio(
                        f.sum(Fact.QUEUE_MS, m) + f.sum(Fact.WORK_MS, m) + f.sum(Fact.BUYER_MS, m),
                        FunnelKpis.ended(f, m))
                    / Facts.DAY_MS),
        part("queue_days", "Waiting for a rep", Fact.QUEUE_MS),
        part("work_days", "In rep work", Fact.WORK_MS),
        part("buyer_days", "Waiting for the buyer", Fact.BUYER_MS),
        kpi(
            "response_hours",
            "Response time",
            Unit.HOURS,
            Better.LOWER,
            Slice.STAGE,
            "mean time from entering the stage to the first touch",
            "How long leads wait until somebody deals with them.",
            (f, m) ->
                f.ratio(f.sum(Fact.RESPONSE_MS, m), f.sum(Fact.FIRST_TOUCHES, m)) / Facts.HOUR_MS),
        kpi(
            "response_median",
            "Median response to a new lead",
            Unit.HOURS,
            Better.LOWER,
            Slice.ALL,
            "median time from entering the first stage to the first touch, to 0.8 %",
            "Speed to lead as half of the leads see it.",
            (f, m) -> f.quantileMs(Fact.RESPONSES, 0.5) / Facts.HOUR_MS));
  }

  private static Kpi days(
      String id, String name, Slice slice, String formula, Kpi.Formula function) {
    return kpi(
        id, name, Unit.DAYS, Better.LOWER, slice, formula, name + ", in calendar days.", function);
  }

  private static Kpi part(String id, String name, Fact fact) {
    return days(
        id,
        name,
        Slice.STAGE,
        "mean over the visits that ended",
        (f, m) -> f.ratio(f.sum(fact, m), FunnelKpis.ended(f, m)) / Facts.DAY_MS);
  }
}
