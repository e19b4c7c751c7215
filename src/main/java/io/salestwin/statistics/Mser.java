package io.salestwin.statistics;

import java.util.OptionalInt;

/**
 * MSER-5: how many of the first observations of a series are not like the rest, and are to be left
 * out.
 *
 * <p>The series is cut into batches of {@value #BATCH}; with their means z(1), …, z(k) the rule
 * leaves out the d batches that make
 *
 * <pre>MSER(d) = Σ (z(i) - mean of z(d + 1), …, z(k))² / (k - d)²,  i = d + 1, …, k</pre>
 *
 * <p>smallest: it weighs the bias that goes against the data that are lost with it. Sources: White,
 * <em>An effective truncation heuristic for bias reduction in simulation output</em>, Simulation 69
 * (1997); White, Cobb and Spratt, <em>A comparison of five steady-state truncation heuristics for
 * simulation</em>, Winter Simulation Conference 2000. Here d goes from 0 to half of the batches, as
 * few batches at the end may be alike by chance; the smallest of equally good ones is taken, and
 * the last one, half of the batches, means that the series has not settled.
 */
public final class Mser {

  /** Observations in a batch. */
  public static final int BATCH = 5;

  private static final int LEAST_BATCHES = 4;

  private Mser() {}

  /**
   * How many observations to leave out.
   *
   * @param series the observations in order of time, all finite; those behind the last whole batch
   *     do not count
   * @return a multiple of {@value #BATCH}, less than half of the series; empty when the series has
   *     not settled in its first half, or has fewer than {@value #LEAST_BATCHES} batches
   * @throws IllegalArgumentException when a value is NaN or infinite
   */
  public static OptionalInt truncation(double... series) {
    double[] means = batchMeans(series);
    int last = means.length / 2;
    int best = last;
    double least = Double.POSITIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    // from the end, so that every sum goes on from the one before (Welford 1962)
    for (int d = means.length - 1; d >= 0; d--) {
      int n = means.length - d;
      double off = means[d] - mean;
      mean += off / n;
      squares += off * (means[d] - mean);
      double mser = squares / ((double) n * n);
      if (d <= last && mser <= least) {
        least = mser;
        best = d;
      }
    }
    boolean settled = means.length >= LEAST_BATCHES && best < last;
    return settled ? OptionalInt.of(best * BATCH) : OptionalInt.empty();
  }

  private static double[] batchMeans(double[] series) {
    double[] means = new double[series.length / BATCH];
    for (int i = 0; i < series.length; i++) {
      Finite.require(series, i);
      if (i / BATCH < means.length) {
        means[i / BATCH] += series[i] / BATCH;
      }
    }
    return means;
  }
}
