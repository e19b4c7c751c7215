package io.salestwin.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people want of the organisation beside its targets and quotas. Nothing of it is played; only
 * {@code check} reads it, and tells where these wishes contradict each other or the scenario.
 *
 * @param dealSizeCents annual value wanted of the mean deal, in cents
 * @param winRate share of the pipeline that is to be won, 0 to 1
 * @param advance chance to advance that is wanted, by the stage's index
 * @param cycle how the cycle is to become shorter
 * @param acquisition what winning a customer may cost
 * @param roles what each rep of a role is to bring
 */
public record Plan(
    Optional<Long> dealSizeCents,
    Optional<Double> winRate,
    Map<Integer, Double> advance,
    Optional<Cycle> cycle,
    Optional<Acquisition> acquisition,
    List<OfRole> roles) {

  /** Copies the collections. */
  public Plan {
    advance = Collections.unmodifiableMap(new LinkedHashMap<>(advance));
    roles = List.copyOf(roles);
  }

  /**
   * A shorter cycle.
   *
   * @param fromMs what it is, in milliseconds, above 0
   * @param toMs what it is to be, in milliseconds, above 0
   * @param gain what is said to be gained; 0.22 is 22 % more
   */
  public record Cycle(long fromMs, long toMs, Optional<Double> gain) {}

  /**
   * What winning a customer may cost.
   *
   * @param cost share of the first year's contract value
   * @param paybackMonths months of gross margin within which it is to come back, above 0
   */
  public record Acquisition(double cost, double paybackMonths) {}

  /**
   * What each rep of a role is to bring.
   *
   * @param role the role's index
   * @param visits leads that are to enter a stage in a month, by the stage's index
   * @param handsOn leads to be handed on to the next role in a month
   * @param deals deals to be won in a quarter
   * @param pipelineCents pipeline to be created in a quarter, in cents
   * @param revenueCents annual contract value to be won in a year, in cents
   */
  public record OfRole(
      int role,
      Map<Integer, Double> visits,
      Optional<Double> handsOn,
      Optional<Double> deals,
      Optional<Long> pipelineCents,
      Optional<Long> revenueCents) {

    /** Copies the map. */
    public OfRole {
      visits = Collections.unmodifiableMap(new LinkedHashMap<>(visits));
    }
  }
}
