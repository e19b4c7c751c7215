package io.salestwin.statistics.sequential;

import io.salestwin.statistics.Interval;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * An interval for a share that may be looked at after every unit and for any reason: over all looks
 * together it holds the true share with at least its level (H. Robbins, <em>Statistical methods
 * related to the law of the iterated logarithm</em>, Annals of Mathematical Statistics 41, 1970).
 *
 * <p>After n units with sum S of values in [0, 1] it holds every m with
 *
 * <pre>B(S + 1/2, n - S + 1/2) / B(1/2, 1/2) &lt; m^S (1 - m)^(n - S) / (1 - level)</pre>
 *
 * <p>The left side over m^S (1 - m)^(n - S) is a mean, over shares t with Jeffreys' law, of
 * products of (t / m)^X ((1 - t) / (1 - m))^(1 - X). Such a factor is convex in X, so over X in [0,
 * 1] with mean m its mean is at most what 0 and 1 give: (1 - t) + t = 1. The product is a
 * non-negative supermartingale from 1, and Ville's inequality bounds the chance that it ever
 * reaches 1 / (1 - level). Values need not be 0 or 1: a unit may be a pair whose partners are alike
 * to any degree.
 */
public final class AnytimeShare {

  private static final int HALVINGS = 60;

  private AnytimeShare() {}

  /**
   * The interval after some units.
   *
   * @param sum sum of the units' values, from 0 to units
   * @param units number of units, at least 0; without any it is all of [0, 1]
   * @param level above 0 and below 1
   * @return the interval, with the observed share inside
   */
  public static Interval of(double sum, long units, double level) {
    if (!(units >= 0 && sum >= 0 && sum <= units)) {
      throw new IllegalArgumentException("the sum must be from 0 to units: " + sum + ", " + units);
    }
    if (units == 0) {
      return new Interval(0, 1, level);
    }
    double share = sum / units;
    double limit =
        LogBeta.value(sum + 0.5, units - sum + 0.5)
            - LogBeta.value(0.5, 0.5)
            + StrictMath.log(1 - level);
    double low = sum == 0 ? 0 : end(sum, units, limit, share, 0);
    double high = sum == units ? 1 : end(sum, units, limit, share, 1);
    return new Interval(low, high, level);
  }

  /** The last m from the observed share towards an end of [0, 1] that is not ruled out. */
  private static double end(double sum, long units, double limit, double from, double towards) {
    double inside = from;
    double outside = towards;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = inside + (outside - inside) / 2;
      if (logLikelihood(sum, units, middle) > limit) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  }

  private static double logLikelihood(double sum, long units, double m) {
    double hits = sum == 0 ? 0 : sum * StrictMath.log(m);
    double misses = sum == units ? 0 : (units - sum) * StrictMath.log1p(-m);
    return hits + misses;
  }
}
