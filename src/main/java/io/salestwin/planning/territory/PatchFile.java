package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.document.Quantity;
import io.salestwin.planning.territory.Columns.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the territories from a table of reps: one row each. */
final class PatchFile {

  /** More than the hours of a year. */
  private static final double MOST_HOURS = 10_000;

  static final List<Meaning> MEANINGS =
      List.of(
          Meaning.needed("name", "rep", "repname", "salesrep", "seller", "owner", "fullname", "ae"),
          Meaning.needed(
              "hours",
              "capacity",
              "capacityhours",
              "hoursperyear",
              "sellinghours",
              "availablehours"),
          Meaning.of("territory", "patch", "salesterritory", "territoryname", "team"),
          Meaning.of("region", "regions", "geography", "geo", "area", "country", "state"),
          Meaning.of("industry", "industries", "vertical", "verticals", "sector"),
          Columns.LATITUDE,
          Columns.LONGITUDE);

  private record Seat(
      String name, String territory, RowReader row, Optional<Position> base, double hours) {}

  private final List<Problem> problems;
  private final Map<String, List<Seat>> seats = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new LinkedHashMap<>();

  private PatchFile(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * The territories in the order in which the file first names them; without a column for it each
   * rep is a territory.
   */
  static List<Patch> read(Csv table, Columns columns, List<Problem> problems) {
    PatchFile file = new PatchFile(problems);
    for (Csv.Row row : table.rows()) {
      file.row(new RowReader(table, row, columns), columns.has("territory"));
    }
    return file.patches();
  }

  private void row(RowReader row, boolean territories) {
    String name = row.name("name");
    OptionalDouble hours = row.number("hours", Quantity::number, 1, MOST_HOURS);
    Optional<Position> base = row.position();
    String territory = territories ? row.name("territory") : name;
    Integer earlier = lineOf.putIfAbsent(name, row.line());
    if (earlier != null && !name.isEmpty()) {
      row.error("name", "\"" + name + "\" is there twice", "the other is in line " + earlier);
    }
    problems.addAll(row.problems());
    if (row.problems().isEmpty()) {
      seats
          .computeIfAbsent(territory, t -> new ArrayList<>())
          .add(new Seat(name, territory, row, base, hours.orElseThrow()));
    }
  }

  private List<Patch> patches() {
    List<Patch> patches = new ArrayList<>();
    seats.forEach(
        (name, of) ->
            patches.add(
                new Patch(
                    name,
                    of.stream().map(Seat::name).toList(),
                    together(of, "region"),
                    together(of, "industry"),
                    of.stream().flatMap(seat -> seat.base().stream()).toList(),
                    of.stream().mapToDouble(Seat::hours).sum())));
    return List.copyOf(patches);
  }

  /** All places of its reps; none, which is everywhere, when one of them has none. */
  private static List<String> together(List<Seat> seats, String meaning) {
    Set<String> all = new LinkedHashSet<>();
    for (Seat seat : seats) {
      List<String> names = seat.row().names(meaning);
      if (names.isEmpty()) {
        return List.of();
      }
      all.addAll(names);
    }
    return List.copyOf(all);
  }
}
