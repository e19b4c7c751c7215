package io.salestwin.cli;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.MappingRules;
import io.salestwin.report.ImportReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What does our CRM say? */
@Command(
    name = "calibrate",
    description =
        "Reads a CRM's export (Salesforce, HubSpot, Pipedrive, an event log as CSV or XES, or any"
            + " CSV) and tells how it was understood and what is odd about it.",
    sortOptions = false)
final class CalibrateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "EXPORT",
      description = "A CSV or XES file, also as .gz; or a folder with the tables of an export.")
  private Path export;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "YAML that says what cannot be told by the headers: columns, dates, stages.")
  private Path mapping;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "Which column means what; may be repeated. Goes before the mapping file.")
  private List<String> maps = new ArrayList<>();

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Where rows are listed that cannot be used (CSV).")
  private Path badRows;

  @Option(names = "--json", description = "Only the answer as JSON on standard output.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ImportReport report = new ImportReport(read());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json() : report.text(Screen.style()));
    out.flush();
    listBadRows(report);
    return Exit.FINE;
  }

  private CrmImport read() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      MappingRules rules = mapping == null ? MappingRules.NONE : MappingRules.read(mapping);
      return CrmImport.read(
          export, rules.withColumns(maps), quiet ? step -> {} : step -> say(err, step));
    } catch (ImportProblem e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  private static void say(PrintWriter err, String step) {
    err.println(step);
    err.flush();
  }

  private void listBadRows(ImportReport report) {
    if (badRows == null) {
      return;
    }
    try {
      Files.writeString(badRows, report.badRows());
    } catch (IOException e) {
      throw new BadInput(badRows + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
