package io.salestwin.forecast;

import io.salestwin.statistics.Sample;
import java.util.List;

/**
 * One forecast from several: distributions are combined, not points. The quantile of the whole is
 * the weighted mean of the members' quantiles at the same level (Vincent), which keeps the width of
 * the members where they agree; or their median at each level, which no single member can spoil.
 */
public final class Ensemble {

  /** Quantiles of a combination. */
  private static final int SIZE = 999;

  private Ensemble() {}

  /**
   * The weighted mean of quantiles.
   *
   * @param members forecasts, at least one
   * @param weights as many, 0 or more, not all 0; scaled to sum to 1
   * @return the combination
   * @throws IllegalArgumentException when the weights do not fit
   */
  public static Sample weighted(List<Sample> members, List<Double> weights) {
    double sum = weights.stream().mapToDouble(w -> w).sum();
    if (members.size() != weights.size() || !(sum > 0)) {
      throw new IllegalArgumentException("one weight for each member, and not all 0: " + weights);
    }
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double level = (i + 0.5) / SIZE;
      for (int m = 0; m < members.size(); m++) {
        values[i] += weights.get(m) / sum * members.get(m).quantile(level);
      }
    }
    return Sample.of(values);
  }

  /**
   * The median of quantiles.
   *
   * @param members forecasts, at least one
   * @return the combination
   */
  public static Sample median(List<Sample> members) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double level = (i + 0.5) / SIZE;
      double[] at = members.stream().mapToDouble(m -> m.quantile(level)).toArray();
      values[i] = Sample.of(at).quantile(0.5);
    }
    return Sample.of(values);
  }

  /**
   * Weights learned from how members did before: each one's share is that of 1 / (its mean CRPS).
   *
   * @param crps mean CRPS of each member in windows that had ended
   * @return weights that sum to 1; equal ones when there is no record
   */
  public static List<Double> learned(List<Double> crps) {
    boolean known = crps.stream().allMatch(c -> c > 0);
    double sum = crps.stream().mapToDouble(c -> known ? 1 / c : 1).sum();
    return crps.stream().map(c -> (known ? 1 / c : 1) / sum).toList();
  }
}
