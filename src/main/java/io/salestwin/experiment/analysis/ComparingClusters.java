package io.salestwin.experiment.analysis;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Analysis;
import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.location.CovariateAdjustment;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.RatioMetric;
import io.salestwin.statistics.location.WelchTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Reps, territories or weeks compared: they count, not the leads in them. */
final class ComparingClusters {

  private final Comparing comparing;
  private final MetricData data;
  private final Metric metric;
  private final Sides sides;
  private final Clustering clusters;
  private final List<Integer> n;

  ComparingClusters(Comparing comparing, MetricData data) {
    this.comparing = comparing;
    this.data = data;
    metric = data.metric();
    sides = Sides.of(comparing.plan(), metric);
    clusters = Clustering.of(comparing.plan(), data.units());
    n = List.of(data.values(0).length, data.values(1).length);
  }

  Comparison compare() {
    if (clusters.isSingle()) {
      return Comparison.notComputable(metric, data.young(), n, single(comparing));
    }
    return switch (metric.measure()) {
      case RATIO -> ratio();
      case COUNT -> rates();
      default -> comparing.hasCovariate(data) ? adjusted() : robust();
    };
  }

  /** Why an arm of one cluster cannot be judged. */
  static String single(Comparing comparing) {
    return "an arm has a single %s: how much one differs from another cannot be told from what the treatment does"
        .formatted(comparing.plan().unit().name().toLowerCase(Locale.ROOT));
  }

  private double[] each(ToDoubleFunction<Unit> figure) {
    return data.units().stream().mapToDouble(figure).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Leads in clusters: CR2 with Satterthwaite's degrees of freedom. */
  private Comparison robust() {
    double[] transformed = comparing.transformed(data);
    double[][] values = clusters.of(transformed);
    ClusterComparison comparison = ClusterComparison.of(values, clusters.treated());
    ClusterComparison.Test test = comparison.robustReduced();
    Comparison usual =
        Comparing.student(
            metric,
            sides,
            n,
            clusters.counts(),
            comparing.means(data, transformed),
            test.estimate(),
            test.se(),
            test.df(),
            "cluster-robust t test (CR2, Satterthwaite's degrees of freedom)"
                + comparing.ofWhat(data),
            data.young(),
            comparing.alone() ? List.of() : beside(values, comparison),
            comparison.reason());
    return permuted(usual, values);
  }

  /**
   * With few clusters the slope of the covariate costs a degree of freedom that must be counted.
   */
  private Comparison adjusted() {
    double[] y = clusters.means(each(Unit::value));
    double[] x = clusters.means(each(Unit::covariate));
    CovariateAdjustment covariance =
        CovariateAdjustment.of(
            clusters.ofArm(y, 0), clusters.ofArm(x, 0), clusters.ofArm(y, 1), clusters.ofArm(x, 1));
    Comparison plain = robust();
    List<Beside> beside = new ArrayList<>(plain.beside());
    beside.add(new Beside(plain.method(), plain.effect(), plain.p(), "without the covariate"));
    return Comparing.student(
        metric,
        sides,
        n,
        clusters.counts(),
        new double[] {mean(clusters.ofArm(y, 0)), mean(clusters.ofArm(y, 1))},
        covariance.covarianceDifference(),
        covariance.covarianceSe(),
        covariance.covarianceFreedom(),
        "means of the clusters adjusted by %s (analysis of covariance), which takes %.0f %% of the variance away"
            .formatted(comparing.covariate(), 100 * covariance.varianceReduction()),
        data.young(),
        comparing.alone() ? List.of() : beside,
        "it takes four clusters or more, which differ");
  }

  private List<Beside> beside(double[][] values, ClusterComparison comparison) {
    List<Beside> beside = new ArrayList<>();
    beside.add(permutation(values, comparison.robustReduced().estimate()));
    beside.add(beside("CR1 with t of G - 1", comparison.robustCorrected(), "the older correction"));
    beside.add(
        beside(
            "t test of the clusters' means",
            comparison.ofMeans(),
            "every cluster counts the same"));
    beside.add(
        beside(
            "as if leads had been assigned (wrong)",
            comparison.naive(),
            "shown as a warning: it takes leads of one cluster for independent"));
    return beside;
  }

  private Beside beside(String name, ClusterComparison.Test test, String remark) {
    return new Beside(name, test.estimate(), sides.student(test.t(), test.df()), remark);
  }

  private Beside permutation(double[][] values, double effect) {
    return permutation(comparing.permutation(clusters, values), effect);
  }

  private Beside permutation(Permutations found, double effect) {
    double p = sides.chosen(found.p(), found.greater(), found.less());
    return new Beside("permutation of the clusters", effect, p, found.words());
  }

  private Comparison permuted(Comparison usual, double[][] values) {
    // without approximation means for clusters: every assignment of theirs
    boolean asked =
        metric.analysis() == Analysis.PERMUTATION || metric.analysis() == Analysis.EXACT;
    return asked && usual.isComputable()
        ? Comparing.permuted(usual, comparing.permutation(clusters, values), sides)
        : usual;
  }

  private Comparison ratio() {
    double[] above = clusters.sums(each(Unit::value));
    double[] below = clusters.sums(each(Unit::below));
    RatioMetric.Arm control =
        RatioMetric.Arm.of(clusters.ofArm(above, 0), clusters.ofArm(below, 0));
    RatioMetric.Arm treatment =
        RatioMetric.Arm.of(clusters.ofArm(above, 1), clusters.ofArm(below, 1));
    RatioMetric ratio = new RatioMetric(control, treatment);
    WelchTest test = ratio.difference();
    List<Beside> beside = new ArrayList<>();
    if (!comparing.alone()) {
      beside.add(permutation(comparing.permutation(clusters, above, below), test.difference()));
      beside.add(Comparing.relative(ratio.lift()));
    }
    return Comparing.student(
        metric,
        sides,
        n,
        clusters.counts(),
        new double[] {control.ratio(), treatment.ratio()},
        test.difference(),
        test.se(),
        test.freedom(),
        "ratio of sums over the clusters (delta method)",
        data.young(),
        beside,
        test.reason());
  }

  /** Events per week of each cluster. */
  private Comparison rates() {
    double[] rates = clusters.sums(each(Unit::value));
    double[] weeks = clusters.sums(each(Unit::below));
    Arrays.setAll(rates, c -> rates[c] / weeks[c]);
    double[] control = clusters.ofArm(rates, 0);
    double[] treatment = clusters.ofArm(rates, 1);
    WelchTest test = WelchTest.of(Moments.of(control), Moments.of(treatment));
    double[][] single =
        Arrays.stream(rates).mapToObj(rate -> new double[] {rate}).toArray(double[][]::new);
    Comparison usual =
        Comparing.student(
            metric,
            sides,
            n,
            clusters.counts(),
            new double[] {mean(control), mean(treatment)},
            test.difference(),
            test.se(),
            test.freedom(),
            "Welch's t test of the clusters' rates per week",
            data.young(),
            comparing.alone() ? List.of() : List.of(permutation(single, test.difference())),
            test.reason());
    return permuted(usual, single);
  }
}
