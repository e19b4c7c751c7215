package io.salestwin.cli;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.report.DesignReport;
import io.salestwin.scenario.ImpossibleScenarioException;
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

/** Can this test ever tell us anything? */
@Command(
    name = "design",
    description =
        "Tells before an experiment starts how many units it takes, how long that is at the"
            + " scenario's volume, what it could find, and what to test instead. Exit code 3 when it"
            + " should not be run.",
    sortOptions = false)
final class ExperimentDesignCommand implements Callable<Integer> {

  private static final int MOST_PLAYS = 10_000;

  @Parameters(paramLabel = "EXPERIMENT", description = "The experiment's file, YAML or JSON.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = "A value of the scenario, for both arms; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--plays",
      paramLabel = "NUMBER",
      description = "Plays of the scenario in which volumes and baselines are measured (20).")
  private int plays = 20;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of all chance (1).")
  private long seed = 1;

  @Option(names = "--html", paramLabel = "FILE", description = "Also write the answer as a page.")
  private Path html;

  @Option(names = "--json", description = "Only the answer as JSON on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requirePlays(plays);
    ExperimentFile experiment = Experiments.read(file, sets);
    Design design;
    try {
      design = Design.of(experiment, seed, plays);
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    }
    DesignReport report = new DesignReport(design);
    if (html != null) {
      Experiments.write(html, report.html());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json() : report.text(Screen.style()));
    out.flush();
    return design.verdict().advice() == Design.Advice.RUN ? Exit.FINE : Exit.THRESHOLD_MISSED;
  }

  static void requirePlays(int plays) {
    if (plays < 2 || plays > MOST_PLAYS) {
      throw new BadInput("--plays is " + plays + "; give 2 to " + MOST_PLAYS);
    }
  }
}
