package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.CoverageNeed;
import io.salestwin.planning.StressTest.End;
import io.salestwin.planning.StressTest.HeatMap;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A stress test for programs. */
final class StressSummary {

  private static final String FRACTION = "fraction";

  private final StressTest test;
  private final String unit;

  private StressSummary(StressTest test) {
    this.test = test;
    unit = Summary.unit(Figures.unitOf(test.basis()), test.currency());
  }

  static Map<String, Object> of(StressReport report) {
    return new StressSummary(report.test()).all(report);
  }

  private Map<String, Object> all(StressReport report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("answer", test.advice());
    out.put("scenario", test.scenario());
    out.put("currency", test.currency());
    out.put("seed", test.seed());
    out.put("replications", test.replications());
    out.put("played", test.played());
    out.put("stopped", test.stopped());
    out.put("period", test.period());
    out.put("target", test.target());
    out.put("odds", odds(test.odds()));
    out.put("bookings", bookings(test.bookings()));
    out.put("thresholds", test.thresholds().stream().map(this::threshold).toList());
    out.put("tornado", test.tornado().map(this::tornado).orElse(null));
    out.put("heatMap", test.heatMap().map(StressSummary::heatMap).orElse(null));
    out.put("shocks", test.shocks().stream().map(this::shock).toList());
    out.put("breaks", test.breaks().stream().map(StressSummary::broken).toList());
    out.put("without", test.without().stream().map(this::without).toList());
    out.put("coverage", test.coverage().stream().map(StressSummary::coverage).toList());
    out.put("warnings", report.warnings().stream().map(Problem::toString).toList());
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private static Map<String, Object> odds(Estimate odds) {
    return Summary.figure(FRACTION, odds);
  }

  private Map<String, Object> bookings(Estimate bookings) {
    return Summary.figure(unit, bookings);
  }

  private Map<String, Object> threshold(ThresholdResult t) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", t.rule());
    out.put("outcome", word(t.outcome()));
    out.put("actual", Summary.figure(Summary.unit(t.unit(), test.currency()), t.actual()));
    return out;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Map<String, Object> tornado(Tornado tornado) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("level", tornado.level());
    out.put("screening", tornado.screening());
    out.put("levers", tornado.bars().stream().map(this::bar).toList());
    out.put("left", tornado.left());
    return out;
  }

  private Map<String, Object> bar(Bar bar) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("lever", bar.lever());
    out.put("now", bar.now());
    out.put("verdict", word(bar.verdict()));
    out.put("replications", bar.replications());
    out.put("low", end(bar.low()));
    out.put("high", end(bar.high()));
    out.put("odds", odds(bar.odds()));
    out.put("bookings", bookings(bar.bookings()));
    return out;
  }

  private Map<String, Object> end(End end) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("value", end.value());
    out.put("odds", odds(end.odds()));
    out.put("bookings", bookings(end.bookings()));
    return out;
  }

  private static Map<String, Object> heatMap(HeatMap map) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("across", map.across());
    out.put("columns", map.columns());
    out.put("down", map.down());
    out.put("rows", map.rows());
    out.put(
        "odds",
        map.odds().stream().map(row -> row.stream().map(StressSummary::odds).toList()).toList());
    return out;
  }

  private Map<String, Object> shock(ShockCase shock) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", shock.name());
    out.put("shocks", shock.shocks());
    out.put("replications", shock.replications());
    out.put("odds", odds(shock.odds()));
    out.put("change", odds(shock.change()));
    out.put("bookings", bookings(shock.bookings()));
    out.put("beyondTheSum", shock.beyond().map(this::bookings).orElse(null));
    return out;
  }

  private static Map<String, Object> broken(Break b) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", b.name());
    out.put("now", b.now());
    out.put("falls", b.falls());
    out.put("limit", b.limit());
    out.put("at", b.at().orElse(null));
    out.put("from", b.from().orElse(null));
    out.put("to", b.to().orElse(null));
    out.put("steps", Summary.finite(b.steps()));
    out.put("monotone", b.monotone());
    out.put("note", b.note());
    out.put(
        "path",
        b.path().stream()
            .map(
                p -> {
                  Map<String, Object> point = new LinkedHashMap<>();
                  point.put("value", p.value());
                  point.put("steps", p.steps());
                  point.put("odds", odds(p.odds()));
                  return point;
                })
            .toList());
    return out;
  }

  private Map<String, Object> without(Without w) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("what", w.what());
    out.put("how", w.how());
    out.put("odds", odds(w.odds()));
    out.put("change", odds(w.change()));
    out.put("bookings", bookings(w.bookings()));
    return out;
  }

  private static Map<String, Object> coverage(CoverageNeed need) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("period", need.period());
    List<Double> seen = need.seen();
    out.put("least", seen.isEmpty() ? null : seen.get(0));
    out.put("median", seen.isEmpty() ? null : seen.get(1));
    out.put("most", seen.isEmpty() ? null : seen.get(2));
    String ratio = Summary.unit(KpiInfo.Unit.RATIO, "");
    for (int i = 0; i < CoverageNeed.LEVELS.size(); i++) {
      String percent = Math.round(CoverageNeed.LEVELS.get(i) * 100) + "%";
      out.put("needed for " + percent, Summary.figure(ratio, need.needed().get(i)));
      out.put("binomial for " + percent, need.textbook().isEmpty() ? null : need.textbook().get(i));
    }
    out.put("deals", Summary.finite(need.deals()));
    out.put("winRate", Summary.finite(need.winRate()));
    return out;
  }
}
