package io.salestwin.statistics;

import io.salestwin.random.Elementary;
import org.apache.commons.math3.special.Beta;

/**
 * Is a mean what a theory says? Student's two-sided test of the mean of independent values against
 * a number that was known before: t = (mean - expected) / (sd / √n) on n - 1 degrees of freedom.
 *
 * <p>When the theory holds and the values are normal, t follows Student's law exactly; means of
 * many values of any law with a variance come near it (Lehmann and Romano, <em>Testing Statistical
 * Hypotheses</em>, 3rd ed. 2005, section 11.3).
 *
 * @param values the independent values, at least 2
 * @param expected the mean that the theory gives, in the unit of the values
 */
public record MeanTest(Tally values, double expected) {

  /** Beyond this the probability of a normal score is 0 in floating point. */
  private static final double FARTHEST = 38;

  public MeanTest {
    if (values.n() < 2) {
      throw new IllegalArgumentException("a test of a mean needs 2 values: " + values.n());
    }
    if (!Double.isFinite(expected)) {
      throw new IllegalArgumentException("expected must be finite: " + expected);
    }
  }

  /**
   * Student's t.
   *
   * @return t; 0 when mean and expectation are equal, infinite when they differ and no value does
   */
  public double t() {
    double difference = values.mean() - expected;
    return difference == 0 ? 0 : difference / values.standardError();
  }

  /**
   * The chance of a t at least as far from 0, by the regularised incomplete beta function
   * (Abramowitz and Stegun, 26.7.1 and 26.5.27).
   *
   * @return from 0 to 1
   */
  public double p() {
    double t = t();
    double freedom = values.n() - 1.0;
    // for large t the first form of the argument loses nothing
    return Double.isInfinite(t)
        ? 0
        : Beta.regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /**
   * The normal score: the z with the sign of t whose chance is {@link #p()}. It is standard normal
   * where t follows Student's law, whatever the number of values.
   *
   * @return z, from -38 to 38, where the chance is 0 in floating point
   */
  public double z() {
    double p = p();
    double z = p == 0 ? FARTHEST : Math.min(FARTHEST, normalScore(p));
    return Math.copySign(z, t());
  }

  /**
   * The z that a single standard normal value leaves with a chance, to either side.
   *
   * @param p the chance, above 0 and at most 1
   * @return z, at least 0
   */
  public static double normalScore(double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be above 0 and at most 1: " + p);
    }
    return -Elementary.normalQuantile(p / 2);
  }

  /**
   * How far the largest of several |z| may lie from 0: by Bonferroni's inequality, whether they
   * depend on each other or not, at least one lies beyond with a chance of at most the level.
   *
   * @param level chance of a false alarm among all, above 0 and below 1
   * @param tests how many there are, at least 1
   * @return the bound of a single |z|
   */
  public static double bound(double level, int tests) {
    Finite.requireInside("level", level);
    if (tests < 1) {
      throw new IllegalArgumentException("tests must be at least 1: " + tests);
    }
    return normalScore(level / tests);
  }
}
