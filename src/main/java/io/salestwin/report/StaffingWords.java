package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.staffing.StaffPlan;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Marginal;
import io.salestwin.planning.staffing.StaffingPlan.Measured;
import io.salestwin.planning.staffing.StaffingPlan.Step;
import io.salestwin.planning.staffing.StaffingQuestion;
import io.salestwin.planning.staffing.Vary;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.selection.ChanceTest.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Sentences about a staffing plan. */
final class StaffingWords {

  private static final double CENTS = 100;

  private final StaffingPlan answer;
  private final StaffingQuestion question;

  StaffingWords(StaffingPlan answer) {
    this.answer = answer;
    question = answer.question();
  }

  /** The one sentence that says what to do. */
  String advice() {
    if (answer.isReached()) {
      return steps()
          + ": with "
          + plan(answer.chosen())
          + " this is the cheapest of "
          + plans()
          + " that reaches "
          + question.goal().text()
          + (answer.open() > 0 ? " as far as is known" : "")
          + "; it costs "
          + money(found().costCents())
          + ", "
          + against(found().costCents() - answer.today().costCents())
          + ", and "
          + odds()
          + ".";
    }
    if (answer.best() < 0) {
      return "There is no answer yet: it was stopped before any plan was known to reach "
          + question.goal().text()
          + "; "
          + ruledOut()
          + " of "
          + plans()
          + " are ruled out."
          + likeliest();
    }
    return "None of "
        + plans()
        + " reaches "
        + question.goal().text()
        + ": the best that was found is "
        + plan(answer.best())
        + ", where "
        + odds()
        + ", for "
        + money(found().costCents())
        + "."
        + limits();
  }

  /** When it was stopped before any plan was known to reach the goal: the one that seems to. */
  private String likeliest() {
    return IntStream.range(0, answer.plans().size())
        .filter(i -> answer.plans().get(i).answer() == Decision.OPEN)
        .filter(i -> answer.plans().get(i).odds() >= question.goal().odds())
        .boxed()
        .max(Comparator.comparingInt(i -> answer.plans().get(i).replications()))
        .map(
            i ->
                " Most was played of "
                    + plan(i)
                    + ": "
                    + reached(answer.plans().get(i).odds(), answer.plans().get(i).error())
                    + " so far.")
        .orElse("");
  }

  private Measured found() {
    return answer.found().orElseThrow();
  }

  private String plans() {
    int n = answer.plans().size();
    return Figures.count(n) + (n == 1 ? " plan" : " plans");
  }

  private long ruledOut() {
    return answer.plans().stream().filter(p -> p.answer() == Decision.NO).count();
  }

  /** The odds of the best plan; when it was stopped before it could be checked, by the search. */
  private String odds() {
    return found()
        .odds()
        .value()
        .map(v -> reached(v.estimate(), v.interval()))
        .orElseGet(
            () -> {
              StaffingPlan.Tried tried = answer.plans().get(answer.best());
              return tried.replications() == 0
                  ? "its odds are not known yet"
                  : reached(tried.odds(), tried.error()) + " of the search";
            });
  }

  private static String reached(double odds, Interval error) {
    return "the goal is reached in "
        + Figures.ofHundred(odds)
        + " of 100 futures (error "
        + Figures.ofHundred(error)
        + ")";
  }

  private String steps() {
    List<String> parts = new ArrayList<>();
    for (Step step : answer.steps()) {
      String who = step.role() + (step.territory().isEmpty() ? "" : " in " + step.territory());
      parts.add(
          step.on().isPresent()
              ? "hire " + step.more() + " " + who + " on " + step.on().get()
              : step.more() > 0
                  ? "have " + step.more() + " " + who + " more"
                  : "do with " + -step.more() + " " + who + " fewer");
    }
    if (parts.isEmpty()) {
      return "Keep the staff as it is";
    }
    String all = listed(parts);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
  }

  private static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** A plan by its numbers: 14 AE, 6 SDR and 2 AE hired on 2027-03-01; hires of nobody are none. */
  String plan(int index) {
    StaffPlan plan = answer.plans().get(index).plan();
    List<String> parts = new ArrayList<>();
    for (int v = 0; v < plan.values().size(); v++) {
      Vary vary = question.varied().get(v);
      if (vary.kind() != Vary.Kind.HIRES || plan.values().get(v) > 0) {
        parts.add(plan.values().get(v) + " " + vary.name());
      }
    }
    return parts.isEmpty() ? "no hires" : listed(parts);
  }

  /** Which ends of the ranges hold the plans back: those where one more adds odds. */
  String limits() {
    List<String> binding =
        answer.atLimit().stream()
            .filter(vary -> addsOdds(vary))
            .map(vary -> vary.name() + " (" + last(vary) + ")")
            .toList();
    if (!binding.isEmpty()) {
      return " The upper end of the range holds it back for " + listed(binding) + ": go beyond it.";
    }
    return answer.oneMore().stream().anyMatch(StaffingWords::addsOdds)
        ? ""
        : " One more rep of any role adds nothing that can be told from luck: it is not the staff that"
            + " is short.";
  }

