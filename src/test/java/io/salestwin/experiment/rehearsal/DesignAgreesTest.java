package io.salestwin.experiment.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.run.Trials;
import io.salestwin.run.Trials.Heard;
import io.salestwin.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing is shared a rehearsal finds the power of the design, whatever is assigned. */
class DesignAgreesTest {

  private static final String HEAD =
      """
      name: Lonely
      start: 2027-01-04
      horizon: 40 weeks
      begin: {empty: true}
      calendar: always
      products: {core: {value: 12000}}
      sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
      """;

  private static final String ALONE =
      HEAD + "stages: [{name: Talk, advance: 30%, delay: {exponential: {mean: 1 day}}}]\n";

  /** Twelve reps with more than enough time, who differ. */
  private static final String REPS =
      HEAD
          + """
          roles: {AE: {headcount: 12, take: onArrival, skill: {sd: 0.4}}}
          stages: [{name: Talk, owner: AE, advance: 30%, work: [{effort: 1 hour}], delay: 1 day}]
          """;

  /** Ten territories of the same size. */
  private static final String TERRITORIES =
      HEAD
          + """
          territories: {a: {share: 10%}, b: {share: 10%}, c: {share: 10%}, d: {share: 10%}, e: {share: 10%},
                        f: {share: 10%}, g: {share: 10%}, h: {share: 10%}, i: {share: 10%}, j: {share: 10%}}
          stages: [{name: Talk, advance: 30%, delay: {exponential: {mean: 1 day}}}]
          """;

  private static final int TRIALS = 300;

  /** Standard errors of a rate that a right one leaves in one of 15,000 studies. */
  private static final double SIGMAS = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"lead, 10", "rep, 14", "territory, 12", "week, 12"})
  void designAndRehearsalAgree(String unit, int weeks) throws IOException {
    String scenario = unit.equals("rep") ? REPS : unit.equals("territory") ? TERRITORIES : ALONE;
    Files.writeString(folder.resolve("s.yaml"), scenario);
    Path path = folder.resolve("e.yaml");
    Files.writeString(
        path,
        "name: It\nscenario: s.yaml\nhypothesis: It is so.\nunit: "
            + unit
            + "\nmetric: {measure: conversion, within: 10 days}\neffect: +10pp\n"
            + "treatment: {stages.Talk.advance: +10pp}\n");
    ExperimentFile file = ExperimentFile.read(path, List.of());
    assertThat(file.problems()).isEmpty();
    Design design = Design.of(file, 3, 30);
    Course course = Course.of(file, weeks * Course.WEEK, design);
    Rehearsal found =
        Rehearsal.of(course, 1, new Trials(2).play(course.trials(1, TRIALS), Heard.SILENT));
    double power = found.planned().power().orNaN();
    double theory = found.theory().power().orElseThrow();
    double error = Math.sqrt(theory * (1 - theory) / TRIALS);
    assertThat(theory).isBetween(0.3, 0.97);
    assertThat(power).isCloseTo(theory, within(SIGMAS * error));
    // the design knows only what its own plays say of the same: baseline, volume, correlation
    double designed =
        Design.power(course.plan(), design.baseline(), weeks, found.truth().effect().orNaN());
    assertThat(designed).isCloseTo(power, within(0.03 + SIGMAS * error));
    // what is measured is what a roll-out brings; the interval is 1.96 standard errors to each side
    Estimate.Value apart = found.truth().interference().value().orElseThrow();
    assertThat(Math.abs(apart.estimate())).isLessThan(SIGMAS / 1.96 * apart.interval().halfWidth());
  }
}
