package io.salestwin.statistics.location;

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
    int k = Math.min(size, weights.length - size);
    double[][] ways = new double[k + 1][all + 1];
    ways[0][0] = 1;
    int reached = 0;
    for (int i = 0; i < weights.length; i++) {
      reached += weights[i];
      for (int taken = Math.min(k, i + 1); taken >= 1; taken--) {
        double[] with = ways[taken];
        double[] without = ways[taken - 1];
        for (int sum = reached; sum >= weights[i]; sum--) {
          with[sum] += without[sum - weights[i]];
        }
      }
    }
    double sets = 0;
    for (double count : ways[k]) {
      sets += count;
    }
    double[] chance = new double[all + 1];
    for (int sum = 0; sum <= all; sum++) {
      chance[k == size ? sum : all - sum] = ways[k][sum] / sets;
    }
    return chance;
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
