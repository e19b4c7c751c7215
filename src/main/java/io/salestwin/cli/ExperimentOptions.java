package io.salestwin.cli;

import io.salestwin.experiment.ExperimentFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
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

  @Mixin private SeedOption seed;

  /** The experiment, without errors. */
  ExperimentFile read(Inquiry inquiry) {
    return inquiry.shelf().experiment(file, sets);
  }

  /** The file as it was given. */
  String file() {
    return file;
  }

  long seed() {
    return seed.seed();
  }

  /** Plays in which a scenario is measured. */
  static int plays(int plays) {
    return NumberOption.within("--plays", plays, 2, MOST_PLAYS);
  }
}
