package io.salestwin.planning.territory;

import java.util.Arrays;

/**
 * How evenly something is spread over the territories, each for the same capacity.
 *
 * @param gini sum over all pairs of |x - y| / (2 x number^2 x mean): 0 when all have the same,
 *     towards 1 when one has it all (Gini, <em>Variabilita e mutabilita</em>, 1912)
 * @param cv standard deviation over the mean, over all territories (divided by their number)
 * @param maxToMin largest over smallest; infinite when one has none
 * @param largest largest over the mean: 1 when perfectly even
 * @param smallest smallest over the mean: 1 when perfectly even
 */
public record Balance(double gini, double cv, double maxToMin, double largest, double smallest) {

  /**
   * The balance of amounts.
   *
   * @param amounts what each territory has for each unit of its capacity, at least one, none
   *     negative
   * @return all NaN when there is nothing at all
   */
  public static Balance of(double[] amounts) {
    double[] sorted = amounts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    if (!(mean > 0)) {
      return new Balance(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double weighted = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * i - n + 1) * sorted[i];
      squares += (sorted[i] - mean) * (sorted[i] - mean);
    }
    return new Balance(
        Math.max(0, weighted / ((double) n * n * mean)),
        Math.sqrt(squares / n) / mean,
        sorted[n - 1] / sorted[0],
        sorted[n - 1] / mean,
        sorted[0] / mean);
  }
}
