package io.salestwin.calibration.reps;

import io.salestwin.calibration.reps.LuckyTeams.Luck;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.location.PartialPooling;
import io.salestwin.statistics.multiple.Adjustment;
import io.salestwin.statistics.special.NormalLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Shares: homogeneity by chi-squared, given the share of each stratum. A group has O hits where E
 * are to be expected with variance V; (O - E) / V is its distance from all in log-odds.
 */
final class Rates {

  /** With fewer to be expected the chi-squared law is not to be trusted (W. G. Cochran 1954). */
  private static final double FEW = 5;

  private final Cohort cohort;
  private final double[] score;
  private final int[] stratum;
  private final double[] hits;
  private final double[] expected;
  private final double[] variance;
  private double all;

  private Rates(Cohort cohort, IntPredicate hit, IntUnaryOperator stratumOf) {
    this.cohort = cohort;
    int n = cohort.deal.length;
    score = new double[n];
    stratum = new int[n];
    hits = new double[cohort.groups()];
    expected = new double[cohort.groups()];
    variance = new double[cohort.groups()];
    for (int i = 0; i < n; i++) {
      score[i] = hit.test(cohort.deal[i]) ? 1 : 0;
      stratum[i] = stratumOf.applyAsInt(cohort.deal[i]);
    }
    int strata = Arrays.stream(stratum).max().orElse(0) + 1;
    double[] in = new double[strata];
    double[] of = new double[strata];
    for (int i = 0; i < n; i++) {
      in[stratum[i]] += score[i];
      of[stratum[i]]++;
      all += score[i];
    }
    for (int i = 0; i < n; i++) {
      double p = in[stratum[i]] / of[stratum[i]];
      hits[cohort.group[i]] += score[i];
      expected[cohort.group[i]] += p;
      variance[cohort.group[i]] += p * (1 - p);
    }
  }

  /**
   * Measures a share.
   *
   * @param hit which deals have it
   * @param stratumOf number of a deal's stratum, from 0
   * @param entity tells this question's chance from that of others
   */
  static Measure of(
      Cohort cohort,
      Measure.Kind kind,
      IntPredicate hit,
      IntUnaryOperator stratumOf,
      RepPlan plan,
      long entity) {
    return new Rates(cohort, hit, stratumOf).measure(kind, plan, entity);
  }

  private Measure measure(Measure.Kind kind, RepPlan plan, long entity) {
    int[] known =
        java.util.stream.IntStream.range(0, hits.length).filter(g -> variance[g] > 0).toArray();
    double[] y =
        Arrays.stream(known).mapToDouble(g -> (hits[g] - expected[g]) / variance[g]).toArray();
    double[] v = Arrays.stream(known).mapToDouble(g -> 1 / variance[g]).toArray();
    PartialPooling pooling = PartialPooling.of(y, v);
    Luck luck =
        known.length < 2
            ? Luck.NONE
            : new LuckyTeams(cohort.group, score, stratum, cohort.groups())
                .play(plan, entity, this::chiSquared, chiSquared(hits));
    double rate = all / score.length;
    double points = rate * (1 - rate);
    Bounds spread = PartialPooling.spreadBounds(y, v, 0.95);
    return new Measure(
        kind,
        rate,
        shares(hits),
        shares(expected),
        pooled(known, pooling),
        alone(),
        pooling.q(),
        pooling.freedom(),
        isFew() && !Double.isNaN(luck.share()) ? luck.share() : pooling.p(),
        luck.share(),
        luck.range(),
        pooling.spread() * points,
        new Bounds(spread.low() * points, spread.high() * points));
  }

  private double chiSquared(double[] sums) {
    double chi = 0;
    for (int g = 0; g < sums.length; g++) {
      double off = sums[g] - expected[g];
      chi += variance[g] > 0 ? off * off / variance[g] : 0;
    }
    return chi;
  }

  private boolean isFew() {
    for (int g = 0; g < hits.length; g++) {
      if (Math.min(expected[g], cohort.size[g] - expected[g]) < FEW) {
        return true;
      }
    }
    return false;
  }

  private List<Double> shares(double[] of) {
    List<Double> shares = new ArrayList<>();
    for (int g = 0; g < of.length; g++) {
      shares.add(of[g] / cohort.size[g]);
    }
    return shares;
  }

  /** The expected share, moved by as much of its own distance as is to be believed. */
  private List<Double> pooled(int[] known, PartialPooling pooling) {
    List<Double> pooled = new ArrayList<>(shares(expected));
    for (int i = 0; i < known.length; i++) {
      double p = pooled.get(known[i]);
      double logOdds = Math.log(p / (1 - p)) + pooling.pooled().get(i);
      pooled.set(known[i], 1 / (1 + Math.exp(-logOdds)));
    }
    return pooled;
  }

  /** Of a group's distance, a part is the group's own share in what it is compared with. */
  private List<Double> alone() {
    double sum = Arrays.stream(variance).sum();
    double[] p = new double[hits.length];
    for (int g = 0; g < p.length; g++) {
      double rest = variance[g] * (1 - variance[g] / sum);
      p[g] = rest > 0 ? NormalLaw.twoSided((hits[g] - expected[g]) / Math.sqrt(rest)) : 1;
    }
    return Arrays.stream(Adjustment.HOLM.adjusted(p)).boxed().toList();
  }
}
