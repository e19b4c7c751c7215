package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.location.Bootstrap;
import io.salestwin.statistics.location.CovariateAdjustment;
import io.salestwin.statistics.location.HeavyTails;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.PairedTest;
import io.salestwin.statistics.location.PooledTest;
import io.salestwin.statistics.location.Quantiles;
import io.salestwin.statistics.location.RatioMetric;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.MeanPlan;
import io.salestwin.statistics.special.StudentLaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Means, ratios and quantiles, with deals whose sizes have long tails. */
@Tag("validation")
class MeanStudiesTest {

  private static final double LEVEL = 1 - ALPHA;

  @Test
  void hold() throws IOException {
    StudyPage.check("means", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    normal(all);
    margins(all);
    deals(all);
    bootstraps(all);
    adjusted(all);
    ratios(all);
    quantiles(all);
    all.add(size());
    return all;
  }

  private static WelchTest welch(double[] x, double[] y) {
    return WelchTest.of(Moments.of(x), Moments.of(y));
  }

  private static double meanOfDeals(double sigma) {
    return Math.exp(sigma * sigma / 2);
  }

  private static void normal(List<Study> all) {
    String unequal = "12 and 24 normal values, sd 2 and 1";
    all.add(
        Study.level(
            "Welch's t test",
            unequal,
            c -> welch(c.normals(12, 0, 2), c.normals(24, 0, 1)).twoSided() <= ALPHA));
    all.add(
        Study.fails(
            "Student's pooled t test, where Welch's is due",
            unequal,
            0.08,
            c ->
                PooledTest.of(Moments.of(c.normals(12, 0, 2)), Moments.of(c.normals(24, 0, 1)))
                        .twoSided()
                    <= ALPHA));
    all.add(
        Study.level(
            "Student's pooled t test",
            "5 and 8 normal values",
            c ->
                PooledTest.of(Moments.of(c.normals(5, 0, 1)), Moments.of(c.normals(8, 0, 1)))
                        .twoSided()
                    <= ALPHA));
    all.add(
        Study.covers(
            "Welch's interval",
            unequal,
            c -> Chance.holds(welch(c.normals(12, 0, 2), c.normals(24, 1, 1)).bounds(LEVEL), 1)));
    all.add(
        Study.level(
            "paired t test",
            "8 pairs, correlation 0.6",
            c -> {
              double[] x = c.normals(8, 0, 1);
              double[] y = Arrays.stream(x).map(v -> 0.6 * v + 0.8 * c.normal()).toArray();
              return PairedTest.of(x, y).twoSided() <= ALPHA;
            }));
  }

  private static void margins(List<Study> all) {
    String world = "20 and 30 normal values, sd 2 and 1, worse by the margin of 0.5";
    all.add(
        Study.level(
            "non-inferiority of means",
            world,
            c -> {
              WelchTest test = welch(c.normals(20, 0, 2), c.normals(30, -0.5, 1));
              return StudentLaw.above(test.t(-0.5), test.freedom()) <= ALPHA;
            }));
    all.add(
        Study.atMostLevel(
            "equivalence of means (two one-sided tests)",
            "50 and 50 normal values, worse by the margin of 0.5",
            RUNS,
            c -> {
              WelchTest test = welch(c.normals(50, 0, 1), c.normals(50, -0.5, 1));
              return StudentLaw.above(test.t(-0.5), test.freedom()) <= ALPHA
                  && StudentLaw.below(test.t(0.5), test.freedom()) <= ALPHA;
            }));
  }

  private static void deals(List<Study> all) {
    String even = "40 and 40 log-normal deals, sigma 0.9";
    // long tails that are alike make it conservative
    all.add(
        Study.atMostLevel(
            "Welch's t test of deals",
            even,
            RUNS,
            c -> welch(c.deals(40, 0.9), c.deals(40, 0.9)).twoSided() <= ALPHA));
    all.add(
        Study.level(
            "Welch's t test of logs",
            even,
            c -> welch(logs(c.deals(40, 0.9)), logs(c.deals(40, 0.9))).twoSided() <= ALPHA));
    all.add(
        Study.level(
            "Welch's t test, winsorised at the pooled 99 %",
            even,
            c -> {
              double[] x = c.deals(40, 0.9);
              double[] y = c.deals(40, 0.9);
              double[] both = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
              double cap = Quantiles.type7(both, 0.99);
              return welch(HeavyTails.capped(x, cap), HeavyTails.capped(y, cap)).twoSided()
                  <= ALPHA;
            }));
    all.add(
        Study.level(
            "Yuen's trimmed t test, 20 %",
            even,
            c -> HeavyTails.yuen(c.deals(40, 0.9), c.deals(40, 0.9), 0.2).twoSided() <= ALPHA));
    all.add(
        Study.covers(
            "Welch's interval of deals",
            "40 and 40 log-normal deals, sigma 0.9, means 1 and 1.2 times",
            c -> {
              double[] y = Arrays.stream(c.deals(40, 0.9)).map(v -> 1.2 * v).toArray();
              return Chance.holds(welch(c.deals(40, 0.9), y).bounds(LEVEL), 0.2 * meanOfDeals(0.9));
            }));
    all.add(
        Study.fallsShort(
            "Welch's interval of deals",
            "10 and 40 log-normal deals, sigma 1.5",
            c -> Chance.holds(welch(c.deals(10, 1.5), c.deals(40, 1.5)).bounds(LEVEL), 0)));
    all.add(
        Study.covers(
            "Yuen's interval, 20 % trimmed",
            "40 and 40 log-normal deals, sigma 0.9, the treated 0.5 more",
            c -> {
              double[] y = Arrays.stream(c.deals(40, 0.9)).map(v -> v + 0.5).toArray();
              return Chance.holds(HeavyTails.yuen(c.deals(40, 0.9), y, 0.2).bounds(LEVEL), 0.5);
            }));
  }

  private static void bootstraps(List<Study> all) {
    all.add(
        Study.fallsShort(
            "bootstrap (BCa) of a mean, all resamples",
            "5 normal values",
            c ->
                Chance.holds(
                    Bootstrap.ideal(c.normals(5, 0, 1), Bootstrap.Statistic.MEAN, ALPHA).bca(),
                    0)));
    all.add(
        Study.nearlyCovers(
            "bootstrap (BCa) of a mean, 999 resamples",
            "60 normal values",
            c -> Chance.holds(resampled(c, c.normals(60, 0, 1)).bca(), 0)));
    all.add(
        Study.fallsShort(
            "bootstrap (BCa) of a mean, 999 resamples",
            "60 log-normal deals, sigma 0.9",
            c -> Chance.holds(resampled(c, c.deals(60, 0.9)).bca(), meanOfDeals(0.9))));
  }

  private static Bootstrap resampled(Chance c, double[] values) {
    int n = values.length;
    double sum = Arrays.stream(values).sum();
    double[] means =
        c.draw(
            999,
            () -> {
              double drawn = 0;
              for (int i = 0; i < n; i++) {
                drawn += values[c.stream().nextInt(n)];
              }
              return drawn / n;
            });
    double[] jackknife = Arrays.stream(values).map(v -> (sum - v) / (n - 1)).toArray();
    return Bootstrap.of(sum / n, means, jackknife, ALPHA);
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log1p).toArray();
  }

