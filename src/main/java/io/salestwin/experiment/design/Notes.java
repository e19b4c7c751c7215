package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design.Size;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.cluster.ClusterDesign;
import io.salestwin.statistics.power.ExactPower;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What else must be known of a design. */
record Notes(
    ExperimentPlan plan,
    Baseline baseline,
    double effect,
    Size size,
    Optional<Design.Futility> futility) {

  /** Up to here every table is counted. */
  private static final int EXACT = 150;

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    modelled(notes);
    exact(notes);
    clusters(notes);
    if (plan.primary().measure() == Metric.Measure.CYCLE) {
      notes.add(
          "Time to the event is sized by Schoenfeld's formula under proportional hazards: a time"
              + " shorter by a share r is taken as a hazard ratio of 1 / (1 - r).");
    }
    if (plan.looks().isAnyTime()) {
      notes.add(
          "Looking at any time costs "
              + String.format(Locale.ROOT, "%.2f", Sizing.inflation(plan, new double[] {1}))
              + " times the leads of one look; a budget of a few looks costs far less.");
    }
    covariate(notes);
    futility.ifPresent(f -> notes.add(ending(f)));
    switch (plan.primary().analysis()) {
      case PERMUTATION ->
          notes.add("The size is that of a comparison of means, which a permutation test nears.");
      case LOG, MEDIAN ->
          notes.add(
              "The size is that of a comparison of means. What the planned analysis needs depends on"
                  + " how values are spread, for which there is no formula here"
                  + (plan.primary().analysis() == Metric.Analysis.LOG
                      ? ": experiment rehearse plays it."
                      : "."));
      default -> {
        // sized as it will be analysed
      }
    }
    return notes;
  }

  private void modelled(List<String> notes) {
    if (baseline.modelled() instanceof Estimate.Value value) {
      Said said = new Said(plan, baseline);
      boolean less = Math.abs(value.estimate()) < Math.abs(effect) / 2;
      notes.add(
          "In the scenario the treatment moves the metric by %s (error %s to %s) when all get it%s."
              .formatted(
                  said.effect(value.estimate()),
                  said.effect(value.interval().low()),
                  said.effect(value.interval().high()),
                  less ? "; that is less than half of the effect which the plan looks for" : ""));
    }
  }

  private String ending(Design.Futility f) {
    String limits =
        f.below().stream()
            .map(z -> String.format(Locale.ROOT, "%.2f", z))
            .collect(Collectors.joining(", "));
    boolean spent = plan.looks().futility().orElse(null) instanceof Looks.Futility.Spent;
    return String.format(
        Locale.ROOT,
        "Looks end it for want of a chance where z towards the gain is below %s. "
            + (spent ? "The size allows for it, which leaves %.1f %% of" : "That leaves %.1f %% of")
            + " %.0f %% power; without an effect it ends after %.0f %% of the leads on the mean, not"
            + " after %.0f %%.",
        limits,
        100 * f.power(),
        100 * plan.power(),
        100 * f.expected(),
        100 * f.expectedWithout());
  }

  private void covariate(List<String> notes) {
    if (plan.covariate().isEmpty()) {
      return;
    }
    String column = plan.covariate().get().column();
    double left = Sizing.unexplained(plan, plan.unit());
    notes.add(
        left < 1
            ? "The covariate %s takes %.0f %% of the variance away; without it the test would need %.2f times the leads."
                .formatted(column, 100 * (1 - left), 1 / left)
            : "What the covariate %s would save is not counted: %s."
                    .formatted(
                        column,
                        plan.covariate().get().correlation().isEmpty()
                            ? "the plan does not state its correlation"
                            : "its correlation is that of leads, compared by their shares or means")
                + (left == 1 && plan.isAdjusted(plan.primary())
                    ? " A rehearsal counts it where the covariate says from what it comes (from)."
                    : ""));
  }

  private void exact(List<String> notes) {
    boolean small = size.control() <= EXACT && size.treatment() <= EXACT;
    if (plan.unit() != Lever.Unit.LEAD || !plan.primary().isShare() || !small) {
      return;
    }
    int n1 = (int) size.control();
    int n2 = (int) size.treatment();
    boolean fisher = plan.primary().analysis() == Metric.Analysis.EXACT;
    ExactPower power =
        fisher ? ExactPower.ofFisher(n1, n2, plan.alpha()) : ExactPower.ofZ(n1, n2, plan.alpha());
    double p1 = baseline.mean();
    notes.add(
        "So few leads are better counted than approximated: the exact power of %s is %.1f %%, its"
                .formatted(fisher ? "Fisher's test" : "the z test", 100 * power.at(p1, p1 + effect))
            + " true false-positive rate %.1f %%.".formatted(100 * power.at(p1, p1)));
  }

  private void clusters(List<String> notes) {
    if (plan.unit() == Lever.Unit.LEAD || Double.isInfinite(size.leads())) {
      return;
    }
    double clusters = size.controlClusters() + size.treatmentClusters();
    double each = size.leads() / clusters;
    if (each >= 1 && plan.primary().measure() != Metric.Measure.COUNT) {
      double factor =
          new ClusterDesign(each, baseline.icc(), baseline.sizeVariation()).effectUnequal();
      notes.add(
          "Leads of one %s resemble each other (intracluster correlation %.3f): %.0f leads each make"
                  .formatted(plan.unit().name().toLowerCase(Locale.ROOT), baseline.icc(), each)
              + " every lead worth 1/%.1f of an independent one.".formatted(factor));
    }
  }
}
