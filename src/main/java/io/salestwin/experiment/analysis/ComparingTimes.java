package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Comparison.Beside;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;
import io.salestwin.statistics.survival.CompetingRisks;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import io.salestwin.statistics.survival.CoxFit;
import io.salestwin.statistics.survival.CoxModel;
import io.salestwin.statistics.survival.GrayTest;
import io.salestwin.statistics.survival.KaplanMeier;
import io.salestwin.statistics.survival.LogRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times to the event compared. The planned test is the log-rank test of the pace among those still
 * open; beside it stands what becomes of all: cumulative incidence, in which a lost deal is lost
 * and not censored.
 */
final class ComparingTimes {

  private final ExperimentPlan plan;
  private final MetricData data;
  private final long seed;
  private final Metric metric;
  private final Sides sides;
  private final double[] time;
  private final Status[] status;
  private final int[] arm;
  private final List<Integer> n;

  ComparingTimes(ExperimentPlan plan, MetricData data, long seed) {
    this.plan = plan;
    this.seed = seed;
    this.data = data;
    metric = data.metric();
    sides = Sides.of(plan, metric);
    time = data.units().stream().mapToDouble(MetricData.Unit::time).toArray();
    status = data.units().stream().map(MetricData.Unit::status).toArray(Status[]::new);
    arm = data.units().stream().mapToInt(MetricData.Unit::arm).toArray();
    n = List.of(data.values(0).length, data.values(1).length);
  }

  Comparison compare() {
    boolean[] event = new boolean[time.length];
    int[] treatedFirst = new int[time.length];
    for (int i = 0; i < event.length; i++) {
      event[i] = status[i] == Status.WON;
      treatedFirst[i] = 1 - arm[i];
    }
    LogRank test =
        LogRank.of(LogRank.Weighting.EVEN, time, event, treatedFirst, 2, new int[time.length]);
    if (!test.isDefined()) {
      return Comparison.notComputable(metric, data.young(), n, test.reason());
    }
    Ratio ratio = ratio(event, test);
    double log = ratio.log();
    double z = test.z();
    double se = ratio.se();
    String method = "log-rank test; hazard ratio " + ratio.words();
    List<Integer> clusters = List.of(0, 0);
    double freedom = Double.POSITIVE_INFINITY;
    if (plan.unit() != Lever.Unit.LEAD) {
      Map<String, List<Integer>> byCluster = new LinkedHashMap<>();
      for (int i = 0; i < time.length; i++) {
        byCluster.computeIfAbsent(data.units().get(i).cluster(), c -> new ArrayList<>()).add(i);
      }
      clusters = counts(byCluster);
      if (clusters.get(0) < 2 || clusters.get(1) < 2) {
        return Comparison.notComputable(metric, data.young(), n, "an arm has a single cluster");
      }
      ClusterComparison.Test robust = robust(byCluster, event);
      if (!(robust.se() > 0)) {
        return Comparison.notComputable(metric, data.young(), n, "nothing varies");
      }
      // the same effect with an error by which clusters count
      double p = sides.student(robust.t(), robust.df());
      z = sides.z(p, log);
      freedom = robust.df();
      se = robust.t() == 0 ? se : Math.abs(log / robust.t());
      method =
          "log-rank test, robust for clusters (CR2 of the residuals); hazard ratio "
              + ratio.words();
    }
    double p = sides.normal(z);
    Comparison usual = comparison(method, clusters, log, se, freedom, p, z);
    return metric.analysis() == Metric.Analysis.PERMUTATION
        ? Comparing.permuted(usual, permutation(event), sides)
        : usual;
  }

  /**
   * The logarithm of the hazard ratio.
   *
   * @param log its estimate, above 0 for sooner
   * @param se its error
   * @param words by which method
   */
  private record Ratio(double log, double se, String words) {}

  /** Cox's; where it has no bound, as with an arm without any event, Peto's one step. */
  private Ratio ratio(boolean[] event, LogRank test) {
    double[][] treated = {Arrays.stream(arm).asDoubleStream().toArray()};
    CoxFit fit = CoxModel.fit(time, event, treated, CoxModel.Ties.EFRON);
    return fit.converged() && fit.errors()[0] > 0
        ? new Ratio(fit.coefficients()[0], fit.errors()[0], "by Cox's model")
        : new Ratio(
            Math.log(test.petoRatio()),
            1 / Math.sqrt(test.covariance()[0][0]),
            "by Peto's one-step estimate, as Cox's has no bound here");
  }

  private Comparison comparison(
      String method,
      List<Integer> clusters,
      double log,
      double se,
      double freedom,
      double p,
      double z) {
    double critical =
        Double.isInfinite(freedom)
            ? NormalLaw.critical(sides.level())
            : StudentLaw.critical(sides.level(), freedom);
    double half = critical * se;
    return new Comparison(
        metric,
        n,
        clusters,
        incidence(0).wonBy(metric.withinDays()),
        incidence(1).wonBy(metric.withinDays()),
        log,
        se,
        freedom,
        log - half,
        log + half,
        sides.level(),
        p,
        z,
        method,
        data.young(),
        beside(),
        "");
  }

