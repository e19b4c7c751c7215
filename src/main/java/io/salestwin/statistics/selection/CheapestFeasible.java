package io.salestwin.statistics.selection;

import io.salestwin.statistics.selection.ChanceTest.Decision;
import java.util.List;

/**
 * The cheapest of many plans whose chance of a good end is at least p: costs are known, chances are
 * learnt by simulation. Selection of the best under a chance constraint; procedures such as {@link
 * KimNelson} compare means and do not know what is allowed.
 *
 * <p>A plan is the answer when it is shown to reach p and <em>every</em> plan that is cheaper by
 * the tolerance or more is shown not to. Which plan gets there soonest is foreseen after every
 * stretch from what was seen so far, and what is soonest known of what it needs is played next. So
 * a plan whose chance is so close to p that it takes thousands of replications to judge need not be
 * judged when one that costs hardly more is clearly good. Where this takes long, a bisection by
 * short looks, as if dearer plans were better, finds a plan for a first answer, for those who stop
 * the search. That dearer plans are better is used for nothing else.
 *
 * <p><b>Guarantee.</b> With probability 1 - alpha or more the chosen plan has a chance above p -
 * delta, and no plan that is cheaper by the tolerance or more has one of p + delta or more; if none
 * is chosen, none at all has. <b>Proof.</b> Plan i gets a {@link ChanceTest} on its own stream of
 * units, with wrongYes = 3 alpha / (10 k) for k plans and wrongNo = 7 alpha / 10. (1) The chosen
 * plan was answered YES; one with a chance of p - delta or less is ever answered YES with
 * probability 3 alpha / (10 k), and there are at most k of them: 3 alpha / 10 together. (2) Every
 * plan cheaper than the chosen one by the tolerance or more was answered NO. Let i* be the cheapest
 * plan with a chance of p + delta or more: which one that is does not depend on chance. If it is
 * cheaper than the chosen plan by the tolerance or more, or none is chosen, it was answered NO,
 * which has probability 7 alpha / 10 at most; and if i* is not among these plans, no other with
 * such a chance is, so nothing of the error need be set aside for the others. The sum is alpha.
 * Each bound holds for all looks at a stream, however long it becomes, so which plans are looked
 * at, in which order and how far does not matter; and as only probabilities were added, streams may
 * share their luck (common random numbers).
 *
 * <p>Plans that were left open (after {@code mostUnits}, or as it was stopped) are not covered:
 * {@link #open()} counts them.
 *
 * @param rule what was asked
 * @param plans what became of each plan, in the order in which they were given
 * @param chosen index of the cheapest plan that reaches p; -1 if there is none
 * @param stopped whether it was stopped before the end
 */
public record CheapestFeasible(Rule rule, List<Plan> plans, int chosen, boolean stopped) {

  /**
   * Share of the error that wrong answers of YES get. It costs little to make them rare, as one
   * plan only must be answered YES; a NO is needed of many cheaper plans.
   */
  private static final double YES_SHARE = 0.3;

  /** Copies the list. */
  public CheapestFeasible {
    plans = List.copyOf(plans);
  }

  /**
   * What is asked.
   *
   * @param p the chance that a plan must have, above 0 and below 1
   * @param delta half the width of the zone of indifference, as of {@link ChanceTest}
   * @param alpha the chance of a wrong selection, above 0 and below 1
   * @param tolerance the smallest difference of costs that is worth a search, at least 1
   * @param mostUnits most units (pairs of replications) of one plan, at least 1
   */
  public record Rule(double p, double delta, double alpha, long tolerance, int mostUnits) {

    /** Checks the numbers that no {@link ChanceTest} checks. */
    public Rule {
      if (mostUnits < 1 || tolerance < 1) {
        throw new IllegalArgumentException(
            "most units and the tolerance must be at least 1: " + mostUnits + ", " + tolerance);
      }
    }

    /** The test of one of k plans. */
    ChanceTest test(int k) {
      return new ChanceTest(p, delta, alpha * YES_SHARE / k, alpha * (1 - YES_SHARE));
    }
  }

  /**
   * What became of one plan.
   *
   * @param cost its cost, in any unit
   * @param answer whether it reaches p; open if it was not looked at
   * @param units pairs of replications that were played
   * @param hits how many of those replications hit, from 0 to 2 units
   */
  public record Plan(long cost, Decision answer, int units, long hits) {

    /**
     * The share of hits.
     *
     * @return from 0 to 1; NaN when nothing was played
     */
    public double share() {
      return units == 0 ? Double.NaN : hits / 2.0 / units;
    }
  }

  /** Plays plans. */
  @FunctionalInterface
  public interface Outcomes {

    /**
     * Plays pairs of replications of one plan. The same plan is asked for one stretch after the
     * other.
     *
     * @param plan index of the plan
     * @param from number of the first pair
     * @param to number after the last pair
     * @return how many of each pair hit, 0 to 2; fewer pairs than asked for mean that it is to stop
     */
    int[] hits(int plan, int from, int to);
  }

  /** Hears how the search goes. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called after each stretch, from the thread that searches.
     *
     * @param plan index of the plan that was played
     * @param state what is known of it
     * @param chosen index of the cheapest plan so far that reaches p; -1 for none
     */
    void played(int plan, Plan state, int chosen);
  }

  /**
   * Searches.
   *
   * @param costs what each plan costs, in any unit
   * @param rule what is asked
   * @param outcomes plays them
   * @param listener hears how it goes
   * @return the cheapest plan with its proof
   */
  public static CheapestFeasible of(long[] costs, Rule rule, Outcomes outcomes, Listener listener) {
    CheapestSearch search = new CheapestSearch(costs, rule, outcomes, listener);
    search.run();
    return new CheapestFeasible(rule, search.plans(), search.chosen(), search.isStopped());
  }

  /**
   * The units of all plans together: what the search cost.
   *
   * @return pairs of replications
   */
  public long units() {
    return plans.stream().mapToLong(Plan::units).sum();
  }

  /**
   * How many plans that are cheaper than the chosen one by the tolerance or more, or of all plans
   * if there is none, are not decided: the guarantee says nothing of them.
   *
   * @return 0 if the guarantee is whole
   */
  public int open() {
    long below = chosen < 0 ? Long.MAX_VALUE : plans.get(chosen).cost() - rule.tolerance();
    return (int)
        plans.stream().filter(p -> p.cost() <= below && p.answer() == Decision.OPEN).count();
  }
}
