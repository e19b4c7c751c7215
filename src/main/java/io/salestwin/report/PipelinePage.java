package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene;
import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.Coverage;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.TrackRecord.Snapshot;
import io.salestwin.calibration.pipeline.Waterfall;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.report.LineChart.Line;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** A pipeline as a page: what it brings, what chances are worth, what is wrong, what happened. */
final class PipelinePage {

  private static final int MOST_DEALS = 60;

  private final Pipeline pipeline;
  private final PipelineWords words;
  private final Page page;

  PipelinePage(Pipeline pipeline) {
    this.pipeline = pipeline;
    words = new PipelineWords(pipeline);
    page =
        new Page(
            "Pipeline",
            "Pipeline of " + pipeline.plan().name(),
            List.of(words.size()),
            List.of(
                "Forecast",
                "Chances",
                "Categories",
                "Order",
                "Coverage",
                "What happened",
                "Deals"));
  }

  String page() {
    verdict();
    forecast();
    chances();
    categories();
    order();
    coverage();
    happened();
    deals();
    return page.end();
  }

  private void verdict() {
    double odds = pipeline.period().odds().map(Estimate::orNaN).orElse(Double.NaN);
    String name = pipeline.period().name();
    page.verdict(
        Double.isNaN(odds) ? Page.Mood.PLAIN : odds >= 0.5 ? Page.Mood.GOOD : Page.Mood.BAD,
        Double.isNaN(odds)
            ? name + " has no target"
            : "The target of " + name + " is reached in " + Figures.ofHundred(odds) + " of 100",
        HtmlFrame.sentence(words.outlook(0)));
    PipelineAdvice advice = new PipelineAdvice(pipeline);
    sentences(advice.advice());
    sentences(advice.risks());
    HtmlFrame.thresholds(page.html(), pipeline.forecast().thresholds(), pipeline.currency());
    page.openCards();
    page.card("Open", words.worth(pipeline.openWorth()), PipelineWords.deals(count()));
    page.card("Weighted", words.worth(pipeline.chosen().worth()), pipeline.plan().rule().words());
    page.card(
        "Zombies",
        Figures.share(pipeline.zombies().deals() / (double) count()),
        "of the open deals are older than any that ever closed");
    page.card(
        "Not in order", Figures.count(pipeline.hygiene().violating()), "open deals break a rule");
    page.closeCards();
  }

  private void sentences(List<String> lines) {
    page.list(lines.stream().map(HtmlFrame::sentence).toList());
  }

  private int count() {
    return pipeline.deals().size();
  }

  // ---- sections

  private void forecast() {
    page.open("Forecast", "The scenario learned from the export, played with today's open deals.");
    page.html().open("div", "class", "charts");
    charts().stream().filter(chart -> !Charts.isWide(chart)).forEach(page::figure);
    page.html().closeLine();
    List<List<String>> rows = new ArrayList<>();
    for (int p = 0; p < pipeline.forecast().periods().size(); p++) {
      PeriodOutlook period = pipeline.forecast().periods().get(p);
      rows.add(
          List.of(
              period.name(),
              words.worth(period.booked()),
              words.worth(period.fromOpen()),
              words.worth(period.toCreate()),
              words.worth(period.range().get(0)),
              words.worth(period.range().get(3)),
              words.worth(period.range().get(6)),
              period.target().isPresent() ? words.worth(period.target().getAsDouble()) : "none",
              period.odds().map(odds -> Figures.share(odds.orNaN())).orElse(Figures.NONE)));
    }
    page.table(
        "What each period brings; open and new are means.",
        List.of("Period", "Closed", "Open", "New", "P5", "P50", "P95", "Target", "Odds"),
        rows);
    sentences(pipeline.weighted().stream().map(words::rule).toList());
    page.close();
  }

  private void chances() {
    page.open("Chances", HtmlFrame.sentence(words.weighted()));
    charts().stream().filter(chart -> chart.id().equals("chances")).forEach(page::figure);
    if (!pipeline.record().bins().isEmpty()) {
      page.table(
          "Chances given on past evenings, and what was won in the window.",
          List.of("Said", "Deals", "Mean chance", "Won", "Share won"),
          pipeline.record().bins().stream().map(PipelinePage::row).toList());
      page.table(
          "The same by the stage of the deals on the evening.",
          List.of("Stage", "Deals", "Mean chance", "Won", "Share won"),
          pipeline.record().stages().stream().map(PipelinePage::row).toList());
      page.table(
          "Each evening; windows overlap.",
          List.of("Evening", "Until", "Open", "Weighted", "Came"),
          pipeline.record().snapshots().stream().map(this::row).toList());
    }
    page.close();
  }

  private static List<String> row(Realised of) {
    return List.of(
        of.name(),
        Figures.count(of.n()),
        Figures.share(of.chance()),
        Figures.count(of.won()),
        Figures.share(of.share()));
  }

  private List<String> row(Snapshot of) {
    return List.of(
        of.evening().toString(),
        of.until().toString(),
        Figures.count(of.open()),
        words.worth(of.weighted()),
        words.worth(of.won()));
  }

  private void categories() {
    page.open(
        "Categories",
        pipeline.categoriesSaid()
            ? "As the export says them, beside what became of such deals where it dates them."
            : "By chance, beside what became of such deals on past evenings.");
    List<String> items = new ArrayList<>();
    items.add("closed: " + words.worth(pipeline.period().booked()));
    for (Category category : Category.values()) {
      items.add(words.category(category));
    }
    page.list(items);
    page.close();
  }

