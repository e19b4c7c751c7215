package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Guardrail;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design.GuardrailPower;
import io.salestwin.statistics.power.Demand;
import java.util.List;

/** How well guardrails are watched by an experiment that was sized for its primary metric. */
record Guarding(ExperimentPlan plan, Measuring measuring) {

  List<GuardrailPower> guardrails(double weeks) {
    return plan.guardrails().stream().map(guardrail -> power(guardrail, weeks)).toList();
  }

  /** Non-inferiority: a one-sided test of the margin when in truth nothing changes. */
  private GuardrailPower power(Guardrail guardrail, double weeks) {
    Metric metric = guardrail.metric();
    if (!measuring.isStated(metric, plan.unit())
        && measuring.isStated(plan.primary(), plan.unit())) {
      return new GuardrailPower(
          metric.name(),
          Double.NaN,
          Double.NaN,
          "the plan does not state its baseline; without volume and baseline all is measured");
    }
    Baseline known = measuring.baseline(metric, plan.unit());
    double margin = guardrail.margin().of(known.mean());
    double worse = metric.higherIsBetter() ? -margin : margin;
    if (Double.isInfinite(weeks)) {
      return new GuardrailPower(metric.name(), worse, Double.NaN, "the test never ends");
    }
    Demand oneSided = new Demand(plan.alpha(), 1, plan.power());
    double power =
        Sizing.sensitivity(plan, metric, plan.unit(), known).power(weeks, worse, oneSided);
    return new GuardrailPower(metric.name(), worse, power, "");
  }
}
