package io.salestwin.bench;

/** The reference funnel in numbers, for those who do not read the scenario. Times are in days. */
final class ReferenceFunnel {

  static final int STAGES = 6;
  static final double HORIZON_DAYS = 365;
  static final double LEADS_PER_DAY = 20;

  /** Reps of each stage. */
  static final int[] REPS = {10, 8, 8, 7, 6, 5};

  /** Chance to advance. */
  static final double[] ADVANCE = {0.70, 0.60, 0.50, 0.50, 0.40, 0.25};

  /** Standard deviation of the logarithm of the work. */
  static final double SIGMA = 0.8;

  private static final double UTILISATION = 0.8;

  private ReferenceFunnel() {}

  /** Mean work per visit: every stage is busy four fifths of the time in the long run. */
  static double meanDays(int stage) {
    double leadsPerDay = LEADS_PER_DAY;
    for (int before = 0; before < stage; before++) {
      leadsPerDay *= ADVANCE[before];
    }
    return UTILISATION * REPS[stage] / leadsPerDay;
  }
}
