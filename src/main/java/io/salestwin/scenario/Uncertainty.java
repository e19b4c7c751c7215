package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is not known about the inputs: parameters that are drawn once per pair of replications.
 *
 * @param parameters each drawn on its own
 * @param joint posterior rows of further parameters that are drawn together, a row at a time
 */
public record Uncertainty(List<Parameter> parameters, Optional<Joint> joint) {

  /** Copies the list. */
  public Uncertainty {
    parameters = List.copyOf(parameters);
  }

  /** Nothing is uncertain. */
  public static final Uncertainty NONE = new Uncertainty(List.of(), Optional.empty());

  /**
   * A parameter with its distribution, in the canonical unit of the lever.
   *
   * @param lever the path as written, such as {@code stages.Qualification.advance}
   * @param target what is patched
   * @param value the distribution of the value
   * @param nominal what the lever was and is
   */
  public record Parameter(String lever, Target target, Distribution value, Nominal nominal) {}

  /**
   * Parameters drawn together.
   *
   * @param levers the paths, one per column
   * @param targets what is patched, one per column
   * @param nominals what each lever was and is
   * @param rows the posterior rows, each with one value per column; all equally likely
   */
  public record Joint(
      List<String> levers, List<Target> targets, List<Nominal> nominals, List<List<Double>> rows) {}

  /**
   * An uncertain lever's value in the scenario's file and after overrides. What is drawn is meant
   * around the former; an override moves the draw with it: chances by log-odds, rates and sizes by
   * their ratio, log-odds by their difference.
   *
   * @param stated the value before overrides, in the lever's canonical unit; NaN if none is stated
   * @param current the value after them; NaN as well if none is stated
   */
  public record Nominal(double stated, double current) {

    /**
     * Whether an override has moved the lever.
     *
     * @return true when the two values differ
     */
    public boolean isMoved() {
      return Double.compare(stated, current) != 0;
    }
  }

  /** What a drawn value is written to. */
  public sealed interface Target {

    /**
     * The chance of a stage to advance (the one value, or the value of one member).
     *
     * @param stage index of the stage
     * @param member index of the member on the axis of {@link Stage#advance()}, or -1 for all
     */
    record Advance(int stage, int member) implements Target {}

    /**
     * The quality coefficient of a stage.
     *
     * @param stage index of the stage
     */
    record Quality(int stage) implements Target {}

    /**
     * The chance of a stage to regress.
     *
     * @param stage index of the stage
     */
    record RegressProbability(int stage) implements Target {}

    /**
     * The share of a stage's losses that come back.
     *
     * @param stage index of the stage
     */
    record RecycleShare(int stage) implements Target {}

    /**
     * The arrivals of a source, per month.
     *
     * @param source index of the source
     */
    record PerMonth(int source) implements Target {}

    /**
     * The log-odds of advancing in one month of the fiscal quarter.
     *
     * @param monthOfQuarter 0 to 2
     */
    record WinningQuarterMonth(int monthOfQuarter) implements Target {}

    /**
     * The selling hours of a role's reps.
     *
     * @param role index of the role
     */
    record HoursPerWeek(int role) implements Target {}

    /**
     * One parameter of a distribution that stands directly in the scenario (not inside a mixture).
     *
     * @param place which distribution
     * @param family its family's name
     * @param parameters its parameters in canonical units, the uncertain one included
     * @param parameter the name of the uncertain one
     */
    record DistributionParameter(
        Place place, String family, Map<String, Double> parameters, String parameter)
        implements Target {}
  }

  /** A distribution of the scenario that uncertainty may reach. */
  public sealed interface Place {

    /**
     * A delay of a stage.
     *
     * @param stage index of the stage
     * @param outcome which delay
     */
    record StageDelay(int stage, Outcome outcome) implements Place {}

    /**
     * The effort of a touch.
     *
     * @param stage index of the stage
     * @param touch index of the touch
     */
    record Effort(int stage, int touch) implements Place {}

    /**
     * The value of a product.
     *
     * @param product index of the product
     */
    record ProductValue(int product) implements Place {}
  }

  /** How a stage may be left after the buyers' delay. */
  public enum Outcome {
    /** To the next stage, or won. */
    ADVANCE,
    /** Back to an earlier stage. */
    REGRESS,
    /** Lost. */
    LOST
  }
}
