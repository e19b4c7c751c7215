package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.StressTest;
import io.salestwin.run.ThresholdResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stress test for people and for files.
 *
 * @param test the answer
 * @param warnings what the check of the scenario found
 * @param provenance where the figures come from, name and text in the order of showing
 */
public record StressReport(StressTest test, List<Problem> warnings, Map<String, String> provenance)
    implements Answer {

  /** Copies the list and the map, whose order is kept. */
  public StressReport {
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  @Override
  public String name() {
    return test.scenario() + "-stress";
  }

  @Override
  public String text(TextStyle style) {
    return new StressText(test, style).text();
  }

  @Override
  public String json() {
    return Json.write(StressSummary.of(this));
  }

  @Override
  public String html() {
    return StressPage.of(this);
  }

  @Override
  public Map<String, String> tables() {
    return Map.of("points.csv", StressCsv.of(test));
  }

  @Override
  public List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    test.tornado()
        .filter(t -> t.bars().stream().anyMatch(b -> b.size() > 0))
        .ifPresent(t -> charts.add(StressCharts.tornado(t)));
    if (!test.shocks().isEmpty()) {
      charts.add(StressCharts.shocks(test));
    }
    return List.copyOf(charts);
  }

  @Override
  public boolean thresholdsMet() {
    return test.thresholds().stream().allMatch(t -> t.outcome() == ThresholdResult.Outcome.MET);
  }
}
