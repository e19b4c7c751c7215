package io.salestwin.report;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Analysis;
import io.salestwin.experiment.analysis.Analysis.Curve;
import io.salestwin.experiment.analysis.Comparison;
import io.salestwin.report.LineChart.Line;
import io.salestwin.report.LineChart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An analysis as a page: the decision, then the evidence. */
record AnalysisPage(AnalysisReport report) {

  String page() {
    Analysis analysis = report.analysis();
    Page page =
        new Page(
            "Experiment",
            analysis.plan().name(),
            List.of(
                "results of an experiment"
                    + (report.day().isEmpty() ? "" : " as of " + report.day()),
                analysis.scenario(),
                analysis.looking().planned() == 0
                    ? "looks at any time"
                    : "look %d of %d"
                        .formatted(analysis.looking().taken(), analysis.looking().planned())),
            List.of("Effect", "Guardrails", "Looks", "Split", "Method"));
    page.verdict(mood(analysis), word(analysis), analysis.decision().sentence());
    cards(page, analysis);
    effect(page, analysis);
    guardrails(page, analysis);
    looks(page, analysis);
    page.open("Split", "Whether units were split between the arms as planned; checked first.");
    page.paragraph(sentence(report.splitLine()));
    page.close();
    method(page, analysis);
    return page.end();
  }

  private static Page.Mood mood(Analysis analysis) {
    return switch (analysis.decision().advice()) {
      case SHIP -> Page.Mood.GOOD;
      case RUN_ON -> Page.Mood.PLAIN;
      default -> Page.Mood.BAD;
    };
  }

  private static String word(Analysis analysis) {
    return switch (analysis.decision().advice()) {
      case SHIP -> "Ship it";
      case DO_NOT_SHIP -> "Do not ship";
      case RUN_ON -> "Run on" + analysis.waiting().until().map(day -> " until " + day).orElse("");
      case DO_NOT_TRUST -> "Do not trust it";
      case NOT_COMPUTABLE -> "Not computable";
    };
  }

  private void cards(Page page, Analysis analysis) {
    Comparison primary = analysis.primary();
    Metric metric = primary.metric();
    page.openCards();
    if (primary.isComputable()) {
      page.card(
          switch (primary.scale()) {
            case DIFFERENCE -> "Effect";
            case HAZARD -> "Hazard ratio";
            case RATIO -> "Ratio";
          },
          primary.inWords(primary.effect()).replaceFirst("^.*ratio ", ""),
          "interval " + primary.inWords(analysis.looking().low(), analysis.looking().high()));
      page.card(
          "Control and treatment",
          Figures.count(primary.n().get(0) + primary.n().get(1)),
          AnalysisReport.value(metric, primary.control())
              + " under control, "
              + AnalysisReport.value(metric, primary.treatment())
              + " treated");
    }
    if (analysis.belief().reason().isEmpty()) {
      page.card(
          "Chance to beat",
          AnalysisReport.chance(analysis.belief().chance())
              .replace("more than", ">")
              .replace("less than", "<"),
          "that the treatment is better, with a flat prior");
    }
    page.card(
        "Split",
        analysis.split().sound() ? "✔ as planned" : "✘ wrong",
        "p " + AnalysisReport.p(analysis.split().p()));
    page.closeCards();
    if (!analysis.warnings().isEmpty()) {
      page.warnings(analysis.warnings());
    }
  }

  private void effect(Page page, Analysis analysis) {
    page.open("Effect", analysis.plan().hypothesis());
    List<Comparison> all = new ArrayList<>();
    all.add(analysis.primary());
    analysis.secondary().forEach(s -> all.add(s.comparison()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Comparison c = all.get(i);
      if (!c.isComputable()) {
        rows.add(List.of(c.metric().name(), "not computable", "because " + c.reason(), "", "", ""));
        continue;
      }
      boolean first = i == 0;
      double low = first ? analysis.looking().low() : c.low();
      double high = first ? analysis.looking().high() : c.high();
      double p = first ? c.p() : analysis.secondary().get(i - 1).adjustedP();
      rows.add(
          List.of(
              c.metric().name() + (first ? " (decides)" : ""),
              below(AnalysisReport.value(c.metric(), c.control())),
              below(AnalysisReport.value(c.metric(), c.treatment())),
              below(c.inWords(c.effect())),
              below(c.inWords(low, high)),
              AnalysisReport.p(p)));
    }
    page.table(
        "Every metric with its interval."
            + (all.size() > 1
                ? " The p of further metrics allows for their number ("
                    + analysis.plan().correction().name().toLowerCase(Locale.ROOT)
                    + ")."
                : ""),
        List.of("Metric", "Control", "Treatment", "Effect", "Interval", "p"),
        rows);
    curves(analysis).forEach(page::figure);
    page.list(List.of(sentence(report.beliefLine()), sentence(report.waitingLine())));
    page.close();
  }

  /** The long unit of an amount stands below it. */
  private static String below(String figure) {
    return figure.replaceFirst(" for each lead$", "\nfor each lead");
  }

  /** The charts in the order of the page. */
  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>(curves(report.analysis()));
    charts.addAll(course(report.analysis()));
    return charts;
  }

