package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.scenario.LeverOverride;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that runs a scenario. */
final class RunOptions {

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of all chance: the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "How often the horizon is played, at least 2 (default ${DEFAULT-VALUE}).")
  private int replications;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = {
        "Vary the scenario: roles.AE.headcount=14, x1.2, +2, +5pp, -10%%. May be repeated.",
      })
  private List<String> sets = new ArrayList<>();

  long seed() {
    return seed;
  }

  int replications() {
    if (replications < 2 || replications > Replay.MOST_REPLICATIONS) {
      throw new BadInput(
          "--replications "
              + replications
              + ": give a number from 2 to "
              + Replay.MOST_REPLICATIONS
              + "; 1000 is usual");
    }
    return replications;
  }

  List<String> sets() {
    return List.copyOf(sets);
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
