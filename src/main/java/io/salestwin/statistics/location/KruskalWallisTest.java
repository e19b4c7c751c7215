package io.salestwin.statistics.location;

import io.salestwin.statistics.special.ChiSquareLaw;
import io.salestwin.statistics.special.NormalLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rank test of several samples (W. H. Kruskal and W. A. Wallis, JASA 47, 1952, 583-621).
 *
 * @param h the statistic, corrected for ties
 * @param freedom samples less 1
 * @param p P(chi-square of that freedom &gt; h)
 * @param z by how many standard errors the mean rank of each sample lies above the middle, were all
 *     samples alike
 * @param reason why the figures are NaN; empty if they are not
 */
public record KruskalWallisTest(double h, int freedom, double p, List<Double> z, String reason) {

  /** Copies the list. */
  public KruskalWallisTest {
    z = List.copyOf(z);
  }

  /**
   * Compares samples.
   *
   * @param values all values; not changed
   * @param sample the sample of each value, from 0; not changed
   * @param samples how many samples there are, each with at least one value
   * @return the test; undefined for fewer than two samples, or when all values are the same
   */
  public static KruskalWallisTest of(double[] values, int[] sample, int samples) {
    int n = values.length;
    Ranks ranks = Ranks.of(values);
    double[] sum = new double[samples];
    double[] size = new double[samples];
    for (int i = 0; i < n; i++) {
      sum[sample[i]] += ranks.doubled()[i] / 2.0;
      size[sample[i]]++;
    }
    // the variance of the ranks, over all n of them
    double variance = (n * (n + 1.0) - ranks.tieCubes() / (n - 1.0)) / 12;
    if (samples < 2 || !(variance > 1e-12 * n)) {
      List<Double> none = Collections.nCopies(samples, Double.NaN);
      String reason = samples < 2 ? "there is one sample only" : "all values are the same";
      return new KruskalWallisTest(Double.NaN, samples - 1, Double.NaN, none, reason);
    }
    double h = 0;
    List<Double> z = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      double off = sum[s] / size[s] - (n + 1) / 2.0;
      h += size[s] * off * off / variance;
      z.add(off / Math.sqrt(variance / size[s] * (1 - size[s] / n)));
    }
    return new KruskalWallisTest(h, samples - 1, ChiSquareLaw.above(h, samples - 1.0), z, "");
  }

  /**
   * The ranks of values among themselves, from 1; tied values share the middle of theirs.
   *
   * @param values not changed
   * @return the rank of each
   */
  public static double[] ranks(double[] values) {
    return Arrays.stream(Ranks.of(values).doubled()).mapToDouble(twice -> twice / 2.0).toArray();
  }

  /**
   * The chance that one sample, named before looking, lies so far off by luck alone.
   *
   * @param number number of the sample
   * @return the two-sided p of its {@link #z}
   */
  public double p(int number) {
    return NormalLaw.twoSided(z.get(number));
  }
}
