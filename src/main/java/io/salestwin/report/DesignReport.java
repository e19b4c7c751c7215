package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.design.Design.Alternative;
import io.salestwin.experiment.design.Design.GuardrailPower;
import io.salestwin.experiment.design.Design.LookPlan;
import io.salestwin.scenario.Lever;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A design of an experiment for people and for programs: the verdict first.
 *
 * @param design the design
 */
public record DesignReport(Design design) implements Answer {

  private static final int SHOWN = 6;

  @Override
  public String name() {
    return design.plan().name();
  }

  @Override
  public boolean thresholdsMet() {
    return design.verdict().advice() == Design.Advice.RUN;
  }

  @Override
  public List<Chart> charts() {
    return new DesignPage(this).charts();
  }

  /** What is known when: a line for each moment. */
  @Override
  public Map<String, String> tables() {
    CsvTable table = new CsvTable("weeks", "leads", "power", "smallest_effect");
    design.course().forEach(m -> table.row(m.weeks(), m.leads(), m.power(), m.smallestEffect()));
    return Map.of("course.csv", table.text());
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    ExperimentPlan plan = design.plan();
    lines.heading(plan.name(), "a design, in " + design.scenario());
    boolean run = design.verdict().advice() == Design.Advice.RUN;
    String verdict = design.verdict().sentence();
    lines.wrapped(
        run ? style.good(style.shown("✔ ")) : style.bad(style.shown("✘ ")), verdict, "  ");
    if (!design.warnings().isEmpty()) {
      lines.blank();
      lines.heading("Before you believe it", "");
      design.warnings().forEach(warning -> lines.wrapped("  - ", warning, "    "));
    }
    lines.blank();
    lines.heading("What is compared", "");
    lines.wrapped("  ", metricLine(), "    ");
    lines.wrapped("  ", baselineLine(), "    ");
    lines.blank();
    lines.heading("What it takes", levels());
    sizeLines().forEach(line -> lines.wrapped("  ", line, "    "));
    looks(lines);
    course(lines);
    guardrails(lines);
    alternatives(lines);
    if (!design.notes().isEmpty()) {
      lines.blank();
      lines.heading("Beside it", "");
      design.notes().forEach(note -> lines.wrapped("  ", note, "    "));
    }
    return out.toString();
  }

  Metric metric() {
    return design.plan().primary();
  }

  String unitNoun() {
    return switch (design.plan().unit()) {
      case LEAD -> "leads";
      case REP -> design.plan().role().map(role -> role + " reps").orElse("reps");
      case TERRITORY -> "territories";
      case WEEK -> "weeks";
    };
  }

  String metricLine() {
    return "\"%s\": under control %s; the smallest effect of interest is %s"
        .formatted(
            metric().name(),
            metric().value(design.baseline().mean()),
            metric().difference(design.effect()));
  }

  String baselineLine() {
    return "%s leads a week enter%s; %s"
        .formatted(
            Figures.count(design.baseline().leadsPerWeek()),
            design.plan().assignAt().map(stage -> " at " + stage).orElse(""),
            design.baseline().source());
  }

  String levels() {
    ExperimentPlan plan = design.plan();
    return "false-positive rate %s%s, power %s"
        .formatted(
            Figures.share(plan.alpha()),
            plan.twoSided() ? "" : " (one side)",
            Figures.share(plan.power()));
  }

  List<String> sizeLines() {
    List<String> lines = new ArrayList<>();
    Design.Size size = design.size();
    if (design.plan().unit() != Lever.Unit.LEAD) {
      lines.add(
          "%s %s under control, %s treated"
              .formatted(
                  Figures.count(size.controlClusters()),
                  unitNoun(),
                  Figures.count(size.treatmentClusters())));
    }
    if (Double.isFinite(size.leads())) {
      lines.add(
          "%s leads under control, %s treated%s"
              .formatted(
                  Figures.count(size.control()),
                  Figures.count(size.treatment()),
                  Double.isNaN(size.events())
                      ? ""
                      : ", of whom %s get there"
                          .formatted(Figures.count(Math.ceil(size.events())))));
      lines.add(durationLine());
    }
    return lines;
  }

