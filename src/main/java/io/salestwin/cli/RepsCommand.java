package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.reps.RepAnalysis;
import io.salestwin.calibration.reps.RepPlan;
import io.salestwin.report.RepReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Do our reps differ by more than luck, and whom should we coach? */
@Command(
    name = "reps",
    description =
        "Compares reps, their managers and regions, and what they do in each stage, by a CRM's export:"
            + " whether they differ by more than luck, what of a record is to be believed, and what"
            + " follows for coaching.",
    sortOptions = false)
final class RepsCommand implements Callable<Integer> {

  @Mixin private ExportOptions export;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Compare by what was known in the evening of this day only.")
  private LocalDate asOf;

  @Option(
      names = "--least",
      paramLabel = "NUMBER",
      description = "Leave out who has fewer closed deals (default 30).")
  private Integer least;

  @Option(
      names = "--draws",
      paramLabel = "NUMBER",
      description =
          "How many teams without any difference are made up to see what luck does, 200 to 100000"
              + " (default 5000).")
  private Integer draws;

  @Mixin private PageOptions page;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RepPlan plan = plan();
    PrintWriter err = spec.commandLine().getErr();
    CrmImport read = export.read(err);
    export.say(err, "making up " + plan.teams() + " teams in which nobody differs");
    RepReport report = new RepReport(export.name(), found(read, plan));
    PrintWriter out = spec.commandLine().getOut();
    out.print(export.json() ? report.json() : report.text(Screen.style()));
    out.flush();
    page.write(report.html(), report.csv());
    return Exit.FINE;
  }

  private RepPlan plan() {
    RepPlan usual = RepPlan.usual(page.seed());
    int teams = draws == null ? usual.teams() : draws;
    int few = least == null ? usual.least() : least;
    if (teams < RepPlan.FEWEST_TEAMS || teams > RepPlan.MOST_TEAMS) {
      throw new BadInput(
          "--draws "
              + teams
              + ": give a number from "
              + RepPlan.FEWEST_TEAMS
              + " to "
              + RepPlan.MOST_TEAMS);
    }
    if (few < 2) {
      throw new BadInput("--least " + few + ": give at least 2");
    }
    return new RepPlan(page.seed(), teams, few);
  }

  private RepAnalysis found(CrmImport read, RepPlan plan) {
    CrmHistory history = ExportOptions.asOf(read.history(), asOf);
    try {
      return RepAnalysis.of(history, read.teams(), plan);
    } catch (IllegalArgumentException e) {
      throw new BadInput(export.path() + ": " + e.getMessage(), e);
    }
  }
}
