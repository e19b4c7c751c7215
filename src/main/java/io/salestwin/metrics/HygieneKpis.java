package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.HygieneRules;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pipeline hygiene: planned closes that slip, deals that do not move, next steps. */
final class HygieneKpis {

  private HygieneKpis() {}

  static boolean plansCloses(Scenario scenario) {
    return has(HygieneRules::slips).test(scenario);
  }

  static boolean asksForSteps(Scenario scenario) {
    return has(HygieneRules::nextStep).test(scenario);
  }

  private static Predicate<Scenario> has(Function<HygieneRules, java.util.Optional<?>> rule) {
    return scenario -> scenario.hygiene().map(rule).filter(r -> r.isPresent()).isPresent();
  }

  static List<Kpi> list() {
    List<Kpi> all = new ArrayList<>();
    slips().forEach(kpi -> all.add(kpi.when(HygieneKpis::plansCloses)));
    stale().forEach(kpi -> all.add(kpi.when(has(HygieneRules::stale))));
    all.add(
        kpi(
                "next_step_compliance",
                "Deals with a next step",
                Unit.SHARE,
                Better.HIGHER,
                Slice.STAGE,
                "visits to pipeline stages with an agreed next step / such visits whose buyers'"
                    + " delay began in the period",
                "A deal without a next step stalls.",
                (f, m) -> f.ratio(f.sum(Fact.STEPS_AGREED, m), f.sum(Fact.STEPS_DUE, m)))
            .when(HygieneKpis::asksForSteps));
    return all;
  }

  private static List<Kpi> slips() {
    return List.of(
        kpi(
            "slip_rate",
            "Slip rate",
            Unit.SHARE,
            Better.LOWER,
            Slice.ALL,
            "opportunities that passed their first planned close open / these + opportunities that"
                + " were won, lost or went dormant before it, in the period",
            "How far close dates are to be believed.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.FIRST_SLIPS), f.sum(Fact.FIRST_SLIPS) + f.sum(Fact.CLOSED_ON_PLAN))),
        ResultKpis.count(
            "slips",
            "Slips of planned closes",
            Slice.ALL,
            Fact.SLIPS,
            Better.LOWER,
            "Times that an open deal passed the day on which it was to close."),
        ResultKpis.count(
            "deal_reviews",
            "Closes planned anew",
            Slice.ALL,
            Fact.REVIEWS,
            Better.NEITHER,
            "Reviews of deals that had slipped as often as the rule allows."));
  }

  private static List<Kpi> stale() {
    return List.of(
        ResultKpis.count(
            "gone_stale",
            "Deals gone stale",
            Slice.STAGE,
            Fact.GONE_STALE,
            Better.LOWER,
            "Deals that had not moved for as long as the rule allows."),
        ResultKpis.count(
            "stale_lost",
            "Stale deals lost",
            Slice.STAGE,
            Fact.STALE_LOST,
            Better.NEITHER,
            "Stale deals that the rule closed as lost."),
        ResultKpis.count(
            "requalified",
            "Stale deals requalified",
            Slice.STAGE,
            Fact.REQUALIFIED,
            Better.NEITHER,
            "Stale deals that the rule sent back to be qualified again."),
        kpi(
            "stale_open",
            "Stale deals open",
            Unit.COUNT,
            Better.LOWER,
            Slice.ALL,
            "mean over the period of the number of deals that are stale and still open",
            "Places among the open leads that the rule frees.",
            (f, m) -> f.sum(Fact.STALE_AREA) / (f.days() * Facts.DAY_MS)),
        ResultKpis.count(
            "stale_touches",
            "Touches on stale deals",
            Slice.ALL,
            Fact.STALE_TOUCHES,
            Better.LOWER,
            "Touches done on deals that are or have been stale."),
        kpi(
            "stale_hours",
            "Rep hours on stale deals",
            Unit.HOURS,
            Better.LOWER,
            Slice.ROLE,
            "time on the working clock that reps spent on deals that are or have been stale",
            "Work that a stricter rule would free.",
            (f, m) -> f.sum(Fact.STALE_WORK_MS, m) / Facts.HOUR_MS));
  }
}