  private static CovariateAdjustment withCovariate(Chance c, int n, double effect) {
    double[] before = c.deals(n, 0.6);
    double[] beforeTreated = c.deals(n, 0.6);
    double[] after = Arrays.stream(before).map(v -> v + 0.5 * c.normal()).toArray();
    double[] treated =
        Arrays.stream(beforeTreated).map(v -> v + effect + 0.5 * c.normal()).toArray();
    return CovariateAdjustment.of(after, before, treated, beforeTreated);
  }

  private static void adjusted(List<Study> all) {
    String world = "30 and 30 reps, log-normal covariate";
    all.add(
        Study.level(
            "CUPED, Welch's test of adjusted means",
            "50 and 50 leads, log-normal covariate",
            c -> withCovariate(c, 50, 0).adjusted().twoSided() <= ALPHA));
    all.add(
        Study.level(
            "analysis of covariance", world, c -> withCovariate(c, 30, 0).covarianceP() <= ALPHA));
    all.add(
        Study.covers(
            "CUPED, interval",
            "50 and 50 leads, log-normal covariate",
            c -> Chance.holds(withCovariate(c, 50, 0.3).adjusted().bounds(LEVEL), 0.3)));
    all.add(
        Study.covers(
            "Lin's adjustment with HC2",
            world,
            c -> {
              CovariateAdjustment lin = withCovariate(c, 30, 0.3);
              double half = StudentLaw.critical(LEVEL, 60 - 4) * lin.linSe();
              return Math.abs(lin.linDifference() - 0.3) <= half;
            }));
  }

