package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.MappingRules;
import io.salestwin.run.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that ask an export: what it is, how it is read, how it is shown. */
final class ExportOptions {

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

  @Option(names = "--json", description = "Only the answer as JSON on standard output.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  CrmImport read(PrintWriter err) {
    return read(export, err);
  }

  /** Another export that is read in the same way. */
  CrmImport read(Path export, PrintWriter err) {
    try {
      MappingRules rules = mapping == null ? MappingRules.NONE : MappingRules.read(mapping);
      return CrmImport.read(export, rules.withColumns(maps), step -> say(err, step));
    } catch (ImportProblem e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  /** What was known in the evening of a day; all that is known when no day is said. */
  static CrmHistory asOf(CrmHistory history, LocalDate day) {
    return day == null ? history : history.asOf((day.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
  }

  void say(PrintWriter err, String step) {
    if (!quiet) {
      err.println(step);
      err.flush();
    }
  }

  /** Somebody who hears how far a play has come, unless nothing is to be shown. */
  Progress heard(Progress line) {
    return quiet ? Progress.SILENT : line;
  }

  Path path() {
    return export;
  }

  String name() {
    Path file = export.toAbsolutePath().normalize().getFileName();
    return file == null ? "export" : file.toString();
  }

  boolean json() {
    return json;
  }

  /** Writes a file, unless none is asked for. */
  static void write(Path file, String text) {
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
