package io.salestwin.statistics;

/**
 * Confidence intervals: how well a figure is known from the values at hand. At the level {@link
 * Interval#ERROR} such an interval is what people see as the figure's <em>error</em>.
 *
 * <p>Methods that take {@link Pairs} treat the pair as the unit; the others take every value as
 * independent of the rest. Too few values give a reason instead of an interval.
 */
public final class Intervals {

  private Intervals() {}

  /**
   * The mean of independent values, with Student's interval: mean ± t(n - 1) sd / √n.
   *
   * @param tally the values
   * @param level above 0 and below 1
   * @return the mean; not computable from fewer than 2 values
   */
  public static Estimate mean(Tally tally, double level) {
    Finite.requireInside("level", level);
    if (tally.n() < 2) {
      return tooFew("the error of a mean", "2 values", tally.n());
    }
    return student(tally.mean(), tally.standardError(), tally.n() - 1, level);
  }

  /**
   * The mean of paired values, with Student's interval on units - 1 degrees of freedom and the
   * standard error of {@link Pairs#standardError()}. With whole pairs only this is Student's
   * interval for the mean of the pair means.
   *
   * @param pairs the values
   * @param level above 0 and below 1
   * @return the mean of all values; not computable from fewer than 2 units
   */
  public static Estimate mean(Pairs pairs, double level) {
    Finite.requireInside("level", level);
    if (pairs.units() < 2) {
      return tooFew("the error of a mean", "2 pairs", pairs.units());
    }
    return student(pairs.mean(), pairs.standardError(), pairs.units() - 1, level);
  }

  private static Estimate student(double mean, double error, long freedom, double level) {
    double reach = Critical.student(level, freedom) * error;
    return Estimate.of(mean, new Interval(mean - reach, mean + reach, level));
  }

  /**
   * A proportion of independent trials, with Wilson's score interval (Wilson 1927, JASA 22; chosen
   * as Brown, Cai and DasGupta 2001, Statistical Science 16, advise). It stays inside [0, 1]. With
   * z the normal quantile, 0 hits of n give [0, z² / (n + z²)] and n of n the mirror image: the
   * interval never shrinks to a point.
   *
   * @param hits how many trials hit, from 0 to n
   * @param n how many trials
   * @param level above 0 and below 1
   * @return hits / n; not computable when n is 0
   * @throws IllegalArgumentException when hits is outside [0, n]
   */
  public static Estimate proportion(long hits, long n, double level) {
    Finite.requireInside("level", level);
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("hits must be from 0 to n: hits " + hits + ", n " + n);
    }
    if (n == 0) {
      return tooFew("a proportion", "1 value", 0);
    }
    return wilson((double) hits / n, n, level);
  }

  /**
   * The share of paired values that are at least x (the odds of a target x), with Wilson's interval
   * for an effective number of trials: p (1 - p) / Var(p), where Var(p) has the pair as the unit
   * (Kish, <em>Survey Sampling</em>, 1965, for the design effect; Franco, Little, Louis and Slud
   * 2019, Journal of Survey Statistics and Methodology 7, for its use in Wilson's interval). The
   * effective number is at most n: pairs that happen to balance earn no credit. When all values lie
   * on one side of x the pairs say nothing about how alike partners are; then the effective number
   * is that of the units, k, and the interval is that of 0 of k or k of k independent trials, which
   * is too long by at most a factor of 2 (partners that do not depend on each other).
   *
   * @param pairs the values
   * @param x the value to reach
   * @param level above 0 and below 1
   * @return the share of all values that reach x; not computable from fewer than 2 units
   * @throws IllegalArgumentException when x is NaN
   */
  public static Estimate atLeast(Pairs pairs, double x, double level) {
    Finite.requireInside("level", level);
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("x must be a number: NaN");
    }
    if (pairs.units() < 2) {
      return tooFew("the error of a share", "2 pairs", pairs.units());
    }
    double share = (double) pairs.countAtLeast(x) / pairs.n();
    return wilson(share, pairs.effectiveCountAtLeast(x), level);
  }

  private static Estimate wilson(double p, double n, double level) {
    double z = Critical.normal(level);
    double shrink = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / shrink;
    double reach = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    // exact at the ends, where rounding would leave a speck
    double low = p == 0 ? 0 : Math.max(0, centre - reach);
    double high = p == 1 ? 1 : Math.min(1, centre + reach);
    return Estimate.of(p, new Interval(low, high, level));
  }

  /**
   * A quantile of independent values (type 7, {@link Sample#quantile}), with the distribution-free
   * interval between two order statistics. With B ~ Binomial(n, p) and tail a = (1 - level) / 2 the
   * lower end is the l-th smallest value, l the largest with P(B &lt;= l - 1) &lt;= a; the upper
   * end is the u-th, u the smallest with P(B &lt;= u - 1) &gt;= 1 - a (David and Nagaraja,
   * <em>Order Statistics</em>, 3rd ed. 2003, section 7.1). It holds the true quantile with at least
   * the stated probability.
   *
   * @param sample the values
   * @param p the quantile's share of values below, above 0 and below 1
   * @param level above 0 and below 1
   * @return the quantile; not computable when no order statistic bounds it on some side
   */
  public static Estimate quantile(Sample sample, double p, double level) {
    return quantile(sample, sample.n(), p, level);
  }

  /**
   * A quantile of paired values, with the interval between the order statistics that the binomial
   * gives for an effective number m of values, rounded down. m is that of {@link #atLeast} at the
   * quantile; ranks l and u of m become the outward-rounded ranks l (n + 1) / (m + 1) and u (n + 1)
   * / (m + 1) of n (Woodruff 1952, JASA 47: intervals for quantiles from cluster samples). With m =
   * n this is the interval for independent values.
   *
   * @param pairs the values
   * @param p the quantile's share of values below, above 0 and below 1
   * @param level above 0 and below 1
   * @return the quantile of all values; not computable when no order statistic bounds it
   */
  public static Estimate quantile(Pairs pairs, double p, double level) {
    Finite.requireInside("p", p);
    Sample sample = pairs.sample();
    int effective = sample.n() == 0 ? 0 : (int) pairs.effectiveCountAtLeast(sample.quantile(p));
    return quantile(sample, effective, p, level);
  }

  private static Estimate quantile(Sample sample, int m, double p, double level) {
    Finite.requireInside("p", p);
    Finite.requireInside("level", level);
    double tail = (1 - level) / 2;
    int l = Critical.binomialRank(m, p, tail);
    // the upper rank is the lower one seen from above
    int u = m + 1 - Critical.binomialRank(m, 1 - p, tail);
    if (l < 1 || u > m) {
      int needed = Math.max(Critical.trialsFor(p, tail), Critical.trialsFor(1 - p, tail));
      return tooFew("the error of this quantile", needed + " independent values", m);
    }
    double stretch = (sample.n() + 1.0) / (m + 1.0);
    int low = (int) Math.floor(l * stretch);
    int high = Math.min(sample.n(), (int) Math.ceil(u * stretch));
    return Estimate.of(
        sample.quantile(p), new Interval(sample.at(low - 1), sample.at(high - 1), level));
  }

  private static Estimate tooFew(String what, String needed, long n) {
    String have = n == 0 ? "there are none" : n == 1 ? "there is 1" : "there are " + n;
    return Estimate.notComputable(what + " needs at least " + needed + " and " + have);
  }
}
