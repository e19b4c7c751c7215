package io.salestwin.statistics.location;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exact randomisation tests: the statistic under every assignment that the design could have drawn,
 * the observed one among them. Values are taken as the decimals that they are written in, and
 * statistics are compared as fractions, so ties are ties. Source: R. A. Fisher, <em>The Design of
 * Experiments</em>, 1935; B. Phipson and G. Smyth 2010 for why the observed assignment counts.
 *
 * @param statistic of the observed assignment
 * @param assignments how many there are
 * @param asHigh how many have a statistic at least as high
 * @param asLow how many have a statistic at most as high
 * @param asFar how many have a statistic at least as far from 0
 */
public record Randomisation(
    double statistic, long assignments, long asHigh, long asLow, long asFar) {

  /** More assignments than this take too long. */
  private static final long MOST = 50_000_000;

  /**
   * The p against a larger statistic.
   *
   * @return asHigh / assignments
   */
  public double greater() {
    return (double) asHigh / assignments;
  }

  /**
   * The p against a smaller statistic.
   *
   * @return asLow / assignments
   */
  public double less() {
    return (double) asLow / assignments;
  }

  /**
   * The two-sided p.
   *
   * @return asFar / assignments
   */
  public double twoSided() {
    return (double) asFar / assignments;
  }

  /**
   * Two samples: every choice of as many units for the treatment. The statistic is the difference
   * of the means, treatment minus control.
   *
   * @param x values of the control, at least 1
   * @param y values of the treatment, at least 1
   * @return the test
   */
  public static Randomisation ofSamples(List<BigDecimal> x, List<BigDecimal> y) {
    List<List<BigDecimal>> units = new ArrayList<>();
    x.forEach(value -> units.add(List.of(value)));
    y.forEach(value -> units.add(List.of(value)));
    boolean[] treated = new boolean[units.size()];
    for (int i = x.size(); i < treated.length; i++) {
      treated[i] = true;
    }
    return ofClusters(units, treated);
  }

  /**
   * Whole clusters, such as reps: every choice of as many clusters for the treatment. The statistic
   * is the mean of all treated units minus the mean of all others.
   *
   * @param clusters the units' values per cluster, at least 1 value each
   * @param treated which clusters are treated; at least one is, at least one is not
   * @return the test
   */
  public static Randomisation ofClusters(List<List<BigDecimal>> clusters, boolean[] treated) {
    int k = 0;
    for (boolean each : treated) {
      k += each ? 1 : 0;
    }
    if (k == 0 || k == treated.length) {
      throw new IllegalArgumentException("an arm is empty; give each arm at least one unit");
    }
    requireFew(choose(treated.length, k));
    Scaled scaled = Scaled.of(clusters);
    Count count = new Count(scaled.difference(treated));
    everyChoice(new boolean[treated.length], 0, k, choice -> count.add(scaled.difference(choice)));
    return count.result(scaled.unit);
  }

  /**
   * Periods switched on and off, such as weeks: every sequence that the design admits. The
   * statistic is the mean of the periods that are on minus the mean of the others.
   *
   * @param values one per period
   * @param observed which periods were on
   * @param admissible the sequences that could have been drawn, the observed one among them
   * @return the test
   */
  public static Randomisation ofSequences(
      List<BigDecimal> values, boolean[] observed, List<boolean[]> admissible) {
    List<List<BigDecimal>> units = new ArrayList<>();
    values.forEach(value -> units.add(List.of(value)));
    Scaled scaled = Scaled.of(units);
    Fraction own = scaled.difference(observed);
    Count count = new Count(own);
    boolean found = false;
    for (boolean[] sequence : admissible) {
      found |= Arrays.equals(sequence, observed);
      count.add(scaled.difference(sequence));
    }
    if (!found) {
      throw new IllegalArgumentException(
          "the observed assignment is not among the admissible ones; add it, or correct it");
    }
    return count.result(scaled.unit);
  }

  /**
   * Pairs: every choice of signs of the differences. The statistic is their mean.
   *
   * @param first per pair, the values of the control's cluster, or its one value
   * @param second per pair, those of the treatment
   * @return the test
   */
  public static Randomisation ofPairs(List<List<BigDecimal>> first, List<List<BigDecimal>> second) {
    int pairs = first.size();
    if (pairs == 0 || pairs != second.size()) {
      throw new IllegalArgumentException("give as many values of each kind, at least one pair");
    }
    requireFew(pairs > 62 ? Double.POSITIVE_INFINITY : Math.pow(2, pairs));
    // differences of means over one common denominator
    BigInteger common = BigInteger.ONE;
    List<List<BigDecimal>> all = new ArrayList<>(first);
    all.addAll(second);
    int scale = 0;
    for (List<BigDecimal> cluster : all) {
      common = leastCommonMultiple(common, BigInteger.valueOf(size(cluster)));
      scale = Math.max(scale, scale(cluster));
    }
    BigInteger[] differences = new BigInteger[pairs];
    for (int i = 0; i < pairs; i++) {
      differences[i] =
          mean(second.get(i), common, scale).subtract(mean(first.get(i), common, scale));
    }
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger each : differences) {
      sum = sum.add(each);
    }
    BigInteger denominator = common.multiply(BigInteger.valueOf(pairs));
    Count count = new Count(new Fraction(sum, denominator));
    everySign(differences, 0, BigInteger.ZERO, s -> count.add(new Fraction(s, denominator)));
    return count.result(BigDecimal.ONE.scaleByPowerOfTen(-scale));
  }

  private interface Visit<T> {
    void to(T each);
  }

  private static void everyChoice(boolean[] chosen, int from, int k, Visit<boolean[]> visit) {
    if (k == 0) {
      visit.to(chosen);
      return;
    }
    for (int i = from; i <= chosen.length - k; i++) {
      chosen[i] = true;
      everyChoice(chosen, i + 1, k - 1, visit);
      chosen[i] = false;
    }
  }

  private static void everySign(BigInteger[] d, int from, BigInteger sum, Visit<BigInteger> visit) {
    if (from == d.length) {
      visit.to(sum);
      return;
    }
    everySign(d, from + 1, sum.add(d[from]), visit);
    everySign(d, from + 1, sum.subtract(d[from]), visit);
  }

  private record Fraction(BigInteger numerator, BigInteger denominator) {
    int compareTo(Fraction other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    Fraction absolute() {
      return new Fraction(numerator.abs(), denominator);
    }
  }

  /** Counts statistics against the observed one. */
  private static final class Count {
    private final Fraction observed;
    private final Fraction far;
    private long all;
    private long high;
    private long low;
    private long away;

    Count(Fraction observed) {
      this.observed = observed;
      this.far = observed.absolute();
    }

    void add(Fraction other) {
      int sign = other.compareTo(observed);
      all++;
      high += sign >= 0 ? 1 : 0;
      low += sign <= 0 ? 1 : 0;
      away += other.absolute().compareTo(far) >= 0 ? 1 : 0;
    }

    Randomisation result(BigDecimal unit) {
      double statistic =
          new BigDecimal(observed.numerator)
              .multiply(unit)
              .divide(new BigDecimal(observed.denominator), Moments.DIGITS)
              .doubleValue();
      return new Randomisation(statistic, all, high, low, away);
    }
  }

  /** Sums of clusters in whole numbers of a unit. */
  private static final class Scaled {
    private final BigInteger[] sums;
    private final int[] sizes;
    private final BigDecimal unit;

    private Scaled(BigInteger[] sums, int[] sizes, BigDecimal unit) {
      this.sums = sums;
      this.sizes = sizes;
      this.unit = unit;
    }

    static Scaled of(List<List<BigDecimal>> clusters) {
      int scale = 0;
      for (List<BigDecimal> cluster : clusters) {
        scale = Math.max(scale, scale(cluster));
      }
      BigInteger[] sums = new BigInteger[clusters.size()];
      int[] sizes = new int[sums.length];
      for (int i = 0; i < sums.length; i++) {
        sizes[i] = size(clusters.get(i));
        sums[i] = sum(clusters.get(i)).setScale(scale).unscaledValue();
      }
      return new Scaled(sums, sizes, BigDecimal.ONE.scaleByPowerOfTen(-scale));
    }

    Fraction difference(boolean[] treated) {
      if (treated.length != sums.length) {
        throw new IllegalArgumentException(
            "an assignment has " + treated.length + " entries; give " + sums.length);
      }
      BigInteger in = BigInteger.ZERO;
      BigInteger out = BigInteger.ZERO;
      long unitsIn = 0;
      long unitsOut = 0;
      for (int i = 0; i < treated.length; i++) {
        if (treated[i]) {
          in = in.add(sums[i]);
          unitsIn += sizes[i];
        } else {
          out = out.add(sums[i]);
          unitsOut += sizes[i];
        }
      }
      if (unitsIn == 0 || unitsOut == 0) {
        throw new IllegalArgumentException(
            "an assignment leaves an arm empty; give each arm a unit");
      }
      return new Fraction(
          in.multiply(BigInteger.valueOf(unitsOut))
              .subtract(out.multiply(BigInteger.valueOf(unitsIn))),
          BigInteger.valueOf(unitsIn * unitsOut));
    }
  }

  private static int size(List<BigDecimal> cluster) {
    if (cluster.isEmpty()) {
      throw new IllegalArgumentException("a cluster has no unit; give it one or leave it out");
    }
    return cluster.size();
  }

  private static int scale(List<BigDecimal> cluster) {
    return cluster.stream().mapToInt(BigDecimal::scale).max().orElse(0);
  }

  private static BigDecimal sum(List<BigDecimal> cluster) {
    return cluster.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigInteger mean(List<BigDecimal> cluster, BigInteger common, int scale) {
    return sum(cluster)
        .setScale(scale)
        .unscaledValue()
        .multiply(common)
        .divide(BigInteger.valueOf(cluster.size()));
  }

  private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
    return a.multiply(b).divide(a.gcd(b));
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }

  private static void requireFew(double assignments) {
    if (assignments > MOST) {
      throw new IllegalArgumentException(
          "there are more than "
              + MOST
              + " assignments, too many to go through; use a rank test or a t test");
    }
  }
}
