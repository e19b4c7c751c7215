package io.salestwin.planning.territory;

import io.salestwin.planning.Effort;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
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
 * @param effort how much was allowed, for whose looks every error allows
 * @param replications how often each division was played
 * @param end why no more
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
 * @param thresholds the rules of the scenario, under the plan
 */
public record Fairness(
    String role,
    boolean isQuota,
    long seed,
    Effort effort,
    int replications,
    RunResult.End end,
    Estimate spreadBefore,
    Estimate spreadAfter,
    Estimate spreadDifference,
    Estimate reachedBefore,
    Estimate reachedAfter,
    Estimate bookingsBefore,
    Estimate bookingsAfter,
    Estimate bookingsDifference,
    List<Place> territories,
    List<ThresholdResult> thresholds) {

  /** Copies the lists. */
  public Fairness {
    territories = List.copyOf(territories);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * What is asked.
   *
   * @param plan the plan
   * @param role the role whose reps are divided
   * @param today the scenario under the division of today ({@link PlayedDivision})
   * @param planned the scenario under the planned one
   * @param seed the seed
   * @param antithetic whether the second replication of each pair meets mirrored luck
   * @param effort how much may be played; it is decided when the difference of the spread is, and
   *     as tight as asked when that is
   */
  public record Question(
      TerritoryPlan plan,
      Role role,
      Scenario today,
      Scenario planned,
      long seed,
      boolean antithetic,
      Effort effort) {}

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
   * Plays both divisions.
   *
   * @param question what is asked
   * @param runner plays; when it is stopped the answer is that of what was played
   * @param progress hears how far it has come
   * @return the answer
   * @throws IllegalStateException when it was stopped before two pairs were played
   */
  public static Fairness of(Question question, Runner runner, Progress progress) {
    return new FairnessOf(question, runner).fairness(progress);
  }
}
