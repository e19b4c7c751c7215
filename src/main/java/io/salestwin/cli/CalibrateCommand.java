package io.salestwin.cli;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.MappingRules;
import io.salestwin.report.CalibrationReport;
import io.salestwin.report.ImportReport;
import io.salestwin.scenario.ScenarioFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  @Option(names = "--json", description = "Only the answer as JSON on standard output.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CrmImport read = read();
    ImportReport report = new ImportReport(read);
    write(badRows, report.badRows());
    PrintWriter out = spec.commandLine().getOut();
    if (look) {
      out.print(json ? report.json() : report.text(Screen.style()));
    } else {
      CalibrationReport learned = new CalibrationReport(read, learn(read));
      save(learned.calibration());
      write(html, learned.html());
      out.print(json ? learned.json() : learned.text(Screen.style()));
      if (!json) {
        out.println();
        out.println("Written: " + output + "; next: salestwin check " + output);
      }
    }
    out.flush();
    return Exit.FINE;
  }

  private Calibration learn(CrmImport read) {
    CrmHistory history = read.history();
    if (asOf != null) {
      history = history.asOf((asOf.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
    }
    if (!quiet) {
      say(spec.commandLine().getErr(), "learning from " + history.deals() + " deals");
    }
    String called = name == null ? stem(export) : name;
    try {
      return Calibration.of(history, read.priceCents(), called, stem(output) + "-open.csv");
    } catch (ImportProblem e) {
      throw new BadInput(export + ": " + e.getMessage(), e);
    }
  }

  private static String stem(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    return last == null ? "export" : last.toString().replaceFirst("(\\.[A-Za-z]+)+$", "");
  }

  /** The open deals first: a scenario never names a file that is not there. */
  private void save(Calibration calibration) {
    write(output.resolveSibling(calibration.openDealsFile()), calibration.openDeals());
    write(output, calibration.scenario());
    ScenarioFile file = ScenarioFile.read(output, List.of());
    if (file.scenario().isEmpty()) {
      throw new IllegalStateException(
          "the scenario that was written cannot be read: " + file.problems());
    }
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

  private static void write(Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
