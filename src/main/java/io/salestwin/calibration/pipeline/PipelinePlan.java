package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.backtest.Holidays;
import io.salestwin.scenario.LeverOverride;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked of a pipeline.
 *
 * @param name what the export is called
 * @param rule how chances of deals are told
 * @param stageChances chances by stage for {@link ChanceRule#STAGES}, by name
 * @param holidays days on which people are off, known ahead by {@link ChanceRule#LEARNED}
 * @param cuts least chances of the categories
 * @param target what the period must bring, in units of the currency or in deals; empty for as much
 *     as the last one brought
 * @param nextTarget the same for the period after
 * @param since the evening from which the waterfall starts; empty for that before the period
 * @param sets overrides on the scenario that is learned, applied last
 * @param replications how many futures are played, at least 2
 * @param seed of all chance
 */
public record PipelinePlan(
    String name,
    ChanceRule rule,
    Map<String, Double> stageChances,
    Holidays holidays,
    Cuts cuts,
    OptionalDouble target,
    OptionalDouble nextTarget,
    Optional<LocalDate> since,
    List<LeverOverride> sets,
    int replications,
    long seed) {

  /** Example chances by stage of the usual nine-stage model, from qualification on. */
  public static final Map<String, Double> USUAL_STAGES =
      Map.of(
          "Qualification", .15,
          "Solution Design", .30,
          "Validation", .50,
          "Proposal", .70,
          "Negotiation", .85);

  /** Copies. */
  public PipelinePlan {
    stageChances = Map.copyOf(new LinkedHashMap<>(stageChances));
    sets = List.copyOf(sets);
  }

  /**
   * Least chances of the categories, falling; what lies below the last is left out of a forecast.
   *
   * @param commit of a commit, 0 to 1
   * @param bestCase of a best case, 0 to 1
   * @param pipeline of pipeline, 0 to 1
   */
  public record Cuts(double commit, double bestCase, double pipeline) {

    /** 90 %, 60 % and 20 %. */
    public static final Cuts USUAL = new Cuts(.9, .6, .2);

    /** Checks the order. */
    public Cuts {
      if (!(commit <= 1 && commit > bestCase && bestCase > pipeline && pipeline >= 0)) {
        throw new IllegalArgumentException(
            "chances of commit, best case and pipeline must fall: "
                + commit
                + ", "
                + bestCase
                + ", "
                + pipeline);
      }
    }

    /**
     * The category of a chance.
     *
     * @param chance 0 to 1
     * @return the first whose cut it reaches
     */
    public Category of(double chance) {
      return chance >= commit
          ? Category.COMMIT
          : chance >= bestCase
              ? Category.BEST_CASE
              : chance >= pipeline ? Category.PIPELINE : Category.OMITTED;
    }
  }

  /** Categories of a forecast. */
  public enum Category {
    /** Will close this period. */
    COMMIT("commit"),
    /** Likely to close. */
    BEST_CASE("best case"),
    /** In evaluation. */
    PIPELINE("pipeline"),
    /** Not forecast. */
    OMITTED("left out");

    private final String words;

    Category(String words) {
      this.words = words;
    }

    /**
     * What it is called.
     *
     * @return a word or two
     */
    public String words() {
      return words;
    }
  }
}
