package io.salestwin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which process is better, and how sure are we? */
@Command(
    name = "experiment",
    description = "Experiments on the sales process.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RehearseCommand.class},
    sortOptions = false)
final class ExperimentCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }
}
