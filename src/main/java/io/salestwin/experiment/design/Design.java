package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.power.EventPlan;
import io.salestwin.statistics.special.NormalLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a planned experiment can tell anything, and what it takes. Effects are treatment minus
 * control in the unit of the primary metric; what cannot be reached is infinite.
 *
 * @param plan the plan
 * @param currency the scenario's currency
 * @param scenario the scenario's name
 * @param baseline what is known of the units before
 * @param effect the smallest effect of interest
 * @param size how many units it takes
 * @param duration how long that takes at the scenario's volume
 * @param scheme what looking more than once costs
 * @param futility what it brings to end for want of a chance; empty where the plan does not
 * @param looks every planned look
 * @param course power and smallest detectable effect by time
 * @param effects how long effects of several sizes take
 * @param guardrails how well guardrails are watched
 * @param alternatives what could be tested instead, the quickest first
 * @param verdict what to do
 * @param notes what else must be known, in sentences
 */
public record Design(
    ExperimentPlan plan,
    String currency,
    String scenario,
    Baseline baseline,
    double effect,
    Size size,
    Duration duration,
    Scheme scheme,
    Optional<Futility> futility,
    List<LookPlan> looks,
    List<Moment> course,
    List<Reach> effects,
    List<GuardrailPower> guardrails,
    List<Alternative> alternatives,
    Verdict verdict,
    List<String> notes) {

  /** Copies the lists. */
  public Design {
    looks = List.copyOf(looks);
    course = List.copyOf(course);
    effects = List.copyOf(effects);
    guardrails = List.copyOf(guardrails);
    alternatives = List.copyOf(alternatives);
    notes = List.copyOf(notes);
  }

  /**
   * Designs an experiment.
   *
   * @param file an experiment without errors
   * @param seed of the plays in which the scenario is measured
   * @param plays how many of them, at least 1; none are made where the plan states all figures
   * @return the design
   * @throws IllegalArgumentException if the experiment has errors
   */
  public static Design of(ExperimentFile file, long seed, int plays) {
    return new DesignOf(file, seed, plays).design();
  }

  /**
   * How many of the leads are expected to get there within the window, over both arms with the
   * effect of interest.
   *
   * @return a fraction; that under control where no time is enough, NaN but for a cycle
   */
  public double eventsPerLead() {
    return Double.isFinite(size.leads()) ? size.events() / size.leads() : baseline.chance();
  }

  /**
   * What speaks against it although it can be run: a treatment that brings less than the test is
   * sized for, and guardrails that will rarely be shown to hold.
   *
   * @return sentences, possibly none
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    baseline.modelled().value().flatMap(this::tooLittle).ifPresent(warnings::add);
    for (GuardrailPower guardrail : guardrails) {
      if (guardrail.power() < plan.power()) {
        warnings.add(
            "\"%s\" can be shown to hold in %.0f of 100 experiments only, even where nothing becomes worse: widen its margin, or take more leads."
                .formatted(guardrail.name(), 100 * guardrail.power()));
      }
    }
    return warnings;
  }

  private Optional<String> tooLittle(Estimate.Value brings) {
    boolean upwards = effect > 0;
    double best = upwards ? brings.interval().high() : -brings.interval().low();
    if (best >= Math.abs(effect)) {
      return Optional.empty();
    }
    String moved = plan.primary().difference(brings.estimate());
    if (best <= 0) {
      return Optional.of(
          "In the scenario the treatment brings no gain: it moves the metric by " + moved + ".");
    }
    double weeks = duration.enrolWeeks();
    double found = Double.isFinite(weeks) ? power(plan, baseline, weeks, brings.estimate()) : 0;
    return Optional.of(
        "In the scenario the treatment brings less (%s) than the test is sized for (%s)%s"
            .formatted(
                moved,
                plan.primary().difference(effect),
                found > 0
                    ? ": it would find that in %.0f of 100 experiments.".formatted(100 * found)
                    : "."));
  }

  /**
   * The power by which a plan is sized, of one look at the end; of a plan with two sides to either
   * side, as effects are found. The wrong side is that of a normal law as far from its limit.
   *
   * @param plan the plan
   * @param known what is known of its units
   * @param weeks of enrolment, above 0
   * @param effect the true difference, in the unit of the primary metric
   * @return from 0 to 1; NaN where a share would leave 0 to 1
   */
  public static double power(ExperimentPlan plan, Baseline known, double weeks, double effect) {
    double treated = known.mean() + effect;
    if (Double.isNaN(effect) || plan.primary().isShare() && !(treated > 0 && treated < 1)) {
      return Double.NaN;
    }
    double told = weeks / Sizing.unexplained(plan, plan.unit());
    return toEitherSide(
        plan,
        Sizing.sensitivity(plan, plan.primary(), plan.unit(), known)
            .power(told, effect, Sizing.demand(plan)));
  }

  /**
   * The same of times, where it is known how often events come.
   *
   * @param plan a plan whose metric is a cycle
   * @param hazardRatio of treatment against control, above 0
   * @param events how many get there in both arms, at least 0; those of clusters as many as they
   *     are worth
   * @return from 0 to 1, by Schoenfeld's formula; NaN where either is
   */
  public static double powerOfTimes(ExperimentPlan plan, double hazardRatio, double events) {
    return Double.isNaN(hazardRatio) || Double.isNaN(events)
        ? Double.NaN
        : toEitherSide(
            plan, new EventPlan(hazardRatio, plan.share(), Sizing.demand(plan)).power(events));
  }

  private static double toEitherSide(ExperimentPlan plan, double right) {
    double wrong =
        plan.twoSided() && right > 0
            ? NormalLaw.above(
                2 * NormalLaw.upperQuantile(plan.alpha() / 2) + NormalLaw.quantile(right))
            : 0;
    return right + wrong;
  }

  /**
   * A time in words, as people plan it.
   *
   * @param weeks how long
   * @return such as {@code 6 weeks} or {@code 31 months}
   */
  public static String inWords(double weeks) {
    return Said.time(weeks);
  }

  /**
   * How many units it takes.
   *
   * @param control leads in the control arm; of reps and territories leads as well
   * @param treatment leads in the treatment arm
   * @param controlClusters reps, territories or weeks in the control arm; 0 where leads are
   *     assigned
   * @param treatmentClusters the same in the treatment arm
   * @param events leads that get there, for a cycle; else NaN
   * @param unrounded leads of the control arm before they are rounded up to whole ones
   */
  public record Size(
      double control,
      double treatment,
      double controlClusters,
      double treatmentClusters,
      double events,
      double unrounded) {

    /**
     * Leads of both arms.
     *
     * @return control and treatment
     */
    public double leads() {
      return control + treatment;
    }
  }

  /**
   * How long it takes.
   *
   * @param enrolWeeks until the last unit is assigned
   * @param followWeeks until the window of the last one has passed
   * @param start first day
   * @param end day on which the last window has passed; the last day of time if it never does
   */
  public record Duration(double enrolWeeks, double followWeeks, LocalDate start, LocalDate end) {

    /**
     * All in all.
     *
     * @return weeks
     */
    public double weeks() {
      return enrolWeeks + followWeeks;
    }

    /**
     * All in all, in months of 30.4 days.
     *
     * @return months
     */
    public double months() {
      return weeks() / Sizing.WEEKS_PER_MONTH;
    }

    /**
     * Time until the last unit is assigned, in months of 30.4 days.
     *
     * @return months
     */
    public double enrolMonths() {
      return enrolWeeks / Sizing.WEEKS_PER_MONTH;
    }
  }

  /**
   * What looking more than once costs.
   *
   * @param inflation units over those of a test with one look
   * @param expected mean share of the units until it stops, if the effect is as large as planned;
   *     NaN where that is not known
   * @param naive false-positive rate of as many looks, each at the level of one; NaN for looks at
   *     any time
   */
  public record Scheme(double inflation, double expected, double naive) {}

  /**
   * Ending a test for want of a chance, at its looks before the last.
   *
   * @param below the z, towards the gain, below which each of them ends it
   * @param drift the expectation of z at the end with the effect of interest
   * @param critical the limit of z at the end
   * @param power what is left of the power
   * @param expected mean share of the units until it ends, if there is no effect
   * @param expectedWithout the same of the looks without it
   */
  public record Futility(
      List<Double> below,
      double drift,
      double critical,
      double power,
      double expected,
      double expectedWithout) {

    /** Copies the list. */
    public Futility {
      below = List.copyOf(below);
    }
  }

  /**
   * One planned look.
   *
   * @param number from 1
   * @param share share of the units whose window has passed
   * @param leads that many
   * @param date the day
   * @param z limit of the standardised effect
   * @param nominalP the p that it corresponds to
   * @param spent alpha spent until then
   * @param stops chance to stop here if the effect is as large as planned
   */
  public record LookPlan(
      int number,
      double share,
      double leads,
      LocalDate date,
      double z,
      double nominalP,
      double spent,
      double stops) {}

  /**
   * What is known after some time.
   *
   * @param weeks from the start, follow-up included
   * @param leads whose window has passed
   * @param power for the effect of interest
   * @param smallestEffect found with the planned power; infinite if none is
   */
  public record Moment(double weeks, double leads, double power, double smallestEffect) {}

  /**
   * How long an effect takes.
   *
   * @param effect its size
   * @param weeks until it is found with the planned power; infinite for never
   */
  public record Reach(double effect, double weeks) {}

  /**
   * How well a guardrail is watched.
   *
   * @param name of its metric
   * @param margin by how much it may become worse, in its unit
   * @param power chance to show that it does not, if nothing changes; NaN if not known
   * @param reason why the power is not known; empty if it is
   */
  public record GuardrailPower(String name, double margin, double power, String reason) {}

  /**
   * What could be tested instead.
   *
   * @param what in words
   * @param effect that would be looked for, in the unit of its metric
   * @param share whether that unit is a share
   * @param weeks that it takes, follow-up included
   * @param inTime whether that is at most what the plan allows
   * @param why what it rests on
   */
  public record Alternative(
      String what, double effect, boolean share, double weeks, boolean inTime, String why) {}

  /** What to do. */
  public enum Advice {
    /** Run it. */
    RUN,
    /** It takes longer than the plan allows. */
    TOO_LONG,
    /** No time is enough: there are too few clusters, or the metric cannot move so far. */
    NEVER
  }

  /**
   * What to do, and why.
   *
   * @param advice in short
   * @param sentence in words
   */
  public record Verdict(Advice advice, String sentence) {}
}
