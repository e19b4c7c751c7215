package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.scenario.HealthTier.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is watched: the health score and the alerts. */
final class SignalReader {

  /**
   * Four tiers weighted 25, 30, 25 and 20 %. Targets of the source documents: a lead becomes
   * qualified in more than 25 % (industry 20 to 30 %), a cycle under 45 days (90 for enterprise),
   * 30 % won, payback under 12 months, all of the quota, coverage of 3 (2 to 3 in the mid-market).
   * Floors without one there: half of the usual win rate and of the quota, payback of 24 months
   * (lowest quarter of firms, 2025), a pipeline that shrinks by a fifth [assumptions].
   */
  private static final String STANDARD =
      """
      flow: {weight: 25%, kpis: {opportunity_rate: {floor: 15%, target: 25%}, cycle: {floor: 90, target: 45}}}
      conversion: {weight: 30%, kpis: {win_rate: {floor: 15%, target: 30%}}}
      efficiency: {weight: 25%, kpis: {payback_months: {floor: 24, target: 12}, quota_attainment: {floor: 50%, target: 100%}}}
      outlook: {weight: 20%, kpis: {coverage: {floor: 2, target: 3}, pipeline_balance: {floor: 0.8, target: 1}}}
      """;

  private final Reading reading;

  SignalReader(Reading reading) {
    this.reading = reading;
  }

  List<HealthTier> health(Part root) {
    Node given = root.given("health").orElse(null);
    if (given == null) {
      return List.of();
    }
    if (given.isScalar()) {
      root.word("health");
      Node standard = Node.parse(STANDARD, "standard health score").value();
      Map<String, Part> parts = new LinkedHashMap<>();
      standard
          .keys()
          .forEach(name -> parts.put(name, reading.part(standard.get(name), SignalFormat.TIER)));
      return tiers(parts, given);
    }
    return tiers(root.memberParts("health"), given);
  }

  private List<HealthTier> tiers(Map<String, Part> parts, Node at) {
    List<HealthTier> tiers = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          reading.memberName(part.node(), name, "tier");
          tiers.add(new HealthTier(name, part.number("weight"), measures(part)));
        });
    if (tiers.isEmpty()) {
      reading.problems().error(at, "there is no tier", "add one, or write health: standard");
      return tiers;
    }
    List<Double> weights =
        reading.shares(
            at, tiers.stream().map(HealthTier::weight).toList(), "the weights of the tiers");
    List<HealthTier> weighted = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      weighted.add(new HealthTier(tiers.get(i).name(), weights.get(i), tiers.get(i).measures()));
    }
    return weighted;
  }

  private List<Measure> measures(Part tier) {
    List<Measure> measures = new ArrayList<>();
    tier.memberParts("kpis")
        .forEach(
            (figure, part) -> {
              double floor = bound(part, "floor");
              double target = bound(part, "target");
              if (floor == target && part.has("floor") && part.has("target")) {
                part.error("floor and target are the same", "give the range between bad and good");
              }
              measures.add(new Measure(figure, floor, target));
            });
    if (measures.isEmpty() && tier.has("kpis")) {
      tier.error("kpis", "there is no KPI", "add one; the command kpis lists them");
    }
    return measures;
  }

  private double bound(Part part, String key) {
    return part.given(key)
        .map(node -> reading.take(node, Threshold.bound(reading.text(node, "a figure")), 0.0))
        .orElse(0.0);
  }

  List<AlertRule> alerts(Part root) {
    List<AlertRule> alerts = new ArrayList<>();
    for (Node node : root.items("alerts")) {
      Parsed<AlertRule> rule = AlertRule.parse(reading.text(node, "a rule"));
      if (rule.isBad()) {
        reading.problems().error(node, rule.reason(), rule.advice());
      } else if (alerts.contains(rule.value())) {
        reading.problems().error(node, "the alert is there twice", "remove one");
      } else {
        alerts.add(rule.value());
      }
    }
    return alerts;
  }
}
