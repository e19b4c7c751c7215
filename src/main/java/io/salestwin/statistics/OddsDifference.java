package io.salestwin.statistics;

/**
 * The difference of two odds that met the same luck: hits of two alternatives, replication by
 * replication, where replications 2i and 2i + 1 are one unit as in {@link Pairs}. Only replications
 * in which one hits and the other misses tell anything (McNemar 1947, Psychometrika 12).
 *
 * <p>The interval is that of Agresti and Min (2005, Statistics in Medicine 24): with b replications
 * in which only the second hits, c in which only the first does, and half a replication added to
 * each of the four kinds, d = (b - c) / (n + 2) and
 *
 * <pre>d ± z √(((b + 1/2 + c + 1/2) / (n + 2) - d²) / (n + 2))</pre>
 *
 * <p>cut off at -1 and 1. Where partners are alike n is the effective number, n over the design
 * effect (the variance with the pair as the unit over that of independent replications), at most n;
 * when no replication tells the two apart the pairs say nothing about that, and n is the number of
 * units. So the interval never shrinks to a point: two scenarios that never differed yet may.
 */
public final class OddsDifference {

  private OddsDifference() {}

  /**
   * The difference, second minus first.
   *
   * @param first 1 where the first alternative hits, 0 where it misses, NaN where that cannot be
   *     told; values 2i and 2i + 1 are a pair
   * @param second as many of the second one
   * @param level above 0 and below 1
   * @return in fractions; not computable from fewer than 2 units
   */
  public static Estimate of(double[] first, double[] second, double level) {
    Finite.requireInside("level", level);
    Pairs differences = MatchedPairs.of(first, second).differences();
    if (differences.units() < 2) {
      return Estimate.notComputable(
          "the error of a difference of odds needs at least 2 pairs and there "
              + (differences.units() == 1 ? "is 1" : "are none"));
    }
    double apart = 0;
    for (int i = 0; i < first.length; i++) {
      double difference = second[i] - first[i];
      apart += Double.isNaN(difference) ? 0 : Math.abs(difference);
    }
    double share = apart / differences.n();
    double mean = differences.mean();
    double n = effective(differences, share, mean);
    double d = mean * n / (n + 2);
    double spread = (share * n + 1) / (n + 2) - d * d;
    double reach = Critical.normal(level) * Math.sqrt(spread / (n + 2));
    // what was seen is always inside: with few replications the middle is drawn towards 0
    double low = Math.max(-1, Math.min(d - reach, mean));
    double high = Math.min(1, Math.max(d + reach, mean));
    return Estimate.of(mean, new Interval(low, high, level));
  }

  private static double effective(Pairs differences, double share, double mean) {
    double alone = share - mean * mean;
    double error = differences.standardError();
    if (share == 0 || alone <= 0) {
      return differences.units();
    }
    return Math.min(differences.n(), alone / (error * error));
  }
}
