package io.salestwin.random;

/**
 * A quantile function from 2^-10 to 1 - 2^-10 as cubic pieces: most draws then cost one look-up.
 * What lies outside is left to the exact form.
 *
 * <p>Pieces narrow towards both ends: each octave of the distance v from the nearer end, [2^-k,
 * 2^(1-k)), has 16 of them, told by the exponent and the leading bits of v. Quantile functions that
 * grow like powers of v or of its logarithm are therefore met equally well everywhere, and nine of
 * ten draws look into the same two kilobytes. How far the pieces are off depends on how steep the
 * law is; {@link #isAccurate} tells whether they are good enough.
 */
final class MiddleTable {

  private static final int OCTAVES = 9;
  private static final int BITS = 4;
  private static final int CELLS = OCTAVES << BITS;
  private static final double LOW = 0x1p-10;
  private static final double HIGH = 1 - LOW;
  private static final int SHIFT = 52 - BITS;
  private static final long FIRST = Double.doubleToRawLongBits(LOW) >>> SHIFT;
  private static final long REST = (1L << SHIFT) - 1;
  private static final long ONE = Double.doubleToRawLongBits(1.0);

  /** Half of what is promised, since the error is not looked at everywhere. */
  private static final double TOLERANCE = 5e-7;

  /** Single precision halves what a draw takes up of the caches and costs 6e-8 of its size. */
  private final float[] pieces = new float[2 * 4 * CELLS];

  /** Tabulates a smooth sampler. */
  MiddleTable(Sampler exact) {
    for (int side = 0; side < 2; side++) {
      for (int cell = 0; cell < CELLS; cell++) {
        double start = exact.sample(uniform(side, cell, 0));
        double third = exact.sample(uniform(side, cell, 1 / 3.0));
        double twoThirds = exact.sample(uniform(side, cell, 2 / 3.0));
        double end = exact.sample(uniform(side, cell, 1));
        int i = 4 * (side * CELLS + cell);
        pieces[i] = (float) start;
        pieces[i + 1] = (float) (-5.5 * start + 9 * third - 4.5 * twoThirds + end);
        pieces[i + 2] = (float) (9 * start - 22.5 * third + 18 * twoThirds - 4.5 * end);
        pieces[i + 3] = (float) (-4.5 * start + 13.5 * third - 13.5 * twoThirds + 4.5 * end);
      }
    }
  }

  /** The uniform at a part of a piece, from 0 (its end away from the middle) to 1. */
  private static double uniform(int side, int cell, double part) {
    double from = Double.longBitsToDouble(FIRST + cell << SHIFT);
    double to = Double.longBitsToDouble(FIRST + cell + 1 << SHIFT);
    double v = from + part * (to - from);
    return side == 0 ? v : 1 - v;
  }

  /**
   * Whether the pieces differ from the exact quantiles by less than 1e-6 of their size, looked at
   * in three places of every piece.
   */
  boolean isAccurate(Sampler exact) {
    for (int side = 0; side < 2; side++) {
      for (int cell = 0; cell < CELLS; cell++) {
        for (double part = 1 / 6.0; part < 1; part += 1 / 3.0) {
          double u = uniform(side, cell, part);
          double right = exact.sample(u);
          if (!(Math.abs(at(pieces, u) - right) <= TOLERANCE * Math.abs(right))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The pieces, for those who look up often. */
  float[] pieces() {
    return pieces;
  }

  /** Whether a piece holds this uniform; one half, the end of both sides, lies in none. */
  static boolean covers(double u) {
    return u >= LOW && u < HIGH && u != 0.5;
  }

  /** The quantile at a uniform that the pieces cover. */
  static double at(float[] pieces, double u) {
    long bits = Double.doubleToRawLongBits(Math.min(u, 1 - u));
    int cell = (int) ((bits >>> SHIFT) - FIRST);
    int i = 4 * (u <= 0.5 ? cell : CELLS + cell);
    double w = Double.longBitsToDouble(ONE | (bits & REST) << BITS) - 1;
    double steeper = pieces[i + 2] + w * pieces[i + 3];
    return pieces[i] + w * (pieces[i + 1] + w * steeper);
  }
}
