package io.salestwin.cli;

import io.salestwin.report.CheckReport;
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

  @Option(names = "--json", description = "Only the warnings and figures as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Inputs inputs = Inputs.read(scenario, sets);
    CheckReport report = new CheckReport(inputs.scenario(), inputs.warnings(), inputs.expected());
    out.print(json ? report.json() : report.text(Screen.style()));
    out.flush();
    return Exit.FINE;
  }
}
