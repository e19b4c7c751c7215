package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with what its columns mean.
 *
 * @param file the file
 * @param dialect what it was taken for
 * @param score how sure that is
 * @param runnerUp the next best reading
 * @param columns places of the columns
 * @param entered columns that say when a stage was entered, by the stage
 */
record SourceTable(
    TableFile file,
    Dialect dialect,
    double score,
    String runnerUp,
    Map<Field, Integer> columns,
    Map<String, Integer> entered) {

  private static final double SURE = 0.5;
  private static final Pattern ENTERED =
      Pattern.compile("(?i)^Date entered \"?(.+?)(?: \\(([^()]*)\\))?\"?$");
  private static final Pattern ENTERED_INTERNAL =
      Pattern.compile("(?i)^hs_(?:v2_)?date_entered_(.+)$");

  /** The best reading of a file; null when no dialect knows it. */
  static SourceTable of(TableFile file, MappingRules rules) {
    List<Dialect> best = new ArrayList<>(List.of(Dialect.values()));
    Map<Dialect, Map<Field, Integer>> columns = new LinkedHashMap<>();
    best.forEach(d -> columns.put(d, columns(d, file, rules)));
    best.removeIf(d -> score(d, file, columns.get(d)) < (d == Dialect.TABLE ? 0.01 : SURE));
    best.sort(Comparator.comparingDouble(d -> -score(d, file, columns.get(d))));
    if (best.isEmpty()) {
      return null;
    }
    Dialect first = best.get(0);
    String second =
        best.size() < 2
            ? ""
            : "%s %.0f %%"
                .formatted(
                    best.get(1).title(), 100 * score(best.get(1), file, columns.get(best.get(1))));
    return new SourceTable(
        file,
        first,
        score(first, file, columns.get(first)),
        second,
        columns.get(first),
        first == Dialect.HUBSPOT || first == Dialect.HUBSPOT_INTERNAL ? entered(file) : Map.of());
  }

  private static double score(Dialect dialect, TableFile file, Map<Field, Integer> columns) {
    if (dialect == Dialect.TEAMS && columns.containsKey(Field.ID)) {
      return 0;
    }
    double own = dialect.score(file.header());
    boolean complete = columns.keySet().containsAll(dialect.needed());
    return own > 0 ? own : complete && dialect == Dialect.TABLE ? 0.4 : complete ? SURE : 0;
  }

  private static Map<Field, Integer> columns(Dialect dialect, TableFile file, MappingRules rules) {
    Map<Field, Integer> columns = dialect.columns(file.header());
    rules
        .columns()
        .forEach(
            (field, name) -> {
              int place = file.header().indexOf(name);
              if (place >= 0) {
                columns.put(field, place);
              }
            });
    return columns;
  }

  private static Map<String, Integer> entered(TableFile file) {
    Map<String, Integer> entered = new LinkedHashMap<>();
    for (int i = 0; i < file.header().size(); i++) {
      String header = file.header().get(i).strip();
      Matcher internal = ENTERED_INTERNAL.matcher(header);
      Matcher label = ENTERED.matcher(header);
      if (internal.matches()) {
        entered.putIfAbsent(internal.group(1), i);
      } else if (label.matches() && !header.equalsIgnoreCase("Date entered current stage")) {
        entered.putIfAbsent(label.group(1).replace("\"", ""), i);
      }
    }
    return entered;
  }

  /** A field's cell as SQL: a text without blanks around it, null when empty or not there. */
  String cell(Field field) {
    Integer column = columns.get(field);
    return column == null ? "NULL::VARCHAR" : DealTable.text(column);
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** The headers by the fields' names, for people. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    columns.forEach((field, column) -> headers.put(field.word(), file.header().get(column)));
    entered.forEach((stage, column) -> headers.put("entered " + stage, file.header().get(column)));
    return headers;
  }
}
