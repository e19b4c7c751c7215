package io.salestwin.statistics.proportion;

import java.util.function.DoubleUnaryOperator;

/**
 * The law of the upper left cell of a 2 x 2 table with given margins, tilted by an odds ratio w:
 * P(k) is proportional to C(row, k) C(n - row, column - k) w^k (Fisher's noncentral law; w = 1 is
 * the hypergeometric law). Probabilities are built up from the mode by ratios of neighbours and
 * divided by their sum, so all are relatively precise.
 */
final class Hypergeometric {

  private final long first;
  private final double[] p;

  /**
   * The law.
   *
   * @param row sum of the first row
   * @param otherRow sum of the second row
   * @param column sum of the first column, at most row + otherRow
   * @param logOdds ln w
   */
  Hypergeometric(long row, long otherRow, long column, double logOdds) {
    first = Math.max(0, column - otherRow);
    long last = Math.min(row, column);
    if (last - first >= 50_000_000) {
      throw new IllegalArgumentException(
          "the table is too large for an exact test; use the chi-square test");
    }
    p = new double[(int) (last - first) + 1];
    double w = Math.exp(logOdds);
    // P(k) / P(k - 1)
    DoubleUnaryOperator ratio =
        k -> (row - k + 1) * (column - k + 1) / (k * (otherRow - column + k)) * w;
    int mode = mode(ratio);
    p[mode] = 1;
    double sum = 1;
    for (int i = mode + 1; i < p.length && p[i - 1] > 0; i++) {
      p[i] = p[i - 1] * ratio.applyAsDouble(first + i);
      sum += p[i];
    }
    for (int i = mode - 1; i >= 0 && p[i + 1] > 0; i--) {
      p[i] = p[i + 1] / ratio.applyAsDouble(first + i + 1);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
  }

  /** The place of the largest probability: the ratios fall. */
  private int mode(DoubleUnaryOperator ratio) {
    int low = 0;
    int high = p.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (ratio.applyAsDouble(first + middle) >= 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long first() {
    return first;
  }

  long last() {
    return first + p.length - 1;
  }

  double at(long k) {
    return p[(int) (k - first)];
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += i * p[i];
    }
    return first + sum;
  }

  /** P(X >= k). */
  double atLeast(long k) {
    double sum = 0;
    for (int i = p.length - 1; i >= k - first; i--) {
      sum += p[i];
    }
    return Math.min(1, sum);
  }

  /** P(X <= k). */
  double atMost(long k) {
    double sum = 0;
    for (int i = 0; i <= k - first; i++) {
      sum += p[i];
    }
    return Math.min(1, sum);
  }

  /** The probability of all that is not more probable than a bound. */
  double notAbove(double bound) {
    double sum = 0;
    int low = 0;
    int high = p.length - 1;
    // from both ends, where the small ones are
    while (low <= high && p[low] <= bound) {
      sum += p[low++];
    }
    while (high >= low && p[high] <= bound) {
      sum += p[high--];
    }
    return Math.min(1, sum);
  }
}
