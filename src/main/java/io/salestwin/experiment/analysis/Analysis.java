package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.design.Design;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment has shown, judged as its plan says.
 *
 * @param plan the plan
 * @param scenario the scenario's name
 * @param currency its currency
 * @param asOf the day on which the results were known; {@link LocalDate#MIN} if no day is known
 * @param split whether units were split as planned
 * @param primary the metric that decides
 * @param looks every look so far, the present one last
 * @param looking what the looks mean
 * @param guardrails what must not become worse
 * @param secondary further metrics, which decide nothing
 * @param belief the same data as chances, with a flat prior
 * @param waiting what it would bring to go on
 * @param decision what to do
 * @param warnings what to mind
 * @param curves shares that got there by day, of control and treatment; empty but for a cycle
 */
public record Analysis(
    ExperimentPlan plan,
    String scenario,
    String currency,
    LocalDate asOf,
    Split split,
    Comparison primary,
    List<Look> looks,
    Looking looking,
    List<Guarded> guardrails,
    List<Secondary> secondary,
    Belief belief,
    Waiting waiting,
    Decision decision,
    List<String> warnings,
    List<Curve> curves) {

  /** Copies the lists. */
  public Analysis {
    looks = List.copyOf(looks);
    guardrails = List.copyOf(guardrails);
    secondary = List.copyOf(secondary);
    warnings = List.copyOf(warnings);
    curves = List.copyOf(curves);
  }

  /**
   * Analyses results.
   *
   * @param file an experiment without errors
   * @param results results without errors
   * @param looked earlier days on which the results were looked at, ascending
   * @param seed of plays and permutations
   * @param plays in which the scenario is measured for the planned size
   * @return the analysis
   */
  public static Analysis of(
      ExperimentFile file, Results results, List<LocalDate> looked, long seed, int plays) {
    return new AnalysisOf(file, Design.of(file, seed, plays), results, looked, seed).analysis();
  }

  /**
   * Whether units were split as planned.
   *
   * @param control units under control
   * @param treatment units under treatment
   * @param share planned share of the treatment
   * @param p chance of a split at least as far off; exact for few units
   * @param what the units: leads, reps, territories or weeks
   * @param mixed reps, territories or weeks with leads in both arms
   * @param sound whether the results may be trusted
   */
  public record Split(
      long control,
      long treatment,
      double share,
      double p,
      String what,
      List<String> mixed,
      boolean sound) {

    /** Below this the split is no accident. */
    public static final double LEVEL = 0.001;

    /** Copies the list. */
    public Split {
      mixed = List.copyOf(mixed);
    }
  }

  /**
   * One look.
   *
   * @param name its day, or how the data name it
   * @param share of the planned information that was in
   * @param z standardised effect; NaN if it was not computable
   * @param limit that it had to reach; infinite where no effect could have stopped the test
   * @param crossed whether it was reached
   */
  public record Look(String name, double share, double z, double limit, boolean crossed) {}

  /**
   * What the looks mean.
   *
   * @param planned how many the plan has; 0 for any number
   * @param taken how many there were, the present one included
   * @param last whether the present one is the last
   * @param low lower end of the interval that holds at all looks at once
   * @param high upper end of it
   * @param naive false-positive rate of so many looks at the level of one
   * @param outside whether there were looks outside of the plan
   * @param conditional chance that the end will show an effect, if it is as large as seen; NaN at
   *     the end
   * @param sentence in words
   */
  public record Looking(
      int planned,
      int taken,
      boolean last,
      double low,
      double high,
      double naive,
      boolean outside,
      double conditional,
      String sentence) {}

  /** What became of a guardrail. */
  public enum Outcome {
    /** It is shown that it is not worse by the margin. */
    MET,
    /** Neither is shown. */
    OPEN,
    /** It is shown that it is worse by more than the margin. */
    BROKEN,
    /** It could not be computed. */
    NOT_COMPUTABLE
  }

  /**
   * A guardrail.
   *
   * @param comparison of its metric
   * @param margin by how much it may become worse, in the unit of the effect; above 0
   * @param p of the test that it is not worse by that
   * @param outcome what is shown
   * @param method what was computed, in words
   * @param reason why it is not computable; empty if it is
   */
  public record Guarded(
      Comparison comparison,
      double margin,
      double p,
      Outcome outcome,
      String method,
      String reason) {

    /**
     * Whether it is not met, but may be once the windows of younger units have passed.
     *
     * @return false when nothing more is to come
     */
    public boolean isWaiting() {
      return outcome != Outcome.MET && comparison.young() > 0;
    }
  }

  /**
   * A further metric.
   *
   * @param comparison the metric
   * @param adjustedP its p, allowed for the number of such metrics; NaN if not computable
   */
  public record Secondary(Comparison comparison, double adjustedP) {}

  /**
   * Chances, with a flat prior.
   *
   * @param chance that the treatment is better
   * @param lossOfShipping expected loss if the treatment is chosen, in the metric's unit
   * @param lossOfKeeping expected loss if the control is kept
   * @param reason why it is not computable; empty if it is
   */
  public record Belief(double chance, double lossOfShipping, double lossOfKeeping, String reason) {}

  /**
   * What it would bring to go on to the end.
   *
   * @param until the day of the end; empty if this is the end
   * @param now value of deciding now by what is seen, over the time for which the decision holds
   * @param later value of deciding at the end, the delay counted
   * @param unit of both
   * @param reason why they are not computable; empty if they are
   */
  public record Waiting(
      Optional<LocalDate> until, double now, double later, String unit, String reason) {}

  /** What to do. */
  public enum Advice {
    /** Change over to the treatment. */
    SHIP,
    /** Stay with the control. */
    DO_NOT_SHIP,
    /** Go on until the day that the plan says. */
    RUN_ON,
    /** The results cannot be trusted. */
    DO_NOT_TRUST,
    /** There is nothing to judge by. */
    NOT_COMPUTABLE
  }

  /**
   * What to do, and why.
   *
   * @param advice in short
   * @param sentence in words
   */
  public record Decision(Advice advice, String sentence) {}

  /**
   * Shares of one arm by day.
   *
   * @param arm control or treatment
   * @param days rising
   * @param won share that got there, as many
   * @param lost share that was lost, as many
   */
  public record Curve(String arm, double[] days, double[] won, double[] lost) {}
}
