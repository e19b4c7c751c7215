package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import java.util.List;
import java.util.Locale;

/** The report as one page: the answer, then what it rests on. */
final class HtmlPage {

  private final Report report;
  private final Forecast forecast;
  private final Words words;
  private final Html html = new Html();

  private HtmlPage(Report report) {
    this.report = report;
    this.forecast = report.forecast();
    this.words = new Words(forecast);
  }

  static String of(Report report) {
    return new HtmlPage(report).page();
  }

  private String page() {
    HtmlFrame.begin(html, "Forecast: " + forecast.scenario());
    title();
    html.open("main");
    answer();
    HtmlFrame.thresholds(html, forecast.thresholds(), forecast.currency());
    new HtmlTables(html, forecast).periods();
    HtmlFrame.charts(html, report.charts());
    new HtmlTables(html, forecast).funnel();
    new HtmlTables(html, forecast).team();
    new SignalWords(forecast.signals()).html(html);
    new HtmlKpis(html, forecast).kpis();
    HtmlFrame.warnings(html, report.warnings());
    unknowns();
    HtmlFrame.provenance(html, report.provenance());
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void title() {
    html.open("header");
    html.element("h1", forecast.scenario());
    html.open("p", "class", "meta");
    html.element("span", words.horizon());
    html.element("span", words.size());
    html.element("span", "seed " + forecast.seed());
    if (!report.warnings().isEmpty()) {
      html.open("span");
      html.element("a", HtmlFrame.counted(report.warnings().size(), "warning"), "href", "#warnings")
          .close();
    }
    html.close();
    html.open("nav", "aria-label", "Sections");
    for (String section : List.of("Charts", "Funnel", "Team", "KPIs", "Provenance")) {
      html.element("a", section, "href", "#" + section.toLowerCase(Locale.ROOT));
    }
    html.close().closeLine();
  }

  private void answer() {
    html.open("section", "aria-label", "Answer");
    HtmlFrame.verdict(html, forecast.thresholds());
    new PeriodCards(html, forecast).write();
    html.closeLine();
  }

  private void unknowns() {
    html.open("section", "id", "unknowns").element("h2", "What we do not know");
    html.open("ul");
    words.precision().ifPresent(line -> html.element("li", HtmlFrame.sentence(line)));
    words.mirroring().ifPresent(line -> html.element("li", HtmlFrame.sentence(line)));
    html.element("li", HtmlFrame.sentence(words.inputShare()));
    html.element("li", HtmlFrame.sentence(forecast.record()));
    html.element(
        "li",
        "An error is a 95 % confidence interval of the simulation itself: more replications make it"
            + " smaller. It says nothing about whether the scenario is right. A range is where the"
            + " simulated futures lie.");
    forecast.kpis().stream()
        .filter(k -> k.member().isEmpty() && k.period().equals(KpiLayout.HORIZON))
        .filter(k -> k.mean().value().isEmpty())
        .forEach(k -> html.element("li", k.kpi().name() + ": " + Words.reason(k.mean()) + "."));
    html.close().closeLine();
  }

  /** The unit of bookings for the heads of tables. */
  static String bookingsUnit(Forecast forecast) {
    return Figures.unitOf(forecast.basis()) == KpiInfo.Unit.COUNT ? "deals" : forecast.currency();
  }
}
