package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.planning.territory.Balance;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.planning.territory.TerritoryPlan.Change;
import io.salestwin.planning.territory.TerritoryPlan.Holding;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import io.salestwin.planning.territory.TerritoryPlan.TierPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan of territories for programs. */
final class TerritorySummary {

  private static final double CENTS = 100;

  private TerritorySummary() {}

  static Map<String, Object> of(TerritoryReport report) {
    TerritoryPlan plan = report.plan();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", report.name());
    out.put("advice", report.words().advice());
    out.put("seed", plan.seed());
    out.put("searchStopped", plan.isCutShort());
    out.put("currency", report.currency());
    out.put("accounts", plan.accounts().size());
    out.put("leftOut", plan.files().badRowCount());
    out.put("moves", plan.count(Change.MOVES));
    out.put("assigned", plan.count(Change.ASSIGNED));
    out.put("movedPotential", plan.movedPotential());
    out.put("withinRules", plan.isWithinRules());
    out.put("obstacles", plan.obstacles());
    out.put("load", plan.load());
    out.put("band", List.of(plan.leastLoad(), plan.mostLoad()));
    out.put("potential", both(plan.potentialBefore(), plan.potentialAfter()));
    out.put("work", both(plan.workBefore(), plan.workAfter()));
    out.put("outOfPlace", pair(plan.away(false), plan.away(true)));
    out.put("meanKm", pair(Summary.finite(plan.meanKm(false)), Summary.finite(plan.meanKm(true))));
    out.put("thresholds", report.rules().stream().map(TerritorySummary::rule).toList());
    out.put(
        "scenarioThresholds",
        report.thresholds().stream()
            .map(rule -> Summary.threshold(rule, report.currency()))
            .toList());
    out.put("tiers", plan.tiers().stream().map(TerritorySummary::tier).toList());
    out.put("territories", plan.territories().stream().map(TerritorySummary::territory).toList());
    out.put("moveList", plan.moves().stream().map(placed -> move(plan, placed)).toList());
    out.put(
        "fairness",
        report.fairness().map(f -> (Object) fairness(f, report.currency())).orElse(null));
    out.put("columns", new LinkedHashMap<>(plan.files().columns()));
    out.put("columnsNotUsed", plan.files().unused());
    out.put("notes", report.words().notes());
    out.put("warnings", report.warnings().stream().map(Problem::toString).toList());
    out.put("provenance", new LinkedHashMap<>(report.provenance()));
    return out;
  }

  private static Map<String, Object> pair(Object before, Object after) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("before", before);
    out.put("after", after);
    return out;
  }

  private static Map<String, Object> both(Balance before, Balance after) {
    return pair(balance(before), balance(after));
  }

  private static Map<String, Object> balance(Balance balance) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("gini", Summary.finite(balance.gini()));
    out.put("cv", Summary.finite(balance.cv()));
    out.put("maxToMin", Summary.finite(balance.maxToMin()));
    out.put("largest", Summary.finite(balance.largest()));
    out.put("smallest", Summary.finite(balance.smallest()));
    return out;
  }

  private static Map<String, Object> rule(PlanRule.Judged judged) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", judged.rule().text());
    out.put("actual", Summary.finite(judged.actual()));
    out.put("met", judged.isMet());
    return out;
  }

  private static Map<String, Object> tier(TierPart tier) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("tier", tier.tier().name());
    out.put("accounts", tier.accounts());
    out.put("potential", tier.potential());
    out.put("hours", tier.hours());
    return out;
  }

  private static Map<String, Object> territory(Outcome outcome) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", outcome.patch().name());
    out.put("reps", outcome.patch().reps());
    out.put("capacityHours", outcome.patch().capacityHours());
    out.put("before", holding(outcome.before()));
    out.put("after", holding(outcome.after()));
    out.put("comes", outcome.comes());
    out.put("goes", outcome.goes());
    return out;
  }

  private static Map<String, Object> holding(Holding holding) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("accounts", holding.accounts());
    out.put("potential", holding.potential());
    out.put("fairShare", holding.fairShare());
    out.put("hours", holding.hours());
    out.put("load", holding.load());
    out.put("outOfPlace", holding.away());
    out.put("meanKm", Summary.finite(holding.meanKm()));
    return out;
  }

  private static Map<String, Object> move(TerritoryPlan plan, Placed placed) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", placed.account().id());
    out.put("name", placed.account().name());
    out.put("from", plan.territories().get(placed.account().patch()).patch().name());
    out.put("to", plan.territories().get(placed.patch()).patch().name());
    out.put("potential", placed.account().potentialCents() / CENTS);
    out.put("reason", placed.reason());
    out.put("worth", placed.worth());
    return out;
  }

  private static Map<String, Object> fairness(Fairness fairness, String currency) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("role", fairness.role());
    out.put("yardstick", fairness.isQuota() ? "quota" : "equal part of the expected bookings");
    out.put("seed", fairness.seed());
    out.put("replications", fairness.replications());
    out.put("end", ComparisonSummary.word(fairness.end()));
    out.put("endRule", ComparisonSummary.word(fairness.effort().rule()));
    out.put("spreadBefore", Summary.figure("fraction", fairness.spreadBefore()));
    out.put("spreadAfter", Summary.figure("fraction", fairness.spreadAfter()));
    out.put("spreadDifference", Summary.figure("fraction", fairness.spreadDifference()));
    out.put("reachedBefore", Summary.figure("fraction", fairness.reachedBefore()));
    out.put("reachedAfter", Summary.figure("fraction", fairness.reachedAfter()));
    out.put("bookingsBefore", Summary.figure(currency, fairness.bookingsBefore()));
    out.put("bookingsAfter", Summary.figure(currency, fairness.bookingsAfter()));
    out.put("bookingsDifference", Summary.figure(currency, fairness.bookingsDifference()));
    out.put("territories", fairness.territories().stream().map(TerritorySummary::place).toList());
    return out;
  }

  private static Map<String, Object> place(Fairness.Place place) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", place.name());
    out.put("attainmentBefore", Summary.figure("fraction", place.attainmentBefore()));
    out.put("attainmentAfter", Summary.figure("fraction", place.attainmentAfter()));
    out.put("oddsBefore", Summary.figure("fraction", place.oddsBefore()));
    out.put("oddsAfter", Summary.figure("fraction", place.oddsAfter()));
    return out;
  }
}
