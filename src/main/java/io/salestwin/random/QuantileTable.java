package io.salestwin.random;

/**
 * The quantile of a smooth law as a function of z, the standard normal quantile of the same
 * probability, by cubic pieces with exact values and slopes at the nodes. The step is halved until
 * the pieces agree with the law to 2e-8 at their middles; beyond the ends the function goes on in a
 * straight line. Slopes are held to the limit that keeps every piece monotone (F. N. Fritsch, R. E.
 * Carlson, SIAM J. Numer. Anal. 17, 1980).
 */
final class QuantileTable {

  /** Uniforms of {@link Streams} lie within 8.21 of 0 on this scale. */
  private static final double REACH = 8.25;

  private static final double TOLERANCE = 2e-8;
  private static final int COARSEST = 16; // nodes per unit of z
  private static final int FINEST = 128;
  private static final int COEFFICIENTS = 4;

  private final double cellsPerUnit;
  private final int cells;
  private final double[] pieces;

  private QuantileTable(int cellsPerUnit, double[] pieces) {
    this.cellsPerUnit = cellsPerUnit;
    this.cells = pieces.length / COEFFICIENTS;
    this.pieces = pieces;
  }

  static QuantileTable of(SmoothLaw law) {
    int density = COARSEST;
    QuantileTable table = build(law, density);
    while (density < FINEST && table.worstError(law) > TOLERANCE) {
      density *= 2;
      table = build(law, density);
    }
    return table;
  }

  private static QuantileTable build(SmoothLaw law, int density) {
    int cells = (int) (2 * REACH * density);
    double step = 1.0 / density;
    double[] values = new double[cells + 1];
    double[] slopes = new double[cells + 1];
    double start = law.guess(-REACH);
    for (int i = 0; i <= cells; i++) {
      double z = -REACH + i * step;
      values[i] = exact(law, z, start);
      slopes[i] = step * StrictMath.exp(SmoothLaw.normalLogDensity(z) - law.logDensity(values[i]));
      start = values[i] + slopes[i];
    }
    double[] pieces = new double[cells * COEFFICIENTS];
    for (int i = 0; i < cells; i++) {
      double rise = values[i + 1] - values[i];
      double from = Math.min(slopes[i], 3 * rise);
      double to = Math.min(slopes[i + 1], 3 * rise);
      pieces[4 * i] = values[i];
      pieces[4 * i + 1] = from;
      pieces[4 * i + 2] = 3 * rise - 2 * from - to;
      pieces[4 * i + 3] = from + to - 2 * rise;
    }
    return new QuantileTable(density, pieces);
  }

  private static double exact(SmoothLaw law, double z, double start) {
    return law.quantile(SmoothLaw.normalCdf(z), SmoothLaw.normalCdf(-z), start);
  }

  private double worstError(SmoothLaw law) {
    double worst = 0;
    for (int i = 3; i < cells; i += 7) {
      double z = -REACH + (i + 0.5) / cellsPerUnit;
      double found = at(z);
      worst = Math.max(worst, Math.abs(found - exact(law, z, found)));
    }
    return worst;
  }

  /** The quantile at z. */
  double at(double z) {
    double position = (z + REACH) * cellsPerUnit;
    if (!(position >= 0 && position < cells)) {
      return beyond(position);
    }
    int cell = (int) position;
    double w = position - cell;
    int i = cell * COEFFICIENTS;
    return pieces[i] + w * (pieces[i + 1] + w * (pieces[i + 2] + w * pieces[i + 3]));
  }

  private double beyond(double position) {
    if (position < 0) {
      return pieces[0] + position * pieces[1];
    }
    int i = (cells - 1) * COEFFICIENTS;
    double end = pieces[i] + pieces[i + 1] + pieces[i + 2] + pieces[i + 3];
    double slope = pieces[i + 1] + 2 * pieces[i + 2] + 3 * pieces[i + 3];
    return end + (position - cells) * slope;
  }
}
