package io.salestwin.planning.staffing;

import io.salestwin.finance.SeatCost;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.staffing.StaffingPlan.Marginal;
import io.salestwin.planning.staffing.StaffingPlan.Measured;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.OddsDifference;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.selection.CheapestFeasible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is worth knowing of the answer of a search, played with luck of its own: the odds of the
 * plan that was found, of the scenario as it is and of plans that cost more or less, and paired
 * with the plan that was found, one rep more and one month later.
 */
final class StaffingFigures {

  /** A plan of the frontier is played a quarter as often: it is there for the look of the curve. */
  private static final int SHARE_OF_FRONTIER = 4;

  private final StaffingQuestion question;
  private final List<Tried> tried;
  private final CheapestFeasible search;
  private final int best;
  private final Runner runner;
  private final Progress progress;
  private final long seed;
  private final List<RunResult> runs = new ArrayList<>();
  private final List<Integer> upTo = new ArrayList<>();
  private final List<Paired> more = new ArrayList<>();
  private final List<Paired> later = new ArrayList<>();

  /** Plans of the frontier, each with its run. */
  private final List<int[]> points = new ArrayList<>();

  private int today;
  private int found;

  /** A change with the numbers of its runs. */
  private record Paired(StaffingChange change, int before, int after) {}

  StaffingFigures(
      StaffingQuestion question,
      List<Tried> tried,
      CheapestFeasible search,
      int best,
      Runner runner,
      Progress progress) {
    this.question = question;
    this.tried = tried;
    this.search = search;
    this.runner = runner;
    this.progress = progress;
    long of = question.sampling().seed();
    seed = of == Long.MAX_VALUE ? 0 : of + 1;
    this.best = best;
  }

  /**
   * Plays and answers.
   *
   * @param contest replications that were played between the search and this
   */
  StaffingPlan plan(long contest) {
    today = add(question.scenario(), question.sampling().replications());
    found = today;
    if (best >= 0) {
      plan(question.recipe().with(StaffGrid.overrides(sets(best))).read());
    }
    List<RunResult> played =
        runner.extend(runs, upTo.stream().mapToInt(Integer::intValue).toArray(), progress);
    boolean any = best >= 0;
    return new StaffingPlan(
        question,
        tried,
        search.chosen(),
        best,
        search.open(),
        search.stopped() || runner.isCutShort(),
        measured(played.get(today)),
        any ? Optional.of(measured(played.get(found))) : Optional.empty(),
        any ? StaffingChanges.steps(question, best) : List.of(),
        frontier(played),
        more.stream().map(change -> marginal(change, played)).toList(),
        later.stream().map(change -> marginal(change, played)).toList(),
        any ? StaffingChanges.atLimit(question, best) : List.of(),
        2 * search.units(),
        contest + played.stream().mapToLong(RunResult::replications).sum());
  }

  /** What is to be played of the best plan. */
  private void plan(ScenarioFile file) {
    if (!StaffingChanges.steps(question, best).isEmpty()) {
      found = add(file.scenario().orElseThrow(), question.sampling().replications());
    }
    StaffingChanges changes = new StaffingChanges(question, best, file);
    changes.oneMore().forEach(change -> more.add(pair(change)));
    changes.later().forEach(change -> later.add(pair(change)));
    points.add(new int[] {best, found});
    for (int step : new FrontierChoice(question.plans(), tried, best).plans()) {
      points.add(new int[] {step, add(scenario(sets(step)), few())});
    }
  }

  private List<String> sets(int plan) {
    return question.plans().get(plan).sets();
  }

  private List<Point> frontier(List<RunResult> played) {
    return FrontierChoice.undominated(
        points.stream().map(p -> new Point(p[0], odds(played.get(p[1])))).toList(),
        question.plans());
  }

  private int few() {
    int few = question.sampling().replications() / SHARE_OF_FRONTIER;
    return Math.max(2, few - few % 2);
  }

  private Scenario scenario(List<String> sets) {
    return question.recipe().with(StaffGrid.overrides(sets)).scenario();
  }

  private int add(Scenario scenario, int replications) {
    runs.add(StaffingSearch.start(question, scenario, seed));
    upTo.add(replications);
    return runs.size() - 1;
  }

  private Paired pair(StaffingChange change) {
    int replications = question.sampling().replications();
    int before = change.before().map(sets -> add(scenario(sets), replications)).orElse(found);
    return new Paired(change, before, add(scenario(change.after()), replications));
  }

  private Marginal marginal(Paired pair, List<RunResult> played) {
    RunResult before = played.get(pair.before());
    RunResult after = played.get(pair.after());
    int n = Math.min(before.replications(), after.replications());
    return new Marginal(
        pair.change().name(),
        pair.change().after(),
        cost(after).cents() - cost(before).cents(),
        OddsDifference.of(cut(hits(before), n), cut(hits(after), n), Interval.ERROR),
        Intervals.mean(
            MatchedPairs.of(cut(bookings(before), n), cut(bookings(after), n)).differences(),
            Interval.ERROR));
  }

  private static double[] cut(double[] figures, int n) {
    return Arrays.copyOf(figures, n);
  }

  private static SeatCost cost(RunResult run) {
    return SeatCost.of(run.plan().scenario());
  }

  private double[] hits(RunResult run) {
    double[] figures = run.column(question.goal().column());
    return Arrays.stream(figures).map(x -> question.goal().isHit(x) ? 1 : 0).toArray();
  }

  private static double[] bookings(RunResult run) {
    return run.column(Targets.column(KpiLayout.HORIZON));
  }

  private Estimate odds(RunResult run) {
    return Intervals.atLeast(Pairs.of(hits(run)), 1, Interval.ERROR);
  }

  private Measured measured(RunResult run) {
    SeatCost cost = cost(run);
    return new Measured(
        cost.cents(),
        cost.rampingCents(),
        odds(run),
        Intervals.mean(Pairs.ofComputable(bookings(run)), Interval.ERROR));
  }
}
