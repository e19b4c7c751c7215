package io.salestwin.experiment.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.rehearsal.Rehearsal.Adjusted;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.run.Trials;
import io.salestwin.run.Trials.Heard;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.power.FalseAlarmBand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was known before makes tests sharper, in a rehearsal by as much as theory says. */
class CovariateTest {

  /** Standard errors of what has a normal law; false alarm 6e-5. */
  private static final double SIGMAS = 4;

  private static final String HEAD =
      """
      name: Lonely
      start: 2027-01-04
      horizon: 40 weeks
      begin: {warmUp: 60 days}
      calendar: always
      products: {core: {value: 12000}}
      """;

  /** Twelve reps with more than enough time, who differ. */
  private static final String REPS =
      HEAD
          + """
          sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
          roles: {AE: {headcount: 12, take: onArrival, skill: {sd: 0.6}}}
          stages:
            - {name: Talk, owner: AE, advance: 30%, work: [{effort: 1 hour}], delay: 2 days}
          """;

  /** Nobody waits for anybody, and leads differ in what they are worth. */
  private static final String SCORED =
      HEAD
          + """
          sources:
            in: {arrivals: {perMonth: 240}, cost: 5, quality: {beta: {mean: 0.5, sd: 0.25}}, scoreNoise: 0.1}
          stages: [{name: Talk, advance: 30%, quality: 0.8, delay: {exponential: {mean: 1 day}}}]
          """;

  @TempDir private Path folder;

  @Test
  void whatRepsDidBeforeTakesAwayWhatTheyDiffer() throws IOException {
    int trials = 400;
    Rehearsal found = rehearse(REPS, "rep", "from: 40 days", 70, trials);
    assertThat(found.methods().stream().map(Judged::method))
        .startsWith(Method.ADJUSTED, Method.CLUSTERS);
    Judged with = found.methods().get(0);
    Adjusted adjusted = found.covariate().orElseThrow();
    assertRate(with.falsePositives(), 0.05, trials);
    assertRate(with.coverage(), 0.95, trials);
    // 12 reps: a slope from 9 degrees of freedom costs a ninth, 1 + 1 / (12 - 4); the correlation
    // of their means within the arms is one of 9 degrees of freedom, too
    double correlation = adjusted.correlation().orNaN();
    assertThat(correlation).isBetween(0.5, 0.85);
    double theory = 1 - (1 - correlation * correlation) * 9 / 8.0;
    Estimate.Value saved = adjusted.saved().value().orElseThrow();
    assertThat(saved.interval().low()).isPositive();
    assertThat(saved.estimate()).isCloseTo(theory, within(0.1));
    assertThat(with.power().value().orElseThrow().interval().low())
        .isGreaterThan(adjusted.without().power().value().orElseThrow().interval().high());
    // the formula knows no covariate of reps: it is held against the test without it
    assertThat(found.theory().held()).isEqualTo(adjusted.without());
  }

  @Test
  void theScoreOfLeadsSavesTheSquareOfItsCorrelation() throws IOException {
    int trials = 300;
    Rehearsal found = rehearse(SCORED, "lead", "from: score", 28, trials);
    assertThat(found.methods().stream().map(Judged::method))
        .containsExactly(Method.ADJUSTED, Method.SHARES);
    Judged with = found.methods().get(0);
    assertRate(with.falsePositives(), 0.05, trials);
    assertRate(with.coverage(), 0.95, trials);
    // CUPED leaves 1 - correlation² of the variance (Deng, Xu, Kohavi and Walker, 2013)
    Adjusted adjusted = found.covariate().orElseThrow();
    double correlation = adjusted.correlation().orNaN();
    assertThat(correlation).isBetween(0.25, 0.6);
    assertThat(
            adjusted.saved().value().orElseThrow().interval().contains(correlation * correlation))
        .isTrue();
    assertThat(found.theory().held()).isEqualTo(with);
    assertRate(with.power(), found.theory().power().orElseThrow(), trials);
  }

  @Test
  void aCovariateOfUnknownOriginIsNotPlayed() throws IOException {
    Rehearsal found = rehearse(SCORED, "lead", "correlation: 0.5", 20, 20);
    assertThat(found.covariate()).isEmpty();
    assertThat(found.methods().get(0).method()).isEqualTo(Method.SHARES);
  }

  @Test
  void whatCannotBeKnownIsSaid() throws IOException {
    assertThat(file(SCORED, "lead", "from: 40 days").problems().stream().map(Problem::toString))
        .singleElement()
        .asString()
        .contains("a lead has no time before the experiment", "write score");
    ExperimentFile far = file(REPS, "rep", "from: 90 days");
    assertThat(far.problems()).isEmpty();
    assertThatThrownBy(() -> Course.of(far, 30 * Course.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("looks back for 100 days")
        .hasMessageContaining("begins only 60 days before");
  }

  private Rehearsal rehearse(String scenario, String unit, String covariate, int days, int trials)
      throws IOException {
    ExperimentFile file = file(scenario, unit, covariate);
    assertThat(file.problems()).isEmpty();
    Course course = Course.of(file, days * Course.DAY);
    return Rehearsal.of(course, 1, new Trials(2).play(course.trials(1, trials), Heard.SILENT));
  }

  private ExperimentFile file(String scenario, String unit, String covariate) throws IOException {
    Files.writeString(folder.resolve("scenario.yaml"), scenario);
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        "name: It\nscenario: scenario.yaml\nhypothesis: It is so.\nunit: "
            + unit
            + "\nmetric: {measure: conversion, within: 10 days}\neffect: +8pp\n"
            + "treatment: {stages.Talk.advance: +10pp}\ncovariate: {column: known, "
            + covariate
            + "}\n");
    return ExperimentFile.read(file, List.of());
  }

  private static void assertRate(Estimate rate, double expected, int trials) {
    FalseAlarmBand band = FalseAlarmBand.of(trials, expected, 0.9999);
    assertThat(rate.orNaN() * trials).isBetween(band.low() - 1e-6, band.high() + 1e-6);
  }
}
