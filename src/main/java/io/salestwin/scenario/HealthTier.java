package io.salestwin.scenario;

import java.util.List;

/**
 * One tier of the health score: what is looked at, and how much it counts.
 *
 * @param name what it is called
 * @param weight its share of the score; the weights of all tiers sum to 1
 * @param measures what is looked at, at least one
 */
public record HealthTier(String name, double weight, List<Measure> measures) {

  /** Copies the list. */
  public HealthTier {
    measures = List.copyOf(measures);
  }

  /**
   * A KPI with the range in which it is scored.
   *
   * @param figure the KPI as {@code kpi} or {@code kpi.member}
   * @param floor where it scores 0, in units of the KPI
   * @param target where it scores 100; below the floor where less is better
   */
  public record Measure(String figure, double floor, double target) {}
}
