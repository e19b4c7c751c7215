package io.salestwin.calibration.reps;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.Bounds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Teams in which nobody differs: the deals of a team keep their groups, and what became of them is
 * dealt out anew among all deals of the same stratum. So a group's size and the whole team's
 * figures stay as they are, and only luck tells groups apart.
 */
final class LuckyTeams {

  /** More draws than this take too long; then the law of large numbers is as good. */
  private static final long MOST_DRAWS = 60_000_000;

  private final int[] group;
  private final double[] score;
  private final int[] end;
  private final double[] size;

  /**
   * A team.
   *
   * @param group group of each deal, from 0
   * @param score what became of it: 1 for a win, a rank
   * @param stratum within which deals are alike
   * @param groups how many groups there are
   */
  LuckyTeams(int[] group, double[] score, int[] stratum, int groups) {
    int n = group.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    // within a stratum deals without a score last: they need no draw
    Arrays.sort(
        order,
        Comparator.comparingInt((Integer i) -> stratum[i])
            .thenComparingInt(i -> score[i] == 0 ? 1 : 0));
    this.group = new int[n];
    this.score = new double[n];
    end = new int[n];
    size = new double[groups];
    for (int i = n - 1; i >= 0; i--) {
      this.group[i] = group[order[i]];
      this.score[i] = score[order[i]];
      boolean last = i == n - 1 || stratum[order[i]] != stratum[order[i + 1]];
      end[i] = last ? i + 1 : end[i + 1];
      size[group[order[i]]]++;
    }
  }

  /**
   * What luck does.
   *
   * @param share of the teams whose statistic is as large as the one observed, that one counted as
   *     a team of its own: (1 + hits) / (1 + teams)
   * @param range the smallest and the largest mean score of a group, each the mean over all teams
   */
  record Luck(double share, Bounds range) {
    static final Luck NONE = new Luck(Double.NaN, Bounds.UNDEFINED);
  }

  /**
   * Makes up teams.
   *
   * @param plan how many, and the seed
   * @param entity tells this question's chance from that of others
   * @param statistic of the sums of the scores by group
   * @param observed the statistic of the real team
   * @return what luck does; {@link Luck#NONE} when there are so many deals that it takes too long
   */
  Luck play(RepPlan plan, long entity, ToDoubleFunction<double[]> statistic, double observed) {
    int teams = (int) Math.min(plan.teams(), MOST_DRAWS / Math.max(1, group.length));
    if (teams < RepPlan.FEWEST_TEAMS) {
      return Luck.NONE;
    }
    RandomStream stream = new RandomStream(plan.seed(), entity, Purpose.PERMUTATION);
    int[] dealt = group.clone();
    double[] sums = new double[size.length];
    long hits = 0;
    double lowest = 0;
    double highest = 0;
    for (int team = 0; team < teams; team++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < dealt.length; i++) {
        if (score[i] != 0) {
          int j = i + stream.nextInt(end[i] - i);
          int taken = dealt[j];
          dealt[j] = dealt[i];
          dealt[i] = taken;
          sums[taken] += score[i];
        }
      }
      hits += statistic.applyAsDouble(sums) >= observed * (1 - 1e-9) ? 1 : 0;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int g = 0; g < sums.length; g++) {
        low = Math.min(low, sums[g] / size[g]);
        high = Math.max(high, sums[g] / size[g]);
      }
      lowest += low;
      highest += high;
    }
    return new Luck((1 + hits) / (1.0 + teams), new Bounds(lowest / teams, highest / teams));
  }
}
