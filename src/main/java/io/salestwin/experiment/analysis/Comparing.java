package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.location.CovariateAdjustment;
import io.salestwin.statistics.location.HeavyTails;
import io.salestwin.statistics.location.MannWhitneyTest;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.Quantiles;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.proportion.FisherTest;
import io.salestwin.statistics.proportion.TwoProportions;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The planned comparison of units.
 *
 * @param plan the plan
 * @param seed of permutations
 * @param draws how many assignments a permutation draws where there are too many to count
 * @param alone whether the planned test is made alone, without what stands beside it
 */
record Comparing(ExperimentPlan plan, long seed, int draws, boolean alone) {

  /** The quantile of both arms together at which values are cut. */
  static final double CAP = 0.99;

  static final int DRAWS = 9_999;

  /** Enough for a test that is one of thousands. */
  private static final int FEW_DRAWS = 499;

  /** With all that stands beside it. */
  static Comparing whole(ExperimentPlan plan, long seed) {
    return new Comparing(plan, seed, DRAWS, false);
  }

  /** For a play that is one of thousands. */
  static Comparing quick(ExperimentPlan plan, long seed) {
    return new Comparing(plan, seed, FEW_DRAWS, true);
  }

  Comparison compare(MetricData data) {
    Metric metric = data.metric();
    List<Integer> n = List.of(data.values(0).length, data.values(1).length);
    if (!data.reason().isEmpty()) {
      return Comparison.notComputable(metric, data.young(), n, data.reason());
    }
    if (n.get(0) == 0 || n.get(1) == 0) {
      String arm = n.get(0) == 0 ? "the control arm" : "the treatment arm";
      return Comparison.notComputable(
          metric,
          data.young(),
          n,
          arm + " has no unit" + (data.young() > 0 ? " whose window has passed" : ""));
    }
    if (metric.analysis() == Metric.Analysis.LOG
        && data.units().stream().anyMatch(u -> u.value() <= -1)) {
      return Comparison.notComputable(
          metric, data.young(), n, "a value of -1 or less has no logarithm of 1 + value");
    }
    if (metric.analysis() == Metric.Analysis.WINSORISED && isCutToNothing(data)) {
      return Comparison.notComputable(
          metric,
          data.young(),
          n,
          "fewer than 1 in 100 leads bring anything, so that values up to the 99 % quantile of both"
              + " arms are all 0");
    }
    if (metric.measure() == Metric.Measure.CYCLE) {
      return new ComparingTimes(this, data).compare();
    }
    if (plan.unit() != Lever.Unit.LEAD) {
      return new ComparingClusters(this, data).compare();
    }
    return switch (metric.analysis()) {
      case PERMUTATION -> permuted(data);
      case MEDIAN -> ComparingMedians.of(sides(data), data, ranks(data));
      case LOG, WINSORISED -> means(data);
      case EXACT -> fisher(data);
      case STANDARD ->
          hasCovariate(data) ? adjusted(data) : metric.isShare() ? shares(data) : means(data);
    };
  }

  /** The units dealt anew. */
  Permutations permutation(Clustering clusters, double[][] values) {
    return Permutations.of(plan, clusters, values, draws, seed);
  }

  /** The same for a ratio of sums. */
  Permutations permutation(Clustering clusters, double[] above, double[] below) {
    return Permutations.ofRatio(above, below, clusters.treated(), draws, seed);
  }

  // ---- values as the plan compares them

  /** The units' values as the plan compares them: logarithms, or cut, or as they are. */
  double[] transformed(MetricData data) {
    double[] all = data.units().stream().mapToDouble(Unit::value).toArray();
    return switch (data.metric().analysis()) {
      case LOG -> Arrays.stream(all).map(Math::log1p).toArray();
      case WINSORISED -> HeavyTails.capped(all, cap(all));
      default -> all;
    };
  }

  /** The cap is that of both arms together: one of its own for each would hide an effect. */
  private static double cap(double[] all) {
    return Quantiles.type7(all, CAP);
  }

  private static boolean isCutToNothing(MetricData data) {
    double[] all = data.units().stream().mapToDouble(Unit::value).toArray();
    return cap(all) == 0 && Arrays.stream(all).noneMatch(value -> value < 0);
  }

