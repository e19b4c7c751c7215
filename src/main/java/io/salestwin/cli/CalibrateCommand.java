package io.salestwin.cli;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.report.Answer;
import io.salestwin.report.CalibrationReport;
import io.salestwin.report.ImportReport;
import io.salestwin.scenario.ScenarioFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What does our CRM say, and what would a scenario of it be? */
@Command(
    name = "calibrate",
    description =
        "Reads a CRM's export (Salesforce, HubSpot, Pipedrive, an event log as CSV or XES, or any"
            + " CSV), tells how it was understood and what is odd about it, and writes a scenario"
            + " that is learned from it.",
    sortOptions = false)
final class CalibrateCommand implements Callable<Integer>, QuestionCommand {

  @Mixin private ExportOptions export;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where the scenario is written (default: scenario.yaml), with its open deals beside it.")
  private String output = "scenario.yaml";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Learn from what was known in the evening of this day only.")
  private LocalDate asOf;

  @Option(names = "--name", paramLabel = "TEXT", description = "What the scenario is called.")
  private String name;

  @Option(names = "--look", description = "Only tell how the export is understood; learn nothing.")
  private boolean look;

  @Option(
      names = "--plays",
      paramLabel = "NUMBER",
      defaultValue = "40",
      description =
          "How often the scenario is played over the days from which it was learned, so that the"
              + " report can show both, 0 to 1000 (default ${DEFAULT-VALUE}; 0: not).")
  private int plays;

  @Mixin private CalibrationCopies copies;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CopyOptions.require("--output", Shelf.given(output), export);
    copies.require(export);
    return look ? look() : Inquiry.run(this, show, spec);
  }

  private int look() {
    ImportReport report = new ImportReport(export.read(Inquiry.withoutAnswer(show, spec)));
    copies.writeBadRows(report.badRows());
    PrintWriter out = spec.commandLine().getOut();
    out.print(show.json() ? report.json() : report.text(Screen.style()));
    out.flush();
    return Exit.FINE;
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    NumberOption.within("--plays", plays, 0, 1000);
    CrmImport read = export.read(inquiry);
    CrmHistory history = ExportOptions.asOf(read.history(), asOf);
    inquiry.say("learning from " + history.deals() + " deals");
    String file = inquiry.shelf().written(output);
    String called = name == null ? stem(export.name(inquiry)) : name;
    Calibration learned =
        export.ask(
            () -> Calibration.of(history, read.priceCents(), called, openDeals(file), plays));
    return new CalibrationReport(called, file, read, learned);
  }

  private static String stem(String file) {
    return file.replaceFirst("(\\.[A-Za-z]+)+$", "");
  }

  /** The open deals first: a scenario never names a file that is not there. */
  @Override
  public List<String> copies(Answer answer) {
    Path scenario = Path.of(output);
    String folder = CalibrationReport.FOLDER;
    String file = Shelf.lastName(scenario);
    String open = openDeals(file);
    CopyOptions.write(scenario.resolveSibling(open), answer.tables().get(folder + open));
    CopyOptions.write(scenario, answer.tables().get(folder + file));
    ScenarioFile read = ScenarioFile.read(scenario, List.of());
    if (read.scenario().isEmpty()) {
      throw new IllegalStateException(
          "the scenario that was written cannot be read: " + read.problems());
    }
    copies.write(answer);
    return List.of("Written: " + output + "; next: salestwin check " + output);
  }

  private static String openDeals(String scenario) {
    return stem(scenario) + "-open.csv";
  }
}
