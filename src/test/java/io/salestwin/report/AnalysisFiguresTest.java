package io.salestwin.report;

import static io.salestwin.report.PlainFormulas.EXACT;
import static io.salestwin.report.PlainFormulas.NORMAL;
import static io.salestwin.report.PlainFormulas.above;
import static io.salestwin.report.PlainFormulas.assertFigure;
import static io.salestwin.report.PlainFormulas.assertWelch;
import static io.salestwin.report.PlainFormulas.figure;
import static io.salestwin.report.PlainFormulas.join;
import static io.salestwin.report.PlainFormulas.map;
import static io.salestwin.report.PlainFormulas.mean;
import static io.salestwin.report.PlainFormulas.rest;
import static io.salestwin.report.PlainFormulas.slope;
import static io.salestwin.report.PlainFormulas.variance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every analysis of leads a second time: plain formulas and brute force on small data. */
class AnalysisFiguresTest {

  @TempDir private Path folder;

  @Test
  void twoSharesByThePooledZ() throws IOException {
    String csv = "arm,n,conversions\ncontrol,180,41\ntreatment,170,57\n";
    double p1 = 41 / 180.0;
    double p2 = 57 / 170.0;
    double pooled = 98 / 350.0;
    double z = (p2 - p1) / Math.sqrt(pooled * (1 - pooled) * (1 / 180.0 + 1 / 170.0));
    double se = Math.sqrt(p1 * (1 - p1) / 180 + p2 * (1 - p2) / 170);
    Node two =
        new PlainFormulas(folder)
            .answer("lead", "{measure: conversion, within: 30 days, baseline: 25%}", "", csv);
    assertFigure(two, "primary.effect", p2 - p1);
    assertFigure(two, "primary.se", se);
    assertFigure(two, "primary.p", 2 * above(z));
    Node one =
        new PlainFormulas(folder)
            .answer(
                "lead",
                "{measure: conversion, within: 30 days, baseline: 25%, better: lower}",
                "sides: one\n",
                csv);
    // fewer would be better, so more is evidence against it
    assertFigure(one, "primary.p", 1 - above(z));
    assertThat(figure(one, "belief.chanceToBeat")).isLessThan(0.05);
  }

  @Test
  void valuesOfThoseWhoseWindowHasPassed() throws IOException {
    String csv =
        """
        lead,arm,assigned,won,closed,value
        1,control,2027-01-01,1,2027-01-20,9000
        2,control,2027-01-01,1,2027-03-20,7000
        3,control,2027-01-02,0,,
        4,control,2027-01-05,1,2027-01-15,4000
        5,treatment,2027-01-01,1,2027-01-31,12000
        6,treatment,2027-01-03,0,,
        7,treatment,2027-01-04,1,2027-01-08,8000
        8,treatment,2027-03-19,1,2027-03-20,99000
        """;
    // lead 2 was won after its window, lead 8 is too young
    double[] x = {9000, 0, 0, 4000};
    double[] y = {12000, 0, 8000};
    String metric = "{measure: value, within: 30 days, baseline: 5k, sd: 5k%s}";
    Node plain = new PlainFormulas(folder).answer("lead", metric.formatted(""), "", csv);
    assertWelch(plain, x, y);
    assertThat(figure(plain, "primary.young")).isEqualTo(1);
    // whether it was won is judged by the same window
    Node won =
        new PlainFormulas(folder)
            .answer("lead", "{measure: conversion, within: 30 days, baseline: 25%}", "", csv);
    assertFigure(won, "primary.control", 2 / 4.0);
    assertFigure(won, "primary.treatment", 2 / 3.0);
    Node logs =
        new PlainFormulas(folder).answer("lead", metric.formatted(", analysis: log"), "", csv);
    assertWelch(logs, map(x, Math::log1p), map(y, Math::log1p));
    assertFigure(logs, "primary.control", Math.expm1(mean(map(x, Math::log1p))));
    // the cap lies between the two highest of the seven values: at place 0.99 * 6
    double cap = 9000 + 0.94 * 3000;
    Node cut =
        new PlainFormulas(folder)
            .answer("lead", metric.formatted(", analysis: winsorised"), "", csv);
    assertWelch(cut, x, map(y, v -> Math.min(v, cap)));
    assertFigure(cut, "primary.treatment", (cap + 8000) / 3);
  }

