package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** What goes in, and how much of it comes through. */
final class FunnelKpis {

  private static final double MILLION = 1e6;

  private FunnelKpis() {}

  static List<Kpi> list() {
    return List.of(
        ResultKpis.count("leads", "Leads", Slice.SOURCE, Fact.LEADS, Better.HIGHER),
        ResultKpis.count(
            "leads_by_segment",
            "Leads by segment",
            Slice.SEGMENT,
            Fact.LEADS_BY_SEGMENT,
            Better.HIGHER),
        kpi(
            "leads_by_week",
            "Leads by week",
            Unit.COUNT,
            Better.HIGHER,
            Slice.WEEK,
            "number of leads that arrived in the week",
            "How the leads come in over the horizon.",
            (f, m) -> ResultKpis.weekly(f, Fact.LEADS_BY_WEEK, m)),
        ResultKpis.count(
            "opportunities", "Opportunities", Slice.SOURCE, Fact.OPPORTUNITIES, Better.HIGHER),
        share(
            "opportunity_rate",
            "Leads that become opportunities",
            Slice.SOURCE,
            "opportunities created / leads arrived, both in the period",
            (f, m) -> f.ratio(f.sum(Fact.OPPORTUNITIES, m), f.sum(Fact.LEADS, m))),
        share(
            "lead_win_rate",
            "Wins per lead",
            Slice.SOURCE,
            "deals won / leads arrived, both in the period",
            (f, m) -> f.ratio(f.sum(Fact.WON_BY_SOURCE, m), f.sum(Fact.LEADS, m))),
        share(
            "win_rate",
            "Win rate of closed opportunities",
            Slice.ALL,
            "won / (won + lost opportunities)",
            (f, m) -> f.ratio(f.sum(Fact.WON), f.sum(Fact.WON) + f.sum(Fact.LOST_OPPORTUNITIES))),
        share(
            "win_rate_created",
            "Wins per opportunity created",
            Slice.SEGMENT,
            "deals won / opportunities created, both in the period",
            (f, m) ->
                f.ratio(f.sum(Fact.WON_BY_SEGMENT, m), f.sum(Fact.OPPORTUNITIES_BY_SEGMENT, m))),
        ResultKpis.count(
            "stage_entries", "Stage entries", Slice.STAGE, Fact.ENTERED, Better.NEITHER),
        kpi(
            "stage_ended",
            "Stage visits ended",
            Unit.COUNT,
            Better.NEITHER,
            Slice.STAGE,
            "visits that advanced, went back, were lost, timed out or went cold",
            "Visits of the stage that came to an end in the period.",
            FunnelKpis::ended),
        share(
            "stage_stated",
            "Stated chance to advance",
            Slice.STAGE,
            "mean of the stated chance over the exits that the odds decided",
            (f, m) -> f.ratio(f.sum(Fact.STATED, m) / MILLION, f.sum(Fact.DECIDED, m))),
        share(
            "stage_conversion",
            "Stage conversion",
            Slice.STAGE,
            "visits that advanced / visits that ended",
            (f, m) -> f.ratio(f.sum(Fact.ADVANCED, m), ended(f, m))),
        lower(
            "stage_lost_share",
            "Lost at the stage's exit",
            "visits lost at the exit / visits that ended",
            Fact.STAGE_LOST),
        lower(
            "stage_regress_share",
            "Gone back",
            "visits that went back / visits that ended",
            Fact.REGRESSED),
        lower(
            "stage_time_out_share",
            "Timed out",
            "visits that timed out / visits that ended",
            Fact.TIMED_OUT),
        lower(
            "stage_cold_share",
            "Gone cold untouched",
            "visits that ended because patience ran out / visits that ended",
            Fact.WENT_COLD),
        effect("effect_kind", "Effect of segment, product and source", Fact.EFFECT_KIND),
        effect("effect_quality", "Effect of lead quality", Fact.EFFECT_QUALITY),
        effect("effect_skill", "Effect of rep skill", Fact.EFFECT_SKILL),
        effect("effect_response", "Effect of response time", Fact.EFFECT_RESPONSE),
        effect("effect_season", "Effect of the season", Fact.EFFECT_SEASON),
        ResultKpis.count(
            "recycled", "Leads gone dormant", Slice.ALL, Fact.RECYCLED, Better.NEITHER),
        ResultKpis.count("returned", "Leads returned", Slice.ALL, Fact.RETURNED, Better.NEITHER));
  }

  private static Kpi share(
      String id, String name, Slice slice, String formula, Kpi.Formula function) {
    return kpi(
        id, name, Unit.SHARE, Better.HIGHER, slice, formula, name + ", as a share.", function);
  }

  private static Kpi lower(String id, String name, String formula, Fact fact) {
    return kpi(
        id,
        name,
        Unit.SHARE,
        Better.LOWER,
        Slice.STAGE,
        formula,
        name + ", as a share of the visits that ended.",
        (f, m) -> f.ratio(f.sum(fact, m), ended(f, m)));
  }

  private static Kpi effect(String id, String name, Fact fact) {
    return kpi(
        id,
        name,
        Unit.RATIO,
        Better.HIGHER,
        Slice.STAGE,
        "mean of the effect over the exits that the odds decided, in log-odds",
        name + " on the odds of advancing; 0 is the reference lead.",
        (f, m) -> f.ratio(f.sum(fact, m) / MILLION, f.sum(Fact.DECIDED, m)));
  }

  static double ended(Facts f, int m) {
    return f.sum(Fact.ADVANCED, m)
        + f.sum(Fact.REGRESSED, m)
        + f.sum(Fact.STAGE_LOST, m)
        + f.sum(Fact.TIMED_OUT, m)
        + f.sum(Fact.WENT_COLD, m);
  }
}
