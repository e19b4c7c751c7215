package io.salestwin.planning.staffing;

import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses plans that show what odds cost, below and above the plan that was found. */
final class FrontierChoice {

  /** Plans on either side. */
  private static final int STEPS = 3;

  private final List<StaffPlan> plans;
  private final List<Tried> tried;
  private final int best;

  FrontierChoice(List<StaffPlan> plans, List<Tried> tried, int best) {
    this.plans = plans;
    this.tried = tried;
    this.best = best;
  }

  /** At most three cheaper and three dearer plans, evenly over the costs, the best one left out. */
  List<Integer> plans() {
    long low = plans.stream().mapToLong(StaffPlan::costCents).min().orElseThrow();
    long high = plans.stream().mapToLong(StaffPlan::costCents).max().orElseThrow();
    long at = plans.get(best).costCents();
    List<Integer> chosen = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      add(chosen, low + (at - low) * step / STEPS, (at - low) / (2.0 * STEPS));
    }
    for (int step = 1; step <= STEPS; step++) {
      add(chosen, at + (high - at) * step / STEPS, (high - at) / (2.0 * STEPS));
    }
    return chosen;
  }

  /** The most promising plan near a cost. */
  private void add(List<Integer> chosen, double cost, double reach) {
    int promising = -1;
    for (int i = 0; i < plans.size(); i++) {
      boolean near = Math.abs(plans.get(i).costCents() - cost) <= reach;
      if (near
          && i != best
          && !chosen.contains(i)
          && (promising < 0 || promise(i) > promise(promising))) {
        promising = i;
      }
    }
    if (promising >= 0) {
      chosen.add(promising);
    }
  }

  /**
   * How good a plan may be: its odds in the search if it was played, and of those that were not,
   * how evenly it has more of everything than the best plan.
   */
  private double promise(int plan) {
    Tried of = tried.get(plan);
    if (of.replications() > 0) {
      return 1 + StaffingSearch.promise(of);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < plans.get(plan).values().size(); v++) {
      double before = plans.get(best).values().get(v);
      least = Math.min(least, (plans.get(plan).values().get(v) + 1.0) / (before + 1.0));
    }
    return Math.min(1, least / (1 + least));
  }

  /** The points of which no other has better odds for the same or less, by cost. */
  static List<Point> undominated(List<Point> points, List<StaffPlan> plans) {
    List<Point> byCost = new ArrayList<>(points);
    byCost.removeIf(point -> point.odds().value().isEmpty());
    byCost.sort(
        Comparator.<Point>comparingLong(point -> plans.get(point.plan()).costCents())
            .thenComparing(point -> -point.odds().orNaN()));
    List<Point> frontier = new ArrayList<>();
    double odds = -1;
    for (Point point : byCost) {
      if (point.odds().orNaN() > odds) {
        odds = point.odds().orNaN();
        frontier.add(point);
      }
    }
    return frontier;
  }
}
