package io.salestwin.statistics.location;

import java.util.Arrays;

/**
 * Do two samples come from one distribution? The largest distance of their distribution functions.
 *
 * @param distance sup |F_x - F_y|
 * @param exact P(D &gt;= distance) over all orderings with the observed ties (G. Schröer and D.
 *     Trenkler, Computational Statistics and Data Analysis 20, 1995, 185-202); NaN with too many
 *     values
 * @param limit Kolmogorov's limit law, 2 Σ (-1)^(k-1) exp(-2 k² d² n_x n_y / (n_x + n_y))
 * @param reason why figures are NaN; empty if none is
 */
public record KolmogorovSmirnovTest(double distance, double exact, double limit, String reason) {

  private static final double MOST_WORK = 4e8;

  /**
   * Compares two samples.
   *
   * @param x first sample; not changed
   * @param y second sample; not changed
   * @return the test; undefined if a sample is empty
   */
  public static KolmogorovSmirnovTest of(double[] x, double[] y) {
    if (x.length == 0 || y.length == 0) {
      return new KolmogorovSmirnovTest(Double.NaN, Double.NaN, Double.NaN, "a sample has no value");
    }
    double[] sortedX = sorted(x);
    double[] sortedY = sorted(y);
    boolean[] ends = new boolean[x.length + y.length + 1]; // after so many values a tie ends
    long most = 0;
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double next =
          Math.min(
              i < x.length ? sortedX[i] : Double.POSITIVE_INFINITY,
              j < y.length ? sortedY[j] : Double.POSITIVE_INFINITY);
      while (i < x.length && sortedX[i] == next) {
        i++;
      }
      while (j < y.length && sortedY[j] == next) {
        j++;
      }
      ends[i + j] = true;
      most = Math.max(most, Math.abs((long) i * y.length - (long) j * x.length));
    }
    double pairs = (double) x.length * y.length;
    double d = most / pairs;
    boolean feasible = pairs <= MOST_WORK;
    return new KolmogorovSmirnovTest(
        d,
        feasible ? exact(x.length, y.length, most, ends) : Double.NaN,
        limit(d * d * pairs / (x.length + y.length)),
        feasible ? "" : "there are too many values for an exact p; use that of the limit law");
  }

  /**
   * The chance that a random order of the values comes as far apart, counted at the ends of ties
   * only: what comes so far leaves the walk, and its chance is summed.
   */
  private static double exact(int nx, int ny, long most, boolean[] ends) {
    if (most == 0) {
      return 1;
    }
    double far = 0;
    double[] chance = new double[ny + 1]; // of i values of x and j of y, not yet far
    for (int i = 0; i <= nx; i++) {
      for (int j = 0; j <= ny; j++) {
        double here;
        if (i == 0 && j == 0) {
          here = 1;
        } else {
          double left = nx + ny - i - j + 1; // values still to come before this step
          double byX = i > 0 ? chance[j] * (nx - i + 1) / left : 0;
          double byY = j > 0 ? chance[j - 1] * (ny - j + 1) / left : 0;
          here = byX + byY;
        }
        if (ends[i + j] && Math.abs((long) i * ny - (long) j * nx) >= most) {
          far += here;
          here = 0;
        }
        chance[j] = here;
      }
    }
    return Math.min(1, far);
  }

  /** Of s = d² n_x n_y / (n_x + n_y); where the series converges slowly, its mirror image. */
  static double limit(double s) {
    if (s == 0) {
      return 1;
    }
    double sum = 0;
    if (s < 0.5) {
      // 1 - √(2π / s) Σ exp(-(2k - 1)² π² / (8 s))
      for (int k = 1; k <= 20; k++) {
        double odd = 2 * k - 1;
        sum += Math.exp(-odd * odd * Math.PI * Math.PI / (8 * s));
      }
      return 1 - Math.sqrt(2 * Math.PI / s) * sum;
    }
    for (int k = 1; k <= 20; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * s);
    }
    return sum;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values[i] + 0.0; // -0 is 0
    }
    Arrays.sort(sorted);
    return sorted;
  }
}