  private void order() {
    page.open("Order", HtmlFrame.sentence(words.zombies()));
    page.table(
        "Rules that open deals should keep.",
        List.of("Rule", "Broken by", "Of", "Worth", "Examples"),
        pipeline.hygiene().findings().stream().map(this::row).toList());
    page.close();
  }

  private List<String> row(Finding of) {
    String rule = of.rule().words() + (of.remark().isEmpty() ? "" : " (" + of.remark() + ")");
    return of.unknown().isPresent()
        ? List.of(rule, Figures.NONE, "", "", "the export cannot tell: " + of.unknown().get())
        : List.of(
            rule,
            Figures.count(of.deals()),
            Figures.count(of.of()),
            words.worth(of.cents() / 100.0),
            String.join(", ", of.examples()));
  }

  private void coverage() {
    page.open("Coverage", HtmlFrame.sentence(words.coverage()));
    Coverage coverage = pipeline.coverage();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Coverage.LEVELS.size() && coverage.missing() > 0; i++) {
      rows.add(
          List.of(
              Figures.share(Coverage.LEVELS.get(i)),
              PipelineWords.need(coverage.alone().get(i)),
              PipelineWords.need(coverage.withNew().get(i))));
    }
    if (!rows.isEmpty()) {
      page.table(
          "Open worth needed, as a multiple of what is missing.",
          List.of("Odds", "From open deals alone", "With what is still created"),
          rows);
    }
    if (!pipeline.biggest().isEmpty()) {
      page.table(
          "The deals that count most (worth x chance), and the odds if they bring nothing.",
          List.of("Deal", "Worth", "Share of open", "Won in futures", "Odds", "Odds without"),
          pipeline.biggest().stream().map(this::row).toList());
    }
    page.close();
  }

  private List<String> row(BigDeal of) {
    return List.of(
        of.id(),
        words.worth(of.worth()),
        Figures.share(of.share()),
        Figures.share(of.won()),
        Figures.share(of.odds()),
        Figures.share(of.without()));
  }

  private void happened() {
    page.open("What happened", "Each waterfall adds up exactly.");
    charts().stream().filter(chart -> chart.id().startsWith("waterfall")).forEach(page::figure);
    words.quietCommit().ifPresent(page::paragraph);
    page.list(
        pipeline.commits().stream()
            .filter(commit -> !commit.steps().isEmpty())
            .map(commit -> commit.what() + ", " + words.waterfall(commit))
            .toList());
    page.close();
  }

  private void deals() {
    List<OpenDeal> shown = pipeline.deals().stream().limit(MOST_DEALS).toList();
    page.open(
        "Deals",
        shown.size() < count()
            ? "The " + shown.size() + " of most worth; all are in the CSV."
            : "");
    page.table(
        "Open deals.",
        List.of("Deal", "Owner", "Stage", "Worth", "Days", "Chance", "Category", "Not in order"),
        shown.stream().map(this::row).toList());
    page.close();
  }

  private List<String> row(OpenDeal of) {
    List<String> broken = new ArrayList<>(of.isZombie() ? List.of("zombie") : List.of());
    broken.addAll(of.broken().stream().map(Hygiene.Rule::brief).toList());
    return List.of(
        of.id(),
        of.owner(),
        of.stage(),
        words.worth(of.worth()),
        Figures.count(Math.floor(of.ageDays())),
        Figures.share(of.chance()),
        of.category().words(),
        String.join(", ", broken));
  }

  // ---- charts

  List<Chart> charts() {
    // of the two periods, not of both together
    List<Chart> charts =
        new ArrayList<>(
            BookingCharts.distributions(pipeline.forecast())
                .subList(0, pipeline.forecast().periods().size()));
    if (pipeline.record().bins().size() > 1) {
      charts.add(calibrationPlot());
    }
    for (int w = 0; w < pipeline.waterfalls().size(); w++) {
      charts.add(bridge("waterfall-" + (w + 1), pipeline.waterfalls().get(w)));
    }
    return charts;
  }

  private Chart calibrationPlot() {
    List<Realised> bins = pipeline.record().bins();
    double[] said = bins.stream().mapToDouble(Realised::chance).toArray();
    double[] won = bins.stream().mapToDouble(Realised::share).toArray();
    StringBuilder text = new StringBuilder("Share won by the chance that was said:");
    bins.forEach(
        b -> text.append(' ').append(b.name()).append(": ").append(words.realised(b)).append(';'));
    return new LineChart("chances", "Chances said, and what was won", text.toString())
        .of(
            List.of(
                new Line("won", said, won),
                new Line("as said", new double[] {0, 1}, new double[] {0, 1})),
            List.of(),
            false,
            Figures::share,
            Figures::share);
  }

  private Chart bridge(String id, Waterfall of) {
    List<BridgeChart.Step> steps = new ArrayList<>();
    for (Waterfall.Step step : of.steps()) {
      double gain =
          pipeline.isMoney() ? step.cents() / 100.0 : step.move().sign() * (double) step.deals();
      steps.add(
          new BridgeChart.Step(
              step.move().words(), gain, gain, gain, words.amount(step.deals(), step.cents())));
    }
    double begin = pipeline.isMoney() ? of.begin().cents() / 100.0 : of.begin().deals();
    return BridgeChart.of(
        id,
        "From " + of.from() + " to " + of.to() + ": " + of.what(),
        of.from().toString(),
        begin,
        steps,
        of.to().toString(),
        words::worth);
  }
}
