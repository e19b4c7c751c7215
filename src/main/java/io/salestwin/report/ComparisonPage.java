package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Change;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.KpiDifference;
import io.salestwin.planning.Comparison.PeriodDifference;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.statistics.Estimate;

/** A comparison as one page. */
final class ComparisonPage {

  private final ComparisonReport report;
  private final Comparison comparison;
  private final ComparisonWords words;
  private final Html html = new Html();

  private ComparisonPage(ComparisonReport report) {
    this.report = report;
    comparison = report.comparison();
    words = new ComparisonWords(comparison);
  }

  static String of(ComparisonReport report) {
    return new ComparisonPage(report).page();
  }

  private String page() {
    HtmlFrame.begin(html, "Comparison: " + comparison.scenario());
    html.open("header").element("h1", words.advice());
    html.open("p", "class", "meta").element("span", comparison.scenario());
    html.element("span", words.size()).element("span", "seed " + comparison.seed()).close();
    html.closeLine();
    html.open("main");
    standings();
    Standing best = comparison.standings().get(comparison.best());
    HtmlFrame.thresholds(html, best.thresholds(), comparison.currency());
    if (!comparison.attribution().isBad()) {
      new AttributionWords(comparison).html(html);
    }
    words.noAttribution().ifPresent(text -> html.element("p", text));
    comparison.contests().forEach(this::contest);
    HtmlFrame.warnings(html, report.warnings());
    html.open("section", "id", "unknowns").element("h2", "What we do not know");
    html.element("p", words.looks()).closeLine();
    HtmlFrame.provenance(html, report.provenance());
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void standings() {
    html.open("section", "id", "alternatives").element("h2", "Alternatives");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Every alternative by itself: " + words.goal() + ".");
    HtmlTables.header(html, "Alternative", "Goal", "Error", "Mean bookings", "Error", "Thresholds");
    html.open("tbody");
    for (Standing standing : comparison.standings()) {
      html.open("tr").element("th", standing.name(), "scope", "row");
      HtmlTables.cell(html, comparison.goalUnit(), standing.goal());
      html.element("td", HtmlTables.error(comparison.goalUnit(), standing.goal()));
      HtmlTables.cell(html, bookings(), standing.bookings());
      html.element("td", HtmlTables.error(bookings(), standing.bookings()));
      boolean met = standing.thresholdsMet();
      html.element(
          "td",
          standing.thresholds().isEmpty() ? "none" : met ? "✔ met" : "✘ not met",
          "class",
          met ? "good" : "bad");
      html.closeLine();
    }
    html.close().close().close();
    words.selection().ifPresent(text -> html.element("p", text));
    html.closeLine();
  }

  private KpiInfo.Unit bookings() {
    return Figures.unitOf(comparison.basis());
  }

  private void contest(Contest contest) {
    html.open("section");
    html.element("h2", contest.name() + " against " + comparison.standings().get(0).name());
    html.element("p", HtmlFrame.sentence(ComparisonWords.beats(contest)));
    changes(contest);
    periods(contest);
    words.velocity(contest).ifPresent(text -> html.element("p", text));
    kpis(contest);
    html.closeLine();
  }

  private void changes(Contest contest) {
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "What differs between the two.");
    HtmlTables.header(html, "Lever", "From", "To");
    html.open("tbody");
    for (Change change : contest.changes()) {
      html.open("tr").open("th", "scope", "row").element("code", change.path()).close();
      html.element("td", change.from().map(ComparisonWords::text).orElse("nothing"));
      html.element("td", change.to().map(ComparisonWords::text).orElse("nothing")).closeLine();
    }
    html.close().close().closeLine();
  }

  private void periods(Contest contest) {
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Mean bookings and the odds of the targets; differences are paired.");
    HtmlTables.header(
        html,
        "Period",
        "Base",
        "Alternative",
        "Difference",
        "Error",
        "Odds",
        "Difference",
        "Error");
    html.open("tbody");
    for (PeriodDifference period : contest.periods()) {
      String name = ComparisonWords.period(period.name());
      html.open("tr", "class", period.name().equals(KpiLayout.HORIZON) ? "sum" : "");
      html.element("th", HtmlFrame.sentence(name).replaceAll("\\.$", ""), "scope", "row");
      HtmlTables.cell(html, bookings(), period.base());
      HtmlTables.cell(html, bookings(), period.other());
      difference(bookings(), period.difference());
      html.element("td", odds(period));
      difference(
          KpiInfo.Unit.SHARE,
          period.oddsDifference().orElseGet(() -> Estimate.notComputable("one has no target")));
      html.closeLine();
    }
    html.close().close().closeLine();
  }

  private static String odds(PeriodDifference period) {
    return period.baseOdds().isEmpty()
        ? ""
        : Figures.share(period.baseOdds().get().orNaN())
            + " → "
            + Figures.share(period.otherOdds().orElseThrow().orNaN());
  }

  private void difference(KpiInfo.Unit unit, Estimate estimate) {
    if (estimate instanceof Estimate.NotComputable no) {
      html.open("td").element("abbr", Figures.NONE, "title", no.toString()).close();
      html.element("td", "");
    } else {
      html.element("td", ComparisonWords.difference(unit, estimate));
      html.element(
          "td", estimate.value().map(v -> ComparisonWords.range(unit, v.interval())).orElse(""));
    }
  }

  private void kpis(Contest contest) {
    html.open("details").element("summary", "All KPIs of the whole horizon");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.header(html, "KPI", "Base", "Alternative", "Difference", "Error", "Variance ratio");
    html.open("tbody");
    for (KpiDifference kpi : contest.kpis()) {
      if (kpi.member().isEmpty() && kpi.period().equals(KpiLayout.HORIZON)) {
        html.open("tr").open("th", "scope", "row");
        html.element("abbr", kpi.kpi().name(), "title", kpi.kpi().text()).close();
        HtmlTables.cell(html, kpi.kpi().unit(), kpi.base());
        HtmlTables.cell(html, kpi.kpi().unit(), kpi.other());
        difference(kpi.kpi().unit(), kpi.difference());
        HtmlTables.cell(html, KpiInfo.Unit.RATIO, kpi.ratio());
        html.closeLine();
      }
    }
    html.close().close().close().closeLine();
  }
}
