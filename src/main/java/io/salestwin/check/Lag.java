package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Distribution;

/**
 * A buyers' delay in days of plain time: a distribution stretched by the segment's factor and the
 * mean speed of the buyers' clock.
 *
 * @param delay the delay in milliseconds on the buyers' clock
 * @param stretch plain time per clock time, above 0; infinite when buyers stand still
 */
record Lag(Distribution delay, double stretch) {

  /** Points of a quantile function that stand for the whole distribution. */
  private static final int POINTS = 512;

  /** P(delay is at most this many days). */
  double upTo(double days) {
    if (days < 0) {
      return 0;
    }
    return Double.isInfinite(stretch) ? delay.cdf(0) : delay.cdf(days * Clock.DAY / stretch);
  }

  /** The mean in days; infinite where it diverges. */
  double mean() {
    double mean = delay.mean();
    return mean == 0 ? 0 : mean * stretch / Clock.DAY;
  }

  /** The mean of the delay or of the limit, whichever is less, in days. */
  double meanCutAt(double limit) {
    if (limit <= 0) {
      return 0;
    }
    if (Double.isInfinite(limit)) {
      return mean();
    }
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += Math.min(limit, quantile((i + 0.5) / POINTS));
    }
    return sum / POINTS;
  }

  /** The mean of the delays that are not above the limit, in days; 0 when there are none. */
  double meanWithin(double limit) {
    if (Double.isInfinite(limit)) {
      return mean();
    }
    double within = upTo(limit);
    if (within == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += Math.min(limit, quantile((i + 0.5) / POINTS * within));
    }
    return sum / POINTS;
  }

  private double quantile(double p) {
    double q = delay.quantile(p);
    return q == 0 ? 0 : q * stretch / Clock.DAY;
  }

  /**
   * The distribution on a grid.
   *
   * @param step width of the grid in days
   * @param from days of the first entry
   * @param count number of entries
   * @return P(delay is at most from + i * step)
   */
  double[] table(double step, double from, int count) {
    double[] table = new double[count];
    for (int i = 0; i < count; i++) {
      table[i] = upTo(from + i * step);
    }
    return table;
  }
}
