package io.salestwin.forecast;

import io.salestwin.calendar.Period;
import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.Opening;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.Sampling;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.forecast.Forecast.Week;
import io.salestwin.metrics.Kpi;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Precision;
import io.salestwin.run.RunResult;
import io.salestwin.run.Targets;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.OpenDeal;
import io.salestwin.scenario.Stage;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Histogram;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import io.salestwin.statistics.VarianceComponents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the answer from the rows of a run. */
final class ForecastOf {

  private static final double DAY_MS = 86_400_000.0;
  private final RunResult result;
  private final Scenario scenario;
  private final Figures figures;

  ForecastOf(RunResult result) {
    this.result = result;
    scenario = result.plan().scenario();
    figures = new Figures(result);
  }

  Forecast forecast() {
    List<StageFigure> stages = scenario.stages().stream().map(this::stage).toList();
    List<RoleFigure> roles = scenario.roles().stream().map(this::role).toList();
    return new Forecast(
        scenario.name(),
        scenario.currency(),
        scenario.targets().basis(),
        scenario.start(),
        scenario.end(),
        result.plan().seed(),
        result.replications(),
        result.plan().replications(),
        sampling(),
        result.layout().periods().stream().map(this::outlook).toList(),
        total(),
        ThresholdResult.judge(result, result.plan().precision().isPresent()),
        figures.kpis(),
        stages,
        roles,
        Bottlenecks.find(stages, roles),
        inputShare(),
        new SignalsOf(figures).signals(),
        weeks(),
        opening(),
        "never tested against history");
  }

  // ---- periods

  private PeriodOutlook outlook(Period period) {
    long booked = scenario.booked().byPeriod().getOrDefault(period.name(), 0L);
    return outlook(period.name(), period.first(), period.end(), period.clipped(), booked);
  }

  private PeriodOutlook total() {
    long booked = scenario.booked().byPeriod().values().stream().mapToLong(Long::longValue).sum();
    return outlook(KpiLayout.HORIZON, scenario.start(), scenario.end(), false, booked);
  }

  private PeriodOutlook outlook(
      String name, LocalDate from, LocalDate to, boolean partial, long booked) {
    Pairs bookings = figures.pairs(Targets.column(name));
    Sample sample = bookings.sample();
    OptionalDouble target = figures.targets().of(name);
    return new PeriodOutlook(
        name,
        from,
        to,
        partial,
        target,
        booked / scenario.targets().basis().perUnit(),
        Figures.range(sample),
        Forecast.LEVELS.stream().map(p -> figures.quantile(bookings, p)).toList(),
        sample.mean(),
        figures.mean(bookings),
        target.isPresent() ? Optional.of(figures.odds(name)) : Optional.empty(),
        origin(name, "open on day one"),
        origin(name, "to create"),
        Histogram.of(sample));
  }

  private double origin(String period, String member) {
    String suffix = period.equals(KpiLayout.HORIZON) ? "" : "." + period;
    return figures.pairs("target_bookings." + member + suffix).mean();
  }

  // ---- what stands behind the figures

  private Sampling sampling() {
    return new Sampling(
        result.end(),
        result.look().map(Precision.Look::figures).orElse(List.of()),
        result.plan().antithetic() ? Optional.of(mirroringGain()) : Optional.empty());
  }

  private boolean isUncertain() {
    return !scenario.uncertainty().parameters().isEmpty()
        || !scenario.uncertainty().joint().isEmpty();
  }

  private Estimate inputShare() {
    if (!isUncertain()) {
      return Estimate.notComputable("the scenario states no uncertainty about its inputs");
    }
    if (result.plan().antithetic()) {
      return Estimate.notComputable(
          "the partners of antithetic pairs share their luck, mirrored, as well as their inputs;"
              + " run without --antithetic to see it");
    }
    VarianceComponents spread = VarianceComponents.of(figures.pairs("target_bookings"));
    return figures.error(spread::shareBetween);
  }

  private Estimate mirroringGain() {
    if (isUncertain()) {
      return Estimate.notComputable(
          "partners share uncertain inputs as well, and one run cannot tell what is due to which;"
              + " compare the errors of two runs, with and without --antithetic");
    }
    VarianceComponents spread = VarianceComponents.of(figures.pairs("target_bookings"));
    return figures.error(spread::varianceRatio);
  }

  // ---- funnel and teams

  private StageFigure stage(Stage stage) {
    String of = "." + stage.name();
    List<EffectPart> effects = new ArrayList<>();
    for (Map.Entry<String, String> effect : Kpi.effects(scenario).entrySet()) {
      Pairs pairs = figures.pairs(effect.getValue() + of);
      if (pairs.n() > 0 && pairs.mean() != 0) {
        effects.add(new EffectPart(effect.getKey(), pairs.mean()));
      }
    }
    effects.sort(Comparator.comparingDouble(e -> -Math.abs(e.meanLogOdds())));
    return new StageFigure(
        stage.name(),
        figures.pairs("stage_entries" + of).mean(),
        figures.mean("stage_stated" + of),
        figures.mean("stage_conversion" + of),
        lost(of),
        figures.mean("queue_days" + of),
        figures.mean("work_days" + of),
        figures.mean("buyer_days" + of),
        figures.pairs("open_at_end" + of).mean(),
        effects);
  }

  /** Mean number of visits that ended in a loss of any kind. */
  private double lost(String of) {
    double[] ended = result.column("stage_ended" + of);
    double lost = 0;
    for (String share : List.of("stage_lost_share", "stage_time_out_share", "stage_cold_share")) {
      double[] shares = result.column(share + of);
      for (int r = 0; r < ended.length; r++) {
        lost += ended[r] == 0 ? 0 : shares[r] * ended[r];
      }
    }
    return lost / ended.length;
  }

  private RoleFigure role(Role role) {
    return new RoleFigure(
        role.name(),
        role.headcount(scenario.start()),
        figures.mean("utilisation." + role.name()),
        figures.mean("open_leads." + role.name()),
        figures.mean("waiting_leads." + role.name()));
  }

  // ---- weeks

  private List<Week> weeks() {
    List<Week> weeks = new ArrayList<>();
    double[] cumulated = new double[result.replications()];
    int count = result.layout().weeks();
    for (int w = 1; w <= count; w++) {
      double[] bookings = result.column("target_bookings_by_week." + w);
      for (int r = 0; r < cumulated.length; r++) {
        cumulated[r] += bookings[r];
      }
      weeks.add(
          new Week(
              scenario.start().plusWeeks(w - 1L),
              Figures.range(Sample.of(cumulated)),
              Sample.of(result.column("leads_by_week." + w)).mean()));
    }
    return weeks;
  }

  // ---- day one

  private Opening opening() {
    List<OpenDeal> deals = scenario.begin().pipeline().orElse(List.of());
    List<Long> stated = deals.stream().flatMap(deal -> deal.valueCents().stream()).toList();
    double value =
        stated.isEmpty() && !deals.isEmpty()
            ? Double.NaN
            : stated.stream().mapToDouble(cents -> cents / 100.0).sum();
    return new Opening(
        scenario.begin().pipeline().isPresent() ? 0 : scenario.begin().warmUpMs() / DAY_MS,
        deals.size(),
        (int) Math.round(figures.pairs("stale_deals").mean()),
        value,
        deals.size() - stated.size(),
        figures.pairs("stale_value").mean(),
        figures.pairs("won_by_origin.open on day one").sample().range(0.8),
        figures.pairs("target_bookings.open on day one").sample().range(0.8));
  }
}
