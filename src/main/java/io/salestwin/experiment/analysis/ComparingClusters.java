package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Analysis;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.RatioMetric;
import io.salestwin.statistics.location.WelchTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reps, territories or weeks compared: they count, not the leads in them. */
final class ComparingClusters {

  private final ExperimentPlan plan;
  private final MetricData data;
  private final long seed;
  private final Metric metric;
  private final Sides sides;
  private final List<List<MetricData.Unit>> clusters;
  private final List<String> names;
  private final boolean[] treated;
  private final List<Integer> n;
  private final List<Integer> counts;

  ComparingClusters(ExperimentPlan plan, MetricData data, long seed) {
    this.plan = plan;
    this.data = data;
    this.seed = seed;
    metric = data.metric();
    sides = Sides.of(plan, metric);
    Map<String, List<MetricData.Unit>> byName = new LinkedHashMap<>();
    data.units().forEach(u -> byName.computeIfAbsent(u.cluster(), c -> new ArrayList<>()).add(u));
    clusters = List.copyOf(byName.values());
    names = List.copyOf(byName.keySet());
    treated = new boolean[clusters.size()];
    for (int c = 0; c < treated.length; c++) {
      treated[c] = clusters.get(c).get(0).arm() == 1;
    }
    n = List.of(data.values(0).length, data.values(1).length);
    int of = 0;
    for (boolean each : treated) {
      of += each ? 1 : 0;
    }
    counts = List.of(treated.length - of, of);
  }

  Comparison compare() {
    if (counts.get(0) < 2 || counts.get(1) < 2) {
      String noun = plan.unit().name().toLowerCase(java.util.Locale.ROOT);
      return Comparison.notComputable(
          metric,
          data.young(),
          n,
          "an arm has a single "
              + noun
              + ": how much one differs from another cannot be told from"
              + " what the treatment does");
    }
    return switch (metric.measure()) {
      case RATIO -> ratio();
      case COUNT -> rates();
      default -> robust();
    };
  }

  private double[][] values(Comparing.Scale scale) {
    return clusters.stream()
        .map(units -> scale.of(units.stream().mapToDouble(MetricData.Unit::value).toArray()))
        .toArray(double[][]::new);
  }

