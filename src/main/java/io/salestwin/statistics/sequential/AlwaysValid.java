package io.salestwin.statistics.sequential;

/**
 * The mixture sequential probability ratio test: p-values and confidence sequences that stay valid
 * however often one looks (Robbins, Annals of Mathematical Statistics 41, 1970; Johari, Koomen,
 * Pekelis and Walsh, Operations Research 70, 2022).
 *
 * <p>Pairs (xᵢ, yᵢ) of control and treatment come one by one. With D = ȳ - x̄ - θ₀ after n pairs, a
 * variance V of one pair's difference and a normal mixture of variance τ² over the effect, the
 * likelihood ratio is √(V / (V + n τ²)) exp(n² τ² D² / (2 V (V + n τ²))). Logarithms are kept, so
 * that overwhelming evidence does not overflow.
 *
 * @param logLambda ln of the likelihood ratio after 1, 2, … pairs
 * @param p the always-valid p after 1, 2, … pairs; never rises
 * @param halfWidth half the width of the confidence sequence for ȳ - x̄; NaN while V is 0
 * @param stopsAt the first number of pairs with p at most the level; -1 if there is none
 */
public record AlwaysValid(double[] logLambda, double[] p, double[] halfWidth, int stopsAt) {

  /**
   * Pairs of normal values with a known variance.
   *
   * @param x control, one value per pair
   * @param y treatment, as many
   * @param variance of one value, the same in both arms, above 0
   * @param mixture τ², above 0
   * @param effect θ₀, the difference under the null hypothesis
   * @param alpha the level, above 0 and below 1
   * @return the test after every pair
   */
  public static AlwaysValid normal(
      double[] x, double[] y, double variance, double mixture, double effect, double alpha) {
    if (!(variance > 0)) {
      throw new IllegalArgumentException("the variance is " + variance + "; give one above 0");
    }
    return of(x, y, (n, meanX, meanY) -> 2 * variance, mixture, effect, alpha);
  }

  /**
   * Pairs of outcomes 0 or 1, with the variance V = p̂x (1 - p̂x) + p̂y (1 - p̂y) estimated from
   * the pairs so far; while V is 0 there is no evidence yet.
   *
   * @param x control, 0 or 1 per pair
   * @param y treatment, as many
   * @param mixture τ², above 0
   * @param effect θ₀, the difference under the null hypothesis
   * @param alpha the level, above 0 and below 1
   * @return the test after every pair
   */
  public static AlwaysValid bernoulli(
      double[] x, double[] y, double mixture, double effect, double alpha) {
    requireZeroOrOne(x);
    requireZeroOrOne(y);
    return of(
        x,
        y,
        (n, meanX, meanY) -> meanX * (1 - meanX) + meanY * (1 - meanY),
        mixture,
        effect,
        alpha);
  }

  /** The variance of one pair's difference after n pairs. */
  @FunctionalInterface
  private interface PairVariance {
    double after(int n, double meanX, double meanY);
  }

  private static AlwaysValid of(
      double[] x, double[] y, PairVariance variance, double mixture, double effect, double alpha) {
    requireUsable(x, y, mixture, alpha);
    double[] logLambda = new double[x.length];
    double[] p = new double[x.length];
    double[] halfWidth = new double[x.length];
    int stopsAt = -1;
    ExactSum sumX = new ExactSum();
    ExactSum sumY = new ExactSum();
    ExactSum difference = new ExactSum();
    for (int i = 0; i < x.length; i++) {
      int n = i + 1;
      sumX.add(x[i]);
      sumY.add(y[i]);
      difference.add(y[i]);
      difference.add(-x[i]);
      double v = variance.after(n, sumX.value() / n, sumY.value() / n);
      double d = difference.value() / n - effect;
      logLambda[i] = v == 0 ? 0 : logLambda(n, d, v, mixture);
      halfWidth[i] = v == 0 ? Double.NaN : halfWidth(n, v, mixture, alpha);
      p[i] = Math.min(i == 0 ? 1 : p[i - 1], Math.exp(-logLambda[i]));
      if (stopsAt < 0 && p[i] <= alpha) {
        stopsAt = n;
      }
    }
    return new AlwaysValid(logLambda, p, halfWidth, stopsAt);
  }

  private static double logLambda(int n, double d, double v, double mixture) {
    double all = v + n * mixture;
    double shift = n * d;
    return -Math.log1p(n * mixture / v) / 2 + shift * shift * mixture / (2 * v * all);
  }

  /** Where the likelihood ratio of another effect is 1 / alpha. */
  private static double halfWidth(int n, double v, double mixture, double alpha) {
    double all = v + n * mixture;
    double bound = Math.log1p(n * mixture / v) - 2 * Math.log(alpha);
    return Math.sqrt(v * all / mixture * bound) / n;
  }

  /**
   * How many standard errors an estimate must lie from 0 at a look, for an estimate whose error is
   * known: √((1 + v / τ²) (ln(1 + τ² / v) - 2 ln α)) with v = se².
   *
   * @param se the standard error, above 0
   * @param mixture τ², above 0
   * @param alpha the two-sided level, above 0 and below 1
   * @return the limit of the size of z
   */
  public static double limit(double se, double mixture, double alpha) {
    double ratio = mixture / (se * se);
    return Math.sqrt((1 + 1 / ratio) * (Math.log1p(ratio) - 2 * Math.log(alpha)));
  }

  private static void requireUsable(double[] x, double[] y, double mixture, double alpha) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x has " + x.length + " values and y has " + y.length + "; give pairs");
    }
    if (!(mixture > 0)) {
      throw new IllegalArgumentException("tau2 is " + mixture + "; give a number above 0");
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
  }

  private static void requireZeroOrOne(double[] values) {
    for (double value : values) {
      if (value != 0 && value != 1) {
        throw new IllegalArgumentException("the outcomes hold " + value + "; give 0 or 1");
      }
    }
  }
}
