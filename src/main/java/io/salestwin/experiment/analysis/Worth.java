package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Analysis.Waiting;
import io.salestwin.statistics.special.NormalLaw;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What it would bring to go on: the value of deciding at the end less that of deciding now. With
 * the flat prior the effect is normal around what was seen; at the end the estimate will have moved
 * by a normal of variance se² - se²(end), and who decides then can choose better. Until then only
 * the treated share of the leads has the effect.
 */
record Worth(ExperimentPlan plan, double leadsPerWeek, String currency) {

  private static final double MS_PER_WEEK = 7 * 86_400_000.0;

  Waiting waiting(Comparison seen, double share, LocalDate asOf, Optional<LocalDate> until) {
    Measure measure = seen.metric().measure();
    if (!seen.isComputable()) {
      return none(until, "the effect is not computable");
    }
    if (measure != Measure.CONVERSION && measure != Measure.VALUE) {
      return none(until, "only a conversion or a value for each lead adds up over leads");
    }
    Metric.Analysis analysis = seen.metric().analysis();
    if (analysis == Metric.Analysis.LOG || analysis == Metric.Analysis.MEDIAN) {
      return none(until, "ratios and medians do not add up over leads");
    }
    boolean money = measure == Measure.VALUE || plan.decision().value().isPresent();
    double each = measure == Measure.VALUE ? 1 : plan.decision().value().orElse(1);
    double weeks = plan.decision().forMs() / MS_PER_WEEK;
    double scale = leadsPerWeek * weeks * each;
    double cost = money ? plan.decision().cost() : 0;
    double mean = scale * seen.gain() - cost;
    double now = Math.max(0, mean);
    String unit = money ? currency : "more leads that get there";
    if (until.isEmpty() || asOf.equals(LocalDate.MIN)) {
      return new Waiting(until, now, Double.NaN, unit, "this is the end");
    }
    double delay = Math.min(1, ChronoUnit.DAYS.between(asOf, until.get()) / 7.0 / weeks);
    double spread = scale * seen.se() * Math.sqrt(Math.max(0, 1 - Math.min(1, share)));
    // what is left of the time pays, but the cost is the cost
    double left = (1 - delay) * scale * seen.gain() - cost;
    double error = (1 - delay) * spread;
    double best =
        error == 0
            ? Math.max(0, left)
            : left * NormalLaw.below(left / error) + error * NormalLaw.density(left / error);
    double meanwhile = delay * plan.share() * scale * seen.gain();
    return new Waiting(until, now, best + meanwhile, unit, "");
  }

  private static Waiting none(Optional<LocalDate> until, String reason) {
    return new Waiting(until, Double.NaN, Double.NaN, "", reason);
  }
}
