package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.run.ThresholdResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of territories for people and for files.
 *
 * @param name what it is about, such as the name of the file of accounts
 * @param plan the plan
 * @param fairness what playing a scenario under it showed; empty when none was played
 * @param rules the rules with what came out, in the order given
 * @param currency ISO 4217 code of the potential; empty when not known
 * @param warnings what the check of the scenario found
 * @param provenance where the figures come from, name and text in the order of showing
 */
public record TerritoryReport(
    String name,
    TerritoryPlan plan,
    Optional<Fairness> fairness,
    List<PlanRule.Judged> rules,
    String currency,
    List<Problem> warnings,
    Map<String, String> provenance)
    implements Answer {

  /** Copies the lists and the map, whose order is kept. */
  public TerritoryReport {
    rules = List.copyOf(rules);
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  @Override
  public String text(TextStyle style) {
    return new TerritoryText(this, style).text();
  }

  @Override
  public String json() {
    return Json.write(TerritorySummary.of(this));
  }

  @Override
  public String html() {
    return TerritoryPage.of(this);
  }

  @Override
  public Map<String, String> tables() {
    return TerritoryTables.of(plan);
  }

  @Override
  public List<Chart> charts() {
    return TerritoryCharts.of(this);
  }

  /**
   * Whether every rule of the plan and, where it was played, of the scenario is met and every
   * territory is within its band.
   */
  @Override
  public boolean thresholdsMet() {
    return plan.isWithinRules()
        && rules.stream().allMatch(PlanRule.Judged::isMet)
        && thresholds().stream().allMatch(t -> t.outcome() == ThresholdResult.Outcome.MET);
  }

  /** The rules of the scenario under the plan; none where it was not played. */
  List<ThresholdResult> thresholds() {
    return fairness.map(Fairness::thresholds).orElse(List.of());
  }

  TerritoryWords words() {
    return new TerritoryWords(plan, currency);
  }
}
