package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Analysis;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.experiment.analysis.Analysis.Look;
import io.salestwin.experiment.analysis.Analysis.Secondary;
import io.salestwin.experiment.analysis.Comparison;
import io.salestwin.experiment.analysis.Comparison.Beside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An analysis of an experiment for people and for programs: what to do first, then the evidence.
 *
 * @param analysis the analysis
 */
public record AnalysisReport(Analysis analysis) implements Answer {

  @Override
  public String name() {
    return analysis.plan().name();
  }

  @Override
  public boolean thresholdsMet() {
    return switch (analysis.decision().advice()) {
      case SHIP, RUN_ON -> true;
      case DO_NOT_SHIP, DO_NOT_TRUST, NOT_COMPUTABLE -> false;
    };
  }

  @Override
  public List<Chart> charts() {
    return new AnalysisPage(this).charts();
  }

  /** A line for each metric. */
  @Override
  public Map<String, String> tables() {
    CsvTable table =
        new CsvTable(
            "metric",
            "role",
            "control",
            "treatment",
            "effect",
            "se",
            "low",
            "high",
            "p",
            "method",
            "not_computable");
    row(table, "decides", analysis.primary());
    analysis.guardrails().forEach(g -> row(table, "guardrail", g.comparison()));
    analysis.secondary().forEach(s -> row(table, "further", s.comparison()));
    return Map.of("metrics.csv", table.text());
  }

  private static void row(CsvTable table, String role, Comparison c) {
    table.row(
        c.metric().name(),
        role,
        c.control(),
        c.treatment(),
        c.effect(),
        c.se(),
        c.low(),
        c.high(),
        c.p(),
        c.method(),
        c.reason());
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    lines.heading(analysis.plan().name(), day().isEmpty() ? "results" : "results as of " + day());
    lines.wrapped(mark(style), analysis.decision().sentence(), "  ");
    lines.blank();
    lines.heading("Split", splitLine());
    lines.blank();
    lines.heading("The metric that decides", analysis.primary().method());
    comparison(analysis.primary()).forEach(line -> lines.wrapped("  ", line, "    "));
    lines.blank();
    lines.heading("Looks", "");
    lines.wrapped("  ", analysis.looking().sentence(), "    ");
    analysis.looks().forEach(look -> lines.wrapped("  ", lookLine(look), "    "));
    if (!analysis.guardrails().isEmpty()) {
      lines.blank();
      lines.heading("Guardrails", "");
      analysis.guardrails().forEach(g -> lines.wrapped("  ", guardLine(g), "    "));
    }
    if (!analysis.secondary().isEmpty()) {
      lines.blank();
      lines.heading("Further metrics", "they decide nothing; p allowed for their number");
      analysis.secondary().forEach(s -> lines.wrapped("  ", secondaryLine(s), "    "));
    }
    lines.blank();
    lines.heading("As chances", "with a flat prior");
    lines.wrapped("  ", beliefLine(), "    ");
    lines.wrapped("  ", waitingLine(), "    ");
    if (!analysis.warnings().isEmpty()) {
      lines.blank();
      lines.heading("To mind", "");
      analysis.warnings().forEach(warning -> lines.wrapped("  ", warning, "    "));
    }
    return out.toString();
  }

  private String mark(TextStyle style) {
    return switch (analysis.decision().advice()) {
      case SHIP -> style.good(style.shown("✔ "));
      case RUN_ON -> style.bold(style.shown("… "));
      default -> style.bad(style.shown("✘ "));
    };
  }

  String day() {
    return analysis.asOf().equals(LocalDate.MIN) ? "" : analysis.asOf().toString();
  }

  String splitLine() {
    Analysis.Split split = analysis.split();
    if (split.control() + split.treatment() == 0) {
      return "nothing to check: no unit was assigned" + (day().isEmpty() ? "" : " by " + day());
    }
    String verdict =
        split.sound() ? "as planned" : split.mixed().isEmpty() ? "not as planned" : "mixed";
    return "%s: %s %s under control, %s treated (p %s)"
        .formatted(
            verdict,
            Figures.count(split.control()),
            split.what(),
            Figures.count(split.treatment()),
            p(split.p()));
  }

