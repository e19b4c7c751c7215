package io.salestwin.validation;

/**
 * Leads that move between stages by chance until they leave: a finite Markov chain with absorption.
 * Source: Kemeny and Snell, <em>Finite Markov Chains</em> (1960), chapter III.
 */
final class AbsorbingChain {

  private final double[][] moves;
  private final double[] wins;
  private final double[][] moveTimes;
  private final double[] winTimes;

  /**
   * A chain of so many stages without moves yet.
   *
   * @param stages number of transient states
   */
  AbsorbingChain(int stages) {
    moves = new double[stages][stages];
    wins = new double[stages];
    moveTimes = new double[stages][stages];
    winTimes = new double[stages];
  }

  /** Adds a way from one stage to another: its chance at an exit, and the mean time it takes. */
  AbsorbingChain move(int from, int to, double chance, double time) {
    double before = moves[from][to];
    moveTimes[from][to] =
        (before * moveTimes[from][to] + chance * time) / Math.max(before + chance, 1e-300);
    moves[from][to] += chance;
    return this;
  }

  /** Sets the chance at an exit to be won there, and the mean time it takes. */
  AbsorbingChain win(int from, double chance, double time) {
    wins[from] = chance;
    winTimes[from] = time;
    return this;
  }

  /** The chance to be won in the end, from each stage: w = r + Q w. */
  double[] winChances() {
    return solve(transposed(moves), wins);
  }

  /** Mean visits to each stage of a lead that begins in one: the row of (I - Q)^-1. */
  double[] visits(int begin) {
    double[] unit = new double[wins.length];
    unit[begin] = 1;
    return solve(moves, unit);
  }

  /**
   * Mean time to the win of those that are won, from each stage: with w the chance to win, the
   * means m over all leads (0 for the lost) obey m = r t + Q (w t + m); divided by w.
   */
  double[] timesToWin() {
    double[] w = winChances();
    double[] right = new double[wins.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = wins[i] * winTimes[i];
      for (int j = 0; j < right.length; j++) {
        right[i] += moves[i][j] * moveTimes[i][j] * w[j];
      }
    }
    double[] m = solve(transposed(moves), right);
    for (int i = 0; i < m.length; i++) {
      m[i] /= w[i];
    }
    return m;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        turned[j][i] = matrix[i][j];
      }
    }
    return turned;
  }

  /** Solves x = b + x Q, row vectors, by Gaussian elimination with partial pivoting. */
  static double[] solve(double[][] q, double[] b) {
    int n = b.length;
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = (i == j ? 1 : 0) - q[j][i];
      }
      a[i][n] = b[i];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swapped = a[column];
      a[column] = a[pivot];
      a[pivot] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : a[row][column] / a[column][column];
        for (int j = column; factor != 0 && j <= n; j++) {
          a[row][j] -= factor * a[column][j];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = a[i][n] / a[i][i];
    }
    return x;
  }
}
