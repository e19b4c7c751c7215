package io.salestwin.planning;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Pairs;
import java.util.List;
import java.util.Optional;

/**
 * Plays the scenario as it is: as often as was asked for, or until its odds are known well enough.
 *
 * @param plan what is asked
 * @param scenario the scenario
 * @param period whose target is stressed
 * @param target the target
 */
record Base(StressPlan plan, Scenario scenario, String period, double target) {

  RunResult rows(Runner runner, Progress progress) {
    RunPlan asked =
        new RunPlan(scenario, plan.seed(), plan.most(), plan.antithetic(), Optional.empty());
    RunResult rows = RunResult.empty(asked, KpiLayout.of(scenario));
    progress.told("the scenario as it is");
    int n = plan.precision().isEmpty() ? plan.most() : Math.min(plan.most(), Looks.FIRST);
    rows = upTo(rows, n, runner, progress);
    while (!runner.isCutShort() && n < plan.most() && !isPrecise(rows)) {
      n = Math.min(plan.most(), Looks.after(n));
      rows = upTo(rows, n, runner, progress);
    }
    if (rows.replications() < 4) {
      throw new UnanswerableException(
          "stopped before two pairs of replications were done: there is no answer yet");
    }
    return rows;
  }

  private static RunResult upTo(RunResult rows, int n, Runner runner, Progress progress) {
    return runner.extend(List.of(rows), new int[] {n}, progress).get(0);
  }

  private boolean isPrecise(RunResult rows) {
    Pairs bookings = Pairs.of(rows.column(Targets.column(period)));
    return Intervals.atLeast(bookings, target, Looks.LEVEL)
        .value()
        .map(v -> v.interval().halfWidth() <= plan.precision().orElseThrow())
        .orElse(false);
  }
}
