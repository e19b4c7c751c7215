package io.salestwin.statistics.proportion;

import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.ChiSquareLaw;
import io.salestwin.statistics.special.Stirling;

/**
 * Sample-ratio mismatch: were units split between the arms as planned? An arm of weight 0 takes no
 * part, and a unit in it is reported.
 *
 * @param chiSquare the sum of (O - E)² / E over the arms with a weight
 * @param freedom their number - 1
 * @param p P(chi-square of that freedom &gt; chiSquare)
 * @param exactP the exact two-sided binomial test of the first arm; NaN unless two arms have a
 *     weight
 * @param logEvidence logarithm of the sequential e-value of M. Lindon and A. Malek (Anytime-valid
 *     inference for multinomial count data, 2020): the Dirichlet-multinomial probability with
 *     parameters concentration times weight, over the multinomial one; NaN without a concentration
 * @param sequentialP min(1, 1 / e-value)
 * @param unexpected whether there are units in an arm of weight 0
 * @param reason why the figures are NaN; empty if they are not
 */
public record SampleRatio(
    double chiSquare,
    int freedom,
    double p,
    double exactP,
    double logEvidence,
    double sequentialP,
    boolean unexpected,
    String reason) {

  /**
   * Checks a split.
   *
   * @param observed units per arm, at least 0; not changed
   * @param weights planned shares on any scale, at least 0; not changed
   * @param concentration of the Dirichlet law, above 0; NaN for no sequential test
   * @return the check
   * @throws IllegalArgumentException if there are not as many weights as arms, or one is negative
   */
  public static SampleRatio of(long[] observed, double[] weights, double concentration) {
    if (observed.length != weights.length) {
      throw new IllegalArgumentException(
          "observed has "
              + observed.length
              + " arms and weights has "
              + weights.length
              + "; give one weight per arm");
    }
    double n = 0;
    double weight = 0;
    int arms = 0;
    boolean unexpected = false;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException("weights[" + i + "] is negative; give 0 or more");
      }
      unexpected |= weights[i] == 0 && observed[i] > 0;
      if (weights[i] > 0) {
        n += observed[i];
        weight += weights[i];
        arms++;
      }
    }
    if (arms < 2 || n == 0) {
      double nan = Double.NaN;
      String reason =
          n == 0 && arms > 1 ? "no unit was observed" : "fewer than two arms have a weight";
      return new SampleRatio(nan, Math.max(0, arms - 1), nan, nan, nan, nan, unexpected, reason);
    }
    double[] units = new double[arms];
    double[] shares = new double[arms];
    for (int i = 0, arm = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        units[arm] = observed[i];
        shares[arm++] = weights[i] / weight;
      }
    }
    double chiSquare = chiSquare(units, shares, n);
    double log = Double.isNaN(concentration) ? concentration : log(units, shares, n, concentration);
    return new SampleRatio(
        chiSquare,
        arms - 1,
        ChiSquareLaw.above(chiSquare, arms - 1),
        arms == 2 ? new BinomialLaw((long) n, shares[0]).twoSided((long) units[0]) : Double.NaN,
        log,
        Math.min(1, Math.exp(-log)),
        unexpected,
        "");
  }

  private static double chiSquare(double[] units, double[] shares, double n) {
    double sum = 0;
    for (int i = 0; i < units.length; i++) {
      double expected = n * shares[i];
      sum += (units[i] - expected) * (units[i] - expected) / expected;
    }
    return sum;
  }

  /**
   * With s = concentration a plus units, S = A + n and Stirling's formula in every Γ: the sum over
   * arms of S share ((1 + x) ln(1 + x) - x) - ln(s / a) / 2 + error(s) - error(a), where s = S
   * share (1 + x), plus ln(S / A) / 2 - error(S) + error(A). Nothing large is subtracted.
   */
  private static double log(double[] units, double[] shares, double n, double concentration) {
    if (!(concentration > 0)) {
      throw new IllegalArgumentException("the concentration must be above 0: " + concentration);
    }
    double total = concentration + n;
    double log =
        Math.log(total / concentration) / 2 - Stirling.error(total) + Stirling.error(concentration);
    for (int i = 0; i < units.length; i++) {
      double prior = concentration * shares[i];
      double mean = total * shares[i];
      double posterior = prior + units[i];
      log +=
          mean * Stirling.excess((units[i] - n * shares[i]) / mean)
              - Math.log(posterior / prior) / 2
              + Stirling.error(posterior)
              - Stirling.error(prior);
    }
    return log;
  }
}
