package io.salestwin.report;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.design.Design.Moment;
import io.salestwin.report.LineChart.Line;
import io.salestwin.report.LineChart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A design as a page: the verdict, then what it rests on. */
record DesignPage(DesignReport report) {

  String page() {
    Design design = report.design();
    List<String> sections = new ArrayList<>(List.of("Plan", "Power", "Instead", "Beside it"));
    Page page =
        new Page(
            "Design",
            design.plan().name(),
            List.of("design of an experiment", design.scenario(), report.levels()),
            sections);
    boolean run = design.verdict().advice() == Design.Advice.RUN;
    page.verdict(
        run ? Page.Mood.GOOD : Page.Mood.BAD,
        run ? "Run it" : "Do not run it",
        design.verdict().sentence());
    cards(page, design);
    plan(page, design);
    power(page, design);
    instead(page, design);
    page.open("Beside it", "");
    if (!design.notes().isEmpty()) {
      page.list(design.notes());
    }
    page.list(
        List.of(
            "Baselines and volumes: " + design.baseline().source() + ".",
            "Only units whose whole window has passed count; a younger one is no zero."));
    page.close();
    return page.end();
  }

  private void cards(Page page, Design design) {
    Metric metric = report.metric();
    page.openCards();
    boolean ends = Double.isFinite(design.duration().weeks());
    page.card(
        "How long",
        ends ? Design.inWords(design.duration().weeks()) : "never",
        ends ? "until " + design.duration().end() : "no time is enough");
    page.card(
        "How many leads",
        ends ? Figures.count(design.size().leads()) : Figures.NONE,
        Figures.count(design.baseline().leadsPerWeek()) + " enter in a week");
    page.card(
        "Effect of interest",
        metric.difference(design.effect()),
        "on " + metric.value(design.baseline().mean()) + " under control");
    page.card(
        "Looks",
        design.looks().isEmpty() ? "any time" : Integer.toString(design.looks().size()),
        design.looks().size() == 1
            ? "one look, at the end"
            : "%s times the leads of one look"
                .formatted(String.format(Locale.ROOT, "%.2f", design.scheme().inflation())));
    page.closeCards();
    if (!design.warnings().isEmpty()) {
      page.warnings(design.warnings());
    }
  }

  private void plan(Page page, Design design) {
    page.open("Plan", design.plan().hypothesis());
    List<String> lines = new ArrayList<>();
    lines.add(report.metricLine() + ".");
    report.sizeLines().forEach(line -> lines.add(line + "."));
    page.list(lines);
    if (design.looks().size() > 1 && Double.isFinite(design.size().leads())) {
      List<List<String>> rows = new ArrayList<>();
      design
          .looks()
          .forEach(
              look ->
                  rows.add(
                      List.of(
                          Integer.toString(look.number()),
                          look.date().toString(),
                          Figures.count(Math.ceil(look.leads())),
                          String.format(Locale.ROOT, "%.2f", look.z()),
                          DesignReport.p(look.nominalP()),
                          Figures.share(look.spent()),
                          Figures.share(look.stops()))));
      page.table(
          "The budget of looks. " + report.looksRemark() + ".",
          List.of("Look", "Day", "Leads", "|z| at least", "as p", "Alpha spent", "Stops there"),
          rows);
    }
    if (!design.guardrails().isEmpty()) {
      List<String> guarded = new ArrayList<>();
      for (int g = 0; g < design.guardrails().size(); g++) {
        guarded.add(report.guardrailLine(g));
      }
      page.paragraph("Guardrails: chance to show that nothing becomes worse, when nothing does.");
      page.list(guarded);
    }
    page.close();
  }

  private void power(Page page, Design design) {
    Metric metric = report.metric();
    page.open("Power", "What the experiment would know after how long, at the scenario's volume.");
    charts().forEach(page::figure);
    List<List<String>> rows = new ArrayList<>();
    design
        .effects()
        .forEach(
            reach ->
                rows.add(
                    List.of(
                        metric.difference(reach.effect()),
                        Double.isInfinite(reach.weeks())
                            ? "never"
                            : Design.inWords(reach.weeks()))));
    page.table("How long effects of other sizes take.", List.of("Effect", "Time"), rows);
    page.close();
  }

  /** Power and the smallest effect over time. */
  List<Chart> charts() {
    Design design = report.design();
    Metric metric = report.metric();
    double[] months = array(design, m -> m.weeks() * 7 / (365.25 / 12));
    double[] power = array(design, Moment::power);
    double[] smallest = array(design, m -> Math.abs(m.smallestEffect()));
    double allowed = design.plan().atMostMs() / 86_400_000.0 / (365.25 / 12);
    Chart course =
        new LineChart(
                "power",
                "Power for the effect of interest, by months",
                "Power rises from "
                    + Figures.share(power[0])
                    + " to "
                    + Figures.share(power[power.length - 1])
                    + ".")
            .of(
                List.of(new Line("power", months, power)),
                List.of(
                    new Mark(design.plan().power(), "planned power", false),
                    new Mark(allowed, "time allowed", true)),
                false,
                Figures::brief,
                Figures::share);
    Chart reach =
        new LineChart(
                "smallest-effect",
                "Smallest effect that is found, by months",
                "It falls from "
                    + metric.difference(smallest[0])
                    + " to "
                    + metric.difference(smallest[smallest.length - 1])
                    + ".")
            .of(
                List.of(new Line("smallest effect", months, smallest)),
                List.of(
                    new Mark(Math.abs(design.effect()), "effect of interest", false),
                    new Mark(allowed, "time allowed", true)),
                false,
                Figures::brief,
                size -> metric.difference(size).substring(1).replaceFirst(" .*", ""));
    return List.of(course, reach);
  }

  private static double[] array(Design design, java.util.function.ToDoubleFunction<Moment> of) {
    return design.course().stream().mapToDouble(of).toArray();
  }

  private static void instead(Page page, Design design) {
    page.open("Instead", "What could be tested instead, the quickest first.");
    if (design.alternatives().isEmpty()) {
      page.paragraph("Nothing that is quicker was found.");
    } else {
      List<List<String>> rows = new ArrayList<>();
      design
          .alternatives()
          .forEach(
              a ->
                  rows.add(
                      List.of(
                          a.what(),
                          Double.isInfinite(a.weeks()) ? "never" : Design.inWords(a.weeks()),
                          a.inTime() ? "✔ in time" : "✘ too long",
                          a.why())));
      page.table("", List.of("Test", "Time", "", "What it rests on"), rows);
    }
    page.close();
  }
}
