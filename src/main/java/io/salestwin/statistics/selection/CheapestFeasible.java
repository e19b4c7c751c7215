package io.salestwin.statistics.selection;

import io.salestwin.statistics.selection.ChanceTest.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The cheapest of many plans whose chance of a good end is at least p: costs are known, chances are
 * learnt by simulation. Selection of the best under a chance constraint; procedures such as {@link
 * KimNelson} compare means and do not know what is allowed.
 *
 * <p>Plans are looked at in the order of their cost. First a bisection by short looks, as if dearer
 * plans were better, finds one that seems to reach p clearly; it is tested in full and is the first
 * answer. Then <em>every</em> plan that is cheaper by the tolerance or more is tested, from the
 * cheapest up, until one reaches p and takes its place. That dearer plans are better is used for
 * nothing but the order in which work is done.
 *
 * <p><b>Guarantee.</b> With probability 1 - alpha or more the chosen plan has a chance above p -
 * delta, and no plan that is cheaper by the tolerance or more has one of p + delta or more; if none
 * is chosen, none at all has. <b>Proof.</b> Plan i gets a {@link ChanceTest} on its own stream of
 * units, with wrongYes = alpha / (5k) for k plans and wrongNo = 4 alpha / 5. (1) The chosen plan
 * was answered YES; one with a chance of p - delta or less is ever answered YES with probability
 * alpha / (5k), and there are at most k of them: alpha / 5 together. (2) Every plan cheaper than
 * the chosen one by the tolerance or more was answered NO. Let i* be the cheapest plan with a
 * chance of p + delta or more: which one that is does not depend on chance. If it is cheaper than
 * the chosen plan by the tolerance or more, or none is chosen, it was answered NO, which has
 * probability 4 alpha / 5 at most; and if i* is not among these plans, no other with such a chance
 * is, so nothing of the error need be set aside for the others. The sum is alpha. Each bound holds
 * for all looks at a stream, however long it becomes, so which plans are looked at, in which order
 * and how far does not matter; and as only probabilities were added, streams may share their luck
 * (common random numbers).
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
   * plan only must be answered YES; a NO is needed of every cheaper plan.
   */
  private static final double YES_SHARE = 0.2;

  /** Pairs of the first stretch; later ones are an eighth of what was played, but not fewer. */
  private static final int FIRST = 4;

  private static final int GROWTH = 8;

  /** Pairs of a short look. */
  private static final int SCOUTED = 24;

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
    Search search = new Search(costs.clone(), rule, outcomes, listener);
    search.scout();
    search.check();
    return new CheapestFeasible(rule, Arrays.asList(search.plans), search.chosen(), search.stopped);
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

  /** The plans from the cheapest to the dearest; of equal costs in the order given. */
  private static List<Integer> order(long[] costs) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> costs[i]));
    return order;
  }

  /** The state of one search. */
  private static final class Search {

    private final Rule rule;
    private final Outcomes outcomes;
    private final Listener listener;
    private final List<Integer> order;
    private final Plan[] plans;
    private final ChanceBets[] bets;
    private int best;
    private boolean stopped;

    Search(long[] costs, Rule rule, Outcomes outcomes, Listener listener) {
      if (costs.length == 0) {
        throw new IllegalArgumentException("there is no plan");
      }
      this.rule = rule;
      this.outcomes = outcomes;
      this.listener = listener;
      ChanceTest test = rule.test(costs.length);
      order = order(costs);
      plans = new Plan[costs.length];
      bets = new ChanceBets[costs.length];
      for (int i = 0; i < plans.length; i++) {
        plans[i] = new Plan(costs[i], Decision.OPEN, 0, 0);
        bets[i] = new ChanceBets(test);
      }
      best = plans.length;
    }

    int chosen() {
      return best == plans.length ? -1 : order.get(best);
    }

    /** Looks shortly at a few plans to find one that reaches p soon: a first answer, no more. */
    void scout() {
      int low = -1;
      int high = plans.length;
      int clearest = -1;
      while (high - low > 1 && !stopped) {
        int middle = low + (high - low) / 2;
        play(middle, Math.min(SCOUTED, rule.mostUnits()));
        if (seemsToReach(middle)) {
          high = middle;
          clearest = clearest < 0 || share(middle) > share(clearest) ? middle : clearest;
        } else {
          low = middle;
        }
      }
      if (clearest >= 0) {
        play(clearest, rule.mostUnits());
      }
    }

    /** Tests all that is cheaper, from the cheapest up. */
    void check() {
      for (int place = 0; isWorthwhile(place) && !stopped; place++) {
        play(place, rule.mostUnits());
      }
    }

    /** Whether a plan is cheaper than the best so far by the tolerance or more. */
    private boolean isWorthwhile(int place) {
      return place < best && (best == plans.length || cost(best) - cost(place) >= rule.tolerance());
    }

    private long cost(int place) {
      return plans[order.get(place)].cost();
    }

    private double share(int place) {
      return plans[order.get(place)].share();
    }

    private boolean seemsToReach(int place) {
      Plan plan = plans[order.get(place)];
      return plan.answer() == Decision.YES
          || plan.answer() == Decision.OPEN && plan.share() >= rule.p();
    }

    /** Plays one plan until it is decided or has so many units. */
    private void play(int place, int most) {
      int plan = order.get(place);
      ChanceBets bet = bets[plan];
      while (bet.answer() == Decision.OPEN && plans[plan].units() < most && !stopped) {
        Plan before = plans[plan];
        int from = before.units();
        int to = Math.min(most, from + Math.max(FIRST, from / GROWTH));
        int[] stretch = outcomes.hits(plan, from, to);
        long hits = before.hits();
        for (int unit : stretch) {
          bet.see(unit);
          hits += unit;
        }
        stopped = stretch.length < to - from && bet.answer() == Decision.OPEN;
        plans[plan] = new Plan(before.cost(), bet.answer(), from + stretch.length, hits);
        if (bet.answer() == Decision.YES && place < best) {
          best = place;
        }
        listener.played(plan, plans[plan], chosen());
      }
    }
  }
}
