package io.salestwin.statistics;

import java.util.Arrays;

/**
 * The mean of a figure that is known for few replications only, helped by another figure that is
 * known for the same ones and for many more (two-phase or double sampling with regression: Cochran,
 * <em>Sampling Techniques</em>, 3rd ed. 1977, section 12.6; in simulation a control variate whose
 * mean is estimated). With k' pairs of replications in which both are known and k in which the
 * helper is,
 *
 * <pre>estimate = mean(y) + B (mean of all x - mean(x)),  B = Σ (y - ȳ)(x - x̄) / Σ (x - x̄)²
 * variance = Σ residual² / (k' - 2) / k' + B² Var(x) / k</pre>
 *
 * <p>B is linear in y: when several figures add up to the helper, so do their estimates.
 */
public final class TwoPhase {

  private static final int LEAST = 4;

  private TwoPhase() {}

  /**
   * The mean.
   *
   * @param few the figure, replication by replication from the first on; values 2i and 2i + 1 are a
   *     pair
   * @param many the helper, of at least as many replications
   * @param share the B where the helper is the same in every pair of the few
   * @param level above 0 and below 1
   * @return with Student's interval on k' - 2 degrees of freedom; not computable from fewer than
   *     {@value #LEAST} pairs in which both could be computed
   */
  public static Estimate mean(double[] few, double[] many, double share, double level) {
    Finite.requireInside("level", level);
    double[] x = Arrays.copyOf(many, few.length);
    double[] y = few.clone();
    for (int i = 0; i < y.length; i++) {
      if (Double.isNaN(x[i] + y[i])) {
        x[i] = Double.NaN;
        y[i] = Double.NaN;
      }
    }
    double[] xs = Pairs.ofComputable(x).pairMeans();
    double[] ys = Pairs.ofComputable(y).pairMeans();
    double[] all = Pairs.ofComputable(many).pairMeans();
    if (ys.length < LEAST) {
      return Estimate.notComputable(
          "it needs at least " + LEAST + " whole pairs of replications and has " + ys.length);
    }
    double meanX = Tally.of(xs).mean();
    double meanY = Tally.of(ys).mean();
    double cross = 0;
    double squares = 0;
    for (int i = 0; i < xs.length; i++) {
      cross += (ys[i] - meanY) * (xs[i] - meanX);
      squares += (xs[i] - meanX) * (xs[i] - meanX);
    }
    double slope = squares == 0 ? share : cross / squares;
    double residuals = 0;
    for (int i = 0; i < xs.length; i++) {
      double residual = ys[i] - meanY - slope * (xs[i] - meanX);
      residuals += residual * residual;
    }
    Tally helper = Tally.of(all);
    double estimate = meanY + slope * (helper.mean() - meanX);
    double variance =
        residuals / (xs.length - 2) / xs.length
            + slope * slope * helper.standardError() * helper.standardError();
    double reach = Critical.student(level, xs.length - 2L) * Math.sqrt(variance);
    return Estimate.of(estimate, new Interval(estimate - reach, estimate + reach, level));
  }
}
