package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads a table of deals into a builder. */
final class DealReader {

  private final Database database;
  private final DealTable table;
  private final Outcomes outcomes;
  private final Findings findings;
  private final HistoryBuilder builder;
  private final boolean closedIsDay;
  private String currency = "";

  DealReader(
      Database database,
      DealTable table,
      Outcomes outcomes,
      Findings findings,
      HistoryBuilder builder) {
    this.database = database;
    this.table = table;
    this.outcomes = outcomes;
    this.findings = findings;
    this.builder = builder;
    closedIsDay = table.dayOnly(Field.CLOSED);
  }

  /** The currency of most deals. */
  String currency() {
    return currency;
  }

  void read() {
    String file = table.table().file().name();
    database.each(
        "SELECT coalesce(mode(currency), '') FROM kept", row -> currency = row.getString(1));
    database.each(
        "SELECT row, id, created_text FROM raw WHERE id IS NULL OR created IS NULL ORDER BY row",
        row -> {
          String text = row.getString(3);
          String problem =
              row.getString(2) == null
                  ? "the deal has no id"
                  : text == null ? "the deal has no date of creation" : "this is no date: " + text;
          findings.bad(file, row.getLong(1) + 1, row.getString(2), problem, "");
        });
    database.each(
        "SELECT row, id FROM raw WHERE created IS NOT NULL AND id IS NOT NULL AND row NOT IN"
            + " (SELECT row FROM last_rows) ORDER BY row",
        row -> {
          findings.add(Kind.DUPLICATES, row.getString(2));
          findings.bad(
              file, row.getLong(1) + 1, row.getString(2), "a later row has the same deal", "");
        });
    declare();
    Map<String, String> names = new HashMap<>();
    database.each(
        "SELECT id, created, state, closes, owner, source, product, segment, reason, amount,"
            + " amount_text, currency, stage, last_activity, next_step, category FROM judged WHERE bad IS NULL ORDER BY created, id",
        row -> deal(row, names));
  }

  /** Decides for each deal whether it is closed and when; what cannot be is bad. */
  private void declare() {
    StringBuilder states = new StringBuilder();
    database.each(
        "SELECT DISTINCT coalesce(status, stage) FROM kept WHERE status IS NOT NULL OR stage IS NOT"
            + " NULL ORDER BY 1",
        row -> {
          int of = outcomes.of(row.getString(1));
          if (of != 0) {
            String text = Database.quoted(row.getString(1));
            states.append(" WHEN coalesce(status, stage) = " + text + " THEN " + of);
          }
        });
    String byWords = states.isEmpty() ? "0" : "CASE" + states + " ELSE 0 END";
    // a yes or no of its own goes before words
    database.execute(
        "CREATE VIEW stated AS SELECT *, CASE WHEN is_won THEN -1 WHEN is_closed THEN -2 WHEN"
            + " is_won IS NOT NULL AND is_closed IS NOT NULL THEN 0 ELSE "
            + byWords
            + " END AS state FROM kept");
    String day = closedIsDay ? " // 86400000 * 86400000" : "";
    database.execute(
        "CREATE VIEW closing AS SELECT *, CASE WHEN state = -1 THEN coalesce(won_at, closed) WHEN"
            + " state = -2 THEN coalesce(lost_at, closed) ELSE coalesce(expected, closed) END AS closes FROM stated");
    database.execute(
        "CREATE VIEW judged AS SELECT *, CASE WHEN state < 0 AND closes IS NULL AND"
            + (builder.hasPaths() ? " false" : " true")
            + " THEN 'the deal is closed but has no date of the close' WHEN state < 0 AND closes <"
            + " created"
            + day
            + " THEN 'the deal closes before it is created' END AS bad FROM closing");
    // numbered as they are read
    database.execute(
        "CREATE TABLE dated AS SELECT id, row_number() OVER (ORDER BY created, id) - 1 AS n FROM"
            + " judged WHERE bad IS NULL");
  }

  private void deal(ResultSet row, Map<String, String> names) throws SQLException {
    String id = row.getString(1);
    long created = row.getLong(2);
    int state = row.getInt(3);
    long closes = row.getLong(4);
    closes = row.wasNull() ? CrmHistory.NEVER : closes;
    if (state < 0) {
      closes = closes == CrmHistory.NEVER ? created : Math.max(created, closes);
      if (closes == created && !closedIsDay) {
        findings.add(Kind.CLOSED_AT_CREATION, id);
      }
    }
    builder.deal(
        new HistoryBuilder.Deal(
            id,
            created,
            state,
            closes,
            shared(names, row.getString(5)),
            shared(names, row.getString(6)),
            shared(names, row.getString(7)),
            shared(names, row.getString(8)),
            shared(names, row.getString(9)),
            amount(row, id),
            shared(names, row.getString(13)),
            time(row, 14),
            row.getString(15) != null,
            shared(names, row.getString(16))));
  }

  /** One text for equal ones, so that a million deals do not hold a million times "West". */
  private static String shared(Map<String, String> names, String text) {
    return text == null ? null : names.computeIfAbsent(text, t -> t);
  }

  private static long time(ResultSet row, int column) throws SQLException {
    long ms = row.getLong(column);
    return row.wasNull() ? CrmHistory.NEVER : ms;
  }

  private long amount(ResultSet row, String id) throws SQLException {
    long cents = row.getLong(10);
    boolean none = row.wasNull();
    if (none ? row.getString(11) != null : cents < 0) {
      findings.add(Kind.ODD_AMOUNT, id);
      return CrmHistory.NO_AMOUNT;
    }
    String money = row.getString(12);
    if (!none && money != null && !money.equals(currency)) {
      findings.add(Kind.OTHER_CURRENCY, id);
      return CrmHistory.NO_AMOUNT;
    }
    return none ? CrmHistory.NO_AMOUNT : cents;
  }

  /** Lists the deals that could not be dated. */
  void listBad() {
    String file = table.table().file().name();
    database.each(
        "SELECT row, id, bad FROM judged WHERE bad IS NOT NULL ORDER BY row",
        row -> {
          if (row.getString(3).contains("before")) {
            findings.add(Kind.NEGATIVE_DURATIONS, row.getString(2));
          }
          findings.bad(file, row.getLong(1) + 1, row.getString(2), row.getString(3), "");
        });
  }
}
