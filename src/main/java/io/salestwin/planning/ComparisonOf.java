package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Slice;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.KpiDifference;
import io.salestwin.planning.Comparison.PeriodDifference;
import io.salestwin.planning.Comparison.Question;
import io.salestwin.planning.Comparison.Sampling;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.planning.Comparison.Verdict;
import io.salestwin.run.PairedRuns;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Threshold.Measure;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.OddsDifference;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Plays alternatives and compares them. */
final class ComparisonOf {

  /** Replications of those that are left when the best is to be chosen and nothing is said. */
  private static final int MOST_TO_SELECT = 2048;

  private final Question question;
  private final Runner runner;
  private final Progress progress;
  private final Goal goal;
  private final double level;
  private final List<ScenarioFile> files;
  private final List<List<Change>> changes;
  private List<RunResult> runs;

  ComparisonOf(Question question, Runner runner, Progress progress) {
    this.question = question;
    this.runner = runner;
    this.progress = progress;
    goal = question.goal();
    level = question.effort().level();
    files = question.alternatives().stream().map(a -> a.recipe().read()).toList();
    changes = files.stream().map(f -> Change.between(files.get(0).tree(), f.tree())).toList();
    runs = files.stream().map(file -> empty(file.scenario().orElseThrow())).toList();
  }

  private RunResult empty(Scenario scenario) {
    RunPlan plan = new RunPlan(scenario, question.seed(), question.effort().most());
    KpiLayout layout = KpiLayout.of(scenario).only(column -> column.kpi().slice() != Slice.WEEK);
    return RunResult.empty(question.antithetic() ? plan.mirrored() : plan, layout);
  }

  Comparison comparison() {
    boolean enough = play();
    List<Contest> contests = new ArrayList<>();
    for (int a = 1; a < runs.size(); a++) {
      contests.add(contest(a));
    }
    List<Standing> standings = new ArrayList<>();
    for (int a = 0; a < runs.size(); a++) {
      standings.add(standing(a));
    }
    Parsed<Selection> selection = selection();
    int best =
        selection.isBad() || selection.value().chosen().isEmpty()
            ? best(standings)
            : selection.value().chosen().getAsInt();
    Parsed<Attribution> attribution = attribution(best);
    Scenario base = base().plan().scenario();
    return new Comparison(
        base.name(),
        base.currency(),
        base.targets().basis(),
        question.seed(),
        goal,
        goal.unit(base().layout()),
        new Sampling(
            question.effort(),
            base().replications(),
            runner.plays(),
            Effort.end(runner.isCutShort(), enough)),
        standings,
        contests,
        best,
        attribution,
        selection);
  }

  private Parsed<Selection> selection() {
    if (runs.size() < 3) {
      return Parsed.bad("there are only two alternatives", "");
    }
    Effort effort = question.effort();
    int cap = effort.rule() == Effort.Rule.DECIDED ? MOST_TO_SELECT : effort.most();
    double zone = ofBase(effort.tight().orElse(Effort.USUAL_TIGHT));
    return new SelectionOf(goal, goal.sign(base().layout()), zone, cap, runs)
        .selection(runner, progress);
  }

  private Parsed<Attribution> attribution(int best) {
    int a = best == 0 && runs.size() == 2 ? 1 : best;
    if (a == 0 || isSame(a)) {
      return Parsed.bad("nothing is better than the base", "");
    }
    List<Alternative> all = question.alternatives();
    return Combinations.of(all.get(0).recipe(), all.get(a).recipe())
        .flatMap(
            combinations ->
                AttributionOf.of(
                    all.get(a).name(),
                    combinations,
                    goal,
                    level,
                    base(),
                    runs.get(a),
                    runner,
                    progress));
  }

  private RunResult base() {
    return runs.get(0);
  }

  // ---- playing

  /** Plays until it may end; whether that is because enough is known. */
  private boolean play() {
    Effort.Played played =
        question
            .effort()
            .play(
                runs,
                runner,
                progress,
                now -> {
                  runs = now;
                  return isEnough();
                });
    runs = played.runs();
    return played.isEnough();
  }

