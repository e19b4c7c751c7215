package io.salestwin.planning.territory;

import io.salestwin.run.PairedRuns;
import io.salestwin.scenario.Role;
import io.salestwin.statistics.Estimate;
import java.util.List;

/**
 * What a division does to what the reps of each territory reach, by playing a scenario under the
 * division of today and under the planned one, both with the same luck. The attainment of a
 * territory is its bookings over the yardstick of its reps.
 *
 * @param role the role whose reps are divided
 * @param isQuota whether the yardstick is the quota of the reps; else it is their equal part of the
 *     expected bookings under the plan
 * @param seed the seed
 * @param replications how often each division was played
 * @param spreadBefore standard deviation of the attainment over the territories, mean over the
 *     replications, today; 0.1 is ten percentage points
 * @param spreadAfter the same under the plan
 * @param spreadDifference after minus before
 * @param reachedBefore share of the territories that reach their yardstick, today
 * @param reachedAfter the same under the plan
 * @param bookingsBefore bookings of all territories, in units of the currency, today
 * @param bookingsAfter the same under the plan
 * @param bookingsDifference after minus before
 * @param territories every territory
 */
public record Fairness(
    String role,
    boolean isQuota,
    long seed,
    int replications,
    Estimate spreadBefore,
    Estimate spreadAfter,
    Estimate spreadDifference,
    Estimate reachedBefore,
    Estimate reachedAfter,
    Estimate bookingsBefore,
    Estimate bookingsAfter,
    Estimate bookingsDifference,
    List<Place> territories) {

  /** Copies the list. */
  public Fairness {
    territories = List.copyOf(territories);
  }

  /**
   * One territory.
   *
   * @param name its name
   * @param attainmentBefore expected attainment today
   * @param attainmentAfter expected attainment under the plan
   * @param oddsBefore chance that it reaches its yardstick, today
   * @param oddsAfter the same under the plan
   */
  public record Place(
      String name,
      Estimate attainmentBefore,
      Estimate attainmentAfter,
      Estimate oddsBefore,
      Estimate oddsAfter) {}

  /**
   * Reads off two runs how fair the divisions are.
   *
   * @param runs the division of today first, the planned one second; see {@link PlayedDivision}
   * @param plan the plan
   * @param role the role whose reps are divided
   * @return the answer
   */
  public static Fairness of(PairedRuns runs, TerritoryPlan plan, Role role) {
    return new FairnessOf(runs, plan, role).fairness();
  }
}
