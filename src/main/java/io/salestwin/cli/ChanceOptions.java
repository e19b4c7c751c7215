package io.salestwin.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is played: how the scenario is varied, the seed, and the pairs. */
final class ChanceOptions {

  @Mixin private SeedOption seed;

  @Option(
      names = "--antithetic",
      description = {
        "Let the second replication of each pair meet the mirrored luck of the first;"
            + " the answer of a run tells what that won.",
      })
  private boolean antithetic;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = {
        "Vary the scenario: roles.AE.headcount=14, x1.2, +2, +5pp, -10%%. May be repeated.",
      })
  private List<String> sets = new ArrayList<>();

  long seed() {
    return seed.seed();
  }

  boolean antithetic() {
    return antithetic;
  }

  List<String> sets() {
    return List.copyOf(sets);
  }
}
