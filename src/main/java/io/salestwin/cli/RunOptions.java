package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.scenario.LeverOverride;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a scenario. */
final class RunOptions {

  private static final int USUAL_REPLICATIONS = 1000;

  /** The look at which any odds are known to one percentage point. */
  private static final int MOST_FOR_PRECISION = 32_768;

  @Mixin private ChanceOptions chance;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      description = {
        "How often the horizon is played, at least 2 (default 1000);"
            + " with --precision the most (default 32768).",
      })
  private Integer replications;

  @Option(
      names = "--precision",
      paramLabel = "[FIGURE:]PERCENT",
      description = {
        "Play until figures are known this well: looks after 128, 256, 512... replications and"
            + " ends when the error (95%%) is at most +/- PERCENT of a mean, or +/- that many"
            + " percentage points for odds and shares. 1%% holds for mean bookings and the odds of"
            + " every target; odds:2%%, odds.PERIOD:2%% or win_rate:1%% (any KPI) for one figure."
            + " May be repeated.",
      })
  private List<String> precision = new ArrayList<>();

  /**
   * What is asked for.
   *
   * @param eventLog of how many replications the events are to be written; null for none
   */
  RunRequest request(Integer eventLog) {
    int most = replications();
    return new RunRequest(
        chance.sets(),
        chance.seed(),
        most,
        precision,
        chance.antithetic(),
        eventLog == null ? 0 : logged(eventLog, most));
  }

  private static int logged(int eventLog, int most) {
    return NumberOption.within("--event-log", eventLog, 1, most, ", the number of replications");
  }

  private int replications() {
    if (replications == null) {
      return precision.isEmpty() ? USUAL_REPLICATIONS : MOST_FOR_PRECISION;
    }
    return NumberOption.replications("--replications", replications, 2, "; 1000 is usual");
  }

  /** The overrides that texts mean; all that is wrong with them is told at once. */
  static List<LeverOverride> overrides(List<String> sets) {
    List<LeverOverride> overrides = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String set : sets) {
      Parsed<LeverOverride> parsed = LeverOverride.parse(set);
      if (parsed.isBad()) {
        wrong.add("--set " + set + ": " + parsed.reason() + "; " + parsed.advice());
      } else {
        overrides.add(parsed.value());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(Inputs.together(wrong));
    }
    return overrides;
  }
}
