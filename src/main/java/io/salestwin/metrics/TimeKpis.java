package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** How long it takes. All days and hours are plain time, not working time. */
final class TimeKpis {

  private TimeKpis() {}

  static List<Kpi> list() {
    return List.of(
        days(
            "cycle",
            "Sales cycle of won deals",
            Slice.ALL,
            "mean time from becoming an opportunity to the win",
            "How long a deal takes. A deal of a given starting pipeline counts from its entry into"
                + " the stage that it was in.",
            (f, m) -> f.ratio(f.sum(Fact.WON_CYCLE_MS), f.sum(Fact.WON)) / Facts.DAY_MS),
        days(
            "cycle_median",
            "Median sales cycle of won deals",
            Slice.ALL,
            "median time from becoming an opportunity to the win, exact to 0.8 %",
            "Half of the won deals took no longer.",
            (f, m) -> f.quantileMs(Fact.WON_CYCLES, 0.5) / Facts.DAY_MS),
        days(
            "cycle_p90",
            "90 % quantile of the sales cycle of won deals",
            Slice.ALL,
            "90 % quantile of the time from becoming an opportunity to the win, exact to 0.8 %",
            "The slowest tenth of the won deals took longer.",
            (f, m) -> f.quantileMs(Fact.WON_CYCLES, 0.9) / Facts.DAY_MS),
        days(
            "lead_time",
            "Lead to win",
            Slice.ALL,
            "mean time from arrival to win",
            "How long it takes from the first sign of interest to the customer. A deal of a given"
                + " starting pipeline counts from its entry into the stage that it was in.",
            (f, m) -> f.ratio(f.sum(Fact.WON_LEAD_TIME_MS), f.sum(Fact.WON)) / Facts.DAY_MS),
        days(
            "lost_cycle",
            "Cycle of lost opportunities",
            Slice.ALL,
            "mean time from becoming an opportunity to the loss for good",
            "How long reps carry deals that they do not win.",
            (f, m) ->
                f.ratio(f.sum(Fact.LOST_CYCLE_MS), f.sum(Fact.LOST_OPPORTUNITIES)) / Facts.DAY_MS),
        days(
            "lost_cycle_median",
            "Median cycle of lost opportunities",
            Slice.ALL,
            "median time from becoming an opportunity to the loss for good, exact to 0.8 %",
            "Half of the lost opportunities took no longer.",
            (f, m) -> f.quantileMs(Fact.LOST_CYCLES, 0.5) / Facts.DAY_MS),
        days(
            "lost_cycle_p90",
            "90 % quantile of the cycle of lost opportunities",
            Slice.ALL,
            "90 % quantile of the time from becoming an opportunity to the loss for good, exact to"
                + " 0.8 %",
            "The slowest tenth of the lost opportunities took longer.",
            (f, m) -> f.quantileMs(Fact.LOST_CYCLES, 0.9) / Facts.DAY_MS),
        days(
            "stage_days",
            "Time in stage",
            Slice.STAGE,
            "mean over the visits that ended of queue + work + buyer",
            "How long a lead stays in the stage.",
            TimeKpis::stageDays),
        part(
            "queue_days",
            "Waiting for a rep",
            Fact.QUEUE_MS,
            "The part of the time in stage in which a lead waits until a rep has time."),
        part(
            "work_days",
            "In rep work",
            Fact.WORK_MS,
            "The part of the time in stage from the beginning of touches to their end, with nights"
                + " and weekends in them and the gaps between repeats."),
        part(
            "buyer_days",
            "Waiting for the buyer",
            Fact.BUYER_MS,
            "The part of the time in stage after the last touch, until the buyer decides."),
        kpi(
            "response_hours",
            "Response time",
            Unit.HOURS,
            Better.LOWER,
            Slice.STAGE,
            "mean time from entering the stage to the beginning of the first touch, nights and"
                + " weekends included",
            "How long leads wait until somebody deals with them; leads that nobody touched are not"
                + " in it.",
            (f, m) ->
                f.ratio(f.sum(Fact.RESPONSE_MS, m), f.sum(Fact.FIRST_TOUCHES, m)) / Facts.HOUR_MS),
        kpi(
            "response_median",
            "Median response in the first stage",
            Unit.HOURS,
            Better.LOWER,
            Slice.ALL,
            "median time from entering the first stage to the beginning of the first touch, exact"
                + " to 0.8 %",
            "Speed to lead as half of the leads see it; returned leads count again.",
            (f, m) -> f.quantileMs(Fact.RESPONSES, 0.5) / Facts.HOUR_MS));
  }

  private static Kpi days(
      String id, String name, Slice slice, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, Unit.DAYS, Better.LOWER, slice, formula, text, function);
  }

  private static Kpi part(String id, String name, Fact fact, String text) {
    return days(
        id,
        name,
        Slice.STAGE,
        "mean over the visits that ended",
        text,
        (f, m) -> f.ratio(f.sum(fact, m), FunnelKpis.ended(f, m)) / Facts.DAY_MS);
  }

  private static double stageDays(Facts f, int m) {
    double ms = f.sum(Fact.QUEUE_MS, m) + f.sum(Fact.WORK_MS, m) + f.sum(Fact.BUYER_MS, m);
    return f.ratio(ms, FunnelKpis.ended(f, m)) / Facts.DAY_MS;
  }
}
