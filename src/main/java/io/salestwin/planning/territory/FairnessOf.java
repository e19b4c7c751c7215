package io.salestwin.planning.territory;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.territory.Fairness.Place;
import io.salestwin.run.PairedRuns;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.Role;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares the attainment of territories in two runs. */
final class FairnessOf {

  private static final double CENTS = 100;

  private final PairedRuns runs;
  private final TerritoryPlan plan;
  private final Role role;
  private final int replications;

  /** Attainment by territory, then replication. */
  private final double[][] before;

  private final double[][] after;

  FairnessOf(PairedRuns runs, TerritoryPlan plan, Role role) {
    this.runs = runs;
    this.plan = plan;
    this.role = role;
    replications = runs.replications();
    double[] yardsticks = yardsticks();
    before = attainment(runs.base(), yardsticks);
    after = attainment(runs.other(), yardsticks);
  }

  Fairness fairness() {
    MatchedPairs spread = MatchedPairs.of(spread(before), spread(after));
    MatchedPairs bookings = MatchedPairs.of(bookings(runs.base()), bookings(runs.other()));
    return new Fairness(
        role.name(),
        role.quotaCents().isPresent(),
        runs.base().plan().seed(),
        replications,
        mean(Pairs.ofComputable(spread(before))),
        mean(Pairs.ofComputable(spread(after))),
        mean(spread.differences()),
        mean(Pairs.ofComputable(reached(before))),
        mean(Pairs.ofComputable(reached(after))),
        mean(Pairs.ofComputable(bookings(runs.base()))),
        mean(Pairs.ofComputable(bookings(runs.other()))),
        mean(bookings.differences()),
        places());
  }

  /** What the reps of each territory should book in the horizon, in units of the currency. */
  private double[] yardsticks() {
    double[] reps = plan.territories().stream().mapToDouble(t -> t.patch().reps().size()).toArray();
    double each = role.quotaCents().isPresent() ? quota() : equalPart(Arrays.stream(reps).sum());
    return Arrays.stream(reps).map(number -> number * each).toArray();
  }

  /** The quota of one rep over the horizon. */
  private double quota() {
    KpiLayout layout = runs.base().layout();
    double quarters = 0;
    for (int p = 0; p < layout.periods().size(); p++) {
      quarters += layout.quarters(p);
    }
    return role.quotaCents().orElseThrow() / CENTS * quarters;
  }

  private double equalPart(double reps) {
    return Arrays.stream(bookings(runs.other())).average().orElse(Double.NaN) / reps;
  }

  private double[] bookings(RunResult result) {
    double[] sum = new double[replications];
    for (TerritoryPlan.Outcome t : plan.territories()) {
      double[] column = column(result, t);
      Arrays.setAll(sum, r -> sum[r] + column[r]);
    }
    return sum;
  }

  private double[] column(RunResult result, TerritoryPlan.Outcome territory) {
    double[] column = result.column("bookings_by_territory." + territory.patch().name());
    return Arrays.copyOf(column, replications);
  }

  private double[][] attainment(RunResult result, double[] yardsticks) {
    double[][] attainment = new double[yardsticks.length][];
    for (int t = 0; t < yardsticks.length; t++) {
      double yardstick = yardsticks[t];
      attainment[t] =
          Arrays.stream(column(result, plan.territories().get(t)))
              .map(bookings -> yardstick > 0 ? bookings / yardstick : Double.NaN)
              .toArray();
    }
    return attainment;
  }

  /** Standard deviation over the territories, divided by their number, of each replication. */
  private double[] spread(double[][] attainment) {
    double[] spread = new double[replications];
    for (int r = 0; r < replications; r++) {
      double mean = 0;
      for (double[] of : attainment) {
        mean += of[r] / attainment.length;
      }
      double squares = 0;
      for (double[] of : attainment) {
        squares += (of[r] - mean) * (of[r] - mean);
      }
      spread[r] = Math.sqrt(squares / attainment.length);
    }
    return spread;
  }

  private double[] reached(double[][] attainment) {
    double[] reached = new double[replications];
    for (double[] of : attainment) {
      for (int r = 0; r < replications; r++) {
        reached[r] += of[r] >= 1 ? 1.0 / attainment.length : 0;
      }
    }
    return reached;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      Pairs today = Pairs.ofComputable(before[t]);
      Pairs planned = Pairs.ofComputable(after[t]);
      places.add(
          new Place(
              plan.territories().get(t).patch().name(),
              mean(today),
              mean(planned),
              odds(today),
              odds(planned)));
    }
    return places;
  }

  private static Estimate mean(Pairs pairs) {
    return pairs.n() == 0
        ? Estimate.notComputable("no replication has anything to compute it from")
        : Intervals.mean(pairs, Interval.ERROR);
  }

  private static Estimate odds(Pairs pairs) {
    return pairs.n() == 0
        ? Estimate.notComputable("there is no yardstick")
        : Intervals.atLeast(pairs, 1, Interval.ERROR);
  }
}
