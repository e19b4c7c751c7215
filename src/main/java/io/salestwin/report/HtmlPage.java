package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.ThresholdResult;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.statistics.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The report as one page: the answer, then what it rests on. */
final class HtmlPage {

  static final String DOCTYPE = "<!DOCTYPE html>\n";

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
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").markup("\n");
    head(html, "Forecast: " + forecast.scenario());
    html.open("body").open("div", "class", "page").markup("\n");
    title();
    html.open("main");
    answer();
    thresholds();
    new HtmlTables(html, forecast).periods();
    charts();
    new HtmlTables(html, forecast).funnel();
    new HtmlTables(html, forecast).team();
    new SignalWords(forecast.signals()).html(html);
    new HtmlKpis(html, forecast).kpis();
    warnings();
    unknowns();
    provenance();
    html.closeLine().closeLine().closeLine().closeLine();
    return DOCTYPE + html.page();
  }

  /** The head of a page: how it looks is the same for all. */
  static void head(Html html, String title) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title).markup("\n");
    html.open("style").markup(Ink.css() + style()).closeLine();
    html.closeLine();
  }

  private static String style() {
    try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is missing in this build");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      html.element("a", counted(report.warnings().size(), "warning"), "href", "#warnings").close();
    }
    html.close();
    html.open("nav", "aria-label", "Sections");
    for (String section : List.of("Charts", "Funnel", "Team", "KPIs", "Provenance")) {
      html.element("a", section, "href", "#" + section.toLowerCase(Locale.ROOT));
    }
    html.close().closeLine();
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void answer() {
    html.open("section", "aria-label", "Answer");
    int failed = (int) forecast.thresholds().stream().filter(t -> !met(t)).count();
    int all = forecast.thresholds().size();
    if (all == 0) {
      html.element("p", "The scenario sets no thresholds", "class", "verdict plain");
    } else if (failed == 0) {
      String text = all == 1 ? "The threshold is met" : "All " + all + " thresholds are met";
      html.element("p", text, "class", "verdict good");
    } else {
      String text = failed + " of " + counted(all, "threshold") + " not met";
      html.element("p", text, "class", "verdict bad");
    }
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
      html.element("p", sentence(words.odds(period).orElseThrow()));
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
      html.element("p", sentence(words.remark(period)), "class", "note");
    }
    html.closeLine();
  }

  private static double median(PeriodOutlook period) {
    return at(period, 0.50);
  }

  private static double at(PeriodOutlook period, double level) {
    return period.range().get(Forecast.LEVELS.indexOf(level));
  }

  private static boolean met(ThresholdResult threshold) {
    return threshold.outcome() == ThresholdResult.Outcome.MET;
  }

  private void thresholds() {
    if (forecast.thresholds().isEmpty()) {
      return;
    }
    html.open("section", "id", "thresholds").element("h2", "Thresholds");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Every rule of the scenario with its actual value.");
    HtmlTables.header(html, "Rule", "Actual", "Error (95 %)", "Outcome");
    html.open("tbody");
    for (ThresholdResult rule : forecast.thresholds()) {
      html.open("tr").open("th", "scope", "row").element("code", rule.rule()).close();
      if (rule.actual() instanceof Estimate.NotComputable no) {
        html.element("td", sentence(no.toString()), "colspan", "2", "class", "words");
      } else {
        html.element("td", Figures.withUnit(rule.unit(), forecast.currency(), rule.actual()));
        html.element("td", HtmlTables.error(rule.unit(), rule.actual()));
      }
      html.element("td", met(rule) ? "✔ met" : "✘ not met", "class", met(rule) ? "good" : "bad");
      html.closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void charts() {
    html.open("section", "id", "charts").element("h2", "Charts");
    List<Chart> charts = report.charts();
    charts.stream().filter(Charts::isWide).forEach(chart -> figure(chart, "wide scroll"));
    html.open("div", "class", "charts");
    charts.stream().filter(chart -> !Charts.isWide(chart)).forEach(chart -> figure(chart, ""));
    html.close().closeLine();
  }

  private void figure(Chart chart, String classes) {
    html.open("figure", "class", classes);
    html.element("figcaption", chart.title());
    html.markup(chart.inline()).closeLine();
  }

  private void warnings() {
    if (report.warnings().isEmpty()) {
      return;
    }
    html.open("section", "id", "warnings").element("h2", "Warnings");
    html.element("p", "What the check of the scenario found before the run.", "class", "note");
    html.open("ul", "class", "warnings");
    for (Problem warning : report.warnings()) {
      html.element("li", warning.toString());
    }
    html.close().closeLine();
  }

  private void unknowns() {
    html.open("section", "id", "unknowns").element("h2", "What we do not know");
    html.open("ul");
    words.precision().ifPresent(line -> html.element("li", sentence(line)));
    words.mirroring().ifPresent(line -> html.element("li", sentence(line)));
    html.element("li", sentence(words.inputShare()));
    html.element("li", sentence(forecast.record()));
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

  private void provenance() {
    html.open("section", "id", "provenance").element("h2", "Provenance");
    html.element(
        "p",
        "The same version with the same scenario and seed gives this page again, to the byte.");
    html.open("dl");
    report
        .provenance()
        .forEach(
            (name, text) -> {
              html.element("dt", name);
              html.open("dd").element("code", text).close();
            });
    html.close().closeLine();
  }

  /** A text as a sentence: a capital at its start, a full stop at its end. */
  private static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String start = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }

  /** The unit of bookings for the heads of tables. */
  static String bookingsUnit(Forecast forecast) {
    return Figures.unitOf(forecast.basis()) == KpiInfo.Unit.COUNT ? "deals" : forecast.currency();
  }
}
