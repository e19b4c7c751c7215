package io.salestwin.planning;

import io.salestwin.statistics.Estimate;
import java.util.List;

/**
 * What each change of an alternative contributes to its difference from the base: Shapley values
 * from playing every combination of the changes with the same luck. They add up to the whole
 * difference as the contest tells it.
 *
 * @param alternative name of the alternative
 * @param replications of every combination; the whole difference may rest on more
 * @param shares one for each change, or group of changes of one part of the scenario
 * @param goal difference of the goal that is shared out
 * @param bookings difference of mean bookings of the whole horizon that is shared out
 * @param goalOverlap the difference of the goal less the sum of what each change brings alone:
 *     where positive changes have less than nothing here, they do partly the same thing
 * @param bookingsOverlap the same for bookings
 */
public record Attribution(
    String alternative,
    int replications,
    List<Share> shares,
    Estimate goal,
    Estimate bookings,
    Estimate goalOverlap,
    Estimate bookingsOverlap) {

  /** Copies the list. */
  public Attribution {
    shares = List.copyOf(shares);
  }

  /**
   * One change.
   *
   * @param name the lever, or the part of the scenario
   * @param goal its part of the difference of the goal
   * @param bookings its part of the difference of mean bookings
   * @param goalAlone what it brings when it is the only change
   * @param bookingsAlone the same for bookings
   */
  public record Share(
      String name, Estimate goal, Estimate bookings, Estimate goalAlone, Estimate bookingsAlone) {}
}
