package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.forecast.Forecast.Week;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.Precision;
import io.salestwin.run.RunResult;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Histogram;
import io.salestwin.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The forecast as the values of {@code summary.json}. */
final class Summary {

  private final Forecast forecast;
  private final String bookingsUnit;

  private Summary(Forecast forecast) {
    this.forecast = forecast;
    this.bookingsUnit = unit(Figures.unitOf(forecast.basis()), forecast.currency());
  }

  static Map<String, Object> of(Report report) {
    return new Summary(report.forecast()).all(report);
  }

  /** How files name a unit; fractions and pure numbers say so. */
  static String unit(KpiInfo.Unit unit, String currency) {
    return switch (unit) {
      case MONEY -> currency;
      case MONEY_PER_DAY -> currency + "/day";
      case COUNT -> "count";
      case SHARE -> "fraction";
      case DAYS -> "days";
      case HOURS -> "hours";
      case RATIO -> "ratio";
    };
  }

  private Map<String, Object> all(Report report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("scenario", forecast.scenario());
    out.put("currency", forecast.currency());
    out.put("basis", word(forecast.basis()));
    out.put("start", forecast.start().toString());
    out.put("end", forecast.end().toString());
    out.put("seed", forecast.seed());
    out.put("replications", forecast.replications());
    out.put("asked", forecast.asked());
    out.put("complete", forecast.sampling().end() != RunResult.End.STOPPED);
    out.put("end", word(forecast.sampling().end()));
    out.put("precision", each(forecast.sampling().precision(), Summary::reached));
    out.put(
        "antitheticVarianceRatio",
        forecast.sampling().mirroringGain().map(gain -> figure("ratio", gain)).orElse(null));
    out.put("thresholdsMet", forecast.thresholdsMet());
    out.put(
        "thresholds", each(forecast.thresholds(), rule -> threshold(rule, forecast.currency())));
    out.put("periods", each(forecast.periods(), this::period));
    out.put("total", period(forecast.total()));
    out.put("opening", opening());
    out.put("inputShare", figure("fraction", forecast.inputShare()));
    out.put("bottleneck", forecast.bottleneck().map(this::bottleneck).orElse(null));
    out.put("stages", each(forecast.stages(), this::stage));
    out.put("roles", each(forecast.roles(), this::role));
    out.put("kpis", each(forecast.kpis(), this::kpi));
    new SignalWords(forecast.signals()).json(out);
    out.put("weeks", each(forecast.weeks(), this::week));
    out.put("record", forecast.record());
    out.put("warnings", each(report.warnings(), Problem::toString));
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private static Map<String, Object> reached(Precision.Reached figure) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("figure", figure.goal().name());
    out.put("column", figure.goal().column());
    out.put("halfWidth", finite(figure.halfWidth()));
    out.put("asked", figure.goal().most());
    out.put("unit", figure.goal().isRelative() ? "fraction of the figure" : "fraction");
    out.put("met", figure.isMet());
    return out;
  }