  private static List<Chart> curves(Analysis analysis) {
    if (analysis.curves().isEmpty()) {
      return List.of();
    }
    List<Line> won = new ArrayList<>();
    List<Line> lost = new ArrayList<>();
    for (Curve curve : analysis.curves()) {
      won.add(new Line(curve.arm(), from0(curve.days()), from0(curve.won())));
      lost.add(new Line(curve.arm(), from0(curve.days()), from0(curve.lost())));
    }
    return List.of(
        new LineChart(
                "won",
                "Share that got there, by days from the assignment (Aalen-Johansen)",
                "Cumulative incidence of both arms; open ones are censored, lost ones are lost.")
            .of(won, List.of(), true, Figures::brief, Figures::share),
        new LineChart(
                "lost",
                "Share that was lost, by days",
                "Cumulative incidence of losses of both arms.")
            .of(lost, List.of(), true, Figures::brief, Figures::share));
  }

  private static double[] from0(double[] values) {
    double[] longer = new double[values.length + 1];
    System.arraycopy(values, 0, longer, 1, values.length);
    return longer;
  }

  private void guardrails(Page page, Analysis analysis) {
    page.open("Guardrails", "What must not become worse, with the margin that the plan allows.");
    if (analysis.guardrails().isEmpty()) {
      page.paragraph("The plan has none.");
    } else {
      List<List<String>> rows = new ArrayList<>();
      analysis
          .guardrails()
          .forEach(
              g -> {
                Comparison c = g.comparison();
                boolean known = g.outcome() != Analysis.Outcome.NOT_COMPUTABLE;
                rows.add(
                    List.of(
                        c.metric().name(),
                        known ? below(c.inWords(c.effect())) : "",
                        known ? below(c.inWords(c.low(), c.high())) : report.guardLine(g),
                        known ? below(AnalysisReport.margin(g)) : "",
                        known ? AnalysisReport.p(g.p()) : "",
                        (g.outcome() == Analysis.Outcome.MET ? "✔ " : "✘ ")
                            + AnalysisReport.outcome(g)));
              });
      page.table(
          "One-sided tests of the margins at the plan's level.",
          List.of("Metric", "Effect", "Interval", "Margin", "p", "Outcome"),
          rows);
    }
    page.close();
  }

  private void looks(Page page, Analysis analysis) {
    page.open("Looks", sentence(analysis.looking().sentence()));
    if (analysis.looking().outside()) {
      page.html()
          .element("p", "✘ Looked at outside of the plan", "class", "verdict bad")
          .markup("\n");
    }
    List<List<String>> rows = new ArrayList<>();
    analysis
        .looks()
        .forEach(
            look ->
                rows.add(
                    List.of(
                        look.name(),
                        Figures.share(look.share()),
                        String.format(Locale.ROOT, "%.2f", look.z()),
                        Double.isInfinite(look.limit())
                            ? "none"
                            : String.format(Locale.ROOT, "%.2f", look.limit()),
                        look.crossed() ? "✔ reached" : "not reached")));
    if (!rows.isEmpty()) {
      page.table(
          "Limits follow from the information that there was at each look.",
          List.of("Look", "Information", "z", "Limit of |z|", "Outcome"),
          rows);
    }
    course(analysis).forEach(page::figure);
    page.close();
  }

  private static List<Chart> course(Analysis analysis) {
    if (analysis.looks().size() < 2) {
      return List.of();
    }
    double[] share = analysis.looks().stream().mapToDouble(Analysis.Look::share).toArray();
    double[] z = analysis.looks().stream().mapToDouble(look -> Math.abs(look.z())).toArray();
    double[] limit =
        analysis.looks().stream()
            .mapToDouble(look -> Double.isInfinite(look.limit()) ? Double.NaN : look.limit())
            .toArray();
    return List.of(
        new LineChart(
                "looks",
                "Standardised effect and its limit, by share of the information",
                "The size of z at every look beside the limit that it had to reach.")
            .of(
                List.of(new Line("|z|", share, z), new Line("limit", share, limit)),
                List.of(new Mark(1.96, "what one look would ask for", false)),
                false,
                Figures::share,
                Figures::brief));
  }

  private void method(Page page, Analysis analysis) {
    page.open("Method", "");
    List<String> lines = new ArrayList<>();
    Comparison primary = analysis.primary();
    if (primary.isComputable()) {
      lines.add(
          "Test: %s; unit of randomisation: %s; %s."
              .formatted(primary.method(), analysis.split().what(), analysis.looking().sentence()));
      lines.add(sentence(report.unitsLine(primary)));
      primary
          .beside()
          .forEach(beside -> lines.add(sentence(report.besideLine(primary.metric(), beside))));
    }
    if (!lines.isEmpty()) {
      page.list(lines);
    }
    page.close();
  }

  private static String sentence(String text) {
    String start = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }
}
