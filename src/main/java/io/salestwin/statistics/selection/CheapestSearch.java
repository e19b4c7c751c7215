package io.salestwin.statistics.selection;

import io.salestwin.statistics.selection.ChanceTest.Decision;
import io.salestwin.statistics.selection.CheapestFeasible.Listener;
import io.salestwin.statistics.selection.CheapestFeasible.Outcomes;
import io.salestwin.statistics.selection.CheapestFeasible.Plan;
import io.salestwin.statistics.selection.CheapestFeasible.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The state of one search for a {@link CheapestFeasible}. A place is a plan's number in the order
 * of costs.
 */
final class CheapestSearch {

  /** Pairs of the first stretch; later ones are an eighth of what was played, but not fewer. */
  private static final int FIRST = 4;

  private static final int GROWTH = 8;

  /** Pairs after which a first answer is looked for, if there is none yet. */
  private static final int PATIENCE = 2000;

  /** Most pairs of the plan that is hoped to be the first answer. */
  private static final int FIRST_ANSWER = 500;

  /** Pairs of a short look. */
  private static final int SCOUTED = 24;

  private final Rule rule;
  private final Outcomes outcomes;
  private final Listener listener;
  private final List<Integer> order;
  private final Plan[] plans;
  private final ChanceBets[] bets;

  /** About how many pairs it takes to a YES and to a NO, by place. */
  private final double[] toYes;

  private final double[] toNo;

  /** Place of the cheapest plan that may still reach p. */
  private int cheapest;

  /** Place of the cheapest plan that does. */
  private int best;

  private long units;
  private boolean stopped;

  CheapestSearch(long[] costs, Rule rule, Outcomes outcomes, Listener listener) {
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
    toYes = new double[costs.length];
    toNo = new double[costs.length];
    for (int place = 0; place < plans.length; place++) {
      int plan = order.get(place);
      plans[plan] = new Plan(costs[plan], Decision.OPEN, 0, 0);
      bets[plan] = new ChanceBets(test);
      foresee(place);
    }
    best = plans.length;
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

  /** Searches to the end, or until it is stopped. */
  void run() {
    boolean scouted = false;
    for (int next = next(target()); next >= 0 && !stopped; next = next(target())) {
      play(next);
      if (!scouted && best == plans.length && units >= PATIENCE) {
        scouted = true;
        scout();
      }
    }
  }

  List<Plan> plans() {
    return List.of(plans);
  }

  /** Index of the cheapest plan that reaches p; -1 for none. */
  int chosen() {
    return best == plans.length ? -1 : order.get(best);
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * The plan that seems to be proven the answer soonest: shown to reach p itself, and all ruled out
   * that are cheaper by the tolerance. One that needs a plan ruled out that is spent comes last.
   *
   * @return its place; -1 when no plan can be the answer
   */
  private int target() {
    while (cheapest < plans.length && plan(cheapest).answer() == Decision.NO) {
      cheapest++;
    }
    int target = -1;
    int fewestSpent = 0;
    double fewestUnits = 0;
    int spent = 0;
    double needed = 0;
    int from = cheapest;
    for (int place = cheapest; place <= Math.min(best, plans.length - 1); place++) {
      for (; isCheaper(from, place); from++) {
        spent += isSpent(from) ? 1 : 0;
        needed += isSpent(from) ? 0 : toNo[from];
      }
      if (plan(place).answer() == Decision.NO || isSpent(place)) {
        continue;
      }
      double left = needed + toYes[place];
      if (target < 0 || spent < fewestSpent || spent == fewestSpent && left < fewestUnits) {
        target = place;
        fewestSpent = spent;
        fewestUnits = left;
      }
    }
    return target;
  }

  /**
   * What to play for a target: of all that has to be known, what is likely to be known first.
   *
   * @return a place; -1 when all is known, or there is no target
   */
  private int next(int target) {
    if (target < 0) {
      return -1;
    }
    int next = isOpen(target) ? target : -1;
    double least = isOpen(target) ? toYes[target] : Double.POSITIVE_INFINITY;
    for (int place = cheapest; isCheaper(place, target); place++) {
      if (isOpen(place) && (next < 0 || toNo[place] < least)) {
        next = place;
        least = toNo[place];
      }
    }
    return next;
  }

  /** Whether a plan is cheaper than another by the tolerance or more. */
  private boolean isCheaper(int place, int than) {
    return plan(than).cost() - plan(place).cost() >= rule.tolerance();
  }

  /** Whether more may be played of a plan, and has to be for an answer. */
  private boolean isOpen(int place) {
    return plan(place).answer() == Decision.OPEN && plan(place).units() < rule.mostUnits();
  }

  /** Whether nothing more may be played of a plan that is not decided. */
  private boolean isSpent(int place) {
    return plan(place).answer() == Decision.OPEN && plan(place).units() >= rule.mostUnits();
  }

  private Plan plan(int place) {
    return plans[order.get(place)];
  }

  /**
   * Looks shortly at a few plans, as if dearer ones were better, to find one that reaches p: a
   * first answer where the cheapest takes long.
   */
  private void scout() {
    int low = cheapest - 1;
    int high = plans.length;
    int clearest = -1;
    while (high - low > 1 && !stopped) {
      int middle = low + (high - low) / 2;
      play(middle, SCOUTED);
      if (seemsToReach(plan(middle))) {
        high = middle;
        boolean clearer = clearest < 0 || plan(middle).share() > plan(clearest).share();
        clearest = clearer ? middle : clearest;
      } else {
        low = middle;
      }
    }
    if (clearest >= 0) {
      play(clearest, FIRST_ANSWER);
    }
  }

  private boolean seemsToReach(Plan plan) {
    return plan.answer() == Decision.YES
        || plan.answer() == Decision.OPEN && plan.share() >= rule.p();
  }

  /** Plays one plan until it is decided or has so many units. */
  private void play(int place, int most) {
    while (isOpen(place) && plan(place).units() < most && !stopped) {
      play(place);
    }
  }

  /** Plays a stretch of one plan. */
  private void play(int place) {
    int plan = order.get(place);
    Plan before = plans[plan];
    ChanceBets bet = bets[plan];
    int from = before.units();
    double half = Math.min(toYes[place], toNo[place]) / 2;
    int length = Math.max(FIRST, (int) Math.min(from / (double) GROWTH, half));
    int to = Math.min(rule.mostUnits(), from + length);
    int[] stretch = outcomes.hits(plan, from, to);
    long hits = before.hits();
    for (int unit : stretch) {
      bet.see(unit);
      hits += unit;
    }
    units += stretch.length;
    stopped = stretch.length < to - from && bet.answer() == Decision.OPEN;
    plans[plan] = new Plan(before.cost(), bet.answer(), from + stretch.length, hits);
    foresee(place);
    if (bet.answer() == Decision.YES && place < best) {
      best = place;
    }
    listener.played(plan, plans[plan], chosen());
  }

  private void foresee(int place) {
    ChanceBets bet = bets[order.get(place)];
    toYes[place] = bet.unitsToYes();
    toNo[place] = bet.unitsToNo();
  }
}
