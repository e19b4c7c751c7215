package io.salestwin.statistics.survival;

import java.util.Arrays;

/**
 * The shares that were won, lost and still open after a time, when a deal can end in two ways
 * (Aalen and Johansen, Scandinavian Journal of Statistics 5, 1978). Won deals are not what 1 -
 * Kaplan-Meier with lost deals censored gives: that share is too large, as if lost deals could
 * still be won.
 *
 * <p>All arrays have one entry per distinct time.
 *
 * @param time the distinct times, rising
 * @param atRisk n, deals that were open just before
 * @param won d₁, deals won at the time
 * @param lost d₂, deals lost at the time
 * @param open S, the share still open just after the time
 * @param shareWon F₁, the share won until then
 * @param shareLost F₂, the share lost until then
 */
public record CompetingRisks(
    double[] time,
    int[] atRisk,
    int[] won,
    int[] lost,
    double[] open,
    double[] shareWon,
    double[] shareLost) {

  /** How a deal stands when it was last seen. */
  public enum Status {
    /** Neither won nor lost: censored. */
    OPEN,
    /** Won. */
    WON,
    /** Lost. */
    LOST
  }

  /**
   * The shares of some deals.
   *
   * @param times time to the end or to the last sight, at least one
   * @param status how each stood then, as many
   * @return the shares
   */
  public static CompetingRisks of(double[] times, Status[] status) {
    Observations.requireSameLength("status", status.length, times.length);
    if (times.length == 0) {
      throw new IllegalArgumentException("time is empty; give at least one observation");
    }
    Observations sorted = Observations.of(times);
    int n = times.length;
    double[] time = new double[n];
    int[] atRisk = new int[n];
    int[] won = new int[n];
    int[] lost = new int[n];
    int count = 0;
    for (int place = 0; place < n; count++) {
      int end = sorted.endOfTie(place);
      time[count] = sorted.time(place);
      atRisk[count] = n - place;
      for (; place < end; place++) {
        won[count] += status[sorted.at(place)] == Status.WON ? 1 : 0;
        lost[count] += status[sorted.at(place)] == Status.LOST ? 1 : 0;
      }
    }
    return of(
        Arrays.copyOf(time, count),
        Arrays.copyOf(atRisk, count),
        Arrays.copyOf(won, count),
        Arrays.copyOf(lost, count));
  }

  private static CompetingRisks of(double[] time, int[] atRisk, int[] won, int[] lost) {
    int n = time.length;
    double[] open = new double[n];
    double[] shareWon = new double[n];
    double[] shareLost = new double[n];
    double before = 1;
    double soFarWon = 0;
    double soFarLost = 0;
    for (int i = 0; i < n; i++) {
      soFarWon += before * won[i] / atRisk[i];
      soFarLost += before * lost[i] / atRisk[i];
      before *= (double) (atRisk[i] - won[i] - lost[i]) / atRisk[i];
      open[i] = before;
      shareWon[i] = soFarWon;
      shareLost[i] = soFarLost;
    }
    return new CompetingRisks(time, atRisk, won, lost, open, shareWon, shareLost);
  }

  /**
   * The share that was won up to a time.
   *
   * @param t the time
   * @return from 0 to 1
   */
  public double wonBy(double t) {
    int i = last(t);
    return i < 0 ? 0 : shareWon[i];
  }

  /**
   * The share that was lost up to a time.
   *
   * @param t the time
   * @return from 0 to 1
   */
  public double lostBy(double t) {
    int i = last(t);
    return i < 0 ? 0 : shareLost[i];
  }

  /**
   * The share that is still open after a time.
   *
   * @param t the time
   * @return from 0 to 1
   */
  public double openAfter(double t) {
    int i = last(t);
    return i < 0 ? 1 : open[i];
  }

  /**
   * What 1 - Kaplan-Meier with lost deals censored would call the share won: too much. It is here
   * to show the error.
   *
   * @param t the time
   * @return from 0 to 1
   */
  public double naiveWonBy(double t) {
    double left = 1;
    for (int i = 0; i <= last(t); i++) {
      left *= (double) (atRisk[i] - won[i]) / atRisk[i];
    }
    return 1 - left;
  }

  /**
   * The variance of the share won up to a time by the delta method (Aalen, Annals of Statistics 6,
   * 1978), with a correction for ties: the sum over times up to the last win of S₋² / n² (τ₂ d₂ r²
   * + τ₁ d₁ (1 - r)²) with r = (F₁(t) - F₁) / S and τ = 1 - (d - 1) / (n - 1).
   *
   * @param t the time
   * @return the variance; 0 before the first win
   */
  public double varianceOfWonBy(double t) {
    int end = last(t);
    while (end >= 0 && won[end] == 0) {
      end--;
    }
    double variance = 0;
    for (int i = 0; i <= end; i++) {
      double before = i == 0 ? 1 : open[i - 1];
      double rest = open[i] == 0 ? 0 : (shareWon[end] - shareWon[i]) / open[i];
      double step = before / atRisk[i];
      double lostPart = tied(lost[i], atRisk[i]) * lost[i] * rest * rest;
      double wonPart = tied(won[i], atRisk[i]) * won[i] * (1 - rest) * (1 - rest);
      variance += step * step * (lostPart + wonPart);
    }
    return variance;
  }

  /** The factor of a variance for d events at once among n. */
  static double tied(int d, double n) {
    return d > 1 ? 1 - (d - 1) / (n - 1) : 1;
  }

  /** The last index with a time that is not after t; -1 if there is none. */
  private int last(double t) {
    int found = Arrays.binarySearch(time, t);
    return found >= 0 ? found : -found - 2;
  }
}
