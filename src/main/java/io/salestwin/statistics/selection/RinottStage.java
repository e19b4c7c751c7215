package io.salestwin.statistics.selection;

import io.salestwin.statistics.Tally;
import java.util.Arrays;

/**
 * How many replications each alternative needs in all, after Rinott's first stage: N = max(n0, ⌈(h
 * S / delta)²⌉) (Communications in Statistics A 7, 1978).
 *
 * @param h Rinott's constant
 * @param variances S² of each alternative's first n0 replications, in its unit squared
 * @param needed N of each alternative, the first stage included
 */
public record RinottStage(double h, double[] variances, long[] needed) {

  /**
   * Plans the second stage.
   *
   * @param data replications of each alternative, at least n0 each; only the first n0 are used
   * @param n0 replications in the first stage, at least 2
   * @param delta the smallest difference worth finding, above 0, in the unit of the data
   * @param pstar the probability of selecting the best when it leads by delta
   * @return the plan
   */
  public static RinottStage of(double[][] data, int n0, double delta, double pstar) {
    return withConstant(IndifferenceZone.rinott(data.length, n0, pstar), data, n0, delta);
  }

  /**
   * Plans the second stage with a constant that is known already: it depends on the numbers of
   * alternatives and of first replications, and not on the data.
   *
   * @param h Rinott's constant for them
   * @param data replications of each alternative, at least n0 each; only the first n0 are used
   * @param n0 replications in the first stage, at least 2
   * @param delta the smallest difference worth finding, above 0, in the unit of the data
   * @return the plan
   */
  public static RinottStage withConstant(double h, double[][] data, int n0, double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be above 0: " + delta);
    }
    double[] variances = new double[data.length];
    long[] needed = new long[data.length];
    for (int i = 0; i < data.length; i++) {
      if (data[i].length < n0) {
        throw new IllegalArgumentException(
            "alternative " + i + " has " + data[i].length + " replications; n0 is " + n0);
      }
      variances[i] = Tally.of(Arrays.copyOf(data[i], n0)).variance();
      double ratio = h / delta;
      needed[i] = Math.max(n0, (long) Math.ceil(ratio * ratio * variances[i]));
    }
    return new RinottStage(h, variances, needed);
  }
}
