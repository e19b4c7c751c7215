package io.salestwin.cli;

import io.salestwin.scenario.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The format of a scenario. */
@Command(
    name = "schema",
    description = "Prints the scenario format as a JSON Schema, from which editors complete.",
    sortOptions = false)
final class SchemaCommand implements Callable<Integer> {

  @Option(names = "--markdown", description = "As a reference for people instead.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(markdown ? Schema.markdown() : Schema.json());
    return Exit.FINE;
  }
}
