package io.salestwin.statistics.multiple;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusted p-values of several tests: a test is significant at level alpha when its adjusted p is
 * at most alpha. NaN is a test that was not computable; it does not count and stays NaN. The
 * arithmetic is decimal and so long that p = 0.01 of five tests is exactly significant at 0.05, and
 * p = 1e-300 keeps its digits.
 */
public enum Adjustment {
  /** m p (family-wise error; any dependence). */
  BONFERRONI,
  /** 1 - (1 - p)^m (family-wise; independent tests; Z. Šidák, JASA 62, 1967). */
  SIDAK,
  /** Step-down Bonferroni (S. Holm, Scandinavian Journal of Statistics 6, 1979). */
  HOLM,
  /** Step-down Šidák. */
  HOLM_SIDAK,
  /** Step-up (Y. Hochberg, Biometrika 75, 1988). */
  HOCHBERG,
  /** Closed tests by Simes's inequality (G. Hommel, Biometrika 75, 1988). */
  HOMMEL,
  /** False discovery rate (Y. Benjamini and Y. Hochberg, JRSS B 57, 1995). */
  BH,
  /** False discovery rate under any dependence (Benjamini and D. Yekutieli, 2001). */
  BY;

  /** Enough for 1 - (1 - 1e-308)^m. */
  private static final MathContext DIGITS = new MathContext(400);

  /**
   * Adjusts.
   *
   * @param p p-values from 0 to 1, or NaN; not changed
   * @return the adjusted values, in the same order
   */
  public double[] adjusted(double... p) {
    BigDecimal[] exact = exact(p);
    return Arrays.stream(exact)
        .mapToDouble(value -> value == null ? Double.NaN : value.doubleValue())
        .toArray();
  }

  /**
   * How many tests are significant.
   *
   * @param alpha level, above 0 and below 1
   * @param p p-values from 0 to 1, or NaN
   * @return the number of adjusted values that are at most alpha
   */
  public int rejected(double alpha, double... p) {
    BigDecimal level = BigDecimal.valueOf(alpha);
    return (int)
        Arrays.stream(exact(p))
            .filter(value -> value != null && value.compareTo(level) <= 0)
            .count();
  }

  private BigDecimal[] exact(double[] p) {
    for (int i = 0; i < p.length; i++) {
      if (!Double.isNaN(p[i]) && !(p[i] >= 0 && p[i] <= 1)) {
        throw new IllegalArgumentException("p[" + i + "] must be from 0 to 1: " + p[i]);
      }
    }
    List<Integer> order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .toList();
    BigDecimal[] rising =
        order.stream().map(i -> BigDecimal.valueOf(p[i])).toArray(BigDecimal[]::new);
    BigDecimal[] adjusted = ofRising(rising);
    BigDecimal[] out = new BigDecimal[p.length];
    for (int i = 0; i < adjusted.length; i++) {
      out[order.get(i)] = adjusted[i].min(BigDecimal.ONE);
    }
    return out;
  }

  private BigDecimal[] ofRising(BigDecimal[] p) {
    int m = p.length;
    return switch (this) {
      case BONFERRONI -> each(p, i -> p[i].multiply(BigDecimal.valueOf(m)));
      case SIDAK -> each(p, i -> anyOf(p[i], m));
      case HOLM -> stepDown(each(p, i -> p[i].multiply(BigDecimal.valueOf(m - i))));
      case HOLM_SIDAK -> stepDown(each(p, i -> anyOf(p[i], m - i)));
      case HOCHBERG -> stepUp(each(p, i -> p[i].multiply(BigDecimal.valueOf(m - i))));
      case HOMMEL -> hommel(p);
      case BH -> stepUp(each(p, i -> over(p[i], m, i + 1)));
      case BY -> {
        BigDecimal harmonic = BigDecimal.ZERO;
        for (int i = 1; i <= m; i++) {
          harmonic = harmonic.add(BigDecimal.ONE.divide(BigDecimal.valueOf(i), DIGITS));
        }
        BigDecimal factor = harmonic;
        yield stepUp(each(p, i -> over(p[i], m, i + 1).multiply(factor, DIGITS)));
      }
    };
  }

  /**
   * The adjusted value of p(i) is the largest of the Simes p-values of all sets of tests that hold
   * i. Among the sets of s tests the one with the s - 1 largest others has the largest.
   */
  private static BigDecimal[] hommel(BigDecimal[] p) {
    int m = p.length;
    BigDecimal[] out = p.clone();
    for (int s = 2; s <= m; s++) {
      BigDecimal others = BigDecimal.valueOf(m); // of ranks 2 to s in the set
      for (int j = 2; j <= s; j++) {
        others = others.min(over(p[m - s + j - 1], s, j));
      }
      BigDecimal among = others.min(p[m - s].multiply(BigDecimal.valueOf(s)));
      for (int i = 0; i < m; i++) {
        BigDecimal below = others.min(p[i].multiply(BigDecimal.valueOf(s)));
        out[i] = out[i].max(i >= m - s ? among : below);
      }
    }
    return out;
  }

  private interface OfRank {
    BigDecimal at(int rank);
  }

  private static BigDecimal[] each(BigDecimal[] p, OfRank value) {
    return IntStream.range(0, p.length).mapToObj(value::at).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] stepDown(BigDecimal[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] = values[i].max(values[i - 1]);
    }
    return values;
  }

  private static BigDecimal[] stepUp(BigDecimal[] values) {
    for (int i = values.length - 2; i >= 0; i--) {
      values[i] = values[i].min(values[i + 1]);
    }
    return values;
  }

  private static BigDecimal over(BigDecimal p, int times, int divisor) {
    return p.multiply(BigDecimal.valueOf(times)).divide(BigDecimal.valueOf(divisor), DIGITS);
  }

  private static BigDecimal anyOf(BigDecimal p, int tests) {
    return BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(p).pow(tests, DIGITS));
  }
}
