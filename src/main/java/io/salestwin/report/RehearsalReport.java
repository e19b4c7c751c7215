package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Further;
import io.salestwin.experiment.rehearsal.Rehearsal.Guarded;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Sequence;
import io.salestwin.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rehearsal for people and for programs: the verdict first, then the evidence.
 *
 * @param found the rehearsal
 */
public record RehearsalReport(Rehearsal found) implements Answer {

  private static final int NAME = 32;
  private static final int COLUMN = 19;
  private static final int NARROW = 8;

  @Override
  public String name() {
    return found.course().plan().name();
  }

  @Override
  public boolean thresholdsMet() {
    return found.verdict() == Rehearsal.Verdict.RUN;
  }

  @Override
  public List<Chart> charts() {
    return List.of(new RateChart(this).draw());
  }

  /** A line for each method. */
  @Override
  public Map<String, String> tables() {
    CsvTable table =
        new CsvTable("method", "power", "false_positives", "coverage", "effect", "exaggeration");
    for (Judged judged : found.methods()) {
      table.row(
          judged.method().words(),
          judged.power().orNaN(),
          judged.falsePositives().orNaN(),
          judged.coverage().orNaN(),
          judged.effect().orNaN(),
          judged.exaggeration().orNaN());
    }
    return Map.of("methods.csv", table.text());
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    RehearsalWords words = new RehearsalWords(found);
    String name = found.course().plan().name();
    lines.heading(
        "Rehearsal of " + name, Figures.count(found.trials()) + " trials · seed " + found.seed());
    out.append(style.bold(lines.plain("  " + words.verdict() + "."))).append('\n');
    words.reasons().forEach(each -> lines.wrapped("  ", each, "  "));
    lines.blank();
    lines.heading("How it is judged", "rates with their 95 % errors");
    table(lines, style, out);
    lines.blank();
    lines.heading("How it ends", "with the treatment at work, guardrails included");
    RuleWords.endings(found.rule()).forEach(each -> lines.wrapped("  ", each, "    "));
    if (!found.guardrails().isEmpty()) {
      lines.blank();
      lines.heading("Guardrails", "");
      found.guardrails().forEach(g -> lines.wrapped("  ", RuleWords.guardrail(g), "    "));
    }
    if (!found.secondary().isEmpty()) {
      lines.blank();
      lines.heading("Further metrics", "they decide nothing; p allowed for their number");
      found.secondary().forEach(f -> lines.wrapped("  ", RuleWords.further(f), "    "));
    }
    lines.blank();
    lines.heading("Before you believe it", "");
    words.warnings().forEach(each -> lines.wrapped("  - ", each, "    "));
    lines.blank();
    lines.heading("What was played", "");
    lines.wrapped("  ", words.setting(), "  ");
    AgainstDesign against = new AgainstDesign(found, words);
    if (!against.covariate().isEmpty()) {
      lines.blank();
      lines.heading("What the covariate saves", "");
      against.covariate().forEach(each -> lines.wrapped("  ", each, "  "));
    }
    lines.blank();
    lines.heading("Against the design", "");
    against.sentences().forEach(each -> lines.wrapped("  ", each, "  "));
    return out.toString();
  }

  private void table(TextLines lines, TextStyle style, StringBuilder out) {
    out.append(
        style.dim(
            TextLines.left("", NAME)
                + TextLines.right("power", COLUMN)
                + TextLines.right("A/A positives", COLUMN)
                + TextLines.right("covers", NARROW)
                + "\n"));
    if (found.course().looksMs().size() > 1) {
      row(
          lines,
          out,
          "as planned, with its looks",
          found.planned().power(),
          found.planned().falsePositives(),
          null);
    }
    for (Judged judged : found.methods()) {
      row(lines, out, name(judged), judged.power(), judged.falsePositives(), judged.coverage());
    }
    row(
        lines,
        out,
        "leads, looking every week",
        found.peeking().power(),
        found.peeking().falsePositives(),
        null);
  }

  /** What a row of the table is called. */
  String name(Judged judged) {
    boolean first = judged.method() == found.methods().get(0).method();
    return switch (judged.method()) {
          case SHARES -> judged.naive() ? "naive: z test of leads" : "z test of leads";
          case FISHER -> "Fisher's exact test";
          case MEANS -> judged.naive() ? "naive: Welch of leads" : "Welch's t of leads";
          case ADJUSTED -> "adjusted by what was before";
          case LOG_RANK -> "log-rank test";
          case CLUSTER_LOG_RANK -> "cluster-robust log-rank (CR2)";
          case CLUSTER_RATIO -> "ratio of sums (delta method)";
          case CLUSTERS -> "cluster-robust t (CR2)";
          case CLUSTER_MEANS -> "t of cluster means";
          case PERMUTATION -> "permutation test";
          case COUNTS -> "t of the counts";
        }
        + (first && found.course().looksMs().size() > 1 ? ", at end" : "");
  }

  private static void row(
      TextLines lines,
      StringBuilder out,
      String name,
      Estimate power,
      Estimate falsePositives,
      Estimate coverage) {
    out.append(lines.plain("  " + TextLines.left(name, NAME - 2)))
        .append(TextLines.right(RehearsalWords.rate(power), COLUMN))
        .append(TextLines.right(RehearsalWords.rate(falsePositives), COLUMN))
        .append(
            TextLines.right(
                coverage == null || coverage.value().isEmpty()
                    ? "-"
                    : Figures.share(coverage.orNaN()),
                NARROW))
        .append('\n');
  }

  @Override
  public String html() {
    return new RehearsalPage(this).page();
  }

  // ---- JSON

