package io.salestwin.calibration.backtest;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One more contender of a backtest: at each window's begin the whole scenario is learned from what
 * was known then, as {@link Calibration} does it, and played with the deals that were open.
 *
 * @param priceCents list prices by product, those of today; may be empty
 * @param plays futures in each window, at least 2
 * @param runner who plays; never changes a result
 */
public record CalibratedMember(Map<String, Long> priceCents, int plays, Runner runner) {

  static final String NAME = "the calibrated scenario, played";

  /** Copies the prices. */
  public CalibratedMember {
    priceCents = Map.copyOf(priceCents);
  }

  /** Wins and their worth in a window; empty where the record is too thin to learn from. */
  Optional<WinModel.Draws> play(CrmHistory then, BacktestPlan.Window window, long seed) {
    Calibration learned;
    try {
      learned = Calibration.of(then, priceCents, "past", "open.csv");
    } catch (ImportProblem tooThin) {
      return Optional.empty();
    }
    Scenario scenario = scenario(learned, window);
    RunResult rows =
        runner.run(new RunPlan(scenario, seed, plays), KpiLayout.of(scenario), Progress.SILENT);
    if (rows.replications() < plays) {
      throw new ImportProblem("stopped before the scenario of " + window.from() + " was played");
    }
    return Optional.of(new WinModel.Draws(rows.column("won"), rows.column("target_bookings")));
  }

  private static Scenario scenario(Calibration learned, BacktestPlan.Window window) {
    if (!learned.start().equals(window.from())) {
      throw new IllegalStateException(learned.start() + " is not " + window.from());
    }
    List<LeverOverride> sets =
        Stream.of("targets={}", "booked={}", "horizon=until " + window.until().minusDays(1))
            .map(text -> LeverOverride.parse(text).value())
            .toList();
    ScenarioFile file = learned.read(sets);
    return file.scenario()
        .orElseThrow(
            () -> new IllegalStateException("the scenario is no scenario: " + file.problems()));
  }
}
