package io.salestwin.report;

import io.salestwin.calibration.backtest.Backtest;
import io.salestwin.calibration.backtest.Backtest.Contender;
import io.salestwin.calibration.backtest.Backtest.GroupScores;
import io.salestwin.calibration.backtest.Backtest.Kind;
import io.salestwin.calibration.backtest.Backtest.Target;
import io.salestwin.document.Csv;
import io.salestwin.document.Json;
import io.salestwin.forecast.Score;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good forecasts would have been, for people and for programs.
 *
 * @param name what the export is called
 * @param backtest the scores
 */
public record BacktestReport(String name, Backtest backtest) implements Answer {

  /** The name of the table. */
  public static final String ROWS = "windows.csv";

  @Override
  public boolean thresholdsMet() {
    return true;
  }

  @Override
  public List<Chart> charts() {
    return new BacktestPage(this).drawn().charts();
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    lines.heading("Backtest of " + name, size());
    targets().forEach(target -> lines.wrapped("  ", sentence(target), "    "));
    for (Target target : targets()) {
      verdicts(target).forEach(verdict -> lines.wrapped("  ", verdict, "    "));
    }
    lines.blank();
    lines.heading("Windows", "deals won: forecast, P5 to P95, and what happened");
    for (int w = 0; w < backtest.windows().size(); w++) {
      lines.raw("  " + windowLine(w));
    }
    lines.blank();
    lines.heading("Who came how near", "deals won: mean error, CRPS, inside 90 %");
    for (Contender c : backtest.wins().contenders()) {
      lines.raw("  " + TextLines.left(c.name(), 52) + contenderLine(c));
    }
    groupText(lines);
    lines.blank();
    lines.heading("What the model is", backtest.choice());
    for (int w = 0; w < backtest.chosen().size(); w++) {
      if (w == 0 || !backtest.chosen().get(w).equals(backtest.chosen().get(w - 1))) {
        String from = "from " + backtest.windows().get(w).from() + ": ";
        lines.wrapped("  ", from + backtest.chosen().get(w), "    ");
      }
    }
    lines.wrapped("  ", "tried, with mean error and CRPS over all windows:", "    ");
    for (Backtest.Tried t : backtest.tried()) {
      lines.wrapped("    ", triedLine(t), "      ");
    }
    return out.toString();
  }

  List<Target> targets() {
    List<Target> all = new ArrayList<>(List.of(backtest.wins()));
    backtest.worth().ifPresent(all::add);
    return all;
  }

  String size() {
    return backtest.windows().size()
        + (backtest.windows().size() == 1 ? " window" : " windows")
        + " from "
        + backtest.windows().get(0).from()
        + ", "
        + Figures.count(backtest.plan().draws())
        + " futures each, seed "
        + backtest.plan().seed();
  }

  /** The sentence that says it all, flattering or not. */
  String sentence(Target target) {
    Contender model = target.model();
    Contender rule = target.bestRule();
    return target.name()
        + ": median error "
        + Figures.share(model.medianApe())
        + " (best simple rule, "
        + rule.name()
        + ", "
        + Figures.share(rule.medianApe())
        + "; unavoidable noise "
        + Figures.share(target.floor())
        + "); the 90 % interval held in "
        + model.in90()
        + " of "
        + model.scores().size()
        + " windows";
  }

  /** Whether it is any good, in words. */
  List<String> verdicts(Target target) {
    List<String> all = new ArrayList<>();
    Contender rule = target.bestRule();
    double skill = target.skill();
    all.add(
        skill > 0
            ? target.name()
                + ": the model's CRPS is "
                + Figures.share(skill)
                + " below that of the best simple rule"
            : "“"
                + rule.name()
                + "” did better for "
                + target.name()
                + ": the model's CRPS is "
                + Figures.share(-skill)
                + " above it");
    for (Contender c : target.contenders()) {
      if (c.kind() == Kind.RULE
          && !c.equals(rule)
          && c.isWhole()
          && c.crps() < target.model().crps()) {
        all.add("“" + c.name() + "” did better for " + target.name() + " too");
      }
    }
    target.contenders().stream()
        .filter(c -> c.kind() == Kind.SCENARIO && c.isWhole())
        .forEach(c -> all.add(scenarioVerdict(target, c)));
    double arrivals = target.arrivalShare();
    if (!Double.isNaN(arrivals)) {
      all.add(
          arrivals > 0
              ? "with the true arrivals the model's CRPS for "
                  + target.name()
                  + " would have been "
                  + Figures.share(arrivals)
                  + " smaller: that part is not knowing what comes in, the rest what becomes of it"
              : "the true arrivals would not have helped with " + target.name());
    }
    return all;
  }

  private static String scenarioVerdict(Target target, Contender scenario) {
    double more = scenario.crps() / target.model().crps() - 1;
    return scenario.name()
        + ": CRPS for "
        + target.name()
        + " "
        + Figures.share(Math.abs(more))
        + (more < 0 ? " below" : " above")
        + " the model's, median error "
        + Figures.share(scenario.medianApe())
        + "; its 90 % interval held in "
        + scenario.in90()
        + " of "
        + scenario.scores().size()
        + " windows";
  }

  private String windowLine(int w) {
    Score s = backtest.wins().model().scores().get(w).orElseThrow();
    return backtest.windows().get(w).from()
        + TextLines.right(Figures.count(s.median()), 8)
        + TextLines.right(
            Figures.count(s.quantiles().get(0)) + " to " + Figures.count(s.quantiles().get(6)), 18)
        + TextLines.right(Figures.count(s.actual()), 8)
        + TextLines.right("off by " + Figures.share(s.ape()), 16)
        + (s.in90() ? "" : "  outside");
  }

