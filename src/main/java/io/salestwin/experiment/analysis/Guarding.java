package io.salestwin.experiment.analysis;

import io.salestwin.experiment.Effect;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Guardrail;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.proportion.NonInferiority;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;

/** Is a guardrail's metric not worse by its margin? One-sided, at the plan's level. */
record Guarding(ExperimentPlan plan) {

  Guarded guarded(Guardrail guardrail, Comparison comparison) {
    double margin = margin(guardrail, comparison);
    if (!comparison.isComputable() || !(margin > 0)) {
      String reason =
          comparison.isComputable()
              ? "its margin needs a baseline in the plan, or must be a share such as 10%"
              : comparison.reason();
      return new Guarded(comparison, margin, Double.NaN, Outcome.NOT_COMPUTABLE, "", reason);
    }
    double z = (comparison.gain() + margin) / comparison.se();
    double freedom = comparison.freedom();
    double p = above(z, freedom);
    String method = "one-sided test of the margin";
    boolean counted = comparison.metric().isShare() && plan.unit() == Lever.Unit.LEAD && margin < 1;
    if (counted) {
      NonInferiority test = score(comparison, margin);
      if (!Double.isNaN(test.farringtonManningZ())) {
        p = test.p(test.farringtonManningZ());
        method = "score test of the margin (Farrington and Manning)";
      }
    }
    Outcome outcome =
        p <= plan.alpha()
            ? Outcome.MET
            : above(-z, freedom) <= plan.alpha() ? Outcome.BROKEN : Outcome.OPEN;
    return new Guarded(comparison, margin, p, outcome, method, "");
  }

  private static double above(double z, double freedom) {
    return Double.isInfinite(freedom) ? NormalLaw.above(z) : StudentLaw.above(z, freedom);
  }

  private static NonInferiority score(Comparison comparison, double margin) {
    long n1 = comparison.n().get(0);
    long n2 = comparison.n().get(1);
    return NonInferiority.of(
        Math.round(comparison.control() * n1),
        n1,
        Math.round(comparison.treatment() * n2),
        n2,
        margin,
        comparison.metric().higherIsBetter());
  }

  /** By how much it may become worse on the scale of the effect, above 0. */
  private static double margin(Guardrail guardrail, Comparison comparison) {
    Effect margin = guardrail.margin();
    Metric metric = guardrail.metric();
    double worse = metric.higherIsBetter() ? -1 : 1;
    // a cycle's figures of the arms are shares, those of logarithms geometric means
    double stated = metric.baseline().orElse(Double.NaN);
    boolean plain = comparison.scale() == Comparison.Scale.DIFFERENCE;
    boolean relative = margin.scale() == Effect.Scale.RELATIVE;
    double baseline = plain ? comparison.control() : relative ? 1 : stated;
    double size = Comparison.onScale(metric, worse * margin.of(baseline), baseline);
    return Math.abs(size);
  }
}
