package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.design.Design.Advice;
import io.salestwin.experiment.design.Design.Duration;
import io.salestwin.experiment.design.Design.LookPlan;
import io.salestwin.experiment.design.Design.Moment;
import io.salestwin.experiment.design.Design.Reach;
import io.salestwin.experiment.design.Design.Scheme;
import io.salestwin.experiment.design.Design.Size;
import io.salestwin.experiment.design.Design.Verdict;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.sequential.GroupSequential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a design. */
final class DesignOf {

  private static final int POINTS = 24;

  /** Sizes that fall short of a whole number by rounding shall not cost one more unit. */
  private static final double ROUNDING = 1e-6;

  private final ExperimentFile file;
  private final ExperimentPlan plan;
  private final Measuring measuring;
  private final Baseline baseline;
  private final Demand demand;
  private final double effect;
  private final double cap;

  DesignOf(ExperimentFile file, long seed, int plays) {
    this.file = file;
    plan = file.plan().orElseThrow(() -> new IllegalArgumentException("the experiment has errors"));
    measuring = new Measuring(file, seed, plays);
    baseline = measuring.baseline(plan.primary(), plan.unit());
    demand = Sizing.demand(plan);
    effect = plan.effect().of(baseline.mean());
    boolean share = plan.primary().isShare() || plan.primary().measure() == Metric.Measure.RATIO;
    double far =
        share && effect > 0 ? 1 - baseline.mean() : baseline.mean() * (effect > 0 ? 10 : 1);
    cap = Math.max(far, Math.abs(effect));
  }

  Design design() {
    Sensitivity sensitivity = Sizing.sensitivity(plan, plan.primary(), plan.unit(), baseline);
    boolean tooFar = plan.primary().isShare() && baseline.mean() + effect > 1;
    double once = tooFar ? Double.POSITIVE_INFINITY : sensitivity.weeksFor(effect, demand);
    double[] shares = shares(once);
    double inflation = Sizing.inflation(plan, shares);
    // looks cost units, a covariate saves some
    double factor = inflation * Sizing.unexplained(plan, plan.unit());
    Size size = size(sensitivity, once * factor);
    Duration duration = duration(once * factor, size);
    GroupSequential limits = Sizing.limits(plan, shares);
    Optional<Design.Futility> futility = Sizing.futility(plan, shares);
    List<String> notes = new Notes(plan, baseline, effect, size, futility).notes();
    return new Design(
        plan,
        file.scenario().orElseThrow().currency(),
        file.scenario().orElseThrow().name(),
        baseline,
        effect,
        size,
        duration,
        scheme(limits, inflation),
        futility,
        looks(limits, shares, size, duration),
        course(sensitivity, factor, duration),
        effects(sensitivity, factor),
        new Guarding(plan, measuring).guardrails(duration.enrolWeeks()),
        new Instead(plan, baseline, measuring, effect, inflation, cap).alternatives(),
        verdict(duration, sensitivity, factor),
        notes);
  }

  private LocalDate start() {
    return plan.start().orElse(file.scenario().orElseThrow().start());
  }

  static double followWeeks(Metric metric) {
    return metric.measure() == Metric.Measure.COUNT ? 0 : metric.withinDays() / 7;
  }

  /** The shares of the information at the looks; those of given days follow from the enrolment. */
  private double[] shares(double once) {
    double[] shares = plan.looks().shares().stream().mapToDouble(Double::doubleValue).toArray();
    if (plan.looks().dates().isEmpty() || Double.isInfinite(once)) {
      return shares;
    }
    double follow = followWeeks(plan.primary());
    for (int round = 0; round < 5; round++) {
      double planned =
          once * Sizing.inflation(plan, shares) * Sizing.unexplained(plan, plan.unit());
      double[] next =
          plan.looks().dates().stream()
              .mapToDouble(day -> weeksTo(day) - follow)
              .map(weeks -> weeks / planned)
              .filter(share -> share > 0.01 && share < 0.99)
              .toArray();
      shares = Arrays.copyOf(next, next.length + 1);
      shares[next.length] = 1;
    }
    return shares;
  }

  private double weeksTo(LocalDate day) {
    return (day.toEpochDay() - start().toEpochDay()) / 7.0;
  }

  private Size size(Sensitivity sensitivity, double weeks) {
    if (Double.isInfinite(weeks)) {
      double never = Double.POSITIVE_INFINITY;
      return new Size(never, never, clusters(false, weeks), clusters(true, weeks), never, never);
    }
    double units = weeks * baseline.leadsPerWeek();
    double ratio = Sizing.ratio(plan);
    double control = Math.ceil(units / (1 + ratio) - ROUNDING);
    double treatment = Math.ceil(units * ratio / (1 + ratio) - ROUNDING);
    double events =
        sensitivity instanceof Sensitivity.Events e
            ? units * e.chances(e.hazardRatio(effect))
            : Double.NaN;
    return new Size(
        control,
        treatment,
        clusters(false, weeks),
        clusters(true, weeks),
        events,
        units / (1 + ratio));
  }

  private double clusters(boolean treated, double weeks) {
    double share = treated ? plan.share() : 1 - plan.share();
    return switch (plan.unit()) {
      case LEAD -> 0;
      case WEEK -> Math.ceil(weeks * share - ROUNDING);
      case REP, TERRITORY -> {
        double ours = Math.round(baseline.clusters() * plan.share());
        yield treated ? ours : baseline.clusters() - ours;
      }
    };
  }

