package io.salestwin.experiment.rehearsal;

import io.salestwin.metrics.UnitTable;
import io.salestwin.scenario.Lever;
import java.util.Arrays;

/**
 * Which leads belong together because they were dealt their arm together: those of a rep, of a
 * territory, of a week; each by itself where leads were dealt arms. Who has got no lead is none.
 *
 * @param of number of each lead's cluster, from 0 in the order of appearance
 * @param treated whether each cluster was dealt the treatment
 * @param stratum within which group each cluster was dealt its arm
 */
record Clusters(int[] of, boolean[] treated, int[] stratum) {

  /** The clusters of cases. */
  static Clusters of(Course course, UnitTable units, Cases cases) {
    int n = cases.count();
    int[] key = new int[n];
    for (int i = 0; i < n; i++) {
      key[i] = course.plan().unit() == Lever.Unit.LEAD ? i : key(course, units, cases.rows()[i]);
    }
    int[] number = new int[Arrays.stream(key).max().orElse(-1) + 1];
    Arrays.fill(number, -1);
    int[] of = new int[n];
    int[] keys = new int[n];
    boolean[] treated = new boolean[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (number[key[i]] < 0) {
        keys[count] = key[i];
        treated[count] = cases.treated()[i];
        number[key[i]] = count++;
      }
      of[i] = number[key[i]];
    }
    int[] strata = strata(course, Arrays.copyOf(keys, count));
    return new Clusters(of, Arrays.copyOf(treated, count), strata);
  }

  /** Which rep, territory or week a lead belongs to; the row itself where leads are dealt arms. */
  static int key(Course course, UnitTable units, int row) {
    return switch (course.plan().unit()) {
      case LEAD -> row;
      case REP -> units.rep(row);
      case TERRITORY -> units.territory(row);
      case WEEK -> (int) ((units.enrolledAt(row) - course.startMs()) / Course.WEEK);
    };
  }

  private static int[] strata(Course course, int[] keys) {
    Lever.Unit unit = course.plan().unit();
    int[] strata = new int[keys.length];
    if (unit == Lever.Unit.WEEK) {
      Arrays.setAll(strata, c -> keys[c] / 2);
    } else if (unit == Lever.Unit.REP) {
      int[] territories = course.territories();
      int[] roles = course.rolesOfReps();
      int most = course.scenario().territories().size() + 1;
      Arrays.setAll(strata, c -> roles[keys[c]] * most + territories[keys[c]] + 1);
    }
    return strata;
  }

  int count() {
    return treated.length;
  }

  /** Whether both arms have a cluster. */
  boolean hasBoth() {
    int some = 0;
    for (boolean each : treated) {
      some += each ? 1 : 0;
    }
    return some > 0 && some < treated.length;
  }

  /** Values of the leads of each cluster. */
  double[][] values(Cases cases) {
    int[] sizes = new int[count()];
    for (int c : of) {
      sizes[c]++;
    }
    double[][] all = new double[sizes.length][];
    Arrays.setAll(all, c -> new double[sizes[c]]);
    int[] filled = new int[count()];
    for (int i = 0; i < of.length; i++) {
      all[of[i]][filled[of[i]]++] = cases.values()[i];
    }
    return all;
  }

  /** What each cluster has counted in a week, by a look. */
  double[] perWeek(Course course, Cases cases, long lookMs) {
    double weeks = course.weeksCounted(course.plan().primary(), lookMs);
    double[] counts = new double[count()];
    for (int i = 0; i < of.length; i++) {
      counts[of[i]] += cases.values()[i] / weeks;
    }
    return counts;
  }
}