  @Override
  public String json() {
    RehearsalWords words = new RehearsalWords(found);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", found.course().plan().name());
    out.put("verdict", camel(found.verdict().name()));
    out.put("sentence", words.verdict() + ".");
    out.put("reasons", words.reasons());
    out.put("warnings", words.warnings());
    out.put("seed", found.seed());
    out.put("trials", found.trials());
    out.put("unit", found.course().plan().unit().name().toLowerCase(Locale.ROOT));
    out.put("metric", found.course().plan().primary().name());
    out.put("enrolmentDays", found.course().enrolMs() / 86_400_000.0);
    out.put("shape", shape());
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("control", Summary.figure("", found.truth().control()));
    truth.put("rollOutEffect", Summary.figure("", found.truth().effect()));
    truth.put("measuredEffect", Summary.figure("", found.truth().measured()));
    truth.put("interference", Summary.figure("", found.truth().interference()));
    out.put("truth", truth);
    out.put("planned", sequence(found.planned()));
    out.put("peekingWeekly", sequence(found.peeking()));
    out.put("methods", found.methods().stream().map(RehearsalReport::judged).toList());
    out.put("rule", rule());
    out.put("guardrails", found.guardrails().stream().map(RehearsalReport::guarded).toList());
    out.put("secondary", found.secondary().stream().map(RehearsalReport::further).toList());
    Map<String, Object> theory = new LinkedHashMap<>();
    theory.put("formula", found.theory().formula());
    theory.put("power", Summary.finite(found.theory().power().orElse(Double.NaN)));
    theory.put(
        "powerForTheMeasuredEffect",
        Summary.finite(found.theory().powerMeasured().orElse(Double.NaN)));
    AgainstDesign against = new AgainstDesign(found, words);
    theory.put("sentences", against.sentences());
    out.put("theory", theory);
    found
        .covariate()
        .ifPresent(adjusted -> out.put("covariate", covariate(adjusted, against.covariate())));
    return Json.write(out);
  }

  private static Map<String, Object> covariate(
      Rehearsal.Adjusted adjusted, List<String> sentences) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("correlation", Summary.figure("", adjusted.correlation()));
    out.put("varianceSaved", Summary.figure("fraction", adjusted.saved()));
    out.put("sentences", sentences);
    return out;
  }

  private Map<String, Object> shape() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("leads", Summary.finite(found.shape().leads()));
    out.put("clusters", Summary.finite(found.shape().clusters()));
    out.put("icc", Summary.finite(found.shape().icc()));
    out.put("sizeVariation", Summary.finite(found.shape().variation()));
    out.put("sd", Summary.finite(found.shape().sd()));
    out.put("stillOpen", Summary.finite(found.shape().open()));
    return out;
  }

  private Map<String, Object> rule() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("ships", Summary.figure("fraction", found.rule().ships()));
    out.put("shipsWithoutEffect", Summary.figure("fraction", found.rule().shipsNothing()));
    out.put("daysToDecision", Summary.figure("days", found.rule().days()));
    out.put("daysToDecisionWithoutEffect", Summary.figure("days", found.rule().daysOfNothing()));
    Map<String, Object> ends = new LinkedHashMap<>();
    found.rule().grounds().forEach((ground, share) -> ends.put(camel(ground.name()), share));
    out.put("ends", ends);
    return out;
  }

  private static Map<String, Object> guarded(Guarded guarded) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("metric", guarded.metric().name());
    out.put("margin", Summary.finite(guarded.margin()));
    out.put("control", Summary.figure("", guarded.control()));
    out.put("rollOutEffect", Summary.figure("", guarded.effect()));
    out.put("shown", Summary.figure("fraction", guarded.shown()));
    out.put("shownWithoutEffect", Summary.figure("fraction", guarded.shownOfNothing()));
    out.put("calledWorse", Summary.figure("fraction", guarded.broken()));
    out.put("calledWorseWithoutEffect", Summary.figure("fraction", guarded.brokenOfNothing()));
    out.put("brokenByARollOut", guarded.isBrokenInTruth());
    return out;
  }

  private static Map<String, Object> further(Further further) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("metric", further.metric().name());
    out.put("control", Summary.figure("", further.control()));
    out.put("rollOutEffect", Summary.figure("", further.effect()));
    out.put("found", Summary.figure("fraction", further.found()));
    out.put("foundWithoutEffect", Summary.figure("fraction", further.foundInNothing()));
    return out;
  }

  private static Map<String, Object> judged(Judged judged) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("method", judged.method().words());
    out.put("naive", judged.naive());
    out.put("power", Summary.figure("fraction", judged.power()));
    out.put("falsePositives", Summary.figure("fraction", judged.falsePositives()));
    out.put("coverage", Summary.figure("fraction", judged.coverage()));
    out.put("effect", Summary.figure("", judged.effect()));
    out.put("exaggeration", Summary.figure("ratio", judged.exaggeration()));
    out.put("wrongSign", Summary.figure("fraction", judged.wrongSign()));
    out.put("notComputable", judged.notComputable());
    return out;
  }

  private static Map<String, Object> sequence(Sequence sequence) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("power", Summary.figure("fraction", sequence.power()));
    out.put("falsePositives", Summary.figure("fraction", sequence.falsePositives()));
    out.put("exaggeration", Summary.figure("ratio", sequence.exaggeration()));
    out.put("wrongSign", Summary.figure("fraction", sequence.wrongSign()));
    out.put("daysToDecision", Summary.figure("days", sequence.days()));
    out.put("daysToDecisionWithoutEffect", Summary.figure("days", sequence.daysOfNothing()));
    out.put("stopsAtLook", List.copyOf(sequence.stops()));
    return out;
  }

  private static String camel(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      out.append(
          out.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return out.toString();
  }
}
