package io.salestwin.planning;

import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.TwoPhase;
import java.util.Arrays;
import java.util.List;

/**
 * A figure of every combination of changes, replication by replication, and what each change brings
 * of the whole difference: its Shapley value. All combinations have met the first replications,
 * both ends mostly more, which helps all that is told.
 */
final class SharedGain {

  private final double level;
  private final int players;
  private final int replications;

  /** All changes less none, in all replications that both have. */
  private final double[] total;

  /** By set: bit i is change i. */
  private final double[][] worth;

  private final double[][] values;

  /**
   * Prepares.
   *
   * @param none the figure without any change
   * @param all the figure with all of them
   * @param between the figure of the sets between, in the order of their numbers
   * @param replications how many of each of these are there
   * @param players how many changes
   * @param level at which errors are computed
   */
  SharedGain(
      double[] none,
      double[] all,
      List<double[]> between,
      int replications,
      int players,
      double level) {
    this.level = level;
    this.players = players;
    this.replications = replications;
    total = new double[none.length];
    Arrays.setAll(total, r -> all[r] - none[r]);
    worth = new double[1 << players][];
    worth[0] = Arrays.copyOf(none, replications);
    worth[worth.length - 1] = Arrays.copyOf(all, replications);
    for (int set = 1; set < worth.length - 1; set++) {
      worth[set] = between.get(set - 1);
    }
    values = Shapley.values(worth, players);
  }

  /** What a change contributes. */
  Estimate value(int player) {
    return estimate(values[player]);
  }

  /** What a change brings when it is the only one. */
  Estimate alone(int player) {
    return estimate(gainAlone(player));
  }

  /** All together less the sum of each alone. */
  Estimate overlap() {
    double[] overlap = Arrays.copyOf(total, replications);
    for (int i = 0; i < players; i++) {
      double[] alone = gainAlone(i);
      for (int r = 0; r < overlap.length; r++) {
        overlap[r] -= alone[r];
      }
    }
    return estimate(overlap);
  }

  /** All together. */
  Estimate whole() {
    return Effort.error(level, l -> Intervals.mean(Pairs.ofComputable(total), l));
  }

  private double[] gainAlone(int player) {
    double[] gain = new double[replications];
    Arrays.setAll(gain, r -> worth[1 << player][r] - worth[0][r]);
    return gain;
  }

  /** The mean of what is known of the few, in the light of the difference that many know. */
  private Estimate estimate(double[] few) {
    return Effort.error(level, l -> TwoPhase.mean(few, total, 1.0 / players, l));
  }
}
