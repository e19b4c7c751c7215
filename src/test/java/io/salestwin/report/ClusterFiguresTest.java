package io.salestwin.report;

import static io.salestwin.report.PlainFormulas.above;
import static io.salestwin.report.PlainFormulas.assertFigure;
import static io.salestwin.report.PlainFormulas.assertWelch;
import static io.salestwin.report.PlainFormulas.beside;
import static io.salestwin.report.PlainFormulas.covariance;
import static io.salestwin.report.PlainFormulas.figure;
import static io.salestwin.report.PlainFormulas.map;
import static io.salestwin.report.PlainFormulas.mean;
import static io.salestwin.report.PlainFormulas.rest;
import static io.salestwin.report.PlainFormulas.variance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every analysis of reps and weeks a second time: matrices and every deal on small data. */
class ClusterFiguresTest {

  @TempDir private Path folder;

  private static final String[] NAMES = {"A", "B", "C", "D", "E", "F", "G"};
  private static final int[][] WON = {
    {1, 0, 0, 1, 0}, {0, 0, 1}, {1, 1, 0, 1}, {0, 0, 0, 0, 1, 0}, {1, 1, 1}, {0, 1, 1, 1}, {1, 0}
  };
  private static final int[] ARM = {0, 0, 1, 0, 1, 1, 0};

  private static String clusters(int[][] won, String unit) {
    StringBuilder csv = new StringBuilder(unit + ",arm,won\n");
    for (int c = 0; c < won.length; c++) {
      for (int each : won[c]) {
        csv.append("%s,%s,%d\n".formatted(NAMES[c], ARM[c] == 1 ? "treatment" : "control", each));
      }
    }
    return csv.toString();
  }

