package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Effect;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What goes in, and how much of it comes through. */
final class FunnelKpis {

  private static final double MILLION = 1e6;

  private FunnelKpis() {}

  static List<Kpi> list() {
    return List.of(
        ResultKpis.count(
            "leads",
            "Leads",
            Slice.SOURCE,
            Fact.LEADS,
            Better.HIGHER,
            "Leads that arrived in the period."),
        ResultKpis.count(
            "leads_by_segment",
            "Leads by segment",
            Slice.SEGMENT,
            Fact.LEADS_BY_SEGMENT,
            Better.HIGHER,
            "Leads that arrived in the period, by the kind of buyer."),
        kpi(
            "leads_by_week",
            "Leads by week",
            Unit.COUNT,
            Better.HIGHER,
            Slice.WEEK,
            "number in the week",
            "How the leads come in over the horizon.",
            (f, m) -> f.week(Fact.LEADS_BY_WEEK, m)),
        ResultKpis.count(
            "opportunities",
            "Opportunities created",
            Slice.SOURCE,
            Fact.OPPORTUNITIES,
            Better.HIGHER,
            "Leads that came into the pipeline in the period (qualified leads); each counts once,"
                + " at its first time."),
        ResultKpis.count(
            "opportunities_by_segment",
            "Opportunities by segment",
            Slice.SEGMENT,
            Fact.OPPORTUNITIES_BY_SEGMENT,
            Better.HIGHER,
            "Leads that came into the pipeline in the period, by the kind of buyer."),
        ResultKpis.count(
            "opportunities_by_product",
            "Opportunities by product",
            Slice.PRODUCT,
            Fact.OPPORTUNITIES_BY_PRODUCT,
            Better.HIGHER,
            "Leads that came into the pipeline in the period, by what they want to buy."),
        share(
            "opportunity_rate",
            "Opportunities per lead",
            Slice.SOURCE,
            "opportunities created / leads arrived, both in the period",
            "How well leads become pipeline. Above 100 % when the period works off leads that came"
                + " before it.",
            (f, m) -> f.ratio(f.sum(Fact.OPPORTUNITIES, m), f.sum(Fact.LEADS, m))),
        share(
            "lead_win_rate",
            "Wins per lead",
            Slice.SOURCE,
            "deals won / leads arrived, both in the period",
            "How well leads become customers; deals won in the period mostly come from earlier"
                + " leads.",
            (f, m) -> f.ratio(f.sum(Fact.WON_BY_SOURCE, m), f.sum(Fact.LEADS, m))),
        share(
            "win_rate",
            "Win rate of closed opportunities",
            Slice.SEGMENT,
            "deals won / (deals won + opportunities lost for good)",
            "Of the opportunities that closed in the period, how many were won.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_SEGMENT, m),
                    f.sum(Fact.WON_BY_SEGMENT, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_SEGMENT, m))),
        share(
            "win_rate_by_source",
            "Win rate by source",
            Slice.SOURCE,
            "deals won / (deals won + opportunities lost for good)",
            "Of the opportunities that closed in the period, how many were won, by where the lead"
                + " came from.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_SOURCE, m),
                    f.sum(Fact.WON_BY_SOURCE, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_SOURCE, m))),
        share(
            "win_rate_by_product",
            "Win rate by product",
            Slice.PRODUCT,
            "deals won / (deals won + opportunities lost for good)",
            "Of the opportunities that closed in the period, how many were won, by what they"
                + " wanted to buy.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_PRODUCT, m),
                    f.sum(Fact.WON_BY_PRODUCT, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_PRODUCT, m))),
        share(
            "win_rate_by_rep",
            "Win rate by rep",
            Slice.REP,
            "deals won / (deals won + opportunities lost for good)",
            "Of the opportunities that a rep owned when they closed, how many were won; few deals"
                + " make it vary by luck.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.WON_BY_REP, m),
                    f.sum(Fact.WON_BY_REP, m) + f.sum(Fact.LOST_OPPORTUNITIES_BY_REP, m))),
        share(
            "win_rate_created",
            "Wins per opportunity created",
            Slice.SEGMENT,
            "deals won / opportunities created, both in the period",
            "The flow out of the pipeline against the flow into it; the wins are mostly of"
                + " opportunities created earlier.",
            (f, m) ->
                f.ratio(f.sum(Fact.WON_BY_SEGMENT, m), f.sum(Fact.OPPORTUNITIES_BY_SEGMENT, m))),
        share(
            "cohort_win_rate",
            "Win rate of the period's new opportunities",
            Slice.ALL,
            "opportunities created in the period and won by the end of the horizon / those won or"
                + " lost by then",
            "What became of the pipeline that the period created, as far as it has closed; look at"
                + " the share closed beside it.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.CREATED_AND_WON),
                    f.sum(Fact.CREATED_AND_WON) + f.sum(Fact.CREATED_AND_LOST))),
        kpi(
            "cohort_closed",
            "Share closed of the period's new opportunities",
            Unit.SHARE,
            Better.NEITHER,
            Slice.ALL,
            "opportunities created in the period and won or lost by the end of the horizon /"
                + " opportunities created in the period",
            "How complete the win rate of the period's new opportunities is; late periods have had"
                + " little time.",
            (f, m) ->
                f.ratio(
                    f.sum(Fact.CREATED_AND_WON) + f.sum(Fact.CREATED_AND_LOST),
                    f.sum(Fact.OPPORTUNITIES))),
        ResultKpis.count(
            "stage_entries",
            "Stage entries",
            Slice.STAGE,
            Fact.ENTERED,
            Better.NEITHER,
            "Times that a lead came into the stage, returns included."),
        kpi(
            "stage_ended",
            "Stage visits ended",
            Unit.COUNT,
            Better.NEITHER,
            Slice.STAGE,
            "visits that advanced, went back, were lost at the exit, timed out, went cold or went"
                + " stale in the period",
            "Times that a lead left the stage, whichever way.",
            FunnelKpis::ended),
        kpi(
            "stage_stated",
            "Stated chance to advance",
            Unit.SHARE,
            Better.NEITHER,
            Slice.STAGE,
            "mean of the scenario's stated chance over the visits whose outcome the odds decided"
                + " in the period",
            "What the scenario says of the reference lead; compare it with the stage conversion.",
            (f, m) -> f.ratio(f.sum(Fact.STATED, m) / MILLION, f.sum(Fact.DECIDED, m))),
        share(
            "stage_conversion",
            "Stage conversion",
            Slice.STAGE,
            "visits that advanced / visits that ended",
            "How many leave the stage forwards, time-outs and cold leads counted among those that"
                + " do not.",
            (f, m) -> f.ratio(f.sum(Fact.ADVANCED, m), ended(f, m))),
        lower(
            "stage_lost_share",
            "Lost at the stage's exit",
            "visits lost at the exit / visits that ended",
            Fact.STAGE_LOST,
            "Buyers who said no, those who will return later included."),
        lower(
            "stage_regress_share",
            "Gone back",
            "visits that went back / visits that ended",
            Fact.REGRESSED,
            "Leads sent back to an earlier stage."),
        lower(
            "stage_time_out_share",
            "Timed out",
            "visits that timed out / visits that ended",
            Fact.TIMED_OUT,
            "Leads that stayed longer than the stage allows."),
        lower(
            "stage_cold_share",
            "Gone cold untouched",
            "visits that ended before any touch because patience ran out / visits that ended",
            Fact.WENT_COLD,
            "Leads that nobody worked in time."));
  }

  /** Leads that sleep and come back. */
  static List<Kpi> returns() {
    return List.of(
        ResultKpis.count(
            "recycled",
            "Leads gone dormant",
            Slice.ALL,
            Fact.RECYCLED,
            Better.NEITHER,
            "Lost leads that will return later; they are not lost for good."),
        ResultKpis.count(
            "returned",
            "Leads returned",
            Slice.ALL,
            Fact.RETURNED,
            Better.NEITHER,
            "Dormant leads that came back to be worked again."));
  }

  private static Kpi share(
      String id, String name, Slice slice, String formula, String text, Kpi.Formula function) {
    return kpi(id, name, Unit.SHARE, Better.HIGHER, slice, formula, text, function);
  }

  private static Kpi lower(String id, String name, String formula, Fact fact, String text) {
    return kpi(
        id,
        name,
        Unit.SHARE,
        Better.LOWER,
        Slice.STAGE,
        formula,
        text,
        (f, m) -> f.ratio(f.sum(fact, m), ended(f, m)));
  }

  /** How much each effect moves the odds, stage by stage. */
  static List<Kpi> effects() {
    return Stream.of(Effect.values()).map(FunnelKpis::effect).toList();
  }

  static Kpi effect(Effect effect) {
    return kpi(
            "effect_" + effect.name().toLowerCase(Locale.ROOT),
            "Effect of " + effect.words(),
            Unit.RATIO,
            Better.HIGHER,
            Slice.STAGE,
            "mean of the effect, in log-odds, over the visits whose outcome the odds decided in the"
                + " period",
            "How it moves the chance to advance: 0 is the reference lead, +0.1 is about 2.5 percentage"
                + " points at a chance of 50 %.",
            (f, m) -> f.ratio(f.sum(effect.fact(), m) / MILLION, f.sum(Fact.DECIDED, m)))
        .when(scenario -> has(scenario, effect));
  }

  /** Whether a scenario has the effect at all. */
  private static boolean has(Scenario s, Effect effect) {
    return switch (effect) {
      case KIND, QUALITY, SKILL, RESPONSE, SEASON -> true;
      case RAMP -> s.roles().stream().anyMatch(r -> r.staffing().ramp().skill() != 0);
      case HAND_OVER -> s.roles().stream().anyMatch(r -> r.staffing().handOver() != 0);
      case EXPERTISE -> s.roles().stream().anyMatch(r -> r.expertiseEffect() != 0);
      case BACKLOG -> CustomerKpis.onboards(s);
      case SLIPS -> HygieneKpis.plansCloses(s);
      case NEXT_STEP -> HygieneKpis.asksForSteps(s);
      case TRAINING -> !s.training().isEmpty();
      case TERRITORY -> s.territories().stream().anyMatch(t -> !t.effects().isEmpty());
      case TIER ->
          s.accounts().stream()
              .flatMap(a -> a.tiers().stream())
              .anyMatch(t -> !t.effects().isEmpty());
      case SHOCK -> !s.shocks().isEmpty();
      case PUSH -> s.push().isPresent();
      case PACE -> s.roles().stream().anyMatch(r -> r.pace().logOdds() != 0);
      case COMPETITOR -> s.competitors().stream().anyMatch(c -> !c.effects().isEmpty());
      case DRIFT -> s.roles().stream().anyMatch(r -> r.skillDrift() != 0);
    };
  }

  static double ended(Facts f, int m) {
    return f.sum(Fact.ADVANCED, m)
        + f.sum(Fact.REGRESSED, m)
        + f.sum(Fact.STAGE_LOST, m)
        + f.sum(Fact.TIMED_OUT, m)
        + f.sum(Fact.WENT_COLD, m)
        + f.sum(Fact.STALE_LOST, m)
        + f.sum(Fact.REQUALIFIED, m);
  }
}
