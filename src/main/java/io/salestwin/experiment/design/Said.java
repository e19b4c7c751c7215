package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.scenario.Lever;
import java.util.Locale;

/** Figures of a design in words. */
record Said(ExperimentPlan plan, Baseline baseline) {

  /** A time as people plan it. */
  static String time(double weeks) {
    double months = weeks / Sizing.WEEKS_PER_MONTH;
    if (Double.isInfinite(weeks)) {
      return "for ever";
    }
    if (weeks < 10) {
      return number(weeks, weeks < 3 ? 1 : 0) + " weeks";
    }
    return months < 36
        ? number(months, months < 10 ? 1 : 0) + " months"
        : number(months / 12, months < 120 ? 1 : 0) + " years";
  }

  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** An effect on the primary metric. */
  String effect(double effect) {
    return plan.primary().difference(effect);
  }

  /** Why no time is enough. */
  String never(double effect) {
    if (plan.primary().isShare() && baseline.mean() + effect > 1) {
      return "an effect of %s on %.0f %% cannot be"
          .formatted(effect(effect), 100 * baseline.mean());
    }
    if (plan.unit() == Lever.Unit.REP || plan.unit() == Lever.Unit.TERRITORY) {
      String noun = plan.unit() == Lever.Unit.REP ? "reps" : "territories";
      return ("with %d %s no time is enough, because more leads of the same %s tell nothing new of how"
              + " %s differ")
          .formatted(baseline.clusters(), noun, noun, noun);
    }
    return "no time is enough";
  }
}
