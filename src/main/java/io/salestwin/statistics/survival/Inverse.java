package io.salestwin.statistics.survival;

/** The inverse of a symmetric positive definite matrix by Cholesky's decomposition. */
final class Inverse {

  private final double[][] root;

  private Inverse(double[][] root) {
    this.root = root;
  }

  /** The inverse; null if a pivot is not above a share of its diagonal element. */
  static Inverse of(double[][] matrix, double share) {
    int n = matrix.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i != j) {
          root[i][j] = sum / root[j][j];
        } else if (sum > share * matrix[i][i] && sum > 0) {
          root[i][i] = Math.sqrt(sum);
        } else {
          return null;
        }
      }
    }
    return new Inverse(root);
  }

  /** The inverse times a vector. */
  double[] times(double[] vector) {
    double[] y = lower(vector);
    int n = y.length;
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        y[i] -= root[k][i] * y[k];
      }
      y[i] /= root[i][i];
    }
    return y;
  }

  /** A vector, the inverse, the vector again. */
  double form(double[] vector) {
    double sum = 0;
    for (double each : lower(vector)) {
      sum += each * each;
    }
    return sum;
  }

  /** An element of the diagonal. */
  double diagonal(int index) {
    double[] unit = new double[root.length];
    unit[index] = 1;
    return form(unit);
  }

  private double[] lower(double[] vector) {
    double[] y = vector.clone();
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < i; k++) {
        y[i] -= root[i][k] * y[k];
      }
      y[i] /= root[i][i];
    }
    return y;
  }
}
