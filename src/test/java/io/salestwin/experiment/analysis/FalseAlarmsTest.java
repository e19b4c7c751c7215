package io.salestwin.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Experiments without any effect, judged at 5 %: how many find one must lie within the binomial
 * band that chance leaves with 99.9 %. An exact test may stay below it. Seeds are fixed.
 */
@Tag("validation")
class FalseAlarmsTest {

  private static final int RUNS = 1_000;
  private static final double BAND = 0.999;

  @TempDir private Path folder;

  /** Units without any effect, from a stream. */
  interface World {
    MetricData play(ExperimentPlan plan, RandomStream chance);
  }

  /**
   * One analysis in one world.
   *
   * @param name of the analysis
   * @param metric as written
   * @param unit as written
   * @param world its units
   * @param exact whether it may stay below the band
   */
  record Case(String name, String metric, String unit, World world, boolean exact) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    String share = "{measure: conversion, within: 30 days%s}";
    String value = "{measure: value, within: 30 days%s}";
    String cycle = "{measure: cycle, within: 60 days}";
    return Stream.of(
        new Case("z test", share.formatted(""), "lead", FalseAlarmsTest::shares, false),
        new Case(
            "Fisher", share.formatted(", analysis: exact"), "lead", FalseAlarmsTest::shares, true),
        new Case("Welch", value.formatted(""), "lead", FalseAlarmsTest::values, false),
        new Case(
            "winsorised",
            value.formatted(", analysis: winsorised"),
            "lead",
            FalseAlarmsTest::values,
            false),
        new Case("log", value.formatted(", analysis: log"), "lead", FalseAlarmsTest::values, false),
        new Case("log-rank", cycle, "lead", (p, c) -> times(p, c, 0), false),
        new Case("CR2", share.formatted(""), "rep", FalseAlarmsTest::reps, false),
        new Case("log-rank of reps", cycle, "rep", (p, c) -> times(p, c, 20), false),
        new Case(
            "ratio",
            "{measure: ratio, of: Sell, within: 30 days}",
            "rep",
            FalseAlarmsTest::sums,
            false),
        new Case(
            "rates", "{measure: count, within: 30 days}", "rep", FalseAlarmsTest::sums, false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findWhatIsNotThereAsOftenAsTheyMay(Case each) throws IOException {
    double rate = rejections(each, RUNS, Comparison::p);
    FalseAlarmBand band = FalseAlarmBand.of(RUNS, 0.05, BAND);
    assertThat(rate * RUNS).as("found by %s", each).isLessThanOrEqualTo(band.high());
    if (!each.exact()) {
      assertThat(rate * RUNS).isGreaterThanOrEqualTo(band.low());
    }
  }

  /** Few draws, because each is a test of 9,999 permutations or 924 assignments. */
  @Test
  void permutationsHoldTheirLevel() throws IOException {
    int runs = 200;
    Case clusters =
        new Case(
            "",
            "{measure: conversion, within: 30 days, analysis: permutation}",
            "rep",
            FalseAlarmsTest::reps,
            true);
    double rate = rejections(clusters, runs, Comparison::p);
    assertThat(rate * runs).isLessThanOrEqualTo(FalseAlarmBand.of(runs, 0.05, BAND).high());
  }

  /** What the naive test does when reps were assigned: it must fail visibly. */
  @Test
  void leadsOfRepsTakenForIndependentFindTooMuch() throws IOException {
    Case clusters =
        new Case("", "{measure: conversion, within: 30 days}", "rep", FalseAlarmsTest::reps, true);
    double rate =
        rejections(
            clusters,
            RUNS,
            c ->
                c.beside().stream()
                    .filter(b -> b.name().contains("wrong"))
                    .findFirst()
                    .orElseThrow()
                    .p());
    assertThat(rate).isGreaterThan(0.12);
  }

  /** Looks at 20, 40, … 100 % of the information; limits by spending, and a confidence sequence. */
  @ParameterizedTest
  @MethodSource("looks")
  void looksAllTogetherKeepTheLevel(String looks) throws IOException {
    ExperimentPlan plan = plan("{measure: conversion, within: 30 days}", "lead", looks);
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      RandomStream chance = new RandomStream(5, run, Purpose.SYNTHETIC);
      MetricData all = shares(plan, chance);
      List<Watching.Seen> seen = new ArrayList<>();
      for (int k = 1; k <= 5; k++) {
        int until = all.units().size() * k / 5;
        MetricData part = new MetricData(plan.primary(), all.units().subList(0, until), 0, "");
        seen.add(new Watching.Seen("" + k, k / 5.0, new Comparing(plan, 1, true).compare(part)));
      }
      Information information =
          new Information(plan, all.units().size(), 5, 0, 0.05, Optional.empty());
      found += new Watching(information, seen).isCrossed() ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo((int) FalseAlarmBand.of(RUNS, 0.05, BAND).high());
  }

  static Stream<String> looks() {
    return Stream.of("5", "{count: 5, spending: pocock}", "anyTime", "{always: mixture}");
  }

  private double rejections(Case each, int runs, Function<Comparison, Double> p)
      throws IOException {
    ExperimentPlan plan = plan(each.metric(), each.unit(), "1");
    int found = 0;
    for (int run = 0; run < runs; run++) {
      RandomStream chance = new RandomStream(17, run, Purpose.SYNTHETIC);
      Comparison comparison =
          new Comparing(plan, run, false).compare(each.world().play(plan, chance));
      assertThat(comparison.reason()).isEmpty();
      found += p.apply(comparison) <= 0.05 ? 1 : 0;
    }
    return (double) found / runs;
  }

  private ExperimentPlan plan(String metric, String unit, String looks) throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"),
        """
        name: S
        currency: USD
        start: 2027-01-01
        horizon: 1 quarters
        begin: {warmUp: 1 days}
        targets: {2027-Q1: 100k}
        products: {core: {value: 10k}}
        sources: {inbound: {arrivals: {perMonth: 100}}}
        roles: {AE: {headcount: 8, hoursPerWeek: 38}}
        stages: [{name: Sell, owner: AE, advance: 30%, lose: {price: 100%}}]
        """);
    String effect = metric.contains("cycle") ? "-20%" : "+20%";
    Files.writeString(
        folder.resolve("e.yaml"),
        "name: T\nscenario: s.yaml\nhypothesis: H\ntreatment: {stages.Sell.advance: +5pp}\nunit: "
            + unit
            + "\nmetric: "
            + metric
            + "\neffect: "
            + effect
            + "\nlooks: "
            + looks
            + "\n");
    ExperimentFile file = ExperimentFile.read(folder.resolve("e.yaml"), List.of());
    return file.plan().orElseThrow(() -> new IllegalStateException(file.problems().toString()));
  }

