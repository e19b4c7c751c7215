package io.salestwin.statistics.special;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The binomial law, with relative precision in both tails.
 *
 * @param n number of trials, at least 0
 * @param p chance of one trial, from 0 to 1
 */
public record BinomialLaw(long n, double p) {

  private static final double LOG_2_PI = 1.8378770664093454836;

  /** How much more probable than the observed count another may be and still count as a tie. */
  private static final double TIE = 1 + 1e-7;

  public BinomialLaw {
    if (n < 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("n must be at least 0, p from 0 to 1: " + n + ", " + p);
    }
  }

  /**
   * P(X = k), by Loader's saddle-point form.
   *
   * @param k any count
   * @return the probability; 0 outside 0 to n
   */
  public double at(long k) {
    if (k < 0 || k > n) {
      return 0;
    }
    if (p == 0 || p == 1) {
      return k == (p == 0 ? 0 : n) ? 1 : 0;
    }
    if (k == 0) {
      return Math.exp(n * Math.log1p(-p));
    }
    if (k == n) {
      return Math.exp(n * Math.log(p));
    }
    double rest = n - k;
    double log =
        Stirling.error(n)
            + (LOG_2_PI + Math.log(n)) / 2 // ln n! is ln Γ(n) + ln n
            - Stirling.error(k)
            - (LOG_2_PI + Math.log(k)) / 2
            - Stirling.error(rest)
            - (LOG_2_PI + Math.log(rest)) / 2
            - Stirling.deviance(k, n * p)
            - Stirling.deviance(rest, n * (1 - p));
    return Math.exp(log);
  }

  /**
   * P(X &lt;= k).
   *
   * @param k any count
   * @return the probability
   */
  public double atMost(long k) {
    if (k < 0) {
      return 0;
    }
    if (k >= n) {
      return 1;
    }
    return RegularizedBeta.complement(p, k + 1.0, (double) n - k);
  }

  /**
   * P(X &gt;= k).
   *
   * @param k any count
   * @return the probability
   */
  public double atLeast(long k) {
    if (k <= 0) {
      return 1;
    }
    if (k > n) {
      return 0;
    }
    return RegularizedBeta.value(p, k, n - k + 1.0);
  }

  /**
   * The exact two-sided test of p: the probability of all counts that are not more probable than
   * the observed one ("minlike"), ties within 1e-7 included.
   *
   * @param k the observed count, from 0 to n
   * @return the p-value
   */
  public double twoSided(long k) {
    double bound = at(k) * TIE;
    long mode = (long) Math.min(n, Math.floor((n + 1.0) * p));
    if (k == mode || at(mode) <= bound) {
      return 1;
    }
    if (k < mode) {
      long other = firstAtMost(mode, n, bound);
      return Math.min(1, atMost(k) + atLeast(other));
    }
    long other = lastAtMost(0, mode, bound);
    return Math.min(1, atLeast(k) + atMost(other));
  }

  /**
   * The smallest k with P(X &gt; k) at most a probability.
   *
   * @param probability from 0 to 1
   * @return the count
   */
  public long upperQuantile(double probability) {
    long low = -1; // fails here
    long high = n; // holds here
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (atLeast(middle + 1) <= probability) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Above the mode: the first count that is no more probable than a bound; n + 1 if none is. */
  private long firstAtMost(long mode, long last, double bound) {
    long low = mode;
    long high = last + 1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (at(middle) <= bound) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Below the mode: the last count that is no more probable than a bound; -1 if none is. */
  private long lastAtMost(long first, long mode, double bound) {
    long low = first - 1;
    long high = mode;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (at(middle) <= bound) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