  @Test
  void leadsDealtAnewInEveryWay() throws IOException {
    double[] x = {3, 0, 7, 2, 0};
    double[] y = {9, 4, 8, 0};
    double[] all = {3, 0, 7, 2, 0, 9, 4, 8, 0};
    int far = 0;
    int high = 0;
    int ways = 0;
    double seen = mean(y) - mean(x);
    for (int bits = 0; bits < 512; bits++) {
      if (Integer.bitCount(bits) == 4) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
          sum += (bits >> i & 1) == 1 ? all[i] : 0;
        }
        double each = sum / 4 - (33 - sum) / 5;
        ways++;
        far += Math.abs(each) >= Math.abs(seen) - 1e-9 ? 1 : 0;
        high += each >= seen - 1e-9 ? 1 : 0;
      }
    }
    StringBuilder csv = new StringBuilder("arm,won,value\n");
    Arrays.stream(x).forEach(v -> csv.append("control,1,%s\n".formatted(v)));
    Arrays.stream(y).forEach(v -> csv.append("treatment,1,%s\n".formatted(v)));
    String metric =
        "{measure: value, within: 30 days, baseline: 5k, sd: 5k, analysis: permutation}";
    assertFigure(
        new PlainFormulas(folder).answer("lead", metric, "", csv.toString()),
        "primary.p",
        far / (double) ways);
    assertFigure(
        new PlainFormulas(folder).answer("lead", metric, "sides: one\n", csv.toString()),
        "primary.p",
        high / (double) ways);
  }

  @Test
  void aCovariateTakesItsPartAway() throws IOException {
    double[] x = {3, 5, 7, 2, 8, 1};
    double[] before = {1, 2, 4, 1, 5, 2};
    double[] y = {9, 4, 8, 6, 11};
    double[] earlier = {3, 1, 4, 2, 5};
    double theta = slope(join(x, y), join(before, earlier));
    double effect = mean(y) - mean(x) - theta * (mean(earlier) - mean(before));
    double[] restX = rest(x, before, theta);
    double[] restY = rest(y, earlier, theta);
    double se = Math.sqrt(variance(restX) / 6 + variance(restY) / 5);
    StringBuilder csv = new StringBuilder("arm,won,value,score\n");
    for (int i = 0; i < 6; i++) {
      csv.append("control,1,%s,%s\n".formatted(x[i], before[i]));
    }
    for (int i = 0; i < 5; i++) {
      csv.append("treatment,1,%s,%s\n".formatted(y[i], earlier[i]));
    }
    String metric = "{measure: value, within: 30 days, baseline: 5k, sd: 5k}";
    String covariate = "covariate: {column: score}\n";
    Node answer = new PlainFormulas(folder).answer("lead", metric, covariate, csv.toString());
    assertFigure(answer, "primary.effect", effect);
    assertFigure(answer, "primary.se", se);
    // where the column is missing that is said, not passed over
    Node without =
        new PlainFormulas(folder)
            .answer("lead", metric, covariate, csv.toString().replace("score", "other"));
    assertThat(without.get("warnings").items())
        .anyMatch(w -> w.text().contains("score was not used: the results have no such column"));
  }

  // ---- guardrails, several metrics, chances

  /** The most likely shares whose difference is the margin, by trying all. */
  @Test
  void aGuardrailByTheScoreTest() throws IOException {
    StringBuilder csv = new StringBuilder("metric,arm,n,conversions\n");
    csv.append("it,control,200,60\nit,treatment,200,80\n");
    csv.append("kept,control,200,140\nkept,treatment,200,134\n");
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "lead",
                "{name: it, measure: conversion, within: 30 days, baseline: 30%}",
                "guardrails: [{metric: {name: kept, measure: conversion, within: 30 days,"
                    + " baseline: 70%}, margin: 8pp}]\n",
                csv.toString());
    double best = Double.NEGATIVE_INFINITY;
    double p1 = 0;
    for (double p = 0.081; p < 1; p += 1e-6) {
      double q = p - 0.08;
      double likely =
          140 * Math.log(p) + 60 * Math.log(1 - p) + 134 * Math.log(q) + 66 * Math.log(1 - q);
      if (likely > best) {
        best = likely;
        p1 = p;
      }
    }
    double p2 = p1 - 0.08;
    double z = (-0.03 + 0.08) / Math.sqrt(p1 * (1 - p1) / 200 + p2 * (1 - p2) / 200);
    Node guardrail = answer.get("guardrails").items().get(0);
    assertThat(Double.parseDouble(guardrail.get("nonInferiorityP").text()))
        .isCloseTo(above(z), within(1e-5));
    // one-sided at 5 %: 4.8 % is enough
    assertThat(guardrail.get("outcome").text()).isEqualTo(above(z) <= 0.05 ? "met" : "open");
  }

  @Test
  void aMarginOfLogarithmsIsAShare() throws IOException {
    StringBuilder csv = new StringBuilder("arm,won,value\n");
    for (int i = 0; i < 40; i++) {
      csv.append("control,1,%d\ntreatment,1,%d\n".formatted(900 + 10 * i, 700 + 8 * i));
    }
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "lead",
                "{measure: conversion, within: 30 days, baseline: 30%}",
                "guardrails: [{metric: {measure: value, within: 30 days, analysis: log, baseline: 1k,"
                    + " sd: 100}, margin: 10%}]\n",
                csv.toString());
    Node guardrail = answer.get("guardrails").items().get(0);
    assertThat(Double.parseDouble(guardrail.get("margin").text()))
        .isCloseTo(-Math.log(0.9), within(EXACT));
    // it fell by a fifth, which is more than the margin
    assertThat(guardrail.get("outcome").text()).isEqualTo("broken");
  }

  @Test
  void furtherMetricsByHolmsSteps() throws IOException {
    String csv =
        """
        metric,arm,n,conversions
        it,control,200,60
        it,treatment,200,80
        a,control,200,60
        a,treatment,200,78
        b,control,200,60
        b,treatment,200,83
        """;
    String metric = "{name: %s, measure: conversion, within: 30 days, baseline: 30%%}";
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "lead",
                metric.formatted("it"),
                "secondary: [" + metric.formatted("a") + ", " + metric.formatted("b") + "]\n",
                csv);
    List<Node> further = answer.get("secondary").items();
    double a = Double.parseDouble(further.get(0).get("p").text());
    double b = Double.parseDouble(further.get(1).get("p").text());
    double adjustedB = 2 * b;
    assertThat(Double.parseDouble(further.get(1).get("adjustedP").text()))
        .isCloseTo(adjustedB, within(EXACT));
    assertThat(Double.parseDouble(further.get(0).get("adjustedP").text()))
        .isCloseTo(Math.max(a, adjustedB), within(EXACT));
  }

  /** What it would bring to go on, played 200,000 times; the error of the means is below 1 %. */
  @Test
  void theValueOfWaitingIsThatOfPlayingItOut() throws IOException {
    String csv = "look,arm,n,conversions\n2027-03-01,control,300,75\n2027-03-01,treatment,300,84\n";
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "lead",
                "{measure: conversion, within: 30 days, baseline: 25%}",
                "looks: 2\ndecision: {for: 12 months, value: 100, cost: 2000}\n",
                csv);
    Node waiting = answer.get("waiting");
    double gain = figure(answer, "primary.effect");
    double se = figure(answer, "primary.se");
    double share =
        Double.parseDouble(answer.get("looking").get("looks").items().get(0).get("share").text());
    double weeks = 12 * 365.25 / 12 / 7;
    double perWeek = 100 / (365.25 / 84);
    double delay =
        (LocalDate.parse(waiting.get("until").text()).toEpochDay()
                - LocalDate.parse("2027-03-01").toEpochDay())
            / 7.0;
    SplittableRandom chance = new SplittableRandom(7);
    double sum = 0;
    int plays = 200_000;
    for (int i = 0; i < plays; i++) {
      // where the estimate will stand at the end; the truth is around that
      double then =
          gain
              + se
                  * Math.sqrt(1 - share)
                  * NORMAL.inverseCumulativeProbability(chance.nextDouble());
      double rolledOut = (weeks - delay) * perWeek * 100 * then - 2000;
      sum += Math.max(0, rolledOut) + delay * perWeek * 0.5 * 100 * gain;
    }
    assertThat(Double.parseDouble(waiting.get("later").text()))
        .isCloseTo(sum / plays, within(0.01 * sum / plays));
    assertThat(Double.parseDouble(waiting.get("now").text()))
        .isCloseTo(weeks * perWeek * 100 * gain - 2000, within(1.0));
  }
}
