package io.salestwin.planning.staffing;

import java.util.List;

/**
 * One way to staff.
 *
 * @param values the number of reps for each thing that is varied, in the order of these
 * @param sets the overrides that make it, as written on a command line
 * @param costCents what all seats of the scenario cost over its horizon, in cents
 */
public record StaffPlan(List<Integer> values, List<String> sets, long costCents) {

  /** Copies the lists. */
  public StaffPlan {
    values = List.copyOf(values);
    sets = List.copyOf(sets);
  }
}
