package io.salestwin.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * How much of the spread lies between pairs and how much within: one-way random-effects analysis of
 * variance. When partners share one draw of the uncertain inputs, the part between pairs is input
 * uncertainty (what we do not know) and the part within is chance (what nobody can know).
 *
 * <p>Everything here is a function of F, the ratio of the mean squares between and within, and its
 * interval is that of log F: log F ± t(k - 1) s, where s is the standard error that the jackknife
 * over pairs gives (Arvesen and Schmitz 1970, Biometrics 26: robust where values have long tails,
 * unlike the quantiles of F, which hold for normal values only).
 *
 * <p>Only whole pairs count; a single value says nothing about the spread within a pair.
 *
 * @param pairs how many whole pairs, k
 * @param betweenSquares 2 Σ (pair mean - mean)², on k - 1 degrees of freedom
 * @param withinSquares Σ (difference of the partners)² / 2, on k degrees of freedom
 * @param errorOfLogF standard error of log F; NaN for fewer than 3 pairs, infinite when one pair
 *     alone makes the spread between or within
 */
public record VarianceComponents(
    int pairs, double betweenSquares, double withinSquares, double errorOfLogF) {

  private static final int LEAST_PAIRS = 3;

  public VarianceComponents {
    if (pairs < 0 || !(betweenSquares >= 0) || !(withinSquares >= 0)) {
      throw new IllegalArgumentException(
          "pairs and squares must be 0 or more: "
              + (pairs + ", " + betweenSquares + ", " + withinSquares));
    }
  }

  /**
   * The analysis of the whole pairs among some values.
   *
   * @param values values in pairs
   * @return their components
   */
  public static VarianceComponents of(Pairs values) {
    double[] means = values.pairMeans();
    double[] squares = values.pairSquares();
    double within = 0;
    for (double square : squares) {
      within += square;
    }
    double between = 2 * Tally.of(means).squaredDeviations();
    return new VarianceComponents(
        means.length, between, within, errorOfLogF(means, squares, within));
  }

  private static double errorOfLogF(double[] means, double[] squares, double within) {
    int k = means.length;
    if (k < LEAST_PAIRS) {
      return Double.NaN;
    }
    double[] others = new double[k];
    for (int i = 0; i < k; i++) {
      others[i] = Math.max(0, within - squares[i]) / (k - 1);
    }
    return Jackknife.errorOfLogRatio(Jackknife.variances(means), others);
  }

  /**
   * The share of the variance that lies between pairs: the intraclass correlation ICC(1) = (F - 1)
   * / (F + 1) (Searle, <em>Linear Models</em>, 1971, section 9.8). Negative figures, which chance
   * alone gives, are cut off at 0.
   *
   * @param level above 0 and below 1
   * @return the share, from 0 to 1; not computable from fewer than 3 whole pairs or without spread
   */
  public Estimate shareBetween(double level) {
    return ofF("a share of the spread", level, VarianceComponents::share);
  }

  /**
   * The variance that the mean would have if partners were independent, over the variance that it
   * has: (1 + 1 / F) / 2. For antithetic pairs that share nothing else this is what mirroring won:
   * 2 means that half as many replications give the same error. It is 1 / (1 + correlation of the
   * partners).
   *
   * @param level above 0 and below 1
   * @return the ratio, at least 0.5; not computable from fewer than 3 whole pairs or without spread
   */
  public Estimate varianceRatio(double level) {
    if (pairs >= LEAST_PAIRS && betweenSquares == 0 && withinSquares > 0) {
      return Estimate.notComputable("partners balance exactly in every pair");
    }
    return ofF("a ratio of variances", level, f -> (1 + 1 / f) / 2);
  }

  private Estimate ofF(String what, double level, DoubleUnaryOperator figure) {
    Finite.requireInside("level", level);
    if (pairs < LEAST_PAIRS) {
      return Estimate.notComputable(
          what
              + " needs at least "
              + LEAST_PAIRS
              + " whole pairs and there "
              + (pairs == 0 ? "are none" : pairs == 1 ? "is 1" : "are " + pairs));
    }
    if (betweenSquares == 0 && withinSquares == 0) {
      return Estimate.notComputable("all values are equal: there is no spread to share out");
    }
    double f = (betweenSquares / (pairs - 1)) / (withinSquares / pairs);
    if (betweenSquares == 0 || withinSquares == 0) {
      // without any spread on one side there is none to estimate an error from
      double value = figure.applyAsDouble(f);
      return Estimate.of(value, new Interval(value, value, level));
    }
    if (!Double.isFinite(errorOfLogF)) {
      return Estimate.notComputable(
          "all of the spread between or within pairs is that of one pair");
    }
    double factor = StrictMath.exp(Critical.student(level, pairs - 1) * errorOfLogF);
    double a = figure.applyAsDouble(f / factor);
    double b = figure.applyAsDouble(f * factor);
    return Estimate.of(
        figure.applyAsDouble(f), new Interval(Math.min(a, b), Math.max(a, b), level));
  }

  private static double share(double f) {
    // partners that are always equal give an infinite F
    return Double.isInfinite(f) ? 1 : Math.max(0, (f - 1) / (f + 1));
  }
}
