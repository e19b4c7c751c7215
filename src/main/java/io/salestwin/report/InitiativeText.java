package io.salestwin.report;

import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Share;
import io.salestwin.planning.ReturnRule;
import io.salestwin.run.ThresholdResult;
import java.util.List;

/** A review of initiatives for a terminal: what to do, then what each brings. */
final class InitiativeText {

  private static final int NAME = 24;

  private final InitiativeReview review;
  private final InitiativeWords words;
  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  InitiativeText(InitiativeReview review, TextStyle style) {
    this.review = review;
    this.style = style;
    words = new InitiativeWords(review);
    lines = new TextLines(style, out);
  }

  String text() {
    lines.wrapped("", words.advice(), "");
    lines.blank();
    lines.heading(
        review.scenario(), words.size() + " · same luck · seed " + review.question().seed());
    rules();
    lines.blank();
    lines.heading(
        "What each brings",
        "within the horizon, in " + review.currency() + "; gain is " + review.worth());
    review.alone().forEach(this::outcome);
    if (review.alone().size() > 1) {
      outcome(review.together());
    }
    overlap();
    ranking();
    lines.blank();
    lines.wrapped("", looks(), "");
    return out.toString();
  }

  private void rules() {
    for (ReturnRule.Judged judged : review.rules()) {
      rule(judged.isMet(), judged.rule().text() + " is " + words.actual(judged));
    }
    for (ThresholdResult rule : review.thresholds()) {
      String actual = Figures.withUnit(rule.unit(), review.currency(), rule.actual());
      rule(
          rule.outcome() == ThresholdResult.Outcome.MET,
          rule.rule() + " is " + actual + " with the advised");
    }
  }

  private void rule(boolean met, String text) {
    String mark = met ? style.good("✔") : style.bad("✘");
    out.append("  ").append(style.shown(mark)).append(' ');
    out.append(lines.plain(text)).append('\n');
  }

  private void outcome(Outcome outcome) {
    String cost =
        outcome.cost() < 0
            ? "saves " + Figures.brief(-outcome.cost())
            : "costs " + Figures.brief(outcome.cost());
    lines.wrapped(
        "  " + TextLines.left(lines.plain(outcome.name()), NAME) + " ",
        cost + ", brings " + words.money(outcome.gain()) + ", net " + words.money(outcome.net()),
        "      ");
    lines.wrapped(
        "      ",
        "bookings " + words.money(outcome.bookings()) + words.namedGoal(outcome.goal()),
        "      ");
    String back =
        outcome
            .back()
            .value()
            .map(v -> "return " + InitiativeWords.share(outcome.back()))
            .orElse("");
    lines.wrapped(
        "      ",
        (back.isEmpty() ? "" : back + "; ")
            + InitiativeWords.payback(outcome.payback())
            + "; "
            + InitiativeWords.paid(outcome)
            + outcome
                .today()
                .value()
                .map(v -> "; worth today " + words.money(outcome.today()))
                .orElse(""),
        "      ");
  }

  private void overlap() {
    List<String> sentences = words.overlap();
    if (sentences.isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("How they work together", "bookings; shares are Shapley values");
    sentences.forEach(sentence -> lines.wrapped("  ", sentence, "    "));
    for (int i = 0; i < review.shares().size(); i++) {
      Share share = review.shares().get(i);
      lines.wrapped(
          "  " + TextLines.left(lines.plain(review.alone().get(i).name()), NAME) + " ",
          "its share: bookings "
              + words.money(share.bookings())
              + "; gain "
              + words.money(share.gain()),
          "      ");
    }
  }

  private void ranking() {
    List<String> ranking = words.ranking();
    if (ranking.isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("By what it does to the odds for its cost", "each alone");
    for (int i = 0; i < ranking.size(); i++) {
      lines.wrapped("  " + (i + 1) + ". ", ranking.get(i), "     ");
    }
  }

  private String looks() {
    return "Every error is a 95 % confidence interval of the simulation. Gains and costs count"
        + " within the horizon, nothing after it.";
  }
}