  private static RatioMetric ratio(Chance c, int reps, double p1, double p2) {
    RatioMetric.Arm[] arms = new RatioMetric.Arm[2];
    for (int arm = 0; arm < 2; arm++) {
      double[] won = new double[reps];
      double[] leads = new double[reps];
      for (int rep = 0; rep < reps; rep++) {
        leads[rep] = 20 + c.stream().nextInt(30);
        double p = (arm == 0 ? p1 : p2) + 0.1 * (c.uniform() - 0.5);
        won[rep] = c.hitsOf((int) leads[rep], p);
      }
      arms[arm] = RatioMetric.Arm.of(won, leads);
    }
    return new RatioMetric(arms[0], arms[1]);
  }

  private static void ratios(List<Study> all) {
    String world = "30 and 30 reps of 20 to 49 leads";
    all.add(
        Study.level(
            "ratio metric, delta method",
            world,
            c -> ratio(c, 30, 0.3, 0.3).difference().twoSided() <= ALPHA));
    all.add(
        Study.covers(
            "ratio metric, difference",
            world + ", 30 % and 36 %",
            c -> Chance.holds(ratio(c, 30, 0.30, 0.36).difference().bounds(LEVEL), 0.06)));
    all.add(
        Study.covers(
            "ratio metric, lift by the delta method",
            world + ", 30 % and 36 %",
            c -> Chance.holds(ratio(c, 30, 0.30, 0.36).liftBounds(LEVEL), 0.2)));
    all.add(
        Study.covers(
            "ratio metric, lift by Fieller",
            world + ", 30 % and 36 %",
            c ->
                ratio(c, 30, 0.30, 0.36)
                    .fieller(LEVEL)
                    .filter(bounds -> Chance.holds(bounds, 0.2))
                    .isPresent()));
    all.add(
        Study.fallsShort(
            "ratio metric, lift by the delta method",
            "4 and 4 reps of 20 to 49 leads, 30 % and 36 %",
            c -> Chance.holds(ratio(c, 4, 0.30, 0.36).liftBounds(LEVEL), 0.2)));
  }

  private static void quantiles(List<Study> all) {
    all.add(
        Study.covers(
            "median, order statistics",
            "25 log-normal deals, sigma 0.9",
            c -> {
              Quantiles median = Quantiles.of(c.deals(25, 0.9), 0.5, LEVEL);
              return median.low() <= 1 && 1 <= median.high();
            }));
    all.add(
        Study.covers(
            "90 % quantile, order statistics",
            "60 log-normal deals, sigma 0.9",
            c -> {
              Quantiles p90 = Quantiles.of(c.deals(60, 0.9), 0.9, LEVEL);
              double truth = Math.exp(0.9 * 1.2815515655446004); // R: qnorm(.9)
              return p90.low() <= truth && truth <= p90.high();
            }));
  }

  private static Study size() {
    MeanPlan plan = new MeanPlan(1, 1, false, new Demand(ALPHA, 2, 0.8));
    return Study.happens(
        "power of the t test (noncentral t)",
        "17 and 17 normal values, 1 sd apart",
        "power",
        plan.powerStrict(1, 17),
        RUNS,
        c ->
            PooledTest.of(Moments.of(c.normals(17, 0, 1)), Moments.of(c.normals(17, 1, 1)))
                    .twoSided()
                <= ALPHA);
  }
}
