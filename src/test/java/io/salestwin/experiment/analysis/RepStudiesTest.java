package io.salestwin.experiment.analysis;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.study.Chance;
import io.salestwin.statistics.study.Study;
import io.salestwin.statistics.study.StudyPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole path of {@code analyse} where reps, territories or weeks are assigned. */
@Tag("validation")
class RepStudiesTest {

  private static final String SHARE = "{measure: conversion, within: 30 days%s}";
  private static final String COUNT = "{measure: count, within: 30 days%s}";
  private static final String CYCLE = "{measure: cycle, within: 60 days%s}";

  @Test
  void hold() throws IOException {
    StudyPage.check("analyse-reps", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    reps(all);
    values(all);
    covariate(all);
    sums(all);
    times(all);
    weeks(all);
    return all;
  }

  private static Planned plan(String unit, String metric, String analysis) {
    String effect = metric.equals(CYCLE) ? "-30%" : "+30%";
    return Planned.of(unit, metric.formatted(analysis), effect, "icc: 0.05\n");
  }

  /** Leads of units whose win rates differ, between 15 and 45 %; a third has half of the leads. */
  private static String won(Chance c, String unit, int units, int leads, double more) {
    Rows rows = new Rows("arm," + unit + ",won");
    boolean[] treated = Rows.half(c, units);
    for (int u = 0; u < units; u++) {
      double p = 0.15 + 0.3 * c.uniform() + (treated[u] ? more : 0);
      for (int i = 0; i < (u % 3 == 0 ? leads / 2 : leads); i++) {
        rows.add(treated[u], unit + u, c.hits(p) ? 1 : 0);
      }
    }
    return rows.toString();
  }

  private static void reps(List<Study> all) {
    Planned plan = plan("rep", SHARE, "");
    String world = "6 and 6 reps of 10 or 20 leads, win rates 15 to 45 %";
    all.add(
        Study.atMostLevel(
            "share of reps' leads",
            world,
            RUNS,
            c -> Planned.finds(plan.atEnd(won(c, "rep", 12, 20, 0)))));
    all.add(
        Study.fails(
            "share of reps' leads, beside: as if leads had been assigned",
            world,
            0.07,
            c -> {
              Comparison primary = plan.whole(won(c, "rep", 12, 20, 0)).primary();
              return primary.beside().stream()
                  .anyMatch(b -> b.name().contains("wrong") && b.p() <= ALPHA);
            }));
    all.add(
        Study.covers(
            "share of reps' leads",
            world + ", 15 points more",
            c -> Planned.holds(plan.atEnd(won(c, "rep", 12, 20, 0.15)), 0.15)));
    Planned permuted = plan("rep", SHARE, ", analysis: permutation");
    all.add(
        Study.atMostLevel(
            "share of reps' leads, permutation",
            world,
            RUNS,
            c -> Planned.finds(permuted.atEnd(won(c, "rep", 12, 20, 0)))));
    Planned territories = plan("territory", SHARE, "");
    all.add(
        Study.atMostLevel(
            "share of territories' leads",
            "3 and 3 territories of 15 or 30 leads, win rates 15 to 45 %",
            RUNS,
            c -> Planned.finds(territories.atEnd(won(c, "territory", 6, 30, 0)))));
    all.add(
        Study.covers(
            "share of territories' leads",
            "3 and 3 territories of 15 or 30 leads, win rates 15 to 45 %, 15 points more",
            c -> Planned.holds(territories.atEnd(won(c, "territory", 6, 30, 0.15)), 0.15)));
  }

  /** Deals of reps that differ in how much they sell. */
  private static String deals(Chance c, int reps, double times) {
    Rows rows = new Rows("arm,rep,revenue");
    boolean[] treated = Rows.half(c, reps);
    for (int rep = 0; rep < reps; rep++) {
      double usual = 10_000 * c.deal(0.3) * (treated[rep] ? times : 1);
      for (int i = 0; i < 10; i++) {
        rows.add(treated[rep], "R" + rep, Math.round(usual * c.deal(0.8)));
      }
    }
    return rows.toString();
  }

  private static void values(List<Study> all) {
    String metric =
        "{measure: value, within: 30 days, column: revenue, baseline: 3000, sd: 6000%s}";
    for (String analysis : List.of("", ", analysis: winsorised", ", analysis: log")) {
      Planned plan = plan("rep", metric, analysis);
      all.add(
          Study.atMostLevel(
              "value of reps' leads" + analysis.replace(" analysis:", ""),
              "6 and 6 reps of 10 log-normal deals, reps differ",
              RUNS,
              c -> Planned.finds(plan.atEnd(deals(c, 12, 1)))));
    }
    Planned log = plan("rep", metric, ", analysis: log");
    all.add(
        Study.atLeast(
            "value of reps' leads, log",
            "6 and 6 reps of 10 log-normal deals, reps differ, the treated 1.5 times",
            "coverage",
            1 - ALPHA,
            RUNS,
            c -> Planned.holds(log.atEnd(deals(c, 12, 1.5)), Math.log(1.5))));
    Planned permuted = plan("rep", metric, ", analysis: permutation");
    all.add(
        Study.atMostLevel(
            "value of reps' leads, permutation",
            "5 and 5 reps of 10 log-normal deals, reps differ",
            RUNS,
            c -> Planned.finds(permuted.atEnd(deals(c, 10, 1)))));
  }

  /** Deals of reps that differ in how much they sell; what each sold before is nearly known. */
  private static String known(Chance c, String unit, int units, double more) {
    Rows rows = new Rows("arm," + unit + ",before,revenue");
    boolean[] treated = Rows.half(c, units);
    for (int u = 0; u < units; u++) {
      double usual = 10_000 * c.deal(0.3);
      long before = Math.round(usual + 1_000 * c.normal());
      for (int i = 0; i < (u % 3 == 0 ? 5 : 10); i++) {
        double sold = usual * c.deal(0.8) + (treated[u] ? more : 0);
        rows.add(treated[u], unit + u, before, Math.round(sold));
      }
    }
    return rows.toString();
  }

  private static void covariate(List<Study> all) {
    String metric = "{measure: value, within: 30 days, column: revenue, baseline: 3000, sd: 6000}";
    for (String unit : List.of("rep", "territory")) {
      int units = unit.equals("rep") ? 12 : 6;
      Planned plan = Planned.of(unit, metric, "+30%", "icc: 0.05\ncovariate: {column: before}\n");
      String method =
          "value of %s leads, analysis of covariance"
              .formatted(unit.equals("rep") ? "reps'" : "territories'");
      String world =
          "%d and %d of 5 or 10 log-normal deals, which differ; what each sold before is known"
              .formatted(units / 2, units / 2);
      all.add(
          Study.atMostLevel(
              method, world, RUNS, c -> Planned.finds(plan.atEnd(known(c, unit, units, 0)))));
      all.add(
          Study.covers(
              method,
              world + ", 2,000 more each",
              c -> Planned.holds(plan.atEnd(known(c, unit, units, 2_000)), 2_000)));
    }
  }

  /** One row for each rep: deals won, out of leads, in so many weeks. */
  private static String repSums(Chance c, int reps, double more) {
    Rows rows = new Rows("arm,rep,won,leads,weeks");
    boolean[] treated = Rows.half(c, reps);
    for (int rep = 0; rep < reps; rep++) {
      int leads = 20 + c.stream().nextInt(30);
      double p = 0.25 + 0.1 * c.uniform() + (treated[rep] ? more : 0);
      rows.add(treated[rep], "R" + rep, c.hitsOf(leads, p), leads, 10);
    }
    return rows.toString();
  }

  private static void sums(List<Study> all) {
    Planned ratio = plan("rep", "{measure: ratio, of: assigned, within: 30 days%s}", "");
    String world = "15 and 15 reps of 20 to 49 leads";
    all.add(
        Study.level(
            "ratio of reps' sums", world, c -> Planned.finds(ratio.atEnd(repSums(c, 30, 0)))));
    all.add(
        Study.covers(
            "ratio of reps' sums",
            world + ", 6 points more",
            c -> Planned.holds(ratio.atEnd(repSums(c, 30, 0.06)), 0.06)));
    all.add(
        Study.atMostLevel(
            "ratio of reps' sums",
            "4 and 4 reps of 20 to 49 leads",
            RUNS,
            c -> Planned.finds(ratio.atEnd(repSums(c, 8, 0)))));
    Planned count = plan("rep", COUNT, "");
    String few = "6 and 6 reps of 20 to 49 leads";
    all.add(
        Study.atMostLevel(
            "reps' wins per week", few, RUNS, c -> Planned.finds(count.atEnd(repSums(c, 12, 0)))));
    // 34.5 leads on average, in 10 weeks
    all.add(
        Study.covers(
            "reps' wins per week",
            few + ", 6 points more",
            c -> Planned.holds(count.atEnd(repSums(c, 12, 0.06)), 0.06 * 34.5 / 10)));
    Planned permuted = plan("rep", COUNT, ", analysis: permutation");
    all.add(
        Study.atMostLevel(
            "reps' wins per week, permutation",
            few,
            RUNS,
            c -> Planned.finds(permuted.atEnd(repSums(c, 12, 0)))));
  }

  private static void times(List<Study> all) {
    Planned plan = plan("rep", CYCLE, "");
    String world = "8 and 8 reps of 12 leads, of different pace; won, lost or open";
    all.add(
        Study.atMostLevel(
            "time to win of reps' leads",
            world,
            RUNS,
            c -> Planned.finds(plan.atEnd(Times.ofReps(c, 16, 12, 1)))));
    all.add(hazardRatio(Study::covers, plan, 8, 1.2));
    all.add(hazardRatio(Study::nearlyCovers, plan, 8, 2));
    all.add(hazardRatio(Study::covers, plan, 4, 2));
    Planned permuted = plan("rep", CYCLE, ", analysis: permutation");
    all.add(
        Study.atMostLevel(
            "time to win of reps' leads, permutation",
            "5 and 5 reps of 12 leads, of different pace; won, lost or open",
            RUNS,
            c -> Planned.finds(permuted.atEnd(Times.ofReps(c, 10, 12, 1)))));
  }

  /** How an interval is to hold the truth. */
  private interface Coverage {
    Study of(String method, String world, Predicate<Chance> holds);
  }

  private static Study hazardRatio(Coverage coverage, Planned plan, int reps, double ratio) {
    return coverage.of(
        "time to win of reps' leads, hazard ratio",
        "%d and %d reps of 12 leads, of different pace; won, lost or open, hazard ratio %s"
            .formatted(reps, reps, ratio),
        c ->
            Planned.holds(plan.atEnd(Times.ofStableReps(c, 2 * reps, 12, ratio)), Math.log(ratio)));
  }

  /** Blocks of two weeks, one of them treated by lot; demand rises from week to week. */
  private static String weekly(Chance c, int weeks, double more, boolean summed) {
    Rows rows = new Rows(summed ? "arm,week,won,weeks" : "arm,week,won");
    boolean firstTreated = false;
    for (int week = 0; week < weeks; week++) {
      firstTreated = week % 2 == 0 ? c.hits(0.5) : firstTreated;
      boolean treated = (week % 2 == 0) == firstTreated;
      double p = 0.2 + 0.2 * week / weeks + 0.1 * (c.uniform() - 0.5) + (treated ? more : 0);
      if (summed) {
        rows.add(treated, week, c.hitsOf(15, p), 1);
      } else {
        for (int i = 0; i < 15; i++) {
          rows.add(treated, week, c.hits(p) ? 1 : 0);
        }
      }
    }
    return rows.toString();
  }

  private static void weeks(List<Study> all) {
    String world = "16 weeks of 15 leads in blocks of two, win rates that rise by half";
    Planned share = plan("week", SHARE, "");
    all.add(
        Study.atMostLevel(
            "switchback, share of weeks' leads",
            world,
            RUNS,
            c -> Planned.finds(share.atEnd(weekly(c, 16, 0, false)))));
    all.add(
        Study.atLeast(
            "switchback, share of weeks' leads",
            world + ", 15 points more",
            "coverage",
            1 - ALPHA,
            RUNS,
            c -> Planned.holds(share.atEnd(weekly(c, 16, 0.15, false)), 0.15)));
    Planned permuted = plan("week", SHARE, ", analysis: permutation");
    all.add(
        Study.atMostLevel(
            "switchback, share of weeks' leads, permutation in blocks",
            world,
            RUNS,
            c -> Planned.finds(permuted.atEnd(weekly(c, 16, 0, false)))));
    Planned count = plan("week", COUNT, "");
    all.add(
        Study.atMostLevel(
            "switchback, wins per week",
            world,
            RUNS,
            c -> Planned.finds(count.atEnd(weekly(c, 16, 0, true)))));
  }
}
