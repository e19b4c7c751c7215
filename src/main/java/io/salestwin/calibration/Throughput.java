package io.salestwin.calibration;

import io.salestwin.random.Distribution;
import io.salestwin.statistics.Interval;

/**
 * Whether closes follow from the deals that are there, or are a throughput of their own. Weekly
 * closes are set against what the open deals of that week were to bring by their ages: log(closes)
 * = a + b log(expected). Where deals close of themselves b is 1; where a limit holds, whatever was
 * waiting, b is 0.
 *
 * @param closes closes since recording began
 * @param days days since then
 * @param weeks whole weeks compared
 * @param slope b
 * @param interval its 95 % interval
 * @param dispersion variance over mean of weekly closes around the line
 */
record Throughput(
    double closes, int days, int weeks, double slope, Interval interval, double dispersion) {

  private static final int WEEK = 7;
  private static final int FEWEST_WEEKS = 12;
  private static final double BETWEEN = 0.5;
  private static final double Z = 1.96;

  /** A limit holds when b is not 1 by its interval, and nearer to 0. */
  boolean isLimit() {
    return weeks >= FEWEST_WEEKS && interval.high() < 1 && slope < BETWEEN;
  }

  double perDay() {
    return closes / days;
  }

  static Throughput of(CrmHistory history, long recordedFromMs, Distribution law, double never) {
    long from = recordedFromMs == CrmHistory.NEVER ? history.createdMs(0) : recordedFromMs;
    long first = Math.floorDiv(from, CrmHistory.DAY_MS);
    long last = Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS);
    int days = (int) (last - first + 1);
    long oldest = last - Math.floorDiv(history.createdMs(0), CrmHistory.DAY_MS);
    double[] hazard = new double[(int) oldest + 2];
    for (int age = 0; age < hazard.length; age++) {
      double there = never + (1 - never) * law.survival(age);
      double next = never + (1 - never) * law.survival(age + 1.0);
      hazard[age] = there <= 0 ? 0 : 1 - next / there;
    }
    double[] expected = new double[days];
    double[] seen = new double[days];
    double closes = 0;
    for (int d = 0; d < history.deals(); d++) {
      long born = Math.floorDiv(history.createdMs(d), CrmHistory.DAY_MS);
      boolean closed = history.outcome(d) != 0;
      long end = closed ? Math.floorDiv(history.closedMs(d), CrmHistory.DAY_MS) : last;
      for (long day = Math.max(first, born); day <= end; day++) {
        expected[(int) (day - first)] += hazard[(int) (day - born)];
      }
      if (closed && end >= first) {
        seen[(int) (end - first)]++;
        closes++;
      }
    }
    return compared(expected, seen, closes, days);
  }

  private static Throughput compared(double[] expected, double[] seen, double closes, int days) {
    int weeks = days / WEEK;
    double[] x = new double[weeks];
    double[] y = new double[weeks];
    for (int w = 0; w < weeks; w++) {
      double sum = 0;
      for (int i = 0; i < WEEK; i++) {
        int day = days - (weeks - w) * WEEK + i;
        sum += expected[day];
        y[w] += seen[day];
      }
      x[w] = Math.log(Math.max(1e-6, sum));
    }
    if (weeks < FEWEST_WEEKS || closes < weeks) {
      return new Throughput(closes, days, weeks, 1, new Interval(-9, 9, Interval.ERROR), 1);
    }
    double mean = 0;
    for (double each : x) {
      mean += each / weeks;
    }
    for (int w = 0; w < weeks; w++) {
      x[w] -= mean;
    }
    LogLine line = LogLine.of(x, y);
    double half = Z * line.slopeError();
    return new Throughput(
        closes,
        days,
        weeks,
        line.slope(),
        new Interval(line.slope() - half, line.slope() + half, Interval.ERROR),
        line.dispersion());
  }
}