  private static Unit unit(int arm, String of, double value, double below) {
    return new Unit(arm, of, value, below, Double.NaN, Double.NaN, Status.OPEN);
  }

  private static MetricData data(ExperimentPlan plan, List<Unit> units) {
    return new MetricData(plan.primary(), units, 0, "");
  }

  private static double normal(RandomStream chance) {
    return NormalLaw.quantile(chance.nextDouble());
  }

  private static MetricData shares(ExperimentPlan plan, RandomStream chance) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      units.add(unit(i % 2, "", chance.nextDouble() < 0.25 ? 1 : 0, 1));
    }
    return data(plan, units);
  }

  /** Most leads bring nothing, and a few bring very much. */
  private static MetricData values(ExperimentPlan plan, RandomStream chance) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      double value = Math.exp(9.7 + 0.8 * normal(chance));
      units.add(unit(i % 2, "", chance.nextDouble() < 0.3 ? value : 0, 1));
    }
    return data(plan, units);
  }

  /** 12 reps whose chances differ; a quarter have few leads. */
  private static MetricData reps(ExperimentPlan plan, RandomStream chance) {
    List<Unit> units = new ArrayList<>();
    for (int rep = 0; rep < 12; rep++) {
      double p = NormalLaw.below(-0.67 + 0.35 * normal(chance));
      for (int i = 0; i < (rep % 4 == 0 ? 20 : 40); i++) {
        units.add(unit(rep % 2, "R" + rep, chance.nextDouble() < p ? 1 : 0, 1));
      }
    }
    return data(plan, units);
  }

  /** A third won, a third lost, two fifths censored by the day of the look. */
  private static MetricData times(ExperimentPlan plan, RandomStream chance, int reps) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int rep = reps == 0 ? i : i % reps;
      double won = -30 * Math.log(chance.nextDouble());
      double lost = -40 * Math.log(chance.nextDouble());
      double seen = 60 * chance.nextDouble();
      double time = Math.min(seen, Math.min(won, lost));
      Status status = time == seen ? Status.OPEN : time == won ? Status.WON : Status.LOST;
      String of = reps == 0 ? "" : "R" + rep;
      units.add(new Unit(rep % 2, of, status == Status.WON ? 1 : 0, 1, Double.NaN, time, status));
    }
    return data(plan, units);
  }

  /** One row for each rep: events, and what stands below the line. */
  private static MetricData sums(ExperimentPlan plan, RandomStream chance) {
    List<Unit> units = new ArrayList<>();
    for (int rep = 0; rep < 40; rep++) {
      double p = NormalLaw.below(-0.67 + 0.3 * normal(chance));
      int leads = 30 + chance.nextInt(20);
      int won = 0;
      for (int i = 0; i < leads; i++) {
        won += chance.nextDouble() < p ? 1 : 0;
      }
      units.add(unit(rep % 2, "R" + rep, won, leads));
    }
    return data(plan, units);
  }
}
