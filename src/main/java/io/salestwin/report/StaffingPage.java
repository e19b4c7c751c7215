package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Marginal;
import io.salestwin.planning.staffing.StaffingPlan.Measured;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import io.salestwin.planning.staffing.Vary;
import io.salestwin.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A staffing plan as one page. */
final class StaffingPage {

  private final StaffingReport report;
  private final StaffingPlan answer;
  private final StaffingWords words;
  private final Html html = new Html();

  private StaffingPage(StaffingReport report) {
    this.report = report;
    answer = report.answer();
    words = new StaffingWords(answer);
  }

  static String of(StaffingReport report) {
    return new StaffingPage(report).page();
  }

  private String page() {
    HtmlFrame.begin(html, "Staffing: " + answer.question().scenario().name());
    html.open("header").element("h1", answer.question().scenario().name());
    html.open("p", "class", "meta").element("span", "staffing");
    html.element("span", words.size()).close();
    html.closeLine();
    html.open("main");
    answer();
    charts();
    frontier();
    changes(
        "One more", "One rep more, with the same luck; all else as in the plan.", answer.oneMore());
    changes("A month later", "Hired a month later, with the same luck.", answer.later());
    plans();
    HtmlFrame.warnings(html, report.warnings());
    unknowns();
    HtmlFrame.provenance(html, report.provenance());
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void answer() {
    html.open("section", "aria-label", "Answer");
    String goal = answer.question().goal().text();
    html.element(
        "p",
        answer.isReached() ? "✔ " + goal : "✘ " + goal,
        "class",
        answer.isReached() ? "verdict good" : "verdict bad");
    html.element("p", words.advice());
    html.element("p", words.guarantee());
    html.open("ul", "class", "cards");
    card("As it is", answer.today());
    answer.found().ifPresent(found -> card(answer.isReached() ? "The plan" : "The best", found));
    html.close();
    if (answer.found().isPresent() && !answer.steps().isEmpty()) {
      html.element("p", "To play it, add these to any command:", "class", "note");
      html.open("p");
      for (String set : answer.plans().get(answer.best()).plan().sets()) {
        html.element("code", "--set '" + set + "'").text(" ");
      }
      html.close();
    }
    html.closeLine();
  }

  private void card(String name, Measured measured) {
    html.open("li", "class", "card");
    html.element("h3", name);
    Estimate.Value odds = measured.odds().value().orElse(null);
    if (odds == null) {
      html.element("p", "Not played yet.");
    } else {
      HtmlFrame.odds(html, odds.estimate());
      html.element("p", "error " + Figures.ofHundred(odds.interval()));
    }
    html.element("p", "costs " + words.money(measured.costCents()));
    html.closeLine();
  }

  private void charts() {
    List<Chart> charts = report.charts();
    if (!charts.isEmpty()) {
      HtmlFrame.charts(html, charts);
    }
  }

  private void frontier() {
    if (answer.frontier().isEmpty()) {
      return;
    }
    html.open("section", "id", "frontier-table").element("h2", "What odds cost");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Plans of which none that was played has better odds for less.");
    header(Stream.of("Cost", "Odds", "Error (95 %)"));
    html.open("tbody");
    for (Point point : answer.frontier()) {
      html.open("tr", "class", point.plan() == answer.chosen() ? "sum" : "");
      numbers(answer.plans().get(point.plan()));
      html.element("td", words.money(answer.plans().get(point.plan()).plan().costCents()));
      HtmlTables.cell(html, KpiInfo.Unit.SHARE, point.odds());
      html.element("td", HtmlTables.error(KpiInfo.Unit.SHARE, point.odds())).closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void header(Stream<String> rest) {
    Stream<String> varied = answer.question().varied().stream().map(Vary::name);
    HtmlTables.header(html, Stream.concat(varied, rest).toArray(String[]::new));
  }

  private void numbers(Tried tried) {
    List<Integer> values = tried.plan().values();
    html.element("th", values.get(0).toString(), "scope", "row");
    values.stream().skip(1).forEach(value -> html.element("td", value.toString()));
  }

  private void changes(String title, String caption, List<Marginal> changes) {
    if (changes.isEmpty()) {
      return;
    }
    html.open("section").element("h2", title);
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, caption);
    HtmlTables.header(html, "Change", "Odds", "Bookings", "Cost");
    html.open("tbody");
    KpiInfo.Unit bookings = Figures.unitOf(answer.question().scenario().targets().basis());
    for (Marginal change : changes) {
      html.open("tr").element("th", change.name(), "scope", "row");
      html.element("td", StaffingWords.difference(KpiInfo.Unit.SHARE, change.odds()));
      html.element("td", StaffingWords.difference(bookings, change.bookings()));
      html.element("td", words.money(change.costCents())).closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void plans() {
    html.open("section", "id", "plans").element("h2", "All plans");
    html.open("details").element("summary", "Every plan by its cost");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(
        html,
        "What the search knows; its errors hold at any number of replications. It plays a plan until"
            + " it is decided, so those far from the goal were played a few times only.");
    header(Stream.of("Cost", "Reaches the goal", "Replications", "Odds", "Error (95 %)"));
    html.open("tbody");
    answer.plans().stream()
        .sorted(Comparator.comparingLong(tried -> tried.plan().costCents()))
        .forEach(this::row);
    html.close().close().close().close().closeLine();
  }

  private void row(Tried tried) {
    html.open("tr");
    numbers(tried);
    html.element("td", words.money(tried.plan().costCents()));
    html.element("td", StaffingSummary.word(tried.answer()));
    html.element("td", Figures.count(tried.replications()));
    boolean played = tried.replications() > 0;
    html.element("td", played ? Figures.share(tried.odds()) : "");
    html.element("td", played ? Figures.interval(KpiInfo.Unit.SHARE, tried.error()) : "");
    html.closeLine();
  }

  private void unknowns() {
    html.open("section", "id", "unknowns").element("h2", "What this rests on");
    html.element("p", words.costs());
    html.element(
        "p",
        "The search and the figures after it have luck of their own, so that a plan that was lucky to"
            + " be found is not flattered. Differences are paired: both sides meet the same leads,"
            + " buyers and luck. Errors are 95 % confidence intervals, each by itself.");
    html.closeLine();
  }
}
