package io.salestwin.planning;

/**
 * Who of several players brings what: the mean gain that a player adds to those who came before,
 * over all orders in which they may come (Shapley 1953). What the players get adds up to what all
 * of them bring together.
 *
 * <pre>φ(i) = Σ over sets S without i of |S|! (m - |S| - 1)! / m! x (v(S and i) - v(S))</pre>
 */
final class Shapley {

  private Shapley() {}

  /**
   * The values, replication by replication.
   *
   * @param worth what each set of players brings in each replication: index bit i of the set is
   *     player i; 2^m rows of equal length
   * @param players m, at least 1
   * @return a row for each player; each column adds up to the worth of all less that of none
   */
  static double[][] values(double[][] worth, int players) {
    int replications = worth[0].length;
    double[] weight = weights(players);
    double[][] values = new double[players][replications];
    for (int set = 0; set < worth.length; set++) {
      for (int i = 0; i < players; i++) {
        if ((set >> i & 1) == 0) {
          double w = weight[Integer.bitCount(set)];
          double[] with = worth[set | 1 << i];
          for (int r = 0; r < replications; r++) {
            values[i][r] += w * (with[r] - worth[set][r]);
          }
        }
      }
    }
    return values;
  }

  /** |S|! (m - |S| - 1)! / m! by the size of S: 1 / (m x (m - 1 over |S|)). */
  private static double[] weights(int players) {
    double[] weights = new double[players];
    double choices = 1;
    for (int s = 0; s < players; s++) {
      weights[s] = 1 / (players * choices);
      choices = choices * (players - 1 - s) / (s + 1);
    }
    return weights;
  }
}
