package io.salestwin.calibration.reps;

/**
 * How reps are compared.
 *
 * @param seed of all chance
 * @param teams how many teams without any difference are made up to see what luck does
 * @param least closed deals below which a group is too small to be compared
 */
public record RepPlan(long seed, int teams, int least) {

  /** The fewest teams that tell anything. */
  public static final int FEWEST_TEAMS = 200;

  /** The most teams. */
  public static final int MOST_TEAMS = 100_000;

  /** Checks the numbers. */
  public RepPlan {
    if (teams < FEWEST_TEAMS || teams > MOST_TEAMS) {
      throw new IllegalArgumentException(
          "teams must be " + FEWEST_TEAMS + " to " + MOST_TEAMS + ", but is " + teams);
    }
    if (least < 2) {
      throw new IllegalArgumentException("least must be at least 2, but is " + least);
    }
  }

  /**
   * 5,000 teams, groups from 30 closed deals on.
   *
   * @param seed of all chance
   * @return the plan
   */
  public static RepPlan usual(long seed) {
    return new RepPlan(seed, 5000, 30);
  }
}