  private static String contenderLine(Contender c) {
    long n = c.scores().stream().filter(Optional::isPresent).count();
    return TextLines.right(Figures.share(c.mape()), 7)
        + TextLines.right(Figures.fixed(c.crps(), 1), 8)
        + TextLines.right(c.in90() + " of " + n, 9);
  }

  private void groupText(TextLines lines) {
    if (backtest.groups().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("By group", "deals won, windows pooled");
    backtest.groups().forEach(g -> lines.wrapped("  ", groupLine(g), "    "));
  }

  static String groupLine(GroupScores g) {
    int in90 = g.inside(Score::in90);
    Interval sure =
        Intervals.proportion(in90, g.scores().size(), 0.95).value().orElseThrow().interval();
    return "by "
        + g.dimension()
        + ": error "
        + Figures.share(g.wape())
        + (Double.isNaN(g.lastWape())
            ? ""
            : " (same as the last window " + Figures.share(g.lastWape()) + ")")
        + "; unavoidable noise "
        + Figures.share(g.floor())
        + "; the 90 % interval held "
        + in90
        + " of "
        + g.scores().size()
        + " times (95 % sure: "
        + Figures.share(sure.low())
        + " to "
        + Figures.share(sure.high())
        + ")";
  }

  static String triedLine(Backtest.Tried t) {
    return t.name()
        + ": "
        + Figures.share(t.mape())
        + ", "
        + Figures.fixed(t.crps(), 1)
        + (t.eligible() ? "" : " (not to choose: the record before is too short for it)");
  }

  @Override
  public String html() {
    return new BacktestPage(this).drawn().end();
  }

  /** One row for each target, contender and window. */
  @Override
  public Map<String, String> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (Target target : targets()) {
      for (Contender c : target.contenders()) {
        for (int w = 0; w < c.scores().size(); w++) {
          int at = w;
          c.scores().get(w).ifPresent(s -> rows.add(row(target, c, at, s)));
        }
      }
    }
    List<String> head = new ArrayList<>(List.of("target", "contender", "kind", "from", "until"));
    head.addAll(List.of("actual", "mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"));
    head.addAll(List.of("ape", "crps", "pit", "floor"));
    return Map.of(ROWS, Csv.write(head, rows));
  }

  private List<String> row(Target target, Contender c, int w, Score s) {
    List<String> row = new ArrayList<>(List.of(target.name(), c.name(), word(c.kind())));
    row.add(backtest.windows().get(w).from().toString());
    row.add(backtest.windows().get(w).until().toString());
    row.add(Json.number(s.actual()));
    row.add(Json.number(s.mean()));
    s.quantiles().forEach(q -> row.add(Json.number(q)));
    row.add(Double.isNaN(s.ape()) ? "" : Json.number(s.ape()));
    row.add(Json.number(s.crps()));
    row.add(Json.number(s.pit()));
    double floor = target.floors().get(w);
    row.add(Double.isNaN(floor) ? "" : Json.number(floor));
    return row;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("export", name);
    out.put("currency", backtest.currency());
    out.put("seed", backtest.plan().seed());
    out.put("draws", backtest.plan().draws());
    out.put(
        "windows",
        backtest.windows().stream()
            .map(w -> List.of(w.from().toString(), w.until().toString()))
            .toList());
    out.put("model", backtest.chosen());
    out.put("choice", backtest.choice());
    out.put("tried", backtest.tried().stream().map(BacktestReport::tried).toList());
    out.put("targets", targets().stream().map(this::target).toList());
    out.put("groups", backtest.groups().stream().map(BacktestReport::group).toList());
    return Json.write(out);
  }

  private static Map<String, Object> tried(Backtest.Tried t) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", t.name());
    out.put("eligible", t.eligible());
    out.put("choiceCrps", Summary.finite(t.choiceCrps()));
    out.put("crps", Summary.finite(t.crps()));
    out.put("mape", Summary.finite(t.mape()));
    out.put("in90", t.in90());
    return out;
  }

  private Map<String, Object> target(Target target) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", target.name());
    out.put("sentence", sentence(target));
    out.put("verdicts", verdicts(target));
    out.put("skill", Summary.finite(target.skill()));
    out.put("bestRule", target.bestRule().name());
    out.put("floor", Summary.finite(target.floor()));
    out.put("arrivalShare", Summary.finite(target.arrivalShare()));
    out.put("contenders", target.contenders().stream().map(BacktestReport::contender).toList());
    return out;
  }

  private static Map<String, Object> contender(Contender c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", c.name());
    out.put("kind", word(c.kind()));
    out.put("mape", Summary.finite(c.mape()));
    out.put("accuracy", Summary.finite(1 - c.mape()));
    out.put("crps", Summary.finite(c.crps()));
    out.put("in80", c.in80());
    out.put("in90", c.in90());
    out.put(
        "scores", c.scores().stream().map(s -> s.map(BacktestReport::score).orElse(null)).toList());
    return out;
  }

  private static Map<String, Object> score(Score s) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("actual", s.actual());
    out.put("mean", s.mean());
    out.put("quantiles", s.quantiles());
    out.put("pinball", s.pinball());
    out.put("crps", s.crps());
    out.put("ape", Summary.finite(s.ape()));
    out.put("pit", s.pit());
    return out;
  }

  private static Map<String, Object> group(GroupScores g) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("dimension", g.dimension());
    out.put("wape", Summary.finite(g.wape()));
    out.put("lastWindowWape", Summary.finite(g.lastWape()));
    out.put("floor", Summary.finite(g.floor()));
    out.put("scores", g.scores().size());
    out.put("in80", g.inside(Score::in80));
    out.put("in90", g.inside(Score::in90));
    out.put("pit", g.pit());
    return out;
  }
}
