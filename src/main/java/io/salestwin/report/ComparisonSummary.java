package io.salestwin.report;

import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.Attribution;
import io.salestwin.planning.Change;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.KpiDifference;
import io.salestwin.planning.Comparison.PeriodDifference;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.planning.Selection;
import io.salestwin.planning.VelocityParts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A comparison as the values of {@code summary.json}. */
final class ComparisonSummary {

  private final Comparison comparison;
  private final String bookingsUnit;

  private ComparisonSummary(Comparison comparison) {
    this.comparison = comparison;
    bookingsUnit = Summary.unit(Figures.unitOf(comparison.basis()), comparison.currency());
  }

  static Map<String, Object> of(ComparisonReport report) {
    return new ComparisonSummary(report.comparison()).all(report);
  }

  private Map<String, Object> all(ComparisonReport report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("advice", new ComparisonWords(comparison).advice());
    out.put("scenario", comparison.scenario());
    out.put("currency", comparison.currency());
    out.put("seed", comparison.seed());
    out.put("goal", new ComparisonWords(comparison).goal());
    out.put("replications", comparison.sampling().replications());
    out.put("plays", comparison.sampling().plays());
    out.put("end", word(comparison.sampling().end()));
    out.put("endRule", word(comparison.sampling().effort().rule()));
    out.put("best", comparison.standings().get(comparison.best()).name());
    out.put("thresholdsMet", comparison.thresholdsMet());
    out.put("alternatives", comparison.standings().stream().map(this::standing).toList());
    out.put("contests", comparison.contests().stream().map(this::contest).toList());
    Parsed<Selection> selection = comparison.selection();
    out.put("selection", selection.isBad() ? null : selection(selection.value()));
    out.put("noSelection", selection.isBad() ? selection.reason() : null);
    Parsed<Attribution> attribution = comparison.attribution();
    out.put("attribution", attribution.isBad() ? null : new AttributionWords(comparison).json());
    out.put("noAttribution", attribution.isBad() ? attribution.reason() : null);
    out.put("warnings", report.warnings().stream().map(Problem::toString).toList());
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private Map<String, Object> selection(Selection selection) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("confidence", selection.confidence());
    out.put("zone", selection.zone());
    out.put("zoneUnit", goalUnit());
    out.put("subsetConfidence", Selection.SUBSET);
    out.put(
        "subset",
        selection.subset().stream().map(a -> comparison.standings().get(a).name()).toList());
    out.put(
        "chosen",
        selection.chosen().isPresent()
            ? comparison.standings().get(selection.chosen().getAsInt()).name()
            : null);
    out.put("replications", selection.replications());
    out.put("mostNeeded", selection.most());
    return out;
  }

  private String goalUnit() {
    return Summary.unit(comparison.goalUnit(), comparison.currency());
  }

  private Map<String, Object> standing(Standing standing) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", standing.name());
    out.put("goal", Summary.figure(goalUnit(), standing.goal()));
    out.put("bookings", Summary.figure(bookingsUnit, standing.bookings()));
    out.put("thresholdsMet", standing.thresholdsMet());
    out.put(
        "thresholds",
        standing.thresholds().stream()
            .map(rule -> Summary.threshold(rule, comparison.currency()))
            .toList());
    return out;
  }

  private Map<String, Object> contest(Contest contest) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", contest.name());
    out.put("verdict", word(contest.verdict()));
    out.put("changes", contest.changes().stream().map(ComparisonSummary::change).toList());
    out.put("goalDifference", Summary.figure(goalUnit(), contest.goal()));
    out.put("goalVarianceRatio", Summary.figure("ratio", contest.goalRatio()));
    out.put("beats", Summary.figure("fraction", contest.beats()));
    out.put("ties", contest.ties());
    out.put("periods", contest.periods().stream().map(this::period).toList());
    out.put(
        "kpis", contest.kpis().stream().filter(k -> k.member().isEmpty()).map(this::kpi).toList());
    out.put("velocity", contest.velocity().map(this::velocity).orElse(null));
    return out;
  }

  private Map<String, Object> velocity(VelocityParts parts) {
    String unit = Summary.unit(KpiInfo.Unit.MONEY_PER_DAY, comparison.currency());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("difference", Summary.figure(unit, parts.whole()));
    out.put("byOpenDeals", Summary.figure(unit, parts.deals()));
    out.put("byWinRate", Summary.figure(unit, parts.winRate()));
    out.put("byDealSize", Summary.figure(unit, parts.size()));
    out.put("byCycle", Summary.figure(unit, parts.cycle()));
    return out;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("path", change.path());
    out.put("from", change.from().orElse(null));
    out.put("to", change.to().orElse(null));
    return out;
  }

  private Map<String, Object> period(PeriodDifference period) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", period.name());
    out.put("base", Summary.figure(bookingsUnit, period.base()));
    out.put("other", Summary.figure(bookingsUnit, period.other()));
    out.put("difference", Summary.figure(bookingsUnit, period.difference()));
    out.put("varianceRatio", Summary.figure("ratio", period.ratio()));
    out.put("baseOdds", period.baseOdds().map(o -> Summary.figure("fraction", o)).orElse(null));
    out.put("otherOdds", period.otherOdds().map(o -> Summary.figure("fraction", o)).orElse(null));
    out.put(
        "oddsDifference",
        period.oddsDifference().map(o -> Summary.figure("fraction", o)).orElse(null));
    return out;
  }

  private Map<String, Object> kpi(KpiDifference kpi) {
    Map<String, Object> out = new LinkedHashMap<>();
    String unit = Summary.unit(kpi.kpi().unit(), comparison.currency());
    out.put("kpi", kpi.kpi().id());
    out.put("period", kpi.period());
    out.put("member", kpi.member().isEmpty() ? null : kpi.member());
    out.put("base", Summary.figure(unit, kpi.base()));
    out.put("other", Summary.figure(unit, kpi.other()));
    out.put("difference", Summary.figure(unit, kpi.difference()));
    out.put("varianceRatio", Summary.finite(kpi.ratio().orNaN()));
    out.put("missing", kpi.missing());
    return out;
  }

  /** A constant as it is written in the file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
