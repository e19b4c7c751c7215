package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Earlier;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.experiment.ExperimentPlan.Origin;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Information;
import io.salestwin.experiment.design.Design;
import io.salestwin.metrics.UnitTable;
import io.salestwin.run.TrialPlan;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An experiment in its organisation, with all its days: when leads are taken in, when results are
 * looked at, when it ends.
 *
 * @param plan the experiment as it is written
 * @param scenario the organisation without either arm
 * @param randomisation what is dealt which arms
 * @param enrolMs for how long leads are taken in, in milliseconds
 * @param design what the plan counts on
 */
public record Course(
    ExperimentPlan plan,
    Scenario scenario,
    Randomisation randomisation,
    long enrolMs,
    Design design) {

  /** Milliseconds of a day. */
  static final long DAY = 86_400_000L;

  /** Milliseconds of a week. */
  static final long WEEK = 7 * DAY;

  /**
   * The course of an experiment, whose design counts on what a few plays of the scenario say.
   *
   * @param file a file without an error
   * @param enrolMs for how long leads are taken in, in milliseconds
   * @return the course
   * @throws IllegalArgumentException as below
   */
  public static Course of(ExperimentFile file, long enrolMs) {
    return of(file, enrolMs, Design.of(file, 1, Enrolment.FEW_PLAYS));
  }

  /**
   * The course of an experiment.
   *
   * @param file a file without an error
   * @param enrolMs for how long leads are taken in, in milliseconds
   * @param design what the plan counts on
   * @return the course
   * @throws IllegalArgumentException when the arms cannot be dealt to the units, or when the
   *     experiment does not end within the scenario's horizon; the message says what to do
   */
  public static Course of(ExperimentFile file, long enrolMs, Design design) {
    ExperimentPlan plan = file.plan().orElseThrow();
    Scenario root = file.scenario().orElseThrow();
    requireKnown(plan);
    List<Arm> arms =
        List.of(
            new Arm("control", file.control().orElseThrow(), 1 - plan.share()),
            new Arm("treatment", file.treatment().orElseThrow(), plan.share()));
    List<String> stages = root.stages().stream().map(stage -> stage.name()).toList();
    List<Integer> roles =
        plan.unit() != Lever.Unit.REP
            ? List.of()
            : plan.role()
                .map(role -> List.of(root.roles().stream().map(Role::name).toList().indexOf(role)))
                .orElseGet(() -> Randomisation.rolesThatDiffer(root, arms));
    Randomisation randomisation =
        new Randomisation(
            plan.unit(),
            arms,
            roles,
            plan.assignAt().map(stages::indexOf).orElse(0),
            plan.start().map(day -> ms(root, day)).orElse(0L));
    Optional<String> obstacle = randomisation.obstacle(root);
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException(obstacle.get());
    }
    Course course = new Course(plan, root, randomisation, enrolMs, design);
    course.requireTime();
    course.requirePast();
    return course;
  }

  private static void requireKnown(ExperimentPlan plan) {
    Metric metric = plan.primary();
    if (metric.analysis() == Metric.Analysis.MEDIAN) {
      throw new IllegalArgumentException(
          "metric.analysis: a rehearsal judges shares and means, not medians; use winsorised, log"
              + " or permutation");
    }
    if (metric.measure() == Metric.Measure.COUNT && plan.unit() == Lever.Unit.LEAD) {
      throw new IllegalArgumentException(
          "metric.measure: a count is of reps, territories or weeks; with unit: lead use"
              + " conversion");
    }
  }

  private void requireTime() {
    if (enrolMs < DAY) {
      throw new IllegalArgumentException("leads are taken in for less than a day; give more time");
    }
    long horizon = ms(scenario, scenario.end());
    if (endMs() > horizon) {
      throw new IllegalArgumentException(
          "the experiment ends "
              + Math.round((endMs() - horizon) / (double) DAY)
              + " days after the scenario's horizon; make the horizon longer (--set horizon=\""
              + (endMs() + DAY - 1) / DAY
              + " days\"), or take leads in for a shorter time");
    }
  }

  private void requirePast() {
    long begin = scenario.begin().pipeline().isPresent() ? 0 : -scenario.begin().warmUpMs();
    if (pastMs() < begin) {
      throw new IllegalArgumentException(
          "covariate.from: it looks back for "
              + Math.round((startMs() - pastMs()) / (double) DAY)
              + " days, the metric's window included, but the scenario begins only "
              + Math.round((startMs() - begin) / (double) DAY)
              + " days before the experiment; look back for less, start later, or make the warm-up"
              + " longer (--set begin.warmUp=\"...\")");
    }
  }

  private static long ms(Scenario scenario, LocalDate day) {
    return ChronoUnit.DAYS.between(scenario.start(), day) * DAY;
  }

  /**
   * How long leads can be taken in at most: as the file says and the horizon allows.
   *
   * @param file a file without an error
   * @return milliseconds, possibly below 0 when the window alone takes longer
   */
  public static long longestMs(ExperimentFile file) {
    ExperimentPlan plan = file.plan().orElseThrow();
    Scenario root = file.scenario().orElseThrow();
    long start = plan.start().map(day -> ms(root, day)).orElse(0L);
    long most = Math.min(plan.atMostMs(), ms(root, root.end()) - start);
    return most - plan.primary().withinMs();
  }

  /**
   * When the experiment begins.
   *
   * @return milliseconds from the scenario's start
   */
  public long startMs() {
    return randomisation.startMs();
  }

  /** How many weeks leads are taken in. */
  double weeks() {
    return enrolMs / (double) WEEK;
  }

  /** What the plan counts on in that time. */
  Information information() {
    return Information.of(design, weeks() * design.baseline().leadsPerWeek(), weeks());
  }

  /** What the covariate is, if the planned analysis of the metric that decides is adjusted. */
  Optional<Origin> origin() {
    return plan.isAdjusted(plan.primary())
        ? plan.covariate().flatMap(ExperimentPlan.Covariate::origin)
        : Optional.empty();
  }

  /** From when on leads are followed: earlier than the start where the covariate is of before. */
  private long pastMs() {
    return origin()
        .filter(Earlier.class::isInstance)
        .map(earlier -> startMs() - ((Earlier) earlier).ms() - plan.primary().withinMs())
        .orElse(startMs());
  }

  /**
   * When the last window ends.
   *
   * @return milliseconds from the scenario's start
   */
  public long endMs() {
    return startMs() + enrolMs + plan.primary().withinMs();
  }

  /**
   * When the windows of the guardrails have ended, too, as far as the horizon goes: so long a
   * decision may wait for them.
   *
   * @return milliseconds from the scenario's start, not before {@link #endMs}
   */
  public long lastMs() {
    long longest = plan.guardrails().stream().mapToLong(g -> g.metric().withinMs()).max().orElse(0);
    long all = startMs() + enrolMs + Math.max(longest, plan.primary().withinMs());
    return Math.max(endMs(), Math.min(all, ms(scenario, scenario.end())));
  }

  /**
   * When results are looked at as planned; every week where the plan allows any time.
   *
   * @return milliseconds from the scenario's start, ascending; the last is the end
   */
  public List<Long> looksMs() {
    Looks looks = plan.looks();
    if (looks.isAnyTime()) {
      return weeklyMs();
    }
    long first = startMs() + plan.primary().withinMs();
    List<Long> all = new ArrayList<>();
    for (int k = 0; k < looks.count(); k++) {
      long at =
          looks.dates().isEmpty()
              ? first + Math.round(looks.shares().get(k) * enrolMs)
              : Math.min(endMs(), ms(scenario, looks.dates().get(k)));
      all.add(k == looks.count() - 1 ? endMs() : at);
    }
    return List.copyOf(all);
  }

  /** Every week from the first mature lead on. */
  List<Long> weeklyMs() {
    long first = startMs() + plan.primary().withinMs();
    List<Long> all = new ArrayList<>();
    for (long at = first + WEEK; at < endMs(); at += WEEK) {
      all.add(at);
    }
    all.add(endMs());
    return all;
  }

  /** The number of a metric's stage: the number of stages for a win. */
  int goal(String name) {
    List<String> stages = scenario.stages().stream().map(stage -> stage.name()).toList();
    return name.equals(Metric.WON) ? stages.size() : stages.indexOf(name);
  }

  /** The stages that are timed: what the first metric is about first, then that of the others. */
  private List<Integer> goals() {
    return plan.metrics()
        .flatMap(metric -> Stream.of(metric.to(), metric.of()))
        .filter(name -> !name.equals(Metric.ASSIGNED))
        .map(this::goal)
        .distinct()
        .toList();
  }

  /** The number of a stage among those that are timed; -1 for all who are assigned. */
  int timed(String name) {
    return name.equals(Metric.ASSIGNED) ? -1 : goals().indexOf(goal(name));
  }

  /** For how many weeks each rep, territory or week was counted by a look. */
  double weeksCounted(Metric metric, long lookMs) {
    long taken = lookMs - startMs() - metric.withinMs();
    return plan.unit() == Lever.Unit.WEEK ? 1 : Math.min(enrolMs, taken) / (double) WEEK;
  }

  /** Territory by rep, over all roles. */
  int[] territories() {
    return scenario.roles().stream()
        .flatMap(role -> role.reps().stream())
        .mapToInt(Role.Rep::territory)
        .toArray();
  }

  /** Role by rep. */
  int[] rolesOfReps() {
    return IntStream.range(0, scenario.roles().size())
        .flatMap(
            role -> IntStream.generate(() -> role).limit(scenario.roles().get(role).reps().size()))
        .toArray();
  }

  /**
   * What is to be played.
   *
   * @param seed the seed of all chance
   * @param trials how many trials
   * @return the plan
   */
  public TrialPlan trials(long seed, int trials) {
    return new TrialPlan(
        scenario,
        randomisation,
        new UnitTable.Columns(
            pastMs(), startMs(), startMs() + enrolMs, goals(), UnitTable.Columns.MOST),
        lastMs(),
        seed,
        0,
        trials,
        new Judge(this, seed));
  }
}
