package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Kind;
import java.util.HashSet;
import java.util.Set;

/** Reads events of stages into a builder that has the deals already. */
final class EventReader {

  private final Database database;
  private final Findings findings;
  private final HistoryBuilder builder;

  EventReader(Database database, Findings findings, HistoryBuilder builder) {
    this.database = database;
    this.findings = findings;
    this.builder = builder;
  }

  /** One row for each change of a deal, that of the stage or another. */
  long history(DealTable table) {
    boolean from = table.table().columns().containsKey(Field.FROM_STAGE);
    String sql =
        "SELECT "
            + table.table().cell(Field.ID)
            + " AS id, "
            + table.table().cell(Field.STAGE)
            + " AS stage, "
            + (from ? table.table().cell(Field.FROM_STAGE) : "NULL::VARCHAR")
            + " AS earlier, "
            + table.time(Field.TIME)
            + " AS time, "
            + table.table().cell(Field.ACTOR)
            + " AS actor, "
            + table.cents(Field.AMOUNT)
            + " AS amount, "
            + table.time(Field.CLOSED)
            + " AS promised, "
            + table.table().cell(Field.CATEGORY)
            + " AS category, CASE WHEN stage IS NULL THEN 'the event has no stage' END AS wrong FROM "
            + table.table().file().sql();
    return stream(sql, table.table().file().name());
  }

  /** One column for each stage with the moment of its latest entry. */
  void wide(DealTable table) {
    for (var entry : table.table().entered().entrySet()) {
      database.each(
          "SELECT n, e"
              + entry.getValue()
              + " FROM kept JOIN dated USING (id) WHERE e"
              + entry.getValue()
              + " IS NOT NULL ORDER BY n",
          row ->
              builder.event(
                  (int) row.getLong(1),
                  entry.getKey(),
                  null,
                  row.getLong(2),
                  null,
                  CrmHistory.NO_AMOUNT,
                  CrmHistory.NEVER,
                  null));
    }
  }

  /**
   * Every row becomes an event, or is listed as bad.
   *
   * @param sql rows of id, stage, earlier (the stage before), time, actor, amount, promised,
   *     category, wrong (what is wrong with it, or null)
   * @param file where they stand
   * @return how many rows there are
   */
  long stream(String sql, String file) {
    Set<String> unknown = new HashSet<>();
    long[] rows = new long[1];
    database.each(
        "SELECT d.n, h.stage, h.earlier, h.time, h.actor, h.amount, CASE WHEN d.n IS NULL OR h.time"
            + " IS NULL OR h.wrong IS NOT NULL THEN coalesce(h.id, '') END, h.promised, h.category, h.wrong FROM ("
            + sql
            + ") AS h LEFT JOIN dated AS d ON h.id = d.id",
        row -> {
          rows[0]++;
          String bad = row.getString(7);
          if (bad == null) {
            String stage = row.getString(2);
            String earlier = row.getString(3);
            String actor = row.getString(5);
            long ms = row.getLong(4);
            long cents = row.getLong(6);
            cents = row.wasNull() ? CrmHistory.NO_AMOUNT : cents;
            long promised = row.getLong(8);
            promised = row.wasNull() ? CrmHistory.NEVER : promised;
            builder.event(
                (int) row.getLong(1), stage, earlier, ms, actor, cents, promised, row.getString(9));
            return;
          }
          row.getLong(1);
          boolean deal = !row.wasNull();
          if (!deal && unknown.size() < Findings.LISTED && unknown.add(bad)) {
            findings.add(Kind.UNKNOWN_DEAL, bad);
          }
          String problem =
              !deal
                  ? "there is no usable deal of this id"
                  : row.getString(10) == null ? "the event has no time" : row.getString(10);
          findings.bad(file, 0, bad, problem, row.getString(2) == null ? "" : row.getString(2));
        });
    return rows[0];
  }
}