  static Map<String, Object> threshold(ThresholdResult threshold, String currency) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", threshold.rule());
    out.put("outcome", word(threshold.outcome()));
    out.put("actual", figure(unit(threshold.unit(), currency), threshold.actual()));
    return out;
  }

  private Map<String, Object> period(PeriodOutlook period) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", period.name());
    out.put("from", period.from().toString());
    out.put("to", period.to().toString());
    out.put("partial", period.partial());
    out.put("unit", bookingsUnit);
    out.put("target", period.target().isPresent() ? period.target().getAsDouble() : null);
    out.put("booked", finite(period.booked()));
    out.put("odds", period.odds().map(odds -> figure("fraction", odds)).orElse(null));
    out.put("range", range(period.range()));
    out.put("rangeError", rangeError(period.rangeErrors()));
    out.put("mean", period(period, period.error()));
    out.put("fromOpen", finite(period.fromOpen()));
    out.put("toCreate", finite(period.toCreate()));
    out.put("histogram", histogram(period.histogram()));
    return out;
  }

  private Map<String, Object> period(PeriodOutlook period, Estimate error) {
    Map<String, Object> out = figure(bookingsUnit, error);
    if (error.value().isEmpty()) {
      out.put("value", finite(period.mean()));
    }
    return out;
  }

  private static Map<String, Object> histogram(Histogram histogram) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("edges", Arrays.stream(histogram.edges()).boxed().toList());
    out.put("counts", Arrays.stream(histogram.counts()).boxed().toList());
    return out;
  }

  private Map<String, Object> opening() {
    Forecast.Opening opening = forecast.opening();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("warmUpDays", finite(opening.warmUpDays()));
    out.put("deals", opening.deals());
    out.put("stale", opening.stale());
    out.put("unit", forecast.currency());
    out.put("value", finite(opening.value()));
    out.put("valueNotStated", opening.notStated());
    out.put("staleValue", finite(opening.staleValue()));
    out.put("won", interval(opening.won()));
    out.put("wonValue", interval(opening.wonValue()));
    out.put("wonValueUnit", bookingsUnit);
    return out;
  }

  private Map<String, Object> bottleneck(Forecast.Bottleneck bottleneck) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", bottleneck.name());
    out.put("reason", bottleneck.reason());
    return out;
  }

  private Map<String, Object> stage(StageFigure stage) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", stage.name());
    out.put("entered", finite(stage.entered()));
    out.put("stated", figure("fraction", stage.stated()));
    out.put("realised", figure("fraction", stage.realised()));
    out.put("lost", finite(stage.lost()));
    out.put("queue", figure("days", stage.queueDays()));
    out.put("work", figure("days", stage.workDays()));
    out.put("buyer", figure("days", stage.buyerDays()));
    out.put("openAtEnd", finite(stage.openAtEnd()));
    Map<String, Object> effects = new LinkedHashMap<>();
    for (EffectPart effect : stage.effects()) {
      effects.put(effect.name(), finite(effect.meanLogOdds()));
    }
    out.put("effectsLogOdds", effects);
    return out;
  }

  private Map<String, Object> role(RoleFigure role) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", role.name());
    out.put("reps", role.reps());
    out.put("utilisation", figure("fraction", role.utilisation()));
    out.put("openLeads", figure("count", role.openLeads()));
    out.put("waiting", figure("count", role.waiting()));
    return out;
  }

  private Map<String, Object> kpi(KpiFigure figure) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kpi", figure.kpi().id());
    out.put("period", figure.period());
    out.put("member", figure.member().isEmpty() ? null : figure.member());
    out.put("mean", figure(unit(figure.kpi().unit(), forecast.currency()), figure.mean()));
    out.put("p10", finite(figure.p10()));
    out.put("p50", finite(figure.p50()));
    out.put("p90", finite(figure.p90()));
    out.put("missing", figure.missing());
    return out;
  }

  private Map<String, Object> week(Week week) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", week.from().toString());
    out.put("bookings", range(week.bookings()));
    out.put("arrivals", finite(week.arrivals()));
    return out;
  }

  private static Map<String, Object> range(List<Double> quantiles) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < Forecast.LEVELS.size(); i++) {
      out.put("p" + Math.round(Forecast.LEVELS.get(i) * 100), finite(quantiles.get(i)));
    }
    return out;
  }

  private static Map<String, Object> rangeError(List<Estimate> quantiles) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < Forecast.LEVELS.size(); i++) {
      out.put(
          "p" + Math.round(Forecast.LEVELS.get(i) * 100),
          quantiles.get(i).value().map(v -> interval(v.interval())).orElse(null));
    }
    return out;
  }

  static Map<String, Object> figure(String unit, Estimate estimate) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("value", estimate.value().map(Estimate.Value::estimate).orElse(null));
    out.put("unit", unit);
    out.put("error", estimate.value().map(v -> interval(v.interval())).orElse(null));
    if (estimate instanceof Estimate.NotComputable no) {
      out.put("reason", no.reason());
    }
    return out;
  }

  private static Map<String, Object> interval(Interval interval) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("low", finite(interval.low()));
    out.put("high", finite(interval.high()));
    out.put("level", interval.level());
    return out;
  }

  static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <T> List<Object> each(List<T> items, Function<T, Object> form) {
    List<Object> out = new ArrayList<>(items.size());
    items.forEach(item -> out.add(form.apply(item)));
    return out;
  }
}
