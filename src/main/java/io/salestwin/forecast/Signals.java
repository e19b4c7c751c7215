package io.salestwin.forecast;

import io.salestwin.statistics.Estimate;
import java.util.List;

/**
 * What people would watch: the health score, and alerts with their worth as warnings.
 *
 * @param health the health score by period, the whole horizon last; empty without a score
 * @param alerts the alerts by rule and period; empty without alerts
 */
public record Signals(List<HealthOutlook> health, List<AlertOutlook> alerts) {

  /** Nothing is watched. */
  public static final Signals NONE = new Signals(List.of(), List.of());

  /** Copies the lists. */
  public Signals {
    health = List.copyOf(health);
    alerts = List.copyOf(alerts);
  }

  /**
   * The health score of one period.
   *
   * @param period name of the period; {@code horizon} for the mean over the periods
   * @param score mean score, 0 to 100
   * @param tiers its tiers
   */
  public record HealthOutlook(String period, Estimate score, List<TierOutlook> tiers) {
    /** Copies the list. */
    public HealthOutlook {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * One tier of the health score.
   *
   * @param name what it is called
   * @param weight its share of the score
   * @param score mean score, 0 to 100
   * @param measures the KPIs in it
   */
  public record TierOutlook(
      String name, double weight, Estimate score, List<MeasureOutlook> measures) {
    /** Copies the list. */
    public TierOutlook {
      measures = List.copyOf(measures);
    }
  }

  /**
   * One KPI of a tier.
   *
   * @param figure the KPI as {@code kpi} or {@code kpi.member}
   * @param floor where it scores 0
   * @param target where it scores 100
   * @param score mean score, 0 to 100
   */
  public record MeasureOutlook(String figure, double floor, double target, Estimate score) {}

  /**
   * One alert in one period.
   *
   * @param rule as written
   * @param period name of the period
   * @param fired share of the replications in which it fires in the period
   * @param weeksEarly median number of weeks from the alert to the end of the period, over the
   *     replications in which it fires and the target is missed (in which it fires, where there is
   *     no target); NaN when there are none
   * @param precision of the replications in which it fires, how many miss the target
   * @param recall of the replications that miss the target, in how many it fires
   * @param falseAlarms of the replications that reach the target, in how many it fires
   */
  public record AlertOutlook(
      String rule,
      String period,
      Estimate fired,
      double weeksEarly,
      Estimate precision,
      Estimate recall,
      Estimate falseAlarms) {}
}
