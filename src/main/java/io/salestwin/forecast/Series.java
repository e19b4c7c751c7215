package io.salestwin.forecast;

import io.salestwin.statistics.Sample;
import io.salestwin.statistics.special.NormalLaw;

/**
 * Forecasts from a plain series alone: blocks of equal length, oldest first, of which the sum of
 * the next few is asked. Every method gives the next blocks' sum with the spread of its own errors
 * one block ahead, added up by the square root of the number of blocks and widened for what a short
 * record cannot show (by 1 + 1 / n).
 *
 * <p>Exponential smoothing and its damped trend: Hyndman and Athanasopoulos, <em>Forecasting:
 * principles and practice</em>, 3rd ed., chapter 8; constants by least squares one block ahead on a
 * grid. Theta: the mean of a straight line and of simple smoothing with twice the curvature
 * (Assimakopoulos and Nikolopoulos 2000), by its equal: simple smoothing with half the slope as
 * drift (Hyndman and Billah 2003).
 */
public final class Series {

  /** Values of a forecast. */
  private static final int SIZE = 999;

  private static final double[] GRID = {.05, .1, .2, .3, .4, .5, .6, .7, .8, .9};

  private Series() {}

  /** The methods. */
  public enum Method {
    /** Simple exponential smoothing. */
    SMOOTHING,
    /** Exponential smoothing with a damped trend. */
    DAMPED_TREND,
    /** The theta method. */
    THETA,
    /** The mean change goes on. */
    DRIFT,
    /** A straight line through all blocks. */
    LINE
  }

  /**
   * The sum of the next blocks.
   *
   * @param method how
   * @param y the series, at least 2 blocks
   * @param next how many blocks
   * @return the forecast, at least 0
   */
  public static Sample forecast(Method method, double[] y, int next) {
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    boolean smooth = method != Method.DRIFT && method != Method.LINE;
    for (double alpha : smooth ? GRID : new double[] {1}) {
      for (double beta : method == Method.DAMPED_TREND ? GRID : new double[] {0}) {
        double[] found = pass(method, y, alpha, beta, next);
        if (found[1] < least) {
          least = found[1];
          best = found;
        }
      }
    }
    double sd = Math.sqrt(least * next * (1 + 1.0 / y.length));
    return normal(best == null ? 0 : best[0], sd);
  }

  /** Sum of the next blocks, and mean square of the errors one block ahead. */
  private static double[] pass(Method method, double[] y, double alpha, double beta, int next) {
    double level = y[0];
    double trend = method == Method.DAMPED_TREND ? (y[y.length - 1] - y[0]) / (y.length - 1) : 0;
    double damping = method == Method.DAMPED_TREND ? 0.9 : 1;
    double squares = 0;
    for (int t = 1; t < y.length; t++) {
      double told = method == Method.LINE && t > 1 ? line(y, t, t) : level + damping * trend;
      double miss = y[t] - told;
      squares += miss * miss;
      double before = level;
      level = level + damping * trend + alpha * (y[t] - level - damping * trend);
      trend = beta * (level - before) + (1 - beta) * damping * trend;
    }
    double sum = 0;
    double factor = 1;
    double steps = 0;
    for (int h = 1; h <= next; h++) {
      factor *= damping;
      steps += factor;
      sum +=
          switch (method) {
            case SMOOTHING -> level;
            case DAMPED_TREND -> level + steps * trend;
            case THETA -> level + h * slope(y, y.length) / 2;
            case DRIFT -> level + h * (y[y.length - 1] - y[0]) / (y.length - 1);
            case LINE -> line(y, y.length, y.length + h - 1);
          };
    }
    return new double[] {sum, squares / (y.length - 1)};
  }

  private static double slope(double[] y, int n) {
    double mean = 0;
    for (int t = 0; t < n; t++) {
      mean += y[t] / n;
    }
    double above = 0;
    double below = 0;
    for (int t = 0; t < n; t++) {
      double x = t - (n - 1) / 2.0;
      above += x * (y[t] - mean);
      below += x * x;
    }
    return below > 0 ? above / below : 0;
  }

  /** The straight line through the first n blocks, at block t. */
  private static double line(double[] y, int n, int t) {
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += y[i] / n;
    }
    return mean + slope(y, n) * (t - (n - 1) / 2.0);
  }

  /**
   * A normal law, cut off at 0, as values at even levels.
   *
   * @param mean its mean
   * @param sd its standard deviation, 0 or more
   * @return the values
   */
  public static Sample normal(double mean, double sd) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = Math.max(0, mean + sd * NormalLaw.quantile((i + 0.5) / SIZE));
    }
    return Sample.of(values);
  }
}