  private static int last(Vary vary) {
    return vary.values().get(vary.values().size() - 1);
  }

  private boolean addsOdds(Vary vary) {
    return answer.oneMore().stream()
        .filter(
            more -> more.name().equals(vary.role()) || more.name().startsWith(vary.role() + " in "))
        .filter(
            more -> vary.territory().isEmpty() || more.name().endsWith(" in " + vary.territory()))
        .anyMatch(StaffingWords::addsOdds);
  }

  private static boolean addsOdds(Marginal more) {
    return more.odds().value().filter(v -> v.interval().low() > 0).isPresent();
  }

  private String against(long difference) {
    return difference == 0
        ? "as much as today"
        : money(Math.abs(difference)) + (difference > 0 ? " more" : " less") + " than today";
  }

  String money(long cents) {
    return Figures.brief(cents / CENTS) + " " + question.scenario().currency();
  }

  /** What the search promises. */
  String guarantee() {
    String sure = "With " + Figures.share(1 - question.sampling().risk()) + " confidence ";
    double odds = question.goal().odds();
    double zone = question.sampling().zone();
    String none = " has odds of " + points(odds + zone) + " or more";
    String left =
        answer.open() == 0
            ? ""
            : " This says nothing of "
                + answer.open()
                + (answer.open() == 1 ? " plan that is" : " plans that are")
                + " not decided"
                + (answer.stopped() ? ", as it was stopped." : " within the limit.");
    if (answer.isReached()) {
      return sure
          + "its true odds are above "
          + points(odds - zone)
          + ", and no plan that is cheaper by "
          + money(question.toleranceCents())
          + " (one "
          + question.cheapest().name()
          + " for a quarter) or more"
          + none
          + "."
          + left;
    }
    return answer.open() == answer.plans().size()
        ? "Nothing is known of any plan yet."
        : sure + "no plan" + none + "." + left;
  }

  private static String points(double share) {
    return Figures.fixed(share * 100, Math.abs(share * 1000 % 10) < 1e-6 ? 0 : 1) + " %";
  }

  /** How much was played. */
  String size() {
    return plans()
        + " · "
        + Figures.count(answer.searched())
        + " replications for the search, "
        + Figures.count(answer.played())
        + " beside it · seed "
        + question.sampling().seed()
        + (answer.stopped() ? " · stopped early" : "");
  }

  /** What the costs are. */
  String costs() {
    return "Costs are the salaries of all roles from "
        + question.scenario().start()
        + " to "
        + question.scenario().end().minusDays(1)
        + " and variable pay at quota; a seat counts from its first day, whether its rep is new or"
        + " gone."
        + (answer.found().isPresent() && found().rampingCents() > 0
            ? " Of the plan's, "
                + money(found().rampingCents())
                + " pay for speed that new reps do not have yet."
            : "");
  }

  /** What a change does. */
  String change(Marginal change) {
    KpiInfo.Unit bookings = Figures.unitOf(question.scenario().targets().basis());
    return "odds "
        + difference(KpiInfo.Unit.SHARE, change.odds())
        + ", bookings "
        + difference(bookings, change.bookings())
        + unit()
        + cost(change.costCents());
  }

  private String cost(long cents) {
    return cents == 0 ? "" : cents > 0 ? "; costs " + money(cents) : "; saves " + money(-cents);
  }

  private String unit() {
    Scenario.Basis basis = question.scenario().targets().basis();
    return basis == Scenario.Basis.COUNT ? " deals" : " " + question.scenario().currency();
  }

  /** A difference with its error: +3.1 points (+2.2 to +4). */
  static String difference(KpiInfo.Unit unit, Estimate estimate) {
    return estimate
        .value()
        .map(v -> signed(unit, v.estimate()) + " (" + range(unit, v.interval()) + ")")
        .orElse(Figures.NONE);
  }

  private static String signed(KpiInfo.Unit unit, double value) {
    return unit == KpiInfo.Unit.SHARE
        ? plain(unit, value) + (Math.abs(value) == 0.01 ? " point" : " points")
        : plain(unit, value);
  }

  private static String plain(KpiInfo.Unit unit, double value) {
    String number =
        unit == KpiInfo.Unit.SHARE ? Figures.fixed(value * 100, 1) : Figures.brief(value);
    return value > 0 && !number.startsWith("+") ? "+" + number : number;
  }

  private static String range(KpiInfo.Unit unit, Interval interval) {
    return plain(unit, interval.low()) + " to " + plain(unit, interval.high());
  }
}
