package io.salestwin.statistics.survival;

import io.salestwin.statistics.special.QuadraticForm;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Do groups win the same share of their deals, at the same pace? Gray's test compares cumulative
 * incidences, so that losing counts as what it is (R. J. Gray, Annals of Statistics 16, 1988, with
 * rho = 0).
 *
 * <p>Group k enters with h = n / S₋, its deals at risk made up for those that left, and R = h (1 -
 * F₁₋). The score is z = Σ (d₁ - R / R. d₁.) over times. Its covariance follows from the influence
 * of every win and every loss on all later shares: with the pooled dF⁰ = d₁. / h., G = 1 - F⁰, aₖᵣ
 * = δₖᵣ hₖ - hₖ hᵣ / h. and cₖᵣ(t) = ∫ aₖᵣ dF⁰ / G₋ over the times after t it is Σᵣ {∫ (a + (1 - G
 * / Sᵣ) c)(…)' dF⁰ / hᵣ + ∫ (G / Sᵣ c)(…)' dF₂ᵣ / hᵣ}, each times a factor 1 - (d - 1) / (m - 1)
 * for ties, where m is the number at risk (for wins hₒ. Sᵣ₋, the pooled number).
 *
 * @param score z by group
 * @param covariance of the score
 */
public record GrayTest(double[] score, double[][] covariance) {

  /**
   * The test of the share won.
   *
   * @param times time to the end or to the last sight
   * @param status how each stood then, as many
   * @param group the group of each, from 0
   * @param groups how many groups there are, at least 2
   * @return the test
   */
  public static GrayTest of(double[] times, Status[] status, int[] group, int groups) {
    Observations.requireSameLength("status", status.length, times.length);
    Observations.requireSameLength("group", group.length, times.length);
    Course course = new Course(groups);
    course.follow(Observations.of(times), status, group);
    return new GrayTest(course.score, course.covariance());
  }

  /**
   * The chi-square statistic.
   *
   * @return the statistic; NaN if undefined
   */
  public double statistic() {
    return QuadraticForm.of(score, covariance).value();
  }

  /**
   * Degrees of freedom.
   *
   * @return one less than the groups that were ever compared; 0 if undefined
   */
  public int df() {
    return QuadraticForm.of(score, covariance).rank();
  }

  /**
   * The p of the statistic.
   *
   * @return from 0 to 1; NaN if undefined
   */
  public double p() {
    return df() == 0
        ? Double.NaN
        : ChiSquaredDistribution.of(df()).survivalProbability(statistic());
  }

  /**
   * Why the test is undefined.
   *
   * @return the reason; empty if it is defined
   */
  public String reason() {
    return df() == 0 ? "nothing was won while more than one group was open" : "";
  }

  /** What one time adds to the covariance: a and c up to and with it, and its factors. */
  private record Moment(double[][] a, double[][] c, double[] keep, double[] win, double[] loss) {}

  /** The groups over time. */
  private static final class Course {

    private final int groups;
    private final double[] score;
    private final double[] open; // S of each group
    private final double[] won; // F1 of each group
    private final double[][] c; // the integral of a from 0
    private final int[] atRisk;
    private final List<Moment> moments = new ArrayList<>();
    private double pooled; // F0

    Course(int groups) {
      this.groups = groups;
      score = new double[groups];
      open = new double[groups];
      Arrays.fill(open, 1);
      won = new double[groups];
      c = new double[groups][groups];
      atRisk = new int[groups];
    }

    void follow(Observations sorted, Status[] status, int[] group) {
      for (int place = 0; place < sorted.size(); place++) {
        atRisk[group[sorted.at(place)]]++;
      }
      for (int place = 0; place < sorted.size(); ) {
        int[] wins = new int[groups];
        int[] losses = new int[groups];
        int[] leaving = new int[groups];
        for (int end = sorted.endOfTie(place); place < end; place++) {
          int i = sorted.at(place);
          leaving[group[i]]++;
          wins[group[i]] += status[i] == Status.WON ? 1 : 0;
          losses[group[i]] += status[i] == Status.LOST ? 1 : 0;
        }
        at(wins, losses);
        for (int k = 0; k < groups; k++) {
          atRisk[k] -= leaving[k];
        }
      }
    }

    private void at(int[] wins, int[] losses) {
      double[] h = new double[groups];
      double all = 0;
      double adjusted = 0;
      int allWins = 0;
      for (int k = 0; k < groups; k++) {
        h[k] = atRisk[k] == 0 ? 0 : atRisk[k] / open[k];
        all += h[k];
        adjusted += h[k] * (1 - won[k]);
        allWins += wins[k];
      }
      double rise = allWins / all;
      double[][] a = new double[groups][groups];
      for (int k = 0; k < groups; k++) {
        score[k] += wins[k] - (allWins == 0 ? 0 : allWins * h[k] * (1 - won[k]) / adjusted);
        for (int r = 0; r < groups; r++) {
          a[k][r] = (k == r ? h[k] : 0) - h[k] * h[r] / all;
          c[k][r] += a[k][r] * rise / (1 - pooled);
        }
      }
      pooled += rise;
      remember(a, h, all, rise, allWins, wins, losses);
    }

    private void remember(
        double[][] a, double[] h, double all, double rise, int allWins, int[] wins, int[] losses) {
      double[] keep = new double[groups];
      double[] win = new double[groups];
      double[] loss = new double[groups];
      for (int r = 0; r < groups; r++) {
        if (atRisk[r] > 0) {
          double before = open[r];
          open[r] = before * (atRisk[r] - wins[r] - losses[r]) / atRisk[r];
          won[r] += before * wins[r] / atRisk[r];
          keep[r] = open[r] == 0 ? 0 : (1 - pooled) / open[r];
          win[r] = rise / h[r] * CompetingRisks.tied(allWins, all * before);
          loss[r] = losses[r] / (h[r] * h[r]) * CompetingRisks.tied(losses[r], atRisk[r]);
        }
      }
      double[][] soFar = new double[groups][];
      for (int k = 0; k < groups; k++) {
        soFar[k] = c[k].clone();
      }
      moments.add(new Moment(a, soFar, keep, win, loss));
    }

    double[][] covariance() {
      double[][] sum = new double[groups][groups];
      for (Moment each : moments) {
        for (int r = 0; r < groups; r++) {
          for (int k = 0; k < groups; k++) {
            for (int l = 0; l < groups; l++) {
              double byWins = byWin(each, k, r) * byWin(each, l, r) * each.win[r];
              double byLosses = byLoss(each, k, r) * byLoss(each, l, r) * each.loss[r];
              sum[k][l] += byWins + byLosses;
            }
          }
        }
      }
      return sum;
    }

    private double byWin(Moment each, int k, int r) {
      return each.a[k][r] + (1 - each.keep[r]) * (c[k][r] - each.c[k][r]);
    }

    private double byLoss(Moment each, int k, int r) {
      return each.keep[r] * (c[k][r] - each.c[k][r]);
    }
  }
}
