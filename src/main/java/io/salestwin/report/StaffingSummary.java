package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Marginal;
import io.salestwin.planning.staffing.StaffingPlan.Measured;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Step;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import io.salestwin.planning.staffing.StaffingQuestion;
import io.salestwin.planning.staffing.Vary;
import io.salestwin.statistics.selection.ChanceTest.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A staffing plan as the values of {@code summary.json}. */
final class StaffingSummary {

  private static final double CENTS = 100;

  private final StaffingPlan answer;
  private final StaffingQuestion question;
  private final String bookings;

  private StaffingSummary(StaffingPlan answer) {
    this.answer = answer;
    question = answer.question();
    bookings =
        Summary.unit(
            Figures.unitOf(question.scenario().targets().basis()), question.scenario().currency());
  }

  static Map<String, Object> of(StaffingReport report) {
    return new StaffingSummary(report.answer()).all(report);
  }

  /** Whether a plan reaches the goal, in one word. */
  static String word(Decision answer) {
    return switch (answer) {
      case YES -> "yes";
      case NO -> "no";
      case OPEN -> "unknown";
    };
  }

  private Map<String, Object> all(StaffingReport report) {
    StaffingWords words = new StaffingWords(answer);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("advice", words.advice());
    out.put("guarantee", words.guarantee());
    out.put("scenario", question.scenario().name());
    out.put("currency", question.scenario().currency());
    out.put("seed", question.sampling().seed());
    out.put("goal", question.goal().text());
    out.put("odds", question.goal().odds());
    out.put("zone", question.sampling().zone());
    out.put("confidence", 1 - question.sampling().risk());
    out.put("costTolerance", question.toleranceCents() / CENTS);
    out.put("reached", answer.isReached());
    out.put("stopped", answer.stopped());
    out.put("undecided", answer.open());
    out.put("searchReplications", answer.searched());
    out.put("furtherReplications", answer.played());
    out.put("varied", question.varied().stream().map(Vary::name).toList());
    out.put("today", measured(answer.today()));
    out.put("plan", answer.found().map(this::plan).orElse(null));
    out.put("atUpperEnd", answer.atLimit().stream().map(Vary::name).toList());
    out.put("frontier", answer.frontier().stream().map(this::point).toList());
    out.put("oneMore", answer.oneMore().stream().map(this::change).toList());
    out.put("monthLater", answer.later().stream().map(this::change).toList());
    out.put("plans", answer.plans().stream().map(StaffingSummary::tried).toList());
    out.put("warnings", report.warnings().stream().map(Problem::toString).toList());
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private Map<String, Object> measured(Measured measured) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("cost", measured.costCents() / CENTS);
    out.put("costOfRamping", measured.rampingCents() / CENTS);
    out.put("odds", Summary.figure("fraction", measured.odds()));
    out.put("bookings", Summary.figure(bookings, measured.bookings()));
    return out;
  }

  private Map<String, Object> plan(Measured measured) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("values", answer.plans().get(answer.best()).plan().values());
    out.put("sets", answer.plans().get(answer.best()).plan().sets());
    out.put("steps", answer.steps().stream().map(StaffingSummary::step).toList());
    out.putAll(measured(measured));
    return out;
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("role", step.role());
    out.put("territory", step.territory().isEmpty() ? null : step.territory());
    out.put("more", step.more());
    out.put("on", step.on().map(Object::toString).orElse(null));
    return out;
  }

  private Map<String, Object> point(Point point) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("values", answer.plans().get(point.plan()).plan().values());
    out.put("cost", answer.plans().get(point.plan()).plan().costCents() / CENTS);
    out.put("odds", Summary.figure("fraction", point.odds()));
    return out;
  }

  private Map<String, Object> change(Marginal change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", change.name());
    out.put("cost", change.costCents() / CENTS);
    out.put("odds", Summary.figure("fraction", change.odds()));
    out.put("bookings", Summary.figure(bookings, change.bookings()));
    out.put("sets", change.sets());
    return out;
  }

  private static Map<String, Object> tried(Tried tried) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("values", tried.plan().values());
    out.put("cost", tried.plan().costCents() / CENTS);
    out.put("reachesGoal", word(tried.answer()));
    out.put("replications", tried.replications());
    out.put("odds", Summary.finite(tried.odds()));
    out.put("error", List.of(tried.error().low(), tried.error().high()));
    return out;
  }
}
