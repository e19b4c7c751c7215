package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric.Analysis;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.scenario.Lever;
import java.util.List;
import java.util.stream.Stream;

/** How the results of a trial are judged. */
public enum Method {
  /** Two shares of leads: the pooled z test, Newcombe's interval. */
  SHARES("z test of two shares of leads"),
  /** Two shares of leads: Fisher's exact test, Newcombe's interval. */
  FISHER("Fisher's exact test of two shares of leads"),
  /** Two means of leads: Welch's t test. */
  MEANS("Welch's t test of two means of leads"),
  /** By what was known before: of leads CUPED, of clusters an analysis of covariance. */
  ADJUSTED("test adjusted by what was known before (CUPED, analysis of covariance)"),
  /** Times to an event, younger leads censored: the log-rank test; restricted means. */
  LOG_RANK("log-rank test of times, open leads censored"),
  /** Whole clusters: the cluster-robust error CR2 with Satterthwaite's degrees of freedom. */
  CLUSTERS("cluster-robust t test (CR2, Satterthwaite's degrees of freedom)"),
  /** Times of whole clusters: the log-rank test, its residuals compared as by {@link #CLUSTERS}. */
  CLUSTER_LOG_RANK("log-rank test of times, robust for clusters (CR2)"),
  /** A ratio of sums over whole clusters, by the delta method. */
  CLUSTER_RATIO("ratio of sums over the clusters (delta method)"),
  /** Whole clusters: Student's t test of the clusters' means. */
  CLUSTER_MEANS("t test of the clusters' means"),
  /** The units dealt anew many times, as they were dealt. */
  PERMUTATION("permutation test, dealt anew as the units were"),
  /** Whole clusters' counts: Student's t test. */
  COUNTS("t test of the counts of the units");

  private final String words;

  Method(String words) {
    this.words = words;
  }

  /**
   * What it is called.
   *
   * @return words for a table
   */
  public String words() {
    return words;
  }

  /** Whether this counts leads although more than leads was randomised. */
  static boolean isNaive(Method method, Lever.Unit unit) {
    return unit != Lever.Unit.LEAD
        && (method == SHARES || method == FISHER || method == MEANS || method == LOG_RANK);
  }

  /** The plan's own method first, then others, the naive one last. */
  static List<Method> of(ExperimentPlan plan) {
    boolean adjusted =
        plan.isAdjusted(plan.primary())
            && plan.covariate().flatMap(ExperimentPlan.Covariate::origin).isPresent();
    return Stream.concat(
            adjusted ? Stream.of(ADJUSTED) : Stream.empty(), unadjusted(plan, planned(plan)))
        .toList();
  }

  private static Stream<Method> unadjusted(ExperimentPlan plan, Method planned) {
    if (plan.unit() == Lever.Unit.LEAD) {
      return Stream.of(planned);
    }
    if (planned == COUNTS) {
      return Stream.of(COUNTS, PERMUTATION);
    }
    Method naive = plan.primary().isShare() ? SHARES : MEANS;
    return planned == PERMUTATION
        ? Stream.of(PERMUTATION, CLUSTERS, CLUSTER_MEANS, naive)
        : Stream.of(planned, CLUSTER_MEANS, PERMUTATION, naive);
  }

  private static Method planned(ExperimentPlan plan) {
    Measure measure = plan.primary().measure();
    Analysis analysis = plan.primary().analysis();
    if (measure == Measure.COUNT) {
      return analysis == Analysis.PERMUTATION ? PERMUTATION : COUNTS;
    }
    if (analysis == Analysis.PERMUTATION) {
      return PERMUTATION;
    }
    if (plan.unit() != Lever.Unit.LEAD) {
      return switch (measure) {
        case CYCLE -> CLUSTER_LOG_RANK;
        case RATIO -> CLUSTER_RATIO;
        default -> CLUSTERS;
      };
    }
    return switch (measure) {
      case CONVERSION -> analysis == Analysis.EXACT ? FISHER : SHARES;
      case CYCLE -> LOG_RANK;
      default -> MEANS;
    };
  }
}
