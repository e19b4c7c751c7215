package io.salestwin.statistics.survival;

import java.util.Arrays;

/** Published times to an event with observations that were still open, for several tests. */
final class Careers {

  /**
   * Weeks of remission under 6-MP and under placebo (Freireich et al., Blood 21, 1963), the first
   * example of many textbooks (Kleinbaum and Klein, <em>Survival Analysis</em>).
   */
  static final double[] TREATED = {
    6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
  };

  static final double[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  private static final int TREATED_EVENTS = 9; // the first of them

  private Careers() {}

  static boolean[] treatedEvents() {
    boolean[] event = new boolean[TREATED.length];
    for (int i = 0; i < TREATED_EVENTS; i++) {
      event[i] = true;
    }
    return event;
  }

  /** Treated first. */
  static double[] times() {
    double[] all = new double[TREATED.length + PLACEBO.length];
    System.arraycopy(TREATED, 0, all, 0, TREATED.length);
    System.arraycopy(PLACEBO, 0, all, TREATED.length, PLACEBO.length);
    return all;
  }

  static boolean[] events() {
    boolean[] event = new boolean[TREATED.length + PLACEBO.length];
    for (int i = 0; i < event.length; i++) {
      event[i] = i < TREATED_EVENTS || i >= TREATED.length;
    }
    return event;
  }

  /** 0 for treated, 1 for placebo. */
  static int[] arms() {
    int[] arm = new int[TREATED.length + PLACEBO.length];
    Arrays.fill(arm, TREATED.length, arm.length, 1);
    return arm;
  }
}
