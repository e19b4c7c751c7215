package io.salestwin.experiment.analysis;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.design.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as a person writes it, read and designed once, when it is first needed. */
final class Planned {

  /** A day after all that a plan here allows. */
  static final LocalDate END = LocalDate.of(2029, 1, 1);

  static final LocalDate START = LocalDate.of(2027, 1, 4);

  private static final Path FOLDER = Path.of("target/studies/plans");

  private static final String SCENARIO =
      """
      name: One stage
      currency: USD
      start: 2027-01-04
      horizon: 4 quarters
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 100k}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      territories: {north: {share: 25%}, south: {share: 25%}, east: {share: 25%}, west: {share: 25%}}
      roles: {AE: {headcount: 8, hoursPerWeek: 38, territories: {north: 2, south: 2, east: 2, west: 2}}}
      stages:
        - name: Sell
          owner: AE
          work: [{activity: call, effort: 30 min}]
          delay: {advance: 20 days, otherwise: 20 days}
          advance: 30%
          lose: {price: 100%}
      """;

  /** Every plan of a study; what none of them uses is not studied. */
  private static final List<Planned> ALL = new ArrayList<>();

  private final String text;
  private ExperimentFile file;
  private Design design;

  private Planned(String unit, String metric, String effect, String more) {
    text =
        """
        name: Study
        scenario: scenario.yaml
        hypothesis: H
        treatment: {stages.Sell.advance: +5pp}
        unit: %s
        metric: %s
        effect: %s
        volume: 200
        atMost: 18 months
        """
                .formatted(unit, metric, effect)
            + more;
  }

  /** A plan of a unit and a metric as written, with further keys, each on a line of its own. */
  static Planned of(String unit, String metric, String effect, String more) {
    Planned plan = new Planned(unit, metric, effect, more);
    ALL.add(plan);
    return plan;
  }

  static List<Planned> all() {
    return List.copyOf(ALL);
  }

  ExperimentFile file() {
    if (file == null) {
      file = read();
      if (file.plan().isEmpty()) {
        throw new IllegalArgumentException(text + file.problems());
      }
    }
    return file;
  }

  /** The plan, if it may be written so. */
  static Optional<ExperimentPlan> tried(String unit, String metric, String effect) {
    return new Planned(unit, metric, effect, "").read().plan();
  }

  private ExperimentFile read() {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("scenario.yaml"), SCENARIO);
      Path path = FOLDER.resolve("plan.yaml");
      Files.writeString(path, text);
      return ExperimentFile.read(path, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExperimentPlan plan() {
    return file().plan().orElseThrow();
  }

  Design design() {
    if (design == null) {
      design = Design.of(file(), 1, 5);
    }
    return design;
  }

  /** Leads of both arms together, as designed. */
  int leads() {
    return (int) design().size().leads();
  }

  /** The judgement when all that the plan allows has passed. */
  AnalysisOf.Judgement atEnd(String rows) {
    return on(END, rows, List.of());
  }

  /** The same with what stands beside the planned test. */
  AnalysisOf.Judgement whole(String rows) {
    return judged(END, rows, List.of(), Comparing.whole(plan(), 1));
  }

  /** The judgement on a day, after earlier looks; nothing stands beside the planned test. */
  AnalysisOf.Judgement on(LocalDate day, String rows, List<LocalDate> looked) {
    return judged(day, rows, looked, new Comparing(plan(), 1, Comparing.DRAWS, true));
  }

  private AnalysisOf.Judgement judged(
      LocalDate day, String rows, List<LocalDate> looked, Comparing comparing) {
    Results results = Results.parse(rows, "results", plan(), Optional.of(day));
    if (!results.isSound()) {
      throw new IllegalArgumentException(
          results.problems().stream().map(Problem::message).distinct().toList().toString());
    }
    return new AnalysisOf(file(), design(), results, looked, comparing).judgement();
  }

  /** Whether any look has found an effect. */
  static boolean finds(AnalysisOf.Judgement judged) {
    return judged.looks().stream().anyMatch(Analysis.Look::crossed);
  }

  static boolean ships(AnalysisOf.Judgement judged) {
    return judged.decision().advice() == Analysis.Advice.SHIP;
  }

  static boolean holds(AnalysisOf.Judgement judged, double truth) {
    return judged.looking().low() <= truth && truth <= judged.looking().high();
  }
}
