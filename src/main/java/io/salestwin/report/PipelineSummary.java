package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.Coverage;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.Pipeline.Weighted;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.TrackRecord;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.Waterfall;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A pipeline for programs: every figure unrounded, null where there is none. */
final class PipelineSummary {

  private final Pipeline pipeline;

  private PipelineSummary(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  static Map<String, Object> of(Pipeline pipeline) {
    return new PipelineSummary(pipeline).summary();
  }

  private Map<String, Object> summary() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("export", pipeline.plan().name());
    out.put("evening", pipeline.evening().toString());
    out.put("currency", pipeline.currency());
    out.put("unit", pipeline.isMoney() ? "money" : "deals");
    out.put("seed", pipeline.plan().seed());
    out.put("replications", pipeline.forecast().replications());
    out.put("forecast", six());
    List<Object> periods = new ArrayList<>();
    for (int p = 0; p < pipeline.forecast().periods().size(); p++) {
      periods.add(period(p));
    }
    out.put("periods", periods);
    out.put(
        "thresholds",
        pipeline.forecast().thresholds().stream()
            .map(rule -> Summary.threshold(rule, pipeline.currency()))
            .toList());
    out.put("chances", pipeline.plan().rule().word());
    out.put("weighted", pipeline.weighted().stream().map(this::weighted).toList());
    out.put("categories", categories());
    out.put("record", record());
    out.put("zombies", zombies());
    out.put("hygiene", hygiene());
    out.put("coverage", coverage());
    out.put("biggest", pipeline.biggest().stream().map(PipelineSummary::big).toList());
    out.put("waterfalls", pipeline.waterfalls().stream().map(PipelineSummary::waterfall).toList());
    out.put("commits", pipeline.commits().stream().map(PipelineSummary::waterfall).toList());
    out.put("deals", pipeline.deals().size());
    return out;
  }

  /** Amount, interval, probability, factors, risks, recommendations. */
  private Map<String, Object> six() {
    PeriodOutlook period = pipeline.period();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("forecastAmount", period.range().get(Forecast.LEVELS.indexOf(0.5)));
    out.put(
        "confidenceInterval",
        List.of(period.range().get(0), period.range().get(Forecast.LEVELS.size() - 1)));
    out.put(
        "probabilityOfAchievement",
        Summary.finite(period.odds().map(Estimate::orNaN).orElse(Double.NaN)));
    PipelineAdvice advice = new PipelineAdvice(pipeline);
    out.put("contributingFactors", advice.factors());
    out.put("riskFactors", advice.risks());
    out.put("recommendations", advice.advice());
    return out;
  }

  private Map<String, Object> period(int index) {
    PeriodOutlook period = pipeline.forecast().periods().get(index);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", period.name());
    out.put("from", period.from().toString());
    out.put("until", period.to().minusDays(1).toString());
    out.put("target", period.target().isPresent() ? period.target().getAsDouble() : null);
    out.put("targetOrigin", pipeline.targetOrigins().get(index));
    out.put("booked", period.booked());
    out.put("levels", Forecast.LEVELS);
    out.put("range", period.range());
    out.put("mean", period.mean());
    out.put("fromOpen", period.fromOpen());
    out.put("toCreate", period.toCreate());
    out.put("odds", period.odds().map(odds -> Summary.figure("share", odds)).orElse(null));
    return out;
  }

