package io.salestwin.experiment.analysis;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.experiment.analysis.Analysis.Look;
import io.salestwin.statistics.study.Chance;
import io.salestwin.statistics.study.Study;
import io.salestwin.statistics.study.StudyPage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole path of {@code analyse} where results are looked at more than once. */
@Tag("validation")
class LookStudiesTest {

  private static final String SHARE = "{measure: conversion, within: 7 days, baseline: 30%}";

  @Test
  void hold() throws IOException {
    StudyPage.check("analyse-looks", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    planned(all);
    futile(all);
    anyTime(all);
    outside(all);
    return all;
  }

  private static Planned lead(String looks) {
    return Planned.of("lead", SHARE, "+15pp", "looks: " + looks + "\n");
  }

  /** Sums as they stood at each of so many looks; the last has all units. */
  private static String sums(
      Chance c, int looks, int perArm, double control, double treatment, int until) {
    Rows rows = new Rows("arm,look,n,conversions");
    int[] hits = new int[2];
    int n = 0;
    for (int k = 1; k <= until; k++) {
      int now = perArm * k / looks;
      hits[0] += c.hitsOf(now - n, control);
      hits[1] += c.hitsOf(now - n, treatment);
      n = now;
      rows.add(false, k, n, hits[0]);
      rows.add(true, k, n, hits[1]);
    }
    return rows.toString();
  }

  private static AnalysisOf.Judgement judged(
      Planned plan, Chance c, int looks, double control, double treatment) {
    String rows = sums(c, looks, plan.leads() / 2, control, treatment, looks);
    return plan.on(Planned.START.plusDays(20), rows, List.of());
  }

  private static void planned(List<Study> all) {
    for (String spending : List.of("obrienFleming", "pocock")) {
      Planned plan = lead("{count: 5, spending: " + spending + "}");
      String method = "5 planned looks, " + spending;
      all.add(
          Study.level(
              method,
              "as many leads as designed, 30 % won",
              c -> Planned.finds(judged(plan, c, 5, 0.3, 0.3))));
      all.add(
          Study.power(
              method + ", shipped",
              "as many leads as designed, 30 % and 45 % won",
              0.8,
              c -> Planned.ships(judged(plan, c, 5, 0.3, 0.45))));
      all.add(
          Study.covers(
              method + ", interval at the end",
              "as many leads as designed, 30 % and 33 % won",
              c -> Planned.holds(judged(plan, c, 5, 0.3, 0.33), 0.03)));
    }
  }

  /** Whether it is shipped at a look, if looks that end it for want of a chance are followed. */
  private static boolean shipsInTime(Planned plan, Chance c, double treatment) {
    int looks = plan.plan().looks().count();
    String rows = sums(c, looks, plan.leads() / 2, 0.3, treatment, looks);
    for (int k = 1; k <= looks; k++) {
      Analysis.Advice advice =
          plan.on(Planned.START, untilLook(rows, k), List.of()).decision().advice();
      if (advice != Analysis.Advice.RUN_ON) {
        return advice == Analysis.Advice.SHIP;
      }
    }
    return false;
  }

  /** The header and the sums of both arms at each look up to one. */
  private static String untilLook(String rows, int look) {
    return rows.lines().limit(1 + 2L * look).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Looks that end it for want of a chance; nobody is bound to end it. */
  private static void futile(List<Study> all) {
    futile(all, "20%", "under 20 %");
    futile(all, "spending", "by spending");
    futile(all, "spending, spending: pocock", "by spending like Pocock");
  }

  private static void futile(List<Study> all, String rule, String words) {
    Planned plan = lead("{count: 5, futility: " + rule + "}");
    String method = "5 planned looks, ending for want of a chance " + words;
    all.add(
        Study.level(
            method + ", not obeyed",
            "as many leads as designed, 30 % won",
            c -> Planned.finds(judged(plan, c, 5, 0.3, 0.3))));
    all.add(
        Study.atMost(
            method + ", obeyed",
            "as many leads as designed, 30 % won",
            "shipped",
            ALPHA / 2,
            RUNS,
            c -> shipsInTime(plan, c, 0.3)));
    all.add(
        Study.power(
            method + ", obeyed",
            "as many leads as designed, 30 % and 45 % won",
            plan.design().futility().orElseThrow().power(),
            c -> shipsInTime(plan, c, 0.45)));
  }

  private static void anyTime(List<Study> all) {
    Planned plan = lead("anyTime");
    all.add(
        Study.atMostLevel(
            "looks at any time",
            "every week for 26 weeks, 30 % won",
            RUNS,
            c -> Planned.finds(judged(plan, c, 26, 0.3, 0.3))));
    all.add(
        Study.atMostLevel(
            "looks at any time",
            "60 times, after every few leads, 30 % won",
            RUNS,
            c -> Planned.finds(judged(plan, c, 60, 0.3, 0.3))));
    Planned mixture = lead("{always: mixture}");
    all.add(
        Study.atMostLevel(
            "looks at any time, mixture test",
            "every week for 26 weeks, 30 % won",
            RUNS,
            c -> Planned.finds(judged(mixture, c, 26, 0.3, 0.3))));
    all.add(
        Study.atMost(
            "looks at any time, some interval without the truth",
            "every week for 26 weeks, 30 % and 45 % won",
            "misses",
            ALPHA,
            RUNS,
            c -> {
              int[] hits = new int[2];
              int perArm = plan.leads() / 2;
              int n = 0;
              for (int k = 1; k <= 26; k++) {
                int now = perArm * k / 26;
                hits[0] += c.hitsOf(now - n, 0.3);
                hits[1] += c.hitsOf(now - n, 0.45);
                n = now;
                Rows rows = new Rows("arm,look,n,conversions");
                rows.add(false, k, n, hits[0]).add(true, k, n, hits[1]);
                if (!Planned.holds(plan.on(Planned.START, rows.toString(), List.of()), 0.15)) {
                  return true;
                }
              }
              return false;
            }));
  }

  /** Units with the days of their assignment and of the win, looked at on four days and the end. */
  private static AnalysisOf.Judgement dated(Planned plan, Chance c) {
    int n = plan.leads();
    int days = 200;
    Rows rows = new Rows("arm,assigned,won");
    for (int i = 0; i < n; i++) {
      LocalDate day = Planned.START.plusDays((long) days * i / n);
      rows.add(c.hits(0.5), day, c.hits(0.3) ? day.plusDays(1 + c.stream().nextInt(7)) : "");
    }
    List<LocalDate> looked = new ArrayList<>();
    for (int k = 1; k <= 4; k++) {
      looked.add(Planned.START.plusDays(7 + days * k / 5));
    }
    return plan.on(Planned.START.plusDays(7 + days), rows.toString(), looked);
  }

  private static void outside(List<Study> all) {
    Planned five = lead("5");
    Planned anyTime = lead("anyTime");
    Planned once = lead("1");
    String world = "leads with days, looked at on 4 days and at the end, 30 % won";
    all.add(
        Study.happens(
            "5 planned looks",
            world,
            "false positives",
            ALPHA,
            RUNS,
            c -> Planned.finds(dated(five, c))));
    all.add(
        Study.atMostLevel("looks at any time", world, RUNS, c -> Planned.finds(dated(anyTime, c))));
    all.add(
        Study.atMostLevel(
            "one planned look, yet looked at", world, RUNS, c -> Planned.finds(dated(once, c))));
    all.add(
        Study.atLeast(
            "one planned look, yet looked at: it is told",
            world,
            "looks outside of the plan",
            1,
            RUNS,
            c -> dated(once, c).looking().outside()));
    all.add(
        Study.fails(
            "the same judged at 1.96 each time",
            world,
            0.1,
            RUNS,
            c ->
                dated(once, c).looks().stream()
                    .mapToDouble(Look::z)
                    .anyMatch(z -> Math.abs(z) >= 1.96)));
  }
}