  private List<Integer> counts(Map<String, List<Integer>> byCluster) {
    int treated = 0;
    for (List<Integer> units : byCluster.values()) {
      treated += arm[units.get(0)];
    }
    return List.of(byCluster.size() - treated, treated);
  }

  /**
   * Clusters' sums of the residuals event - cumulative hazard of both arms together: their mean
   * differs between the arms exactly when the log-rank score is not 0.
   */
  private ClusterComparison.Test robust(Map<String, List<Integer>> byCluster, boolean[] event) {
    double[] residual = residuals(event);
    double[][] values = new double[byCluster.size()][];
    boolean[] treated = new boolean[values.length];
    int c = 0;
    for (List<Integer> units : byCluster.values()) {
      values[c] = units.stream().mapToDouble(i -> residual[i]).toArray();
      treated[c] = arm[units.get(0)] == 1;
      c++;
    }
    return ClusterComparison.of(values, treated).robustReduced();
  }

  /** The log-rank score under other assignments: of leads one by one, else of whole clusters. */
  private Permutations permutation(boolean[] event) {
    double[] residual = residuals(event);
    if (plan.unit() != Lever.Unit.LEAD) {
      return new ComparingClusters(plan, data, seed).permutation(residual);
    }
    double[][] single = new double[residual.length][];
    boolean[] treated = new boolean[residual.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = new double[] {residual[i]};
      treated[i] = arm[i] == 1;
    }
    return Permutations.ofClusters(single, treated, seed);
  }

  private double[] residuals(boolean[] event) {
    KaplanMeier all = KaplanMeier.of(time, event);
    double[] hazard = new double[all.time().length];
    double sum = 0;
    for (int k = 0; k < hazard.length; k++) {
      sum += (double) all.events()[k] / all.atRisk()[k];
      hazard[k] = sum;
    }
    double[] residual = new double[time.length];
    for (int i = 0; i < residual.length; i++) {
      int at = Arrays.binarySearch(all.time(), time[i]);
      residual[i] = (event[i] ? 1 : 0) - hazard[at];
    }
    return residual;
  }

  private CompetingRisks incidence(int of) {
    int[] chosen = chosen(of);
    return CompetingRisks.of(
        Arrays.stream(chosen).mapToDouble(i -> time[i]).toArray(),
        Arrays.stream(chosen).mapToObj(i -> status[i]).toArray(Status[]::new));
  }

  private int[] chosen(int of) {
    return java.util.stream.IntStream.range(0, arm.length).filter(i -> arm[i] == of).toArray();
  }

  private List<Beside> beside() {
    List<Beside> beside = new ArrayList<>();
    GrayTest gray = GrayTest.of(time, status, arm, 2);
    double window = metric.withinDays();
    double share = incidence(1).wonBy(window) - incidence(0).wonBy(window);
    beside.add(
        new Beside(
            "share that gets there (Aalen-Johansen), Gray's test",
            share,
            gray.p(),
            gray.reason().isEmpty()
                ? "lost deals are lost; 1 - Kaplan-Meier would say %.0f %% and %.0f %%"
                    .formatted(
                        100 * incidence(0).naiveWonBy(window),
                        100 * incidence(1).naiveWonBy(window))
                : "not computable, because " + gray.reason()));
    double[] mean = new double[2];
    double variance = 0;
    for (int of = 0; of < 2; of++) {
      KaplanMeier open = open(of);
      mean[of] = open.restrictedMean(window);
      variance += Math.pow(open.restrictedMeanError(window), 2);
    }
    double difference = mean[1] - mean[0];
    beside.add(
        new Beside(
            "mean days open within the window, won or lost (restricted mean)",
            difference,
            variance > 0 ? NormalLaw.twoSided(difference / Math.sqrt(variance)) : Double.NaN,
            "%.1f days under control, %.1f treated".formatted(mean[0], mean[1])));
    return beside;
  }

  /** The share still open: won and lost both close. */
  private KaplanMeier open(int of) {
    int[] chosen = chosen(of);
    double[] times = Arrays.stream(chosen).mapToDouble(i -> time[i]).toArray();
    boolean[] closed = new boolean[chosen.length];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = status[chosen[i]] != Status.OPEN;
    }
    return KaplanMeier.of(times, closed);
  }

  /** Shares over days for a chart: those won and those lost of an arm. */
  static CompetingRisks incidence(ExperimentPlan plan, MetricData data, int of) {
    return new ComparingTimes(plan, data, 0).incidence(of);
  }
}
