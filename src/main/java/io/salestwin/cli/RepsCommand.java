package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.reps.RepAnalysis;
import io.salestwin.calibration.reps.RepPlan;
import io.salestwin.report.Answer;
import io.salestwin.report.RepReport;
import java.time.LocalDate;
import java.util.List;
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
final class RepsCommand implements Callable<Integer>, QuestionCommand {

  private static final int MOST_DEALS = 1_000_000;

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

  @Mixin private SeedOption seed;
  @Mixin private CopyOptions copy;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    copy.require(export);
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    RepPlan plan = plan();
    CrmImport read = export.read(inquiry);
    CrmHistory history = ExportOptions.asOf(read.history(), asOf);
    inquiry.say("making up " + plan.teams() + " teams in which nobody differs");
    RepAnalysis found = export.ask(() -> RepAnalysis.of(history, read.teams(), plan));
    return new RepReport(export.name(inquiry), found);
  }

  @Override
  public List<String> copies(Answer answer) {
    copy.write(answer, RepReport.ROWS);
    return List.of();
  }

  private RepPlan plan() {
    RepPlan usual = RepPlan.usual(seed.seed());
    int teams = draws == null ? usual.teams() : draws;
    int few = least == null ? usual.least() : least;
    NumberOption.within("--draws", teams, RepPlan.FEWEST_TEAMS, RepPlan.MOST_TEAMS);
    NumberOption.within("--least", few, 2, MOST_DEALS);
    return new RepPlan(seed.seed(), teams, few);
  }
}
