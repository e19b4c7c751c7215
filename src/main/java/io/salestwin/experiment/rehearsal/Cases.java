package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.Metric;
import io.salestwin.metrics.UnitTable;
import io.salestwin.scenario.Lever;
import java.util.Arrays;

/**
 * The leads whose window has passed at a look, with what the metric says of each. Younger ones are
 * left out, never zeros.
 *
 * @param values the metric's value of each lead
 * @param treated whether each was dealt the treatment
 * @param cluster number of each lead's rep, territory or week, from 0 in the order of appearance
 * @param clusterTreated whether each cluster was dealt the treatment
 * @param stratum within which group each cluster was dealt its arm
 */
record Cases(
    double[] values, boolean[] treated, int[] cluster, boolean[] clusterTreated, int[] stratum) {

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
    double[] values = values(course, units, rows, treated);
    return clustered(course, units, rows, values, treated);
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
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double cap = sorted.length == 0 ? 0 : sorted[(int) Math.ceil(CAP * sorted.length) - 1];
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
      case VALUE ->
          units.outcome(row) == UnitTable.Outcome.WON && units.closedAt(row) - enrolled <= within
              ? units.valueCents(row) / 100.0
              : 0;
      case CYCLE ->
          (reaches(units, 0, row, within) ? units.goalAt(0, row) - enrolled : within)
              / (double) Course.DAY;
    };
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

  // ---- clusters

  private static Cases clustered(
      Course course, UnitTable units, int[] rows, double[] values, boolean[] treated) {
    Lever.Unit unit = course.plan().unit();
    int n = rows.length;
    int[] key = new int[n];
    for (int i = 0; i < n; i++) {
      key[i] =
          switch (unit) {
            case LEAD -> i;
            case REP -> units.rep(rows[i]);
            case TERRITORY -> units.territory(rows[i]);
            case WEEK -> (int) ((units.enrolledAt(rows[i]) - course.startMs()) / Course.WEEK);
          };
    }
    int[] number = new int[Arrays.stream(key).max().orElse(-1) + 1];
    Arrays.fill(number, -1);
    int[] cluster = new int[n];
    int[] keys = new int[n];
    boolean[] of = new boolean[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (number[key[i]] < 0) {
        keys[count] = key[i];
        of[count] = treated[i];
        number[key[i]] = count++;
      }
      cluster[i] = number[key[i]];
    }
    int[] stratum = new int[count];
    int[] territories = unit == Lever.Unit.REP ? course.territories() : new int[0];
    int[] roles = unit == Lever.Unit.REP ? course.rolesOfReps() : new int[0];
    int most = course.scenario().territories().size() + 1;
    for (int c = 0; c < count; c++) {
      stratum[c] =
          switch (unit) {
            case REP -> roles[keys[c]] * most + territories[keys[c]] + 1;
            case WEEK -> keys[c] / 2;
            case LEAD, TERRITORY -> 0;
          };
    }
    return new Cases(values, treated, cluster, Arrays.copyOf(of, count), stratum);
  }

  int count() {
    return values.length;
  }

  int clusters() {
    return clusterTreated.length;
  }

  /** Values of the units of each cluster. */
  double[][] byCluster() {
    int[] sizes = new int[clusters()];
    for (int c : cluster) {
      sizes[c]++;
    }
    double[][] all = new double[sizes.length][];
    for (int c = 0; c < sizes.length; c++) {
      all[c] = new double[sizes[c]];
    }
    Arrays.fill(sizes, 0);
    for (int i = 0; i < values.length; i++) {
      all[cluster[i]][sizes[cluster[i]]++] = values[i];
    }
    return all;
  }
}
