package io.salestwin.calibration.fidelity;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.backtest.BacktestPlan;
import io.salestwin.calibration.fidelity.CaseLog.Case;
import io.salestwin.calibration.fidelity.Fidelity.Distance;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Cuts the record, learns, plays and measures. */
final class FidelityOf {

  private static final int WEEK = 7;
  private static final int FEWEST_CASES = 20;
  private static final int SPLITS = 20;

  private final CrmHistory history;
  private final Map<String, Long> priceCents;
  private final int plays;
  private final long seed;
  private final Consumer<String> progress;
  private final LocalDate split;
  private final int weeks;

  FidelityOf(
      CrmHistory history,
      Map<String, Long> priceCents,
      int plays,
      long seed,
      Consumer<String> progress) {
    this.history = history;
    this.priceCents = priceCents;
    this.plays = plays;
    this.seed = seed;
    this.progress = progress;
    LocalDate first = BacktestPlan.recordedFrom(history);
    // arrivals may end before the record does
    LocalDate last =
        LocalDate.ofEpochDay(
            Math.floorDiv(history.createdMs(history.deals() - 1), CrmHistory.DAY_MS));
    weeks = (int) ((last.toEpochDay() + 1 - first.toEpochDay()) / (2 * WEEK));
    split = last.plusDays(1).minusDays((long) weeks * WEEK);
  }

  Fidelity answer() {
    long length = (long) weeks * WEEK * CrmHistory.DAY_MS;
    long splitMs = split.toEpochDay() * CrmHistory.DAY_MS;
    CaseLog observed = CaseLog.of(history, splitMs, splitMs + length);
    CaseLog before = CaseLog.of(history, splitMs - length, splitMs);
    if (Math.min(observed.cases().size(), before.cases().size()) < FEWEST_CASES) {
      throw new ImportProblem(
          "from "
              + split.minusWeeks(weeks)
              + " on "
              + before.cases().size()
              + " deals were created and closed before "
              + split
              + ", and "
              + observed.cases().size()
              + " in as many weeks after it: at least "
              + FEWEST_CASES
              + " of each are needed to compare");
    }
    List<CaseLog> simulated = simulated(splitMs, length);
    CaseLog replay = before.shifted(length);
    List<Distance> distances = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (measure != Measure.CIRCADIAN_EVENTS || !history.dayOnly()) {
        distances.add(
            new Distance(
                measure,
                simulated.stream()
                    .mapToDouble(log -> measure.between(observed, log))
                    .average()
                    .orElse(Double.NaN),
                measure.between(observed, replay),
                floor(measure, observed)));
      }
    }
    return new Fidelity(
        split.minusWeeks(weeks),
        split,
        split.plusWeeks(weeks),
        observed.cases().size(),
        before.cases().size(),
        simulated.stream().mapToInt(log -> log.cases().size()).average().orElse(0),
        plays,
        distances);
  }

  private List<CaseLog> simulated(long splitMs, long length) {
    CrmHistory then = history.asOf(splitMs - 1);
    progress.accept("learning from " + then.deals() + " deals known before " + split);
    Calibration learned = Calibration.of(then, priceCents, "the first half", "open.csv");
    ScenarioFile file =
        learned.read(
            Stream.of("targets={}", "horizon=" + weeks + " weeks")
                .map(text -> LeverOverride.parse(text).value())
                .toList());
    Scenario scenario =
        file.scenario()
            .orElseThrow(
                () -> new IllegalStateException("the scenario is no scenario: " + file.problems()));
    Tracer tracer = new Tracer(new RunPlan(scenario, seed, plays));
    List<CaseLog> all = new ArrayList<>();
    for (int play = 0; play < plays; play++) {
      progress.accept("play " + (play + 1) + " of " + plays);
      all.add(CaseLog.of(tracer.trace(play), history, splitMs, splitMs + length));
    }
    return all;
  }

  /** Between random halves of the cases. */
  private double floor(Measure measure, CaseLog log) {
    double sum = 0;
    for (int i = 0; i < SPLITS; i++) {
      List<Case> cases = new ArrayList<>(log.cases());
      RandomStream stream = new RandomStream(seed, i, Purpose.BOOTSTRAP);
      for (int k = cases.size() - 1; k > 0; k--) {
        Collections.swap(cases, k, stream.nextInt(k + 1));
      }
      int half = cases.size() / 2;
      sum +=
          measure.between(
              log.with(cases.subList(0, half)), log.with(cases.subList(half, cases.size())));
    }
    return sum / SPLITS;
  }
}
