package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import java.util.List;

/** What is on its way. Only stages that count as pipeline enter; stale deals never do. */
final class PipelineKpis {

  private static final double CENTS = 100;

  private PipelineKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
            "pipeline_created",
            "Pipeline created",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "value of the leads that became opportunities",
            "What the front of the funnel adds.",
            (f, m) -> f.sum(Fact.PIPELINE_CREATED) / CENTS),
        kpi(
            "pipeline_open",
            "Open pipeline at the beginning",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "value of the open opportunities when the period begins",
            "What there is to win from on the first day of the period.",
            (f, m) -> pipeline(f, Fact.OPEN_VALUE_AT_START) / CENTS),
        kpi(
            "pipeline_deals",
            "Open deals at the beginning",
            Unit.COUNT,
            Better.HIGHER,
            Slice.ALL,
            "number of open opportunities when the period begins",
            "How many deals stand behind the open pipeline.",
            (f, m) -> pipeline(f, Fact.OPEN_AT_START)),
        kpi(
            "coverage",
            "Pipeline coverage",
            Unit.RATIO,
            Better.HIGHER,
            Slice.ALL,
            "value of the open pipeline when the period begins / (target - booked before)",
            "How many times the open target the pipeline holds; what is enough depends on the win"
                + " rate.",
            PipelineKpis::coverage),
        kpi(
            "velocity",
            "Pipeline velocity",
            Unit.MONEY_PER_DAY,
            Better.HIGHER,
            Slice.ALL,
            "(open deals at the beginning x win rate x average deal size) / sales cycle",
            "Money that the pipeline turns into bookings in a day.",
            PipelineKpis::velocity),
        kpi(
            "open_at_end",
            "Open leads at the end",
            Unit.COUNT,
            Better.NEITHER,
            Slice.STAGE,
            "leads open in the stage when the period ends",
            "Where leads stand when the period ends.",
            (f, m) -> f.atEnd(Fact.OPEN_AT_END, m)),
        kpi(
            "stale_deals",
            "Stale deals",
            Unit.COUNT,
            Better.LOWER,
            Slice.ALL,
            "deals of the opening pipeline that are older than any deal that still wins",
            "Deals that a weighted forecast counts although they cannot win any more.",
            (f, m) -> f.sum(Fact.STALE)),
        kpi(
            "stale_value",
            "Value of stale deals",
            Unit.MONEY,
            Better.LOWER,
            Slice.ALL,
            "value of the stale deals of the opening pipeline",
            "Pipeline on paper only.",
            (f, m) -> f.sum(Fact.STALE_VALUE) / CENTS));
  }

  private static double pipeline(Facts f, Fact fact) {
    double sum = 0;
    for (int s = f.scenario().opportunityFrom(); s < f.scenario().stages().size(); s++) {
      sum += f.atStart(fact, s);
    }
    return sum;
  }

  private static double coverage(Facts f, int member) {
    if (ResultKpis.unit(f.scenario()) == 1) {
      return f.ratio(pipeline(f, Fact.OPEN_AT_START), f.target() - f.booked());
    }
    return f.ratio(pipeline(f, Fact.OPEN_VALUE_AT_START), f.target() - f.booked());
  }

  private static double velocity(Facts f, int member) {
    double won = f.sum(Fact.WON);
    double winRate = f.ratio(won, won + f.sum(Fact.LOST_OPPORTUNITIES));
    double size = f.ratio(f.sum(Fact.BOOKINGS), won) / CENTS;
    double cycle = f.ratio(f.sum(Fact.WON_CYCLE_MS), won) / Facts.DAY_MS;
    return f.ratio(pipeline(f, Fact.OPEN_AT_START) * winRate * size, cycle);
  }
}
