package io.salestwin.calibration.reps;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.reps.LuckyTeams.Luck;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.location.KruskalWallisTest;
import io.salestwin.statistics.location.PartialPooling;
import io.salestwin.statistics.multiple.Adjustment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Days to a win: homogeneity by ranks (Kruskal and Wallis), because a few long deals must not
 * decide; means pooled with the spread that days have within groups.
 */
final class Cycles {

  /** Wins below which a group's days are not looked at. */
  private static final int LEAST = 5;

  private final CrmHistory history;
  private final Cohort wins;
  private final Cohort cohort;
  private final double[] days;

  private Cycles(CrmHistory history, Cohort cohort) {
    this.history = history;
    this.cohort = cohort;
    int[] groupOf = new int[history.deals()];
    Arrays.fill(groupOf, -1);
    for (int i = 0; i < cohort.deal.length; i++) {
      groupOf[cohort.deal[i]] = cohort.group[i];
    }
    int[] won =
        Arrays.stream(cohort.deal).filter(d -> history.outcome(d) == CrmHistory.WON).toArray();
    wins = new Cohort(cohort.name, cohort.what, won, cohort.names, d -> groupOf[d], LEAST);
    days = Arrays.stream(wins.deal).mapToDouble(this::days).toArray();
  }

  private double days(int deal) {
    return (history.closedMs(deal) - history.createdMs(deal)) / (double) CrmHistory.DAY_MS;
  }

  /** The measure; empty when there are not two groups with wins, or all days are the same. */
  static Optional<Measure> of(CrmHistory history, Cohort cohort, RepPlan plan, long entity) {
    return new Cycles(history, cohort).measure(plan, entity);
  }

  private Optional<Measure> measure(RepPlan plan, long entity) {
    int k = wins.groups();
    KruskalWallisTest test = KruskalWallisTest.of(days, wins.group, k);
    if (Double.isNaN(test.h())) {
      return Optional.empty();
    }
    double[] mean = new double[k];
    double all = 0;
    for (int i = 0; i < days.length; i++) {
      mean[wins.group[i]] += days[i] / wins.size[wins.group[i]];
      all += days[i] / days.length;
    }
    double within = 0;
    for (int i = 0; i < days.length; i++) {
      within += Math.pow(days[i] - mean[wins.group[i]], 2) / Math.max(1, days.length - k);
    }
    double[] v = new double[k];
    double[] p = new double[k];
    for (int g = 0; g < k; g++) {
      v[g] = Math.max(within, 1e-9) / wins.size[g];
      p[g] = test.p(g);
    }
    PartialPooling pooling = PartialPooling.of(mean, v);
    Luck luck = luck(test, plan, entity);
    double overall = all;
    return Optional.of(
        new Measure(
            Measure.Kind.CYCLE,
            overall,
            spread(mean),
            cohort.names.stream().map(name -> overall).toList(),
            spread(pooling.pooled().stream().mapToDouble(x -> x).toArray()),
            spread(Adjustment.HOLM.adjusted(p)),
            test.h(),
            test.freedom(),
            test.p(),
            luck.share(),
            Bounds.UNDEFINED,
            pooling.spread(),
            PartialPooling.spreadBounds(mean, v, 0.95)));
  }

  /** The statistic of Kruskal and Wallis rises with the sum of n (mean rank)^2. */
  private Luck luck(KruskalWallisTest test, RepPlan plan, long entity) {
    double[] ranks = KruskalWallisTest.ranks(days);
    double[] sums = new double[wins.groups()];
    for (int i = 0; i < ranks.length; i++) {
      sums[wins.group[i]] += ranks[i];
    }
    double observed = rankSquares(sums);
    return new LuckyTeams(wins.group, ranks, new int[ranks.length], sums.length)
        .play(plan, entity, this::rankSquares, observed);
  }

  private double rankSquares(double[] sums) {
    double middle = (days.length + 1) / 2.0;
    double sum = 0;
    for (int g = 0; g < sums.length; g++) {
      double off = sums[g] / wins.size[g] - middle;
      sum += wins.size[g] * off * off;
    }
    return sum;
  }

  /** By the groups of the cohort; NaN for those with too few wins. */
  private List<Double> spread(double[] ofWins) {
    List<Double> all = new ArrayList<>();
    for (String name : cohort.names) {
      int at = wins.names.indexOf(name);
      all.add(at < 0 ? Double.NaN : ofWins[at]);
    }
    return all;
  }
}
