package io.salestwin.experiment.analysis;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.study.Chance;
import io.salestwin.statistics.study.Study;
import io.salestwin.statistics.study.StudyPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole path of {@code analyse} where leads are dealt one by one and judged once. */
@Tag("validation")
class LeadStudiesTest {

  private static final String SHARE = "{measure: conversion, within: 30 days, baseline: 30%%%s}";
  private static final String VALUE =
      "{measure: value, within: 30 days, column: revenue, baseline: 3000, sd: 6000%s}";

  /** Of a deal, so that its mean is 10,000 and 30 % of them make a mean of 3,000, sd 6,000. */
  private static final double SIGMA = Math.sqrt(Math.log(1.5));

  @Test
  void hold() throws IOException {
    StudyPage.check("analyse-leads", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    shares(all);
    values(all);
    tails(all);
    nothings(all);
    permutations(all);
    covariate(all);
    several(all);
    margins(all);
    times(all);
    return all;
  }

  private static Planned lead(String metric, String analysis, String effect, String more) {
    return Planned.of("lead", metric.formatted(analysis), effect, more);
  }

  private static void shares(List<Study> all) {
    Planned plan = lead(SHARE, "", "+15pp", "");
    String world = "240 leads, 30 % won";
    all.add(
        Study.level(
            "share of leads", world, c -> Planned.finds(plan.atEnd(Rows.won(c, 240, 0.3, 0.3)))));
    all.add(
        Study.covers(
            "share of leads",
            "240 leads, 30 % and 45 % won",
            c -> Planned.holds(plan.atEnd(Rows.won(c, 240, 0.3, 0.45)), 0.15)));
    all.add(
        Study.power(
            "share of leads, shipped",
            "as many leads as designed, 30 % and 45 % won",
            0.8,
            c -> Planned.ships(plan.atEnd(Rows.won(c, plan.leads(), 0.3, 0.45)))));
    Planned exact = lead(SHARE, ", analysis: exact", "+15pp", "");
    all.add(
        Study.atMostLevel(
            "share of leads, exact",
            "80 leads, 30 % won",
            RUNS,
            c -> Planned.finds(exact.atEnd(Rows.won(c, 80, 0.3, 0.3)))));
    Planned oneSided = lead(SHARE, "", "+15pp", "sides: one\n");
    all.add(
        Study.level(
            "share of leads, one-sided",
            world,
            c -> Planned.finds(oneSided.atEnd(Rows.won(c, 240, 0.3, 0.3)))));
    all.add(
        Study.atMost(
            "split as planned, yet not trusted",
            "200 leads dealt by lot",
            "false alarms",
            Analysis.Split.LEVEL,
            RUNS,
            c ->
                plan.atEnd(Rows.won(c, 200, 0.3, 0.3)).decision().advice() == Advice.DO_NOT_TRUST));
  }

  /** A deal in whole units of the currency, and nothing of most leads. */
  private static long revenue(Chance c, double more) {
    double deal = 10_000 * Math.exp(-SIGMA * SIGMA / 2) * c.deal(SIGMA);
    return Math.round((c.hits(0.3) ? deal : 0) + more);
  }

  private static String revenues(Chance c, int n, double more) {
    return Rows.leads(c, n, "revenue", treated -> revenue(c, treated ? more : 0));
  }

  private static void values(List<Study> all) {
    Planned plan = lead(VALUE, "", "+2000", "");
    all.add(
        Study.level(
            "value of leads",
            "240 leads, 30 % won, log-normal deals",
            c -> Planned.finds(plan.atEnd(revenues(c, 240, 0)))));
    all.add(
        Study.covers(
            "value of leads",
            "240 leads, 30 % won, log-normal deals, 2,000 more each",
            c -> Planned.holds(plan.atEnd(revenues(c, 240, 2000)), 2000)));
    all.add(
        Study.power(
            "value of leads, shipped",
            "as many leads as designed, 2,000 more each",
            0.8,
            c -> Planned.ships(plan.atEnd(revenues(c, plan.leads(), 2000)))));
    all.add(
        Study.level(
            "value of leads, from sums",
            "20 and 30 normal values, sd 2 and 1",
            c -> {
              Rows rows = new Rows("arm,n,mean,sd");
              addSums(rows, false, c.normals(20, 10, 2));
              addSums(rows, true, c.normals(30, 10, 1));
              return Planned.finds(plan.atEnd(rows.toString()));
            }));
  }

  private static void addSums(Rows rows, boolean treated, double[] values) {
    Moments moments = Moments.of(values);
    rows.add(treated, values.length, moments.mean(), moments.sd());
  }

  private static void tails(List<Study> all) {
    Planned winsorised = lead(VALUE, ", analysis: winsorised", "+2000", "");
    all.add(
        Study.level(
            "value of leads, winsorised",
            "240 leads, 30 % won, log-normal deals",
            c -> Planned.finds(winsorised.atEnd(revenues(c, 240, 0)))));
    Planned log = lead(VALUE, ", analysis: log", "+2000", "");
    // most logarithms are 0, which makes it conservative
    all.add(
        Study.atMostLevel(
            "value of leads, logarithm",
            "240 leads, 30 % won, log-normal deals",
            RUNS,
            c -> Planned.finds(log.atEnd(revenues(c, 240, 0)))));
    all.add(
        Study.covers(
            "value of leads, logarithm",
            "80 leads, all won, log-normal deals, the treated 1.5 times",
            c -> Planned.holds(log.atEnd(deals(c, 80, 1.5)), Math.log(1.5))));
    Planned median = lead(VALUE, ", analysis: median", "+2000", "");
    all.add(
        Study.atMostLevel(
            "value of leads, medians",
            "100 leads, all won, log-normal deals",
            RUNS,
            c -> Planned.finds(median.atEnd(deals(c, 100, 1)))));
    all.add(
        Study.covers(
            "value of leads, medians",
            "100 leads, all won, log-normal deals, the treated 1.5 times",
            c -> Planned.holds(median.atEnd(deals(c, 100, 1.5)), 5_000)));
  }

  /** Every lead brings a deal of median 10,000; less 1, so that ln(1 + value) is normal. */
  private static String deals(Chance c, int n, double times) {
    return Rows.leads(
        c,
        n,
        "revenue",
        treated -> Math.round(1e6 * (treated ? times : 1) * c.deal(0.9)) / 100.0 - 1);
  }

  /** Values of which many or most are nothing. */
  private static void nothings(List<Study> all) {
    String larger = ", the treated 1.5 times";
    Planned median = lead(VALUE, ", analysis: median", "+2000", "");
    for (Some.World world :
        List.of(
            new Some.World(100, 0.45),
            new Some.World(100, 0.55),
            new Some.World(100, 0.7),
            new Some.World(400, 0.55))) {
      all.add(
          Study.atMostLevel(
              "value of leads, medians",
              world.words(),
              RUNS,
              c -> Planned.finds(median.atEnd(Some.of(c, world, 1).rows()))));
      all.add(
          Study.atMost(
              "value of leads, medians",
              world.words() + larger,
              "intervals without the truth",
              ALPHA,
              RUNS,
              c -> {
                Some dealt = Some.of(c, world, 1.5);
                return misses(median.atEnd(dealt.rows()), dealt.effectOnMedians());
              }));
    }
    Planned winsorised = lead(VALUE, ", analysis: winsorised", "+2000", "");
    for (Some.World world : List.of(new Some.World(200, 0.05), new Some.World(400, 0.1))) {
      all.add(
          Study.atMostLevel(
              "value of leads, winsorised",
              world.words(),
              RUNS,
              c -> Planned.finds(winsorised.atEnd(Some.of(c, world, 1).rows()))));
      all.add(
          Study.covers(
              "value of leads, winsorised: the effect on values up to the limit that it names",
              world.words() + larger,
              c -> {
                Some dealt = Some.of(c, world, 1.5);
                return Planned.holds(winsorised.atEnd(dealt.rows()), dealt.effectUpTo());
              }));
    }
    Some.World few = new Some.World(240, 0.02);
    double truth = few.effectUpTo(1.5);
    all.add(
        Study.fallsShort(
            "value of leads, winsorised: the effect on values up to the 99 % quantile of all to come",
            few.words() + larger,
            c -> Planned.holds(winsorised.atEnd(Some.of(c, few, 1.5).rows()), truth)));
  }

  private static boolean misses(AnalysisOf.Judgement judged, double truth) {
    return judged.primary().isComputable() && !Planned.holds(judged, truth);
  }

  private static void permutations(List<Study> all) {
    Planned value = lead(VALUE, ", analysis: permutation", "+2000", "");
    all.add(
        Study.atMostLevel(
            "value of leads, permutation",
            "6 and 6 leads, log-normal deals, all assignments",
            RUNS,
            c -> Planned.finds(value.atEnd(halves(c, 12)))));
    all.add(
        Study.atMostLevel(
            "value of leads, permutation",
            "15 and 15 leads, log-normal deals, 9,999 assignments",
            RUNS,
            c -> Planned.finds(value.atEnd(halves(c, 30)))));
    Planned share = lead(SHARE, ", analysis: permutation", "+15pp", "");
    all.add(
        Study.atMostLevel(
            "share of leads, permutation",
            "40 leads, 30 % won",
            RUNS,
            c -> Planned.finds(share.atEnd(Rows.won(c, 40, 0.3, 0.3)))));
  }

  private static String halves(Chance c, int n) {
    Rows rows = new Rows("arm,revenue");
    for (boolean treated : Rows.half(c, n)) {
      rows.add(treated, Math.round(10_000 * c.deal(1)));
    }
    return rows.toString();
  }

  private static void covariate(List<Study> all) {
    Planned plan = lead(VALUE, "", "+2000", "covariate: {column: before}\n");
    all.add(
        Study.level(
            "value of leads, CUPED",
            "80 leads, what they bought before is known",
            c -> Planned.finds(plan.atEnd(known(c, 80, 0)))));
    all.add(
        Study.covers(
            "value of leads, CUPED",
            "80 leads, what they bought before is known, 2,000 more each",
            c -> Planned.holds(plan.atEnd(known(c, 80, 2000)), 2000)));
  }

  private static String known(Chance c, int n, double more) {
    Rows rows = new Rows("arm,before,revenue");
    for (int i = 0; i < n; i++) {
      boolean treated = c.hits(0.5);
      double before = 5_000 * c.deal(0.6);
      double after = before + 3_000 * c.normal() + (treated ? more : 0);
      rows.add(treated, Math.round(before), Math.round(after));
    }
    return rows.toString();
  }

  private static void several(List<Study> all) {
    for (String correction : List.of("holm", "hochberg", "bh")) {
      Planned plan =
          lead(
              SHARE,
              "",
              "+15pp",
              "correction: "
                  + correction
                  + "\nsecondary:\n"
                  + "  - {measure: conversion, within: 30 days, column: called}\n"
                  + "  - {measure: conversion, within: 30 days, column: met}\n"
                  + "  - {measure: value, within: 30 days, column: revenue}\n");
      all.add(
          Study.atMostLevel(
              "3 secondary metrics, " + correction + ": any is found",
              "100 leads without any effect; who is met was called",
              RUNS,
              c ->
                  plan.atEnd(metrics(c)).secondary().stream()
                      .anyMatch(each -> each.adjustedP() <= ALPHA)));
    }
  }

  private static String metrics(Chance c) {
    Rows rows = new Rows("arm,won,called,met,revenue");
    for (int i = 0; i < 100; i++) {
      boolean called = c.hits(0.6);
      boolean met = called && c.hits(0.6);
      boolean won = met && c.hits(0.7);
      long revenue = won ? Math.round(10_000 * c.deal(0.6)) : 0;
      rows.add(c.hits(0.5), won ? 1 : 0, called ? 1 : 0, met ? 1 : 0, revenue);
    }
    return rows.toString();
  }

  private static void margins(List<Study> all) {
    Planned share =
        lead(
            SHARE,
            "",
            "+15pp",
            "guardrails:\n  - {metric: {measure: conversion, within: 30 days, column: kept},"
                + " margin: 8pp}\n");
    all.add(
        Study.level(
            "guardrail of a share, met",
            "400 leads, kept 60 % and 52 %: worse by the margin of 8 points",
            c ->
                met(
                    share.atEnd(
                        Rows.leads(c, 400, "won,kept", t -> "1," + kept(c, t ? 52 : 60))))));
    Planned value =
        lead(
            SHARE,
            "",
            "+15pp",
            "guardrails:\n  - {metric: {measure: value, within: 30 days, column: revenue},"
                + " margin: 500}\n");
    all.add(
        Study.level(
            "guardrail of a value, met",
            "80 leads, normal values of sd 1,000, worse by the margin of 500",
            c ->
                met(
                    value.atEnd(
                        Rows.leads(
                            c,
                            80,
                            "won,revenue",
                            t -> "1," + Math.round(1_000 * c.normal() + (t ? 5_500 : 6_000)))))));
  }

  private static int kept(Chance c, double percent) {
    return c.hits(percent / 100) ? 1 : 0;
  }

  private static boolean met(AnalysisOf.Judgement judged) {
    return judged.guardrails().get(0).outcome() == Outcome.MET;
  }

  private static void times(List<Study> all) {
    String metric = "{measure: cycle, within: 60 days%s}";
    Planned plan = lead(metric, "", "-30%", "");
    String world = "160 leads, won, lost or open";
    all.add(
        Study.level(
            "time to win, log-rank", world, c -> Planned.finds(plan.atEnd(Times.of(c, 160, 1)))));
    for (double ratio : new double[] {1.2, 2}) {
      all.add(
          Study.covers(
              "time to win, hazard ratio",
              "160 leads, won, lost or open, hazard ratio " + ratio,
              c -> Planned.holds(plan.atEnd(Times.of(c, 160, ratio)), Math.log(ratio))));
    }
    all.add(
        Study.power(
            "time to win, shipped",
            "as many leads as designed, 30 % sooner",
            0.8,
            c ->
                Planned.ships(
                    plan.atEnd(Times.designed(c, plan.leads(), plan.design(), 1 / 0.7)))));
    Planned permutation = lead(metric, ", analysis: permutation", "-30%", "");
    all.add(
        Study.atMostLevel(
            "time to win, permutation",
            "40 leads, won, lost or open",
            RUNS,
            c -> Planned.finds(permutation.atEnd(Times.of(c, 40, 1)))));
  }
}