  /** A p-value; never 0. */
  static String p(double p) {
    if (Double.isNaN(p)) {
      return "not computable";
    }
    return p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, p < 0.1 ? "%.4f" : "%.2f", p);
  }

  /** A chance that is never certain. */
  static String chance(double chance) {
    return chance > 0.999
        ? "more than 99.9 %"
        : chance < 0.001 ? "less than 0.1 %" : Figures.share(chance);
  }

  static String value(Metric metric, double value) {
    return metric.measure() == Metric.Measure.CYCLE
        ? Figures.share(value) + " there in time"
        : metric.value(value);
  }

  List<String> comparison(Comparison c) {
    List<String> lines = new ArrayList<>();
    if (!c.isComputable()) {
      lines.add("\"%s\" is not computable, because %s".formatted(c.metric().name(), c.reason()));
      return lines;
    }
    Analysis.Looking looking = analysis.looking();
    boolean decides = c.metric().equals(analysis.plan().primary());
    double low = decides ? looking.low() : c.low();
    double high = decides ? looking.high() : c.high();
    lines.add(
        "\"%s\": %s under control, %s treated"
            .formatted(
                c.metric().name(),
                value(c.metric(), c.control()),
                value(c.metric(), c.treatment())));
    lines.add(
        "effect %s (%s interval %s), p %s"
            .formatted(
                c.inWords(c.effect()), Figures.share(c.level()), c.inWords(low, high), p(c.p())));
    lines.add(unitsLine(c));
    for (Beside beside : c.beside()) {
      lines.add(besideLine(c.metric(), beside));
    }
    return lines;
  }

  String unitsLine(Comparison c) {
    boolean clusters = c.clusters().get(0) + c.clusters().get(1) > 0;
    return "%s and %s leads%s%s"
        .formatted(
            Figures.count(c.n().get(0)),
            Figures.count(c.n().get(1)),
            clusters
                ? " of %d and %d %s"
                    .formatted(c.clusters().get(0), c.clusters().get(1), analysis.split().what())
                : "",
            c.young() == 0
                ? ""
                : "; %s more are too young to count".formatted(Figures.count(c.young())));
  }

  String besideLine(Metric metric, Beside beside) {
    return "beside it, %s: %s%s; %s"
        .formatted(
            beside.name(),
            besideEffect(metric, beside),
            Double.isNaN(beside.p()) ? "" : "p " + p(beside.p()),
            beside.remark());
  }

  static String besideEffect(Metric metric, Beside beside) {
    if (Double.isNaN(beside.effect())) {
      return "";
    }
    String shown =
        beside.name().equals("relative")
            ? (beside.effect() < 0 ? "-" : "+") + Figures.share(Math.abs(beside.effect()))
            : metric.measure() == Metric.Measure.CYCLE
                ? beside.name().startsWith("share")
                    ? "%+.1f points".formatted(100 * beside.effect())
                    : "%+.1f days".formatted(beside.effect())
                : metric.difference(beside.effect());
    return shown + (Double.isNaN(beside.p()) ? "" : ", ");
  }

  static String lookLine(Look look) {
    String limit =
        Double.isInfinite(look.limit())
            ? "no effect may stop it here"
            : String.format(Locale.ROOT, "|z| at least %.2f stops it", look.limit());
    return String.format(
        Locale.ROOT,
        "%s: %s of the information, z %.2f; %s%s",
        look.name(),
        Figures.share(look.share()),
        look.z(),
        limit,
        look.crossed() ? ": reached" : "");
  }

  String guardLine(Guarded g) {
    Comparison c = g.comparison();
    String name = "\"" + c.metric().name() + "\"";
    if (!c.isComputable() || g.outcome() == Analysis.Outcome.NOT_COMPUTABLE) {
      return name + ": not computable, because " + g.reason();
    }
    return "%s: %s; %s (interval %s), p %s that it is within the margin of %s"
        .formatted(
            name,
            outcome(g),
            c.inWords(c.effect()),
            c.inWords(c.low(), c.high()),
            p(g.p()),
            margin(g));
  }

  static String outcome(Guarded g) {
    return switch (g.outcome()) {
      case MET -> "not worse";
      case OPEN -> "not shown yet";
      case BROKEN -> "worse";
      case NOT_COMPUTABLE -> "not computable";
    };
  }

  static String margin(Guarded g) {
    Comparison c = g.comparison();
    boolean worseIsLess = c.metric().higherIsBetter() || c.scale() == Comparison.Scale.HAZARD;
    return c.inWords(worseIsLess ? -g.margin() : g.margin());
  }

  String secondaryLine(Secondary s) {
    Comparison c = s.comparison();
    return c.isComputable()
        ? "\"%s\": %s (interval %s), p %s; %s"
            .formatted(
                c.metric().name(),
                c.inWords(c.effect()),
                c.inWords(c.low(), c.high()),
                p(s.adjustedP()),
                c.method())
        : "\"%s\": not computable, because %s".formatted(c.metric().name(), c.reason());
  }

  String beliefLine() {
    Analysis.Belief belief = analysis.belief();
    if (!belief.reason().isEmpty()) {
      return "not computable, because " + belief.reason();
    }
    return "the treatment is better with a chance of %s; expected loss of shipping %s, of keeping %s"
        .formatted(
            chance(belief.chance()), loss(belief.lossOfShipping()), loss(belief.lossOfKeeping()));
  }

  private String loss(double loss) {
    if (!Double.isFinite(loss)) {
      return "not computable (too few clusters)";
    }
    return switch (analysis.primary().scale()) {
      case DIFFERENCE -> analysis.plan().primary().difference(loss).substring(1);
      case HAZARD -> String.format(Locale.ROOT, "%.3f in log hazard", loss);
      case RATIO -> String.format(Locale.ROOT, "%.3f in logarithms", loss);
    };
  }

  String waitingLine() {
    Analysis.Waiting waiting = analysis.waiting();
    if (waiting.until().isEmpty()) {
      return "there is nothing to wait for: this is the end";
    }
    if (!waiting.reason().isEmpty()) {
      return "the value of waiting is not computable, because " + waiting.reason();
    }
    double gain = waiting.later() - waiting.now();
    return "going on until %s is worth %s %s %s than deciding now by what is seen (%s against %s)"
        .formatted(
            waiting.until().get(),
            Figures.brief(Math.abs(gain)),
            waiting.unit(),
            gain < 0 ? "less" : "more",
            Figures.brief(waiting.later()),
            Figures.brief(waiting.now()));
  }

  @Override
  public String html() {
    return new AnalysisPage(this).page();
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", analysis.plan().name());
    out.put("asOf", day().isEmpty() ? null : day());
    out.put("advice", word(analysis.decision().advice()));
    out.put("decision", analysis.decision().sentence());
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("unit", analysis.split().what());
    split.put("control", analysis.split().control());
    split.put("treatment", analysis.split().treatment());
    split.put("p", Summary.finite(analysis.split().p()));
    split.put("mixed", analysis.split().mixed());
    split.put("sound", analysis.split().sound());
    out.put("split", split);
    out.put("primary", comparisonJson(analysis.primary()));
    Map<String, Object> looking = new LinkedHashMap<>();
    looking.put("planned", analysis.looking().planned());
    looking.put("taken", analysis.looking().taken());
    looking.put("last", analysis.looking().last());
    looking.put("outsideOfThePlan", analysis.looking().outside());
    looking.put("low", Summary.finite(analysis.looking().low()));
    looking.put("high", Summary.finite(analysis.looking().high()));
    looking.put("falsePositivesOfNaivePeeking", Summary.finite(analysis.looking().naive()));
    looking.put("predictivePower", Summary.finite(analysis.looking().conditional()));
    looking.put("looks", analysis.looks().stream().map(AnalysisReport::look).toList());
    out.put("looking", looking);
    out.put("guardrails", analysis.guardrails().stream().map(AnalysisReport::guard).toList());
    List<Object> secondary = new ArrayList<>();
    for (Secondary s : analysis.secondary()) {
      Map<String, Object> each = comparisonJson(s.comparison());
      each.put("adjustedP", Summary.finite(s.adjustedP()));
      secondary.add(each);
    }
    out.put("secondary", secondary);
    Map<String, Object> belief = new LinkedHashMap<>();
    belief.put("chanceToBeat", Summary.finite(analysis.belief().chance()));
    belief.put("expectedLossOfShipping", Summary.finite(analysis.belief().lossOfShipping()));
    belief.put("expectedLossOfKeeping", Summary.finite(analysis.belief().lossOfKeeping()));
    belief.put("notComputable", analysis.belief().reason());
    out.put("belief", belief);
    Map<String, Object> waiting = new LinkedHashMap<>();
    waiting.put("until", analysis.waiting().until().map(LocalDate::toString).orElse(null));
    waiting.put("now", Summary.finite(analysis.waiting().now()));
    waiting.put("later", Summary.finite(analysis.waiting().later()));
    waiting.put("unit", analysis.waiting().unit());
    waiting.put("notComputable", analysis.waiting().reason());
    out.put("waiting", waiting);
    out.put("warnings", analysis.warnings());
    return Json.write(out);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> comparisonJson(Comparison c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("metric", c.metric().name());
    out.put("method", c.method());
    out.put("n", c.n());
    out.put("clusters", c.clusters());
    out.put("young", c.young());
    out.put("control", Summary.finite(c.control()));
    out.put("treatment", Summary.finite(c.treatment()));
    out.put("effect", Summary.finite(c.effect()));
    out.put("se", Summary.finite(c.se()));
    out.put("low", Summary.finite(c.low()));
    out.put("high", Summary.finite(c.high()));
    out.put("level", Summary.finite(c.level()));
    out.put("p", Summary.finite(c.p()));
    out.put("notComputable", c.reason());
    List<Object> beside = new ArrayList<>();
    for (Beside b : c.beside()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", b.name());
      each.put("effect", Summary.finite(b.effect()));
      each.put("p", Summary.finite(b.p()));
      each.put("remark", b.remark());
      beside.add(each);
    }
    out.put("beside", beside);
    return out;
  }

  private static Map<String, Object> look(Look look) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", look.name());
    out.put("share", Summary.finite(look.share()));
    out.put("z", Summary.finite(look.z()));
    out.put("limit", Summary.finite(look.limit()));
    out.put("crossed", look.crossed());
    return out;
  }

  private static Map<String, Object> guard(Guarded g) {
    Map<String, Object> out = comparisonJson(g.comparison());
    out.put("margin", Summary.finite(g.margin()));
    out.put("nonInferiorityP", Summary.finite(g.p()));
    out.put("outcome", word(g.outcome()));
    return out;
  }
}
