package io.salestwin.report;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Baseline;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Theory;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the design counted on beside what was played, and why they differ where they do. */
final class AgainstDesign {

  private final Rehearsal found;
  private final RehearsalWords words;
  private final ExperimentPlan plan;
  private final Metric metric;
  private final Design design;
  private final double weeks;

  AgainstDesign(Rehearsal found, RehearsalWords words) {
    this.found = found;
    this.words = words;
    plan = found.course().plan();
    metric = plan.primary();
    design = found.course().design();
    weeks = found.course().enrolMs() / (7 * 86_400_000.0);
  }

  /**
   * A figure twice.
   *
   * @param name of what
   * @param designed as the design counts on it
   * @param played as it was in the rehearsal
   */
  record Row(String name, String designed, String played) {}

  List<Row> rows() {
    Baseline counted = design.baseline();
    boolean days = metric.measure() == Metric.Measure.CYCLE;
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "Leads whose window passes",
            Figures.count(Math.round(counted.leadsPerWeek() * weeks)),
            Figures.count(Math.round(found.shape().leads()))));
    rows.add(
        new Row(
            "Under control",
            metric.value(counted.mean()) + (days ? " (median of those who get there)" : ""),
            words.level(found.truth().control()) + (days ? " (mean within the window)" : "")));
    rows.add(
        new Row(
            "Effect",
            metric.difference(design.effect()) + " (of interest)",
            words.change(found.truth().effect()) + " (of a roll-out)"));
    if (plan.unit() != Lever.Unit.LEAD) {
      rows.add(
          new Row(
              "Correlation within a " + words.units(1),
              Figures.brief(counted.icc()),
              Figures.brief(found.shape().icc())));
    }
    rows.add(
        new Row(
            "Power, one look at the end",
            RehearsalWords.share(designed()),
            RehearsalWords.rate(found.methods().get(0).power())));
    return rows;
  }

  /** The power that the design has in this time. */
  private double designed() {
    return Design.power(plan, design.baseline(), weeks, design.effect());
  }

  /** Whether they agree, and why not. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    all.add(hoped());
    Theory theory = found.theory();
    if (theory.power().isEmpty()) {
      all.add("With what was played " + theory.formula() + ".");
      return all;
    }
    Estimate rehearsed = theory.held().power();
    boolean agrees = holds(rehearsed, theory.power());
    all.add(
        "By "
            + theory.formula()
            + " the power of the "
            + theory.held().method().words()
            + " would be "
            + RehearsalWords.share(theory.power().getAsDouble())
            + " with what was played; rehearsed it is "
            + RehearsalWords.rate(rehearsed)
            + ": "
            + (agrees ? "they agree." : "they do not agree."));
    if (!agrees) {
      why(theory, all);
    }
    return all;
  }

  /** The effect that is hoped for against that which the scenario gives. */
  private String hoped() {
    String counted =
        "In this time the design counts on a power of "
            + RehearsalWords.share(designed())
            + " for the effect of interest, "
            + metric.difference(design.effect())
            + ".";
    Estimate brought =
        metric.measure() == Metric.Measure.CYCLE
            ? design.baseline().modelled()
            : found.truth().effect();
    if (brought.value().isEmpty() || brought.value().get().interval().contains(design.effect())) {
      return counted;
    }
    double power = Design.power(plan, design.baseline(), weeks, brought.orNaN());
    return counted
        + " The treatment as the scenario has it brings "
        + metric.difference(brought.orNaN())
        + (Double.isNaN(power)
            ? "."
            : ", for which the design's own formula says " + RehearsalWords.share(power) + ".");
  }

  private void why(Theory theory, List<String> all) {
    if (found.interferes() && !theory.power().equals(theory.powerMeasured())) {
      all.add(
          "Of that, interference: for the effect as it is measured the formula says "
              + RehearsalWords.share(theory.powerMeasured().orElse(Double.NaN))
              + (holds(theory.held().power(), theory.powerMeasured()) ? ", which agrees." : "."));
    }
    if (plan.unit() != Lever.Unit.LEAD) {
      all.add(
          "Of that, clusters: "
              + Figures.count(Math.round(found.shape().clusters()))
              + " "
              + words.units(found.shape().clusters())
              + " of unequal size (they vary by "
              + RehearsalWords.share(found.shape().variation())
              + ", correlation "
              + Figures.brief(found.shape().icc())
              + "), of which the formula knows only the means.");
    } else {
      all.add(
          "The formula also takes leads for independent of each other and their number for known.");
    }
    if (metric.measure() == Metric.Measure.CYCLE) {
      all.add("It also takes the ratio of the hazards for the same on every day.");
    }
  }

  private static boolean holds(Estimate rate, OptionalDouble value) {
    return value.isPresent()
        && rate.value().filter(v -> v.interval().contains(value.getAsDouble())).isPresent();
  }

  /** What the covariate saves; none where the plan has none that is played. */
  List<String> covariate() {
    if (plan.covariate().isEmpty()) {
      return List.of();
    }
    String column = plan.covariate().get().column();
    if (found.covariate().isEmpty()) {
      return List.of(
          "The covariate "
              + column
              + (plan.isAdjusted(metric)
                  ? " was not played: the plan does not say from what it comes (covariate.from); all"
                      + " figures are those without it."
                  : " is not used: it goes with the standard analysis of shares and means."));
    }
    Rehearsal.Adjusted adjusted = found.covariate().get();
    List<String> all = new ArrayList<>();
    all.add(
        "Within the arms its correlation with the metric is "
            + adjusted
                .correlation()
                .value()
                .map(v -> Figures.brief(v.estimate()))
                .orElse(adjusted.correlation().toString())
            + (plan.covariate().get().correlation().isPresent()
                ? "; the plan states "
                    + Figures.brief(plan.covariate().get().correlation().getAsDouble())
                : "")
            + (plan.unit() == Lever.Unit.LEAD ? "" : " (of the means of " + words.units(2) + ")")
            + ".");
    all.add(saved(adjusted));
    Judged with = found.methods().get(0);
    all.add(
        "It finds the effect in "
            + RehearsalWords.hundred(with.power())
            + " rehearsals, without the covariate in "
            + RehearsalWords.hundred(adjusted.without().power())
            + "; where nothing differs in "
            + RehearsalWords.hundred(with.falsePositives())
            + " and "
            + RehearsalWords.hundred(adjusted.without().falsePositives())
            + ".");
    return all;
  }

  private static String saved(Rehearsal.Adjusted adjusted) {
    return adjusted
        .saved()
        .value()
        .map(
            v ->
                (v.interval().contains(0)
                        ? "Whether it takes variance away cannot be told from so many trials: "
                        : v.estimate() > 0
                            ? "Of the variance of what is measured it takes away "
                            : "It makes what is measured vary more; it takes away ")
                    + RehearsalWords.share(v.estimate())
                    + " (error "
                    + RehearsalWords.share(v.interval().low())
                    + " to "
                    + RehearsalWords.share(v.interval().high())
                    + ")"
                    + (v.interval().low() > 0
                        ? ", as if there were "
                            + Figures.brief(1 / (1 - v.estimate()))
                            + " times as much to see."
                        : "."))
        .orElse("What it saves is " + adjusted.saved() + ".");
  }
}
