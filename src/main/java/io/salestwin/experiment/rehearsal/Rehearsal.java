package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Ground;
import io.salestwin.run.TrialResult;
import io.salestwin.statistics.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an experiment will tell, found by playing it many times. Shares are fractions, effects are
 * treatment minus control in the metric's unit, times are days from the experiment's beginning.
 * Intervals are 95 % Monte Carlo errors: of rates Wilson's, of means Student's.
 *
 * @param course the experiment with its days
 * @param seed the seed
 * @param trials how many trials stand behind the figures
 * @param shape what a trial is like
 * @param truth what a roll-out brings
 * @param methods how each method would do with one look at the end; the planned one first
 * @param planned how the plan does with its looks
 * @param covariate what the plan's covariate does for it; empty where the planned analysis has none
 * @param peeking how it goes for who looks every week and stops at the first p below alpha
 * @param theory what formulas say
 * @param rule how the whole rule decides, guardrails included
 * @param guardrails how each guardrail does, as the plan has them
 * @param secondary how each further metric does
 */
public record Rehearsal(
    Course course,
    long seed,
    int trials,
    Shape shape,
    Truth truth,
    List<Judged> methods,
    Sequence planned,
    Optional<Adjusted> covariate,
    Sequence peeking,
    Theory theory,
    Rule rule,
    List<Guarded> guardrails,
    List<Further> secondary) {

  /** Copies the lists. */
  public Rehearsal {
    methods = List.copyOf(methods);
    guardrails = List.copyOf(guardrails);
    secondary = List.copyOf(secondary);
  }

  /**
   * What many trials tell.
   *
   * @param course the experiment with its days
   * @param seed the seed that they were played with
   * @param result the trials of {@link Course#trials}, at least two
   * @return the rehearsal
   */
  public static Rehearsal of(Course course, long seed, TrialResult result) {
    return new RehearsalOf(course, seed, result).rehearsal();
  }

  /** What comes of it in one word. */
  public enum Verdict {
    /** It finds what there is as often as planned, and no more often what there is not. */
    RUN,
    /** It finds too rarely what there is. */
    TOO_WEAK,
    /** It finds what there is, but more often than not ends without a guardrail being shown. */
    BLOCKED,
    /** It finds something where there is nothing more often than planned. */
    MISLEADS,
    /** A roll-out of this treatment brings nothing of what is hoped for. */
    NOTHING_TO_FIND
  }

  /**
   * What comes of it: false positives weigh most, then whether there is anything to find, then the
   * power. Each is held against the plan with its error.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    double alpha = course.plan().alpha();
    boolean misleads =
        planned.falsePositives().value().filter(v -> v.interval().low() > alpha).isPresent();
    if (misleads) {
      return Verdict.MISLEADS;
    }
    double hoped = course.plan().effect().size();
    boolean nothing =
        truth
            .effect()
            .value()
            .filter(v -> !v.interval().contains(0) && v.estimate() > 0 == hoped > 0)
            .isEmpty();
    if (nothing) {
      return Verdict.NOTHING_TO_FIND;
    }
    double wanted = course.plan().power();
    if (planned.power().value().filter(v -> v.interval().high() >= wanted).isEmpty()) {
      return Verdict.TOO_WEAK;
    }
    boolean blocked =
        !guardrails.isEmpty()
            && rule.ships().value().filter(v -> v.interval().high() < 0.5).isPresent();
    return blocked ? Verdict.BLOCKED : Verdict.RUN;
  }

  /**
   * Whether what is measured differs from what a roll-out brings by more than the error.
   *
   * @return false also where it is not computable
   */
  public boolean interferes() {
    return truth.interference().value().filter(v -> !v.interval().contains(0)).isPresent();
  }

  /**
   * What a trial is like, on the mean.
   *
   * @param leads leads whose window has passed at the end
   * @param clusters reps, territories or weeks with such leads; leads where leads are randomised
   * @param icc how alike the leads of one of them are; NaN where leads are randomised
   * @param variation how unequal they are: sd over mean of their sizes
   * @param sd standard deviation of the metric between leads, within arms
   * @param open share of the leads that are neither won nor lost when it ends
   */
  public record Shape(
      double leads, double clusters, double icc, double variation, double sd, double open) {}

  /**
   * What a roll-out brings: all in the treatment against all in the control, on the same keys.
   *
   * @param control the metric with all in the control
   * @param effect what the roll-out adds
   * @param measured what the experiment measures on the mean, by the planned method
   * @param interference measured minus effect
   */
  public record Truth(
      Estimate control, Estimate effect, Estimate measured, Estimate interference) {}

  /**
   * How a method does with one look at the end.
   *
   * @param method the method
   * @param naive whether it counts leads although more than leads was randomised
   * @param power share of the trials in which it finds an effect
   * @param falsePositives share of the A/A trials in which it does
   * @param coverage share of the trials in which its interval holds the effect of a roll-out
   * @param effect what it measures on the mean
   * @param exaggeration the size of effects that it finds significant, over the true one
   * @param wrongSign share of those that point the wrong way
   * @param notComputable in how many trials it could not be computed; they count in no rate
   */
  public record Judged(
      Method method,
      boolean naive,
      Estimate power,
      Estimate falsePositives,
      Estimate coverage,
      Estimate effect,
      Estimate exaggeration,
      Estimate wrongSign,
      int notComputable) {}

  /**
   * What a covariate does for the planned test, with one look at the end.
   *
   * @param correlation its correlation with the metric within the arms: of leads, or of the means
   *     of those who are dealt an arm together
   * @param saved share of the variance of what is measured that it takes away; below 0 where it
   *     adds some
   * @param without the same test without it
   */
  public record Adjusted(Estimate correlation, Estimate saved, Judged without) {}

  /**
   * How looking several times does.
   *
   * @param power share of the trials that end with an effect found
   * @param falsePositives share of the A/A trials that do
   * @param exaggeration the size of those effects over the true one
   * @param wrongSign share of those that point the wrong way
   * @param days until the decision, with the treatment at work
   * @param daysOfNothing the same in A/A trials
   * @param stops share of the trials that end at each look; empty for looks every week
   */
  public record Sequence(
      Estimate power,
      Estimate falsePositives,
      Estimate exaggeration,
      Estimate wrongSign,
      Estimate days,
      Estimate daysOfNothing,
      List<Double> stops) {

    /** Copies the list. */
    public Sequence {
      stops = List.copyOf(stops);
    }
  }

  /**
   * How the whole rule decides: the metric that decides with its looks, and every guardrail.
   *
   * @param ships share of the trials that end with the treatment being shipped
   * @param shipsNothing share of the A/A trials that do
   * @param days until the decision, with the treatment at work
   * @param daysOfNothing the same in A/A trials
   * @param grounds share of the trials, with the treatment at work, that end on each ground; those
   *     that never happened are left out
   */
  public record Rule(
      Estimate ships,
      Estimate shipsNothing,
      Estimate days,
      Estimate daysOfNothing,
      Map<Ground, Double> grounds) {

    /** Copies the map, in the order of the grounds. */
    public Rule {
      grounds = Collections.unmodifiableMap(new EnumMap<>(grounds));
    }
  }

  /**
   * How a guardrail does when the rule decides.
   *
   * @param metric its metric
   * @param control the metric with all in the control; of a cycle mean days within the window
   * @param effect what a roll-out adds to it
   * @param margin by how much it may become worse, in the metric's unit; a positive size
   * @param shown share of the trials in which it is shown that it is not worse by its margin
   * @param shownOfNothing share of the A/A trials in which it is: its power
   * @param broken share of the trials in which it is shown to be worse by more than the margin
   * @param brokenOfNothing share of the A/A trials in which it is: false alarms
   */
  public record Guarded(
      Metric metric,
      Estimate control,
      Estimate effect,
      double margin,
      Estimate shown,
      Estimate shownOfNothing,
      Estimate broken,
      Estimate brokenOfNothing) {

    /**
     * Whether a roll-out breaks it: makes it worse by more than the margin.
     *
     * @return true if that is beyond the error
     */
    public boolean isBrokenInTruth() {
      double sign = metric.higherIsBetter() ? 1 : -1;
      return effect
          .value()
          .filter(v -> Math.max(sign * v.interval().low(), sign * v.interval().high()) < -margin)
          .isPresent();
    }
  }

  /**
   * How a further metric does when the rule decides.
   *
   * @param metric the metric
   * @param control the metric with all in the control
   * @param effect what a roll-out adds to it
   * @param found share of the trials in which an effect on it is found, allowed for their number
   * @param foundInNothing share of the A/A trials in which one is
   */
  public record Further(
      Metric metric, Estimate control, Estimate effect, Estimate found, Estimate foundInNothing) {}

  /**
   * What formulas say of one look at the end, from the figures of the scenario.
   *
   * @param formula which formula; why there is none where there is none
   * @param held the method that it is held against
   * @param power the power for the effect of a roll-out
   * @param powerMeasured the power for the effect as it is measured
   */
  public record Theory(
      String formula, Judged held, OptionalDouble power, OptionalDouble powerMeasured) {}
}
