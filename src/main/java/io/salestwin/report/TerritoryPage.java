package io.salestwin.report;

import io.salestwin.planning.territory.Balance;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.Position;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Change;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import io.salestwin.run.ThresholdResult;
import java.util.List;

/** A plan of territories as a page: what to do, what it changes, every move with its reason. */
final class TerritoryPage {

  private static final int MOST_MOVES = 500;

  private final TerritoryReport report;
  private final TerritoryPlan plan;
  private final TerritoryWords words;
  private final Html html = new Html();

  private TerritoryPage(TerritoryReport report) {
    this.report = report;
    this.plan = report.plan();
    this.words = report.words();
  }

  static String of(TerritoryReport report) {
    return new TerritoryPage(report).page();
  }

  private String page() {
    HtmlFrame.begin(html, "Territories: " + report.name());
    html.open("header").element("h1", "Territories of " + report.name());
    html.open("p", "class", "meta");
    html.element("span", words.size());
    html.element("span", "seed " + plan.seed()).close().closeLine();
    html.open("main");
    answer();
    rules();
    HtmlFrame.charts(html, report.charts());
    balance();
    territories();
    report.fairness().ifPresent(this::fairness);
    moves();
    read();
    HtmlFrame.warnings(html, report.warnings());
    HtmlFrame.provenance(html, report.provenance());
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void answer() {
    html.open("section", "aria-label", "Answer");
    html.element(
        "p",
        plan.isWithinRules() ? "Every territory is within its band" : "The band cannot be kept",
        "class",
        plan.isWithinRules() ? "verdict good" : "verdict bad");
    html.element("p", words.advice());
    plan.obstacles()
        .forEach(obstacle -> html.element("p", HtmlFrame.sentence(obstacle), "class", "note"));
    html.open("ul", "class", "cards");
    card("Gini of the potential", plan.potentialBefore().gini(), plan.potentialAfter().gini());
    card("Gini of the work", plan.workBefore().gini(), plan.workAfter().gini());
    html.open("li", "class", "card").element("h3", "Accounts that move");
    html.open("div", "class", "big").text(Figures.count(plan.count(Change.MOVES))).close();
    html.element(
        "p",
        Figures.share(plan.movedPotential())
            + " of the potential; "
            + Figures.count(plan.count(Change.ASSIGNED))
            + " more get their first home.");
    html.close();
    html.open("li", "class", "card").element("h3", "Accounts out of place");
    html.open("div", "class", "big").text(Figures.count(plan.away(true))).close();
    html.element("p", Figures.count(plan.away(false)) + " today.").close();
    if (plan.hasDistances()) {
      html.open("li", "class", "card").element("h3", "Distance from the base");
      html.open("div", "class", "big").text(Figures.count(plan.meanKm(true)));
      html.element("small", " km").close();
      html.element(
              "p",
              "Mean over the accounts; "
                  + Figures.count(plan.meanKm(false))
                  + " km today. In miles "
                  + Figures.count(plan.meanKm(true) / Position.KM_PER_MILE)
                  + " and "
                  + Figures.count(plan.meanKm(false) / Position.KM_PER_MILE)
                  + ".")
          .close();
    }
    html.close().closeLine();
  }

  private void card(String what, double before, double after) {
    html.open("li", "class", "card").element("h3", what);
    html.open("div", "class", "big").text(TerritoryWords.figure(after)).close();
    html.element("p", TerritoryWords.figure(before) + " today; 0 is perfectly even.").close();
  }

  private void rules() {
    if (report.rules().isEmpty() && report.thresholds().isEmpty()) {
      return;
    }
    html.open("section", "id", "thresholds").element("h2", "Thresholds");
    table(
        "Every rule of the plan, and of the scenario under the plan, with its actual value.",
        "Rule",
        "Actual",
        "Outcome");
    for (PlanRule.Judged judged : report.rules()) {
      rule(judged.rule().text(), TerritoryWords.actual(judged), judged.isMet());
    }
    for (ThresholdResult rule : report.thresholds()) {
      rule(
          rule.rule(),
          Figures.withUnit(rule.unit(), report.currency(), rule.actual()),
          rule.outcome() == ThresholdResult.Outcome.MET);
    }
    html.close().close().close().closeLine();
  }

  private void rule(String text, String actual, boolean met) {
    html.open("tr").open("th", "scope", "row").element("code", text).close();
    html.element("td", actual);
    html.element("td", met ? "✔ met" : "✘ not met", "class", met ? "good" : "bad");
    html.closeLine();
  }

  private void balance() {
    html.open("section", "id", "balance").element("h2", "Balance");
    table(
        "How evenly potential and work are spread, each for the same capacity.",
        "Figure",
        "Potential today",
        "Planned",
        "Work today",
        "Planned");
    Balance p = plan.potentialBefore();
    Balance q = plan.potentialAfter();
    Balance v = plan.workBefore();
    Balance w = plan.workAfter();
    row("Gini", p.gini(), q.gini(), v.gini(), w.gini());
    row("Coefficient of variation", p.cv(), q.cv(), v.cv(), w.cv());
    row("Largest to smallest", p.maxToMin(), q.maxToMin(), v.maxToMin(), w.maxToMin());
    row("Largest to mean", p.largest(), q.largest(), v.largest(), w.largest());
    row("Smallest to mean", p.smallest(), q.smallest(), v.smallest(), w.smallest());
    html.close().close().close().closeLine();
  }

  private void row(String name, double... figures) {
    html.open("tr").element("th", name, "scope", "row");
    for (double figure : figures) {
      html.element("td", TerritoryWords.figure(figure));
    }
    html.closeLine();
  }

  private void territories() {
    html.open("section", "id", "territories").element("h2", "Territories");
    table(
        "Today and as planned. The fair share goes with the capacity; the load is work over"
            + " capacity.",
        "Territory",
        "Accounts",
        "Planned",
        "Fair share",
        "Planned",
        "Load",
        "Planned",
        "Out of place",
        "Planned",
        "Come, go");
    for (Outcome t : plan.territories()) {
      html.open("tr").element("th", t.patch().name(), "scope", "row");
      html.element("td", Figures.count(t.before().accounts()));
      html.element("td", Figures.count(t.after().accounts()));
      html.element("td", Figures.share(t.before().fairShare()));
      html.element("td", Figures.share(t.after().fairShare()));
      html.element("td", Figures.share(t.before().load()));
      html.element("td", Figures.share(t.after().load()));
      html.element("td", Figures.count(t.before().away()));
      html.element("td", Figures.count(t.after().away()));
      html.element("td", TerritoryWords.change(t)).closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void fairness(Fairness fairness) {
    html.open("section", "id", "played").element("h2", "Played");
    words.fairness(fairness).forEach(line -> html.element("p", HtmlFrame.sentence(line)));
    table(
        "Expected attainment and the odds to reach all of it, "
            + TerritoryWords.played(fairness)
            + " with the same luck. Errors hold 95 %.",
        "Territory",
        "Attainment",
        "Planned",
        "Odds",
        "Planned");
    for (Fairness.Place place : fairness.territories()) {
      html.open("tr").element("th", place.name(), "scope", "row");
      html.element("td", TerritoryWords.share(place.attainmentBefore()));
      html.element("td", TerritoryWords.share(place.attainmentAfter()));
      html.element("td", TerritoryWords.share(place.oddsBefore()));
      html.element("td", TerritoryWords.share(place.oddsAfter())).closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void moves() {
    List<Placed> moves = plan.moves();
    if (moves.isEmpty()) {
      return;
    }
    html.open("section", "id", "moves").element("h2", "Moves");
    String more =
        moves.size() > MOST_MOVES ? " The rest is in moves.csv." : " The same list is moves.csv.";
    table(
        "Those first without which the plan would be worst." + more,
        "Account",
        "Potential",
        "From",
        "To",
        "Why");
    for (Placed placed : moves.subList(0, Math.min(MOST_MOVES, moves.size()))) {
      html.open("tr").open("th", "scope", "row");
      html.text(placed.account().name() + " (" + placed.account().id() + ")").close();
      html.element("td", Figures.brief(placed.account().potentialCents() / 100.0));
      html.element("td", plan.territories().get(placed.account().patch()).patch().name());
      html.element("td", plan.territories().get(placed.patch()).patch().name());
      html.element("td", placed.reason(), "class", "words").closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void read() {
    html.open("section", "id", "read").element("h2", "What was read");
    html.open("ul");
    if (!plan.tiers().isEmpty()) {
      html.element("li", HtmlFrame.sentence(words.tiers()));
    }
    words.columns().forEach(line -> html.element("li", HtmlFrame.sentence(line)));
    words.notes().forEach(line -> html.element("li", HtmlFrame.sentence(line)));
    html.close().closeLine();
  }

  /** Opens a table with its caption and heads, and its body. */
  private void table(String caption, String... heads) {
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, caption);
    HtmlTables.header(html, heads);
    html.open("tbody");
  }
}
