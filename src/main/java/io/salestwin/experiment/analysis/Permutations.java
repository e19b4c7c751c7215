package io.salestwin.experiment.analysis;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.location.Randomisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Other assignments of units to arms that the plan could have drawn: all of them where they are
 * few, else a sample in which the one observed counts too (Phipson and Smyth 2010).
 *
 * @param p the two-sided p
 * @param greater the p against a larger statistic
 * @param less the p against a smaller statistic
 * @param exact whether all assignments were counted
 */
record Permutations(double p, double greater, double less, boolean exact) {

  private static final double MOST_EXACT = 20_000;
  private static final int DRAWS = 9_999;

  /** Differences that rounding makes are none. */
  private static final double TIE = 1e-12;

  /** Whole clusters; the statistic is the mean of all treated units less that of the others. */
  static Permutations ofClusters(double[][] clusters, boolean[] treated, long seed) {
    int k = 0;
    for (boolean each : treated) {
      k += each ? 1 : 0;
    }
    if (choose(treated.length, k) <= MOST_EXACT) {
      List<List<BigDecimal>> values = new ArrayList<>();
      for (double[] cluster : clusters) {
        values.add(Arrays.stream(cluster).mapToObj(BigDecimal::valueOf).toList());
      }
      Randomisation all = Randomisation.ofClusters(values, treated);
      return new Permutations(all.twoSided(), all.greater(), all.less(), true);
    }
    double[] sums = new double[clusters.length];
    double[] sizes = new double[clusters.length];
    for (int c = 0; c < clusters.length; c++) {
      sums[c] = Arrays.stream(clusters[c]).sum();
      sizes[c] = clusters[c].length;
    }
    RandomStream chance = new RandomStream(seed, clusters.length, Purpose.PERMUTATION);
    boolean[] drawn = treated.clone();
    return sampled(sums, sizes, treated, () -> shuffle(drawn, chance));
  }

  /**
   * Weeks in permuted blocks of two: in each block either week may have been the treated one. A
   * week without its partner stays as it is.
   */
  static Permutations ofWeeks(double[][] weeks, boolean[] treated, int[] partner, long seed) {
    double[] sums = new double[weeks.length];
    double[] sizes = new double[weeks.length];
    for (int w = 0; w < weeks.length; w++) {
      sums[w] = Arrays.stream(weeks[w]).sum();
      sizes[w] = weeks[w].length;
    }
    RandomStream chance = new RandomStream(seed, weeks.length, Purpose.PERMUTATION);
    return sampled(sums, sizes, treated, () -> flip(treated, partner, chance));
  }

  private static boolean[] flip(boolean[] treated, int[] partner, RandomStream chance) {
    boolean[] drawn = treated.clone();
    for (int w = 0; w < treated.length; w++) {
      if (partner[w] > w && chance.nextInt(2) == 1) {
        drawn[w] = treated[partner[w]];
        drawn[partner[w]] = treated[w];
      }
    }
    return drawn;
  }

  private static boolean[] shuffle(boolean[] treated, RandomStream chance) {
    for (int i = treated.length - 1; i > 0; i--) {
      int j = chance.nextInt(i + 1);
      boolean other = treated[j];
      treated[j] = treated[i];
      treated[i] = other;
    }
    return treated;
  }

  @FunctionalInterface
  private interface Draw {
    boolean[] next();
  }

  private static Permutations sampled(double[] sums, double[] sizes, boolean[] treated, Draw draw) {
    double observed = difference(sums, sizes, treated);
    double scale = TIE * Math.max(1, Math.abs(observed));
    int far = 1;
    int high = 1;
    int low = 1;
    for (int d = 0; d < DRAWS; d++) {
      double each = difference(sums, sizes, draw.next());
      far += Math.abs(each) >= Math.abs(observed) - scale ? 1 : 0;
      high += each >= observed - scale ? 1 : 0;
      low += each <= observed + scale ? 1 : 0;
    }
    double all = DRAWS + 1.0;
    return new Permutations(far / all, high / all, low / all, false);
  }

  private static double difference(double[] sums, double[] sizes, boolean[] treated) {
    double sum = 0;
    double size = 0;
    double otherSum = 0;
    double otherSize = 0;
    for (int c = 0; c < sums.length; c++) {
      if (treated[c]) {
        sum += sums[c];
        size += sizes[c];
      } else {
        otherSum += sums[c];
        otherSize += sizes[c];
      }
    }
    return sum / size - otherSum / otherSize;
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      ways *= (n - Math.min(k, n - k) + i) / (double) i;
    }
    return ways;
  }

  /** What was done, in words. */
  String words() {
    return exact ? "all assignments counted" : "9,999 assignments drawn";
  }
}
