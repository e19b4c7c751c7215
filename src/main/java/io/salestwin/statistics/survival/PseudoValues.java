package io.salestwin.statistics.survival;

import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.util.Arrays;

/**
 * What each unit adds to a figure of all: n θ - (n - 1) θ without it (Andersen, Klein and Rosthøj,
 * Biometrika 90, 2003). Their mean is about θ, and they can be compared like values without
 * censoring, such as by clusters. Where nobody is censored they are the plain values: 1 for a unit
 * that won by the horizon, else 0; and the time that it was open until then.
 */
public final class PseudoValues {

  private final double[] times;
  private final int[] place;
  private final double[] distinct;
  private final int[] atRisk;
  private final int[] won;
  private final int[] closed;
  private final Status[] status;

  private PseudoValues(double[] times, Status[] status) {
    this.times = times;
    this.status = status;
    distinct = Arrays.stream(times).sorted().distinct().toArray();
    place = new int[times.length];
    atRisk = new int[distinct.length];
    won = new int[distinct.length];
    closed = new int[distinct.length];
    for (int i = 0; i < times.length; i++) {
      place[i] = Arrays.binarySearch(distinct, times[i]);
      won[place[i]] += status[i] == Status.WON ? 1 : 0;
      closed[place[i]] += status[i] == Status.OPEN ? 0 : 1;
      atRisk[place[i]]++;
    }
    for (int k = distinct.length - 2; k >= 0; k--) {
      atRisk[k] += atRisk[k + 1];
    }
  }

  /**
   * Pseudo-values of some units, which take a time that grows with units times distinct times.
   *
   * @param times time to the end or to the last sight, at least two
   * @param status how each stood then, as many
   * @return what they are found by
   */
  public static PseudoValues of(double[] times, Status[] status) {
    Observations.requireSameLength("status", status.length, times.length);
    if (times.length < 2) {
      throw new IllegalArgumentException("time has fewer than two observations; give more");
    }
    return new PseudoValues(times.clone(), status.clone());
  }

  /**
   * Of the share won by a time (Aalen and Johansen).
   *
   * @param horizon the time
   * @return one for each unit, in their order; their mean is about the share
   */
  public double[] ofShareWon(double horizon) {
    double all = shareWon(horizon, -1);
    double[] pseudo = new double[times.length];
    double n = times.length;
    Arrays.setAll(pseudo, i -> n * all - (n - 1) * shareWon(horizon, i));
    return pseudo;
  }

  /**
   * Of the mean time open until a time, won and lost both closing (restricted mean).
   *
   * @param horizon the time
   * @return one for each unit, in their order
   */
  public double[] ofTimeOpen(double horizon) {
    double all = timeOpen(horizon, -1);
    double[] pseudo = new double[times.length];
    double n = times.length;
    Arrays.setAll(pseudo, i -> n * all - (n - 1) * timeOpen(horizon, i));
    return pseudo;
  }

  private double shareWon(double horizon, int without) {
    double open = 1;
    double share = 0;
    for (int k = 0; k < distinct.length && distinct[k] <= horizon; k++) {
      double n = atRisk[k] - (without >= 0 && place[without] >= k ? 1 : 0);
      boolean here = without >= 0 && place[without] == k;
      if (n > 0) {
        share += open * (won[k] - (here && status[without] == Status.WON ? 1 : 0)) / n;
        open *= 1 - (closed[k] - (here && status[without] != Status.OPEN ? 1 : 0)) / n;
      }
    }
    return share;
  }

  private double timeOpen(double horizon, int without) {
    double open = 1;
    double area = 0;
    double before = 0;
    for (int k = 0; k < distinct.length && distinct[k] <= horizon; k++) {
      area += open * (distinct[k] - before);
      before = distinct[k];
      double n = atRisk[k] - (without >= 0 && place[without] >= k ? 1 : 0);
      boolean here = without >= 0 && place[without] == k;
      if (n > 0) {
        open *= 1 - (closed[k] - (here && status[without] != Status.OPEN ? 1 : 0)) / n;
      }
    }
    return area + open * (horizon - before);
  }
}
