package io.salestwin.planning.territory;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Slice;
import io.salestwin.planning.Effort;
import io.salestwin.planning.territory.Fairness.Place;
import io.salestwin.planning.territory.Fairness.Question;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the attainment of territories in two runs. */
final class FairnessOf {

  private static final double CENTS = 100;

  private final Question question;
  private final Runner runner;
  private final TerritoryPlan plan;
  private final Role role;
  private final double level;
  private RunResult today;
  private RunResult planned;

  /** Attainment by territory, then replication. */
  private double[][] before;

  private double[][] after;

  FairnessOf(Question question, Runner runner) {
    this.question = question;
    this.runner = runner;
    plan = question.plan();
    role = question.role();
    level = question.effort().level();
  }

  Fairness fairness(Progress progress) {
    List<RunResult> nothing = List.of(empty(question.today()), empty(question.planned()));
    Effort.Played played =
        question
            .effort()
            .play(
                nothing,
                runner,
                progress,
                runs -> {
                  look(runs);
                  return isEnough();
                });
    look(played.runs());
    return fairness(Effort.end(runner.isCutShort(), played.isEnough()));
  }

  private RunResult empty(Scenario scenario) {
    RunPlan asked =
        new RunPlan(
            scenario,
            question.seed(),
            question.effort().most(),
            question.antithetic(),
            Optional.empty());
    KpiLayout layout = KpiLayout.of(scenario).only(c -> c.kpi().slice() != Slice.WEEK);
    return RunResult.empty(asked, layout);
  }

  private void look(List<RunResult> runs) {
    today = runs.get(0);
    planned = runs.get(1);
    double[] yardsticks = yardsticks();
    before = attainment(today, yardsticks);
    after = attainment(planned, yardsticks);
  }

  /** Whether the difference of the spread is as tight as asked or, if that will do, decided. */
  private boolean isEnough() {
    Optional<Interval> error = spreads().value().map(Estimate.Value::interval);
    boolean decided = error.filter(e -> e.low() > 0 || e.high() < 0).isPresent();
    double tight = question.effort().tight().orElse(Effort.USUAL_TIGHT);
    return error.filter(e -> e.halfWidth() <= tight).isPresent()
        || question.effort().rule() == Effort.Rule.DECIDED && decided;
  }

  private Fairness fairness(RunResult.End end) {
    MatchedPairs bookings = MatchedPairs.of(bookings(today), bookings(planned));
    return new Fairness(
        role.name(),
        role.quotaCents().isPresent(),
        question.seed(),
        question.effort(),
        planned.replications(),
        end,
        mean(Pairs.ofComputable(spread(before))),
        mean(Pairs.ofComputable(spread(after))),
        spreads(),
        mean(Pairs.ofComputable(reached(before))),
        mean(Pairs.ofComputable(reached(after))),
        mean(Pairs.ofComputable(bookings(today))),
        mean(Pairs.ofComputable(bookings(planned))),
        mean(bookings.differences()),
        places(),
        ThresholdResult.judge(planned, level > Interval.ERROR));
  }

  private Estimate spreads() {
    return mean(MatchedPairs.of(spread(before), spread(after)).differences());
  }

  /** What the reps of each territory should book in the horizon, in units of the currency. */
  private double[] yardsticks() {
    double[] reps = plan.territories().stream().mapToDouble(t -> t.patch().reps().size()).toArray();
    double each = role.quotaCents().isPresent() ? quota() : equalPart(Arrays.stream(reps).sum());
    return Arrays.stream(reps).map(number -> number * each).toArray();
  }

  /** The quota of one rep over the horizon. */
  private double quota() {
    KpiLayout layout = planned.layout();
    double quarters = 0;
    for (int p = 0; p < layout.periods().size(); p++) {
      quarters += layout.quarters(p);
    }
    return role.quotaCents().orElseThrow() / CENTS * quarters;
  }

  private double equalPart(double reps) {
    return Arrays.stream(bookings(planned)).average().orElse(Double.NaN) / reps;
  }

  private double[] bookings(RunResult result) {
    double[] sum = new double[result.replications()];
    for (TerritoryPlan.Outcome t : plan.territories()) {
      double[] column = column(result, t);
      Arrays.setAll(sum, r -> sum[r] + column[r]);
    }
    return sum;
  }

  private double[] column(RunResult result, TerritoryPlan.Outcome territory) {
    return result.column("bookings_by_territory." + territory.patch().name());
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
    double[] spread = new double[attainment[0].length];
    for (int r = 0; r < spread.length; r++) {
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
    double[] reached = new double[attainment[0].length];
    for (double[] of : attainment) {
      for (int r = 0; r < reached.length; r++) {
        reached[r] += of[r] >= 1 ? 1.0 / attainment.length : 0;
      }
    }
    return reached;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      Pairs now = Pairs.ofComputable(before[t]);
      Pairs then = Pairs.ofComputable(after[t]);
      places.add(
          new Place(
              plan.territories().get(t).patch().name(),
              mean(now),
              mean(then),
              odds(now),
              odds(then)));
    }
    return places;
  }

  private Estimate mean(Pairs pairs) {
    return pairs.n() == 0
        ? Estimate.notComputable("no replication has anything to compute it from")
        : Effort.error(level, l -> Intervals.mean(pairs, l));
  }

  private Estimate odds(Pairs pairs) {
    return pairs.n() == 0
        ? Estimate.notComputable("there is no yardstick")
        : Effort.error(level, l -> Intervals.atLeast(pairs, 1, l));
  }
}
