package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.design.Design.Futility;
import io.salestwin.scenario.Lever;
import java.util.Optional;

/**
 * How much of the planned information is in: units whose window has passed, weeks, or of times
 * events.
 *
 * @param plan the plan
 * @param leads planned leads of both arms
 * @param weeks planned weeks of enrolment
 * @param eventsPerLead how many of them were expected to get there within the window
 * @param interest the effect of interest on the scale of comparisons
 * @param futility where looks end it for want of a chance; empty where they do not
 */
public record Information(
    ExperimentPlan plan,
    double leads,
    double weeks,
    double eventsPerLead,
    double interest,
    Optional<Futility> futility) {

  /**
   * What a design counts on.
   *
   * @param design the design
   * @param leads planned leads of both arms
   * @param weeks planned weeks of enrolment
   * @return the information
   */
  public static Information of(Design design, double leads, double weeks) {
    return new Information(
        design.plan(),
        leads,
        weeks,
        design.eventsPerLead(),
        Comparison.onScale(design.plan().primary(), design.effect(), design.baseline().mean()),
        design.futility());
  }

  /**
   * The share at a look.
   *
   * @param seen the metric that decides
   * @param events units that got there; of times only
   * @param passed weeks of enrolment whose windows have passed
   * @return share of the planned information, at least 0; above 1 for more than planned
   */
  double share(Comparison seen, double events, double passed) {
    if (!seen.isComputable()) {
      return 0;
    }
    Measure measure = seen.metric().measure();
    double units = seen.n().get(0) + seen.n().get(1);
    if (measure == Measure.CYCLE) {
      // who is still open tells little, until all windows have passed
      double told = events / (leads * eventsPerLead);
      boolean all = (units - seen.young()) / leads >= Watching.END;
      return all ? Math.max(1, told) : told;
    }
    if (plan.unit() == Lever.Unit.WEEK) {
      int clusters = seen.clusters().get(0) + seen.clusters().get(1);
      return clusters / Math.max(2, Math.floor(weeks));
    }
    return measure == Measure.COUNT || measure == Measure.RATIO ? passed / weeks : units / leads;
  }
}
