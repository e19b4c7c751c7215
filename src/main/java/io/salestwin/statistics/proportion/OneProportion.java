package io.salestwin.statistics.proportion;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BetaLaw;
import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.Bisection;
import io.salestwin.statistics.special.NormalLaw;

/**
 * Intervals for one proportion: x hits of n independent trials. Reviews: R. G. Newcombe, Statistics
 * in Medicine 17 (1998), 857-872; Brown, Cai and DasGupta, Statistical Science 16 (2001), 101-133.
 */
public final class OneProportion {

  private OneProportion() {}

  /**
   * Wilson's score interval, in a form that keeps the digits of a small lower limit.
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds wilson(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double z = NormalLaw.critical(level);
    return new Bounds(wilsonLow(x, n, z), 1 - wilsonLow(n - x, n, z));
  }

  private static double wilsonLow(double x, double n, double z) {
    if (x == 0) {
      return 0;
    }
    double q = (n - x) / n;
    return 2 * x * x / (n * (2 * x + z * z + z * Math.sqrt(z * z + 4 * x * q)));
  }

  /**
   * Wilson's interval with continuity correction (Newcombe's method 4).
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds wilsonCorrected(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double z = NormalLaw.critical(level);
    return new Bounds(correctedLow(x, n, z), 1 - correctedLow(n - x, n, z));
  }

  private static double correctedLow(double x, double n, double z) {
    if (x == 0) {
      return 0;
    }
    double square = z * z;
    double q = (n - x) / n;
    double first = 2 * x + square - 1;
    double root = z * Math.sqrt(Math.max(0, square - 2 - 1 / n + 4 * x / n * (n * q + 1)));
    return Math.max(0, (first - root) / (2 * (n + square)));
  }

  /**
   * The exact interval of C. Clopper and E. Pearson (Biometrika 26, 1934, 404-413).
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds clopperPearson(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double tail = NormalLaw.tail(level);
    double low = x == 0 ? 0 : new BetaLaw(x, n - x + 1.0).quantile(tail);
    double high = x == n ? 1 : new BetaLaw(x + 1.0, n - x).upperQuantile(tail);
    return new Bounds(low, high);
  }

  /**
   * Wald's interval around (x + z²/2) / (n + z²), after A. Agresti and B. Coull (The American
   * Statistician 52, 1998, 119-126). It may reach beyond 0 and 1.
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds agrestiCoull(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double z = NormalLaw.critical(level);
    double trials = n + z * z;
    double p = (x + z * z / 2) / trials;
    return Bounds.around(p, z * Math.sqrt(p * (1 - p) / trials));
  }

  /**
   * The equal-tailed posterior interval under Jeffreys's prior Beta(1/2, 1/2).
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds jeffreys(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double tail = NormalLaw.tail(level);
    BetaLaw posterior = new BetaLaw(x + 0.5, n - x + 0.5);
    return new Bounds(posterior.quantile(tail), posterior.upperQuantile(tail));
  }

  /**
   * {@link #jeffreys} with the lower limit 0 for no hit and the upper limit 1 for no miss, as
   * Brown, Cai and DasGupta advise.
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds jeffreysClamped(long x, long n, double level) {
    Bounds plain = jeffreys(x, n, level);
    return n == 0 ? plain : new Bounds(x == 0 ? 0 : plain.low(), x == n ? 1 : plain.high());
  }

  /**
   * The mid-P exact interval: a limit is where half of the probability of x and all that lies
   * beyond make half of 1 - level.
   *
   * @param x hits, from 0 to n
   * @param n trials
   * @param level above 0 and below 1
   * @return the interval; undefined without a trial
   */
  public static Bounds midP(long x, long n, double level) {
    Counts.require("x", x, "n", n);
    if (n == 0) {
      return Bounds.UNDEFINED;
    }
    double tail = NormalLaw.tail(level);
    return new Bounds(midLow(x, n, tail), 1 - midLow(n - x, n, tail));
  }

  private static double midLow(long x, long n, double tail) {
    if (x == 0) {
      return 0;
    }
    return Bisection.first(
        0,
        1,
        p -> {
          BinomialLaw law = new BinomialLaw(n, p);
          return law.atLeast(x + 1) + law.at(x) / 2 >= tail;
        });
  }
}