  /** What was compared, where it is not the values as they are. */
  String ofWhat(MetricData data) {
    double[] all = data.units().stream().mapToDouble(Unit::value).toArray();
    return switch (data.metric().analysis()) {
      case LOG -> " of ln(1 + value); the arms' figures are geometric means";
      case WINSORISED ->
          " of values up to %,d, the 99 %% quantile of both arms together"
              .formatted(Math.round(cap(all)));
      default -> "";
    };
  }

  /** The figure of each arm that the effect is about. */
  double[] means(MetricData data, double[] transformed) {
    double[] means = {
      mean(ofArm(data, transformed, 0)), mean(ofArm(data, transformed, 1)),
    };
    boolean logs = data.metric().analysis() == Metric.Analysis.LOG;
    return logs ? Arrays.stream(means).map(Math::expm1).toArray() : means;
  }

  private static double[] ofArm(MetricData data, double[] figure, int arm) {
    return IntStream.range(0, figure.length)
        .filter(i -> data.units().get(i).arm() == arm)
        .mapToDouble(i -> figure[i])
        .toArray();
  }

  private Sides sides(MetricData data) {
    return Sides.of(plan, data.metric());
  }

  /** The name of the covariate's column. */
  String covariate() {
    return plan.covariate().orElseThrow().column();
  }

