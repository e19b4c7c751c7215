package io.salestwin.report;

import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.CoverageNeed;
import io.salestwin.planning.StressTest.HeatMap;
import io.salestwin.planning.StressTest.Point;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** A stress test as one page. */
final class StressPage {

  private final StressReport report;
  private final StressTest test;
  private final StressWords words;
  private final Html html = new Html();

  private StressPage(StressReport report) {
    this.report = report;
    test = report.test();
    words = new StressWords(test);
  }

  static String of(StressReport report) {
    return new StressPage(report).page();
  }

  private String page() {
    HtmlFrame.begin(html, "Stress: " + test.scenario());
    html.open("header").element("h1", "Stress of " + test.scenario());
    html.open("p", "class", "meta");
    html.element("span", "target of " + words.target());
    html.element("span", words.size());
    html.element("span", "seed " + test.seed());
    html.close().closeLine();
    html.open("main");
    HtmlFrame.verdict(html, test.thresholds());
    html.open("p").element("strong", test.advice()).closeLine();
    html.element("p", "As it is the odds are " + StressWords.odds(test.odds()) + ".");
    HtmlFrame.thresholds(html, test.thresholds(), test.currency());
    if (!report.charts().isEmpty()) {
      HtmlFrame.charts(html, report.charts());
    }
    test.tornado().ifPresent(this::tornado);
    test.heatMap().ifPresent(this::heatMap);
    shocks();
    breaks();
    without();
    coverage();
    HtmlFrame.warnings(html, report.warnings());
    unknowns();
    HtmlFrame.provenance(html, report.provenance());
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void section(String id, String title, String caption, String... columns) {
    html.open("section", "id", id).element("h2", title);
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, caption);
    HtmlTables.header(html, columns);
    html.open("tbody");
  }

  private void endTable() {
    html.close().close().closeLine();
  }

  private void row(String name, List<String> cells) {
    html.open("tr").element("th", name, "scope", "row");
    cells.forEach(cell -> html.element("td", cell));
    html.closeLine();
  }

  private void tornado(Tornado tornado) {
    section(
        "levers",
        "Levers",
        "Change of the odds in percentage points and of the mean bookings.",
        "Lever",
        "Now",
        "From … to",
        "Odds",
        "Upper less lower (error)",
        "Bookings",
        "");
    for (Bar bar : tornado.bars()) {
      row(
          bar.lever(),
          List.of(
              bar.now(),
              StressWords.ends(bar),
              StressWords.atEnds(bar),
              StressWords.points(bar.odds()) + " (" + StressWords.pointsError(bar.odds()) + ")",
              StressWords.amount(bar.bookings()),
              StressWords.verdict(bar)));
    }
    endTable();
    StressWords.notes(tornado).forEach(note -> html.element("p", note, "class", "note"));
    html.closeLine();
  }

  private void heatMap(HeatMap map) {
    List<String> columns = new ArrayList<>(List.of(map.down()));
    columns.addAll(map.columns());
    section(
        "heat-map",
        "Two levers together",
        "Odds of the target; "
            + map.across()
            + " from left to right, "
            + map.down()
            + " downwards.",
        columns.toArray(String[]::new));
    for (int r = 0; r < map.rows().size(); r++) {
      html.open("tr").element("th", map.rows().get(r), "scope", "row");
      for (Estimate odds : map.odds().get(r)) {
        heat(odds);
      }
      html.closeLine();
    }
    endTable();
    html.closeLine();
  }

  /** A cell that is the darker the better the odds. */
  private void heat(Estimate odds) {
    double share = odds.orNaN();
    if (Double.isNaN(share)) {
      html.element("td", StressWords.NONE, "title", odds.toString());
      return;
    }
    String depth = Figures.fixed(share * 60, 0);
    html.element(
        "td",
        Figures.share(share),
        "title",
        StressWords.odds(odds),
        "style",
        "background:color-mix(in srgb,var(--hit) " + depth + "%,transparent)");
  }

  private void shocks() {
    if (test.shocks().isEmpty()) {
      return;
    }
    section(
        "shocks",
        "Shocks",
        "Odds when they strike; the change is against the scenario as it is. Beyond the sum: mean"
            + " bookings lost together less those lost by each alone.",
        "Shock",
        "Odds (95 %)",
        "Change",
        "Error",
        "Bookings",
        "Beyond the sum",
        "Replications");
    for (ShockCase s : test.shocks()) {
      String reason = s.odds() instanceof Estimate.NotComputable no ? no.toString() : "";
      row(
          s.name(),
          List.of(
              reason.isEmpty() ? StressWords.odds(s.odds()) : reason,
              StressWords.points(s.change()),
              StressWords.pointsError(s.change()),
              StressWords.amount(s.bookings()),
              s.beyond().map(StressWords::amount).orElse(""),
              Figures.count(s.replications())));
    }
    endTable();
    html.closeLine();
  }

  private void breaks() {
    if (test.breaks().isEmpty()) {
      return;
    }
    html.open("section", "id", "breaks").element("h2", "How far it must go");
    for (Break b : test.breaks()) {
      html.open("details");
      html.element("summary", b.name() + ": " + StressWords.broken(b));
      html.open("div", "class", "scroll").open("table");
      HtmlTables.header(html, "Value", "Steps", "Odds (95 %)");
      html.open("tbody");
      for (Point p : b.path()) {
        row(p.value(), List.of(Figures.fixed(p.steps(), 2), StressWords.odds(p.odds())));
      }
      html.close().close().close().closeLine();
    }
    html.element(
        "p",
        "The error holds the true point in 95 of 100 such searches: outside of it the odds are on"
            + " one side of the limit for sure at the points that were looked at.",
        "class",
        "note");
    html.closeLine();
  }

  private void without() {
    if (test.without().isEmpty()) {
      return;
    }
    section(
        "without",
        "Without",
        "Odds when something is missing.",
        "What",
        "Odds (95 %)",
        "Change",
        "Error",
        "Bookings",
        "Of");
    for (Without w : test.without()) {
      html.open("tr").element("th", w.what(), "scope", "row");
      html.element("td", StressWords.odds(w.odds()));
      html.element("td", StressWords.points(w.change()));
      html.element("td", StressWords.pointsError(w.change()));
      html.element("td", StressWords.amount(w.bookings()));
      html.element("td", w.how(), "class", "words");
      html.closeLine();
    }
    endTable();
    html.closeLine();
  }

  private void coverage() {
    if (test.coverage().isEmpty()) {
      return;
    }
    section(
        "coverage",
        "Coverage at the period's start",
        "Pipeline over target that was followed by these odds (logistic regression over the"
            + " replications, 95 % error).",
        "Period",
        "50 %",
        "80 %",
        "90 %",
        "Of");
    for (CoverageNeed need : test.coverage()) {
      html.open("tr").element("th", need.period(), "scope", "row");
      need.needed().forEach(e -> html.element("td", StressWords.coverage(e)));
      html.element("td", StressWords.beside(need), "class", "words");
      html.closeLine();
    }
    endTable();
    html.closeLine();
  }

  private void unknowns() {
    html.open("section", "id", "unknowns").element("h2", "What we do not know");
    html.open("ul");
    html.element(
        "li",
        "An error is a 95 % confidence interval of the simulation itself. It says nothing about"
            + " whether the scenario is right, nor how likely a shock is.");
    html.element(
        "li",
        "All points met the same luck, so differences are known better than the odds themselves.");
    html.close().closeLine();
  }
}
