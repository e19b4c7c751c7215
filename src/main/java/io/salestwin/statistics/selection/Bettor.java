package io.salestwin.statistics.selection;

/**
 * One who bets that the mean of X is above m, where X is 0, 1/2 or 1. The capital is split evenly
 * among bets for means q above m, each multiplied by a hit's and a miss's likelihood under q over
 * that under m:
 *
 * <pre>X q / m + (1 - X) (1 - q) / (1 - m)</pre>
 *
 * <p>It is never negative, and as it is linear in X its mean is at most 1 wherever the mean of X is
 * at most m. The first q lies 1.5 delta above m, each next one twice as far, up to {@value
 * #BOLDEST} of the way to 1: so one of them is not far from the best for any mean, at a price of
 * the logarithm of their number.
 */
final class Bettor {

  /** How far above m the first bet is, in delta: with 1.5 it still gains where the mean is p. */
  private static final double FIRST = 1.5;

  /** How far towards 1 the boldest bet goes. */
  private static final double BOLDEST = 0.6;

  /** Units that the belief before the first one counts for, where time is foreseen. */
  private static final int BELIEF = 12;

  /** The logarithms of what 0, 1 and 2 hits of a pair multiply each bet by. */
  private final double[][] factors;

  private final double[] capitals;
  private final double goal;
  private double capital;

  /**
   * A bettor before the first unit.
   *
   * @param m the mean that is bet against
   * @param delta half the width of the zone of indifference
   * @param error one over the capital that wins
   */
  Bettor(double m, double delta, double error) {
    double farthest = boldest(m) - m;
    int bets = 1;
    for (double gap = FIRST * delta; gap < farthest; gap *= 2) {
      bets++;
    }
    factors = new double[bets][];
    double gap = FIRST * delta;
    for (int bet = 0; bet < bets; bet++) {
      double q = m + Math.min(gap, farthest);
      double hit = q / m;
      double miss = (1 - q) / (1 - m);
      factors[bet] =
          new double[] {
            StrictMath.log(miss), StrictMath.log((hit + miss) / 2), StrictMath.log(hit)
          };
      gap *= 2;
    }
    capitals = new double[bets];
    goal = -StrictMath.log(error);
  }

  /** The mean that the boldest bet is for. */
  static double boldest(double m) {
    return m + BOLDEST * (1 - m);
  }

  /** Takes one more pair. */
  void see(int hits) {
    double most = Double.NEGATIVE_INFINITY;
    for (int bet = 0; bet < capitals.length; bet++) {
      capitals[bet] += factors[bet][hits];
      most = Math.max(most, capitals[bet]);
    }
    double sum = 0;
    for (double one : capitals) {
      sum += StrictMath.exp(one - most);
    }
    capital = most + StrictMath.log(sum / capitals.length);
  }

  boolean hasWon() {
    return capital >= goal;
  }

  /**
   * About how many units more it takes to win: what is missing over what the fastest bet gains per
   * unit, by what was seen and a belief.
   *
   * @param units that were seen
   * @param belief the mean that is believed in before the first unit
   * @return at least 0; infinite where nothing is gained
   */
  double unitsLeft(int units, double belief) {
    double gain = 0;
    for (int bet = 0; bet < capitals.length; bet++) {
      double believed = belief * factors[bet][2] + (1 - belief) * factors[bet][0];
      gain = Math.max(gain, (capitals[bet] + BELIEF * believed) / (units + BELIEF));
    }
    double missing = Math.max(0, goal - capital);
    return missing == 0 ? 0 : missing / gain;
  }
}
