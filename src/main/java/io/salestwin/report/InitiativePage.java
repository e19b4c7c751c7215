package io.salestwin.report;

import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A review of initiatives as one page. */
final class InitiativePage {

  private final InitiativeReport report;
  private final InitiativeReview review;
  private final InitiativeWords words;

  private InitiativePage(InitiativeReport report) {
    this.report = report;
    review = report.review();
    words = new InitiativeWords(review);
  }

  static String of(InitiativeReport report) {
    return new InitiativePage(report).page();
  }

  private String page() {
    List<String> sections = new ArrayList<>(List.of("What each brings"));
    if (review.alone().size() > 1) {
      sections.add("How they work together");
    }
    if (words.isOdds()) {
      sections.add("Odds for the cost");
    }
    List<String> remarks =
        List.of(review.scenario(), words.size(), "seed " + review.question().seed());
    Page page = new Page("Return on initiatives", words.advice(), remarks, sections);
    verdict(page);
    page.openCards();
    card(page, review.advised().isEmpty() ? review.together() : review.choice());
    page.closeCards();
    HtmlFrame.thresholds(page.html(), review.thresholds(), review.currency());
    outcomes(page);
    if (review.alone().size() > 1) {
      together(page);
    }
    if (words.isOdds()) {
      page.open("Odds for the cost", "Each alone, those first that do most for their cost.");
      page.list(words.ranking());
      page.close();
    }
    InitiativeCharts.of(review).forEach(page::figure);
    HtmlFrame.warnings(page.html(), report.warnings());
    HtmlFrame.provenance(page.html(), report.provenance());
    return page.end();
  }

  private void verdict(Page page) {
    long missed = review.rules().stream().filter(judged -> !judged.isMet()).count();
    if (review.rules().isEmpty()) {
      return;
    }
    List<List<String>> rows =
        review.rules().stream()
            .map(
                judged ->
                    List.of(
                        judged.rule().text(),
                        words.actual(judged),
                        judged.isMet() ? "✔ met" : "✘ not met"))
            .toList();
    page.verdict(
        missed == 0 ? Page.Mood.GOOD : Page.Mood.BAD,
        missed == 0 ? "Every rule is met" : missed + " of " + rows.size() + " rules not met",
        "The rules of the initiatives with what came out.");
    page.table("Rules of the file.", List.of("Rule", "Actual", "Outcome"), rows);
  }

  private void card(Page page, Outcome outcome) {
    page.card(
        "Net within the horizon",
        Figures.brief(outcome.net().orNaN()) + " " + review.currency(),
        outcome.name() + ": " + words.money(outcome.net()) + ".");
    page.card(
        "Return",
        outcome.back().value().map(v -> Figures.share(v.estimate())).orElse("none"),
        outcome
            .back()
            .value()
            .map(v -> "Net over cost; " + InitiativeWords.share(outcome.back()) + ".")
            .orElse("It costs nothing."));
    page.card(
        "Payback",
        outcome.payback().months().isPresent()
            ? "month " + Figures.fixed(outcome.payback().months().getAsDouble(), 0)
            : "not yet",
        HtmlFrame.sentence(InitiativeWords.payback(outcome.payback())));
    page.card(
        "Pays for itself",
        outcome.paid().value().map(v -> Figures.share(v.estimate())).orElse(Figures.NONE),
        HtmlFrame.sentence(InitiativeWords.paid(outcome)));
  }

  private void outcomes(Page page) {
    page.open(
        "What each brings",
        "Within the horizon, in "
            + review.currency()
            + ". Gain is "
            + review.worth()
            + "; errors in brackets hold 95 %.");
    page.table(
        "What each costs and leaves, alone, and all together.",
        List.of("Initiative", "Cost", "Gain", "Net"),
        rows(o -> List.of(Figures.brief(o.cost()), words.money(o.gain()), words.money(o.net()))));
    page.table(
        "What it does to bookings and to " + words.goalName() + ".",
        List.of("Initiative", "Bookings", words.isOdds() ? "Odds" : "Goal", "Return"),
        rows(
            o ->
                List.of(
                    words.money(o.bookings()),
                    words.goal(o.goal()),
                    InitiativeWords.share(o.back()))));
    page.table(
        "When it comes back, how often, and what it is worth today.",
        List.of("Initiative", "Payback", "Futures in which it has paid", "Worth today"),
        rows(
            o ->
                List.of(
                    InitiativeWords.payback(o.payback()),
                    InitiativeWords.share(o.paid()),
                    o.today().value().map(v -> words.money(o.today())).orElse("no discount"))));
    page.close();
  }

  private List<List<String>> rows(Function<Outcome, List<String>> cells) {
    List<Outcome> outcomes = new ArrayList<>(review.alone());
    if (outcomes.size() > 1) {
      outcomes.add(review.together());
    }
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      List<String> row = new ArrayList<>(List.of(outcome.name()));
      row.addAll(cells.apply(outcome));
      rows.add(row);
    }
    return rows;
  }

  private void together(Page page) {
    page.open("How they work together", "");
    words.overlap().forEach(page::paragraph);
    List<List<String>> bookings = new ArrayList<>();
    List<List<String>> gains = new ArrayList<>();
    for (int i = 0; i < review.shares().size(); i++) {
      Share share = review.shares().get(i);
      Outcome alone = review.alone().get(i);
      OptionalDouble claim = review.claims().get(i);
      bookings.add(
          List.of(
              alone.name(),
              claim.isPresent() ? Figures.brief(claim.getAsDouble()) : "",
              words.money(alone.bookings()),
              words.money(share.bookings())));
      gains.add(List.of(alone.name(), words.money(share.gain()), words.goal(share.goal())));
    }
    if (!bookings.isEmpty()) {
      page.table(
          "Bookings: what is said, what it brings alone, and what it contributes to all together"
              + " (Shapley values).",
          List.of("Initiative", "Said", "Alone", "Share"),
          bookings);
      page.table(
          "What it contributes to the gain and to the goal.",
          List.of("Initiative", "Gain", "Goal"),
          gains);
    }
    page.close();
  }
}