  String durationLine() {
    Design.Duration time = design.duration();
    String follow =
        time.followWeeks() == 0
            ? ""
            : ", then %s until the window of the last one has passed"
                .formatted(Design.inWords(time.followWeeks()));
    return "%s to enrol%s: from %s to %s"
        .formatted(Design.inWords(time.enrolWeeks()), follow, time.start(), time.end());
  }

  private void looks(TextLines lines) {
    if (design.looks().size() < 2 || !Double.isFinite(design.size().leads())) {
      return;
    }
    lines.blank();
    lines.heading("Looks", looksRemark());
    lines.raw("  look day            leads  |z| at least   as p  stops there");
    for (LookPlan look : design.looks()) {
      String row =
          String.format(
              Locale.ROOT,
              "  %4d %s %9s %13.2f %7s %11s",
              look.number(),
              look.date(),
              Figures.count(Math.ceil(look.leads())),
              look.z(),
              p(look.nominalP()),
              Figures.share(look.stops()));
      lines.raw(row);
    }
  }

  static String p(double p) {
    return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  String looksRemark() {
    return "%d looks cost %s more leads; stopping at the usual p of one look would be wrong in %s"
        .formatted(
            design.looks().size(),
            Figures.share(design.scheme().inflation() - 1),
            Figures.share(design.scheme().naive()));
  }

  private void course(TextLines lines) {
    lines.blank();
    lines.heading("What is known when", "power for the effect of interest; effect that is found");
    int step = Math.max(1, design.course().size() / SHOWN);
    for (int i = step - 1; i < design.course().size(); i += step) {
      lines.wrapped("  ", momentLine(design.course().get(i)), "    ");
    }
  }

  String momentLine(Design.Moment moment) {
    return "after %s: power %s, finds %s"
        .formatted(
            Design.inWords(moment.weeks()),
            Figures.share(moment.power()),
            Double.isFinite(moment.smallestEffect())
                ? metric().difference(moment.smallestEffect())
                : "nothing");
  }

  private void guardrails(TextLines lines) {
    if (design.guardrails().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Guardrails", "chance to show that nothing becomes worse, when nothing does");
    for (int g = 0; g < design.guardrails().size(); g++) {
      lines.wrapped("  ", guardrailLine(g), "    ");
    }
  }

  String guardrailLine(int g) {
    GuardrailPower guardrail = design.guardrails().get(g);
    Metric of = design.plan().guardrails().get(g).metric();
    return Double.isNaN(guardrail.power())
        ? "\"%s\": not computable, because %s".formatted(guardrail.name(), guardrail.reason())
        : "\"%s\" within %s: %s"
            .formatted(
                guardrail.name(),
                of.difference(guardrail.margin()),
                Figures.share(guardrail.power()));
  }

  private void alternatives(TextLines lines) {
    if (design.alternatives().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("What could be tested instead", "");
    design.alternatives().forEach(a -> lines.wrapped("  ", alternativeLine(a), "    "));
  }

  String alternativeLine(Alternative a) {
    return "%s: %s (%s)"
        .formatted(
            a.what(),
            Double.isInfinite(a.weeks()) ? "no time is enough" : Design.inWords(a.weeks()),
            a.why());
  }

  @Override
  public String html() {
    return new DesignPage(this).page();
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    ExperimentPlan plan = design.plan();
    out.put("experiment", plan.name());
    out.put("scenario", design.scenario());
    out.put("advice", word(design.verdict().advice()));
    out.put("verdict", design.verdict().sentence());
    out.put("metric", plan.primary().name());
    out.put("unit", word(plan.unit()));
    out.put("alpha", plan.alpha());
    out.put("sides", plan.twoSided() ? 2 : 1);
    out.put("power", plan.power());
    out.put("effect", Summary.finite(design.effect()));
    out.put("baseline", baseline());
    out.put("size", size());
    out.put("duration", duration());
    Map<String, Object> scheme = new LinkedHashMap<>();
    scheme.put("kind", word(plan.looks().kind()));
    scheme.put("inflation", Summary.finite(design.scheme().inflation()));
    scheme.put("expectedShare", Summary.finite(design.scheme().expected()));
    scheme.put("falsePositivesOfNaivePeeking", Summary.finite(design.scheme().naive()));
    out.put("scheme", scheme);
    design.futility().ifPresent(futility -> out.put("futility", futility(futility)));
    out.put("looks", design.looks().stream().map(DesignReport::look).toList());
    out.put("course", design.course().stream().map(DesignReport::moment).toList());
    out.put("effects", design.effects().stream().map(DesignReport::reach).toList());
    out.put("guardrails", design.guardrails().stream().map(DesignReport::guardrail).toList());
    out.put("alternatives", design.alternatives().stream().map(DesignReport::alternative).toList());
    out.put("warnings", design.warnings());
    out.put("notes", design.notes());
    return Json.write(out);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> baseline() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("source", design.baseline().source());
    out.put("plays", design.baseline().plays());
    out.put("leadsPerWeek", Summary.finite(design.baseline().leadsPerWeek()));
    out.put("value", Summary.finite(design.baseline().mean()));
    out.put("sd", Summary.finite(design.baseline().sd()));
    out.put("chance", Summary.finite(design.baseline().chance()));
    out.put("clusters", design.baseline().clusters());
    out.put("icc", Summary.finite(design.baseline().icc()));
    out.put("modelledEffect", Summary.figure("", design.baseline().modelled()));
    return out;
  }

  private Map<String, Object> size() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("control", Summary.finite(design.size().control()));
    out.put("treatment", Summary.finite(design.size().treatment()));
    out.put("controlUnrounded", Summary.finite(design.size().unrounded()));
    out.put("controlClusters", Summary.finite(design.size().controlClusters()));
    out.put("treatmentClusters", Summary.finite(design.size().treatmentClusters()));
    out.put("events", Summary.finite(design.size().events()));
    return out;
  }

  private Map<String, Object> duration() {
    Map<String, Object> out = new LinkedHashMap<>();
    Design.Duration time = design.duration();
    out.put("enrolWeeks", Summary.finite(time.enrolWeeks()));
    out.put("enrolMonths", Summary.finite(time.enrolMonths()));
    out.put("followWeeks", Summary.finite(time.followWeeks()));
    out.put("weeks", Summary.finite(time.weeks()));
    out.put("months", Summary.finite(time.months()));
    out.put("start", time.start().toString());
    out.put("end", day(time.end()));
    return out;
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MAX) ? null : day.toString();
  }

  private static Map<String, Object> futility(Design.Futility futility) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("endsBelowZ", futility.below());
    out.put("power", Summary.finite(futility.power()));
    out.put("expectedShareWithoutEffect", Summary.finite(futility.expected()));
    out.put("expectedShareWithoutEffectAndFutility", Summary.finite(futility.expectedWithout()));
    return out;
  }

