package io.salestwin.experiment.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.analysis.Ground;
import io.salestwin.experiment.rehearsal.Rehearsal.Further;
import io.salestwin.experiment.rehearsal.Rehearsal.Guarded;
import io.salestwin.experiment.rehearsal.Rehearsal.Verdict;
import io.salestwin.run.Trials;
import io.salestwin.run.Trials.Heard;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.special.NormalLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole rule of a plan in rehearsals: guardrails, further metrics, what it ends with. */
class RuleTest {

  /** Nobody waits for anybody: 240 leads a month, won after some days, or not. */
  private static final String SCENARIO =
      """
      name: Lonely
      start: 2027-01-04
      horizon: 30 weeks
      begin: {empty: true}
      calendar: always
      products: {core: {value: 12000}}
      sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
      stages:
        - {name: Talk, advance: 30%, delay: {exponential: {mean: 2 days}}}
        - {name: Sign, advance: 60%, delay: {exponential: {mean: 2 days}}}
      """;

  private static final double CONFIDENCE = 0.9999;
  private static final int TRIALS = 400;

  @TempDir private Path folder;

  private Rehearsal rehearse(String treatment, String more) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path path = folder.resolve("e.yaml");
    Files.writeString(
        path,
        "name: It\nscenario: s.yaml\nhypothesis: It is so.\nunit: lead\n"
            + "metric: {name: signs, measure: conversion, to: Sign, within: 20 days}\n"
            + "effect: +10pp\ntreatment: "
            + treatment
            + "\n"
            + more);
    ExperimentFile file = ExperimentFile.read(path, List.of());
    assertThat(file.problems()).isEmpty();
    Course course = Course.of(file, 70 * Course.DAY);
    return Rehearsal.of(course, 1, new Trials(2).play(course.trials(1, TRIALS), Heard.SILENT));
  }

  /** 280 leads in each arm; a guardrail that the treatment does not touch has its own power. */
  @Test
  void aGuardrailIsShownAsOftenAsItsFormulaSays() throws IOException {
    Rehearsal found =
        rehearse(
            "{stages.Talk.advance: +20pp, stages.Sign.advance: -24pp}",
            "guardrails: [{metric: {name: won, measure: conversion, within: 20 days}, margin: 7pp}]\n"
                + "secondary: [{name: value, measure: value, within: 20 days}]\n");
    Guarded won = found.guardrails().get(0);
    // 30 % x 60 % = 50 % x 36 %: what is won stays the same, on the whole and in truth
    assertThat(won.control().orNaN()).isCloseTo(0.18, within(0.003));
    assertThat(won.effect().orNaN()).isCloseTo(0, within(0.006));
    assertThat(won.isBrokenInTruth()).isFalse();
    double error = Math.sqrt(2 * 0.18 * 0.82 / 276);
    double power = NormalLaw.above(1.6449 - 0.07 / error);
    assertBand(won.shownOfNothing(), power);
    assertBand(won.shown(), power);
    assertThat(won.brokenOfNothing().orNaN()).isLessThan(0.01);
    // what is found on the first metric is shipped when the guardrail is shown, too
    assertThat(found.planned().power().orNaN()).isGreaterThan(0.99);
    assertBand(found.rule().ships(), power);
    assertThat(found.rule().shipsNothing().orNaN()).isLessThan(0.06);
    assertThat(found.rule().grounds().get(Ground.GAIN)).isEqualTo(found.rule().ships().orNaN());
    assertThat(found.rule().grounds().values().stream().mapToDouble(each -> each).sum())
        .isCloseTo(1, within(1e-9));
    Further value = found.secondary().get(0);
    assertThat(value.control().orNaN()).isCloseTo(0.18 * 12000, within(40.0));
    assertBelow(value.foundInNothing(), 0.05);
    assertBelow(value.found(), 0.05);
  }

  /** A roll-out that breaks the guardrail is seldom shipped, however clear the gain. */
  @Test
  void aBrokenGuardrailStopsAGain() throws IOException {
    Rehearsal found =
        rehearse(
            "{stages.Talk.advance: +20pp, stages.Sign.advance: -40pp}",
            "guardrails: [{metric: {name: won, measure: conversion, within: 20 days}, margin: 1pp}]\n");
    Guarded won = found.guardrails().get(0);
    assertThat(won.isBrokenInTruth()).isTrue();
    assertThat(won.broken().orNaN()).isGreaterThan(0.5);
    assertBelow(found.rule().ships(), 0.05);
    assertThat(found.verdict()).isEqualTo(Verdict.BLOCKED);
  }

  /** A guardrail with a longer window is waited for, without a further look at the first metric. */
  @Test
  void aDecisionWaitsForTheWindowsOfItsGuardrails() throws IOException {
    Rehearsal found =
        rehearse(
            "{stages.Talk.advance: +20pp}",
            "guardrails: [{metric: {name: won, measure: conversion, within: 100 days}, margin: 2pp}]\n");
    assertThat(found.course().lastMs() - found.course().endMs()).isEqualTo(80 * Course.DAY);
    assertThat(found.planned().days().orNaN()).isEqualTo(90);
    // who finds nothing decides at once, others up to 80 days later
    assertThat(found.rule().daysOfNothing().orNaN()).isBetween(90.0, 95.0);
    assertThat(found.rule().days().orNaN()).isBetween(95.0, 170.0);
    assertThat(found.rule().ships().orNaN()).isGreaterThan(0.5);
  }

  /** Without any effect it ends when little is left to hope for; limits keep their level. */
  @Test
  void aTestEndsForWantOfAChance() throws IOException {
    Rehearsal found =
        rehearse("{stages.Talk.advance: +0.1pp}", "looks: {count: 3, futility: 30%}\n");
    assertBelow(found.planned().falsePositives(), 0.05);
    assertThat(found.rule().grounds().get(Ground.FUTILE)).isGreaterThan(0.5);
    double days = found.planned().daysOfNothing().orNaN();
    double expected = found.course().information().futility().orElseThrow().expected();
    // the expected share of the 70 days, and the window; the plan counts on 10 points, z on normal
    assertThat(days).isCloseTo(20 + 70 * expected, within(4.0));
    assertThat(found.rule().daysOfNothing().orNaN()).isEqualTo(days);
  }

  private static void assertBand(Estimate rate, double expected) {
    FalseAlarmBand band = FalseAlarmBand.of(TRIALS, expected, CONFIDENCE);
    assertThat(rate.orNaN() * TRIALS).isBetween(band.low() - 1e-6, band.high() + 1e-6);
  }

  private static void assertBelow(Estimate rate, double most) {
    FalseAlarmBand band = FalseAlarmBand.of(TRIALS, most, CONFIDENCE);
    assertThat(rate.orNaN() * TRIALS).isLessThanOrEqualTo(band.high() + 1e-6);
  }
}
