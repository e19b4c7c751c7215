package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** One row of a file; everything that is wrong with it is kept, each at its column. */
final class RowReader {

  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "locked");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "", "-");

  private final Csv table;
  private final Csv.Row row;
  private final Columns columns;
  private final List<Problem> problems = new ArrayList<>();

  RowReader(Csv table, Csv.Row row, Columns columns) {
    this.table = table;
    this.row = row;
    this.columns = columns;
  }

  List<Problem> problems() {
    return problems;
  }

  int line() {
    return row.line();
  }

  String text(String meaning) {
    return columns.cell(row, meaning);
  }

  /** A text that must be there. */
  String name(String meaning) {
    String text = text(meaning);
    if (text.isEmpty()) {
      error(meaning, "nothing is given", "give each row its " + meaning);
    }
    return text;
  }

  /** A number that must be there when the file has the column; empty when it has not. */
  OptionalDouble number(
      String meaning, Function<String, Parsed<Double>> parse, double least, double most) {
    if (!columns.has(meaning)) {
      return OptionalDouble.empty();
    }
    Parsed<Double> parsed = parse.apply(text(meaning));
    if (parsed.isBad()) {
      error(meaning, parsed.reason(), parsed.advice());
      return OptionalDouble.empty();
    }
    double value = parsed.value();
    if (value < least || value > most) {
      String shown = text(meaning);
      error(meaning, shown + " is out of range", "give " + range(least, most));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  /** Where on the map; empty where neither latitude nor longitude is given. */
  Optional<Position> position() {
    String latitude = Columns.LATITUDE.name();
    String longitude = Columns.LONGITUDE.name();
    if (text(latitude).isEmpty() && text(longitude).isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble north = number(latitude, Quantity::number, -90, 90);
    OptionalDouble east = number(longitude, Quantity::number, -180, 180);
    return north.isPresent() && east.isPresent()
        ? Optional.of(new Position(north.getAsDouble(), east.getAsDouble()))
        : Optional.empty();
  }

  private static String range(double least, double most) {
    String from = String.format(Locale.ROOT, "%.0f", least);
    return most > 1e6
        ? "a number of " + from + " or more"
        : "a number from " + from + String.format(Locale.ROOT, " to %.0f", most);
  }

  /** Yes or no, in any usual spelling; a number above 0, such as that of open deals, is a yes. */
  boolean flag(String meaning) {
    String text = text(meaning).toLowerCase(Locale.ROOT);
    Optional<Boolean> known =
        YES.contains(text)
            ? Optional.of(true)
            : NO.contains(text)
                ? Optional.of(false)
                : text.matches("[0-9]{1,6}") ? Optional.of(true) : Optional.empty();
    if (known.isEmpty()) {
      error(meaning, "\"" + text(meaning) + "\" is neither yes nor no", "give yes or no");
    }
    return known.orElse(false);
  }

  /** Several names in one cell, between bars or semicolons. */
  List<String> names(String meaning) {
    List<String> names = new ArrayList<>();
    for (String name : text(meaning).split("[|;]", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  void error(String meaning, String message, String advice) {
    problems.add(
        new Problem(
            Problem.Severity.ERROR,
            table.name(),
            row.line(),
            columns.column(meaning),
            message,
            advice));
  }
}
