package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.location.Randomisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other assignments of units to arms that the plan could have drawn: all of them where they are
 * few, else a sample in which the one observed counts too (Phipson and Smyth 2010).
 *
 * @param p the two-sided p
 * @param greater the p against a larger statistic
 * @param less the p against a smaller statistic
 * @param drawn how many assignments were drawn; 0 where all were counted
 */
record Permutations(double p, double greater, double less, int drawn) {

  /** Differences that rounding makes are none. */
  private static final double TIE = 1e-12;

  /**
   * Deals anew as the plan has dealt: whole clusters, or weeks within their blocks of two. The
   * statistic is the mean of all treated units less that of the others.
   *
   * @param values of the units of each cluster
   * @param draws how many assignments are drawn where there are too many to count
   */
  static Permutations of(
      ExperimentPlan plan, Clustering clustering, double[][] values, int draws, long seed) {
    double[] sums = Arrays.stream(values).mapToDouble(v -> Arrays.stream(v).sum()).toArray();
    double[] sizes = Arrays.stream(values).mapToDouble(v -> v.length).toArray();
    boolean[] treated = clustering.treated();
    RandomStream chance = new RandomStream(seed, values.length, Purpose.PERMUTATION);
    if (plan.unit() == Lever.Unit.WEEK) {
      return ofBlocks(sums, sizes, treated, clustering.partners(), draws, chance);
    }
    if (choose(treated.length, clustering.counts().get(1)) <= 2 * (draws + 1.0)) {
      List<List<BigDecimal>> exact = new ArrayList<>();
      for (double[] cluster : values) {
        exact.add(Arrays.stream(cluster).mapToObj(BigDecimal::valueOf).toList());
      }
      Randomisation all = Randomisation.ofClusters(exact, treated);
      return new Permutations(all.twoSided(), all.greater(), all.less(), 0);
    }
    return ofSums(sums, sizes, treated, draws, chance);
  }

  /** Whole clusters; the statistic is a ratio: sums of the treated over their sizes. */
  static Permutations ofRatio(
      double[] sums, double[] sizes, boolean[] treated, int draws, long seed) {
    RandomStream chance = new RandomStream(seed, sums.length, Purpose.PERMUTATION);
    return ofSums(sums, sizes, treated, draws, chance);
  }

  private static Permutations ofSums(
      double[] sums, double[] sizes, boolean[] treated, int draws, RandomStream chance) {
    boolean[] drawn = treated.clone();
    return counted(sums, sizes, treated, d -> shuffle(drawn, chance), draws, true);
  }

  /**
   * Weeks in permuted blocks of two: in each block either week may have been the treated one. A
   * week without its partner stays as it is.
   */
  private static Permutations ofBlocks(
      double[] sums,
      double[] sizes,
      boolean[] treated,
      int[] partner,
      int draws,
      RandomStream chance) {
    int[] first = IntStream.range(0, partner.length).filter(w -> partner[w] > w).toArray();
    boolean few = first.length < 31 && 1L << first.length <= 2 * (draws + 1.0);
    return few
        ? counted(
            sums, sizes, treated, d -> flip(treated, partner, first, d), 1 << first.length, false)
        : counted(sums, sizes, treated, d -> flip(treated, partner, first, chance), draws, true);
  }

  /** The blocks turned round whose bit is set. */
  private static boolean[] flip(boolean[] treated, int[] partner, int[] first, int bits) {
    boolean[] dealt = treated.clone();
    for (int b = 0; b < first.length; b++) {
      if ((bits >> b & 1) == 1) {
        turn(dealt, first[b], partner);
      }
    }
    return dealt;
  }

  private static boolean[] flip(
      boolean[] treated, int[] partner, int[] first, RandomStream chance) {
    boolean[] dealt = treated.clone();
    for (int week : first) {
      if (chance.nextInt(2) == 1) {
        turn(dealt, week, partner);
      }
    }
    return dealt;
  }

  private static void turn(boolean[] dealt, int week, int[] partner) {
    boolean was = dealt[week];
    dealt[week] = dealt[partner[week]];
    dealt[partner[week]] = was;
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

  /** An assignment by its number. */
  @FunctionalInterface
  private interface Dealt {
    boolean[] at(int number);
  }

  /** Counts assignments; one that is drawn by chance is joined by the one observed. */
  private static Permutations counted(
      double[] sums, double[] sizes, boolean[] treated, Dealt dealt, int count, boolean drawn) {
    double observed = difference(sums, sizes, treated);
    double scale = TIE * Math.max(1, Math.abs(observed));
    int own = drawn ? 1 : 0;
    int far = own;
    int high = own;
    int low = own;
    for (int d = 0; d < count; d++) {
      double each = difference(sums, sizes, dealt.at(d));
      far += Math.abs(each) >= Math.abs(observed) - scale ? 1 : 0;
      high += each >= observed - scale ? 1 : 0;
      low += each <= observed + scale ? 1 : 0;
    }
    double all = count + own;
    return new Permutations(far / all, high / all, low / all, drawn ? count : 0);
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
    return drawn == 0 ? "all assignments counted" : "%,d assignments drawn".formatted(drawn);
  }
}
