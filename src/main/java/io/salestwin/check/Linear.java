package io.salestwin.check;

import java.util.Arrays;

/** Linear equations. */
final class Linear {

  private static final double SINGULAR = 1e-12;

  private Linear() {}

  /**
   * Solves a x = b by Gaussian elimination with partial pivoting.
   *
   * @param a square; it is changed
   * @param b the right side, infinite where a mean is; it is kept
   * @return x; all NaN when the equations have no single solution
   */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      if (!(Math.abs(a[pivot][column]) > SINGULAR)) {
        Arrays.fill(x, Double.NaN);
        return x;
      }
      swap(a, x, column, pivot);
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int j = column; factor != 0 && j < n; j++) {
          a[row][j] -= factor * a[column][j];
        }
        x[row] -= factor == 0 ? 0 : factor * x[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int j = row + 1; j < n; j++) {
        x[row] -= a[row][j] == 0 ? 0 : a[row][j] * x[j];
      }
      x[row] /= a[row][row];
    }
    return x;
  }

  private static void swap(double[][] a, double[] x, int i, int j) {
    double[] row = a[i];
    a[i] = a[j];
    a[j] = row;
    double value = x[i];
    x[i] = x[j];
    x[j] = value;
  }
}
