package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.staffing.StaffingPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A staffing plan for people and for files.
 *
 * @param answer the plan
 * @param warnings what the check of the scenario found
 * @param provenance where the figures come from, name and text in the order of showing
 */
public record StaffingReport(
    StaffingPlan answer, List<Problem> warnings, Map<String, String> provenance) implements Answer {

  /** Copies the list and the map, whose order is kept. */
  public StaffingReport {
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  @Override
  public String name() {
    return answer.question().scenario().name() + "-staff";
  }

  @Override
  public String text(TextStyle style) {
    return new StaffingText(answer, style).text();
  }

  @Override
  public String json() {
    return Json.write(StaffingSummary.of(this));
  }

  @Override
  public String html() {
    return StaffingPage.of(this);
  }

  @Override
  public Map<String, String> tables() {
    return Map.of("plans.csv", StaffingCsv.of(answer));
  }

  @Override
  public List<Chart> charts() {
    return StaffingChart.of(answer).stream().toList();
  }

  @Override
  public boolean thresholdsMet() {
    return answer.isReached();
  }
}