  private Duration duration(double weeks, Size size) {
    boolean whole = plan.unit() == Lever.Unit.WEEK;
    double enrol =
        Double.isInfinite(weeks)
            ? weeks
            : whole
                ? size.controlClusters() + size.treatmentClusters()
                : size.leads() / baseline.leadsPerWeek();
    double follow = followWeeks(plan.primary());
    return new Duration(enrol, follow, start(), day(enrol + follow));
  }

  private LocalDate day(double weeks) {
    boolean far = weeks > Sensitivity.LONGEST_WEEKS * 2;
    return far ? LocalDate.MAX : start().plusDays((long) Math.ceil(weeks * 7));
  }

  private Scheme scheme(GroupSequential limits, double inflation) {
    int count = plan.looks().count();
    boolean any = plan.looks().isAnyTime();
    double expected =
        limits == null ? any ? Double.NaN : 1 : limits.expectedShare(Sizing.drift(plan, limits));
    return new Scheme(inflation, expected, any ? Double.NaN : naive(count));
  }

  /** The false-positive rate of looking so often at the level of one look. */
  private double naive(int count) {
    double[] even = new double[count];
    for (int k = 0; k < count; k++) {
      even[k] = (k + 1.0) / count;
    }
    double[] spent = GroupSequential.constant(even, demand.sides(), demand.zAlpha()).spent();
    return spent[count - 1];
  }

  private List<LookPlan> looks(
      GroupSequential limits, double[] shares, Size size, Duration duration) {
    List<LookPlan> looks = new ArrayList<>();
    if (plan.looks().isAnyTime()) {
      return looks;
    }
    double[] z = limits == null ? new double[] {demand.zAlpha()} : limits.z();
    double[] p = limits == null ? new double[] {plan.alpha()} : limits.nominalP();
    double[] spent = limits == null ? new double[] {plan.alpha()} : limits.spent();
    double[] stops =
        limits == null ? new double[] {plan.power()} : limits.stopping(Sizing.drift(plan, limits));
    for (int k = 0; k < shares.length; k++) {
      double weeks = duration.enrolWeeks() * shares[k] + duration.followWeeks();
      boolean last = k == shares.length - 1 || Double.isInfinite(weeks);
      LocalDate at = last ? duration.end() : start().plusDays(Math.round(weeks * 7));
      looks.add(
          new LookPlan(
              k + 1, shares[k], size.leads() * shares[k], at, z[k], p[k], spent[k], stops[k]));
    }
    return looks;
  }

  /** From no time to half as much again as it takes, or twice what is allowed. */
  private List<Moment> course(Sensitivity sensitivity, double factor, Duration duration) {
    double allowed = weeks(plan.atMostMs()) - duration.followWeeks();
    double needed = Double.isInfinite(duration.enrolWeeks()) ? 0 : duration.enrolWeeks();
    double last = 1.5 * Math.max(needed, Math.max(allowed, 1));
    List<Moment> course = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      double weeks = last * i / POINTS;
      course.add(
          new Moment(
              weeks + duration.followWeeks(),
              weeks * baseline.leadsPerWeek(),
              sensitivity.power(weeks / factor, effect, demand),
              smallest(sensitivity, weeks / factor)));
    }
    return course;
  }

  private double smallest(Sensitivity sensitivity, double weeks) {
    return sensitivity.smallestEffect(weeks, Math.signum(effect), cap, demand);
  }

  private List<Reach> effects(Sensitivity sensitivity, double factor) {
    List<Reach> effects = new ArrayList<>();
    for (double part : new double[] {0.5, 0.75, 1, 1.25, 1.5, 2, 3}) {
      double size = part * effect;
      if (Math.abs(size) <= cap) {
        double weeks = sensitivity.weeksFor(size, demand) * factor;
        effects.add(new Reach(size, weeks + followWeeks(plan.primary())));
      }
    }
    return effects;
  }

  static double weeks(long ms) {
    return ms / (7 * 86_400_000.0);
  }

  private Verdict verdict(Duration duration, Sensitivity sensitivity, double factor) {
    double allowed = weeks(plan.atMostMs());
    double weeks = duration.weeks();
    Said said = new Said(plan, baseline);
    if (weeks <= allowed) {
      String sentence =
          "Run it: it takes %s, of %s that are allowed."
              .formatted(Said.time(weeks), Said.time(allowed));
      return new Verdict(Advice.RUN, sentence);
    }
    double enrol = allowed - duration.followWeeks();
    double reach = enrol > 0 ? smallest(sensitivity, enrol / factor) : Double.POSITIVE_INFINITY;
    String instead =
        Double.isInfinite(reach)
            ? " In " + Said.time(allowed) + " it could find no effect at all."
            : " In %s it could find an effect of %s, not %s."
                .formatted(Said.time(allowed), said.effect(reach), said.effect(effect));
    return Double.isInfinite(weeks)
        ? new Verdict(Advice.NEVER, "Do not run it: " + said.never(effect) + "." + instead)
        : new Verdict(
            Advice.TOO_LONG, "This test needs " + Said.time(weeks) + ": do not run it." + instead);
  }
}
