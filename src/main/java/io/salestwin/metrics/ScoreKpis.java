package io.salestwin.metrics;

import static io.salestwin.metrics.KpiRegistry.kpi;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.model.Fact;
import io.salestwin.scenario.Scenario;
import java.util.List;

/** How well the score of a lead tells whether it is won. */
final class ScoreKpis {

  /** The part of the leads that lift is about. */
  private static final double BEST = 0.2;

  private ScoreKpis() {}

  static List<Kpi> list() {
    return List.of(
        kpi(
                "score_auc",
                "Score: area under the curve",
                Unit.SHARE,
                Better.HIGHER,
                Slice.ALL,
                "chance that a lead won in the period had a higher score than one lost for good in"
                    + " it, an equal one counting half; scores in bins of 0.01",
                "0.5 tells nothing, 1 tells all. The score is the one that the lead had at its end.",
                (f, m) -> auc(counts(f, Fact.SCORES_WON), counts(f, Fact.SCORES_LOST)))
            .when(ScoreKpis::isNoisy),
        kpi(
                "score_lift",
                "Score: lift of the best fifth",
                Unit.RATIO,
                Better.HIGHER,
                Slice.ALL,
                "share won of the fifth of the closed leads with the highest scores / share won of"
                    + " all closed leads, in the period",
                "How much more often a lead of the best fifth by score is won than any lead: 1"
                    + " tells nothing, 5 is the most.",
                (f, m) -> lift(counts(f, Fact.SCORES_WON), counts(f, Fact.SCORES_LOST)))
            .when(ScoreKpis::isNoisy));
  }

  static boolean isNoisy(Scenario scenario) {
    return scenario.sources().stream().anyMatch(source -> source.scoreNoise() > 0);
  }

  private static double[] counts(Facts facts, Fact fact) {
    double[] counts = new double[facts.members(fact)];
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] = facts.sum(fact, bin);
    }
    return counts;
  }

  /** The Mann-Whitney statistic of the counts by ascending bin, over the number of pairs. */
  static double auc(double[] won, double[] lost) {
    double pairs = 0;
    double lostBelow = 0;
    double allWon = 0;
    for (int bin = 0; bin < won.length; bin++) {
      pairs += won[bin] * (lostBelow + lost[bin] / 2);
      lostBelow += lost[bin];
      allWon += won[bin];
    }
    return allWon == 0 || lostBelow == 0 ? Double.NaN : pairs / (allWon * lostBelow);
  }

  /** A bin that the best fifth cuts through gives its leads in proportion. */
  static double lift(double[] won, double[] lost) {
    double all = 0;
    double allWon = 0;
    for (int bin = 0; bin < won.length; bin++) {
      all += won[bin] + lost[bin];
      allWon += won[bin];
    }
    double left = BEST * all;
    double best = 0;
    for (int bin = won.length - 1; bin >= 0 && left > 0; bin--) {
      double here = won[bin] + lost[bin];
      double taken = Math.min(left, here);
      best += here == 0 ? 0 : won[bin] * taken / here;
      left -= taken;
    }
    return allWon == 0 ? Double.NaN : best / (BEST * all) / (allWon / all);
  }
}
