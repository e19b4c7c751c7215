package io.salestwin.report;

import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Change;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.TierPart;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a plan of territories says in sentences. */
final class TerritoryWords {

  private static final int DECIMALS = 3;

  private final TerritoryPlan plan;
  private final String currency;

  TerritoryWords(TerritoryPlan plan, String currency) {
    this.plan = plan;
    this.currency = currency;
  }

  /** What to do, in one sentence. */
  String advice() {
    int moves = plan.count(Change.MOVES);
    int assigned = plan.count(Change.ASSIGNED);
    String what =
        moves == 0 && assigned == 0
            ? "Leave all accounts where they are"
            : moves == 0
                ? "Give a home to " + accounts(assigned) + " that nobody has, and move none"
                : "Move "
                    + Figures.count(moves)
                    + " of "
                    + accounts(plan.accounts().size())
                    + " ("
                    + Figures.share(plan.movedPotential())
                    + " of the potential)"
                    + (assigned == 0 ? "" : " and give a home to " + Figures.count(assigned));
    return what + ": " + gini() + ", and " + loads() + ".";
  }

  private String gini() {
    double before = plan.potentialBefore().gini();
    double after = plan.potentialAfter().gini();
    String to = figure(after);
    if (Double.isNaN(before)) {
      return "the Gini of the potential becomes " + to;
    }
    if (figure(before).equals(to)) {
      return "the Gini of the potential stays at " + to;
    }
    return "the Gini of the potential "
        + (after < before ? "falls" : "rises")
        + " from "
        + figure(before)
        + " to "
        + to;
  }

  private String loads() {
    double least =
        plan.territories().stream().mapToDouble(t -> t.after().load()).min().orElse(Double.NaN);
    double most =
        plan.territories().stream().mapToDouble(t -> t.after().load()).max().orElse(Double.NaN);
    return "every territory works "
        + Figures.share(least)
        + " to "
        + Figures.share(most)
        + " of its capacity";
  }

  /** A Gini, a variation or a ratio. */
  static String figure(double value) {
    return Double.isInfinite(value) ? "without end" : Figures.fixed(value, DECIMALS);
  }

  static String accounts(int number) {
    return Figures.count(number) + (number == 1 ? " account" : " accounts");
  }

  String size() {
    return accounts(plan.accounts().size())
        + ", "
        + Figures.count(plan.territories().size())
        + " territories"
        + (plan.isCutShort() ? " (search stopped early: the best until then)" : "");
  }

  /** How often each division was played, and why no more. */
  static String played(Fairness fairness) {
    return Figures.count(fairness.replications())
        + " replications of each division"
        + ComparisonWords.end(fairness.effort().rule(), fairness.end());
  }

  String money(double value) {
    return (Figures.brief(value) + " " + currency).strip();
  }

  static String change(Outcome outcome) {
    return "+" + outcome.comes() + " -" + outcome.goes();
  }

  /** What a rule came to. */
  static String actual(PlanRule.Judged judged) {
    if (Double.isNaN(judged.actual())) {
      return judged.rule().needsPlay()
          ? "not computable, because no scenario was played"
          : "not computable";
    }
    return switch (judged.rule().figure()) {
      case "mean_km" -> Figures.count(judged.actual()) + " km";
      case "moves", "away" -> Figures.count(judged.actual());
      case "least_load", "most_load", "moved_potential", "reached", "least_odds" ->
          Figures.share(judged.actual());
      default -> figure(judged.actual());
    };
  }

  /** What each tier holds. */
  String tiers() {
    List<String> parts = new ArrayList<>();
    for (TierPart tier : plan.tiers()) {
      parts.add(
          tier.tier()
              + " "
              + accounts(tier.accounts())
              + ", "
              + Figures.share(tier.potential())
              + " of the potential, "
              + Figures.share(tier.hours())
              + " of the hours");
    }
    return String.join("; ", parts);
  }

  /** How the columns were understood. */
  List<String> columns() {
    List<String> lines = new ArrayList<>();
    List<String> used = new ArrayList<>();
    for (Map.Entry<String, String> column : plan.files().columns().entrySet()) {
      used.add(column.getKey() + " is \"" + column.getValue() + "\"");
    }
    lines.add("columns: " + String.join(", ", used));
    if (!plan.files().unused().isEmpty()) {
      lines.add("columns not used: " + String.join(", ", plan.files().unused()));
    }
    return lines;
  }

  /** What was assumed or left out. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!plan.files().badRows().isEmpty()) {
      int rows = plan.files().badRowCount();
      notes.add(
          Figures.count(rows)
              + (rows == 1 ? " row was" : " rows were")
              + " left out, as asked; left-out.csv lists what is wrong");
    }
    notes.addAll(plan.files().notes());
    if (!plan.files().columns().containsKey("hours")) {
      notes.add(
          plan.tiers().isEmpty()
              ? "no column says hours or scores: every account takes the same time, all together "
                  + Figures.share(plan.load())
                  + " of the capacity"
              : "no column says hours: each tier has its share of the time, evenly over its"
                  + " accounts, all together "
                  + Figures.share(plan.load())
                  + " of the capacity");
    }
    return notes;
  }

  /** What playing it showed, in sentences. */
  List<String> fairness(Fairness fairness) {
    String yardstick = fairness.isQuota() ? "quota" : "equal part of the expected bookings";
    List<String> lines = new ArrayList<>();
    lines.add(
        "attainment of the "
            + yardstick
            + " differs between territories by "
            + points(fairness.spreadBefore())
            + " points today and "
            + points(fairness.spreadAfter())
            + " as planned (standard deviation; change "
            + change(fairness.spreadDifference())
            + ")");
    lines.add(
        "territories that reach their "
            + yardstick
            + ": "
            + share(fairness.reachedBefore())
            + " today, "
            + share(fairness.reachedAfter())
            + " as planned");
    lines.add(
        "bookings "
            + amount(fairness.bookingsBefore())
            + " today, "
            + amount(fairness.bookingsAfter())
            + " as planned (difference "
            + difference(fairness.bookingsDifference())
            + ")");
    if (plan.count(Change.ASSIGNED) > 0) {
      lines.add(
          "today's division is played as if the accounts that nobody has were shared among the"
              + " territories in proportion");
    }
    return lines;
  }

  private static String points(Estimate estimate) {
    return estimate.value().map(v -> Figures.fixed(v.estimate() * 100, 1)).orElse(Figures.NONE);
  }

  private static String change(Estimate estimate) {
    return estimate
        .value()
        .map(
            v ->
                Figures.fixed(v.estimate() * 100, 1)
                    + ", error "
                    + Figures.fixed(v.interval().low() * 100, 1)
                    + " to "
                    + Figures.fixed(v.interval().high() * 100, 1))
        .orElse(Figures.NONE);
  }

  static String share(Estimate estimate) {
    return estimate.value().map(v -> Figures.share(v.estimate())).orElse(Figures.NONE);
  }

  private String amount(Estimate estimate) {
    return estimate.value().map(v -> money(v.estimate())).orElse(Figures.NONE);
  }

  private String difference(Estimate estimate) {
    return estimate
        .value()
        .map(
            v ->
                money(v.estimate())
                    + ", error "
                    + Figures.brief(v.interval().low())
                    + " to "
                    + Figures.brief(v.interval().high()))
        .orElse(Figures.NONE);
  }
}