  boolean hasCovariate(MetricData data) {
    return plan.isAdjusted(data.metric())
        && data.units().stream().noneMatch(u -> Double.isNaN(u.covariate()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static long hits(double[] values) {
    return Math.round(Arrays.stream(values).sum());
  }

  private Comparison shares(MetricData data) {
    long x1 = hits(data.values(0));
    long x2 = hits(data.values(1));
    int n1 = data.values(0).length;
    int n2 = data.values(1).length;
    return shares(data.metric(), x1, n1, x2, n2, data.young());
  }

  /** Two shares from counts. */
  Comparison shares(Metric metric, long x1, long n1, long x2, long n2, int young) {
    Sides sides = Sides.of(plan, metric);
    List<Integer> n = List.of((int) n1, (int) n2);
    TwoProportions test = TwoProportions.of(x1, n1, x2, n2, sides.level());
    double p = sides.chosen(test.twoSided(), test.greater(), test.less());
    if (Double.isNaN(p)) {
      return Comparison.notComputable(metric, young, n, test.reason());
    }
    double se = Math.sqrt(test.p1() * (1 - test.p1()) / n1 + test.p2() * (1 - test.p2()) / n2);
    if (se == 0) {
      // a share of 0 or 1 in both: what the interval is wide by stands in
      se =
          (test.newcombe().high() - test.newcombe().low())
              / (2 * NormalLaw.critical(sides.level()));
    }
    return new Comparison(
        metric,
        n,
        List.of(0, 0),
        test.p1(),
        test.p2(),
        test.diff(),
        se,
        Double.POSITIVE_INFINITY,
        test.newcombe().low(),
        test.newcombe().high(),
        sides.level(),
        p,
        test.z(),
        "z test of two shares (pooled); Newcombe's interval",
        young,
        alone
            ? List.of()
            : List.of(
                new Beside(
                    "Fisher's exact test",
                    test.diff(),
                    exact(sides, x1, n1, x2, n2),
                    "without approximation"),
                relative(test.riskRatio() - 1)),
        "");
  }

  private static double exact(Sides sides, long x1, long n1, long x2, long n2) {
    FisherTest fisher = FisherTest.of(x2, n2 - x2, x1, n1 - x1, sides.level());
    return sides.chosen(fisher.twoSided(), fisher.greater(), fisher.less());
  }

  static Beside relative(double lift) {
    return new Beside("relative", lift, Double.NaN, "treatment over control, less 1");
  }

  private Comparison fisher(MetricData data) {
    Comparison shares = shares(data);
    if (!shares.isComputable()) {
      return shares;
    }
    double p =
        exact(
            sides(data),
            hits(data.values(0)),
            data.values(0).length,
            hits(data.values(1)),
            data.values(1).length);
    return new Comparison(
        shares.metric(),
        shares.n(),
        shares.clusters(),
        shares.control(),
        shares.treatment(),
        shares.effect(),
        shares.se(),
        shares.freedom(),
        shares.low(),
        shares.high(),
        shares.level(),
        p,
        sides(data).z(p, shares.effect()),
        "Fisher's exact test; Newcombe's interval",
        shares.young(),
        List.of(new Beside("z test", shares.effect(), shares.p(), "an approximation")),
        "");
  }

  /** From a difference with its standard error and degrees of freedom. */
  static Comparison student(
      Metric metric,
      Sides sides,
      List<Integer> n,
      List<Integer> clusters,
      double[] means,
      double effect,
      double se,
      double df,
      String method,
      int young,
      List<Beside> beside,
      String reason) {
    if (!(se > 0) || !(df > 0)) {
      String why = reason.isEmpty() ? "nothing varies between the units" : reason;
      return Comparison.notComputable(metric, young, n, why);
    }
    double p = sides.student(effect / se, df);
    double half = StudentLaw.critical(sides.level(), df) * se;
    return new Comparison(
        metric,
        n,
        clusters,
        means[0],
        means[1],
        effect,
        se,
        df,
        effect - half,
        effect + half,
        sides.level(),
        p,
        sides.z(p, effect),
        method,
        young,
        beside,
        "");
  }

  private Comparison means(MetricData data) {
    double[] transformed = transformed(data);
    double[] x = ofArm(data, transformed, 0);
    double[] y = ofArm(data, transformed, 1);
    WelchTest test = WelchTest.of(Moments.of(x), Moments.of(y));
    return student(
        data.metric(),
        sides(data),
        List.of(x.length, y.length),
        List.of(0, 0),
        means(data, transformed),
        test.difference(),
        test.se(),
        test.freedom(),
        "Welch's t test" + ofWhat(data),
        data.young(),
        ranks(data),
        test.reason());
  }

  /** Means from sums. */
  Comparison means(Metric metric, Results.Sums control, Results.Sums treatment) {
    double first = control.sd() * control.sd() / control.n();
    double second = treatment.sd() * treatment.sd() / treatment.n();
    WelchTest test =
        WelchTest.of(
            treatment.mean() - control.mean(), first, control.n() - 1, second, treatment.n() - 1);
    return student(
        metric,
        Sides.of(plan, metric),
        List.of((int) control.n(), (int) treatment.n()),
        List.of(0, 0),
        new double[] {control.mean(), treatment.mean()},
        test.difference(),
        test.se(),
        test.freedom(),
        "Welch's t test, from sums",
        0,
        List.of(),
        test.reason());
  }

  private List<Beside> ranks(MetricData data) {
    if (alone) {
      return List.of();
    }
    return List.of(
        new Beside(
            "rank test (Mann-Whitney)",
            Double.NaN,
            MannWhitneyTest.asymptoticP(data.values(0), data.values(1)),
            "two-sided; no tail decides it"));
  }

  private Comparison adjusted(MetricData data) {
    CovariateAdjustment cuped =
        CovariateAdjustment.of(
            data.values(0), data.covariates(0), data.values(1), data.covariates(1));
    WelchTest test = cuped.adjusted();
    WelchTest plain = cuped.unadjusted();
    double p = sides(data).student(plain.t(), plain.freedom());
    return student(
        data.metric(),
        sides(data),
        List.of(data.values(0).length, data.values(1).length),
        List.of(0, 0),
        new double[] {mean(data.values(0)), mean(data.values(1))},
        test.difference(),
        test.se(),
        test.freedom(),
        "Welch's t test adjusted by %s (CUPED), which takes %.0f %% of the variance away"
            .formatted(covariate(), 100 * cuped.varianceReduction()),
        data.young(),
        List.of(new Beside("without the covariate", plain.difference(), p, "Welch's t test")),
        test.reason());
  }

  private Comparison permuted(MetricData data) {
    Comparison usual = data.metric().isShare() ? shares(data) : means(data);
    if (!usual.isComputable()) {
      return usual;
    }
    Clustering units = Clustering.of(plan, data.units());
    return permuted(usual, permutation(units, units.of(transformed(data))), sides(data));
  }

  /** The same with the p of a permutation test. */
  static Comparison permuted(Comparison usual, Permutations found, Sides sides) {
    double p = sides.chosen(found.p(), found.greater(), found.less());
    List<Beside> beside = new ArrayList<>(usual.beside());
    beside.add(new Beside(usual.method(), usual.effect(), usual.p(), "an approximation"));
    return new Comparison(
        usual.metric(),
        usual.n(),
        usual.clusters(),
        usual.control(),
        usual.treatment(),
        usual.effect(),
        usual.se(),
        usual.freedom(),
        usual.low(),
        usual.high(),
        usual.level(),
        p,
        sides.z(p, usual.effect()),
        "permutation test (%s); the interval is that of %s"
            .formatted(found.words(), usual.method()),
        usual.young(),
        beside,
        "");
  }
}
