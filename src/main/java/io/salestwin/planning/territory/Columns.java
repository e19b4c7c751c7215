package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.document.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column of a file is what: recognised by its name, whatever its spelling, or as the person
 * says.
 */
final class Columns {

  /** What a column can be, with the names by which it is known, without blanks and capitals. */
  record Meaning(String name, boolean needed, List<String> known) {
    static Meaning of(String name, String... known) {
      return new Meaning(name, false, with(name, known));
    }

    static Meaning needed(String name, String... known) {
      return new Meaning(name, true, with(name, known));
    }

    private static List<String> with(String name, String... known) {
      List<String> all = new ArrayList<>(List.of(plain(name)));
      all.addAll(List.of(known));
      return all;
    }
  }

  /** Degrees north. */
  static final Meaning LATITUDE = Meaning.of("latitude", "lat", "billinglatitude");

  /** Degrees east. */
  static final Meaning LONGITUDE =
      Meaning.of("longitude", "lon", "lng", "long", "billinglongitude");

  private final Csv table;
  private final Map<String, Integer> places;

  private Columns(Csv table, Map<String, Integer> places) {
    this.table = table;
    this.places = places;
  }

  /**
   * Recognises the columns of a table.
   *
   * @param table the table
   * @param meanings what its columns can be
   * @param said what the person says: meaning to the name of the column
   * @param problems hears what is missing or can be taken in two ways
   */
  static Columns of(
      Csv table, List<Meaning> meanings, Map<String, String> said, List<Problem> problems) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Meaning meaning : meanings) {
      String column = said.get(meaning.name());
      if (column != null) {
        place(table, meaning, column, places, problems);
      } else {
        recognise(table, meaning, Set.copyOf(said.values()), places, problems);
      }
    }
    if (places.containsKey(LATITUDE.name()) != places.containsKey(LONGITUDE.name())) {
      problems.add(
          problem(
              table,
              "a position has a latitude and a longitude, but there is a column for one only",
              "add the other, or rename the column"));
    }
    return new Columns(table, places);
  }

  private static void place(
      Csv table,
      Meaning meaning,
      String column,
      Map<String, Integer> places,
      List<Problem> problems) {
    int at = table.column(column);
    if (at < 0) {
      String hint = Suggestion.didYouMean(column, table.header());
      problems.add(
          problem(
              table,
              "there is no column \"" + column + "\" for " + meaning.name(),
              hint.isEmpty() ? "there are " + String.join(", ", table.header()) : hint));
    } else {
      places.put(meaning.name(), at);
    }
  }

  private static void recognise(
      Csv table,
      Meaning meaning,
      Set<String> taken,
      Map<String, Integer> places,
      List<Problem> problems) {
    for (String known : meaning.known()) {
      List<String> found =
          table.header().stream()
              .filter(column -> plain(column).equals(known))
              .filter(column -> !taken.contains(column))
              .filter(column -> !places.containsValue(table.column(column)))
              .toList();
      if (found.size() > 1) {
        problems.add(
            problem(
                table,
                "the columns "
                    + found.stream().map(c -> '"' + c + '"').collect(Collectors.joining(" and "))
                    + " could both be "
                    + meaning.name(),
                "say which: --column " + meaning.name() + "=NAME"));
        return;
      }
      if (found.size() == 1) {
        places.put(meaning.name(), table.column(found.get(0)));
        return;
      }
    }
    if (meaning.needed()) {
      problems.add(
          problem(
              table,
              "no column is " + meaning.name(),
              "name one so, or say which it is: --column "
                  + meaning.name()
                  + "=NAME; there are "
                  + String.join(", ", table.header())));
    }
  }

  private static Problem problem(Csv table, String message, String advice) {
    return new Problem(Problem.Severity.ERROR, table.name(), 1, "", message, advice);
  }

  /** Letters and digits alone, small. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  boolean has(String meaning) {
    return places.containsKey(meaning);
  }

  /** What stands in a row; empty if the file has no such column. */
  String cell(Csv.Row row, String meaning) {
    Integer at = places.get(meaning);
    return at == null ? "" : row.cells().get(at).strip();
  }

  /** The name of the column as the file has it. */
  String column(String meaning) {
    Integer at = places.get(meaning);
    return at == null ? meaning : table.header().get(at);
  }

  /** Meaning to column, in the order of the meanings. */
  Map<String, String> used() {
    Map<String, String> used = new LinkedHashMap<>();
    places.forEach((meaning, at) -> used.put(meaning, table.header().get(at)));
    return used;
  }

  /** The columns that mean nothing here. */
  List<String> unused() {
    return table.header().stream().filter(c -> !places.containsValue(table.column(c))).toList();
  }
}
