package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;

/**
 * What is on its way: leads in the stages that count as pipeline. A stale deal that can neither
 * advance nor be lost any more stands in no stage and in none of these figures but its own.
 */
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
            "value of the leads that became opportunities in the period",
            "What the front of the funnel adds.",
            (f, m) -> f.sum(Fact.PIPELINE_CREATED) / CENTS),
        kpi(
            "pipeline_consumed",
            "Pipeline consumed",
            Unit.MONEY,
            Better.NEITHER,
            Slice.ALL,
            "value of the deals won + value of the opportunities lost for good, in the period",
            "What leaves the pipeline by closing.",
            (f, m) -> consumed(f) / CENTS),
        kpi(
            "pipeline_balance",
            "Pipeline created per pipeline consumed",
            Unit.RATIO,
            Better.HIGHER,
            Slice.ALL,
            "pipeline created / pipeline consumed",
            "Below 1 the period lives on the pipeline of earlier ones.",
            (f, m) -> f.ratio(f.sum(Fact.PIPELINE_CREATED), consumed(f))),
        kpi(
            "pipeline_open",
            "Open pipeline at the beginning",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "value of the leads in pipeline stages when the period begins",
            "What there is to win from on the first day of the period.",
            (f, m) -> pipeline(f, Fact.OPEN_VALUE_AT_START) / CENTS),
        kpi(
            "pipeline_weighted",
            "Weighted pipeline at the beginning",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "sum over the leads in pipeline stages when the period begins of value x stated chance"
                + " to be won from that stage on",
            "What a CRM's weighted forecast says: the stated chances of the stages multiplied,"
                + " whatever the age of the deals and with no date on which they close.",
            (f, m) -> pipeline(f, Fact.WEIGHTED_VALUE_AT_START) / CENTS),
        kpi(
            "pipeline_deals",
            "Open deals at the beginning",
            Unit.COUNT,
            Better.HIGHER,
            Slice.ALL,
            "number of leads in pipeline stages when the period begins",
            "How many deals stand behind the open pipeline.",
            (f, m) -> pipeline(f, Fact.OPEN_AT_START)),
        kpi(
            "pipeline_end",
            "Open pipeline at the end",
            Unit.MONEY,
            Better.HIGHER,
            Slice.ALL,
            "value of the leads in pipeline stages when the period ends",
            "What the period leaves to the next one.",
            (f, m) -> pipelineAtEnd(f) / CENTS),
        kpi(
            "coverage",
            "Pipeline coverage",
            Unit.RATIO,
            Better.HIGHER,
            Slice.ALL,
            "value of the open pipeline when the period begins / (target - closed before the"
                + " start); for targets in deals, number of open deals",
            "How many times the open target the pipeline holds; what is enough depends on the win"
                + " rate and on the time left. Not computable for targets in total contract value,"
                + " or when the target is reached before the start.",
            PipelineKpis::coverage),
        kpi(
            "velocity",
            "Pipeline velocity",
            Unit.MONEY_PER_DAY,
            Better.HIGHER,
            Slice.ALL,
            "(open deals at the beginning x win rate of closed opportunities x average deal size)"
                + " / mean sales cycle of won deals",
            "Money that the pipeline turns into bookings in a day.",
            (f, m) -> velocity(f)),
        kpi(
            "open_at_end",
            "Open leads at the end",
            Unit.COUNT,
            Better.NEITHER,
            Slice.STAGE,
            "number of leads in the stage when the period ends",
            "Where leads stand when the period ends.",
            (f, m) -> f.atEnd(Fact.OPEN_AT_END, m)),
        kpi(
            "open_age",
            "Age of open leads at the end",
            Unit.DAYS,
            Better.LOWER,
            Slice.STAGE,
            "mean over the leads in the stage when the period ends of the time since they entered"
                + " it",
            "Old deals tie up reps and rarely win.",
            (f, m) ->
                f.ratio(f.atEnd(Fact.OPEN_AGE_AT_END_MS, m), f.atEnd(Fact.OPEN_AT_END, m))
                    / Facts.DAY_MS),
        kpi(
            "stale_deals",
            "Stale deals",
            Unit.COUNT,
            Better.LOWER,
            Slice.ALL,
            "deals of the given starting pipeline that have stayed in their stage longer than"
                + " deals that advance ever do",
            "Deals that a weighted forecast counts although they cannot advance any more.",
            (f, m) -> f.onDayOne(Fact.STALE)),
        kpi(
            "stale_value",
            "Value of stale deals",
            Unit.MONEY,
            Better.LOWER,
            Slice.ALL,
            "value of the stale deals of the given starting pipeline",
            "Pipeline on paper only.",
            (f, m) -> f.onDayOne(Fact.STALE_VALUE) / CENTS),
        kpi(
            "stale_share",
            "Share of stale deals",
            Unit.SHARE,
            Better.LOWER,
            Slice.ALL,
            "stale deals / deals of the given starting pipeline",
            "How much of the starting pipeline is on paper only; not computable without a given"
                + " starting pipeline.",
            PipelineKpis::staleShare));
  }

  private static double pipeline(Facts f, Fact fact) {
    double sum = 0;
    for (int s = f.scenario().opportunityFrom(); s < f.scenario().stages().size(); s++) {
      sum += f.atStart(fact, s);
    }
    return sum;
  }

  private static double pipelineAtEnd(Facts f) {
    double sum = 0;
    for (int s = f.scenario().opportunityFrom(); s < f.scenario().stages().size(); s++) {
      sum += f.atEnd(Fact.OPEN_VALUE_AT_END, s);
    }
    return sum;
  }

  private static double consumed(Facts f) {
    return f.sum(Fact.BOOKINGS) + f.sum(Fact.LOST_VALUE);
  }

  private static double coverage(Facts f, int member) {
    double open = f.target() - f.booked();
    if (!(open > 0)) {
      return Double.NaN;
    }
    return switch (f.scenario().targets().basis()) {
      case ACV -> pipeline(f, Fact.OPEN_VALUE_AT_START) / open;
      case COUNT -> pipeline(f, Fact.OPEN_AT_START) / open;
      case TCV -> Double.NaN;
    };
  }

  private static double velocity(Facts f) {
    double won = f.sum(Fact.WON);
    double winRate = f.ratio(won, won + f.sum(Fact.LOST_OPPORTUNITIES));
    double size = f.ratio(f.sum(Fact.BOOKINGS), won) / CENTS;
    double cycle = f.ratio(f.sum(Fact.WON_CYCLE_MS), won) / Facts.DAY_MS;
    return new Velocity(pipeline(f, Fact.OPEN_AT_START), winRate, size, cycle).perDay();
  }

  private static double staleShare(Facts f, int member) {
    Scenario.Begin begin = f.scenario().begin();
    return f.ratio(f.onDayOne(Fact.STALE), begin.pipeline().map(List::size).orElse(0));
  }
}
