package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads a history with one row for each change of any field, as Salesforce keeps it: what a field
 * held before and holds now. Changes of the stage are events; those of the amount, the close date
 * and the category of the forecast are what was said of the deal from then on.
 *
 * <p>What was said at first is what the first change found there. A deal whose creation is in the
 * history, too, has its whole life in it: a field of it that was never changed has always held what
 * it holds now, as long as changes of this field are recorded for any deal at all.
 */
final class FieldHistoryReader {

  private static final String STAGE = "StageName";
  private static final String AMOUNT = "Amount";
  private static final String CLOSE = "CloseDate";
  private static final String CATEGORY = "ForecastCategoryName";
  private static final String BIRTH = "created";

  private final Database database;
  private final DealTable table;
  private final SourceTable of;

  FieldHistoryReader(Database database, DealTable table) {
    this.database = database;
    this.table = table;
    of = table.table();
  }

  /** Whether changes of the stage are recorded. */
  boolean hasStages() {
    boolean[] any = new boolean[1];
    database.each(
        "SELECT count(*) > 0 FROM " + table.changes(STAGE), row -> any[0] = row.getBoolean(1));
    return any[0];
  }

  /** Reads what concerns a deal's worth and way; returns how many rows that are. */
  long read(HistoryBuilder builder, EventReader events) {
    beginnings(builder);
    String field = of.cell(Field.CHANGED_FIELD);
    String sql =
        "SELECT "
            + of.cell(Field.ID)
            + " AS id, "
            + only(STAGE, of.cell(Field.NEW_VALUE))
            + " AS stage, "
            + only(STAGE, of.cell(Field.OLD_VALUE))
            + " AS earlier, "
            + table.time(Field.TIME)
            + " AS time, "
            + of.cell(Field.ACTOR)
            + " AS actor, "
            + only(AMOUNT, table.changedCents(AMOUNT, Field.NEW_VALUE))
            + " AS amount, "
            + only(CLOSE, table.changedTime(CLOSE, Field.NEW_VALUE))
            + " AS promised, "
            + only(CATEGORY, of.cell(Field.NEW_VALUE))
            + " AS category, CASE WHEN "
            + field
            + " = '"
            + STAGE
            + "' AND stage IS NULL THEN 'the event has no stage' WHEN "
            + of.cell(Field.NEW_VALUE)
            + " IS NOT NULL AND coalesce(stage, category, amount::VARCHAR, promised::VARCHAR) IS"
            + " NULL THEN 'the new value cannot be read' END AS wrong FROM "
            + of.file().sql()
            + " WHERE "
            + field
            + " IN ('"
            + String.join("', '", STAGE, AMOUNT, CLOSE, CATEGORY)
            + "')";
    return events.stream(sql, of.file().name());
  }

  /** Deals whose owner changed; each change is there by name and by id, so deals are counted. */
  void ownerChanges(Findings findings) {
    database.each(
        "SELECT DISTINCT "
            + of.cell(Field.ID)
            + " FROM "
            + table.changes("Owner")
            + " WHERE "
            + of.cell(Field.OLD_VALUE)
            + " IS NOT NULL ORDER BY 1",
        row -> findings.add(Kind.OWNER_CHANGES, row.getString(1)));
  }

  private String only(String field, String what) {
    return "CASE WHEN " + of.cell(Field.CHANGED_FIELD) + " = '" + field + "' THEN " + what + " END";
  }

  /** For each deal of the history what its fields held when it was created. */
  private void beginnings(HistoryBuilder builder) {
    String sql =
        "WITH rows AS (SELECT row_number() OVER () AS row, "
            + of.cell(Field.ID)
            + " AS id, "
            + of.cell(Field.CHANGED_FIELD)
            + " AS field, "
            + table.time(Field.TIME)
            + " AS time, "
            + table.changedCents(AMOUNT, Field.OLD_VALUE)
            + " AS amount, "
            + table.changedTime(CLOSE, Field.OLD_VALUE)
            + " AS promised, "
            + of.cell(Field.OLD_VALUE)
            + " AS category FROM "
            + of.file().sql()
            + ") SELECT n, bool_or(field = '"
            + BIRTH
            + "') AS born, "
            + first("amount", AMOUNT)
            + first("promised", CLOSE)
            + first("category", CATEGORY)
            + recorded(AMOUNT)
            + ", "
            + recorded(CLOSE)
            + ", "
            + recorded(CATEGORY)
            + " FROM rows JOIN dated USING (id) GROUP BY n ORDER BY n";
    database.each(sql, row -> beginning(row, builder));
  }

  /** Whether a deal's field was ever changed, and what stood there before the first change. */
  private static String first(String what, String field) {
    String filter = " FILTER (WHERE field = '" + field + "'), ";
    return "count(*)" + filter + "first(" + what + " ORDER BY time, row)" + filter;
  }

  private static String recorded(String field) {
    return "(SELECT count(*) > 0 FROM rows WHERE field = '" + field + "')";
  }

  private static void beginning(ResultSet row, HistoryBuilder builder) throws SQLException {
    int deal = (int) row.getLong(1);
    boolean born = row.getBoolean(2);
    long cents = CrmHistory.NO_AMOUNT;
    if (row.getLong(3) > 0) {
      long was = row.getLong(4);
      cents = row.wasNull() ? cents : was;
    } else if (born && row.getBoolean(9)) {
      cents = builder.amountCents(deal);
    }
    long promised = CrmHistory.NEVER;
    if (row.getLong(5) > 0) {
      long was = row.getLong(6);
      promised = row.wasNull() ? promised : was;
    } else if (born && row.getBoolean(10)) {
      promised = builder.closeMs(deal);
    }
    String category = null;
    if (row.getLong(7) > 0) {
      category = row.getString(8);
    } else if (born && row.getBoolean(11)) {
      category = builder.category(deal);
    }
    builder.said(deal, cents, promised, category);
  }
}
