package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.Initiative;
import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Payback;
import io.salestwin.planning.ReturnRule;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a review of initiatives says in sentences. */
final class InitiativeWords {

  private static final KpiInfo.Unit MONEY = KpiInfo.Unit.MONEY;
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  private final InitiativeReview review;

  InitiativeWords(InitiativeReview review) {
    this.review = review;
  }

  // ---- what to do

  /** The one sentence that says what to do. */
  String advice() {
    Outcome choice = review.choice();
    if (review.advised().isEmpty()) {
      return (review.alone().size() == 1 ? "Do not do it" : "Do none of them")
          + ": within the horizon "
          + (review.alone().size() == 1 ? "it does not bring" : "no combination brings")
          + " what it costs in "
          + review.worth()
          + " ("
          + (review.alone().size() == 1 ? "" : "all together ")
          + "net "
          + money(review.together().net())
          + ").";
    }
    boolean sure = choice.net().value().filter(v -> v.interval().low() > 0).isPresent();
    return "Do "
        + chosen()
        + ": "
        + (choice.cost() < 0
            ? one("it saves ", "they save ")
                + amount(-choice.cost())
                + " and bring"
                + one("s ", " ")
            : "for " + amount(choice.cost()) + one(" it brings ", " they bring "))
        + plain(choice.gain())
        + " of "
        + review.worth()
        + " within the horizon, net "
        + money(choice.net())
        + odds(choice)
        + (sure ? "" : "; that it leaves anything may be luck")
        + ".";
  }

  private String one(String ofOne, String ofSeveral) {
    return review.advised().size() == 1 ? ofOne : ofSeveral;
  }

  private String chosen() {
    List<Initiative> list = review.question().initiatives().list();
    List<String> names = review.advised().stream().map(i -> list.get(i).name()).toList();
    if (names.size() == list.size()) {
      return names.size() == 1 ? names.get(0) : "all " + names.size();
    }
    List<String> others =
        list.stream().map(Initiative::name).filter(name -> !names.contains(name)).toList();
    return and(names) + " and leave out " + and(others);
  }

