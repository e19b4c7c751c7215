package io.salestwin.calibration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that brings a table of any dialect to one form: texts trimmed, times in milliseconds,
 * amounts in cents.
 */
final class DealTable {

  private static final String NOBODY = "000000000000000AAA";

  private final Database database;
  private final SourceTable table;
  private final MappingRules rules;
  private final Map<String, String> dates = new LinkedHashMap<>();
  private final Map<Integer, DateForm> forms = new LinkedHashMap<>();

  DealTable(Database database, SourceTable table, MappingRules rules) {
    this.database = database;
    this.table = table;
    this.rules = rules;
  }

  /** A column's cell without blanks around it; null when it says nothing. */
  static String text(int column) {
    return "nullif(nullif(trim(c" + column + "), ''), '" + NOBODY + "')";
  }

  SourceTable table() {
    return table;
  }

  /** How dates are written, by the column's name, as far as any was asked for. */
  Map<String, String> dates() {
    return dates;
  }

  /** Whether every date of a field is a day without a time. */
  boolean dayOnly(Field field) {
    DateForm form = form(table.columns().get(field));
    return form != null && form.dayOnly();
  }

  private DateForm form(Integer column) {
    if (column == null) {
      return null;
    }
    if (!forms.containsKey(column)) {
      String header = table.file().header().get(column);
      String said = rules.dates().getOrDefault(header, "");
      DateForm form = DateForm.of(database, table.file().sql(), column, said);
      forms.put(column, form);
      dates.put(header, form == null ? "no date that is known" : form.inWords());
    }
    return forms.get(column);
  }

  /** A field's time as SQL: milliseconds, null when it says none. */
  String time(Field field) {
    return time(table.columns().get(field));
  }

  String time(Integer column) {
    DateForm form = form(column);
    return form == null ? "NULL::BIGINT" : form.sql(text(column));
  }

  /** The amount in cents; a comma is a decimal point where the column says so. */
  String cents(Field field) {
    Integer column = table.columns().get(field);
    if (column == null) {
      return "NULL::BIGINT";
    }
    return cents(table.file().sql(), text(column), text(column));
  }

  /** The cents of a cell, the decimal point found by what another cell of some rows shows. */
  private String cents(String rows, String shows, String cell) {
    boolean[] comma = new boolean[1];
    database.each(
        "SELECT count(*) FILTER (regexp_matches(c, '^[^0-9]*-?[0-9.]*,[0-9]{1,2}[^0-9]*$'))"
            + " > count(*) FILTER (regexp_matches(c, '^[^0-9]*-?[0-9,]*\\.[0-9]{1,2}[^0-9]*$'))"
            + " FROM (SELECT "
            + shows
            + " AS c FROM "
            + rows
            + " LIMIT 20000)",
        row -> comma[0] = row.getBoolean(1));
    String stripped = "regexp_replace(" + cell + ", '[^0-9.,-]', '', 'g')";
    String plain =
        comma[0]
            ? "replace(replace(" + stripped + ", '.', ''), ',', '.')"
            : "replace(" + stripped + ", ',', '')";
    String number =
        comma[0]
            ? "try_cast(" + plain + " AS DOUBLE)"
            : "coalesce(try_cast(" + cell + " AS DOUBLE), try_cast(" + plain + " AS DOUBLE))";
    return "(CASE WHEN abs(" + number + ") < 1e13 THEN round(" + number + " * 100)::BIGINT END)";
  }

  /** The rows of a history of fields that tell of one field of a deal. */
  String changes(String field) {
    return "(SELECT * FROM "
        + table.file().sql()
        + " WHERE "
        + table.cell(Field.CHANGED_FIELD)
        + " = "
        + Database.quoted(field)
        + ")";
  }

  /** What a row of such a history says of an amount, in cents. */
  String changedCents(String field, Field value) {
    String shows = table.cell(Field.NEW_VALUE);
    return table.has(value) ? cents(changes(field), shows, table.cell(value)) : "NULL::BIGINT";
  }

  /** What a row of such a history says of a date, in milliseconds. */
  String changedTime(String field, Field value) {
    int column = table.columns().get(Field.NEW_VALUE);
    String header = table.file().header().get(column);
    String said = rules.dates().getOrDefault(header, "");
    DateForm form = DateForm.of(database, changes(field), column, said);
    if (form == null || !table.has(value)) {
      return "NULL::BIGINT";
    }
    dates.put(header + " (" + field + ")", form.inWords());
    return form.sql(table.cell(value));
  }

  /** A yes or no. */
  String flag(Field field) {
    Integer column = table.columns().get(field);
    return column == null
        ? "NULL::BOOLEAN"
        : "(lower(" + text(column) + ") IN ('1', 'true', 'yes', 'y', 't'))";
  }

  /** Puts every row of the file into the table {@code raw}, numbered in the order of the file. */
  void load() {
    String amount = cents(Field.AMOUNT);
    String columns =
        Stream.of(
                table.cell(Field.ID) + " AS id",
                time(Field.CREATED) + " AS created",
                "CASE WHEN "
                    + time(Field.CREATED)
                    + " IS NULL THEN "
                    + table.cell(Field.CREATED)
                    + " END AS created_text",
                time(Field.CLOSED) + " AS closed",
                time(Field.EXPECTED) + " AS expected",
                time(Field.WON_AT) + " AS won_at",
                time(Field.LOST_AT) + " AS lost_at",
                flag(Field.IS_WON) + " AS is_won",
                flag(Field.IS_CLOSED) + " AS is_closed",
                table.cell(Field.STATUS) + " AS status",
                table.cell(Field.STAGE) + " AS stage",
                amount + " AS amount",
                "CASE WHEN "
                    + amount
                    + " IS NULL THEN "
                    + table.cell(Field.AMOUNT)
                    + " END AS amount_text",
                table.cell(Field.CURRENCY) + " AS currency",
                table.cell(Field.OWNER) + " AS owner",
                table.cell(Field.SOURCE) + " AS source",
                table.cell(Field.PRODUCT) + " AS product",
                table.cell(Field.SEGMENT) + " AS segment",
                table.cell(Field.REASON) + " AS reason",
                time(Field.LAST_ACTIVITY) + " AS last_activity",
                table.cell(Field.NEXT_STEP) + " AS next_step",
                table.cell(Field.CATEGORY) + " AS category",
                time(Field.STAGE_CHANGED) + " AS stage_changed")
            .collect(Collectors.joining(", "));
    String entered =
        table.entered().entrySet().stream()
            .map(e -> ", " + time(e.getValue()) + " AS e" + e.getValue())
            .collect(Collectors.joining());
    database.execute(
        "CREATE TABLE raw AS SELECT row_number() OVER () AS row, "
            + columns
            + entered
            + " FROM "
            + table.file().sql());
    // of a deal in several rows the last one counts
    database.execute(
        "CREATE TABLE last_rows AS SELECT max(row) AS row FROM raw WHERE id IS NOT NULL AND created"
            + " IS NOT NULL GROUP BY id");
    database.execute(
        "CREATE VIEW kept AS SELECT * FROM raw WHERE row IN (SELECT row FROM last_rows)");
  }
}
