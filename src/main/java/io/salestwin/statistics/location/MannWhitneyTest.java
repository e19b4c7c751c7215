package io.salestwin.statistics.location;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The rank test of two samples (H. Mann and D. Whitney, Annals of Mathematical Statistics 18, 1947,
 * 50-60), with Hodges and Lehmann's estimate of the shift.
 *
 * @param u of the treatment: pairs in which y is above x, ties counted half
 * @param pairs n_x n_y
 * @param asymptotic two-sided p of the normal law with the variance corrected for ties and a
 *     continuity correction of 1/2
 * @param asymptoticPlain the same without the continuity correction
 * @param exact two-sided exact p, twice the smaller tail; NaN with ties or too many values
 * @param exactGreater exact p against larger values of the treatment; NaN as {@code exact}
 * @param permutation exact p of the midranks, ties or not: P(|W - E| &gt;= |w - E|); NaN with too
 *     many values
 * @param shift median of all differences y - x
 * @param shiftBounds exact interval of the shift; undefined as {@code exact}
 * @param reason why figures are NaN; empty if none is
 */
public record MannWhitneyTest(
    double u,
    double pairs,
    double asymptotic,
    double asymptoticPlain,
    double exact,
    double exactGreater,
    double permutation,
    double shift,
    Bounds shiftBounds,
    String reason) {

  /** More pairs than this have no shift estimate. */
  private static final long MOST_PAIRS = 5_000_000;

  /**
   * Compares two samples.
   *
   * @param x control, at least 1 value; not changed
   * @param y treatment, at least 1 value; not changed
   * @param level of the interval, above 0 and below 1
   * @return the test
   */
  public static MannWhitneyTest of(double[] x, double[] y, double level) {
    if (x.length == 0 || y.length == 0) {
      double nan = Double.NaN;
      return new MannWhitneyTest(
          nan, 0, nan, nan, nan, nan, nan, nan, Bounds.UNDEFINED, "an arm has no value");
    }
    RankSum sum = RankSum.of(x, y);
    Ranks ranks = sum.ranks();
    double pairs = sum.pairs();
    double[] chance =
        SubsetSums.feasible(ranks.doubled(), y.length)
            ? SubsetSums.ofSize(ranks.doubled(), y.length)
            : null;
    boolean classical = chance != null && !ranks.tied();
    long centre = (long) y.length * (x.length + y.length + 1);
    double lower = classical ? SubsetSums.atMost(chance, sum.doubled()) : Double.NaN;
    double upper = classical ? SubsetSums.atLeast(chance, sum.doubled()) : Double.NaN;
    double[] shifts = pairs <= MOST_PAIRS ? shifts(x, y) : null;
    return new MannWhitneyTest(
        sum.u(),
        pairs,
        sum.corrected(),
        sum.plain(),
        Math.min(1, 2 * Math.min(lower, upper)),
        upper,
        chance == null ? Double.NaN : asFar(chance, centre, sum.doubled()),
        shifts == null ? Double.NaN : median(shifts),
        classical && shifts != null
            ? bounds(shifts, chance, y.length, NormalLaw.tail(level))
            : Bounds.UNDEFINED,
        reason(sum.varies(), ranks.tied(), chance != null));
  }

  /**
   * The asymptotic p alone, without the work of an exact distribution and of the shift.
   *
   * @param x control, at least 1 value; not changed
   * @param y treatment, at least 1 value; not changed
   * @return as {@link #asymptotic()}; NaN if all values are the same
   */
  public static double asymptoticP(double[] x, double[] y) {
    return RankSum.of(x, y).corrected();
  }

  /**
   * The sum of the treatment's ranks, and what the normal law makes of it.
   *
   * @param doubled twice the sum
   * @param ranks of all values
   * @param nx values of the control
   * @param ny values of the treatment
   */
  private record RankSum(long doubled, Ranks ranks, int nx, int ny) {

    static RankSum of(double[] x, double[] y) {
      double[] all = Arrays.copyOf(x, x.length + y.length);
      System.arraycopy(y, 0, all, x.length, y.length);
      Ranks ranks = Ranks.of(all);
      long sum = 0;
      for (int i = x.length; i < all.length; i++) {
        sum += ranks.doubled()[i];
      }
      return new RankSum(sum, ranks, x.length, y.length);
    }

    double pairs() {
      return (double) nx * ny;
    }

    double u() {
      return doubled / 2.0 - ny * (ny + 1.0) / 2;
    }

    private double variance() {
      double n = nx + ny;
      return n < 2 ? 0 : pairs() / 12 * (n + 1 - ranks.tieCubes() / (n * (n - 1)));
    }

    boolean varies() {
      return variance() > 1e-12 * pairs();
    }

    private double off() {
      return Math.abs(u() - pairs() / 2);
    }

    double corrected() {
      return varies()
          ? Math.min(1, 2 * NormalLaw.above((off() - 0.5) / Math.sqrt(variance())))
          : Double.NaN;
    }

    double plain() {
      return varies() ? NormalLaw.twoSided(off() / Math.sqrt(variance())) : Double.NaN;
    }
  }

  /**
   * The chance that a value of the treatment is above one of the control, ties counted half.
   *
   * @return u / pairs
   */
  public double superiority() {
    return u / pairs;
  }

  /** P(|S - centre| >= |s - centre|) of doubled sums. */
  static double asFar(double[] chance, long centre, long sum) {
    long off = Math.abs(sum - centre);
    return off == 0
        ? 1
        : Math.min(
            1, SubsetSums.atMost(chance, centre - off) + SubsetSums.atLeast(chance, centre + off));
  }

  /** All differences y - x as decimals, rising. */
  private static double[] shifts(double[] x, double[] y) {
    BigDecimal[] less = Arrays.stream(x).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    double[] shifts = new double[x.length * y.length];
    int at = 0;
    for (double value : y) {
      BigDecimal from = BigDecimal.valueOf(value);
      for (BigDecimal each : less) {
        shifts[at++] = from.subtract(each).doubleValue();
      }
    }
    Arrays.sort(shifts);
    return shifts;
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /**
   * From the q-th smallest to the q-th largest shift, q the smallest count with P(U &lt;= q) at
   * least the tail, and at least 1 (D. F. Bauer, JASA 67, 1972, 687-690).
   */
  private static Bounds bounds(double[] shifts, double[] chance, int treated, double tail) {
    int lowest = treated * (treated + 1); // the doubled rank sum of U = 0
    double sum = 0;
    int q = -1;
    while (sum < tail) {
      q++;
      sum += chance[lowest + 2 * q];
    }
    q = Math.max(1, q);
    return new Bounds(shifts[q - 1], shifts[shifts.length - q]);
  }

  private static String reason(boolean spread, boolean tied, boolean feasible) {
    if (!spread) {
      return "all values are the same, so ranks tell nothing";
    }
    if (!feasible) {
      return "there are too many values for an exact distribution; use the asymptotic p";
    }
    return tied ? "tied values have no classical exact p; use the permutation p" : "";
  }
}
