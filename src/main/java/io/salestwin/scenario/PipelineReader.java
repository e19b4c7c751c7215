package io.salestwin.scenario;

import io.salestwin.document.Csv;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads today's open deals from a CSV file. */
final class PipelineReader {

  private static final List<String> COLUMNS =
      List.of("id", "stage", "age", "owner", "value", "product", "segment", "source");
  private static final double LONGEST_MS = 50 * 365.25 * 86_400_000.0;
  private static final long MOST_CENTS = 1_000_000_000_000_000L;

  private final Reading reading;
  private final Attachments attachments;
  private final Set<String> reps = new LinkedHashSet<>();

  PipelineReader(Reading reading, Attachments attachments) {
    this.reading = reading;
    this.attachments = attachments;
  }

  List<OpenDeal> read(Node file, List<Role> roles) {
    roles.forEach(role -> role.reps().forEach(rep -> reps.add(rep.name())));
    String name = reading.text(file, "the name of a file");
    Parsed<String> text = attachments.text(name);
    if (text.isBad()) {
      reading.problems().error(file, text.reason(), text.advice());
      return List.of();
    }
    Csv table = Csv.parse(text.value(), name, Csv.Limits.DEFAULT);
    reading.problems().addAll(table.problems());
    if (table.header().isEmpty() || !columns(table)) {
      return List.of();
    }
    List<OpenDeal> deals = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Csv.Row row : table.rows()) {
      Line line = new Line(table, row);
      OpenDeal deal = deal(line);
      if (deal.id().isEmpty()) {
        line.error("id", "a deal has no id", "give each deal an id of its own");
      } else if (!ids.add(deal.id())) {
        line.error("id", "there are two deals with the id \"" + deal.id() + "\"", "remove one");
      }
      deals.add(deal);
    }
    return List.copyOf(deals);
  }

  private boolean columns(Csv table) {
    boolean fine = true;
    for (String column : table.header()) {
      if (!COLUMNS.contains(column)) {
        String hint = Suggestion.didYouMean(column, COLUMNS);
        error(
            table,
            1,
            "",
            "unknown column \"" + column + "\"",
            hint.isEmpty() ? "allowed are " + String.join(", ", COLUMNS) : hint);
        fine = false;
      }
    }
    for (String needed : List.of("id", "stage")) {
      if (table.column(needed) < 0) {
        error(table, 1, "", "the column \"" + needed + "\" is missing", "add it");
        fine = false;
      }
    }
    return fine;
  }

  private OpenDeal deal(Line line) {
    String owner = line.cell("owner");
    if (!owner.isEmpty() && !reps.contains(owner)) {
      String hint = Suggestion.didYouMean(owner, reps);
      line.error(
          "owner",
          "there is no rep \"" + owner + "\"",
          hint.isEmpty() ? "leave it empty if the owner has left" : hint);
    }
    Reading.Names names = reading.names();
    String stage = line.cell("stage");
    if (stage.isEmpty()) {
      line.error("stage", "a deal has no stage", "there are " + String.join(", ", names.stages()));
    }
    return new OpenDeal(
        line.cell("id"),
        Math.max(0, line.index("stage", names.stages())),
        line.number("age", PipelineReader::age, LONGEST_MS),
        Optional.of(owner).filter(text -> !text.isEmpty()),
        line.number("value", text -> Kind.MONEY.number(text, reading.currency()), MOST_CENTS),
        line.index("product", names.products()),
        line.index("segment", names.segments()),
        line.index("source", names.sources()));
  }

  /** A length of time; a bare number is in days. */
  private static Parsed<Double> age(String text) {
    Parsed<Double> days = Quantity.number(text);
    return days.isBad() ? Quantity.durationMillis(text) : days.map(d -> d * 86_400_000.0);
  }

  private void error(Csv table, int line, String column, String message, String advice) {
    reading
        .problems()
        .add(new Problem(Problem.Severity.ERROR, table.name(), line, column, message, advice));
  }

  /** One row, with the places of its columns. */
  private final class Line {
    private final Csv table;
    private final Csv.Row row;

    private Line(Csv table, Csv.Row row) {
      this.table = table;
      this.row = row;
    }

    private String cell(String column) {
      int at = table.column(column);
      return at < 0 ? "" : row.cells().get(at).strip();
    }

    private void error(String column, String message, String advice) {
      PipelineReader.this.error(table, row.line(), column, message, advice);
    }

    private int index(String column, List<String> names) {
      String name = cell(column);
      int index = names.indexOf(name);
      if (index < 0 && !name.isEmpty()) {
        String hint = Suggestion.didYouMean(name, names);
        error(
            column,
            "there is no " + column + " \"" + name + "\"",
            hint.isEmpty() ? "there are " + String.join(", ", names) : hint);
      }
      return index;
    }

    private Optional<Long> number(
        String column, java.util.function.Function<String, Parsed<Double>> parse, double most) {
      String text = cell(column);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Parsed<Double> value = parse.apply(text);
      if (value.isBad()) {
        error(column, value.reason(), value.advice());
        return Optional.empty();
      }
      if (!(value.value() >= 0 && value.value() <= most)) {
        error(column, text + " is " + (value.value() < 0 ? "below 0" : "too large"), "correct it");
        return Optional.empty();
      }
      return Optional.of((long) StrictMath.rint(value.value()));
    }
  }
}