  private Map<String, Object> weighted(Weighted weighted) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", weighted.rule().word());
    out.put("worth", Summary.finite(weighted.worth()));
    out.put("wins", Summary.finite(weighted.wins()));
    out.put("brier", pipeline.record().brier().get(weighted.rule()));
    out.put("reason", weighted.unknown().orElse(null));
    return out;
  }

  private List<Object> categories() {
    List<Object> all = new ArrayList<>();
    for (Category category : Category.values()) {
      List<OpenDeal> of = pipeline.deals().stream().filter(d -> d.category() == category).toList();
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("category", category.words());
      out.put("deals", of.size());
      out.put("worth", of.stream().mapToDouble(OpenDeal::worth).sum());
      out.put(
          "chance",
          Summary.finite(of.stream().mapToDouble(OpenDeal::chance).average().orElse(Double.NaN)));
      out.put("past", realised(pipeline.record().categories().get(category)));
      all.add(out);
    }
    return all;
  }

  private Map<String, Object> record() {
    TrackRecord record = pipeline.record();
    Map<String, Object> out = new LinkedHashMap<>();
    List<Object> snapshots = new ArrayList<>();
    for (TrackRecord.Snapshot s : record.snapshots()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("evening", s.evening().toString());
      one.put("until", s.until().toString());
      one.put("open", s.open());
      one.put("weighted", s.weighted());
      one.put("won", s.won());
      snapshots.add(one);
    }
    out.put("snapshots", snapshots);
    out.put("bins", record.bins().stream().map(PipelineSummary::realised).toList());
    out.put("stages", record.stages().stream().map(PipelineSummary::realised).toList());
    out.put("baseBrier", Summary.finite(record.baseBrier()));
    return out;
  }

  private static Map<String, Object> realised(Realised of) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", of.name());
    out.put("deals", of.n());
    out.put("chance", Summary.finite(of.chance()));
    out.put("won", of.won());
    return out;
  }

  private Map<String, Object> zombies() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("deals", pipeline.zombies().deals());
    out.put("share", pipeline.zombies().deals() / (double) pipeline.deals().size());
    out.put("worth", pipeline.zombies().worth());
    out.put("oldestDays", Summary.finite(pipeline.zombies().oldestDays()));
    return out;
  }

  private Map<String, Object> hygiene() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("cycleDays", Summary.finite(pipeline.hygiene().cycleDays()));
    out.put("violating", pipeline.hygiene().violating());
    out.put("rules", pipeline.hygiene().findings().stream().map(PipelineSummary::finding).toList());
    return out;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", finding.rule().name().toLowerCase(Locale.ROOT));
    out.put("words", finding.rule().words());
    out.put("deals", finding.unknown().isPresent() ? null : finding.deals());
    out.put("of", finding.of());
    out.put("worth", finding.unknown().isPresent() ? null : finding.cents() / 100.0);
    out.put("examples", finding.examples());
    out.put("reason", finding.unknown().orElse(null));
    out.put("remark", finding.remark());
    return out;
  }

  private Map<String, Object> coverage() {
    Coverage coverage = pipeline.coverage();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("missing", Summary.finite(coverage.missing()));
    out.put("now", Summary.finite(coverage.now()));
    out.put("odds", Coverage.LEVELS);
    out.put("fromOpenAlone", coverage.alone().stream().map(PipelineSummary::ratio).toList());
    out.put("withNew", coverage.withNew().stream().map(PipelineSummary::ratio).toList());
    return out;
  }

  private static Map<String, Object> ratio(Estimate estimate) {
    return Summary.figure("ratio", estimate);
  }

  private static Map<String, Object> big(BigDeal deal) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", deal.id());
    out.put("worth", deal.worth());
    out.put("share", deal.share());
    out.put("won", Summary.finite(deal.won()));
    out.put("odds", deal.odds());
    out.put("oddsWithout", deal.without());
    return out;
  }

  private static Map<String, Object> waterfall(Waterfall of) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("what", of.what());
    out.put("from", of.from().toString());
    out.put("to", of.to().toString());
    out.put("begin", amount(of.begin().deals(), of.begin().cents()));
    Map<String, Object> steps = new LinkedHashMap<>();
    of.steps().forEach(s -> steps.put(s.move().words(), amount(s.deals(), s.cents())));
    out.put("steps", steps);
    out.put("end", amount(of.end().deals(), of.end().cents()));
    return out;
  }

  private static Map<String, Object> amount(int deals, long cents) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("deals", deals);
    out.put("worth", cents / 100.0);
    return out;
  }
}
