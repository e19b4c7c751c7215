package io.salestwin.cli;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
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
final class CalibrateCommand implements Callable<Integer> {

  private static final int PLAYS = 40;

  @Mixin private ExportOptions export;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where the scenario is written (default: scenario.yaml), with its open deals beside it.")
  private Path output = Path.of("scenario.yaml");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Learn from what was known in the evening of this day only.")
  private LocalDate asOf;

  @Option(names = "--name", paramLabel = "TEXT", description = "What the scenario is called.")
  private String name;

  @Option(names = "--look", description = "Only tell how the export is understood; learn nothing.")
  private boolean look;

  @Option(names = "--html", paramLabel = "FILE", description = "A report with charts as HTML.")
  private Path html;

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Where rows are listed that cannot be used (CSV).")
  private Path badRows;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CrmImport read = export.read(spec.commandLine().getErr());
    ImportReport report = new ImportReport(read);
    ExportOptions.write(badRows, report.badRows());
    PrintWriter out = spec.commandLine().getOut();
    if (look) {
      out.print(export.json() ? report.json() : report.text(Screen.style()));
    } else {
      CalibrationReport learned = new CalibrationReport(read, learn(read));
      save(learned.calibration());
      ExportOptions.write(html, learned.html());
      out.print(export.json() ? learned.json() : learned.text(Screen.style()));
      if (!export.json()) {
        out.println();
        out.println("Written: " + output + "; next: salestwin check " + output);
      }
    }
    out.flush();
    return Exit.FINE;
  }

  private Calibration learn(CrmImport read) {
    CrmHistory history = ExportOptions.asOf(read.history(), asOf);
    export.say(spec.commandLine().getErr(), "learning from " + history.deals() + " deals");
    // what is not shown need not be played
    int plays = html != null || export.json() ? PLAYS : 0;
    String called = name == null ? stem(export.path()) : name;
    try {
      String open = stem(output) + "-open.csv";
      return Calibration.of(history, read.priceCents(), called, open, plays);
    } catch (ImportProblem e) {
      throw new BadInput(export.path() + ": " + e.getMessage(), e);
    }
  }

  private static String stem(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    return last == null ? "export" : last.toString().replaceFirst("(\\.[A-Za-z]+)+$", "");
  }

  /** The open deals first: a scenario never names a file that is not there. */
  private void save(Calibration calibration) {
    ExportOptions.write(
        output.resolveSibling(calibration.openDealsFile()), calibration.openDeals());
    ExportOptions.write(output, calibration.scenario());
    ScenarioFile file = ScenarioFile.read(output, List.of());
    if (file.scenario().isEmpty()) {
      throw new IllegalStateException(
          "the scenario that was written cannot be read: " + file.problems());
    }
  }
}
