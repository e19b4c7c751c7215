package io.salestwin.statistics.location;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.ChiSquareLaw;
import io.salestwin.statistics.special.Root;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of the differences between groups is more than the error with which each is known, and
 * what that leaves of each group's own figure.
 *
 * <p>Group i has a figure y_i with a known variance v_i around a true one; the true ones have the
 * variance τ². With w = 1 / v and the weighted mean m: Q = Σ w (y - m)²; τ² = (Q - (k - 1)) / (Σ w
 * - Σ w² / Σ w), at least 0 (R. DerSimonian and N. Laird, Controlled Clinical Trials 7, 1986,
 * 177-188). A figure is pooled to m + τ² / (τ² + v) (y - m).
 *
 * @param mean m
 * @param q Q, to be held against chi-squared
 * @param freedom k - 1, at least 0
 * @param p chance of a Q so large when all true figures are the same
 * @param spread τ
 * @param pooled the pooled figures
 */
public record PartialPooling(
    double mean, double q, int freedom, double p, double spread, List<Double> pooled) {

  /** Copies the list. */
  public PartialPooling {
    pooled = List.copyOf(pooled);
  }

  /**
   * Pools figures.
   *
   * @param y the figures; not changed
   * @param v their variances, each above 0; not changed
   * @return what is left of them
   */
  public static PartialPooling of(double[] y, double[] v) {
    double weights = 0;
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      weights += 1 / v[i];
      squares += 1 / v[i] / v[i];
      sum += y[i] / v[i];
    }
    double mean = y.length == 0 ? 0 : sum / weights;
    double q = q(y, v, 0);
    int freedom = Math.max(0, y.length - 1);
    double scale = weights - squares / weights;
    double square = freedom > 0 && scale > 0 ? Math.max(0, (q - freedom) / scale) : 0;
    List<Double> pooled = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      pooled.add(mean + square / (square + v[i]) * (y[i] - mean));
    }
    double p = freedom > 0 ? ChiSquareLaw.above(q, freedom) : 1;
    return new PartialPooling(mean, q, freedom, p, Math.sqrt(square), pooled);
  }

  /** Q with the variance of the true figures added to each. */
  private static double q(double[] y, double[] v, double square) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      weights += 1 / (v[i] + square);
      sum += y[i] / (v[i] + square);
    }
    double q = 0;
    for (int i = 0; i < y.length; i++) {
      double off = y[i] - sum / weights;
      q += off * off / (v[i] + square);
    }
    return q;
  }

  /**
   * The confidence interval of τ: all τ with which Q is neither too large nor too small for luck
   * (W. Viechtbauer, Statistics in Medicine 26, 2007, 37-52).
   *
   * @param y the figures; not changed
   * @param v their variances, each above 0; not changed
   * @param level above 0 and below 1
   * @return the interval; undefined for fewer than two groups
   */
  public static Bounds spreadBounds(double[] y, double[] v, double level) {
    if (y.length < 2) {
      return Bounds.UNDEFINED;
    }
    double tail = (1 - level) / 2;
    double moments = of(y, v).spread();
    return new Bounds(
        Math.min(moments, spreadAt(y, v, tail)), Math.max(moments, spreadAt(y, v, 1 - tail)));
  }

  /** The τ with which a Q so large as the one found has a given chance; 0 where none has. */
  private static double spreadAt(double[] y, double[] v, double chance) {
    double freedom = y.length - 1.0;
    if (ChiSquareLaw.above(q(y, v, 0), freedom) >= chance) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (double each : v) {
      least = Math.min(least, each);
    }
    return Math.sqrt(Root.above(t -> ChiSquareLaw.above(q(y, v, t), freedom) - chance, 0, least));
  }
}
