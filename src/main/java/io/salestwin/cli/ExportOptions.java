package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.MappingRules;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that ask an export: what it is, and how it is read. */
final class ExportOptions {

  @Parameters(
      paramLabel = "EXPORT",
      description = "A CSV or XES file, also as .gz; or a folder with the tables of an export.")
  private String export;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "YAML that says what cannot be told by the headers: columns, dates, stages.")
  private String mapping;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "Which column means what; may be repeated. Goes before the mapping file.")
  private List<String> maps = new ArrayList<>();

  CrmImport read(Inquiry inquiry) {
    return read(export, inquiry);
  }

  /** Another export that is read in the same way. */
  CrmImport read(String export, Inquiry inquiry) {
    Shelf shelf = inquiry.shelf();
    try {
      MappingRules rules =
          mapping == null ? MappingRules.NONE : MappingRules.parse(shelf.text(mapping), mapping);
      return CrmImport.read(shelf.export(export), rules.withColumns(maps), inquiry::say);
    } catch (ImportProblem e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  /** Whether a file is one of those that are read. */
  boolean has(Path file) {
    List<Path> read = new ArrayList<>(Exports.files(Shelf.given(export)));
    if (mapping != null) {
      read.add(Path.of(mapping));
    }
    Path place = file.toAbsolutePath().normalize();
    return read.stream().anyMatch(each -> each.toAbsolutePath().normalize().equals(place));
  }

  /** An answer; what cannot be answered is told with the export's name. */
  <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (ImportProblem e) {
      throw new BadInput(export + ": " + e.getMessage(), e);
    }
  }

  /** The day that an option names. */
  static LocalDate day(String option, String text) {
    Parsed<LocalDate> day = Quantity.date(text);
    if (day.isBad()) {
      throw new BadInput(option + " " + text + ": " + day.reason() + "; " + day.advice());
    }
    return day.value();
  }

  /** What was known in the evening of a day; all that is known when no day is said. */
  static CrmHistory asOf(CrmHistory history, LocalDate day) {
    return day == null ? history : history.asOf((day.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
  }

  /** What the export is called, wherever it is. */
  String name(Inquiry inquiry) {
    return inquiry.shelf().lastName(export);
  }
}
