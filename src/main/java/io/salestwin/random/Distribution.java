package io.salestwin.random;

/**
 * A law of chance for one number: how long, how much, how many. Immutable; the records listed here
 * are all there are. Values carry whatever unit the parameters were given in.
 *
 * <p>Parameters as people write them (mean and cv, median and p90) are read by {@link
 * DistributionFamily}. To draw, {@link #compile} once and sample often.
 */
public sealed interface Distribution
    permits Constant,
        Uniform,
        Triangular,
        Pert,
        Exponential,
        Gamma,
        Weibull,
        Lognormal,
        LogLogistic,
        Normal,
        Beta,
        Empirical,
        Discrete,
        Mixture,
        Shifted,
        Scaled,
        Truncated,
        Slowest {

  /**
   * The expected value.
   *
   * @return the mean; infinite where it diverges (a log-logistic with shape at most 1)
   */
  double mean();

  /**
   * The expected squared distance from the mean.
   *
   * @return the variance, at least 0; infinite where it diverges, NaN where the mean is infinite
   */
  double variance();

  /**
   * P(X &lt;= x).
   *
   * @param x any number, infinities included
   * @return a probability, accurate also when it is tiny
   */
  double cdf(double x);

  /**
   * P(X &gt; x), computed without cancellation: accurate also when it is tiny.
   *
   * @param x any number, infinities included
   * @return a probability
   */
  double survival(double x);

  /**
   * The smallest x with cdf(x) &gt;= p; at 0 the lower end of the support.
   *
   * @param p a probability, 0 to 1, ends included
   * @return a value from {@link #low} to {@link #high}
   * @throws IllegalArgumentException if p is outside [0, 1]
   */
  double quantile(double p);

  /**
   * The lower end of the support.
   *
   * @return a number or minus infinity
   */
  double low();

  /**
   * The upper end of the support.
   *
   * @return a number or infinity
   */
  double high();

  /**
   * The fast form for drawing.
   *
   * @return a sampler whose draws follow this distribution
   */
  Sampler compile();

  /**
   * Whether no value can be below 0, as durations and amounts of money need.
   *
   * @return true if the support starts at 0 or above
   */
  default boolean isNonNegative() {
    return low() >= 0;
  }
}
