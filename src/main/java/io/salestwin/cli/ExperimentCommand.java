package io.salestwin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Experiments: each question is a command of its own below this one. */
@Command(
    name = "experiment",
    description =
        "Plans and judges process experiments: can the test tell us anything, and did it?",
    subcommands = {
      ExperimentDesignCommand.class,
      ExperimentRehearseCommand.class,
      ExperimentAnalyseCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
final class ExperimentCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }
}
