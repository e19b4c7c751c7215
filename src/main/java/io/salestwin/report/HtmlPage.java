package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.statistics.Estimate;
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
    html.open("ul", "class", "cards");
    forecast.periods().forEach(period -> card(period, period.name()));
    if (forecast.periods().size() != 1) {
      card(forecast.total(), "Whole horizon");
    }
    html.close().closeLine();
  }

  private void card(PeriodOutlook period, String name) {
    html.open("li", "class", "card");
    html.element("h3", name);
    Estimate.Value odds = period.odds().flatMap(Estimate::value).orElse(null);
    if (odds == null) {
      html.open("div", "class", "big").text(words.bookings(median(period))).close();
      html.element("p", words.odds(period).orElse("median; there is no target"));
    } else {
      html.open("div", "class", "big").text(Figures.ofHundred(odds.estimate()));
      html.element("small", " in 100").close();
      String percent = Figures.fixed(odds.estimate() * 100, 1);
      html.open("div", "class", "meter", "aria-hidden", "true");
      html.element("span", "", "style", "width:" + percent + "%").close();
      html.element("p", HtmlFrame.sentence(words.odds(period).orElseThrow()));
    }
    html.element(
        "p",
        "8 of 10 lie between "
            + words.bookings(at(period, 0.10))
            + " and "
            + words.bookings(at(period, 0.90))
            + ".",
        "class",
        "note");
    if (!words.remark(period).isEmpty()) {
      html.element("p", HtmlFrame.sentence(words.remark(period)), "class", "note");
    }
    html.closeLine();
  }

  private static double median(PeriodOutlook period) {
    return at(period, 0.50);
  }

  private static double at(PeriodOutlook period, double level) {
    return period.range().get(Forecast.LEVELS.indexOf(level));
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
