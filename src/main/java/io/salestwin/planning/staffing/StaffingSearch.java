package io.salestwin.planning.staffing;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.staffing.StaffingPlan.Tried;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.selection.ChanceTest.Decision;
import io.salestwin.statistics.selection.CheapestFeasible;
import io.salestwin.statistics.sequential.AnytimeShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the plans of a question: first the search, then what is worth knowing of its answer. */
final class StaffingSearch {

  /** When none reaches the goal: plans that are played further, and how far. */
  private static final int CONTENDERS = 6;

  private static final int CONTEST = 128;

  private final StaffingQuestion question;
  private final Runner runner;
  private final Progress progress;
  private final Map<Integer, RunResult> open = new LinkedHashMap<>();
  private int decided;
  private long contest;

  StaffingSearch(StaffingQuestion question, Runner runner, Progress progress) {
    this.question = question;
    this.runner = runner;
    this.progress = progress;
  }

  StaffingPlan answer() {
    long[] costs = question.plans().stream().mapToLong(StaffPlan::costCents).toArray();
    CheapestFeasible search =
        CheapestFeasible.of(
            costs,
            new CheapestFeasible.Rule(
                question.goal().odds(),
                question.sampling().zone(),
                question.sampling().risk(),
                question.toleranceCents(),
                Math.max(1, question.sampling().mostPerPlan() / 2)),
            this::hits,
            this::tell);
    open.clear();
    List<Tried> tried = tried(search);
    int best = search.chosen();
    if (best < 0 && !search.stopped()) {
      best = closest(tried);
    }
    return new StaffingFigures(question, tried, search, best, runner, progress).plan(contest);
  }

  /** When none reaches the goal: the plans with the best shares so far, played a little further. */
  private int closest(List<Tried> tried) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -promise(tried.get(i)))
            .thenComparing(i -> -tried.get(i).plan().costCents()));
    int best = -1;
    double share = -1;
    for (int i : order.subList(0, Math.min(CONTENDERS, order.size()))) {
      RunResult run =
          runner
              .extend(List.of(start(question.plans().get(i))), new int[] {CONTEST}, progress)
              .get(0);
      contest += run.replications();
      double hits = 0;
      for (double figure : run.column(question.goal().column())) {
        hits += question.goal().isHit(figure) ? 1 : 0;
      }
      if (run.replications() > 0 && hits / run.replications() > share) {
        share = hits / run.replications();
        best = i;
      }
    }
    return best;
  }

  /** The share of hits, as if one more replication had missed. */
  static double promise(Tried plan) {
    return plan.replications() == 0
        ? 0
        : plan.odds() * plan.replications() / (plan.replications() + 1.0);
  }

  /** Plays one plan further; how many of each pair of replications reached the goal. */
  private int[] hits(int plan, int from, int to) {
    RunResult before = open.computeIfAbsent(plan, p -> start(question.plans().get(p)));
    RunResult after = runner.extend(List.of(before), new int[] {2 * to}, progress).get(0);
    open.put(plan, after);
    double[] figures = after.column(question.goal().column());
    int[] hits = new int[figures.length / 2 - from];
    for (int i = 0; i < 2 * hits.length; i++) {
      hits[i / 2] += question.goal().isHit(figures[2 * from + i]) ? 1 : 0;
    }
    return hits;
  }

  private RunResult start(StaffPlan plan) {
    Scenario scenario = question.recipe().with(StaffGrid.overrides(plan.sets())).scenario();
    return start(question, scenario, question.sampling().seed());
  }

  /** A scenario of which nothing is played yet, with the columns that matter here. */
  static RunResult start(StaffingQuestion question, Scenario scenario, long seed) {
    String goal = question.goal().column();
    String bookings = Targets.column(KpiLayout.HORIZON);
    KpiLayout layout =
        KpiLayout.of(scenario)
            .only(column -> column.name().equals(goal) || column.name().equals(bookings));
    RunPlan plan =
        new RunPlan(scenario, seed, 1, question.sampling().antithetic(), Optional.empty());
    return RunResult.empty(plan, layout);
  }

  private void tell(int plan, CheapestFeasible.Plan state, int chosen) {
    if (state.answer() != Decision.OPEN) {
      open.remove(plan);
      decided++;
    }
    progress.told(
        decided
            + " of "
            + question.plans().size()
            + " plans decided; "
            + (chosen < 0 ? "none reaches the goal yet" : "the goal is reached"));
  }

  private List<Tried> tried(CheapestFeasible search) {
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < search.plans().size(); i++) {
      CheapestFeasible.Plan plan = search.plans().get(i);
      tried.add(
          new Tried(
              question.plans().get(i),
              plan.answer(),
              2 * plan.units(),
              plan.share(),
              AnytimeShare.of(plan.hits() / 2.0, plan.units(), Interval.ERROR)));
    }
    return tried;
  }
}