  private static String and(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** The goal as the object of a sentence. */
  String goalName() {
    return isOdds()
        ? "the odds of the target of " + review.question().goal().words()
        : "mean " + review.question().goal().column();
  }

  private String odds(Outcome outcome) {
    if (!isOdds() || outcome.goal().value().isEmpty() || review.baseGoal().value().isEmpty()) {
      return "";
    }
    double from = review.baseGoal().orNaN();
    String before = Figures.ofHundred(from);
    String after = Figures.ofHundred(Math.min(1, Math.max(0, from + outcome.goal().orNaN())));
    return "; "
        + goalName()
        + (before.equals(after) ? " stay at " : " go from " + before + " to ")
        + after
        + " of 100";
  }

  boolean isOdds() {
    return review.question().goal().isOdds();
  }

  // ---- figures

  /** An amount with its currency. */
  String amount(double value) {
    return Figures.brief(value) + " " + review.currency();
  }

  private String plain(Estimate estimate) {
    return estimate.value().map(v -> amount(v.estimate())).orElse(Figures.NONE);
  }

  /** A difference of money with its error. */
  String money(Estimate estimate) {
    return ComparisonWords.withRange(MONEY, estimate);
  }

  /** A gain of the goal with its error. */
  String goal(Estimate estimate) {
    return ComparisonWords.withRange(review.goalUnit(), estimate);
  }

  /** A gain of the goal with its name; empty where the goal is bookings, which are told anyway. */
  String namedGoal(Estimate estimate) {
    if (isOdds()) {
      return "; odds " + goal(estimate);
    }
    String column = review.question().goal().column();
    return column.contains("bookings") ? "" : "; " + column + " " + goal(estimate);
  }

  /** A share with its error. */
  static String share(Estimate estimate) {
    return estimate
        .value()
        .map(
            v ->
                Figures.share(v.estimate())
                    + " ("
                    + Figures.interval(KpiInfo.Unit.SHARE, v.interval())
                    + ")")
        .orElse(Figures.NONE);
  }

  /** When it has come back, with its error. */
  static String payback(Payback payback) {
    if (payback.months().isEmpty()) {
      return payback.earliest().isEmpty()
          ? "not back within the horizon"
          : "not back within the horizon (month "
              + months(payback.earliest())
              + " at the earliest)";
    }
    if (payback.months().getAsDouble() == 0) {
      return "back at once";
    }
    String range =
        payback.latest().equals(payback.earliest())
            ? ""
            : " ("
                + months(payback.earliest())
                + " to "
                + (payback.latest().isEmpty() ? "beyond the horizon" : months(payback.latest()))
                + ")";
    return "back by the end of month " + months(payback.months()) + range;
  }

  private static String months(OptionalDouble months) {
    return Figures.fixed(months.orElse(0), 0);
  }

  /** How often it has paid for itself. */
  static String paid(Outcome outcome) {
    return outcome
        .paid()
        .value()
        .map(
            v ->
                "paid for in "
                    + Figures.ofHundred(v.estimate())
                    + " of 100 futures (error "
                    + Figures.ofHundred(v.interval())
                    + ")")
        .orElse("");
  }

  /** What was played. */
  String size() {
    return Figures.count(review.sampling().replications())
        + " replications each"
        + ComparisonWords.end(review.sampling().effort().rule(), review.sampling().end());
  }

  // ---- overlap

  /** What is said, what each brings alone, and what they bring together. */
  List<String> overlap() {
    if (review.alone().size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    boolean said = review.claims().stream().anyMatch(OptionalDouble::isPresent);
    if (said) {
      double sum = review.claims().stream().mapToDouble(c -> c.orElse(0)).sum();
      lines.add(
          "Said to bring "
              + sum(review.claims().stream().map(c -> c.orElse(Double.NaN)).toList())
              + amount(sum)
              + " of bookings within the horizon.");
    }
    double alone = review.alone().stream().mapToDouble(o -> o.bookings().orNaN()).sum();
    lines.add(
        "Played, each alone brings "
            + sum(review.alone().stream().map(o -> o.bookings().orNaN()).toList())
            + amount(alone)
            + "; all together "
            + plain(review.together().bookings())
            + " of bookings.");
    review
        .bookingsOverlap()
        .value()
        .ifPresent(
            v -> {
              String figure =
                  amount(Math.abs(v.estimate()))
                      + " (error "
                      + ComparisonWords.range(MONEY, v.interval())
                      + ")";
              lines.add(
                  v.interval().high() < 0
                      ? "They overlap: " + figure + " of that sum would be counted twice."
                      : v.interval().low() > 0
                          ? "They help each other: together they bring " + figure + " more."
                          : "Whether they overlap cannot be told yet: together "
                              + figure
                              + (v.estimate() < 0 ? " less" : " more")
                              + " than the sum, which may be luck.");
            });
    return lines;
  }

  private static String sum(List<Double> parts) {
    return String.join(
            " + ", parts.stream().map(p -> Double.isNaN(p) ? "?" : Figures.brief(p)).toList())
        + " = ";
  }

  // ---- ranking

  /** The initiatives by what they do to the odds for their cost; none where it is not odds. */
  List<String> ranking() {
    if (!isOdds()) {
      return List.of();
    }
    List<Outcome> ranked =
        review.alone().stream()
            .filter(o -> o.goal().value().isPresent())
            .sorted(Comparator.comparingDouble(InitiativeWords::rank))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Outcome outcome : ranked) {
      lines.add(
          outcome.name()
              + ": "
              + goal(outcome.goal())
              + perCost(outcome).map(per -> ", " + per).orElse(", for nothing"));
    }
    return lines;
  }

  /** Smaller comes first: what costs nothing, by what it brings, then by the odds for the cost. */
  private static double rank(Outcome outcome) {
    double goal = outcome.goal().orNaN();
    return outcome.cost() > 0 ? -outcome.goalPerCost() : goal > 0 ? -1 - goal : -goal;
  }

  /** Points of odds for a million or a thousand; empty where it costs nothing. */
  Optional<String> perCost(Outcome outcome) {
    double most = review.alone().stream().mapToDouble(Outcome::cost).max().orElse(0);
    double unit = most >= MILLION ? MILLION : THOUSAND;
    return outcome.cost() > 0
        ? Optional.of(
            Figures.brief(outcome.goalPerCost() * unit * 100) + " points for each " + amount(unit))
        : Optional.empty();
  }

  // ---- rules

  /** What a rule came to. */
  String actual(ReturnRule.Judged judged) {
    double actual = judged.actual();
    if (Double.isNaN(actual)) {
      return "not computable";
    }
    return switch (judged.rule().figure()) {
      case "return", "paid" -> Figures.share(actual);
      case "odds" ->
          isOdds() ? ComparisonWords.signed(review.goalUnit(), actual) : Figures.brief(actual);
      case "payback_months" ->
          Double.isInfinite(actual) ? "not within the horizon" : Figures.fixed(actual, 0);
      default -> amount(actual);
    };
  }
}
