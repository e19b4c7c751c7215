package io.salestwin.random;

/**
 * The middle of a quantile function, from 1/64 to 63/64, as cubic pieces in the uniform itself:
 * most draws then cost one look-up. The tails are left to the exact form. How far the pieces are
 * off depends on how steep the law is; {@link #isAccurate} tells whether they are good enough.
 */
final class MiddleTable {

  static final double LOW = 1.0 / 64;
  static final double HIGH = 63.0 / 64;
  private static final int CELLS = 512;

  /** Half of what is promised, since the error is not looked at everywhere. */
  private static final double TOLERANCE = 5e-7;

  private static final double CELLS_PER_UNIT = CELLS / (HIGH - LOW);

  /** Single precision halves what a draw takes up of the caches and costs 6e-8 of its size. */
  private final float[] pieces = new float[4 * CELLS];

  /** Tabulates a smooth sampler. */
  MiddleTable(Sampler exact) {
    double step = (HIGH - LOW) / CELLS;
    double[] value = new double[CELLS + 5];
    for (int i = 0; i < value.length; i++) {
      value[i] = exact.sample(LOW + (i - 2) * step);
    }
    for (int cell = 0; cell < CELLS; cell++) {
      double from = value[cell + 2];
      double rise = value[cell + 3] - from;
      double slopeFrom = slope(value, cell + 2);
      double slopeTo = slope(value, cell + 3);
      pieces[4 * cell] = (float) from;
      pieces[4 * cell + 1] = (float) slopeFrom;
      pieces[4 * cell + 2] = (float) (3 * rise - 2 * slopeFrom - slopeTo);
      pieces[4 * cell + 3] = (float) (slopeFrom + slopeTo - 2 * rise);
    }
  }

  /**
   * Whether the pieces differ from the exact quantiles by less than 1e-6 of their size, looked at
   * in the middle of every piece, where the error of a cubic between two right ends is largest.
   */
  boolean isAccurate(Sampler exact) {
    for (int cell = 0; cell < CELLS; cell++) {
      double u = LOW + (cell + 0.5) / CELLS_PER_UNIT;
      double right = exact.sample(u);
      if (!(Math.abs(at(u) - right) <= TOLERANCE * Math.abs(right))) {
        return false;
      }
    }
    return true;
  }

  /** The slope per cell by the five-point central difference, exact for quartics. */
  private static double slope(double[] value, int i) {
    return (8 * (value[i + 1] - value[i - 1]) - (value[i + 2] - value[i - 2])) / 12;
  }

  /** The pieces, four numbers each, for those who look up often. */
  float[] pieces() {
    return pieces;
  }

  private double at(double u) {
    return at(pieces, u);
  }

  /** The quantile at u, from {@link #LOW} to below {@link #HIGH}. */
  static double at(float[] pieces, double u) {
    double position = (u - LOW) * CELLS_PER_UNIT;
    int cell = Math.min(CELLS - 1, (int) position);
    double w = position - cell;
    int i = 4 * cell;
    double steeper = pieces[i + 2] + w * pieces[i + 3];
    return pieces[i] + w * (pieces[i + 1] + w * steeper);
  }
}
