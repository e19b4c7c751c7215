package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.location.CovariateAdjustment;
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
import java.util.function.DoubleUnaryOperator;

/** The planned comparison of leads that were assigned one by one; others for other units. */
record Comparing(ExperimentPlan plan, long seed) {

  /** What the method of an adjusted comparison is called by. */
  static final String CUPED = "CUPED";

  private static final double CAP = 0.99;

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
    if (metric.measure() == Metric.Measure.CYCLE) {
      return new ComparingTimes(plan, data, seed).compare();
    }
    if (plan.unit() != Lever.Unit.LEAD) {
      return new ComparingClusters(plan, data, seed).compare();
    }
    return switch (metric.analysis()) {
      case PERMUTATION -> permutation(data);
      case MEDIAN -> median(data);
      case LOG, WINSORISED -> means(data, Scale.of(data));
      case EXACT -> fisher(data);
      case STANDARD ->
          hasCovariate(data)
              ? adjusted(data)
              : metric.isShare() ? shares(data) : means(data, Scale.of(data));
    };
  }

  /**
   * On which scale values are compared.
   *
   * @param of a value on it
   * @param words what follows the name of the test; empty for values as they are
   */
  record Scale(DoubleUnaryOperator of, String words) {

    /** The cap is that of both arms together: one of its own for each would hide an effect. */
    static Scale of(MetricData data) {
      return switch (data.metric().analysis()) {
        case LOG -> new Scale(Math::log1p, " of ln(1 + value)");
        case WINSORISED -> {
          double[] all = data.units().stream().mapToDouble(MetricData.Unit::value).toArray();
          double cap = Quantiles.type7(all, CAP);
          yield new Scale(
              value -> Math.min(value, cap),
              " of values up to %s, the 99 %% quantile of both arms together"
                  .formatted(Math.round(cap)));
        }
        default -> new Scale(value -> value, "");
      };
    }

    double[] of(double[] values) {
      return Arrays.stream(values).map(of).toArray();
    }
  }

  private Sides sides(MetricData data) {
    return Sides.of(plan, data.metric());
  }

  private boolean hasCovariate(MetricData data) {
    return plan.covariate().isPresent()
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
    FisherTest fisher = FisherTest.of(x2, n2 - x2, x1, n1 - x1, sides.level());
    double exact = sides.chosen(fisher.twoSided(), fisher.greater(), fisher.less());
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
        List.of(
            new Beside("Fisher's exact test", test.diff(), exact, "without approximation"),
            new Beside(
                "relative", test.riskRatio() - 1, Double.NaN, "treatment over control, less 1")),
        "");
  }

  private Comparison fisher(MetricData data) {
    Comparison shares = shares(data);
    if (!shares.isComputable()) {
      return shares;
    }
    Beside exact = shares.beside().get(0);
    double z = sides(data).z(exact.p(), shares.effect());
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
        exact.p(),
        z,
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

  private Comparison means(MetricData data, Scale scale) {
    double[] x = scale.of(data.values(0));
    double[] y = scale.of(data.values(1));
    WelchTest test = WelchTest.of(Moments.of(x), Moments.of(y));
    return student(
        data.metric(),
        sides(data),
        List.of(x.length, y.length),
        List.of(0, 0),
        new double[] {mean(data.values(0)), mean(data.values(1))},
        test.difference(),
        test.se(),
        test.freedom(),
        "Welch's t test" + scale.words(),
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
        "Welch's t test adjusted by %s (%s), which takes %.0f %% of the variance away"
            .formatted(
                plan.covariate().orElseThrow().column(), CUPED, 100 * cuped.varianceReduction()),
        data.young(),
        List.of(new Beside("without the covariate", plain.difference(), p, "Welch's t test")),
        test.reason());
  }

  /** Medians with the errors that their distribution-free intervals give. */
  private Comparison median(MetricData data) {
    Sides sides = sides(data);
    List<Integer> n = List.of(data.values(0).length, data.values(1).length);
    double[] median = new double[2];
    double variance = 0;
    for (int arm = 0; arm < 2; arm++) {
      Quantiles quantile = Quantiles.of(data.values(arm), 0.5, 0.95);
      median[arm] = quantile.type7();
      double half = (quantile.high() - quantile.low()) / 2 / NormalLaw.critical(0.95);
      variance += half * half;
    }
    boolean flat = median[0] == 0 && median[1] == 0;
    if (flat || !(variance > 0) || Double.isInfinite(variance)) {
      return Comparison.notComputable(
          data.metric(),
          data.young(),
          n,
          flat
              ? "more than half of the leads of both arms bring nothing, so both medians are 0"
              : "there are too few leads for an interval of the median");
    }
    double se = Math.sqrt(variance);
    double effect = median[1] - median[0];
    double half = NormalLaw.critical(sides.level()) * se;
    double p = sides.normal(effect / se);
    return new Comparison(
        data.metric(),
        n,
        List.of(0, 0),
        median[0],
        median[1],
        effect,
        se,
        Double.POSITIVE_INFINITY,
        effect - half,
        effect + half,
        sides.level(),
        p,
        sides.z(p, effect),
        "difference of medians, errors from their order statistics",
        data.young(),
        ranks(data),
        "");
  }

  private Comparison permutation(MetricData data) {
    Comparison usual = data.metric().isShare() ? shares(data) : means(data, Scale.of(data));
    if (!usual.isComputable()) {
      return usual;
    }
    double[][] units =
        data.units().stream().map(u -> new double[] {u.value()}).toArray(double[][]::new);
    boolean[] treated = new boolean[units.length];
    for (int i = 0; i < treated.length; i++) {
      treated[i] = data.units().get(i).arm() == 1;
    }
    Permutations found = Permutations.ofClusters(units, treated, seed);
    return permuted(usual, found, sides(data));
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
