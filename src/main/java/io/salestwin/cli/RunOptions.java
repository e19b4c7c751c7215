package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.scenario.LeverOverride;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a scenario. */
final class RunOptions {

  @Mixin private ChanceOptions chance;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "How often the horizon is played, at least 2 (default ${DEFAULT-VALUE}).")
  private int replications;

  long seed() {
    return chance.seed();
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
    return chance.sets();
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
