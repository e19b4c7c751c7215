package io.salestwin.experiment.calculator;

import io.salestwin.statistics.cluster.ClusterComparison;
import io.salestwin.statistics.cluster.ClusterDesign;
import java.util.List;

/** Designs in which reps or territories are randomised. */
final class ClusterFamilies {

  private ClusterFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "CL",
            "clusters",
            "plan or analyse a test that randomises reps or territories",
            "kind=analysis clusters=[[1,0,1],[0,1],[1,1],[0,0,1]] arm=[0,0,1,1]",
            ClusterFamilies::clusters));
  }

  private static Answer clusters(Input input) {
    return input.choice("kind", "design", "analysis").equals("design")
        ? design(input)
        : analysis(input);
  }

  private static Answer design(Input input) {
    ClusterDesign design =
        new ClusterDesign(input.positive("m"), input.number("icc"), input.number("cv", 0));
    Answer answer = Answer.of("deff", design.effect()).with("deff_unequal", design.effectUnequal());
    if (input.has("n_individual")) {
      double individual = input.positive("n_individual");
      answer =
          answer
              .with("n_per_arm", design.units(individual))
              .with("clusters_per_arm_ceil", PowerInput.whole(design.clusters(individual)));
    }
    if (input.has("n_given")) {
      answer = answer.with("n_effective", design.worth(input.positive("n_given")));
    }
    return input.has("delta") ? answer.with(power(design, input)) : answer;
  }

  private static Answer power(ClusterDesign design, Input input) {
    double delta = input.number("delta");
    double sd = input.positive("sd", 1);
    double alpha = input.inside("alpha", 0.05);
    double target = input.inside("power", 0.8);
    int enough = delta == 0 ? -1 : design.clustersForPower(delta, sd, alpha, target);
    return enough < 0
        ? Answer.of("clusters_per_arm_t", Double.NaN)
            .with("power_at_k", Double.NaN)
            .withReason("no number of clusters reaches the power with this effect")
        : Answer.of("clusters_per_arm_t", enough)
            .with("power_at_k", design.power(enough, delta, sd, alpha));
  }

  private static Answer analysis(Input input) {
    double[][] values = input.rows("clusters");
    long[] arms = input.counts("arm");
    boolean[] treated = new boolean[arms.length];
    for (int i = 0; i < arms.length; i++) {
      if (arms[i] > 1) {
        throw new BadCase("arm[" + i + "] is " + arms[i] + "; give 0 (control) or 1 (treatment)");
      }
      treated[i] = arms[i] == 1;
    }
    ClusterComparison comparison = ClusterComparison.of(values, treated);
    ClusterComparison.Test means = comparison.ofMeans();
    ClusterComparison.Test corrected = comparison.robustCorrected();
    ClusterComparison.Test reduced = comparison.robustReduced();
    return Answer.of("icc_anova", comparison.icc())
        .with(
            "t_cluster_means",
            Answer.of("estimate", means.estimate())
                .with("t", means.t())
                .with("df", (long) means.df())
                .with("p", means.p())
                .with("ci95", means.interval(0.95)))
        .with("ols_diff", corrected.estimate())
        .with("se_cr0", comparison.robust().se())
        .with("se_cr1", corrected.se())
        .with("p_cr1_t", corrected.p())
        .with("se_cr2", reduced.se())
        .with("df_cr2", reduced.df())
        .with("p_cr2", reduced.p())
        .with("naive_p", comparison.naive().p())
        .withReason(comparison.reason());
  }
}
