package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;

/**
 * The stages of one kind of lead as an absorbing Markov chain (Kemeny and Snell, Finite Markov
 * Chains, 1960, chapter 3): visits per lead, chances to win, mean time of those who win.
 */
final class Chain {

  private final double[] visits;
  private final double[] wins;
  private final double[] winTimes;
  private final double opportunities;

  private Chain(double[] visits, double[] wins, double[] winTimes, double opportunities) {
    this.visits = visits;
    this.wins = wins;
    this.winTimes = winTimes;
    this.opportunities = opportunities;
  }

  /** The chain of one kind, from its passage of every stage. */
  static Chain of(Scenario scenario, Passage[] passages) {
    int n = passages.length;
    double[][] move = new double[n][n];
    double[][] days = new double[n][n];
    double[] won = new double[n];
    for (int s = 0; s < n; s++) {
      Passage p = passages[s];
      Stage stage = scenario.stages().get(s);
      double advance = p.chance(Passage.ADVANCE) * p.kept(Passage.ADVANCE);
      if (s + 1 < n) {
        add(move, days, s, s + 1, advance, p.meanDays(Passage.ADVANCE));
      } else {
        won[s] = advance;
      }
      if (stage.regress().isPresent()) {
        double back = p.chance(Passage.REGRESS) * p.kept(Passage.REGRESS);
        add(move, days, s, stage.regress().get().to(), back, p.meanDays(Passage.REGRESS));
      }
      if (stage.recycle().isPresent()) {
        double after = stage.recycle().get().after().mean() / Clock.DAY;
        int to = stage.recycle().get().to();
        double lost = p.chance(Passage.LOST) * p.kept(Passage.LOST) * p.lostBack();
        add(move, days, s, to, lost, p.meanDays(Passage.LOST) + after);
        add(move, days, s, to, p.timedOut() * p.timedOutBack(), p.timeOut() + after);
      }
    }
    int opportunity = scenario.opportunityFrom();
    double[] visits = Linear.solve(minus(transposed(move)), unit(n, 0));
    double[] again = Linear.solve(minus(transposed(move)), unit(n, opportunity));
    double[] wins = Linear.solve(minus(move), won);
    double[] spent = new double[n];
    for (int s = 0; s < n; s++) {
      spent[s] = won[s] > 0 ? won[s] * passages[s].meanDays(Passage.ADVANCE) : 0;
      for (int to = 0; to < n; to++) {
        spent[s] += wins[to] > 0 ? days[s][to] * wins[to] : 0;
      }
    }
    double[] winTimes = Linear.solve(minus(move), spent);
    return new Chain(visits, wins, winTimes, 1 / again[opportunity]);
  }

  private static double[] unit(int n, int at) {
    double[] unit = new double[n];
    unit[at] = 1;
    return unit;
  }

  /** Adds a way and the time that it takes, weighted by its chance. */
  private static void add(
      double[][] move, double[][] days, int from, int to, double chance, double time) {
    if (chance > 0) {
      move[from][to] += chance;
      days[from][to] += chance * time;
    }
  }

  private static double[][] minus(double[][] move) {
    double[][] system = new double[move.length][move.length];
    for (int i = 0; i < move.length; i++) {
      for (int j = 0; j < move.length; j++) {
        system[i][j] = (i == j ? 1 : 0) - move[i][j];
      }
    }
    return system;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  /** Visits to a stage per lead that arrives; NaN when leads go round for ever. */
  double visits(int stage) {
    return visits[stage];
  }

  /** Chance to win of a lead that enters a stage; NaN when leads go round for ever. */
  double wins(int stage) {
    return wins[stage];
  }

  /** Share of the visits to the first stage of an opportunity that are first visits. */
  double opportunities() {
    return opportunities;
  }

  /** Mean days from entering a stage to winning, times the chance to win. */
  double winTime(int stage) {
    return winTimes[stage];
  }
}
