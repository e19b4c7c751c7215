package io.salestwin.experiment.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Verdict;
import io.salestwin.run.Trials;
import io.salestwin.run.Trials.Heard;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.proportion.TwoProportions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  /** A band that a right figure leaves in one of 1,000 studies. */
  private static final double CONFIDENCE = 0.999;

  /** Standard errors of what has a normal law; false alarm 6e-5. */
  private static final double SIGMAS = 4;

  @TempDir private Path folder;

  // ---- where theory holds

  @Test
  void whereNothingIsSharedPowerAndFalsePositivesAreThoseOfTheory() throws IOException {
    Rehearsal found = rehearse(LONELY, "{stages.Talk.advance: +8pp}", "lead", "", 70, 1500);
    Judged z = found.methods().get(0);
    assertThat(z.method()).isEqualTo(Method.SHARES);
    // all come in the same 70 days: 280 leads on the mean in an arm, 30 % against 38 %
    assertThat(found.truth().control().orNaN()).isCloseTo(0.30, within(0.002));
    assertThat(found.truth().effect().orNaN()).isCloseTo(0.08, within(0.002));
    assertThat(found.interferes()).isFalse();
    assertRate(z.power(), found.theory().power().orElseThrow(), 1500);
    assertThat(found.theory().power().orElseThrow()).isBetween(0.4, 0.6);
    assertRate(z.falsePositives(), 0.05, 1500);
    assertRate(z.coverage(), 0.95, 1500);
    // with one look the plan is that method
    assertThat(found.planned().power()).isEqualTo(z.power());
    assertThat(found.planned().days().orNaN()).isEqualTo(90);
    assertThat(found.verdict()).isEqualTo(Verdict.TOO_WEAK);
    // who looks every week and stops is wrong more often, by what looks of such a number cost
    assertThat(found.peeking().falsePositives().value().orElseThrow().interval().low())
        .isGreaterThan(0.10);
    // of what is found by a weak test too much is made
    assertThat(z.exaggeration().orNaN()).isBetween(1.2, 1.6);
    assertThat(z.wrongSign().orNaN()).isLessThan(0.005);
  }

  @Test
  void aDesignReachesThePowerThatItPromises() throws IOException {
    ExperimentFile file =
        file(LONELY, "{stages.Talk.advance: +8pp}", "lead", "", "effect: +8pp\nlooks: 1\n");
    double weeks = Design.of(file, 1, 40).duration().enrolWeeks();
    Course course = Course.of(file, Math.round(weeks * Course.WEEK));
    Rehearsal found = play(course, 1200, 2);
    // the design's own error: its baseline and volume come from 40 plays
    assertThat(found.planned().power().orNaN()).isCloseTo(0.80, within(0.045));
    assertThat(found.verdict()).isEqualTo(Verdict.RUN);
  }

  @Test
  void aBudgetOfLooksKeepsTheLevelAndEndsSooner() throws IOException {
    String looks = "looks: {count: 4, spending: pocock}\n";
    Course course =
        Course.of(
            file(LONELY, "{stages.Talk.advance: +13pp}", "lead", looks, "effect: +8pp\n"),
            70 * Course.DAY);
    Rehearsal found = play(course, 1000, 2);
    assertThat(course.looksMs().stream().map(ms -> ms / (double) Course.DAY))
        .containsExactly(37.5, 55.0, 72.5, 90.0);
    assertBelow(found.planned().falsePositives(), 0.05, 1000);
    assertThat(found.planned().falsePositives().orNaN()).isGreaterThan(0.03);
    assertThat(found.planned().power().orNaN())
        .isLessThan(found.methods().get(0).power().orNaN())
        .isGreaterThan(0.75);
    assertThat(found.planned().days().orNaN()).isLessThan(75);
    assertThat(found.planned().daysOfNothing().orNaN()).isGreaterThan(85);
    assertThat(found.planned().stops().stream().mapToDouble(each -> each).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(found.planned().stops().get(0)).isGreaterThan(0.2);
  }

  @Test
  void aMixtureTestMayBeLookedAtEveryWeek() throws IOException {
    Course course =
        Course.of(
            file(
                LONELY,
                "{stages.Talk.advance: +13pp}",
                "lead",
                "looks: {always: mixture}\n",
                "effect: +8pp\n"),
            70 * Course.DAY);
    Rehearsal found = play(course, 800, 2);
    assertBelow(found.planned().falsePositives(), 0.05, 800);
    assertThat(found.planned().power().orNaN()).isGreaterThan(0.5);
    assertThat(found.planned().days().orNaN()).isLessThan(85);
  }

  @Test
  void sharesAreComparedAsTheCalculatorsDo() {
    boolean[] treated = new boolean[90];
    double[] values = new double[90];
    for (int i = 0; i < 90; i++) {
      treated[i] = i >= 40;
      values[i] = i < 9 || i >= 70 ? 1 : 0;
    }
    Cases cases = new Cases(new int[90], values, treated);
    Finding found = Finding.of(Method.SHARES, null, null, cases, 0, 0.95, null, 0);
    TwoProportions known = TwoProportions.of(9, 40, 20, 50, 0.95);
    assertThat(found.effect()).isCloseTo(known.diff(), within(1e-15));
    assertThat(found.p()).isCloseTo(known.twoSided(), within(1e-14));
    assertThat(found.low()).isCloseTo(known.newcombe().low(), within(1e-14));
    assertThat(found.high()).isCloseTo(known.newcombe().high(), within(1e-14));
  }

  // ---- where it does not

  @Test
  void leadsOfTheSameRepAreNoUnitsWhereRepsWereRandomised() throws IOException {
    Rehearsal found = rehearse(SKILLED, "{stages.Talk.advance: +8pp}", "rep", "", 70, 1000);
    Judged clusters = found.methods().get(0);
    Judged naive = found.methods().get(3);
    assertThat(found.methods().stream().map(Judged::method))
        .containsExactly(Method.CLUSTERS, Method.CLUSTER_MEANS, Method.PERMUTATION, Method.SHARES);
    assertThat(naive.naive()).isTrue();
    assertThat(found.shape().clusters()).isEqualTo(12);
    assertThat(found.shape().icc()).isBetween(0.01, 0.15);
    // 2 sd/√12 of log-odds between arms against what leads alone would show
    assertThat(naive.falsePositives().value().orElseThrow().interval().low()).isGreaterThan(0.15);
    assertThat(naive.coverage().orNaN()).isLessThan(0.85);
    for (Judged right : found.methods().subList(0, 3)) {
      assertBelow(right.falsePositives(), 0.05, 1000);
      assertThat(right.falsePositives().orNaN()).as(right.method().name()).isGreaterThan(0.02);
    }
    assertThat(clusters.coverage().orNaN()).isGreaterThan(0.93);
  }

  @Test
  void whatOneArmDoesToTheRepsTheOtherOneFeels() throws IOException {
    // treated leads take four times the work of reps who are busy; who waits too long is lost
    Rehearsal found = rehearse(BUSY, "{'stages.Talk.work[0].effort': x4}", "lead", "", 70, 200);
    double truth = found.truth().effect().orNaN();
    double measured = found.truth().measured().orNaN();
    assertThat(truth).isLessThan(-0.05);
    assertThat(found.interferes()).isTrue();
    // both arms wait in the same line: the experiment sees next to nothing of it
    assertThat(Math.abs(measured)).isLessThan(0.3 * Math.abs(truth));
    assertThat(found.methods().get(0).coverage().orNaN()).isLessThan(0.9);
    assertThat(found.verdict()).isEqualTo(Verdict.NOTHING_TO_FIND);
  }

  @Test
  void aSwitchbackMixesArmsWhereLeadsLiveLongerThanAWeek() throws IOException {
    Rehearsal quick = rehearse(LONELY, "{stages.Talk.advance: +13pp}", "week", "", 84, 200);
    // Talk begins on arrival: the week of the arrival decides
    assertThat(quick.interferes()).isFalse();
    Rehearsal slow = rehearse(SLOW, "{stages.Talk.advance: +13pp}", "week", "", 84, 200);
    // three days of a week on the mean before Talk begins: many are in the next week by then
    assertThat(slow.truth().measured().orNaN())
        .isBetween(0.1 * slow.truth().effect().orNaN(), 0.8 * slow.truth().effect().orNaN());
    assertThat(slow.interferes()).isTrue();
  }

  // ---- other metrics

  @Test
  void meansTimesAndCountsAreJudgedToo() throws IOException {
    Rehearsal value =
        rehearse(
            LONELY.replace("value: 12000", "value: {lognormal: {mean: 12000, cv: 1}}"),
            "{stages.Talk.advance: +8pp}",
            "lead",
            "value",
            70,
            400);
    assertThat(value.methods().get(0).method()).isEqualTo(Method.MEANS);
    assertThat(value.truth().control().orNaN()).isCloseTo(3600, within(60.0));
    assertRate(value.methods().get(0).falsePositives(), 0.05, 400);
    Rehearsal cycle = rehearse(LONELY, "{stages.Talk.delay: x0.6}", "lead", "cycle", 70, 400);
    assertThat(cycle.methods().get(0).method()).isEqualTo(Method.LOG_RANK);
    assertRate(cycle.methods().get(0).falsePositives(), 0.05, 400);
    assertThat(cycle.truth().effect().orNaN()).isNegative();
    Rehearsal count = rehearse(SKILLED, "{stages.Talk.advance: +8pp}", "rep", "count", 70, 400);
    assertThat(count.methods().get(0).method()).isEqualTo(Method.COUNTS);
    // 240 leads a month over twelve reps, 30 % of them won
    assertThat(count.truth().control().orNaN()).isCloseTo(1.4, within(0.1));
    assertBelow(count.methods().get(0).falsePositives(), 0.05, 400);
  }

  // ---- the same for all

  @Test
  void theSameBytesOnAnyNumberOfThreads() throws IOException {
    ExperimentFile file = file(SKILLED, "{stages.Talk.advance: +8pp}", "rep", "", "effect: +8pp\n");
    Course course = Course.of(file, 40 * Course.DAY);
    Rehearsal one = play(course, 40, 1);
    Rehearsal many = play(course, 40, 4);
    assertThat(many).isEqualTo(one);
  }

  @Test
  void whatCannotBeRehearsedIsSaidWithWhatToDo() throws IOException {
    ExperimentFile whole = file(LONELY, "{'sources.in.cost': 10}", "lead", "", "effect: +8pp\n");
    assertThatThrownBy(() -> Course.of(whole, 30 * Course.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sources, which all units share");
    ExperimentFile file = file(LONELY, "{stages.Talk.advance: +8pp}", "lead", "", "effect: +8pp\n");
    assertThatThrownBy(() -> Course.of(file, 400 * Course.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("days after the scenario's horizon; make the horizon longer");
  }

  // ---- how these tests play

  private static final String HEAD =
      """
      name: Lonely
      start: 2027-01-04
      horizon: 26 weeks
      begin: {empty: true}
      calendar: always
      products: {core: {value: 12000}}
      """;

  /** Nobody waits for anybody: 240 leads a month, won at once or after some days, or not. */
  private static final String LONELY =
      HEAD
          + """
          sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
          stages:
            - {name: Talk, advance: 30%, delay: {exponential: {mean: 2 days}}}
          """;

  /** The same after another stage of some days. */
  private static final String SLOW =
      HEAD
          + """
          sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
          stages:
            - {name: First, advance: 100%, delay: {exponential: {mean: 3 days}}}
            - {name: Talk, advance: 30%}
          """;

  /** Twelve reps with more than enough time, who differ. */
  private static final String SKILLED =
      HEAD
          + """
          sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
          roles: {AE: {headcount: 12, take: onArrival, skill: {sd: 0.6}}}
          stages:
            - {name: Talk, owner: AE, advance: 30%, work: [{effort: 1 hour}], delay: 2 days}
          """;

  /** Two reps with work for one and a half, and leads who do not wait for long. */
  private static final String BUSY =
      HEAD
          + """
          sources: {in: {arrivals: {perMonth: 240}, cost: 5}}
          roles: {AE: {headcount: 2}}
          stages:
            - {name: Talk, owner: AE, advance: 50%, patience: {exponential: {mean: 1 day}}, work: [{effort: 4.5 hours}]}
          """;

  private Rehearsal rehearse(
      String scenario, String treatment, String unit, String measure, int days, int trials)
      throws IOException {
    ExperimentFile file =
        file(scenario, treatment, unit, metric(measure), "effect: " + effect(measure) + "\n");
    return play(Course.of(file, days * Course.DAY), trials, 2);
  }

  private static String effect(String measure) {
    return switch (measure) {
      case "value" -> "+10%";
      case "cycle" -> "-10%";
      case "count" -> "+10%";
      default -> "+8pp";
    };
  }

  private static String metric(String measure) {
    return measure.isEmpty()
        ? ""
        : "metric: {name: it, measure: " + measure + ", within: 20 days}\n";
  }

  private static Rehearsal play(Course course, int trials, int threads) {
    return Rehearsal.of(
        course, 1, new Trials(threads).play(course.trials(1, trials), Heard.SILENT));
  }

  private ExperimentFile file(
      String scenario, String treatment, String unit, String more, String effect)
      throws IOException {
    Files.writeString(folder.resolve("scenario.yaml"), scenario);
    String metric =
        more.contains("metric:")
            ? ""
            : "metric: {name: won within 20 days, measure: conversion, within: 20 days}\n";
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        "name: It\nscenario: scenario.yaml\nhypothesis: It is so.\ntreatment: "
            + treatment
            + "\nunit: "
            + unit
            + "\n"
            + metric
            + more
            + effect);
    ExperimentFile read = ExperimentFile.read(file, List.of());
    assertThat(read.problems()).isEmpty();
    return read;
  }

  /** The band around a binomial rate that a right one leaves in one of 1,000 studies. */
  private static void assertRate(Estimate rate, double expected, int trials) {
    double error = Math.sqrt(expected * (1 - expected) / trials);
    assertThat(rate.orNaN()).isCloseTo(expected, within(SIGMAS * error));
  }

  private static void assertBelow(Estimate rate, double most, int trials) {
    FalseAlarmBand band = FalseAlarmBand.of(trials, most, CONFIDENCE);
    assertThat(rate.orNaN() * trials).isLessThanOrEqualTo(band.high() + 1e-6);
  }
}
