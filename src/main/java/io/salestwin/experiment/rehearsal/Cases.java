package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.Metric;
import io.salestwin.metrics.UnitTable;
import io.salestwin.statistics.location.Quantiles;
import java.util.Arrays;

/**
 * The leads whose window has passed at a look, with what the metric says of each. Younger ones are
 * left out, never zeros.
 *
 * @param rows their rows in the table of units
 * @param values the metric's value of each lead
 * @param treated whether each was dealt the treatment
 */
record Cases(int[] rows, double[] values, boolean[] treated) {

  private static final double CAP = 0.99;

  /** The cases of a table at an instant. */
  static Cases at(Course course, UnitTable units, long lookMs) {
    long within = course.plan().primary().withinMs();
    int[] rows = new int[units.count()];
    int n = 0;
    for (int i = 0; i < rows.length; i++) {
      if (units.enrolledAt(i) + within <= lookMs) {
        rows[n++] = i;
      }
    }
    rows = Arrays.copyOf(rows, n);
    boolean[] treated = new boolean[n];
    for (int i = 0; i < n; i++) {
      treated[i] = units.arm(rows[i]) == 1;
    }
    return new Cases(rows, values(course, units, rows, treated), treated);
  }

  // ---- values

  private static double[] values(Course course, UnitTable units, int[] rows, boolean[] treated) {
    Metric metric = course.plan().primary();
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = value(metric, units, rows[i]);
    }
    if (metric.measure() == Metric.Measure.RATIO) {
      linearise(metric, units, rows, treated, values);
    }
    switch (metric.analysis()) {
      case WINSORISED -> {
        double cap = values.length == 0 ? 0 : Quantiles.type7(values, CAP);
        Arrays.setAll(values, i -> Math.min(values[i], cap));
      }
      case LOG -> Arrays.setAll(values, i -> Math.log1p(values[i]));
      default -> {
        // as they are
      }
    }
    return values;
  }

  private static double value(Metric metric, UnitTable units, int row) {
    long within = metric.withinMs();
    long enrolled = units.enrolledAt(row);
    return switch (metric.measure()) {
      case CONVERSION, RATIO, COUNT -> reaches(units, 0, row, within) ? 1 : 0;
      case VALUE -> value(units, row, within);
      case CYCLE ->
          (reaches(units, 0, row, within) ? units.goalAt(0, row) - enrolled : within)
              / (double) Course.DAY;
    };
  }

  /** What was won for a lead within its window. */
  static double value(UnitTable units, int row, long within) {
    boolean won = units.outcome(row) == UnitTable.Outcome.WON;
    return won && units.closedAt(row) - units.enrolledAt(row) <= within
        ? units.valueCents(row) / 100.0
        : 0;
  }

  static boolean reaches(UnitTable units, int goal, int row, long within) {
    long at = units.goalAt(goal, row);
    return at != UnitTable.NEVER && at - units.enrolledAt(row) <= within;
  }

  /**
   * A ratio of sums by its parts: R + (y - R x) / x̄ has the ratio as its mean and the delta
   * method's variance (W. G. Cochran, Sampling Techniques, 3rd ed., 1977, ch. 6).
   */
  private static void linearise(
      Metric metric, UnitTable units, int[] rows, boolean[] treated, double[] values) {
    boolean all = metric.of().equals(Metric.ASSIGNED);
    double[] below = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      below[i] = all || reaches(units, 1, rows[i], metric.withinMs()) ? 1 : 0;
      values[i] *= below[i];
    }
    for (boolean arm : new boolean[] {false, true}) {
      double y = 0;
      double x = 0;
      double n = 0;
      for (int i = 0; i < rows.length; i++) {
        if (treated[i] == arm) {
          y += values[i];
          x += below[i];
          n++;
        }
      }
      double ratio = y / x;
      for (int i = 0; i < rows.length; i++) {
        if (treated[i] == arm) {
          values[i] = ratio + (values[i] - ratio * below[i]) / (x / n);
        }
      }
    }
  }

  int count() {
    return values.length;
  }
}
