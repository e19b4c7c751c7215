package io.salestwin.statistics.bayes;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BetaLaw;
import io.salestwin.statistics.special.Bisection;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.Quadrature;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Two win rates with independent beta posteriors. Every figure is the integral of a product that is
 * never negative, taken over the log-odds, so that small chances keep their digits: for instance
 * P(B &gt; A) = ∫ f_A(x) P(B &gt; x) dx and E[max(B - A, 0)] = ∫ P(A &lt; x) P(B &gt; x) dx.
 *
 * @param control posterior of the control's rate, A
 * @param treatment posterior of the treatment's rate, B
 */
public record BetaComparison(BetaLaw control, BetaLaw treatment) {

  /** So far below the peak, in logarithms, the panels of the integral end; the last is its end. */
  private static final double[] DROPS = {0.5, 2, 5, 10, 20, 45};

  private static final double FARTHEST = 700;
  private static final int STEPS = 80;
  private static final int WIDE = 40;

  /**
   * The posteriors from counts and one prior for both rates.
   *
   * @param s1 hits of the control
   * @param n1 trials of the control
   * @param s2 hits of the treatment
   * @param n2 trials of the treatment
   * @param a the prior's hits, above 0
   * @param b the prior's misses, above 0
   * @return the comparison
   * @throws IllegalArgumentException if hits are not from 0 to the trials
   */
  public static BetaComparison of(long s1, long n1, long s2, long n2, double a, double b) {
    if (s1 < 0 || s1 > n1 || s2 < 0 || s2 > n2) {
      throw new IllegalArgumentException("hits must be from 0 to the number of trials");
    }
    return new BetaComparison(
        new BetaLaw(a + s1, b + (n1 - s1)), new BetaLaw(a + s2, b + (n2 - s2)));
  }

  /**
   * P(B &gt; A).
   *
   * @return the chance that the treatment's rate is the larger
   */
  public double chanceToBeat() {
    return overLine(
        u -> control.densityLogOdds(u) * treatment.aboveLogOdds(u), candidates(0, 1, 0));
  }

  /**
   * P(A &gt; B), not computed as a difference from 1.
   *
   * @return the chance that the control's rate is the larger
   */
  public double chanceToLose() {
    return swapped().chanceToBeat();
  }

  /**
   * P(B - A &gt; delta).
   *
   * @param delta from -1 to 1
   * @return the chance that the treatment's rate is larger by more than that
   */
  public double chanceOver(double delta) {
    if (delta == 0) {
      return chanceToBeat();
    }
    if (delta >= 1 || delta <= -1) {
      return delta >= 1 ? 0 : 1;
    }
    // x runs from low to low + width; below low B exceeds x + delta for sure
    double low = Math.max(0, -delta);
    double width = 1 - Math.abs(delta);
    double part =
        overLine(
            u -> control.densityIn(low, width, u) * beyond(delta, width, u),
            candidates(low, width, delta));
    return Math.min(1, control.below(low) + part);
  }

  private BetaComparison swapped() {
    return new BetaComparison(/* control= */ treatment, /* treatment= */ control);
  }

  /** P(B > x + delta), from whichever of x + delta and its rest to 1 is precise. */
  private double beyond(double delta, double width, double u) {
    return delta > 0
        ? new BetaLaw(treatment.b(), treatment.a()).below(width * BetaLaw.expit(-u))
        : treatment.above(width * BetaLaw.expit(u));
  }

  /**
   * E[max(A - B, 0)].
   *
   * @return the expected loss in rate when the treatment is chosen
   */
  public double lossOfShipping() {
    return swapped().lossOfKeeping();
  }

  /**
   * E[max(B - A, 0)].
   *
   * @return the expected loss in rate when the control is kept
   */
  public double lossOfKeeping() {
    return overLine(
        u ->
            control.belowLogOdds(u)
                * treatment.aboveLogOdds(u)
                * BetaLaw.expit(u)
                * BetaLaw.expit(-u),
        candidates(0, 1, 0));
  }

  /**
   * E[B - A].
   *
   * @return the difference of the posterior means
   */
  public double meanDifference() {
    double a = control.a();
    double b = control.b();
    double c = treatment.a();
    double d = treatment.b();
    return (c * b - a * d) / ((a + b) * (c + d));
  }

  /**
   * The standard deviation of B - A.
   *
   * @return the root of the sum of the posterior variances
   */
  public double sdDifference() {
    return Math.sqrt(control.variance() + treatment.variance());
  }

  /**
   * The equal-tailed interval of a rate.
   *
   * @param law one of the posteriors
   * @param level above 0 and below 1
   * @return the interval
   */
  public static Bounds credible(BetaLaw law, double level) {
    double tail = NormalLaw.tail(level);
    return new Bounds(law.quantile(tail), law.upperQuantile(tail));
  }

  /** Places near the peak of a product of both laws, as log-odds of (x - low) / width. */
  private double[] candidates(double low, double width, double delta) {
    double[] found = new double[4 * STEPS + 2 + 2 * WIDE + 1];
    int n = 0;
    for (int k = -STEPS; k <= STEPS; k++) {
      found[n++] = control.mean() + k * Math.sqrt(control.variance()) / 2;
      found[n++] = treatment.mean() - delta + k * Math.sqrt(treatment.variance()) / 2;
    }
    for (int i = 0; i < n; i++) {
      double part = (found[i] - low) / width;
      found[i] = part > 0 && part < 1 ? Math.log(part / (1 - part)) : 0;
    }
    for (int k = -WIDE; k <= WIDE; k++) {
      found[n++] = k;
    }
    return Arrays.stream(found).sorted().distinct().toArray();
  }

  /** The integral over the whole line of a function that has one peak and falls off around it. */
  private static double overLine(DoubleUnaryOperator f, double[] candidates) {
    int best = 0;
    double most = 0;
    for (int i = 0; i < candidates.length; i++) {
      double value = f.applyAsDouble(candidates[i]);
      if (value > most) {
        most = value;
        best = i;
      }
    }
    if (most == 0) {
      return 0; // nothing that a double could hold
    }
    double peak = candidates[best];
    double[] breaks = new double[2 * DROPS.length + 1];
    breaks[0] = peak;
    for (int i = 0; i < DROPS.length; i++) {
      double level = most * Math.exp(-DROPS[i]);
      breaks[2 * i + 1] = Bisection.first(-FARTHEST, peak, u -> f.applyAsDouble(u) >= level);
      breaks[2 * i + 2] = Bisection.first(peak, FARTHEST, u -> f.applyAsDouble(u) < level);
    }
    return Quadrature.integral(f, breaks);
  }
}
