package io.salestwin.model;

import io.salestwin.scenario.Staffing.Ramp;

/**
 * A share of the full speed by tenure: a line, or a step for each month. Tenure is measured in the
 * ramp's own time, which a slow learner stretches.
 */
final class RampCurve {

  /** Below this share a new rep does not work on leads yet: touches would never end. */
  static final double LEAST = 0.05;

  private static final RampCurve NONE = new RampCurve(new double[0], 0, 1);

  private final double[] monthly;
  private final double lengthMs;
  private final double from;

  private RampCurve(double[] monthly, double lengthMs, double from) {
    this.monthly = monthly;
    this.lengthMs = lengthMs;
    this.from = from;
  }

  static RampCurve of(Ramp ramp) {
    if (ramp.isNeutral()) {
      return NONE;
    }
    double[] monthly = ramp.monthly().stream().mapToDouble(Double::doubleValue).toArray();
    double months = monthly.length > 0 ? monthly.length : ramp.months();
    return new RampCurve(monthly, months * SalesModel.MONTH_MS, ramp.from());
  }

  /** Tenure from which on the speed is full. */
  double lengthMs() {
    return lengthMs;
  }

  /** The share of the full speed at a tenure; a negative tenure counts as 0. */
  double share(double tenureMs) {
    if (tenureMs >= lengthMs) {
      return 1;
    }
    double tenure = Math.max(0, tenureMs);
    return monthly.length > 0
        ? monthly[(int) (tenure / SalesModel.MONTH_MS)]
        : from + (1 - from) * tenure / lengthMs;
  }

  /** The integral of the share from one tenure to a later one, in milliseconds at full speed. */
  double integral(double fromMs, double toMs) {
    return upTo(toMs) - upTo(fromMs);
  }

  private double upTo(double tenureMs) {
    double tenure = Math.min(Math.max(0, tenureMs), lengthMs);
    double beyond = Math.max(0, tenureMs - lengthMs);
    if (monthly.length == 0) {
      double slope = lengthMs == 0 ? 0 : (1 - from) / lengthMs;
      return beyond + from * tenure + slope * tenure * tenure / 2;
    }
    double sum = beyond;
    for (int m = 0; m < monthly.length; m++) {
      double begins = m * SalesModel.MONTH_MS;
      sum += monthly[m] * Math.max(0, Math.min(tenure, begins + SalesModel.MONTH_MS) - begins);
    }
    return sum;
  }

  /** The first tenure at which the share is at least {@link #LEAST}. */
  double worksFromMs() {
    if (monthly.length == 0) {
      return from >= LEAST || lengthMs == 0 ? 0 : lengthMs * (LEAST - from) / (1 - from);
    }
    int month = 0;
    while (month < monthly.length && monthly[month] < LEAST) {
      month++;
    }
    return month * SalesModel.MONTH_MS;
  }
}