  private boolean isEnough() {
    boolean enough = true;
    for (int a = 1; a < runs.size(); a++) {
      Estimate difference = goalDifference(a);
      Verdict verdict = verdict(a, difference);
      boolean tight = halfWidth(difference) <= tight();
      enough &=
          verdict == Verdict.SAME
              || tight
              || question.effort().rule() == Effort.Rule.DECIDED
                  && (verdict != Verdict.OPEN || areBookingsTight(a));
    }
    return enough;
  }

  private boolean areBookingsTight(int a) {
    String column = Targets.column(KpiLayout.HORIZON);
    PairedRuns paired = new PairedRuns(base(), runs.get(a));
    double mean = Pairs.ofComputable(base().column(column)).mean();
    return halfWidth(error(level -> paired.difference(column, level)))
        <= Effort.USUAL_TIGHT_BOOKINGS * Math.abs(mean);
  }

  private static double halfWidth(Estimate estimate) {
    return estimate.value().map(v -> v.interval().halfWidth()).orElse(Double.POSITIVE_INFINITY);
  }

  /** The half-width that is tight enough, in units of the goal. */
  private double tight() {
    return ofBase(question.effort().tight().orElse(Effort.USUAL_TIGHT));
  }

  /** A share of the base's mean, or of 100 points. */
  private double ofBase(double share) {
    if (goal.unit(base().layout()) == KpiInfo.Unit.SHARE) {
      return share;
    }
    Pairs values = Pairs.ofComputable(goal.values(base()));
    return values.n() == 0 ? 0 : share * Math.abs(values.mean());
  }

  // ---- the goal

  private Estimate error(DoubleFunction<Estimate> interval) {
    return Effort.error(level, interval);
  }

  private Estimate goalDifference(int a) {
    return isSame(a) ? exactly(0) : goal.difference(base(), runs.get(a), level);
  }

  private static Estimate exactly(double value) {
    return Estimate.of(value, new Interval(value, value, Interval.ERROR));
  }

  /** Whether the inputs are the same: then so is everything, whatever the luck. */
  private boolean isSame(int a) {
    return changes.get(a).isEmpty() && data(files.get(a)).equals(data(files.get(0)));
  }

  private static List<String> data(ScenarioFile file) {
    return file.files().entrySet().stream()
        .filter(f -> !f.getKey().matches("(?i).*\\.(ya?ml|json)"))
        .map(f -> f.getKey() + "\n" + f.getValue())
        .toList();
  }

  private Verdict verdict(int a, Estimate difference) {
    if (isSame(a)) {
      return Verdict.SAME;
    }
    if (difference.value().isEmpty()) {
      return Verdict.OPEN;
    }
    Interval interval = difference.value().get().interval();
    int sign = goal.sign(base().layout());
    double low = sign > 0 ? interval.low() : -interval.high();
    double high = sign > 0 ? interval.high() : -interval.low();
    if (low > 0) {
      return Verdict.BETTER;
    } else if (high < 0) {
      return Verdict.WORSE;
    }
    double little = ofBase(Effort.NO_MATTER);
    return low >= -little && high <= little ? Verdict.NO_MATTER : Verdict.OPEN;
  }

  // ---- the answer

  private Standing standing(int a) {
    RunResult run = runs.get(a);
    Targets targets = new Targets(run.plan().scenario(), run.layout());
    return new Standing(
        question.alternatives().get(a).name(),
        goal.isOdds()
            ? error(level -> targets.odds(goal.figure(), run, level))
            : mean(Pairs.ofComputable(goal.values(run))),
        mean(Pairs.ofComputable(run.column(Targets.column(KpiLayout.HORIZON)))),
        ThresholdResult.judge(run, level > Interval.ERROR));
  }

  /** The best by what was seen; the base where nothing is better. */
  private int best(List<Standing> standings) {
    int best = 0;
    int sign = goal.sign(base().layout());
    for (int a = 1; a < standings.size(); a++) {
      double difference =
          sign * (standings.get(a).goal().orNaN() - standings.get(best).goal().orNaN());
      best = difference > 0 ? a : best;
    }
    return best;
  }

