package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Change;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.planning.Effort;
import io.salestwin.planning.Selection;
import io.salestwin.run.RunResult;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** Sentences about a comparison. */
final class ComparisonWords {

  private final Comparison comparison;

  ComparisonWords(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The goal as the subject of a sentence. */
  String goal() {
    return comparison.goal().isOdds()
        ? "the odds of the target of " + comparison.goal().words()
        : "mean " + comparison.goal().words();
  }

  private Standing base() {
    return comparison.standings().get(0);
  }

  /** The one sentence that says what to do. */
  String advice() {
    String sure = selected();
    return (sure.isEmpty() ? unsure() : sure) + missed();
  }

  /** Which rules what is recommended misses. */
  private String missed() {
    List<String> missed =
        comparison.standings().get(comparison.best()).thresholds().stream()
            .filter(rule -> rule.outcome() != ThresholdResult.Outcome.MET)
            .map(ThresholdResult::rule)
            .toList();
    return missed.isEmpty() ? "" : " It misses " + String.join(" and ", missed) + ".";
  }

  /** What to do where one of many was chosen. */
  private String selected() {
    if (comparison.selection().isBad() || comparison.selection().value().chosen().isEmpty()) {
      return "";
    }
    Selection selection = comparison.selection().value();
    int best = selection.chosen().getAsInt();
    String first = best == 0 ? "Stay with " : "Choose ";
    String guarantee =
        " is the best of the "
            + comparison.standings().size()
            + " or less than "
            + zone(selection)
            + " from it, with at least "
            + Figures.share(selection.confidence())
            + " probability";
    String gain = best == 0 ? "" : "; " + moves(comparison.contests().get(best - 1));
    return first + comparison.standings().get(best).name() + ": it" + guarantee + gain + ".";
  }

  private String zone(Selection selection) {
    return comparison.goalUnit() == KpiInfo.Unit.SHARE
        ? Figures.fixed(selection.zone() * 100, 0) + " points"
        : Figures.rough(selection.zone()) + " " + unit();
  }

  /** How the best of many was found, or what is left to do. */
  Optional<String> selection() {
    if (comparison.standings().size() < 3) {
      return Optional.empty();
    }
    if (comparison.selection().isBad()) {
      return Optional.of("None is chosen: " + comparison.selection().reason() + ".");
    }
    Selection selection = comparison.selection().value();
    List<String> names =
        selection.subset().stream().map(a -> comparison.standings().get(a).name()).toList();
    String subset =
        "After the first stage the best is "
            + (names.size() == 1 ? "" : "among ")
            + String.join(", ", names)
            + " with at least "
            + Figures.fixed(Selection.SUBSET * 100, 1)
            + " %"
            + " probability";
    return Optional.of(
        selection.chosen().isPresent()
            ? subset
                + "; "
                + comparison.standings().get(selection.chosen().getAsInt()).name()
                + " was chosen after "
                + Figures.count(selection.replications())
                + " replications (Kim and Nelson 2001)."
            : subset
                + "; to choose one for sure may take up to "
                + Figures.count(selection.most())
                + " replications of each (--replications or --precision plays them).");
  }

  private String unsure() {
    if (comparison.best() == 0) {
      return comparison.contests().size() == 1
          ? single(comparison.contests().get(0))
          : "Stay with " + base().name() + ": none of the others is better on " + goal() + ".";
    }
    return single(comparison.contests().get(comparison.best() - 1));
  }

  private String single(Contest contest) {
    String name = contest.name();
    return switch (contest.verdict()) {
      case SAME -> "There is nothing to choose: " + name + " is the same as " + base().name() + ".";
      case BETTER -> "Choose " + name + ": " + moves(contest) + ".";
      case WORSE -> "Stay with " + base().name() + ": with " + name + " " + moves(contest) + ".";
      case NO_MATTER ->
          "Decide by something else than "
              + goal()
              + ": "
              + name
              + " changes it by "
              + error(contest.goal())
              + ", too little to matter.";
      case OPEN ->
          "Stay with "
              + base().name()
              + " for now: with "
              + name
              + " "
              + moves(contest)
              + ", which may be luck; --precision 2% plays until more is known.";
    };
  }

  private String moves(Contest contest) {
    int index = comparison.contests().indexOf(contest) + 1;
    Optional<Estimate.Value> from = base().goal().value();
    Optional<Estimate.Value> to = comparison.standings().get(index).goal().value();
    if (from.isEmpty() || to.isEmpty() || contest.goal().value().isEmpty()) {
      return goal() + " cannot be computed";
    }
    return goal()
        + " go"
        + (comparison.goal().isOdds() ? "" : "es")
        + " from "
        + value(from.get().estimate())
        + " to "
        + value(to.get().estimate())
        + " ("
        + difference(contest.goal())
        + ")";
  }

  private String value(double value) {
    return comparison.goal().isOdds()
        ? Figures.ofHundred(value) + " of 100"
        : (Figures.brief(value) + " " + unit()).strip();
  }

  private String unit() {
    return Figures.unit(comparison.goalUnit(), comparison.currency());
  }

  /** A difference of the goal with its error: +12 points, error +7 to +17. */
  String difference(Estimate estimate) {
    return difference(comparison.goalUnit(), estimate) + ", error " + error(estimate);
  }

  private String error(Estimate estimate) {
    return estimate
        .value()
        .map(v -> range(comparison.goalUnit(), v.interval()))
        .orElse(Figures.NONE);
  }

  /** A difference with its sign. */
  static String difference(KpiInfo.Unit unit, Estimate estimate) {
    return estimate.value().map(v -> signed(unit, v.estimate())).orElse(Figures.NONE);
  }

  /** A number with its sign; shares in percentage points. */
  static String signed(KpiInfo.Unit unit, double value) {
    String sign = value > 0 ? "+" : "";
    return unit == KpiInfo.Unit.SHARE
        ? sign + points(value) + " points"
        : sign + Figures.figure(unit, value);
  }

  private static String points(double share) {
    double points = share * 100;
    return Figures.fixed(points, Math.abs(points) >= 9.95 || points == 0 ? 0 : 1);
  }

  /** Both ends of the error of a difference. */
  static String range(KpiInfo.Unit unit, Interval interval) {
    String low = interval.low() > 0 ? "+" : "";
    String high = interval.high() > 0 ? "+" : "";
    return unit == KpiInfo.Unit.SHARE
        ? low + points(interval.low()) + " to " + high + points(interval.high())
        : low
            + Figures.figure(unit, interval.low())
            + " to "
            + high
            + Figures.figure(unit, interval.high());
  }

  /** A difference with its error behind it: +12 k (+7 k to +17 k). */
  static String withRange(KpiInfo.Unit unit, Estimate estimate) {
    return difference(unit, estimate)
        + estimate.value().map(v -> " (" + range(unit, v.interval()) + ")").orElse("");
  }

  /** Why there is no attribution, where somebody might miss it. */
  Optional<String> noAttribution() {
    return comparison.attribution().isBad() && comparison.best() != 0
        ? Optional.of(
            "What each change contributes is not computable, because "
                + comparison.attribution().reason()
                + ".")
        : Optional.empty();
  }

  /** How much was played, and why no more. */
  String size() {
    Comparison.Sampling sampling = comparison.sampling();
    return Figures.count(sampling.replications())
        + " replications each"
        + end(sampling.effort().rule(), sampling.end());
  }

  /** Why no more was played, in brackets; empty for a fixed number. */
  static String end(Effort.Rule rule, RunResult.End end) {
    return switch (end) {
      case STOPPED -> " (stopped early)";
      case PRECISE -> rule == Effort.Rule.PRECISE ? " (as precise as asked)" : " (enough to tell)";
      case ALL -> rule == Effort.Rule.FIXED ? "" : " (the most allowed)";
    };
  }

  /** How the errors allow for the looks. */
  String looks() {
    return switch (comparison.sampling().effort().rule()) {
      case FIXED -> "Errors are 95 % confidence intervals of a fixed number of replications.";
      case DECIDED ->
          "The run was looked at after 128, 256, … replications and ended when the goal was decided"
              + " or known to "
              + Figures.share(Effort.USUAL_TIGHT)
              + ", or mean bookings to "
              + Figures.share(Effort.USUAL_TIGHT_BOOKINGS)
              + "; every error is a repeated 95 % confidence interval, which holds whatever the"
              + " reason of the end (Jennison and Turnbull 1989).";
      case PRECISE ->
          "The run was looked at after 128, 256, … replications and ended when the error was short"
              + " enough; every error is computed at 96 % and holds 95 %.";
    };
  }

  /** What the difference of pipeline velocity is made of. */
  Optional<String> velocity(Contest contest) {
    KpiInfo.Unit unit = KpiInfo.Unit.MONEY_PER_DAY;
    return contest
        .velocity()
        .filter(parts -> parts.whole().orNaN() != 0)
        .map(
            parts ->
                "Pipeline velocity "
                    + withRange(unit, parts.whole())
                    + " "
                    + Figures.unit(unit, comparison.currency())
                    + ", of it by open deals "
                    + withRange(unit, parts.deals())
                    + ", win rate "
                    + withRange(unit, parts.winRate())
                    + ", deal size "
                    + withRange(unit, parts.size())
                    + ", cycle "
                    + withRange(unit, parts.cycle())
                    + ".");
  }

  /** Of 100 futures, in how many the alternative does better. */
  static String beats(Contest contest) {
    return contest
        .beats()
        .value()
        .map(
            v ->
                "better in "
                    + Figures.ofHundred(v.estimate())
                    + " of 100 futures (error "
                    + Figures.ofHundred(v.interval())
                    + ")"
                    + (contest.ties() == 0
                        ? ""
                        : ", the same in " + Figures.ofHundred(contest.ties())))
        .orElse("in how many futures it is better cannot be computed");
  }

  /** One change: path, from, to. */
  static String change(Change change) {
    return change.path()
        + ": "
        + change.from().map(ComparisonWords::text).orElse("nothing")
        + " → "
        + change.to().map(ComparisonWords::text).orElse("nothing");
  }

  static String text(Node node) {
    String text = node.isScalar() ? node.text() : Json.compact(node);
    return text.length() > 80 ? text.substring(0, 77) + "…" : text;
  }

  static String period(String name) {
    return name.equals(KpiLayout.HORIZON) ? "whole horizon" : name;
  }
}