  private double[] means() {
    return new double[] {mean(data.values(0)), mean(data.values(1))};
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Leads in clusters: CR2 with Satterthwaite's degrees of freedom. */
  private Comparison robust() {
    Comparing.Scale scale = Comparing.Scale.of(data);
    double[][] values = values(scale);
    ClusterComparison comparison = ClusterComparison.of(values, treated);
    ClusterComparison.Test test = comparison.robustReduced();
    Permutations permutation = permutation(values);
    List<Beside> beside = new ArrayList<>();
    beside.add(
        new Beside(
            "permutation of the clusters",
            test.estimate(),
            sides.chosen(permutation.p(), permutation.greater(), permutation.less()),
            permutation.words()));
    ClusterComparison.Test corrected = comparison.robustCorrected();
    beside.add(
        new Beside(
            "CR1 with t of G - 1",
            corrected.estimate(),
            sides.student(corrected.t(), corrected.df()),
            "the older correction"));
    ClusterComparison.Test ofMeans = comparison.ofMeans();
    beside.add(
        new Beside(
            "t test of the clusters' means",
            ofMeans.estimate(),
            sides.student(ofMeans.t(), ofMeans.df()),
            "every cluster counts the same"));
    ClusterComparison.Test naive = comparison.naive();
    beside.add(
        new Beside(
            "as if leads had been assigned (wrong)",
            naive.estimate(),
            sides.student(naive.t(), naive.df()),
            "shown as a warning: it takes leads of one cluster for independent"));
    Comparison usual =
        Comparing.student(
            metric,
            sides,
            n,
            counts,
            means(),
            test.estimate(),
            test.se(),
            test.df(),
            "cluster-robust t test (CR2, Satterthwaite's degrees of freedom)" + scale.words(),
            data.young(),
            beside,
            comparison.reason());
    return metric.analysis() == Analysis.PERMUTATION && usual.isComputable()
        ? Comparing.permuted(usual, permutation, sides)
        : usual;
  }

  private Permutations permutation(double[][] values) {
    return plan.unit() == Lever.Unit.WEEK
        ? Permutations.ofWeeks(values, treated, partners(), seed)
        : Permutations.ofClusters(values, treated, seed);
  }

  /** Other assignments of the clusters, judged by another figure of each unit. */
  Permutations permutation(double[] figures) {
    Map<String, List<Double>> byName = new LinkedHashMap<>();
    for (int i = 0; i < figures.length; i++) {
      String name = data.units().get(i).cluster();
      byName.computeIfAbsent(name, c -> new ArrayList<>()).add(figures[i]);
    }
    return permutation(
        byName.values().stream()
            .map(each -> each.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  /** Weeks in their order, two by two: a block in which one was treated. */
  private int[] partners() {
    Integer[] order = new Integer[names.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> compareNames(names.get(a), names.get(b)));
    int[] partner = new int[order.length];
    Arrays.fill(partner, -1);
    for (int i = 0; i + 1 < order.length; i += 2) {
      if (treated[order[i]] != treated[order[i + 1]]) {
        partner[order[i]] = order[i + 1];
        partner[order[i + 1]] = order[i];
      }
    }
    return partner;
  }

  private static int compareNames(String a, String b) {
    boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
    return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
  }

  /** Sums of each cluster above and below the line. */
  private double[][] sums(int arm, boolean above) {
    List<Double> sums = new ArrayList<>();
    for (int c = 0; c < treated.length; c++) {
      if (treated[c] == (arm == 1)) {
        sums.add(clusters.get(c).stream().mapToDouble(u -> above ? u.value() : u.below()).sum());
      }
    }
    return new double[][] {sums.stream().mapToDouble(Double::doubleValue).toArray()};
  }

  private Comparison ratio() {
    RatioMetric.Arm control = RatioMetric.Arm.of(sums(0, true)[0], sums(0, false)[0]);
    RatioMetric.Arm treatment = RatioMetric.Arm.of(sums(1, true)[0], sums(1, false)[0]);
    RatioMetric ratio = new RatioMetric(control, treatment);
    WelchTest test = ratio.difference();
    return Comparing.student(
        metric,
        sides,
        n,
        counts,
        new double[] {control.ratio(), treatment.ratio()},
        test.difference(),
        test.se(),
        test.freedom(),
        "ratio of sums over the clusters (delta method)",
        data.young(),
        List.of(new Beside("relative", ratio.lift(), Double.NaN, "treatment over control, less 1")),
        test.reason());
  }

  /** Events per week of each cluster. */
  private Comparison rates() {
    double[][] rates = new double[2][];
    for (int arm = 0; arm < 2; arm++) {
      double[] events = sums(arm, true)[0];
      double[] weeks = sums(arm, false)[0];
      rates[arm] = new double[events.length];
      for (int c = 0; c < events.length; c++) {
        rates[arm][c] = events[c] / weeks[c];
      }
    }
    WelchTest test = WelchTest.of(Moments.of(rates[0]), Moments.of(rates[1]));
    double[][] single = new double[treated.length][];
    int[] next = new int[2];
    for (int c = 0; c < treated.length; c++) {
      int arm = treated[c] ? 1 : 0;
      single[c] = new double[] {rates[arm][next[arm]++]};
    }
    Permutations permutation = permutation(single);
    Comparison usual =
        Comparing.student(
            metric,
            sides,
            n,
            counts,
            new double[] {mean(rates[0]), mean(rates[1])},
            test.difference(),
            test.se(),
            test.freedom(),
            "Welch's t test of the clusters' rates per week",
            data.young(),
            List.of(
                new Beside(
                    "permutation of the clusters",
                    test.difference(),
                    sides.chosen(permutation.p(), permutation.greater(), permutation.less()),
                    permutation.words())),
            test.reason());
    return metric.measure() == Measure.COUNT
            && metric.analysis() == Analysis.PERMUTATION
            && usual.isComputable()
        ? Comparing.permuted(usual, permutation, sides)
        : usual;
  }
}
