package io.salestwin.calibration;

import io.salestwin.statistics.special.ChiSquareLaw;
import io.salestwin.statistics.special.NormalLaw;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How deals arrive: rate, trend, days of the week, over-dispersion.
 *
 * @param firstDay first day counted, since 1970
 * @param days how many days are counted
 * @param n deals created on them
 * @param perMonth deals a month of 365.25 / 12 days: the mean, or with a trend the rate at the end
 * @param error standard error of it
 * @param growthPerMonth growth of the rate, by quasi-Poisson regression on weeks
 * @param growthError standard error of it
 * @param growthP chance of a growth so far from 0 by luck
 * @param dispersion variance over mean of weekly counts around the trend, at least 1
 * @param weekday speed on each day of the week from Monday, mean 1
 * @param weekdayP chance of days so different by luck (chi-squared over the dispersion of days)
 */
record ArrivalFit(
    long firstDay,
    int days,
    long n,
    double perMonth,
    double error,
    double growthPerMonth,
    double growthError,
    double growthP,
    double dispersion,
    double[] weekday,
    double weekdayP) {

  /** A difference counts when luck alone would show it less often than this. */
  static final double LEVEL = 0.01;

  private static final double ABSENT = 30;
  static final double MONTH_DAYS = 365.25 / 12;
  private static final int WEEK = 7;

  boolean grows() {
    return growthP < LEVEL;
  }

  boolean hasWeekdays() {
    return weekdayP < LEVEL;
  }

  static ArrivalFit of(CrmHistory history, long recordedFromMs) {
    long last = Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS);
    long first = Math.floorDiv(history.createdMs(0), CrmHistory.DAY_MS);
    if (recordedFromMs != CrmHistory.NEVER) {
      first = Math.floorDiv(recordedFromMs, CrmHistory.DAY_MS);
    }
    last = lastArrival(history, first, last);
    int days = (int) Math.max(1, last - first + 1);
    long[] counts = new long[days];
    long n = 0;
    for (int d = 0; d < history.deals(); d++) {
      long day = Math.floorDiv(history.createdMs(d), CrmHistory.DAY_MS) - first;
      if (day >= 0 && day < days) {
        counts[(int) day]++;
        n++;
      }
    }
    double mean = n / (double) days;
    double[] weekday = weekday(counts, first, mean);
    double weekdayP = weekdayP(counts, first, weekday, mean);
    Trend trend = Trend.of(counts);
    double dispersion = Math.max(1, trend.dispersion);
    boolean grows = trend.p < LEVEL;
    double perMonth = (grows ? trend.rateAtEnd / WEEK : mean) * MONTH_DAYS;
    double relative = grows ? trend.endError : Math.sqrt(dispersion / Math.max(1, n));
    double weeksPerMonth = MONTH_DAYS / WEEK;
    return new ArrivalFit(
        first,
        days,
        n,
        perMonth,
        perMonth * relative,
        Math.expm1(trend.slope * weeksPerMonth),
        Math.exp(trend.slope * weeksPerMonth) * trend.slopeError * weeksPerMonth,
        trend.p,
        dispersion,
        weekday,
        weekdayP);
  }

  /**
   * The last day on which arrivals are recorded. An export of deals created up to a day goes on
   * with their later events: when so many more deals were to be expected after the last one that
   * their absence cannot be luck, the record of arrivals ends with it.
   */
  static long lastArrival(CrmHistory history, long first, long last) {
    long newest = Math.floorDiv(history.createdMs(history.deals() - 1), CrmHistory.DAY_MS);
    double perDay = history.deals() / (double) Math.max(1, newest - first + 1);
    return (last - newest) * perDay > ABSENT ? newest : last;
  }

  private static int dayOfWeek(long day) {
    DayOfWeek of = LocalDate.ofEpochDay(day).getDayOfWeek();
    return of.getValue() - 1;
  }

  private static double[] weekday(long[] counts, long first, double mean) {
    double[] sum = new double[WEEK];
    double[] days = new double[WEEK];
    for (int i = 0; i < counts.length; i++) {
      sum[dayOfWeek(first + i)] += counts[i];
      days[dayOfWeek(first + i)]++;
    }
    for (int w = 0; w < WEEK; w++) {
      sum[w] = days[w] == 0 || mean == 0 ? 1 : sum[w] / days[w] / mean;
    }
    return sum;
  }

  /** Chi-squared of the days of the week over the dispersion of the days within them. */
  private static double weekdayP(long[] counts, long first, double[] speed, double mean) {
    if (counts.length < 4 * WEEK || mean == 0) {
      return 1;
    }
    double between = 0;
    double within = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = mean * speed[dayOfWeek(first + i)];
      between += (expected - mean) * (expected - mean) / mean;
      if (expected > 0) {
        within += (counts[i] - expected) * (counts[i] - expected) / expected;
      }
    }
    double dispersion = Math.max(1, within / (counts.length - WEEK));
    return ChiSquareLaw.above(between / dispersion, WEEK - 1);
  }

  /** A line through the logarithms of weekly counts, by quasi-Poisson likelihood. */
  private record Trend(
      double slope,
      double slopeError,
      double p,
      double dispersion,
      double rateAtEnd,
      double endError) {

    private static final int FEWEST_WEEKS = 8;

    static Trend of(long[] counts) {
      int weeks = counts.length / WEEK;
      if (weeks < 2) {
        return new Trend(0, Double.NaN, 1, 1, 0, Double.NaN);
      }
      // whole weeks that end with the last day
      double[] y = new double[weeks];
      double mean = 0;
      for (int w = 0; w < weeks; w++) {
        for (int i = 0; i < WEEK; i++) {
          y[w] += counts[counts.length - (weeks - w) * WEEK + i];
        }
        mean += y[w] / weeks;
      }
      if (weeks < FEWEST_WEEKS || mean == 0) {
        return new Trend(0, Double.NaN, 1, variance(y, mean) / Math.max(1e-9, mean), mean, 0);
      }
      double[] x = new double[weeks];
      for (int w = 0; w < weeks; w++) {
        x[w] = w - (weeks - 1) / 2.0;
      }
      LogLine line = LogLine.of(x, y);
      double end = weeks / 2.0;
      double p = NormalLaw.twoSided(line.slope() / line.slopeError());
      double flat = variance(y, mean) / mean;
      return new Trend(
          line.slope(),
          line.slopeError(),
          p,
          p < LEVEL ? line.dispersion() : flat,
          line.at(end),
          line.error(end));
    }

    private static double variance(double[] y, double mean) {
      double sum = 0;
      for (double each : y) {
        sum += (each - mean) * (each - mean);
      }
      return sum / (y.length - 1);
    }
  }
}
