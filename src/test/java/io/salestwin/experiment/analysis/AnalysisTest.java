package io.salestwin.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {

  private static final String SCENARIO =
      """
      name: One stage
      currency: USD
      start: 2027-01-01
      horizon: 4 quarters
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 100k}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      roles: {AE: {headcount: 8, hoursPerWeek: 38, skill: {sd: 0.5}}}
      stages:
        - name: Sell
          owner: AE
          work: [{activity: call, effort: 30 min}]
          delay: {advance: 10 days, otherwise: 10 days}
          advance: 30%
          lose: {price: 100%}
      """;

  /** 356 leads in each arm; 100 a month. */
  private static final String PLAN =
      """
      name: T
      scenario: s.yaml
      hypothesis: H
      treatment: {stages.Sell.advance: +5pp}
      unit: lead
      metric: {name: won in time, measure: conversion, within: 30 days, baseline: 30%}
      effect: +10pp
      volume: 100
      atMost: 12 months
      """;

  @TempDir private Path folder;

  private ExperimentFile file(String plan) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path path = folder.resolve("e.yaml");
    Files.writeString(path, plan);
    ExperimentFile read = ExperimentFile.read(path, List.of());
    assertThat(read.problems()).filteredOn(Problem::isError).isEmpty();
    return read;
  }

  private Results results(ExperimentFile file, String csv) {
    return Results.parse(csv, "r.csv", file.plan().orElseThrow(), Optional.empty());
  }

  private Analysis analysis(String plan, String csv, String... looked) throws IOException {
    ExperimentFile file = file(plan);
    List<LocalDate> days = List.of(looked).stream().map(LocalDate::parse).toList();
    return Analysis.of(file, results(file, csv), days, 1, 3);
  }

  private static String sums(int x1, int n1, int x2, int n2) {
    return "arm,n,conversions\ncontrol,%d,%d\ntreatment,%d,%d\n".formatted(n1, x1, n2, x2);
  }

  @Test
  void aPlannedEndWithAGainIsShipped() throws IOException {
    Analysis analysis = analysis(PLAN, sums(107, 356, 143, 356));
    assertThat(analysis.decision().advice()).isEqualTo(Advice.SHIP);
    // by hand: z = (36 / 356) / root(250/712 462/712 2/356) = 2.82652, p = erfc(z / root 2)
    assertThat(analysis.primary().p()).isCloseTo(0.0047057338, within(1e-9));
    assertThat(analysis.belief().chance()).isBetween(0.995, 0.999);
    assertThat(analysis.looking().last()).isTrue();
    assertThat(analysis.looking().outside()).isFalse();
  }

  @Test
  void aLookBeforeTheEndDecidesNothing() throws IOException {
    Analysis analysis = analysis(PLAN, sums(50, 178, 80, 178));
    assertThat(analysis.primary().p()).isLessThan(0.01);
    assertThat(analysis.decision().advice()).isEqualTo(Advice.RUN_ON);
    assertThat(analysis.looking().outside()).isTrue();
    assertThat(analysis.looking().sentence()).contains("outside of the plan");
    assertThat(analysis.waiting().until()).isPresent();
  }

  @Test
  void withABudgetOfLooksAStrongEffectStopsEarly() throws IOException {
    String two = PLAN + "looks: 2\n";
    assertThat(analysis(two, sums(40, 178, 90, 178)).decision().advice()).isEqualTo(Advice.SHIP);
    Analysis weak = analysis(two, sums(50, 178, 70, 178));
    assertThat(weak.primary().p()).isLessThan(0.05);
    assertThat(weak.decision().advice()).isEqualTo(Advice.RUN_ON);
    assertThat(weak.looking().outside()).isFalse();
    assertThat(weak.looks().get(0).limit()).isCloseTo(2.96, within(0.03));
    assertThat(weak.waiting().later()).isGreaterThan(0);
  }

  /** Looks at 1/4, 1/2, 3/4 and the end, each at 5 %: 12.6 % (Armitage, McPherson and Rowe). */
  @Test
  void looksOutsideOfThePlanAreNamedWithWhatTheyCost() throws IOException {
    StringBuilder csv = new StringBuilder("look,arm,n,conversions\n");
    for (int k = 1; k <= 4; k++) {
      csv.append("%d,control,%d,%d\n".formatted(k, 89 * k, 27 * k));
      csv.append("%d,treatment,%d,%d\n".formatted(k, 89 * k, 34 * k));
    }
    Analysis analysis = analysis(PLAN, csv.toString());
    assertThat(analysis.looks()).hasSize(4);
    assertThat(analysis.looking().outside()).isTrue();
    assertThat(analysis.looking().naive()).isCloseTo(0.126, within(0.001));
    // p is 0.028, but a test that was looked at four times must show more
    assertThat(analysis.primary().p()).isLessThan(0.05);
    assertThat(analysis.looks().get(3).limit()).isGreaterThan(1.99);
  }

  @Test
  void aWrongSplitIsNotTrusted() throws IOException {
    Analysis analysis = analysis(PLAN, sums(107, 356, 180, 460));
    assertThat(analysis.split().sound()).isFalse();
    assertThat(analysis.split().p()).isCloseTo(0.00031, within(0.00005));
    assertThat(analysis.decision().advice()).isEqualTo(Advice.DO_NOT_TRUST);
  }

  @Test
  void noEffectAtTheEndIsNotExtended() throws IOException {
    Analysis none = analysis(PLAN, sums(107, 356, 104, 356));
    assertThat(none.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    assertThat(none.decision().sentence()).contains("ruled out");
    Analysis unclear = analysis(PLAN, sums(107, 356, 125, 356));
    assertThat(unclear.decision().sentence()).contains("Do not extend it");
  }

  @Test
  void aLossIsSaid() throws IOException {
    Analysis analysis = analysis(PLAN, sums(143, 356, 107, 356));
    assertThat(analysis.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    assertThat(analysis.decision().sentence()).contains("makes things worse");
  }

  @Test
  void guardrailsDecideWithIt() throws IOException {
    String plan =
        PLAN
            + "guardrails: [{metric: {name: kept, measure: conversion, to: Sell, within: 30 days},"
            + " margin: 5pp}]\n";
    String csv =
        "metric,arm,n,conversions\nwon in time,control,356,107\nwon in time,treatment,356,143\n";
    String good = "kept,control,356,320\nkept,treatment,356,322\n";
    String bad = "kept,control,356,320\nkept,treatment,356,240\n";
    Analysis shipped = analysis(plan, csv + good);
    assertThat(shipped.guardrails().get(0).outcome()).isEqualTo(Outcome.MET);
    assertThat(shipped.decision().advice()).isEqualTo(Advice.SHIP);
    Analysis broken = analysis(plan, csv + bad);
    assertThat(broken.guardrails().get(0).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(broken.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    Analysis unknown = analysis(plan, csv);
    assertThat(unknown.guardrails().get(0).outcome()).isEqualTo(Outcome.NOT_COMPUTABLE);
    assertThat(unknown.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
  }

  @Test
  void youngUnitsDoNotCount() throws IOException {
    StringBuilder csv = new StringBuilder("lead,arm,assigned,outcome,closed\n");
    for (int i = 0; i < 40; i++) {
      String arm = i % 2 == 0 ? "control" : "treatment";
      csv.append(
          "a%d,%s,2027-01-05,%s,2027-01-20\n".formatted(i, arm, i % 3 == 0 ? "won" : "lost"));
      csv.append("b%d,%s,2027-02-20,open,\n".formatted(i, arm));
    }
    csv.append("c,control,2027-03-01,open,\n");
    Analysis analysis = analysis(PLAN, csv.toString());
    assertThat(analysis.asOf()).isEqualTo("2027-03-01");
    assertThat(analysis.primary().n()).containsExactly(20, 20);
    assertThat(analysis.primary().young()).isEqualTo(41);
    assertThat(analysis.split().control()).isEqualTo(41);
  }

  @Test
  void whatCannotBeComputedSaysWhy() throws IOException {
    Analysis nobody = analysis(PLAN, sums(0, 356, 0, 356));
    assertThat(nobody.primary().isComputable()).isFalse();
    assertThat(nobody.primary().p()).isNaN();
    assertThat(nobody.decision().advice()).isEqualTo(Advice.NOT_COMPUTABLE);
    assertThat(nobody.decision().sentence()).contains("not computable, because");
    Analysis noColumn = analysis(PLAN, "lead,arm\n1,control\n2,treatment\n");
    assertThat(noColumn.decision().sentence()).contains("no column says");
    Analysis oneArm = analysis(PLAN, "lead,arm,won\n1,control,1\n2,control,0\n");
    assertThat(oneArm.primary().reason()).contains("the treatment arm has no unit");
  }

  @Test
  void allThatIsWrongWithARowIsToldAtOnce() throws IOException {
    ExperimentFile file = file(PLAN);
    Results results =
        results(
            file,
            "lead,arm,assigned,won\n1,controll,2027-01-01,1\n1,treatment,soon,1\n1,treatment,2027-01-02,0\n");
    assertThat(results.problems().stream().map(Problem::toString))
        .anyMatch(p -> p.startsWith("r.csv:2: \"controll\" is no arm"))
        .anyMatch(p -> p.startsWith("r.csv:3: assigned"))
        .anyMatch(p -> p.contains("is there twice"));
    assertThatThrownBy(() -> Analysis.of(file, results, List.of(), 1, 3))
        .isInstanceOf(UnusableResultsException.class);
    Results values = results(file, "lead,arm,won\n1,control,2\n2,treatment,x\n");
    assertThatThrownBy(() -> Analysis.of(file, values, List.of(), 1, 3))
        .hasMessageContaining("a lead gets there or not")
        .hasMessageContaining("x is not a number");
    assertThat(results(file, "lead,outcome\n1,won\n").problems().get(0).message())
        .isEqualTo("there is no column for the arm");
  }

  private static final String REPS =
      PLAN.replace("unit: lead", "unit: rep\nicc: 0.05").replace("+10pp", "+25pp");

  /** Reference: golden case CL "6 territories" has the same shape; here small enough by hand. */
  @Test
  void repsCountAndNotTheirLeads() throws IOException {
    StringBuilder csv = new StringBuilder("rep,arm,won\n");
    int[] wins = {2, 3, 5, 9, 10, 11};
    for (int rep = 0; rep < 6; rep++) {
      for (int i = 0; i < 20; i++) {
        csv.append(
            "R%d,%s,%d\n".formatted(rep, rep < 3 ? "control" : "treatment", i < wins[rep] ? 1 : 0));
      }
    }
    Analysis analysis = analysis(REPS, csv.toString());
    assertThat(analysis.split().what()).isEqualTo("reps");
    assertThat(analysis.split().control()).isEqualTo(3);
    assertThat(analysis.primary().clusters()).containsExactly(3, 3);
    assertThat(analysis.primary().effect()).isCloseTo(30 / 60.0 - 10 / 60.0, within(1e-12));
    // 3 against 3: of 20 assignments the observed is the farthest, with its mirror: p = 0.1
    assertThat(analysis.primary().beside().get(0).p()).isCloseTo(0.1, within(1e-12));
    assertThat(analysis.primary().p()).isLessThan(0.1);
    // t test of the means by hand: means .1, .15, .25 against .45, .5, .55
    double difference = 0.5 - 1 / 6.0;
    double error = Math.sqrt((0.005833333 + 0.0025) / 3);
    assertThat(difference / error).isCloseTo(6.32, within(0.01));
    assertThat(analysis.primary().beside().get(2).p()).isCloseTo(0.0032, within(0.0002));
  }

  @Test
  void aRepWithLeadsInBothArmsIsNamed() throws IOException {
    Analysis analysis =
        analysis(
            REPS, "rep,arm,won\nAnn,control,1\nAnn,treatment,0\nBob,control,1\nCy,treatment,0\n");
    assertThat(analysis.split().mixed()).containsExactly("Ann");
    assertThat(analysis.decision().sentence()).contains("Ann");
  }

  @Test
  void oneClusterInAnArmCannotBeJudged() throws IOException {
    Analysis analysis =
        analysis(REPS, "rep,arm,won\nAnn,control,1\nAnn,control,0\nCy,treatment,0\n");
    assertThat(analysis.primary().reason()).contains("single rep");
  }

  /** Two arms of four, all closed: a case small enough for the log-rank test by hand. */
  @Test
  void openDealsAreCensoredAndLostOnesAreLost() throws IOException {
    String plan =
        PLAN.replace(
                "metric: {name: won in time, measure: conversion, within: 30 days, baseline: 30%}",
                "metric: {measure: cycle, within: 60 days, baseline: 20 days}")
            .replace("+10pp", "-20%");
    String csv =
        "lead,arm,days,outcome\n1,control,10,won\n2,control,30,won\n3,control,50,open\n"
            + "4,control,20,lost\n5,treatment,5,won\n6,treatment,15,won\n7,treatment,25,won\n"
            + "8,treatment,40,open\n";
    Analysis analysis = analysis(plan, csv);
    // by hand, at 5, 10, 15, 25, 30: O = 3, E = 4/8+3/7+3/6+2/4+1/3, V = sum of p q
    double expected = 0.5 + 3 / 7.0 + 0.5 + 0.5 + 1 / 3.0;
    double variance = 0.25 + 12 / 49.0 + 0.25 + 0.25 + 2 / 9.0;
    assertThat(analysis.primary().z())
        .isCloseTo((3 - expected) / Math.sqrt(variance), within(1e-9));
    // Cox's hazard ratio is where the score is 0: O = sum of the treated share of the hazard
    double ratio = Math.exp(analysis.primary().effect());
    double[][] atRisk = {{4, 4}, {3, 4}, {3, 3}, {2, 2}, {1, 2}};
    double hazard = 0;
    double information = 0;
    for (double[] each : atRisk) {
      double share = each[0] * ratio / (each[0] * ratio + each[1]);
      hazard += share;
      information += share * (1 - share);
    }
    assertThat(hazard).isCloseTo(3, within(1e-9));
    assertThat(analysis.primary().se()).isCloseTo(1 / Math.sqrt(information), within(1e-9));
    assertThat(analysis.primary().treatment()).isCloseTo(0.75, within(1e-12));
    assertThat(analysis.curves()).hasSize(2);
    assertThat(analysis.primary().beside().get(0).name()).contains("Gray");
    // of all 70 assignments of the residuals, as the log-rank score is their sum
    Analysis permuted = analysis(plan.replace("days}", "days, analysis: permutation}"), csv);
    assertThat(permuted.primary().method()).startsWith("permutation test (all assignments");
    assertThat(permuted.primary().p() * 70)
        .isCloseTo(Math.rint(permuted.primary().p() * 70), within(1e-9));
    assertThat(permuted.primary().effect()).isEqualTo(analysis.primary().effect());
  }

  @Test
  void valuesAreComparedAsPlanned() throws IOException {
    String plan =
        PLAN.replace(
                "measure: conversion, within: 30 days, baseline: 30%",
                "measure: value, within: 30 days, baseline: 3k, sd: 5k<WAY>")
            .replace("+10pp", "+30%");
    StringBuilder csv = new StringBuilder("lead,arm,won,value\n");
    for (int i = 0; i < 200; i++) {
      String arm = i % 2 == 0 ? "control" : "treatment";
      int value = 1000 + (i * 7919) % 5000 + (i == 3 ? 900_000 : 0);
      csv.append("%d,%s,1,%d\n".formatted(i, arm, value));
    }
    Analysis plain = analysis(plan.replace("<WAY>", ""), csv.toString());
    Analysis capped = analysis(plan.replace("<WAY>", ", analysis: winsorised"), csv.toString());
    assertThat(plain.primary().effect()).isGreaterThan(8000);
    assertThat(Math.abs(capped.primary().effect())).isLessThan(600);
    for (String way : List.of("log", "median", "permutation")) {
      Analysis other = analysis(plan.replace("<WAY>", ", analysis: " + way), csv.toString());
      assertThat(other.primary().isComputable()).as(way).isTrue();
      assertThat(other.primary().p()).isBetween(0.0, 1.0);
    }
  }

  /** One deal of 900,000 decides nothing once values are cut, whoever is assigned. */
  @Test
  void valuesOfRepsAreComparedAsPlanned() throws IOException {
    String plan =
        REPS.replace(
                "measure: conversion, within: 30 days, baseline: 30%",
                "measure: value, within: 30 days, column: revenue, baseline: 3k, sd: 5k<WAY>")
            .replace("+25pp", "+30%");
    StringBuilder csv = new StringBuilder("rep,arm,revenue\n");
    for (int i = 0; i < 240; i++) {
      int rep = i % 8;
      int value = 1000 + (i * 7919) % 5000 + (i == 3 ? 900_000 : 0);
      csv.append("R%d,%s,%d\n".formatted(rep, rep % 2 == 0 ? "control" : "treatment", value));
    }
    Analysis plain = analysis(plan.replace("<WAY>", ""), csv.toString());
    Analysis capped = analysis(plan.replace("<WAY>", ", analysis: winsorised"), csv.toString());
    Analysis log = analysis(plan.replace("<WAY>", ", analysis: log"), csv.toString());
    assertThat(plain.primary().effect()).isGreaterThan(6000);
    assertThat(Math.abs(capped.primary().effect())).isLessThan(1000);
    assertThat(capped.primary().method()).contains("up to", "CR2");
    assertThat(Math.abs(log.primary().effect())).isLessThan(1);
    assertThat(log.primary().method()).contains("ln(1 + value)", "CR2");
    Analysis refund =
        analysis(plan.replace("<WAY>", ", analysis: log"), csv + "R1,treatment,-500\n");
    assertThat(refund.primary().reason()).contains("no logarithm");
  }

  @Test
  void aCovariateMakesItSharper() throws IOException {
    String plan =
        PLAN.replace(
                "measure: conversion, within: 30 days, baseline: 30%",
                "measure: value, within: 30 days, baseline: 3k, sd: 5k")
            .replace("+10pp", "+30%");
    StringBuilder csv = new StringBuilder("lead,arm,won,value,before\n");
    for (int i = 0; i < 200; i++) {
      int before = (i * 7919) % 1000;
      int value = 1000 + 3 * before + (i * 31) % 100;
      csv.append(
          "%d,%s,1,%d,%d\n".formatted(i, i % 2 == 0 ? "control" : "treatment", value, before));
    }
    Analysis plain = analysis(plan, csv.toString());
    Analysis adjusted =
        analysis(plan + "covariate: {column: before, correlation: 0.9}\n", csv.toString());
    assertThat(adjusted.primary().method()).contains("CUPED");
    assertThat(adjusted.warnings()).noneMatch(warning -> warning.contains("covariate"));
    Analysis unknown = analysis(plan + "covariate: {column: history}\n", csv.toString());
    assertThat(unknown.primary().se()).isEqualTo(plain.primary().se());
    assertThat(unknown.warnings()).anyMatch(w -> w.contains("history was not used"));
    assertThat(adjusted.primary().se()).isLessThan(plain.primary().se() / 5);
  }

  @Test
  void ratiosAndRatesOfReps() throws IOException {
    String csv =
        "rep,arm,won,assigned_leads,weeks\nA,control,10,40,10\nB,control,12,50,10\nC,control,8,45,10\n"
            + "D,treatment,20,42,10\nE,treatment,18,44,10\nF,treatment,25,50,10\n";
    String ratio =
        REPS.replace(
            "measure: conversion, within: 30 days, baseline: 30%",
            "measure: ratio, of: Sell, within: 30 days, baseline: 22%");
    Analysis byRatio = analysis(ratio, csv.replace("assigned_leads", "Sell"));
    assertThat(byRatio.primary().control()).isCloseTo(30 / 135.0, within(1e-12));
    assertThat(byRatio.primary().effect()).isCloseTo(63 / 136.0 - 30 / 135.0, within(1e-12));
    String count =
        REPS.replace(
                "measure: conversion, within: 30 days, baseline: 30%",
                "measure: count, within: 30 days")
            .replace("+25pp", "+50%");
    Analysis byCount = analysis(count, csv);
    assertThat(byCount.primary().control()).isCloseTo(1.0, within(1e-12));
    assertThat(byCount.primary().effect()).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void anytimeLooksHaveAWiderIntervalAndNoBudget() throws IOException {
    Analysis analysis = analysis(PLAN + "looks: anyTime\n", sums(90, 356, 143, 356));
    assertThat(analysis.looking().planned()).isZero();
    assertThat(analysis.looking().outside()).isFalse();
    double wide = analysis.looking().high() - analysis.looking().low();
    assertThat(wide).isGreaterThan(1.3 * (analysis.primary().high() - analysis.primary().low()));
    assertThat(analysis.decision().advice()).isEqualTo(Advice.SHIP);
  }

  @Test
  void furtherMetricsAllowForTheirNumber() throws IOException {
    String plan =
        PLAN
            + "secondary:\n  - {name: m1, measure: conversion, within: 30 days}\n"
            + "  - {name: m2, measure: conversion, within: 40 days}\n";
    String csv =
        "metric,arm,n,conversions\nwon in time,control,356,107\nwon in time,treatment,356,143\n"
            + "m1,control,356,107\nm1,treatment,356,143\nm2,control,356,107\nm2,treatment,356,108\n";
    Analysis analysis = analysis(plan, csv);
    assertThat(analysis.secondary().get(0).adjustedP())
        .isCloseTo(2 * analysis.primary().p(), within(1e-12));
  }

  /** z of -0.53 at half: even the planned effect would make up for it in 12 of 100 only. */
  @Test
  void aLookWithoutAChanceEndsItWhereThePlanSaysSo() throws IOException {
    String sums = sums(60, 178, 55, 178);
    Analysis ended = analysis(PLAN + "looks: {count: 2, futility: 20%}\n", sums);
    assertThat(ended.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    assertThat(ended.decision().sentence()).contains("and end it").contains("below 20 %");
    // the same by hand: what is missing to the limit of the end, 1.969 for two looks, drift 2.815
    double z = ended.primary().z();
    double far = (z * Math.sqrt(0.5) - 1.969 + 2.815 * 0.5) / Math.sqrt(0.5);
    double chance = new NormalDistribution(0, 1).cumulativeProbability(far);
    String said =
        ended.decision().sentence().replaceFirst(".*with a chance of ([0-9.]+) %.*", "$1");
    assertThat(Double.parseDouble(said) / 100)
        .isCloseTo(chance, within(0.005))
        .isBetween(0.02, 0.2);
    Analysis goesOn = analysis(PLAN + "looks: 2\n", sums);
    assertThat(goesOn.decision().advice()).isEqualTo(Advice.RUN_ON);
    Analysis hopeful =
        analysis(PLAN + "looks: {count: 2, futility: 20%}\n", sums(55, 178, 66, 178));
    assertThat(hopeful.decision().advice()).isEqualTo(Advice.RUN_ON);
  }

  /** One half of the information: z below that of a miss of Φ⁻¹ of what may be spent by then. */
  @Test
  void aLookEndsItWhereTheChanceToMissIsSpent() throws IOException {
    String plan = PLAN + "looks: {count: 2, futility: spending}\n";
    Analysis ended = analysis(plan, sums(60, 200, 50, 200));
    assertThat(ended.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    assertThat(ended.decision().sentence()).contains("the plan ends it where z towards the gain");
    Analysis goesOn = analysis(plan, sums(55, 200, 66, 200));
    assertThat(goesOn.decision().advice()).isEqualTo(Advice.RUN_ON);
  }

  /** By hand: v / tau² of the mixture, tau the effect of interest of 10 points. */
  @Test
  void aMixtureHasItsLimitAtAnyLook() throws IOException {
    Analysis analysis = analysis(PLAN + "looks: {always: mixture}\n", sums(50, 178, 85, 178));
    double se = analysis.primary().se();
    double ratio = 0.01 / (se * se);
    double limit = Math.sqrt((1 + 1 / ratio) * (Math.log(1 + ratio) + 2 * Math.log(20)));
    assertThat(analysis.looks().get(0).limit()).isCloseTo(limit, within(1e-9));
    assertThat(analysis.looking().high() - analysis.primary().effect())
        .isCloseTo(limit * se, within(1e-9));
    assertThat(analysis.decision().advice()).isEqualTo(Advice.SHIP);
    assertThat(analysis.looking().planned()).isZero();
  }

  /** The gain is shown at the end, but the guardrail's window is longer: to wait is no new look. */
  @Test
  void theWindowsOfAGuardrailAreWaitedFor() throws IOException {
    Analysis analysis = guarded(5);
    assertThat(analysis.looking().last()).isTrue();
    assertThat(analysis.decision().advice()).isEqualTo(Advice.RUN_ON);
    assertThat(analysis.decision().sentence())
        .startsWith("Run until 2027-08-30: the gain is shown, but not yet that");
    // without a gain there is nothing to wait for
    Analysis nothing = guarded(3);
    assertThat(nothing.decision().advice()).isEqualTo(Advice.DO_NOT_SHIP);
    assertThat(nothing.waiting().until()).isEmpty();
  }

  /** Of ten leads three are won under control and so many treated, on the 20th day. */
  private Analysis guarded(int ofTen) throws IOException {
    StringBuilder csv = new StringBuilder("lead,arm,assigned,won,closed\n");
    for (int i = 0; i < 712; i++) {
      boolean treated = i % 2 == 1;
      boolean won = i / 2 % 10 < (treated ? ofTen : 3);
      csv.append(
          "%d,%s,2027-06-01,%d,%s\n"
              .formatted(
                  i, treated ? "treatment" : "control", won ? 1 : 0, won ? "2027-06-20" : ""));
    }
    String guard =
        "guardrails: [{metric: {measure: conversion, within: 90 days, baseline: 30%}, margin: 2pp}]\n";
    ExperimentFile file = file(PLAN + guard);
    Results results =
        Results.parse(
            csv.toString(),
            "r.csv",
            file.plan().orElseThrow(),
            Optional.of(LocalDate.parse("2027-07-10")));
    return Analysis.of(file, results, List.of(), 1, 3);
  }
}
