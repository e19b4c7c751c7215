package io.salestwin.statistics.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fully sequential selection of Kim and Nelson (ACM Transactions on Modeling and Computer
 * Simulation 11, 2001): after a first stage every alternative gets one more replication at a time,
 * and those that are clearly worse leave. Common random numbers are allowed and welcome; larger is
 * better.
 *
 * @param constants η and h²
 * @param variances S² of the first n0 differences of each pair, in the unit squared; 0 on the
 *     diagonal
 * @param most the largest ⌊h² S² / delta²⌋: the selection ends at the latest one replication later
 * @param eliminatedAt the number of replications at which each alternative left; -1 for those that
 *     stayed
 * @param selected the index of the one that is left; -1 if the data ended before
 * @param stages the number of replications at the end
 * @param reason why there is no selection; empty if there is one
 */
public record KimNelson(
    Constants constants,
    double[][] variances,
    long most,
    int[] eliminatedAt,
    int selected,
    int stages,
    String reason) {

  /**
   * The constants of the procedure.
   *
   * @param eta η = ((2 alpha / (k - 1))^{-2 / (n0 - 1)} - 1) / 2
   * @param h2 h² = 2 η (n0 - 1)
   */
  public record Constants(double eta, double h2) {

    /**
     * The constants for k alternatives.
     *
     * @param k alternatives, at least 2
     * @param n0 replications of each in the first stage, at least 2
     * @param alpha the chance of a wrong selection, above 0 and below 1
     * @return η and h²
     */
    public static Constants of(int k, int n0, double alpha) {
      if (k < 2 || n0 < 2) {
        throw new IllegalArgumentException(
            "k is " + k + " and n0 is " + n0 + "; give at least 2 of each");
      }
      if (!(alpha > 0 && alpha < 1)) {
        throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
      }
      double eta = Math.expm1(-2.0 / (n0 - 1) * Math.log(2 * alpha / (k - 1))) / 2;
      return new Constants(eta, 2 * eta * (n0 - 1));
    }
  }

  /**
   * Selects from replications that were made already.
   *
   * @param data replications of each alternative, as many of each; replication r of all of them may
   *     share its random numbers
   * @param n0 replications in the first stage, at least 2
   * @param delta the smallest difference worth finding, above 0, in the unit of the data
   * @param alpha the chance of a wrong selection when the best leads by delta
   * @return what the procedure does with them
   */
  public static KimNelson of(double[][] data, int n0, double delta, double alpha) {
    Constants constants = Constants.of(data.length, n0, alpha);
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be above 0: " + delta);
    }
    int n = data[0].length;
    for (double[] row : data) {
      if (row.length != n || n < n0) {
        throw new IllegalArgumentException(
            "every alternative needs as many replications, and at least n0 = " + n0);
      }
    }
    double[][] variances = variances(data, n0);
    Race race = new Race(data, n0, delta, constants.h2(), variances);
    race.run();
    return new KimNelson(
        constants,
        variances,
        race.most,
        race.eliminatedAt,
        race.selected(),
        race.stage,
        race.selected() >= 0
            ? ""
            : "the data end after "
                + n
                + " replications with "
                + race.left.size()
                + " alternatives left; up to "
                + (race.most + 1)
                + " may be needed");
  }

  private static double[][] variances(double[][] data, int n0) {
    int k = data.length;
    double[][] variances = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int l = 0; l < i; l++) {
        double mean = 0;
        for (int r = 0; r < n0; r++) {
          mean += (data[i][r] - data[l][r]) / n0;
        }
        double squares = 0;
        for (int r = 0; r < n0; r++) {
          double deviation = data[i][r] - data[l][r] - mean;
          squares += deviation * deviation;
        }
        variances[i][l] = variances[l][i] = squares / (n0 - 1);
      }
    }
    return variances;
  }

  /** The state of one selection. */
  private static final class Race {

    private final double[][] data;
    private final double delta;
    private final double h2;
    private final double[][] variances;
    private final double[] sums;
    private final int[] eliminatedAt;
    private final long most;
    private List<Integer> left = new ArrayList<>();
    private int stage;

    Race(double[][] data, int n0, double delta, double h2, double[][] variances) {
      this.data = data;
      this.delta = delta;
      this.h2 = h2;
      this.variances = variances;
      this.sums = new double[data.length];
      this.eliminatedAt = new int[data.length];
      Arrays.fill(eliminatedAt, -1);
      long largest = 0;
      for (int i = 0; i < data.length; i++) {
        left.add(i);
        for (int r = 0; r < n0; r++) {
          sums[i] += data[i][r];
        }
        for (double variance : variances[i]) {
          largest = Math.max(largest, (long) Math.floor(h2 * variance / (delta * delta)));
        }
      }
      this.most = largest;
      this.stage = n0;
    }

    void run() {
      screen();
      while (left.size() > 1 && stage <= most && stage < data[0].length) {
        for (int i : left) {
          sums[i] += data[i][stage];
        }
        stage++;
        screen();
      }
      if (left.size() > 1 && stage > most) {
        keepTheBest();
      }
    }

    int selected() {
      return left.size() == 1 ? left.get(0) : -1;
    }

    private void screen() {
      List<Integer> staying = new ArrayList<>();
      for (int i : left) {
        if (left.stream().allMatch(l -> l == i || survives(i, l))) {
          staying.add(i);
        } else {
          eliminatedAt[i] = stage;
        }
      }
      left = staying;
    }

    /** Whether the mean of i is not below the mean of l by more than what is left of W. */
    private boolean survives(int i, int l) {
      double slack = h2 * variances[i][l] / (delta * delta) - stage;
      double w = Math.max(0, delta / (2.0 * stage) * slack);
      return sums[i] / stage >= sums[l] / stage - w;
    }

    /** After the last stage only equal means are left: the first of them is as good as any. */
    private void keepTheBest() {
      int best = left.get(0);
      for (int i : left) {
        best = sums[i] > sums[best] ? i : best;
      }
      for (int i : left) {
        if (i != best) {
          eliminatedAt[i] = stage;
        }
      }
      left = List.of(best);
    }
  }
}
