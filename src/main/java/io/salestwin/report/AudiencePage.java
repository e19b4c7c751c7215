package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Signals;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.ThresholdResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page of the forecast for one audience: the answer first, then its blocks. */
final class AudiencePage {

  private final Report report;
  private final Audience audience;
  private final Forecast forecast;
  private final Page page;
  private final Html html;
  private final FigureTable figures;
  private final List<Chart> charts;
  private final Set<String> drawn = new HashSet<>();

  private AudiencePage(Report report, Audience audience) {
    this.report = report;
    this.audience = audience;
    forecast = report.forecast();
    Words words = new Words(forecast);
    List<String> sections = new ArrayList<>();
    if (isAboutOdds()) {
      sections.add("Bookings");
    }
    audience.blocks().forEach(block -> sections.add(block.title()));
    if (audience == Audience.EXECUTIVES) {
      sections.add("Insights");
    }
    sections.add("Triggers");
    page =
        new Page(
            audience.title(),
            audience.title() + ": " + forecast.scenario(),
            List.of(
                "looked at " + audience.cadence(),
                words.horizon(),
                words.size(),
                "seed " + forecast.seed()),
            sections);
    html = page.html();
    figures = new FigureTable(html, forecast);
    charts = report.charts();
  }

  static String of(Report report, Audience audience) {
    return new AudiencePage(report, audience).page();
  }

  /** Whether the page shows the bookings of each period with their odds. */
  private boolean isAboutOdds() {
    return audience == Audience.FORECAST || audience == Audience.WEEK;
  }

  private String page() {
    answer();
    if (isAboutOdds()) {
      new HtmlTables(html, forecast).periods();
    }
    audience.blocks().forEach(this::block);
    if (audience == Audience.EXECUTIVES) {
      insights();
    }
    triggers();
    html.open("p", "class", "note").text("All figures of the run: ");
    html.element("a", "report.html", "href", "report.html").text(" and kpis.csv. ");
    html.text(String.join("; ", provenance())).text(".").closeLine();
    return page.end();
  }

  private List<String> provenance() {
    List<String> parts = new ArrayList<>();
    report.provenance().forEach((name, text) -> parts.add(name + ": " + text));
    return parts;
  }

  // ---- the answer

  private void answer() {
    html.open("section", "aria-label", "Answer");
    HtmlFrame.verdict(html, forecast.thresholds());
    List<String> keys =
        audience.keys().stream().filter(key -> isKnown(figures.figure(key, first()))).toList();
    if (keys.isEmpty()) {
      new PeriodCards(html, forecast).write();
    } else {
      page.openCards();
      keys.forEach(key -> card(figures.figure(key, first())));
      page.closeCards();
    }
    html.closeLine();
  }

  private static boolean isKnown(KpiFigure figure) {
    return figure != null && figure.mean().value().isPresent();
  }

  private String first() {
    return forecast.periods().get(0).name();
  }

  private void card(KpiFigure figure) {
    KpiInfo kpi = figure.kpi();
    String title = kpi.name() + ", " + figure.period();
    String unit = Figures.unit(kpi.unit(), forecast.currency());
    String range = FigureTable.range(kpi.unit(), figure.p10(), figure.p90());
    page.card(
        title,
        Figures.figure(kpi.unit(), figure.mean().orNaN()),
        (unit.isEmpty() ? "Error " : unit + ", error ")
            + HtmlTables.error(kpi.unit(), figure.mean())
            + "."
            + (range.isEmpty() ? "" : " 8 of 10 lie in " + range + "."));
  }

  // ---- blocks

  private void block(Block block) {
    page.open(block.title(), block.asks());
    figures.write(block);
    charts.stream()
        .filter(chart -> block.charts().contains(chart.id()) && drawn.add(chart.id()))
        .forEach(page::figure);
    page.close();
  }

  private void insights() {
    page.open("Insights", "What stands out, computed from the figures of this run.");
    html.open("dl", "class", "insights");
    for (Map.Entry<String, List<String>> found : new Insights(forecast, figures).all().entrySet()) {
      html.element("dt", found.getKey());
      found.getValue().forEach(sentence -> html.element("dd", sentence));
    }
    html.closeLine();
    page.close();
  }

  // ---- what is to make somebody act

  private void triggers() {
    Set<String> shown = new HashSet<>(audience.kpis().toList());
    List<ThresholdResult> rules =
        forecast.thresholds().stream().filter(rule -> names(rule.rule(), shown)).toList();
    Signals signals =
        new Signals(
            List.of(),
            forecast.signals().alerts().stream()
                .filter(alert -> names(alert.rule(), shown))
                .toList());
    page.open("Triggers", "Rules of the scenario on the figures of this page.");
    if (rules.isEmpty() && signals.alerts().isEmpty()) {
      page.paragraph(
          "The scenario watches none of these figures. A line under `alerts`, such as coverage < 3"
              + " for 2 weeks, tells in how many futures and how early it would fire.");
    }
    page.close();
    HtmlFrame.thresholds(html, rules, forecast.currency());
    new SignalWords(signals).html(html);
  }

  /** Whether a rule is about one of the figures, or about the odds of a target. */
  private boolean names(String rule, Set<String> shown) {
    for (String word : rule.split("[^a-z0-9_]+", -1)) {
      boolean isOdds = word.equals("p_hit") && audience.keys().isEmpty();
      if (shown.contains(word) || isOdds) {
        return true;
      }
    }
    return false;
  }
}
