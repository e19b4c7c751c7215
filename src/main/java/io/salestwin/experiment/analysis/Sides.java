package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;

/**
 * What a plan's level and sides make of an estimate with its error.
 *
 * @param alpha the level
 * @param two whether both directions count
 * @param upwards whether an effect above 0 is good
 */
record Sides(double alpha, boolean two, boolean upwards) {

  static Sides of(ExperimentPlan plan, Metric metric) {
    boolean cycle = metric.measure() == Metric.Measure.CYCLE;
    // a cycle's effect is a hazard ratio: above 0 is sooner
    return new Sides(plan.alpha(), plan.twoSided(), cycle != metric.higherIsBetter());
  }

  /** The level of an interval that goes with the test. */
  double level() {
    return two ? 1 - alpha : 1 - 2 * alpha;
  }

  double student(double t, double df) {
    return two
        ? StudentLaw.twoSided(t, df)
        : upwards ? StudentLaw.above(t, df) : StudentLaw.below(t, df);
  }

  double normal(double z) {
    return two ? NormalLaw.twoSided(z) : upwards ? NormalLaw.above(z) : NormalLaw.below(z);
  }

  /** The p of a test that gives one p for each direction. */
  double chosen(double both, double above, double below) {
    return two ? both : upwards ? above : below;
  }

  /** The standardised effect with a p, in the direction of an effect. */
  double z(double p, double effect) {
    if (two) {
      double size = p >= 1 ? 0 : NormalLaw.upperQuantile(p / 2);
      return effect < 0 ? -size : size;
    }
    double z = p >= 1 ? Double.NEGATIVE_INFINITY : NormalLaw.upperQuantile(p);
    return upwards ? z : -z;
  }
}
