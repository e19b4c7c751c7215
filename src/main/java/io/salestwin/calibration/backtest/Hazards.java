package io.salestwin.calibration.backtest;

import java.util.List;

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
   * @param pace how much a day of the week counts for the time at risk
   */
  static Hazards of(Lives lives, double[] weight, Pace pace) {
    int[] longest = new int[lives.states];
    for (int i = 0; i < lives.stays; i++) {
      longest[lives.state[i]] = Math.max(longest[lives.state[i]], lives.to[i] + 1);
    }
    // where days differ, stays that began at the same time of the week are counted together
    int times = pace.isEven() ? 1 : Pace.WEEK * lives.stepsPerDay;
    int exits = lives.states + 2;
    double[][][] risk = new double[lives.states][][];
    double[][][] ended = new double[lives.states][][];
    for (int s = 0; s < lives.states; s++) {
      risk[s] = new double[times][longest[s] + 2];
      ended[s] = new double[longest[s] + 1][exits];
    }
    for (int i = 0; i < lives.stays; i++) {
      int s = lives.state[i];
      double w = weight[lives.deal[i]];
      boolean open = lives.exit[i] == Lives.OPEN;
      // an open deal was at risk for all of the steps before its age, and part of a broken one
      double part = open ? lives.lastPart() : 1;
      double[] at = risk[s][(int) Math.floorMod(lives.begin[i], (long) times)];
      at[Math.min(lives.from[i], lives.to[i])] += w;
      at[lives.to[i]] -= w * (1 - part);
      at[lives.to[i] + 1] -= w * part;
      if (!open) {
        ended[s][lives.to[i]][lives.exit[i]] += w;
      }
    }
    Exposure[] exposed = new Exposure[lives.states];
    for (int s = 0; s < lives.states; s++) {
      exposed[s] = new Exposure(s, risk[s], longest[s] + 1, pace);
    }
    for (Pace.Off step : pace.isEven() ? List.<Pace.Off>of() : pace.off()) {
      int i = step.stay();
      exposed[lives.state[i]].move(step, weight[lives.deal[i]], pace);
    }
    double[][][] chance = new double[lives.states][][];
    for (int s = 0; s < lives.states; s++) {
      chance[s] = rates(exposed[s], ended[s], lives);
    }
    return new Hazards(lives.states, chance, lives.then.dayOnly());
  }

  /** Time at risk by age: plain, and for each way out as much as days of the week count. */
  private static final class Exposure {
    private final double[] plain;
    private final double[][] counted;

    Exposure(int state, double[][] risk, int ages, Pace pace) {
      plain = new double[ages];
      counted = new double[Pace.WAYS][];
      for (int way = 0; way < Pace.WAYS; way++) {
        counted[way] = pace.isEven() ? plain : new double[ages];
      }
      for (int time = 0; time < risk.length; time++) {
        double sum = 0;
        for (int a = 0; a < ages; a++) {
          sum += risk[time][a];
          double at = Math.max(0, sum);
          plain[a] += at;
          for (int way = 0; way < Pace.WAYS && !pace.isEven(); way++) {
            int day = (time + a) / pace.lives().stepsPerDay % Pace.WEEK;
            counted[way][a] += pace.factor(state, way, day) * at;
          }
        }
      }
    }

    void move(Pace.Off step, double weight, Pace pace) {
      for (int way = 0; way < Pace.WAYS; way++) {
        counted[way][step.age()] += weight * pace.beyond(way, step);
      }
    }
  }

  private static double[][] rates(Exposure at, double[][] ended, Lives lives) {
    int exits = lives.states + 2;
    int last = ended.length - 1;
    int tail = last;
    while (tail > 0 && at.plain[tail] < ENOUGH) {
      tail--;
    }
    double[][] rates = new double[tail + 2][exits];
    double[] exposed = new double[Pace.WAYS];
    for (int a = 0; a <= last; a++) {
      boolean alone = a <= tail;
      for (int way = 0; way < Pace.WAYS; way++) {
        exposed[way] += alone ? 0 : at.counted[way][a];
      }
      for (int x = 0; x < exits; x++) {
        double time = at.counted[lives.way(x)][a];
        rates[alone ? a : tail + 1][x] += !alone ? ended[a][x] : time > 0 ? ended[a][x] / time : 0;
      }
    }
    for (int x = 0; x < exits; x++) {
      double time = exposed[lives.way(x)];
      rates[tail + 1][x] = time > 0 ? Math.min(1, rates[tail + 1][x] / time) : 0;
    }
    return rates;
  }

  private double[] at(int state, int age) {
    return chance[state][Math.min(age, chance[state].length - 1)];
  }

  /** Chance per step of leaving one way at an age, on a day that counts once. */
  double rate(int way, int state, int age) {
    double[] ways = at(state, age);
    if (way != Pace.ON) {
      return ways[states + (way == Pace.WON ? 0 : 1)];
    }
    double on = 0;
    for (int x = 0; x < states; x++) {
      on += ways[x];
    }
    return on;
  }

  /**
   * Chances to be won in the last 0, 1 ... steps of a window for a deal that enters a state then,
   * by state and steps.
   *
   * @param pace by state, way out and step of the window
   */
  double[][] entered(double[][][] pace) {
    int steps = pace[0][0].length;
    double[][] within = new double[states][steps + 1];
    for (int k = 1; k <= steps; k++) {
      // ways within one step lead to states of the same row: some rounds settle them
      for (int round = 0; round < (states == 1 ? 1 : states + 1); round++) {
        for (int s = 0; s < states; s++) {
          within[s][k] = won(s, 0, steps - k, within, pace);
        }
      }
    }
    return within;
  }

  /** Chance to be won from a step of a window to its end for a deal of an age in a state. */
  double won(int state, int age, int start, double[][] entered, double[][][] pace) {
    double[][] speed = pace[state];
    int steps = speed[0].length;
    double stays = 1;
    double won = 0;
    for (int u = start; u < steps && stays > 1e-12; u++) {
      double[] ways = at(state, age + u - start);
      double leaves = speed[Pace.ON][u] * rate(Pace.ON, state, age + u - start);
      double win = speed[Pace.WON][u] * ways[states];
      double loss = speed[Pace.LOST][u] * ways[states + 1];
      double scale = stays / Math.max(1, leaves + win + loss);
      int left = steps - u;
      for (int x = 0; x < states && leaves > 0; x++) {
        if (ways[x] > 0) {
          // on average a step that is not the first ends in its middle
          double then = entered[x][left];
          double on = scale * speed[Pace.ON][u] * ways[x];
          won += on * (u == start || whole ? then : (then + entered[x][left - 1]) / 2);
        }
      }
      won += scale * win;
      stays -= scale * (leaves + win + loss);
    }
    return won;
  }
}
