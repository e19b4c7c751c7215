package io.salestwin.cli;

import picocli.CommandLine.Option;

/** The seed of a command whose answer depends on chance. */
final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of all chance: the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }
}
