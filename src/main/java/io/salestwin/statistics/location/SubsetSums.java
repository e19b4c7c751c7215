package io.salestwin.statistics.location;

import java.util.Arrays;

/** Exact distributions of rank sums under random assignment or random signs. */
final class SubsetSums {

  private SubsetSums() {}

  /** How many additions a distribution may cost. */
  private static final double MOST_WORK = 4e8;

  /** Binomial coefficients beyond this size do not fit a double. */
  private static final int MOST_VALUES = 1000;

  /**
   * Whether {@link #ofSize} can be computed in a moment.
   *
   * @param weights the whole numbers
   * @param size of the subsets
   */
  static boolean feasible(int[] weights, int size) {
    int k = Math.min(size, weights.length - size);
    return weights.length <= MOST_VALUES
        && (double) weights.length * k * total(weights) <= MOST_WORK;
  }

  /**
   * The chance of each sum of a random subset of a given size.
   *
   * @param weights whole numbers of at least 0
   * @param size of the subset
   * @return chance by sum
   */
  static double[] ofSize(int[] weights, int size) {
    int all = total(weights);
    int n = weights.length;
    int k = Math.min(size, n - size);
    int step = Math.max(1, Arrays.stream(weights).reduce(0, SubsetSums::commonDivisor));
    int[] rising = Arrays.stream(weights).map(weight -> weight / step).sorted().toArray();
    int[] smallest = new int[n + 1]; // the sum of so many of the smallest
    for (int i = 0; i < n; i++) {
      smallest[i + 1] = smallest[i] + rising[i];
    }
    double[][] ways = new double[k + 1][all / step + 1];
    ways[0][0] = 1;
    for (int i = 0; i < n; i++) {
      // what is taken must still come to k; the sums lie between the smallest and the largest of it
      for (int taken = Math.min(k, i + 1); taken > Math.max(0, k - n + i); taken--) {
        double[] with = ways[taken];
        double[] without = ways[taken - 1];
        int largest = smallest[i] - smallest[i - taken + 1];
        for (int sum = smallest[taken - 1]; sum <= largest; sum++) {
          with[sum + rising[i]] += without[sum];
        }
      }
    }
    double sets = Arrays.stream(ways[k]).sum();
    double[] chance = new double[all + 1];
    for (int sum = 0; sum < ways[k].length; sum++) {
      chance[k == size ? sum * step : all - sum * step] = ways[k][sum] / sets;
    }
    return chance;
  }

  private static int commonDivisor(int a, int b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /**
   * The chance of each sum when each number is taken or not with equal chance.
   *
   * @param weights whole numbers of at least 0
   * @return chance by sum
   */
  static double[] ofCoins(int[] weights) {
    double[] chance = new double[total(weights) + 1];
    chance[0] = 1;
    int reached = 0;
    for (int weight : weights) {
      reached += weight;
      for (int sum = reached; sum >= 0; sum--) {
        chance[sum] = (chance[sum] + (sum >= weight ? chance[sum - weight] : 0)) / 2;
      }
    }
    return chance;
  }

  static double atLeast(double[] chance, long sum) {
    double p = 0;
    for (int s = chance.length - 1; s >= Math.max(0, sum); s--) {
      p += chance[s];
    }
    return Math.min(1, p);
  }

  static double atMost(double[] chance, long sum) {
    double p = 0;
    for (int s = 0; s <= Math.min(chance.length - 1, sum); s++) {
      p += chance[s];
    }
    return Math.min(1, p);
  }

  private static int total(int[] weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
