package io.salestwin.statistics.special;

/**
 * u' V⁻ u with a generalised inverse of a covariance matrix: how far a vector of sums lies from 0.
 *
 * <p>The matrix is reduced by symmetric elimination with the largest pivot first; what is left
 * below 1e-12 of the largest diagonal element counts as 0. Sums that add up to 0 by construction
 * thus lose their redundant part.
 *
 * @param value the form; NaN when the rank is 0
 * @param rank how many dimensions the covariance has
 */
public record QuadraticForm(double value, int rank) {

  private static final double NOTHING = 1e-12;

  /**
   * The form of a vector.
   *
   * @param vector u
   * @param covariance V, symmetric and positive semidefinite, of the same size
   * @return the form and its rank
   */
  public static QuadraticForm of(double[] vector, double[][] covariance) {
    int n = vector.length;
    double[] u = vector.clone();
    double[][] v = new double[n][];
    double scale = 0;
    for (int i = 0; i < n; i++) {
      v[i] = covariance[i].clone();
      scale = Math.max(scale, v[i][i]);
    }
    boolean[] done = new boolean[n];
    double value = 0;
    int rank = 0;
    for (int p = largest(v, done); p >= 0 && v[p][p] > NOTHING * scale; p = largest(v, done)) {
      done[p] = true;
      rank++;
      value += u[p] * u[p] / v[p][p];
      for (int i = 0; i < n; i++) {
        if (!done[i]) {
          double factor = v[i][p] / v[p][p];
          u[i] -= factor * u[p];
          for (int j = 0; j < n; j++) {
            v[i][j] -= factor * v[p][j];
          }
        }
      }
    }
    return new QuadraticForm(rank == 0 ? Double.NaN : value, rank);
  }

  private static int largest(double[][] v, boolean[] done) {
    int best = -1;
    for (int i = 0; i < v.length; i++) {
      if (!done[i] && (best < 0 || v[i][i] > v[best][best])) {
        best = i;
      }
    }
    return best;
  }
}
