package io.salestwin.calibration.reps;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.location.PartialPooling;
import io.salestwin.statistics.multiple.Adjustment;
import io.salestwin.statistics.special.NormalLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Closed deals over time: each group was there from its first deal on, or from when closes are
 * recorded. Counts are as uneven as the weeks of the groups themselves: quasi-Poisson, the
 * dispersion being that of a table of weekly closes by group and week, at least 1.
 */
final class Volumes {

  private static final double MONTH_DAYS = 30;
  private static final int WEEK_DAYS = 7;
  private static final int LEAST_WEEKS = 4;

  private final Cohort cohort;
  private final int[] firstWeek;
  private final int weeks;
  private final double[][] closes;

  private Volumes(CrmHistory history, Cohort cohort) {
    this.cohort = cohort;
    long from = Long.MAX_VALUE;
    for (int d : cohort.deal) {
      from = Math.min(from, history.closedMs(d));
    }
    long begin = Math.floorDiv(from, CrmHistory.DAY_MS);
    long end = Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS) + 1;
    weeks = (int) Math.max(0, (end - begin) / WEEK_DAYS);
    closes = new double[cohort.groups()][weeks];
    firstWeek = new int[cohort.groups()];
    Arrays.fill(firstWeek, weeks);
    for (int i = 0; i < cohort.deal.length; i++) {
      int d = cohort.deal[i];
      int g = cohort.group[i];
      int week = week(history.closedMs(d), begin);
      if (week < weeks) {
        closes[g][week]++;
      }
      int there = Math.max(0, week(history.createdMs(d), begin));
      firstWeek[g] = Math.min(firstWeek[g], there);
    }
  }

  private static int week(long ms, long begin) {
    return (int) Math.floorDiv(Math.floorDiv(ms, CrmHistory.DAY_MS) - begin, (long) WEEK_DAYS);
  }

  /** The measure; empty when there are not two groups, or less than four weeks. */
  static Optional<Measure> of(CrmHistory history, Cohort cohort) {
    Volumes volumes = new Volumes(history, cohort);
    return cohort.groups() < 2 || volumes.weeks < LEAST_WEEKS
        ? Optional.empty()
        : Optional.of(volumes.measure());
  }

  private Measure measure() {
    int k = cohort.groups();
    double[] n = new double[k];
    double[] there = new double[k];
    double all = 0;
    double exposure = 0;
    for (int g = 0; g < k; g++) {
      n[g] = Arrays.stream(closes[g]).sum();
      there[g] = Math.max(1, weeks - firstWeek[g]);
      all += n[g];
      exposure += there[g];
    }
    double dispersion = dispersion(n);
    double perWeek = all / exposure;
    double[] y = new double[k];
    double[] v = new double[k];
    double[] p = new double[k];
    for (int g = 0; g < k; g++) {
      double expected = perWeek * there[g];
      y[g] = n[g] / expected - 1;
      v[g] = dispersion / expected;
      p[g] = NormalLaw.twoSided(y[g] / Math.sqrt(v[g] * (1 - there[g] / exposure)));
    }
    PartialPooling pooling = PartialPooling.of(y, v);
    double month = perWeek * MONTH_DAYS / WEEK_DAYS;
    Bounds spread = PartialPooling.spreadBounds(y, v, 0.95);
    List<Double> own = new ArrayList<>();
    for (double each : y) {
      own.add((1 + each) * month);
    }
    return new Measure(
        Measure.Kind.VOLUME,
        month,
        own,
        own.stream().map(x -> month).toList(),
        pooling.pooled().stream().map(x -> (1 + x) * month).toList(),
        Arrays.stream(Adjustment.HOLM.adjusted(p)).boxed().toList(),
        pooling.q(),
        pooling.freedom(),
        pooling.p(),
        Double.NaN,
        Bounds.UNDEFINED,
        pooling.spread() * month,
        new Bounds(spread.low() * month, spread.high() * month));
  }

  /** Pearson's statistic of the table of groups and weeks over its degrees of freedom. */
  private double dispersion(double[] n) {
    double[] week = new double[weeks];
    for (double[] of : closes) {
      for (int w = 0; w < weeks; w++) {
        week[w] += of[w];
      }
    }
    double chi = 0;
    double freedom = 1;
    for (int g = 0; g < n.length; g++) {
      double ofAll = 0;
      for (int w = firstWeek[g]; w < weeks; w++) {
        ofAll += week[w];
      }
      for (int w = firstWeek[g]; w < weeks; w++) {
        double expected = ofAll > 0 ? n[g] * week[w] / ofAll : 0;
        if (expected > 0) {
          chi += (closes[g][w] - expected) * (closes[g][w] - expected) / expected;
          freedom++;
        }
      }
    }
    freedom -= n.length + weeks;
    return freedom > 0 ? Math.max(1, chi / freedom) : 1;
  }
}
