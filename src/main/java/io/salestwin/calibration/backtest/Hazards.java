package io.salestwin.calibration.backtest;

/**
 * What happens to a deal by how long it has been where it is: for each state and step of age, the
 * chance of each way out (Aalen and Johansen 1978, in discrete time). Steps that too few deals
 * reached are one, with the rate over all of them.
 */
final class Hazards {

  /** As many deals must have reached an age for it to stand alone. */
  private static final double ENOUGH = 10;

  private final int states;

  /** By state, step and exit; the last step stands for all that follow. */
  private final double[][][] chance;

  /** Whether dates are days, so that a step is no more exact than itself. */
  private final boolean whole;

  private Hazards(int states, double[][][] chance, boolean whole) {
    this.states = states;
    this.whole = whole;
    this.chance = chance;
  }

  /**
   * Fits.
   *
   * @param weight of each deal: 1, or the draw of a Bayesian bootstrap
   */
  static Hazards of(Lives lives, double[] weight) {
    int[] longest = new int[lives.states];
    for (int i = 0; i < lives.stays; i++) {
      longest[lives.state[i]] = Math.max(longest[lives.state[i]], lives.to[i] + 1);
    }
    int exits = lives.states + 2;
    double[][] risk = new double[lives.states][];
    double[][][] ended = new double[lives.states][][];
    for (int s = 0; s < lives.states; s++) {
      risk[s] = new double[longest[s] + 2];
      ended[s] = new double[longest[s] + 1][exits];
    }
    for (int i = 0; i < lives.stays; i++) {
      int s = lives.state[i];
      double w = weight[lives.deal[i]];
      boolean open = lives.exit[i] == Lives.OPEN;
      // an open deal was at risk for all of the steps before its age, and half of a broken one
      double part = open ? (lives.then.dayOnly() ? 0 : 0.5) : 1;
      risk[s][Math.min(lives.from[i], lives.to[i])] += w;
      risk[s][lives.to[i]] -= w * (1 - part);
      risk[s][lives.to[i] + 1] -= w * part;
      if (!open) {
        ended[s][lives.to[i]][lives.exit[i]] += w;
      }
    }
    double[][][] chance = new double[lives.states][][];
    for (int s = 0; s < lives.states; s++) {
      chance[s] = rates(risk[s], ended[s], exits);
    }
    return new Hazards(lives.states, chance, lives.then.dayOnly());
  }

  private static double[][] rates(double[] risk, double[][] ended, int exits) {
    int last = ended.length - 1;
    double[] at = new double[last + 1];
    double sum = 0;
    for (int a = 0; a <= last; a++) {
      sum += risk[a];
      at[a] = Math.max(0, sum);
    }
    int tail = last;
    while (tail > 0 && at[tail] < ENOUGH) {
      tail--;
    }
    double[][] rates = new double[tail + 2][exits];
    double exposed = 0;
    for (int a = 0; a <= last; a++) {
      int row = Math.min(a, tail + 1);
      exposed += a > tail ? at[a] : 0;
      for (int x = 0; x < exits; x++) {
        rates[row][x] += a > tail ? ended[a][x] : at[a] > 0 ? ended[a][x] / at[a] : 0;
      }
    }
    for (int x = 0; x < exits; x++) {
      rates[tail + 1][x] = exposed > 0 ? Math.min(1, rates[tail + 1][x] / exposed) : 0;
    }
    return rates;
  }

  private double[] at(int state, int age) {
    return chance[state][Math.min(age, chance[state].length - 1)];
  }

  /** Chance per step of leaving as won at an age. */
  double win(int state, int age) {
    return at(state, age)[states];
  }

  double loss(int state, int age) {
    return at(state, age)[states + 1];
  }

  /**
   * Chances to be won within 0, 1 ... steps of entering each state, by state and steps.
   *
   * @param steps how far
   */
  double[][] entered(int steps) {
    double[][] within = new double[states][steps + 1];
    for (int k = 1; k <= steps; k++) {
      // ways within one step lead to states of the same row: some rounds settle them
      for (int round = 0; round < (states == 1 ? 1 : states + 1); round++) {
        for (int s = 0; s < states; s++) {
          within[s][k] = won(s, 0, k, within);
        }
      }
    }
    return within;
  }

  /** Chance to be won within some steps for a deal of an age in a state. */
  double won(int state, int age, int steps, double[][] entered) {
    double stays = 1;
    double won = 0;
    for (int u = 0; u < steps && stays > 1e-12; u++) {
      double[] ways = at(state, age + u);
      double leaves = 0;
      for (int x = 0; x < states; x++) {
        if (ways[x] > 0) {
          leaves += ways[x];
          // on average a step that is not the first ends in its middle
          int left = steps - u;
          double then = entered[x][left];
          won += stays * ways[x] * (u == 0 || whole ? then : (then + entered[x][left - 1]) / 2);
        }
      }
      won += stays * ways[states];
      stays *= Math.max(0, 1 - leaves - ways[states] - ways[states + 1]);
    }
    return won;
  }

  /** The same with factors by step of the calendar, for one state. */
  double won(int age, int start, int end, double[] wins, double[] losses) {
    double stays = 1;
    double won = 0;
    for (int u = start; u < end && stays > 1e-12; u++) {
      double[] ways = at(0, age + u - start);
      double win = Math.min(1, ways[1] * wins[u]);
      won += stays * win;
      stays *= Math.max(0, 1 - win - ways[2] * losses[u]);
    }
    return won;
  }
}
