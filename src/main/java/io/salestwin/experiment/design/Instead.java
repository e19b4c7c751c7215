package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.design.Design.Alternative;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Stage;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.power.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What could be tested instead: a nearer metric, a larger effect, another unit. */
record Instead(
    ExperimentPlan plan,
    Baseline baseline,
    Measuring measuring,
    double effect,
    double inflation,
    double cap) {

  List<Alternative> alternatives() {
    List<Alternative> found = new ArrayList<>();
    if (baseline.plays() > 0) {
      nearer(found);
    }
    larger(found);
    otherUnits(found);
    fewerLooks(found);
    return found.stream()
        .filter(a -> !Double.isInfinite(a.weeks()))
        .sorted(Comparator.comparingDouble(Alternative::weeks))
        .toList();
  }

  private double allowed() {
    return DesignOf.weeks(plan.atMostMs());
  }

  private double unexplained() {
    return Sizing.unexplained(plan, plan.unit());
  }

  private Demand demand() {
    return Sizing.demand(plan);
  }

  private Alternative alternative(String what, Metric metric, double of, double weeks, String why) {
    boolean share = metric.isShare() || metric.measure() == Measure.RATIO;
    return new Alternative(what, of, share, weeks, weeks <= allowed(), why);
  }

  /**
   * The same treatment seen at an earlier step: the effect that the scenario gives there, scaled as
   * the effect of interest is to the effect that the scenario gives on the primary metric.
   */
  private void nearer(List<Alternative> found) {
    Optional<Estimate.Value> on = clear(baseline.modelled());
    if (on.isEmpty()) {
      return;
    }
    double scale = effect / on.get().estimate();
    List<String> stages = measuring.scenario().stages().stream().map(Stage::name).toList();
    int from = plan.assignAt().map(stages::indexOf).orElse(0);
    int to =
        plan.primary().to().equals(Metric.WON)
            ? stages.size()
            : stages.indexOf(plan.primary().to());
    for (int s = from + 1; s < to; s++) {
      Metric metric = conversion(stages.get(s));
      Optional<Estimate.Value> there = clear(measuring.modelled(metric));
      if (there.isPresent() && scale > 0) {
        Baseline known = measuring.baseline(metric, plan.unit());
        double size = there.get().estimate() * scale;
        if (known.mean() + size < 1) {
          double weeks =
              Sizing.sensitivity(plan, metric, plan.unit(), known).weeksFor(size, demand())
                      * inflation
                  + DesignOf.followWeeks(metric);
          found.add(
              alternative(
                  "a nearer metric: " + metric.name(),
                  metric,
                  size,
                  weeks,
                  "what the effect on the primary metric comes to there, by the scenario"));
        }
      }
    }
  }

  private static Optional<Estimate.Value> clear(Estimate estimate) {
    return estimate.value().filter(v -> v.interval().low() > 0 || v.interval().high() < 0);
  }

  private Metric conversion(String stage) {
    return new Metric(
        "reached " + stage + " within " + Math.round(plan.primary().withinDays()) + " days",
        Measure.CONVERSION,
        stage,
        Metric.ASSIGNED,
        plan.primary().withinMs(),
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Metric.Analysis.STANDARD);
  }

  private void larger(List<Alternative> found) {
    double enrol = allowed() - DesignOf.followWeeks(plan.primary());
    if (enrol <= 0) {
      return;
    }
    Sensitivity sensitivity = Sizing.sensitivity(plan, plan.primary(), plan.unit(), baseline);
    double size =
        sensitivity.smallestEffect(
            enrol / inflation / unexplained(), Math.signum(effect), cap, demand());
    if (!Double.isInfinite(size) && Math.abs(size) > Math.abs(effect)) {
      found.add(
          alternative(
              "a larger effect: " + new Said(plan, baseline).effect(size) + " or more",
              plan.primary(),
              size,
              allowed(),
              "the smallest effect that the time allowed can find"));
    }
  }

  private void otherUnits(List<Alternative> found) {
    Measure measure = plan.primary().measure();
    if (plan.unit() == Lever.Unit.LEAD || measure == Measure.COUNT || measure == Measure.RATIO) {
      return;
    }
    for (Lever.Unit unit : List.of(Lever.Unit.LEAD, Lever.Unit.WEEK)) {
      if (unit != plan.unit()) {
        Baseline known = measuring.baseline(plan.primary(), unit);
        double weeks =
            Sizing.sensitivity(plan, plan.primary(), unit, known).weeksFor(effect, demand())
                    * inflation
                    * Sizing.unexplained(plan, unit)
                + DesignOf.followWeeks(plan.primary());
        String noun = unit.name().toLowerCase(Locale.ROOT) + "s";
        found.add(
            alternative(
                "another unit: assign " + noun,
                plan.primary(),
                effect,
                weeks,
                unit == Lever.Unit.LEAD
                    ? "only if one rep can work both ways, lead by lead, and what he learns does not"
                        + " spill over"
                    : "the whole team changes over week by week, in an order by lot"));
      }
    }
  }

  private void fewerLooks(List<Alternative> found) {
    if (plan.looks().kind() == Looks.Kind.ONCE) {
      return;
    }
    Sensitivity sensitivity = Sizing.sensitivity(plan, plan.primary(), plan.unit(), baseline);
    double weeks = sensitivity.weeksFor(effect, demand()) * unexplained();
    found.add(
        alternative(
            "one look, at the end",
            plan.primary(),
            effect,
            weeks + DesignOf.followWeeks(plan.primary()),
            "looks on the way cost leads, but may end it earlier"));
  }
}
