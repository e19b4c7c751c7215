package io.salestwin.calibration.fidelity;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.fidelity.CaseLog.Case;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Distances between two logs, after D. Chapela-Campa, I. Benchekroun, O. Baron, M. Dumas, D. Krass
 * and A. Senderovich, <em>Can I trust my simulation model? Measuring the quality of business
 * process simulation models</em> (BPM 2023), as in their library log-distance-measures. Times count
 * in whole hours, rounded down; a distance between two samples of times is the 1-Wasserstein
 * distance of their distributions, in hours: the mean way by which one must be moved to become the
 * other. 0 is alike.
 */
public enum Measure {
  /** From a case's first event to its last. */
  CYCLE_TIME("cycle time", "hours", "first event of a case to its last"),
  /** When cases begin. */
  ARRIVALS("arrivals", "hours", "first events, from the begin of the half"),
  /** When events happen. */
  ABSOLUTE_EVENTS("events, absolute", "hours", "all events, from the begin of the half"),
  /** When events happen within their case. */
  RELATIVE_EVENTS("events, within the case", "hours", "all events, from the case's first"),
  /** At which hour of which day of the week events happen. */
  CIRCADIAN_EVENTS(
      "hours of the day",
      "hours",
      "hour of the day of all events, by day of the week, mean of the seven; 23 where one log has none"),
  /** How long open cases still take. */
  REMAINING_TIME(
      "remaining time", "hours", "middle of the half to the last event, of cases open then"),
  /** Which events follow each other. */
  THREE_GRAMS(
      "sequences of three",
      "share",
      "half of the sum of differences between the shares of three events in a row (cases padded at"
          + " both ends)");

  private static final long HOUR_MS = 3_600_000;
  private static final int HOURS = 24;
  private static final int WEEK = 7;
  private static final int EDGE = Integer.MIN_VALUE;

  private final String words;
  private final String unit;
  private final String meaning;

  Measure(String words, String unit, String meaning) {
    this.words = words;
    this.unit = unit;
    this.meaning = meaning;
  }

  /**
   * What it is called.
   *
   * @return words
   */
  public String words() {
    return words;
  }

  /**
   * Its unit.
   *
   * @return hours, or share
   */
  public String unit() {
    return unit;
  }

  /**
   * What is compared.
   *
   * @return words
   */
  public String meaning() {
    return meaning;
  }

  /** The distance between two logs of the same span; NaN when one has nothing to compare. */
  double between(CaseLog a, CaseLog b) {
    return switch (this) {
      case CIRCADIAN_EVENTS -> circadian(a, b);
      case THREE_GRAMS -> grams(a, b);
      default -> wasserstein(hours(a), hours(b));
    };
  }

  private double[] hours(CaseLog log) {
    long middle = log.fromMs() + (log.untilMs() - log.fromMs()) / 2;
    return switch (this) {
      case CYCLE_TIME -> cases(log, c -> c.last() - c.first());
      case ARRIVALS -> cases(log, c -> c.first() - log.fromMs());
      case REMAINING_TIME ->
          log.cases().stream()
              .filter(c -> c.first() <= middle && c.last() > middle)
              .mapToDouble(c -> Math.floorDiv(c.last() - middle, HOUR_MS))
              .toArray();
      case RELATIVE_EVENTS -> events(log, true);
      default -> events(log, false);
    };
  }

  private static double[] cases(CaseLog log, ToLongFunction<Case> time) {
    return log.cases().stream()
        .mapToDouble(c -> Math.floorDiv(time.applyAsLong(c), HOUR_MS))
        .toArray();
  }

  private static double[] events(CaseLog log, boolean relative) {
    return log.cases().stream()
        .flatMapToLong(
            c -> LongStream.of(c.ms()).map(ms -> ms - (relative ? c.first() : log.fromMs())))
        .mapToDouble(ms -> Math.floorDiv(ms, HOUR_MS))
        .toArray();
  }

  /** The area between two empirical distribution functions; NaN when one sample is empty. */
  static double wasserstein(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0) {
      return Double.NaN;
    }
    double[] x = a.clone();
    double[] y = b.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    double area = 0;
    double at = Math.min(x[0], y[0]);
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double next = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
      area += Math.abs(i / (double) x.length - j / (double) y.length) * (next - at);
      at = next;
      while (i < x.length && x[i] == at) {
        i++;
      }
      while (j < y.length && y[j] == at) {
        j++;
      }
    }
    return area;
  }

  private static double circadian(CaseLog a, CaseLog b) {
    double sum = 0;
    for (int day = 0; day < WEEK; day++) {
      double[] x = hoursOn(a, day);
      double[] y = hoursOn(b, day);
      if (x.length > 0 || y.length > 0) {
        double distance = wasserstein(x, y);
        sum += Double.isNaN(distance) ? HOURS - 1 : distance;
      }
    }
    return sum / WEEK;
  }

  private static double[] hoursOn(CaseLog log, int day) {
    return log.cases().stream()
        .flatMapToLong(c -> LongStream.of(c.ms()))
        .filter(ms -> Math.floorMod(Math.floorDiv(ms, CrmHistory.DAY_MS), (long) WEEK) == day)
        .mapToDouble(ms -> Math.floorDiv(Math.floorMod(ms, CrmHistory.DAY_MS), HOUR_MS))
        .toArray();
  }

  private static double grams(CaseLog a, CaseLog b) {
    Map<String, Double> x = grams(a);
    Map<String, Double> y = grams(b);
    if (x.isEmpty() || y.isEmpty()) {
      return Double.NaN;
    }
    // in an order of its own, so that the sum is the same to the last bit
    TreeSet<String> all = new TreeSet<>(x.keySet());
    all.addAll(y.keySet());
    return all.stream()
            .mapToDouble(g -> Math.abs(x.getOrDefault(g, 0.0) - y.getOrDefault(g, 0.0)))
            .sum()
        / 2;
  }

  private static Map<String, Double> grams(CaseLog log) {
    int all = log.cases().stream().mapToInt(c -> c.event().length + 2).sum();
    Map<String, Double> shares = new HashMap<>();
    for (Case each : log.cases()) {
      int before = EDGE;
      int last = EDGE;
      for (int i = 0; i < each.event().length + 2; i++) {
        int next = i < each.event().length ? each.event()[i] : EDGE;
        shares.merge(before + " " + last + " " + next, 1.0 / all, Double::sum);
        before = last;
        last = next;
      }
    }
    return shares;
  }
}
