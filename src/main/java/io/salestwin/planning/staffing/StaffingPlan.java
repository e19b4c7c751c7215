package io.salestwin.planning.staffing;

import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.selection.ChanceTest.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest staffing that reaches a goal with the odds that are asked for. Money is in cents
 * where a name says so, else in units of the currency.
 *
 * <p>Costs are arithmetic on the scenario ({@link io.salestwin.finance.SeatCost}); odds are played.
 * The search has luck of its own: every figure of {@link Measured} and {@link Marginal} comes from
 * other luck (the next seed), so that a plan that was lucky to be found is not flattered.
 *
 * @param question what was asked
 * @param plans what became of every plan, in the order of the question
 * @param chosen index of the cheapest plan that reaches the goal; -1 if none does, or none is known
 *     yet
 * @param best index of the plan that the rest is about: the chosen one, else the one with the best
 *     odds; -1 when nothing was played
 * @param open how many plans the guarantee says nothing of, though it should
 * @param stopped whether it was stopped before its end
 * @param today the scenario as it is
 * @param found the best plan
 * @param steps how the best plan differs from the scenario as it is
 * @param frontier what odds cost: plans of which none that was played has better odds for less, by
 *     cost
 * @param oneMore what one more rep adds to the best plan, by role and territory
 * @param later what it changes to hire a month later
 * @param atLimit what is varied and stands at the upper end of its range in the best plan
 * @param searched replications of the search
 * @param played replications played beside it
 */
public record StaffingPlan(
    StaffingQuestion question,
    List<Tried> plans,
    int chosen,
    int best,
    int open,
    boolean stopped,
    Measured today,
    Optional<Measured> found,
    List<Step> steps,
    List<Point> frontier,
    List<Marginal> oneMore,
    List<Marginal> later,
    List<Vary> atLimit,
    long searched,
    long played) {

  /** Copies the lists. */
  public StaffingPlan {
    plans = List.copyOf(plans);
    steps = List.copyOf(steps);
    frontier = List.copyOf(frontier);
    oneMore = List.copyOf(oneMore);
    later = List.copyOf(later);
    atLimit = List.copyOf(atLimit);
  }

  /**
   * What became of one plan in the search.
   *
   * @param plan the plan
   * @param answer whether it reaches the goal; open when not decided or not looked at
   * @param replications how many were played
   * @param odds share of them that reached it; NaN without any
   * @param error 95 % interval of the odds that holds at any number of replications ({@link
   *     io.salestwin.statistics.sequential.AnytimeShare})
   */
  public record Tried(
      StaffPlan plan, Decision answer, int replications, double odds, Interval error) {}

  /**
   * A scenario, played.
   *
   * @param costCents its cost
   * @param rampingCents the part of it that is paid for speed that new reps do not have yet
   * @param odds its odds of the goal
   * @param bookings mean bookings over the horizon, as targets count them
   */
  public record Measured(long costCents, long rampingCents, Estimate odds, Estimate bookings) {}

  /**
   * A plan on the frontier.
   *
   * @param plan index of the plan
   * @param odds its odds of the goal
   */
  public record Point(int plan, Estimate odds) {}

  /**
   * One thing to do.
   *
   * @param role name of the role
   * @param territory name of the territory; empty for none
   * @param more how many reps more; negative for fewer
   * @param on from when on; empty for the first day
   */
  public record Step(String role, String territory, int more, Optional<LocalDate> on) {}

  /**
   * What a change does, with the same luck before and after.
   *
   * @param name what is changed
   * @param sets the overrides that make it, as written on a command line
   * @param costCents how much more it costs
   * @param odds by how much the odds of the goal change, a fraction
   * @param bookings by how much bookings over the horizon change, as targets count them
   */
  public record Marginal(
      String name, List<String> sets, long costCents, Estimate odds, Estimate bookings) {}

  /**
   * Whether a plan reaches the goal.
   *
   * @return false when none does or none is known yet
   */
  public boolean isReached() {
    return chosen >= 0;
  }
}
