package io.salestwin.statistics.power;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many closed deals a test of time to close needs: power depends on events, not on deals
 * (Schoenfeld, Biometrika 68, 1981; Freedman, Statistics in Medicine 1, 1982).
 *
 * @param ratio the hazard ratio of treatment against control, above 0
 * @param share the share of units in the treatment arm, above 0 and below 1
 * @param demand level and power
 */
public record EventPlan(double ratio, double share, Demand demand) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public EventPlan {
    Refuse.unlessPositive("hr", ratio);
    Refuse.unlessInside("alloc", share);
  }

  /**
   * Schoenfeld's number of events: (z_a + z_b)² / (share (1 - share) ln² ratio).
   *
   * @return events in both arms, a real number; infinite at a ratio of 1
   */
  public double events() {
    double log = Math.log(ratio);
    return demand.squared() / (share * (1 - share) * log * log);
  }

  /**
   * Freedman's number of events: (z_a + z_b)² (1 + r ratio)² / (r (1 - ratio)²) with r = share / (1
   * - share).
   *
   * @return events in both arms, a real number; infinite at a ratio of 1
   */
  public double eventsFreedman() {
    double r = share / (1 - share);
    double sum = 1 + r * ratio;
    double difference = 1 - ratio;
    return demand.squared() * sum * sum / (r * difference * difference);
  }

  /**
   * The power by Schoenfeld's formula: Φ(√(d share (1 - share)) |ln ratio| - z_a).
   *
   * @param events d, events in both arms, at least 0
   * @return the power, to the side of the effect
   */
  public double power(double events) {
    return NORMAL.cumulativeProbability(
        Math.sqrt(events * share * (1 - share)) * Math.abs(Math.log(ratio)) - demand.zAlpha());
  }

  /**
   * The hazard ratio below 1 that is found with the demanded power: exp(-(z_a + z_b) / √(d share (1
   * - share))).
   *
   * @param events d, events in both arms, above 0
   * @return the ratio, below 1; its inverse is found as well
   */
  public double smallestRatio(double events) {
    return Math.exp(-(demand.zAlpha() + demand.zPower()) / Math.sqrt(events * share * (1 - share)));
  }

  /**
   * How many units are needed for Schoenfeld's events.
   *
   * @param control chance of an event in the control arm
   * @param treatment chance of an event in the treatment arm
   * @return units in both arms, a real number
   */
  public double units(double control, double treatment) {
    return events() / ((1 - share) * control + share * treatment);
  }

  /**
   * The chance that the event of a unit is seen when units enter evenly over a while and are then
   * followed on, with a constant hazard λ: 1 - (e^{-λf} - e^{-λ(a+f)}) / (λa).
   *
   * @param hazard λ, above 0
   * @param accrual a, how long units enter, at least 0, in the hazard's unit of time
   * @param followUp f, how long is waited after the last, at least 0
   * @return from 0 to 1
   */
  public static double chanceOfEvent(double hazard, double accrual, double followUp) {
    Refuse.unlessPositive("the hazard", hazard);
    if (!(accrual >= 0 && followUp >= 0)) {
      throw new IllegalArgumentException(
          "accrual is " + accrual + ", follow_up is " + followUp + "; give numbers of 0 or more");
    }
    double entering = hazard * accrual;
    double open = Math.exp(-hazard * followUp);
    return -Math.expm1(-hazard * followUp) + open * meanChance(entering);
  }

  /** 1 - (1 - e^-x) / x: the chance of an event within a time that is even from 0 to x. */
  private static double meanChance(double x) {
    if (x < 0.01) { // the series, as the difference would lose digits
      return x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6))));
    }
    return 1 + Math.expm1(-x) / x;
  }
}
