package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Covariate;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Baseline;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Shape;
import io.salestwin.experiment.rehearsal.Rehearsal.Theory;
import io.salestwin.experiment.rehearsal.Rehearsal.Truth;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.cluster.ClusterDesign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What formulas say of one look at the end, with what the trials were like.
 *
 * @param course the experiment with its days
 * @param seed the seed of the trials
 * @param shape what a trial is like
 * @param truth what a roll-out brings
 * @param hazard the hazard ratio that is measured on the mean; NaN but for times
 * @param events how many get there on the mean
 * @param correlation of the covariate with the metric, within the arms; NaN without one
 */
record Formulas(
    Course course,
    long seed,
    Shape shape,
    Truth truth,
    double hazard,
    double events,
    double correlation) {

  private ExperimentPlan plan() {
    return course.plan();
  }

  /** The formula of the design, fed with what the trials were like. */
  Theory theory(List<Judged> methods) {
    Judged first = methods.get(0);
    return switch (first.method()) {
      case LOG_RANK, CLUSTER_LOG_RANK -> times(first);
      case FISHER ->
          none(first, "there is none for Fisher's test; its power is counted, not approximated");
      case COUNTS -> none(first, "one for counts needs to know how much the rates of units differ");
      case ADJUSTED -> theory(plan().unit() == Lever.Unit.LEAD ? first : methods.get(1));
      case SHARES, MEANS, CLUSTERS, CLUSTER_RATIO, CLUSTER_MEANS, PERMUTATION ->
          plan().primary().measure() == Metric.Measure.CYCLE
              ? none(first, "there is none for a permutation of times")
              : theory(first);
    };
  }

  /** Of the covariate the formula knows the correlation as it was played, not as it was hoped. */
  private Theory theory(Judged held) {
    double weeks = course.weeks();
    double control = truth.control().orNaN();
    Baseline known =
        new Baseline(
            0,
            seed,
            shape.leads() / weeks,
            control,
            shape.sd(),
            control,
            plan().unit() == Lever.Unit.WEEK ? 0 : (int) Math.round(shape.clusters()),
            Double.isNaN(shape.icc()) ? 0 : Math.max(0, shape.icc()),
            Double.isNaN(shape.variation()) ? 0 : shape.variation(),
            new Estimate.NotComputable("the trials were played instead"));
    Optional<Covariate> played =
        held.method() == Method.ADJUSTED
            ? plan()
                .covariate()
                .map(c -> new Covariate(c.column(), OptionalDouble.of(correlation), c.origin()))
            : Optional.empty();
    ExperimentPlan like = plan().with(played);
    return new Theory(
        formula() + (played.isEmpty() ? "" : ", with the correlation of the covariate as played"),
        held,
        known(Design.power(like, known, weeks, truth.effect().orNaN())),
        known(Design.power(like, known, weeks, truth.measured().orNaN())));
  }

  private String formula() {
    if (plan().unit() != Lever.Unit.LEAD) {
      return "the t test of cluster means with the design effect of the correlation within clusters";
    }
    return plan().primary().isShare()
        ? "the normal approximation of the z test"
        : "Student's t test by the noncentral t";
  }

  /** Schoenfeld's formula knows hazards; a roll-out's is not measured, only that of the trials. */
  private Theory times(Judged held) {
    double worth =
        plan().unit() == Lever.Unit.LEAD
            ? 1
            : new ClusterDesign(
                        shape.leads() / shape.clusters(),
                        Math.max(0, shape.icc()),
                        shape.variation())
                    .worth(shape.leads())
                / shape.leads();
    OptionalDouble power = known(Design.powerOfTimes(plan(), hazard, events * worth));
    return new Theory(
        String.format(
            Locale.ROOT,
            "Schoenfeld's formula, with the hazard ratio %.2f that is measured and %,.0f who get"
                + " there,",
            hazard,
            events),
        held,
        power,
        power);
  }

  private static Theory none(Judged held, String why) {
    return new Theory(
        "no formula is held against this: " + why,
        held,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
