package io.salestwin.statistics.fitting;

import io.salestwin.random.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The expected numbers of all stays, given what was seen of them and laws of leaving. */
final class Expectation {

  /** A stay is old when so many of the exits came earlier. */
  static final double OLD = 0.9;

  private static final double TINY = 1e-300;

  private final ExitData data;
  private final int ways;
  private final int bins;
  private final double[] shares;
  private double never;

  /** Chance of each way and bin, of all stays. */
  private final double[][] mass;

  /** Chance of each way to come after the last edge. */
  private final double[] beyond;

  private final double[][] inside;
  private final double[][] above;
  private final double[][] below;

  Expectation(ExitData data, boolean mayStay) {
    this.data = data;
    ways = data.exits().length;
    bins = data.edges().length - 1;
    shares = new double[ways];
    mass = new double[ways][bins];
    beyond = new double[ways];
    inside = new double[ways][];
    above = new double[ways][bins + 1];
    below = new double[ways][bins + 1];
    double seen = 0;
    for (int k = 0; k < ways; k++) {
      seen += data.left(k);
    }
    double open = mayStay ? data.openBeyond(OLD) : 0;
    never = open / (seen + open);
    for (int k = 0; k < ways; k++) {
      shares[k] = data.left(k) / (seen + open);
      for (int b = 0; b < bins; b++) {
        mass[k][b] = data.exits()[k][b] / (seen + open);
      }
      inside[k] = data.exits()[k].clone();
    }
  }

  List<Double> shares() {
    return Arrays.stream(shares).boxed().toList();
  }

  double never() {
    return never;
  }

  int ways() {
    return ways;
  }

  ExitData data() {
    return data;
  }

  /** Expected numbers by bin, what lies in no bin left out. */
  double[] counts(int way) {
    return inside[way].clone();
  }

  /** What is known of the stays of one way under the laws of the last step. */
  Binned binned(int way) {
    return new Binned(data.edges(), data.exits()[way], above[way], below[way]);
  }

  /** One step without laws: every bin has a chance of its own, and what is beyond never leaves. */
  void masses() {
    double[] survival = survival();
    // late entries at an edge stand for 1 / S of them: the others left before
    double[] openOver = new double[bins + 1];
    double[] lateOver = new double[bins + 2];
    double run = 0;
    for (int b = 0; b <= bins; b++) {
      run += data.open()[b] / Math.max(TINY, survival[b]);
      openOver[b] = run;
    }
    for (int b = bins; b >= 0; b--) {
      lateOver[b] = lateOver[b + 1] + data.late()[b] / Math.max(TINY, survival[b]);
    }
    double all = 0;
    for (int k = 0; k < ways; k++) {
      for (int b = 0; b < bins; b++) {
        inside[k][b] = data.exits()[k][b] + mass[k][b] * (openOver[b] + lateOver[b + 1]);
        all += inside[k][b];
      }
    }
    double staying = never * openOver[bins];
    all += staying;
    never = staying / all;
    for (int k = 0; k < ways; k++) {
      shares[k] = 0;
      for (int b = 0; b < bins; b++) {
        mass[k][b] = inside[k][b] / all;
        shares[k] += mass[k][b];
      }
    }
  }

  private double[] survival() {
    double[] survival = new double[bins + 1];
    survival[bins] = never;
    for (int k = 0; k < ways; k++) {
      survival[bins] += beyond[k];
    }
    for (int b = bins - 1; b >= 0; b--) {
      survival[b] = survival[b + 1];
      for (int k = 0; k < ways; k++) {
        survival[b] += mass[k][b];
      }
    }
    return survival;
  }

  /** One step with laws: shares by expected numbers, and what the fit of each law is to count. */
  void laws(List<LawFit> laws) {
    double[][] left = new double[ways][];
    double[] survival = new double[bins + 1];
    Arrays.fill(survival, never);
    for (int k = 0; k < ways; k++) {
      left[k] = tail(laws.get(k) == null ? null : laws.get(k).law());
      for (int b = 0; b <= bins; b++) {
        survival[b] += shares[k] * left[k][b];
      }
    }
    double all = 0;
    double[] numbers = new double[ways];
    double staying = 0;
    for (int b = 0; b <= bins; b++) {
      double open = data.open()[b] / Math.max(TINY, survival[b]);
      double late = data.late()[b] / Math.max(TINY, survival[b]);
      for (int k = 0; k < ways; k++) {
        above[k][b] = open * shares[k] * left[k][b];
        below[k][b] = late * shares[k] * (1 - left[k][b]);
        numbers[k] += above[k][b] + below[k][b];
      }
      staying += open * never;
    }
    for (int k = 0; k < ways; k++) {
      numbers[k] += data.left(k);
      all += numbers[k];
    }
    all += staying;
    for (int k = 0; k < ways; k++) {
      shares[k] = numbers[k] / all;
    }
    never = staying / all;
  }

  private double[] tail(Distribution law) {
    double[] tail = new double[bins + 1];
    tail[0] = 1;
    for (int b = 1; b <= bins; b++) {
      tail[b] = law == null ? 0 : law.survival(data.edges()[b]);
    }
    return tail;
  }

  double logLikelihood(List<LawFit> laws) {
    List<Distribution> all = new ArrayList<>();
    laws.forEach(fit -> all.add(fit == null ? null : fit.law()));
    return logLikelihood(shares, never, all);
  }

  /** The likelihood of what was seen, under any shares and laws. */
  double logLikelihood(double[] shares, double never, List<Distribution> laws) {
    double[] survival = new double[bins + 1];
    Arrays.fill(survival, never);
    double sum = 0;
    for (int k = 0; k < ways; k++) {
      Distribution law = laws.get(k);
      if (law == null) {
        continue;
      }
      double[] left = tail(law);
      for (int b = 0; b <= bins; b++) {
        survival[b] += shares[k] * left[b];
        if (b < bins && data.exits()[k][b] > 0) {
          double chance = Binned.mass(law, data.edges()[b], data.edges()[b + 1]);
          sum += data.exits()[k][b] * Math.log(Math.max(Binned.LEAST, shares[k] * chance));
        }
      }
    }
    for (int b = 0; b <= bins; b++) {
      double at = Math.log(Math.max(Binned.LEAST, survival[b]));
      sum += (data.open()[b] - data.late()[b]) * (data.open()[b] == data.late()[b] ? 0 : at);
    }
    return sum;
  }
}
