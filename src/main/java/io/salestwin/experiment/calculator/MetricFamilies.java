package io.salestwin.experiment.calculator;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.location.CovariateAdjustment;
import io.salestwin.statistics.location.RatioMetric;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.special.NormalLaw;
import java.util.List;
import java.util.Optional;

/** Metrics with a covariate, and metrics that are ratios. */
final class MetricFamilies {

  private MetricFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "CU",
            "covariate",
            "two means with a covariate from before: CUPED, analysis of covariance, Lin",
            "y_c=[10,12,9,14] x_c=[8,11,9,12] y_t=[13,12,16,11] x_t=[10,9,13,9]",
            MetricFamilies::covariate),
        new Family(
            "RM",
            "ratio-metric",
            "a ratio of sums per rep: delta method, relative lift, Fieller's interval",
            "m_c=[2,3,1,4] d_c=[8,9,4,11] m_t=[3,4,2,5] d_t=[7,9,6,11]",
            MetricFamilies::ratio));
  }

  private static Answer covariate(Input in) {
    CovariateAdjustment a =
        CovariateAdjustment.of(
            in.numbers("y_c", 1), in.numbers("x_c", 1), in.numbers("y_t", 1), in.numbers("x_t", 1));
    WelchTest adjusted = a.adjusted();
    return Answer.of("theta_pooled", a.thetaPooled())
        .with("mean_c_adj", a.controlMean())
        .with("mean_t_adj", a.treatmentMean())
        .with("var_c_adj", a.controlVariance())
        .with("var_t_adj", a.treatmentVariance())
        .with("diff", adjusted.difference())
        .with("se", adjusted.se())
        .with("t", adjusted.t())
        .with("df", adjusted.freedom())
        .with("p", adjusted.twoSided())
        .with("diff_unadjusted", a.unadjusted().difference())
        .with("se_unadjusted", a.unadjusted().se())
        .with("theta_within", a.thetaWithin())
        .with("diff_ancova", a.covarianceDifference())
        .with("se_ancova", a.covarianceSe())
        .with("p_ancova", a.covarianceP())
        .with("variance_reduction", a.varianceReduction())
        .with("diff_lin", a.linDifference())
        .with("se_lin_hc2", a.linSe())
        .withReason(reason(a));
  }

  private static String reason(CovariateAdjustment a) {
    if (!a.adjusted().reason().isEmpty()) {
      return a.adjusted().reason();
    }
    if (Double.isNaN(a.covarianceP())) {
      return "the analysis of covariance leaves no spread to judge chance by";
    }
    return Double.isNaN(a.linSe())
        ? "a unit decides an arm's slope alone, so Lin's estimator has no error"
        : "";
  }

  private static Answer ratio(Input in) {
    RatioMetric r =
        new RatioMetric(
            RatioMetric.Arm.of(in.numbers("m_c", 1), in.numbers("d_c", 1)),
            RatioMetric.Arm.of(in.numbers("m_t", 1), in.numbers("d_t", 1)));
    WelchTest difference = r.difference();
    double level = in.level();
    Optional<Bounds> fieller = r.fieller(level);
    String reason = difference.reason();
    if (reason.isEmpty() && r.control().ratio() == 0) {
      reason = "the control's ratio is 0, so there is no relative lift";
    }
    return Answer.of("ratio_c", r.control().ratio())
        .with("ratio_t", r.treatment().ratio())
        .with("var_ratio_c", r.control().variance())
        .with("var_ratio_t", r.treatment().variance())
        .with("diff", difference.difference())
        .with("se", difference.se())
        .with("z", difference.t())
        .with("p", NormalLaw.twoSided(difference.t()))
        .with("df", difference.freedom())
        .with("p_t", difference.twoSided())
        .with("lift", r.lift())
        .with("lift_var", r.liftVariance())
        .with("lift_ci95", r.liftBounds(level))
        .with("fieller_g", r.fiellerG(level))
        .with("fieller_ci95", fieller.isPresent() ? fieller.get() : "unbounded")
        .withReason(reason);
  }
}
