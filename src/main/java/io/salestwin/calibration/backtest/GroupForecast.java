package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.backtest.Backtest.GroupScore;
import io.salestwin.calibration.backtest.Backtest.GroupScores;
import io.salestwin.forecast.Score;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * Divides the company's forecast among groups by partial pooling: a group's share of the wins is
 * drawn from a gamma law around its own record, shrunk to the mean of all groups by as much of
 * their differences as luck alone would make (moments of a gamma-Poisson law).
 */
final class GroupForecast {

  private final String dimension;
  private final List<String> names;
  private final ToIntBiFunction<CrmHistory, Integer> group;
  private final BacktestPlan plan;

  GroupForecast(
      String dimension,
      List<String> names,
      ToIntBiFunction<CrmHistory, Integer> group,
      BacktestPlan plan) {
    this.dimension = dimension;
    this.names = names;
    this.group = group;
    this.plan = plan;
  }

  void add(
      List<GroupScores> to,
      CrmHistory history,
      List<BacktestPlan.Window> windows,
      WinModel.Draws[] draws) {
    if (names.size() < 2) {
      return;
    }
    List<GroupScore> scores = new ArrayList<>();
    for (int w = 0; w < windows.size(); w++) {
      score(scores, history, windows.get(w), w, draws[w].count());
    }
    to.add(new GroupScores(dimension, scores));
  }

  private void score(
      List<GroupScore> to,
      CrmHistory history,
      BacktestPlan.Window window,
      int number,
      double[] company) {
    CrmHistory then = history.asOf(window.originMs());
    double[] wins = wins(then, Long.MIN_VALUE, window.originMs());
    long last = BacktestPlan.ms(window.from().minus(plan.horizon()));
    boolean recorded =
        !window.from().minus(plan.horizon()).isBefore(BacktestPlan.recordedFrom(then));
    double[] before = wins(then, last, window.originMs());
    double[] actual = wins(history, window.originMs() + 1, window.endMs());
    double[][] drawn = draw(wins, company, window);
    for (int g = 0; g < names.size(); g++) {
      Score score = Score.of(Sample.of(drawn[g]), actual[g]);
      if (wins[g] > 0 || actual[g] > 0) {
        to.add(
            new GroupScore(
                names.get(g), number, score.median(), recorded ? before[g] : Double.NaN, score));
      }
    }
  }

  private double[] wins(CrmHistory of, long from, long until) {
    double[] wins = new double[names.size()];
    for (int d = 0; d < of.deals(); d++) {
      int g = group.applyAsInt(of, d);
      if (g >= 0
          && of.outcome(d) == CrmHistory.WON
          && of.closedMs(d) >= from
          && of.closedMs(d) <= until) {
        wins[g]++;
      }
    }
    return wins;
  }

  /** Wins by group and draw. */
  private double[][] draw(double[] wins, double[] company, BacktestPlan.Window window) {
    double shape = shape(wins);
    Luck luck = new Luck(plan.seed(), 7_000_000_000L + window.from().toEpochDay());
    double[][] drawn = new double[wins.length][company.length];
    double[] share = new double[wins.length];
    for (int i = 0; i < company.length; i++) {
      double sum = 0;
      for (int g = 0; g < wins.length; g++) {
        share[g] = wins[g] == 0 ? 0 : luck.gamma(wins[g] + shape);
        sum += share[g];
      }
      double left = sum;
      int rest = (int) company[i];
      for (int g = 0; g < wins.length && left > 0; g++) {
        drawn[g][i] = luck.binomial(rest, Math.min(1, share[g] / left));
        rest -= (int) drawn[g][i];
        left -= share[g];
      }
    }
    return drawn;
  }

  /** Wins that each group is given beyond its own: many when the groups hardly differ. */
  static double shape(double[] wins) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (double w : wins) {
      n += w > 0 ? 1 : 0;
      sum += w;
      squares += w * w;
    }
    if (n < 2) {
      return 1;
    }
    double mean = sum / n;
    double beyond = (squares - sum * sum / n) / (n - 1) - mean;
    return beyond <= 0 ? 1e4 * mean : mean * mean / beyond;
  }
}
