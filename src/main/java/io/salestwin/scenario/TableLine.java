package io.salestwin.scenario;

import io.salestwin.document.Csv;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One row of a CSV file beside the scenario, with the places of its columns. */
final class TableLine {

  private final Reading reading;
  private final Csv table;
  private final Csv.Row row;

  private TableLine(Reading reading, Csv table, Csv.Row row) {
    this.reading = reading;
    this.table = table;
    this.row = row;
  }

  /**
   * The rows of a file; none when it cannot be read, its columns are unknown or one is missing,
   * which is then told.
   */
  static List<TableLine> read(
      Reading reading,
      Attachments attachments,
      Node file,
      List<String> columns,
      List<String> needed) {
    String name = reading.text(file, "the name of a file");
    Parsed<String> text = attachments.text(name);
    if (text.isBad()) {
      reading.problems().error(file, text.reason(), text.advice());
      return List.of();
    }
    Csv table = Csv.parse(text.value(), name, Csv.Limits.DEFAULT);
    reading.problems().addAll(table.problems());
    if (table.header().isEmpty() || !hasColumns(reading, table, columns, needed)) {
      return List.of();
    }
    return table.rows().stream().map(row -> new TableLine(reading, table, row)).toList();
  }

  private static boolean hasColumns(
      Reading reading, Csv table, List<String> columns, List<String> needed) {
    boolean fine = true;
    for (String column : table.header()) {
      if (!columns.contains(column)) {
        String hint = Suggestion.didYouMean(column, columns);
        error(
            reading,
            table,
            1,
            "",
            "unknown column \"" + column + "\"",
            hint.isEmpty() ? "allowed are " + String.join(", ", columns) : hint);
        fine = false;
      }
    }
    for (String column : needed) {
      if (table.column(column) < 0) {
        error(reading, table, 1, "", "the column \"" + column + "\" is missing", "add it");
        fine = false;
      }
    }
    return fine;
  }

  private static void error(
      Reading reading, Csv table, int line, String column, String message, String advice) {
    reading
        .problems()
        .add(new Problem(Problem.Severity.ERROR, table.name(), line, column, message, advice));
  }

  /** What stands in a column; empty if the file does not have it. */
  String cell(String column) {
    int at = table.column(column);
    return at < 0 ? "" : row.cells().get(at).strip();
  }

  void error(String column, String message, String advice) {
    error(reading, table, row.line(), column, message, advice);
  }

  /** The place of the member that is named; -1 if none is. */
  int index(String column, List<String> names) {
    String name = cell(column);
    int index = names.indexOf(name);
    if (index < 0 && !name.isEmpty()) {
      String hint = Suggestion.didYouMean(name, names);
      String all =
          names.isEmpty() ? "the scenario names none" : "there are " + String.join(", ", names);
      error(column, "there is no " + column + " \"" + name + "\"", hint.isEmpty() ? all : hint);
    }
    return index;
  }

  /** A value; empty if none is written. */
  <T> Optional<T> value(String column, Function<String, Parsed<T>> parse) {
    String text = cell(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Parsed<T> value = parse.apply(text);
    if (value.isBad()) {
      error(column, value.reason(), value.advice());
      return Optional.empty();
    }
    return Optional.of(value.value());
  }

  /** A number in a range; empty if none is written. */
  Optional<Double> number(
      String column, Function<String, Parsed<Double>> parse, double least, double most) {
    Optional<Double> value = value(column, parse);
    if (value.isPresent() && !(value.get() >= least && value.get() <= most)) {
      String low = "below " + Kind.NUMBER.show(least);
      error(
          column, cell(column) + " is " + (value.get() < least ? low : "too large"), "correct it");
      return Optional.empty();
    }
    return value;
  }
}