  private static Map<String, Object> look(LookPlan look) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("look", look.number());
    out.put("share", Summary.finite(look.share()));
    out.put("leads", Summary.finite(look.leads()));
    out.put("date", day(look.date()));
    out.put("z", Summary.finite(look.z()));
    out.put("nominalP", Summary.finite(look.nominalP()));
    out.put("alphaSpent", Summary.finite(look.spent()));
    out.put("stops", Summary.finite(look.stops()));
    return out;
  }

  private static Map<String, Object> moment(Design.Moment moment) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("weeks", Summary.finite(moment.weeks()));
    out.put("leads", Summary.finite(moment.leads()));
    out.put("power", Summary.finite(moment.power()));
    out.put("smallestEffect", Summary.finite(moment.smallestEffect()));
    return out;
  }

  private static Map<String, Object> reach(Design.Reach reach) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("effect", Summary.finite(reach.effect()));
    out.put("weeks", Summary.finite(reach.weeks()));
    return out;
  }

  private static Map<String, Object> guardrail(GuardrailPower guardrail) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("metric", guardrail.name());
    out.put("margin", Summary.finite(guardrail.margin()));
    out.put("power", Summary.finite(guardrail.power()));
    if (!guardrail.reason().isEmpty()) {
      out.put("notComputable", guardrail.reason());
    }
    return out;
  }

  private static Map<String, Object> alternative(Alternative a) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("what", a.what());
    out.put("effect", Summary.finite(a.effect()));
    out.put("weeks", Summary.finite(a.weeks()));
    out.put("inTime", a.inTime());
    out.put("why", a.why());
    return out;
  }
}
