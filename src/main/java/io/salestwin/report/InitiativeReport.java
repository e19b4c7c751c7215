package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.InitiativeReview;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What initiatives bring, for people and for files.
 *
 * @param review the answer
 * @param warnings what the check of the scenario found
 * @param provenance where the figures come from, name and text in the order of showing
 */
public record InitiativeReport(
    InitiativeReview review, List<Problem> warnings, Map<String, String> provenance)
    implements Answer {

  /** Copies the list and the map, whose order is kept. */
  public InitiativeReport {
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  @Override
  public String name() {
    return review.scenario() + "-roi";
  }

  @Override
  public String text(TextStyle style) {
    return new InitiativeText(review, style).text();
  }

  @Override
  public String json() {
    return Json.write(InitiativeSummary.of(this));
  }

  @Override
  public String html() {
    return InitiativePage.of(this);
  }

  @Override
  public Map<String, String> tables() {
    return Map.of("initiatives.csv", InitiativeCsv.of(review));
  }

  @Override
  public List<Chart> charts() {
    return InitiativeCharts.of(review);
  }

  @Override
  public boolean thresholdsMet() {
    return review.thresholdsMet();
  }
}
