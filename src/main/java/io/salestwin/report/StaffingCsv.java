package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every plan of a staffing question, one to a line. What is not known is an empty cell; texts that
 * a spreadsheet would take for a formula get an apostrophe before them.
 */
final class StaffingCsv {

  private static final double CENTS = 100;

  private StaffingCsv() {}

  static String of(StaffingPlan answer) {
    List<String> header = new ArrayList<>();
    answer.question().varied().forEach(vary -> header.add(KpiCsv.text(vary.name())));
    header.addAll(
        List.of(
            "cost",
            "reaches_goal",
            "replications",
            "odds",
            "error_low",
            "error_high",
            "checked_odds",
            "checked_low",
            "checked_high",
            "sets"));
    StringBuilder out = new StringBuilder(String.join(",", header)).append('\n');
    for (int i = 0; i < answer.plans().size(); i++) {
      out.append(row(answer, i)).append('\n');
    }
    return out.toString();
  }

  private static String row(StaffingPlan answer, int index) {
    Tried tried = answer.plans().get(index);
    List<String> cells = new ArrayList<>();
    tried.plan().values().forEach(value -> cells.add(value.toString()));
    cells.add(number(tried.plan().costCents() / CENTS));
    cells.add(StaffingSummary.word(tried.answer()));
    cells.add(Integer.toString(tried.replications()));
    cells.add(number(tried.odds()));
    boolean played = tried.replications() > 0;
    cells.add(played ? number(tried.error().low()) : "");
    cells.add(played ? number(tried.error().high()) : "");
    Optional<Estimate.Value> checked =
        answer.frontier().stream()
            .filter(point -> point.plan() == index)
            .map(Point::odds)
            .findFirst()
            .flatMap(Estimate::value);
    cells.add(checked.map(v -> number(v.estimate())).orElse(""));
    cells.add(checked.map(v -> number(v.interval().low())).orElse(""));
    cells.add(checked.map(v -> number(v.interval().high())).orElse(""));
    cells.add(KpiCsv.text(String.join("; ", tried.plan().sets())));
    return String.join(",", cells);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }
}