  /** CR2 written in matrices: A = (I - H)^(-1/2) for each cluster, found by Newton's iteration. */
  @Test
  void repsByTheSandwichInMatrices() throws IOException {
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "rep",
                "{measure: conversion, within: 30 days, baseline: 30%}",
                "icc: 0.05\n",
                clusters(WON, "rep"));
    double variance = 0;
    List<double[]> parts = new ArrayList<>();
    double[] size = new double[2];
    double[] hits = new double[2];
    for (int c = 0; c < 7; c++) {
      size[ARM[c]] += WON[c].length;
      hits[ARM[c]] += Arrays.stream(WON[c]).sum();
    }
    int all = (int) (size[0] + size[1]);
    int first = 0;
    double[][] annihilator = new double[all][all];
    int[] arm = new int[all];
    for (int c = 0, i = 0; c < 7; c++) {
      for (int k = 0; k < WON[c].length; k++) {
        arm[i++] = ARM[c];
      }
    }
    for (int i = 0; i < all; i++) {
      for (int j = 0; j < all; j++) {
        annihilator[i][j] = (i == j ? 1 : 0) - (arm[i] == arm[j] ? 1 / size[arm[i]] : 0);
      }
    }
    for (int c = 0; c < 7; c++) {
      int m = WON[c].length;
      double n = size[ARM[c]];
      double[][] root = inverseRoot(m, n);
      double sign = ARM[c] == 1 ? 1 : -1;
      double score = 0;
      double[] part = new double[all];
      for (int i = 0; i < m; i++) {
        double weight = 0;
        for (int j = 0; j < m; j++) {
          weight += sign / n * root[j][i];
        }
        score += weight * (WON[c][i] - hits[ARM[c]] / n);
        for (int k = 0; k < all; k++) {
          part[k] += weight * annihilator[first + i][k];
        }
      }
      variance += score * score;
      parts.add(part);
      first += m;
    }
    double trace = 0;
    double squares = 0;
    for (double[] g : parts) {
      for (double[] h : parts) {
        double product = 0;
        for (int k = 0; k < all; k++) {
          product += g[k] * h[k];
        }
        trace += g == h ? product : 0;
        squares += product * product;
      }
    }
    double effect = hits[1] / size[1] - hits[0] / size[0];
    double df = trace * trace / squares;
    assertFigure(answer, "primary.effect", effect);
    assertFigure(answer, "primary.se", Math.sqrt(variance));
    assertFigure(answer, "primary.p", 2 * above(Math.abs(effect) / Math.sqrt(variance), df));
    assertThat(figure(answer, "belief.chanceToBeat"))
        .isCloseTo(1 - above(effect / Math.sqrt(variance), df), within(1e-9));
    assertFigure(beside(answer, "permutation of the clusters"), "p", everyDeal(WON));
  }

  private static double everyDeal(int[][] won) {
    double seen = difference(won, 0b0110100);
    int far = 0;
    int ways = 0;
    for (int bits = 0; bits < 128; bits++) {
      if (Integer.bitCount(bits) == 3) {
        ways++;
        far += Math.abs(difference(won, bits)) >= Math.abs(seen) - 1e-9 ? 1 : 0;
      }
    }
    return far / (double) ways;
  }

  private static double difference(int[][] won, int treated) {
    double[] sum = new double[2];
    double[] size = new double[2];
    for (int c = 0; c < won.length; c++) {
      int arm = treated >> c & 1;
      sum[arm] += Arrays.stream(won[c]).sum();
      size[arm] += won[c].length;
    }
    return sum[1] / size[1] - sum[0] / size[0];
  }

  @Test
  void weeksAreDealtAnewInTheirBlocksOfTwo() throws IOException {
    int[][] won = {{1, 0, 0}, {1, 1, 0, 1}, {0, 1}, {1, 1, 1}, {0, 0, 1, 0}, {1, 0}, {1, 1}, {0}};
    int[] arm = {0, 1, 0, 1, 0, 1, 1, 0};
    StringBuilder csv = new StringBuilder("week,arm,won\n");
    for (int w = 0; w < 8; w++) {
      for (int each : won[w]) {
        // week 10 comes after week 9
        csv.append(
            "2027-W%d,%s,%d\n".formatted(w + 5, arm[w] == 1 ? "treatment" : "control", each));
      }
    }
    int far = 0;
    double seen = difference(won, bits(arm));
    for (int flips = 0; flips < 16; flips++) {
      int[] dealt = arm.clone();
      for (int b = 0; b < 4; b++) {
        if ((flips >> b & 1) == 1) {
          dealt[2 * b] = arm[2 * b + 1];
          dealt[2 * b + 1] = arm[2 * b];
        }
      }
      far += Math.abs(difference(won, bits(dealt))) >= Math.abs(seen) - 1e-9 ? 1 : 0;
    }
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "week",
                "{measure: conversion, within: 30 days, baseline: 30%, analysis: permutation}",
                "icc: 0.05\n",
                csv.toString());
    assertFigure(answer, "primary.p", far / 16.0);
  }

  private static int bits(int[] arm) {
    int bits = 0;
    for (int i = 0; i < arm.length; i++) {
      bits |= arm[i] << i;
    }
    return bits;
  }

  @Test
  void ratiosAndRatesOfReps() throws IOException {
    double[][] won = {{3, 5, 2, 6}, {6, 4, 9}};
    double[][] met = {{9, 11, 8, 13}, {10, 9, 14}};
    StringBuilder csv = new StringBuilder("rep,arm,won,Sell,weeks\n");
    for (int arm = 0; arm < 2; arm++) {
      for (int i = 0; i < won[arm].length; i++) {
        csv.append(
            "%d%d,%s,%s,%s,4\n"
                .formatted(arm, i, arm == 1 ? "treatment" : "control", won[arm][i], met[arm][i]));
      }
    }
    double[] ratio = new double[2];
    double[] error = new double[2];
    for (int arm = 0; arm < 2; arm++) {
      double n = won[arm].length;
      ratio[arm] = mean(won[arm]) / mean(met[arm]);
      double[] rest = rest(won[arm], met[arm], ratio[arm]);
      error[arm] = variance(rest) / n / mean(met[arm]) / mean(met[arm]);
    }
    Node of =
        new PlainFormulas(folder)
            .answer(
                "rep",
                "{measure: ratio, of: Sell, within: 30 days, baseline: 40%}",
                "icc: 0.05\n",
                csv.toString());
    assertFigure(of, "primary.effect", ratio[1] - ratio[0]);
    assertFigure(of, "primary.se", Math.sqrt(error[0] + error[1]));
    Node rate =
        new PlainFormulas(folder)
            .answer("rep", "{measure: count, within: 30 days}", "icc: 0.05\n", csv.toString());
    assertWelch(rate, map(won[0], v -> v / 4), map(won[1], v -> v / 4));
  }

  @Test
  void aCovariateOfRepsCostsADegreeOfFreedom() throws IOException {
    double[] x = {3, 5, 7, 2};
    double[] before = {1, 2, 4, 2};
    double[] y = {9, 4, 8, 6};
    double[] earlier = {3, 1, 4, 2};
    StringBuilder csv = new StringBuilder("rep,arm,won,value,score\n");
    for (int i = 0; i < 4; i++) {
      csv.append("c%d,control,1,%s,%s\n".formatted(i, x[i], before[i]));
      csv.append("t%d,treatment,1,%s,%s\n".formatted(i, y[i], earlier[i]));
    }
    double sxx = 3 * (variance(before) + variance(earlier));
    double sxy = covariance(x, before) + covariance(y, earlier);
    double b = sxy / sxx;
    double apart = mean(earlier) - mean(before);
    double left = 3 * (variance(x) + variance(y)) - b * sxy;
    double effect = mean(y) - mean(x) - b * apart;
    double se = Math.sqrt(left / 5 * (1 / 4.0 + 1 / 4.0 + apart * apart / sxx));
    Node answer =
        new PlainFormulas(folder)
            .answer(
                "rep",
                "{measure: value, within: 30 days, baseline: 5k, sd: 5k}",
                "icc: 0.05\ncovariate: {column: score}\n",
                csv.toString());
    assertFigure(answer, "primary.effect", effect);
    assertFigure(answer, "primary.se", se);
    assertFigure(answer, "primary.p", 2 * above(effect / se, 5));
  }

  /** (I - J / n)^(-1/2) for m units by Newton's iteration X (3 I - A X X) / 2. */
  private static double[][] inverseRoot(int m, double n) {
    double[][] a = new double[m][m];
    double[][] x = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        a[i][j] = (i == j ? 1 : 0) - 1 / n;
        x[i][j] = i == j ? 1 : 0;
      }
    }
    for (int round = 0; round < 60; round++) {
      double[][] inner = times(a, times(x, x));
      double[][] next = new double[m][m];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          next[i][j] = (i == j ? 1.5 : 0) - inner[i][j] / 2;
        }
      }
      x = times(x, next);
    }
    return x;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
