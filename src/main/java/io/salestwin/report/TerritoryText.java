package io.salestwin.report;

import io.salestwin.planning.territory.Balance;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.Position;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import io.salestwin.run.ThresholdResult;
import java.util.List;

/** A plan of territories for a terminal: what to do, then what it changes, then the moves. */
final class TerritoryText {

  private static final int MOST_TERRITORIES = 20;
  private static final int MOST_MOVES = 10;
  private static final int NAME = 14;

  private final TerritoryReport report;
  private final TerritoryPlan plan;
  private final TerritoryWords words;
  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  TerritoryText(TerritoryReport report, TextStyle style) {
    this.report = report;
    this.plan = report.plan();
    this.words = report.words();
    this.style = style;
    this.lines = new TextLines(style, out);
  }

  String text() {
    lines.wrapped("", words.advice(), "");
    plan.obstacles().forEach(o -> lines.wrapped("  ", "not kept: " + o, "    "));
    lines.blank();
    lines.heading("Territories of " + report.name(), words.size() + " · seed " + plan.seed());
    rules();
    balance();
    territories();
    report.fairness().ifPresent(this::fairness);
    moves();
    lines.heading("What was read", "");
    if (!plan.tiers().isEmpty()) {
      lines.wrapped("  ", words.tiers(), "    ");
    }
    words.columns().forEach(line -> lines.wrapped("  ", line, "    "));
    words.notes().forEach(line -> lines.wrapped("  ", line, "    "));
    return out.toString();
  }

  private void rules() {
    int all = report.rules().size() + report.thresholds().size();
    if (all == 0) {
      return;
    }
    long met =
        report.rules().stream().filter(PlanRule.Judged::isMet).count()
            + report.thresholds().stream().filter(TerritoryText::isMet).count();
    lines.heading("Thresholds", met + " of " + all + " met");
    for (PlanRule.Judged judged : report.rules()) {
      rule(judged.isMet(), judged.rule().text() + " is " + TerritoryWords.actual(judged));
    }
    for (ThresholdResult rule : report.thresholds()) {
      String actual = Figures.withUnit(rule.unit(), report.currency(), rule.actual());
      rule(isMet(rule), rule.rule() + " is " + actual + " as planned");
    }
    lines.blank();
  }

  private static boolean isMet(ThresholdResult rule) {
    return rule.outcome() == ThresholdResult.Outcome.MET;
  }

  private void rule(boolean met, String text) {
    String mark = met ? style.good("✔") : style.bad("✘");
    out.append("  ").append(style.shown(mark)).append(' ');
    out.append(lines.plain(text)).append('\n');
  }

  private void balance() {
    row("", "today", "planned");
    both("potential", plan.potentialBefore(), plan.potentialAfter());
    both("work", plan.workBefore(), plan.workAfter());
    row("accounts out of place", Figures.count(plan.away(false)), Figures.count(plan.away(true)));
    if (plan.hasDistances()) {
      row("km from the base, mean", km(false), km(true));
      row("the same in miles", miles(false), miles(true));
    }
    lines.blank();
  }

  private String km(boolean planned) {
    return Figures.count(plan.meanKm(planned));
  }

  private String miles(boolean planned) {
    return Figures.count(plan.meanKm(planned) / Position.KM_PER_MILE);
  }

  private void both(String what, Balance before, Balance after) {
    row("Gini of the " + what, figure(before.gini()), figure(after.gini()));
    row("variation of the " + what, figure(before.cv()), figure(after.cv()));
    row("largest to smallest", figure(before.maxToMin()), figure(after.maxToMin()));
  }

  private static String figure(double value) {
    return TerritoryWords.figure(value);
  }

  private void row(String what, String before, String after) {
    out.append("  ").append(TextLines.left(what, 28));
    out.append(TextLines.right(before, 12)).append(TextLines.right(after, 12)).append('\n');
  }

  private void territories() {
    lines.heading("Territories", "potential over the fair share, work over capacity");
    out.append("  ").append(TextLines.left("", NAME));
    for (String head : List.of("accounts", "potential", "fair share", "load", "come, go")) {
      out.append(TextLines.right(head, head.equals("accounts") ? 11 : 13));
    }
    lines.blank();
    plan.territories().stream().limit(MOST_TERRITORIES).forEach(this::territory);
    int more = plan.territories().size() - MOST_TERRITORIES;
    if (more > 0) {
      lines.wrapped("  ", more + " more in territories.csv", "  ");
    }
    lines.blank();
  }

  private void territory(Outcome t) {
    out.append("  ").append(TextLines.left(lines.plain(t.patch().name()), NAME));
    out.append(TextLines.right(t.before().accounts() + arrow() + t.after().accounts(), 11));
    out.append(TextLines.right(Figures.brief(t.after().potential()), 13));
    out.append(
        TextLines.right(
            percent(t.before().fairShare()) + arrow() + percent(t.after().fairShare()) + " %", 13));
    out.append(
        TextLines.right(
            percent(t.before().load()) + arrow() + percent(t.after().load()) + " %", 13));
    out.append(TextLines.right(TerritoryWords.change(t), 13)).append('\n');
  }

  private String arrow() {
    return style.shown("→");
  }

  private static String percent(double fraction) {
    return Figures.fixed(fraction * 100, 0);
  }

  private void fairness(Fairness fairness) {
    lines.heading("Played", TerritoryWords.played(fairness) + ", the same luck for both");
    words.fairness(fairness).forEach(line -> lines.wrapped("  ", line, "    "));
    fairness.territories().stream().limit(MOST_TERRITORIES).forEach(this::place);
    lines.blank();
  }

  private void place(Fairness.Place place) {
    out.append("  ").append(TextLines.left(lines.plain(place.name()), NAME));
    String attainment =
        "attains "
            + TerritoryWords.share(place.attainmentBefore())
            + arrow()
            + TerritoryWords.share(place.attainmentAfter());
    String odds =
        "odds "
            + TerritoryWords.share(place.oddsBefore())
            + arrow()
            + TerritoryWords.share(place.oddsAfter());
    out.append(' ').append(TextLines.left(attainment, 26)).append(odds).append('\n');
  }

  private void moves() {
    List<Placed> moves = plan.moves();
    if (moves.isEmpty()) {
      return;
    }
    lines.heading("Moves", "those first that matter most");
    for (Placed placed : moves.subList(0, Math.min(MOST_MOVES, moves.size()))) {
      lines.wrapped(
          "  ",
          placed.account().id()
              + " "
              + placed.account().name()
              + ", "
              + Figures.brief(placed.account().potentialCents() / 100.0)
              + ", from "
              + plan.territories().get(placed.account().patch()).patch().name()
              + " to "
              + plan.territories().get(placed.patch()).patch().name()
              + ": "
              + placed.reason(),
          "    ");
    }
    if (moves.size() > MOST_MOVES) {
      lines.wrapped("  ", moves.size() - MOST_MOVES + " more in moves.csv", "    ");
    }
    lines.blank();
  }
}
