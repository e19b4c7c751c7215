package io.salestwin.cli;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is wrong, and what will surprise? */
@Command(
    name = "check",
    description = "Tells what is wrong with a scenario and what will surprise, without running it.",
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private Path scenario;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = "Vary the scenario first. May be repeated.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--json", description = "The warnings as a JSON list of texts.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> warnings = Inputs.read(scenario, sets).warnings();
    if (json) {
      out.print(Json.write(warnings.stream().map(Problem::toString).toList()));
    } else if (warnings.isEmpty()) {
      out.println(scenario + ": no errors, no warnings");
    } else {
      warnings.forEach(out::println);
      out.println(scenario + ": no errors, " + counted(warnings.size()));
    }
    return Exit.FINE;
  }

  private static String counted(int warnings) {
    return warnings + (warnings == 1 ? " warning" : " warnings");
  }
}
