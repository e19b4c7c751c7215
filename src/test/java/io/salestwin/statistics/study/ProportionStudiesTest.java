package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.bayes.BetaComparison;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.ExactPower;
import io.salestwin.statistics.power.ProportionPlan;
import io.salestwin.statistics.proportion.ContingencyTable;
import io.salestwin.statistics.proportion.FisherTest;
import io.salestwin.statistics.proportion.NonInferiority;
import io.salestwin.statistics.proportion.OneProportion;
import io.salestwin.statistics.proportion.PoissonRates;
import io.salestwin.statistics.proportion.SampleRatio;
import io.salestwin.statistics.proportion.TwoProportions;
import io.salestwin.statistics.proportion.UnconditionalTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares and counts: tests, intervals, sample ratios, posteriors and sizes. */
@Tag("validation")
class ProportionStudiesTest {

  private static final double LEVEL = 1 - ALPHA;

  @Test
  void hold() throws IOException {
    StudyPage.check("proportions", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    tests(all);
    ratiosAndRates(all);
    single(all);
    differences(all);
    posteriors(all);
    sizes(all);
    return all;
  }

  private static TwoProportions two(Chance c, int n1, double p1, int n2, double p2) {
    return TwoProportions.of(c.hitsOf(n1, p1), n1, c.hitsOf(n2, p2), n2, LEVEL);
  }

  private static void tests(List<Study> all) {
    all.add(
        Study.level(
            "z test of two shares",
            "200 and 200 leads, 25 %",
            c -> two(c, 200, 0.25, 200, 0.25).twoSided() <= ALPHA));
    all.add(
        Study.happens(
            "z test of two shares, small",
            "15 and 15 leads, 50 %",
            "false positives, exactly",
            ExactPower.ofZ(15, 15, ALPHA).at(0.5, 0.5),
            RUNS,
            c -> two(c, 15, 0.5, 15, 0.5).twoSided() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Yates's chi-square test",
            "100 and 100 leads, 25 %",
            RUNS,
            c -> two(c, 100, 0.25, 100, 0.25).yatesP() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Fisher's exact test",
            "30 and 30 leads, 30 %",
            RUNS,
            c -> {
              long a = c.hitsOf(30, 0.3);
              long b = c.hitsOf(30, 0.3);
              return FisherTest.of(a, 30 - a, b, 30 - b, LEVEL).twoSided() <= ALPHA;
            }));
    Map<Long, UnconditionalTest> known = new HashMap<>();
    Function<Chance, UnconditionalTest> unconditional =
        c -> {
          long a = c.hitsOf(12, 0.4);
          long b = c.hitsOf(18, 0.4);
          return known.computeIfAbsent(
              100 * a + b, k -> UnconditionalTest.of(a, b, 12 - a, 18 - b));
        };
    all.add(
        Study.atMostLevel(
            "Barnard's test",
            "12 and 18 leads, 40 %",
            RUNS,
            c -> unconditional.apply(c).barnard() <= ALPHA));
    all.add(
        Study.atMostLevel(
            "Boschloo's test",
            "12 and 18 leads, 40 %",
            RUNS,
            c -> unconditional.apply(c).boschloo() <= ALPHA));
    all.add(
        Study.level(
            "chi-square test of three arms",
            "3 x 150 leads, 30 %",
            c -> threeArms(c).p() <= ALPHA));
    all.add(
        Study.level(
            "G test of three arms", "3 x 150 leads, 30 %", c -> threeArms(c).gP() <= ALPHA));
    all.add(
        Study.level(
            "non-inferiority (Farrington and Manning)",
            "400 and 400 leads, 30 % and 25 %, margin 5 points",
            c -> {
              NonInferiority test =
                  NonInferiority.of(c.hitsOf(400, 0.30), 400, c.hitsOf(400, 0.25), 400, 0.05, true);
              return test.p(test.farringtonManningZ()) <= ALPHA;
            }));
  }

  private static ContingencyTable threeArms(Chance c) {
    long[][] table = new long[3][2];
    for (long[] row : table) {
      row[0] = c.hitsOf(150, 0.3);
      row[1] = 150 - row[0];
    }
    return ContingencyTable.of(table);
  }

  private static void ratiosAndRates(List<Study> all) {
    all.add(
        Study.level(
            "sample ratio, chi-square",
            "2,000 leads dealt by lot, 1 : 1 : 2",
            c -> {
              long[] n = new long[3];
              for (int i = 0; i < 2000; i++) {
                double u = c.uniform();
                n[u < 0.25 ? 0 : u < 0.5 ? 1 : 2]++;
              }
              return SampleRatio.of(n, new double[] {1, 1, 2}, Double.NaN).p() <= ALPHA;
            }));
    all.add(
        Study.atMostLevel(
            "sample ratio, exact",
            "60 leads dealt by lot",
            RUNS,
            c -> {
              long n = c.hitsOf(60, 0.5);
              SampleRatio ratio =
                  SampleRatio.of(new long[] {n, 60 - n}, new double[] {1, 1}, Double.NaN);
              return ratio.exactP() <= ALPHA;
            }));
    all.add(
        Study.atMostLevel(
            "sample ratio, sequential",
            "looked at after each of 500 leads",
            RUNS,
            c -> {
              long[] n = new long[2];
              for (int i = 0; i < 500; i++) {
                n[c.hits(0.5) ? 0 : 1]++;
                if (SampleRatio.of(n, new double[] {1, 1}, 10).sequentialP() <= ALPHA) {
                  return true;
                }
              }
              return false;
            }));
    all.add(
        Study.atMostLevel(
            "two rates, exact",
            "40 events expected in each",
            RUNS,
            c -> rates(c, 40, 40).exactP() <= ALPHA));
    all.add(
        Study.level(
            "two rates, score test",
            "200 events expected in each",
            c -> rates(c, 200, 200).scoreP() <= ALPHA));
    all.add(
        Study.covers(
            "ratio of two rates, exact",
            "20 and 30 events expected",
            c -> Chance.holds(rates(c, 20, 30).ratioBounds(), 1.5)));
  }

  private static PoissonRates rates(Chance c, double control, double treatment) {
    return PoissonRates.of(c.poisson(control), 10, c.poisson(treatment), 10, 1, LEVEL);
  }

  private interface One {
    Bounds of(long x, long n, double level);
  }

  private static Study one(String method, One interval) {
    return Study.covers(
        method,
        "50 leads, any share from 0 to 100 %",
        c -> {
          double p = c.uniform();
          return Chance.holds(interval.of(c.hitsOf(50, p), 50, LEVEL), p);
        });
  }

  private static void single(List<Study> all) {
    all.add(one("one share, Wilson", OneProportion::wilson));
    all.add(one("one share, Wilson corrected", OneProportion::wilsonCorrected));
    all.add(one("one share, Clopper and Pearson", OneProportion::clopperPearson));
    all.add(one("one share, Agresti and Coull", OneProportion::agrestiCoull));
    all.add(one("one share, Jeffreys", OneProportion::jeffreys));
    all.add(one("one share, mid-p", OneProportion::midP));
    all.add(
        Study.covers(
            "one share, Clopper and Pearson",
            "50 leads, 2 %",
            c -> Chance.holds(OneProportion.clopperPearson(c.hitsOf(50, 0.02), 50, LEVEL), 0.02)));
    all.add(
        Study.fallsShort(
            "one share, Wilson",
            "50 leads, 0.3 %",
            c -> Chance.holds(OneProportion.wilson(c.hitsOf(50, 0.003), 50, LEVEL), 0.003)));
  }

  private static Study difference(String method, Function<TwoProportions, Bounds> interval) {
    return Study.covers(
        method,
        "50 and 80 leads, 20 % and 35 %",
        c -> Chance.holds(interval.apply(two(c, 50, 0.20, 80, 0.35)), 0.15));
  }

  private static void differences(List<Study> all) {
    all.add(difference("difference of shares, Newcombe", TwoProportions::newcombe));
    all.add(difference("difference of shares, Agresti and Caffo", TwoProportions::agrestiCaffo));
    all.add(
        difference(
            "difference of shares, Miettinen and Nurminen", TwoProportions::miettinenNurminen));
    all.add(difference("difference of shares, Mee", TwoProportions::mee));
    String few = "20 and 20 leads, 5 % and 15 %";
    all.add(
        Study.covers(
            "difference of shares, Newcombe",
            few,
            c -> Chance.holds(two(c, 20, 0.05, 20, 0.15).newcombe(), 0.10)));
    all.add(
        Study.fallsShort(
            "difference of shares, Wald",
            few,
            c -> Chance.holds(two(c, 20, 0.05, 20, 0.15).wald(), 0.10)));
    all.add(
        Study.covers(
            "difference of shares, Wald",
            "400 and 400 leads, 25 % and 30 %",
            c -> Chance.holds(two(c, 400, 0.25, 400, 0.30).wald(), 0.05)));
    all.add(
        Study.covers(
            "ratio of shares, log-normal",
            "100 and 100 leads, 20 % and 30 %",
            c -> Chance.holds(two(c, 100, 0.2, 100, 0.3).riskRatioBounds(), 1.5)));
    all.add(
        Study.covers(
            "odds ratio, Woolf",
            "100 and 100 leads, 20 % and 30 %",
            c -> Chance.holds(two(c, 100, 0.2, 100, 0.3).oddsRatioBounds(), 0.3 * 0.8 / 0.14)));
    all.add(
        Study.covers(
            "odds ratio, exact (Fisher)",
            "40 and 40 leads, 20 % and 30 %",
            c -> {
              long a = c.hitsOf(40, 0.3);
              long b = c.hitsOf(40, 0.2);
              return Chance.holds(
                  FisherTest.of(a, 40 - a, b, 40 - b, LEVEL).bounds(), 0.3 * 0.8 / 0.14);
            }));
  }

  private static void posteriors(List<Study> all) {
    all.add(
        Study.happens(
            "credible interval of a share",
            "40 leads, the share drawn from the prior",
            "coverage",
            LEVEL,
            RUNS,
            c -> {
              double p = c.uniform();
              int x = c.hitsOf(40, p);
              BetaComparison both = BetaComparison.of(x, 40, x, 40, 1, 1);
              return Chance.holds(BetaComparison.credible(both.control(), LEVEL), p);
            }));
    all.add(
        Study.happens(
            "chance that treatment beats control by what it does",
            "30 and 30 leads, shares drawn from the prior",
            "chance ≤ 5 %",
            ALPHA,
            RUNS,
            c -> {
              double p1 = c.uniform();
              double p2 = c.uniform();
              return BetaComparison.of(c.hitsOf(30, p1), 30, c.hitsOf(30, p2), 30, 1, 1)
                      .chanceOver(p2 - p1)
                  <= ALPHA;
            }));
  }

  private static void sizes(List<Study> all) {
    ProportionPlan plan = new ProportionPlan(0.25, 0.32, 1, new Demand(ALPHA, 2, 0.8));
    int n = (int) Math.ceil(plan.size());
    all.add(
        Study.power(
            "size of two shares",
            "25 %% and 32 %%, %d leads each".formatted(n),
            0.8,
            c -> two(c, n, 0.25, n, 0.32).twoSided() <= ALPHA));
    all.add(
        Study.happens(
            "exact power of the z test",
            "15 and 15 leads, 60 % and 100 %",
            "power",
            ExactPower.ofZ(15, 15, ALPHA).at(0.6, 1),
            RUNS,
            c -> two(c, 15, 0.6, 15, 1).twoSided() <= ALPHA));
    all.add(
        Study.happens(
            "exact power of Fisher's test",
            "15 and 15 leads, 60 % and 100 %",
            "power",
            ExactPower.ofFisher(15, 15, ALPHA).at(0.6, 1),
            RUNS,
            c -> {
              long a = c.hitsOf(15, 0.6);
              return FisherTest.of(15, 0, a, 15 - a, LEVEL).twoSided() <= ALPHA;
            }));
    int guard = (int) Math.ceil(NonInferiority.trialsPerArm(0.3, 0.3, 0.08, ALPHA, 0.8, true));
    all.add(
        Study.power(
            "size of non-inferiority",
            "30 %% in both, margin 8 points, %d leads each".formatted(guard),
            0.8,
            c -> {
              NonInferiority test =
                  NonInferiority.of(
                      c.hitsOf(guard, 0.3), guard, c.hitsOf(guard, 0.3), guard, 0.08, true);
              return test.p(test.farringtonManningZ()) <= ALPHA;
            }));
  }
}
