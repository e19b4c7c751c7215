package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Guardrail;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.statistics.multiple.Adjustment;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.util.List;

/**
 * The planned analysis without its words and without what stands beside it, for those who judge one
 * experiment after the other: the very tests, limits and rules of {@link Analysis}.
 */
public final class Judging {

  private final Information information;
  private final ExperimentPlan plan;
  private final Comparing comparing;

  /**
   * The judge of a plan.
   *
   * @param information what the plan counts on
   * @param seed of permutations
   */
  public Judging(Information information, long seed) {
    this.information = information;
    plan = information.plan();
    comparing = Comparing.quick(plan, seed);
  }

  /**
   * One look at the metric that decides.
   *
   * @param share of the planned information
   * @param primary what was seen
   */
  public record Look(double share, Comparison primary) {}

  /**
   * Compares the arms.
   *
   * @param metric the metric
   * @param units that count: whose window has passed; of a cycle all
   * @param young how many units have a window that has not passed
   * @return the planned comparison
   */
  public Comparison compare(Metric metric, List<Unit> units, int young) {
    return comparing.compare(new MetricData(metric, units, young, ""));
  }

  /**
   * A look at the metric that decides.
   *
   * @param units as in {@link #compare}
   * @param young as in {@link #compare}
   * @param passed weeks of enrolment whose windows have passed
   * @param end whether the time is up
   * @return the look
   */
  public Look look(List<Unit> units, int young, double passed, boolean end) {
    Comparison primary = compare(plan.primary(), units, young);
    boolean cycle = plan.primary().measure() == Measure.CYCLE;
    double events = cycle ? units.stream().filter(u -> u.status() == Status.WON).count() : 0;
    double share = information.share(primary, events, passed);
    return new Look(end && primary.isComputable() ? Math.max(1, share) : share, primary);
  }

  /**
   * Judges a guardrail.
   *
   * @param guardrail of the plan
   * @param seen its metric
   * @return what is shown
   */
  public Guarded guarded(Guardrail guardrail, Comparison seen) {
    return new Guarding(plan).guarded(guardrail, seen);
  }

  /**
   * Whether the metric that decides has passed its limit at one of some looks.
   *
   * @param looks all so far
   * @return true once it has
   */
  public boolean isCrossed(List<Look> looks) {
    return watching(looks).isCrossed();
  }

  /**
   * What the plan's rule says.
   *
   * @param looks all so far, the present one last
   * @param guardrails what is shown of each
   * @return the ground on which it decides, or goes on
   */
  public Ground ground(List<Look> looks, List<Guarded> guardrails) {
    return Ground.of(looks.get(looks.size() - 1).primary(), watching(looks), guardrails);
  }

  private Watching watching(List<Look> looks) {
    List<Watching.Seen> seen =
        looks.stream()
            .filter(look -> look.primary().isComputable())
            .map(look -> new Watching.Seen("", look.share(), look.primary()))
            .toList();
    return new Watching(information, seen);
  }

  /**
   * The p of further metrics, allowed for their number.
   *
   * @param p of each, NaN where not computable
   * @return as many
   */
  public double[] adjusted(double[] p) {
    return adjusted(plan, p);
  }

  static double[] adjusted(ExperimentPlan plan, double[] p) {
    return switch (plan.correction()) {
      case HOLM -> Adjustment.HOLM.adjusted(p);
      case HOCHBERG -> Adjustment.HOCHBERG.adjusted(p);
      case BH -> Adjustment.BH.adjusted(p);
    };
  }
}
