package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.Tally;
import io.salestwin.statistics.bayes.BestArm;
import io.salestwin.statistics.bayes.GaussianPosterior;
import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.selection.IndifferenceZone;
import io.salestwin.statistics.selection.KimNelson;
import io.salestwin.statistics.selection.RinottStage;
import io.salestwin.statistics.selection.Simultaneous;
import io.salestwin.statistics.selection.Subset;
import io.salestwin.statistics.special.BetaLaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The best of several, and what is believed of each; the best leads by just what is asked for. */
@Tag("validation")
class SelectionStudiesTest {

  private static final double LEVEL = 1 - ALPHA;

  @Test
  void hold() throws IOException {
    StudyPage.check("selection", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    best(all);
    together(all);
    beliefs(all);
    all.add(band());
    return all;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Rows of normal values of sd 1; the last leads. */
  private static double[][] leading(Chance c, int k, int n, double lead) {
    double[][] rows = new double[k][];
    for (int i = 0; i < k; i++) {
      rows[i] = c.normals(n, i == k - 1 ? lead : 0, 1);
    }
    return rows;
  }

  private static void best(List<Study> all) {
    double h = IndifferenceZone.bechhofer(5, LEVEL);
    all.add(
        Study.happens(
            "Bechhofer's selection",
            "5 plans, one leads by the zone, known variance",
            "picks the best",
            LEVEL,
            RUNS,
            c ->
                largest(Arrays.stream(leading(c, 5, 1, h)).mapToDouble(r -> r[0]).toArray()) == 4));
    double rinott = IndifferenceZone.rinott(4, 12, LEVEL);
    all.add(
        Study.atLeast(
            "Rinott's two stages",
            "4 plans of sd 1 to 2, 12 plays at first, one leads by 1",
            "picks the best",
            LEVEL,
            RUNS,
            c -> rinottPicks(c, rinott)));
    double dalal = IndifferenceZone.dudewiczDalal(4, 12, LEVEL);
    all.add(
        Study.atLeast(
            "Dudewicz and Dalal's two stages",
            "4 plans of sd 1 to 2, 12 plays at first, one leads by 1",
            "picks the best",
            LEVEL,
            RUNS,
            c -> dalalPicks(c, dalal)));
    all.add(
        Study.atLeast(
            "Kim and Nelson's race",
            "4 plans of sd 1 with common luck, 12 plays at first, one leads by 0.5",
            "picks the best",
            LEVEL,
            RUNS,
            c -> {
              double[] luck = c.normals(400, 0, 1);
              double[][] rows = leading(c, 4, 400, 0.5);
              for (double[] row : rows) {
                for (int r = 0; r < row.length; r++) {
                  row[r] += luck[r];
                }
              }
              return KimNelson.of(rows, 12, 0.5, ALPHA).selected() == 3;
            }));
    all.add(
        Study.atLeast(
            "screening",
            "6 plans, 10 plays of each, one leads by 0.1",
            "keeps the best",
            LEVEL,
            RUNS,
            c -> Subset.of(leading(c, 6, 10, 0.1), 10, ALPHA).contains(5)));
  }

  private static final double[] SD = {1, 1.5, 2, 1.2};

  /**
   * Both stages with the weights under which each mean has a Student law whatever its spread
   * (Dudewicz and Dalal 1975; Law, <em>Simulation Modeling and Analysis</em>, section 10.4.1).
   */
  private static boolean dalalPicks(Chance c, double h) {
    double[] means = new double[4];
    for (int i = 0; i < 4; i++) {
      double lead = i == 3 ? 1 : 0;
      Tally first = Tally.of(c.normals(12, lead, SD[i]));
      double wanted = h * h * first.variance(); // the zone is 1
      int all = Math.max(13, (int) Math.ceil(wanted));
      Tally second = Tally.of(c.normals(all - 12, lead, SD[i]));
      double root = Math.sqrt(1 - all / 12.0 * (1 - (all - 12) / wanted));
      double weight = 12.0 / all * (1 + root);
      means[i] = weight * first.mean() + (1 - weight) * second.mean();
    }
    return largest(means) == 3;
  }

  private static boolean rinottPicks(Chance c, double rinott) {
    double[][] first = new double[4][];
    for (int i = 0; i < 4; i++) {
      first[i] = c.normals(12, i == 3 ? 1 : 0, SD[i]);
    }
    RinottStage stage = RinottStage.withConstant(rinott, first, 12, 1);
    double[] means = new double[4];
    for (int i = 0; i < 4; i++) {
      int more = (int) stage.needed()[i] - 12;
      double sum = Arrays.stream(first[i]).sum();
      sum += Arrays.stream(c.normals(more, i == 3 ? 1 : 0, SD[i])).sum();
      means[i] = sum / (12 + more);
    }
    return largest(means) == 3;
  }

  /** Groups of 8 normal values without any difference, and the pooled standard deviation. */
  private record Groups(double[] means, double sd) {
    static Groups of(Chance c, int k) {
      double[] means = new double[k];
      double variance = 0;
      for (int i = 0; i < k; i++) {
        Tally group = Tally.of(c.normals(8, 0, 1));
        means[i] = group.mean();
        variance += group.variance() / k;
      }
      return new Groups(means, Math.sqrt(variance));
    }

    double error() {
      return sd * Math.sqrt(2.0 / 8);
    }
  }

  private static void together(List<Study> all) {
    double dunnett = Simultaneous.dunnett(3, 28, ALPHA);
    all.add(
        Study.level(
            "Dunnett's test",
            "3 treatments of 8 values against one control",
            c -> {
              Groups groups = Groups.of(c, 4);
              double far = 0;
              for (int i = 1; i < 4; i++) {
                far = Math.max(far, Math.abs(groups.means()[i] - groups.means()[0]));
              }
              return far / groups.error() > dunnett;
            }));
    double tukey = Simultaneous.tukey(4, 28, ALPHA);
    all.add(
        Study.level(
            "Tukey's test",
            "4 groups of 8 values, each against each",
            c -> {
              Groups groups = Groups.of(c, 4);
              double range =
                  Arrays.stream(groups.means()).max().orElseThrow()
                      - Arrays.stream(groups.means()).min().orElseThrow();
              return range / (groups.sd() / Math.sqrt(8)) > tukey;
            }));
  }

  private static double beta(Chance c, int a, int b) {
    // sums of exponentials are gamma laws, and their share is a beta law
    double first = 0;
    double second = 0;
    for (int i = 0; i < a; i++) {
      first += c.exponential(1);
    }
    for (int i = 0; i < b; i++) {
      second += c.exponential(1);
    }
    return first / (first + second);
  }

  private static void beliefs(List<Study> all) {
    all.add(
        Study.happens(
            "interval of a Gaussian posterior",
            "error 0.03, the effect drawn from the prior of variance 0.01",
            "coverage",
            LEVEL,
            RUNS,
            c -> {
              double effect = 0.1 * c.normal();
              double seen = effect + 0.03 * c.normal();
              return Chance.holds(
                  GaussianPosterior.of(seen, 0.03, 0, 0.01, false).bounds(LEVEL), effect);
            }));
    double chance = GaussianPosterior.of(0.05, 0.03, 0, 0.01, false).chanceToWin();
    double mean = GaussianPosterior.of(0.05, 0.03, 0, 0.01, false).mean();
    double sd = GaussianPosterior.of(0.05, 0.03, 0, 0.01, false).sd();
    all.add(
        Study.happens(
            "chance to win of a Gaussian posterior",
            "effects drawn from the posterior of 0.05, error 0.03",
            "wins",
            chance,
            RUNS,
            c -> mean + sd * c.normal() > 0));
    List<BetaLaw> laws = List.of(new BetaLaw(21, 81), new BetaLaw(26, 76), new BetaLaw(24, 78));
    all.add(
        Study.happens(
            "chance of an arm to be the best",
            "3 arms, shares drawn from their posteriors",
            "the second is the best",
            BestArm.ofBeta(laws).chance()[1],
            RUNS,
            c -> largest(new double[] {beta(c, 21, 81), beta(c, 26, 76), beta(c, 24, 78)}) == 1));
  }

  private static Study band() {
    FalseAlarmBand band = FalseAlarmBand.of(200, ALPHA, 0.95);
    return Study.happens(
        "band of false positives",
        "200 A/A tests at 5 %, band of 95 %",
        "inside",
        band.inside(),
        RUNS,
        c -> {
          int found = c.hitsOf(200, ALPHA);
          return band.low() <= found && found <= band.high();
        });
  }
}
