package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.ImpossibleScenarioException;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.OddsDifference;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays variations of one scenario, all with the same luck, and compares them with the scenario as
 * it is.
 */
final class Plays {

  private static final String STOPPED = "it was stopped before";

  /**
   * What came of one variation.
   *
   * @param bookings the figure that is held against the target, by replication
   * @param problem why it could not be played; empty when it could
   */
  record Played(double[] bookings, String problem) {

    boolean isPlayed() {
      return problem.isEmpty();
    }

    int replications() {
      return bookings.length;
    }
  }

  private final Recipe recipe;
  private final Runner runner;
  private final Progress progress;
  private final RunResult base;
  private final String column;
  private final double target;
  private final Map<List<LeverOverride>, Played> known = new HashMap<>();
  private final double[] figures;

  Plays(
      Recipe recipe,
      Runner runner,
      Progress progress,
      RunResult base,
      String period,
      double target) {
    this.recipe = recipe;
    this.runner = runner;
    this.progress = progress;
    this.base = base;
    this.target = target;
    column = Targets.column(period);
    figures = base.column(column);
  }

  /** Tells what is being done. */
  void tell(String part, int done, int all) {
    progress.told(all == 0 ? part : part + ", " + (done + 1) + " of " + Math.max(all, done + 1));
  }

  RunResult base() {
    return base;
  }

  Scenario scenario() {
    return base.plan().scenario();
  }

  double target() {
    return target;
  }

  /** How many replications the scenario itself has: no variation has more. */
  int most() {
    return figures.length;
  }

  /** How many were played in all. */
  long replications() {
    return runner.plays();
  }

  boolean isStopped() {
    return runner.isCutShort();
  }

  /** The first replications of the scenario as it is. */
  Played asItIs(int n) {
    return new Played(Arrays.copyOf(figures, Math.min(n, figures.length)), "");
  }

  /** Plays a variation, unless that has been done. */
  Played play(List<LeverOverride> sets, int wanted) {
    int n = Math.min(wanted, most());
    if (sets.isEmpty()) {
      return asItIs(n);
    }
    Played before = known.get(sets);
    if (before != null && (!before.isPlayed() || before.replications() >= n)) {
      return before.isPlayed() && before.replications() > n
          ? new Played(Arrays.copyOf(before.bookings(), n), "")
          : before;
    }
    double[] there = before == null ? new double[0] : before.bookings();
    Played now = isStopped() ? new Played(new double[0], STOPPED) : playNow(sets, there, n);
    if (!isStopped()) {
      known.put(List.copyOf(sets), now);
    }
    return now;
  }

  /** Plays what is missing; of what is there only the figure was kept. */
  private Played playNow(List<LeverOverride> sets, double[] there, int n) {
    ScenarioFile file = recipe.with(sets).read();
    if (file.scenario().isEmpty()) {
      return new Played(new double[0], problem(file));
    }
    try {
      RunResult result = extend(file.scenario().get(), there.length, n);
      if (result.replications() < n) {
        return new Played(new double[0], STOPPED);
      }
      double[] all = Arrays.copyOf(there, n);
      int index = result.layout().index(column);
      for (int r = there.length; r < n; r++) {
        all[r] = result.rows().get(r)[index];
      }
      return new Played(all, "");
    } catch (ImpossibleScenarioException e) {
      return new Played(new double[0], e.getMessage());
    }
  }

  private RunResult extend(Scenario scenario, int from, int to) {
    RunPlan plan =
        new RunPlan(
            scenario, base.plan().seed(), most(), base.plan().antithetic(), Optional.empty());
    List<double[]> forgotten = Collections.nCopies(from, new double[0]);
    RunResult before = new RunResult(plan, KpiLayout.of(scenario), forgotten, List.of());
    return runner.extend(List.of(before), new int[] {to}, progress).get(0);
  }

  private static String problem(ScenarioFile file) {
    return file.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .map(p -> p.message() + (p.advice().isEmpty() ? "" : "; " + p.advice()))
        .orElse("it cannot be read");
  }

  // ---- rules

  /** The scenario of a rule, with that rule as its only threshold. */
  private Scenario ruled(StressPlan.Rule rule, List<LeverOverride> sets) {
    List<LeverOverride> all = new ArrayList<>(sets);
    Node list = Node.parse("[\"" + rule.threshold().replace("\"", "") + "\"]", rule.text()).value();
    all.add(new LeverOverride("thresholds", list));
    ScenarioFile file = recipe.with(all).read();
    return file.scenario()
        .orElseThrow(() -> new UnanswerableException("\"" + rule.text() + "\": " + problem(file)));
  }

  /** Refuses a rule that cannot be judged, before anything is played. */
  void requireJudgeable(StressPlan.Rule rule, List<LeverOverride> sets) {
    Scenario scenario = ruled(rule, sets);
    ThresholdResult.problems(scenario, KpiLayout.of(scenario)).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new UnanswerableException(problem);
            });
  }

  ThresholdResult judge(StressPlan.Rule rule, List<LeverOverride> sets) {
    RunResult result = extend(ruled(rule, sets), 0, most());
    if (result.replications() < 2) {
      return new ThresholdResult(
          rule.text(),
          Estimate.notComputable(STOPPED),
          KpiInfo.Unit.RATIO,
          ThresholdResult.Outcome.NOT_COMPUTABLE);
    }
    ThresholdResult judged = ThresholdResult.judge(result, false).get(0);
    return new ThresholdResult(rule.text(), judged.actual(), judged.unit(), judged.outcome());
  }

  // ---- figures

  Estimate odds(Played played) {
    return played.isPlayed()
        ? Intervals.atLeast(Pairs.of(played.bookings()), target, Interval.ERROR)
        : Estimate.notComputable(played.problem());
  }

  double share(Played played) {
    int hits = 0;
    for (double b : played.bookings()) {
      hits += b >= target ? 1 : 0;
    }
    return (double) hits / played.replications();
  }

  /** Odds of the second less those of the first, in the replications that both have. */
  Estimate oddsBetween(Played first, Played second, double level) {
    int n = Math.min(first.replications(), second.replications());
    return problem(first, second)
        ? Estimate.notComputable(first.isPlayed() ? second.problem() : first.problem())
        : OddsDifference.of(hits(first, n), hits(second, n), level);
  }

  /** Mean bookings of the second less those of the first. */
  Estimate bookingsBetween(Played first, Played second, double level) {
    int n = Math.min(first.replications(), second.replications());
    return problem(first, second)
        ? Estimate.notComputable(first.isPlayed() ? second.problem() : first.problem())
        : Intervals.mean(MatchedPairs.of(cut(first, n), cut(second, n)).differences(), level);
  }

  private static boolean problem(Played first, Played second) {
    return !first.isPlayed() || !second.isPlayed();
  }

  /** 1 for a hit, 0 for a miss. */
  private double[] hits(Played played, int n) {
    double[] hits = cut(played, n);
    Arrays.setAll(hits, r -> hits[r] >= target ? 1 : 0);
    return hits;
  }

  private static double[] cut(Played played, int n) {
    return Arrays.copyOf(played.bookings(), n);
  }
}
