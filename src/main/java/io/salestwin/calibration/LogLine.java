package io.salestwin.calibration;

/**
 * A line through the logarithm of the mean of counts, by quasi-Poisson likelihood.
 *
 * @param level logarithm of the mean where x is 0
 * @param slope change of it by one x
 * @param slopeError standard error of the slope
 * @param dispersion variance over mean around the line (Pearson), not below 0
 * @param variances variance of the level, covariance of both, variance of the slope, for a
 *     dispersion of at least 1
 */
record LogLine(
    double level, double slope, double slopeError, double dispersion, double[] variances) {

  private static final int ROUNDS = 100;

  static LogLine of(double[] x, double[] y) {
    double mean = 0;
    for (double each : y) {
      mean += each / y.length;
    }
    double a = Math.log(Math.max(1e-9, mean));
    double b = 0;
    double[] at = score(x, y, a, b);
    for (int i = 0; i < ROUNDS; i++) {
      double determinant = at[2] * at[4] - at[3] * at[3];
      double stepB = (at[2] * at[1] - at[3] * at[0]) / determinant;
      a += (at[4] * at[0] - at[3] * at[1]) / determinant;
      b += stepB;
      at = score(x, y, a, b);
      if (Math.abs(stepB) < 1e-12) {
        break;
      }
    }
    double pearson = 0;
    for (int i = 0; i < y.length; i++) {
      double mu = Math.exp(a + b * x[i]);
      pearson += (y[i] - mu) * (y[i] - mu) / mu;
    }
    double dispersion = pearson / Math.max(1, y.length - 2);
    double phi = Math.max(1, dispersion);
    double determinant = at[2] * at[4] - at[3] * at[3];
    double[] variances = {
      phi * at[4] / determinant, -phi * at[3] / determinant, phi * at[2] / determinant
    };
    return new LogLine(a, b, Math.sqrt(variances[2]), dispersion, variances);
  }

  double at(double x) {
    return Math.exp(level + slope * x);
  }

  /** Standard error of the logarithm of the mean at a place. */
  double error(double x) {
    return Math.sqrt(variances[0] + 2 * x * variances[1] + x * x * variances[2]);
  }

  /** Score of both parameters, then the information: 11, 12, 22. */
  private static double[] score(double[] x, double[] y, double a, double b) {
    double[] at = new double[5];
    for (int i = 0; i < y.length; i++) {
      double mu = Math.exp(Math.min(700, a + b * x[i]));
      at[0] += y[i] - mu;
      at[1] += x[i] * (y[i] - mu);
      at[2] += mu;
      at[3] += x[i] * mu;
      at[4] += x[i] * x[i] * mu;
    }
    return at;
  }
}
