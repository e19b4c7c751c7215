package io.salestwin.statistics.survival;

import io.salestwin.statistics.special.QuadraticForm;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Do groups close at the same pace? The family of log-rank tests compares, at every time with an
 * event, the events of each group with those expected if all groups were alike (Mantel 1966;
 * Fleming and Harrington, <em>Counting Processes and Survival Analysis</em>, 1991, chapter 7).
 *
 * <p>At a time with d events among n open observations, of them nᵢ in group i, the expected number
 * is d nᵢ / n and the covariance d (n - d) / (n - 1) (nᵢ / n) (δᵢⱼ - nⱼ / n). Both are multiplied
 * by a weight (its square) and added over times and strata. Who is censored at a time is open at
 * it.
 *
 * @param weighting the weights
 * @param observed weighted numbers of events, by group
 * @param expected weighted expected numbers, by group
 * @param covariance of observed - expected
 */
public record LogRank(
    Weighting weighting, double[] observed, double[] expected, double[][] covariance) {

  /** How much a difference counts at a time. */
  public enum Weighting {
    /** The same at all times: the log-rank test. */
    EVEN,
    /** The pooled share still open just before (Peto and Peto 1972, rho = 1). */
    STILL_OPEN,
    /** The number at risk (Gehan 1965, Breslow 1970). */
    AT_RISK,
    /** The root of the number at risk (Tarone and Ware 1977). */
    ROOT_AT_RISK;

    private double of(double open, int atRisk) {
      return switch (this) {
        case EVEN -> 1;
        case STILL_OPEN -> open;
        case AT_RISK -> atRisk;
        case ROOT_AT_RISK -> Math.sqrt(atRisk);
      };
    }
  }

  /**
   * The comparison of groups.
   *
   * @param weighting the weights
   * @param time time to the event or to the last sight
   * @param event whether the event was seen, as many as times
   * @param group the group of each, from 0
   * @param groups how many groups there are
   * @param stratum the stratum of each; groups are compared within strata only
   * @return the comparison
   */
  public static LogRank of(
      Weighting weighting, double[] time, boolean[] event, int[] group, int groups, int[] stratum) {
    Observations.requireSameLength("event", event.length, time.length);
    Observations.requireSameLength("group", group.length, time.length);
    Observations.requireSameLength("stratum", stratum.length, time.length);
    LogRank sums =
        new LogRank(weighting, new double[groups], new double[groups], new double[groups][groups]);
    for (int each : IntStream.of(stratum).distinct().toArray()) {
      int[] indices = IntStream.range(0, time.length).filter(i -> stratum[i] == each).toArray();
      sums.add(Observations.of(time, indices), event, group);
    }
    return sums;
  }

  /**
   * Whether anything can be compared: an event at a time at which more than one group was open.
   *
   * @return false if the test is undefined
   */
  public boolean isDefined() {
    return form().rank() > 0;
  }

  /**
   * The chi-square statistic.
   *
   * @return the statistic; NaN if undefined
   */
  public double chi2() {
    return form().value();
  }

  /**
   * Degrees of freedom: one less than the groups that were ever compared.
   *
   * @return the degrees of freedom; for an undefined test the number of groups less 1
   */
  public int df() {
    int rank = form().rank();
    return rank == 0 ? observed.length - 1 : rank;
  }

  /**
   * The p of the chi-square statistic.
   *
   * @return from 0 to 1; NaN if undefined
   */
  public double p() {
    return isDefined() ? ChiSquaredDistribution.of(df()).survivalProbability(chi2()) : Double.NaN;
  }

  /**
   * The standardised difference of the first group.
   *
   * @return (observed - expected) / √variance; NaN if undefined
   */
  public double z() {
    return isDefined() ? (observed[0] - expected[0]) / Math.sqrt(covariance[0][0]) : Double.NaN;
  }

  /**
   * Peto's one-step estimate of the hazard ratio of the first group against the rest, exp((O - E) /
   * V), for even weights. It is for ratios near 1: beyond, it is drawn towards 1, and its 95 %
   * interval, log ratio ± 1.96 / √V, holds the truth less often (with 60 and 60 deals, 40 %
   * censored: 94.8 % at a ratio of 1.2, 94.3 % at 1.3, 93.6 % at 2).
   *
   * @return the ratio; NaN if undefined
   */
  public double petoRatio() {
    return isDefined() ? Math.exp((observed[0] - expected[0]) / covariance[0][0]) : Double.NaN;
  }

  /**
   * Pike's estimate of the hazard ratio of the first group against the second, (O₁ / E₁) / (O₂ /
   * E₂), for even weights.
   *
   * @return the ratio; infinite when the second group has no event, NaN if undefined
   */
  public double pikeRatio() {
    return isDefined() ? (observed[0] / expected[0]) / (observed[1] / expected[1]) : Double.NaN;
  }

  /**
   * Why the test is undefined.
   *
   * @return the reason; empty if it is defined
   */
  public String reason() {
    if (isDefined()) {
      return "";
    }
    return IntStream.range(0, observed.length).allMatch(i -> observed[i] == 0)
        ? "no event was seen"
        : "no event was seen while more than one group was open";
  }

  private QuadraticForm form() {
    double[] difference = new double[observed.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = observed[i] - expected[i];
    }
    return QuadraticForm.of(difference, covariance);
  }

  private void add(Observations sorted, boolean[] event, int[] group) {
    int[] atRisk = new int[observed.length];
    for (int place = 0; place < sorted.size(); place++) {
      atRisk[group[sorted.at(place)]]++;
    }
    double open = 1;
    for (int place = 0; place < sorted.size(); ) {
      int end = sorted.endOfTie(place);
      int n = sorted.size() - place;
      int[] events = new int[observed.length];
      int[] leaving = new int[observed.length];
      int d = 0;
      for (; place < end; place++) {
        int i = sorted.at(place);
        leaving[group[i]]++;
        if (event[i]) {
          events[group[i]]++;
          d++;
        }
      }
      addTime(weighting.of(open, n), n, d, atRisk, events);
      open *= (double) (n - d) / n;
      for (int k = 0; k < leaving.length; k++) {
        atRisk[k] -= leaving[k];
      }
    }
  }

  private void addTime(double weight, int n, int d, int[] atRisk, int[] events) {
    if (d == 0) {
      return;
    }
    double spread = n > 1 ? (double) d * (n - d) / (n - 1) : 0;
    for (int i = 0; i < atRisk.length; i++) {
      double share = (double) atRisk[i] / n;
      observed[i] += weight * events[i];
      expected[i] += weight * d * share;
      for (int j = 0; j < atRisk.length; j++) {
        double apart = (i == j ? n - atRisk[i] : -atRisk[j]) / (double) n;
        covariance[i][j] += weight * weight * spread * share * apart;
      }
    }
  }
}
