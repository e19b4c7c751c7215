package io.salestwin.cli;

import io.salestwin.experiment.ExperimentFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands about experiments have in common: the file, the scenario varied, the seed. */
final class ExperimentOptions {

  private static final int MOST_PLAYS = 10_000;

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      description = "The experiment's file, YAML or JSON.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = {
        "Vary the scenario, in both arms: roles.AE.headcount=14, x1.2, +2, +5pp, -10%%. May be"
            + " repeated.",
      })
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of all chance: the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  /** The experiment, without errors. */
  ExperimentFile read(Inquiry inquiry) {
    return inquiry.shelf().experiment(file, sets);
  }

  /** The file as it was given. */
  String file() {
    return file;
  }

  long seed() {
    return seed;
  }

  /** Plays in which a scenario is measured. */
  static int plays(int plays) {
    if (plays < 2 || plays > MOST_PLAYS) {
      throw new BadInput("--plays is " + plays + "; give 2 to " + MOST_PLAYS);
    }
    return plays;
  }
}