  private Contest contest(int a) {
    Estimate difference = goalDifference(a);
    MatchedPairs values = MatchedPairs.of(goal.values(base()), goal.values(runs.get(a)));
    int sign = goal.sign(base().layout());
    double[] better = sign(base().column(goal.column()), runs.get(a).column(goal.column()), sign);
    return new Contest(
        question.alternatives().get(a).name(),
        verdict(a, difference),
        changes.get(a),
        difference,
        error(values::varianceRatio),
        error(level -> Intervals.atLeast(Pairs.ofComputable(better), 1, level)),
        Arrays.stream(better).filter(s -> s == 0).count() / (double) better.length,
        periods(a),
        kpis(a),
        VelocityParts.of(base(), runs.get(a), level));
  }

  /** 1 where the second is better, -1 where the first is, 0 where both are the same. */
  private static double[] sign(double[] first, double[] second, int direction) {
    double[] signs = new double[first.length];
    Arrays.setAll(signs, r -> direction * Math.signum(second[r] - first[r]));
    return signs;
  }

  private List<PeriodDifference> periods(int a) {
    List<String> periods = new ArrayList<>();
    for (String period : new Targets(base().plan().scenario(), base().layout()).periods()) {
      if (runs.get(a).layout().index(Targets.column(period)) >= 0) {
        periods.add(period);
      }
    }
    periods.add(KpiLayout.HORIZON);
    return periods.stream().map(period -> period(a, period)).toList();
  }

  private PeriodDifference period(int a, String period) {
    RunResult other = runs.get(a);
    KpiDifference bookings =
        kpi(a, base().layout().columns().get(base().layout().index(Targets.column(period))));
    Goal hit = new Goal(Measure.HIT, period);
    boolean both = hasTarget(base(), hit) && hasTarget(other, hit);
    return new PeriodDifference(
        period,
        bookings.base(),
        bookings.other(),
        bookings.difference(),
        bookings.ratio(),
        both ? Optional.of(odds(base(), period)) : Optional.empty(),
        both ? Optional.of(odds(other, period)) : Optional.empty(),
        both
            ? Optional.of(
                isSame(a)
                    ? exactly(0)
                    : error(
                        level -> OddsDifference.of(hit.values(base()), hit.values(other), level)))
            : Optional.empty());
  }

  private static boolean hasTarget(RunResult run, Goal hit) {
    return hit.problem(run.plan().scenario(), run.layout()).isEmpty();
  }

  private Estimate odds(RunResult run, String period) {
    Targets targets = new Targets(run.plan().scenario(), run.layout());
    return error(level -> targets.odds(period, run, level));
  }

  private List<KpiDifference> kpis(int a) {
    return base().layout().columns().stream()
        .filter(column -> runs.get(a).layout().index(column.name()) >= 0)
        .map(column -> kpi(a, column))
        .toList();
  }

  private KpiDifference kpi(int a, KpiLayout.Column column) {
    double[] first = base().column(column.name());
    double[] second = runs.get(a).column(column.name());
    int missing = 0;
    for (int r = 0; r < first.length; r++) {
      if (Double.isNaN(first[r] + second[r])) {
        first[r] = Double.NaN;
        second[r] = Double.NaN;
        missing++;
      }
    }
    PairedRuns paired = new PairedRuns(base(), runs.get(a));
    return new KpiDifference(
        column.kpi(),
        column.period(),
        column.member(),
        mean(Pairs.ofComputable(first)),
        mean(Pairs.ofComputable(second)),
        error(level -> paired.difference(column.name(), level)),
        error(level -> paired.varianceRatio(column.name(), level)),
        missing);
  }

  private Estimate mean(Pairs pairs) {
    return pairs.n() == 0
        ? Estimate.notComputable("no replication has anything to compute it from")
        : error(level -> Intervals.mean(pairs, level));
  }
}
