package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.Comparison;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison for people and for files.
 *
 * @param comparison the answer
 * @param warnings what the check of the scenarios found
 * @param provenance where the figures come from, name and text in the order of showing
 */
public record ComparisonReport(
    Comparison comparison, List<Problem> warnings, Map<String, String> provenance)
    implements Answer {

  /** Copies the list and the map, whose order is kept. */
  public ComparisonReport {
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  @Override
  public String name() {
    return comparison.scenario() + "-compare";
  }

  @Override
  public String text(TextStyle style) {
    return new ComparisonText(comparison, style).text();
  }

  @Override
  public String json() {
    return Json.write(ComparisonSummary.of(this));
  }

  @Override
  public String html() {
    return ComparisonPage.of(this);
  }

  @Override
  public Map<String, String> tables() {
    return Map.of("kpis.csv", ComparisonCsv.of(comparison));
  }

  @Override
  public List<Chart> charts() {
    return comparison.attribution().isBad() ? List.of() : new AttributionWords(comparison).charts();
  }

  @Override
  public boolean thresholdsMet() {
    return comparison.thresholdsMet();
  }
}
