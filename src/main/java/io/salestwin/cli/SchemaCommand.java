package io.salestwin.cli;

import io.salestwin.experiment.ExperimentSchema;
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

  @Option(names = "--experiment", description = "The format of an experiment file instead.")
  private boolean experiment;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String format =
        experiment
            ? markdown ? ExperimentSchema.markdown() : ExperimentSchema.json()
            : markdown ? Schema.markdown() : Schema.json();
    spec.commandLine().getOut().print(format);
    return Exit.FINE;
  }
}
