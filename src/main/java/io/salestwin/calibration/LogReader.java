package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.List;

/** Reads an event log, where deals follow from their events, into a builder. */
final class LogReader {

  private final Database database;
  private final MappingRules rules;
  private final Outcomes outcomes;
  private final Findings findings;
  private final HistoryBuilder builder;

  LogReader(
      Database database,
      MappingRules rules,
      Outcomes outcomes,
      Findings findings,
      HistoryBuilder builder) {
    this.database = database;
    this.rules = rules;
    this.outcomes = outcomes;
    this.findings = findings;
    this.builder = builder;
  }

  /** Brings a CSV file into the table {@code log}. */
  void load(DealTable table) {
    SourceTable of = table.table();
    database.execute(
        "CREATE TABLE log AS SELECT row_number() OVER () AS row, "
            + of.cell(Field.ID)
            + " AS id, "
            + of.cell(Field.STAGE)
            + " AS stage, "
            + table.time(Field.TIME)
            + " AS time, "
            + of.cell(Field.TIME)
            + " AS time_text, "
            + of.cell(Field.ACTOR)
            + " AS actor, "
            + of.cell(Field.LIFECYCLE)
            + " AS lifecycle, "
            + table.cents(Field.AMOUNT)
            + " AS amount, "
            + of.cell(Field.OWNER)
            + " AS owner, "
            + of.cell(Field.PRODUCT)
            + " AS product, "
            + of.cell(Field.SOURCE)
            + " AS source, "
            + of.cell(Field.SEGMENT)
            + " AS segment FROM "
            + of.file().sql());
  }

  /**
   * Reads the table {@code log}; events that only schedule or start something are no change.
   *
   * @param file what it is called
   * @param isHistory whether every event enters a stage
   */
  void read(String file, boolean isHistory) {
    database.each(
        "SELECT row, id, time_text, stage FROM log WHERE id IS NULL OR time IS NULL OR stage IS"
            + " NULL ORDER BY row",
        row ->
            findings.bad(
                file,
                row.getLong(1) + 1,
                row.getString(2),
                row.getString(2) == null
                    ? "the event has no case"
                    : row.getString(4) == null
                        ? "the event has no activity"
                        : "this is no time: " + row.getString(3),
                ""));
    if (rules.spanOfStages()) {
      cutToStages();
    }
    database.execute(
        "CREATE TABLE kept AS SELECT *, row_number() OVER (ORDER BY created, id) - 1 AS n FROM"
            + " (SELECT id, min(time) AS created, arg_max(amount, row) FILTER (amount IS NOT NULL)"
            + " AS amount, arg_min(owner, row) FILTER (owner IS NOT NULL) AS owner, arg_min(product,"
            + " row) FILTER (product IS NOT NULL) AS product, arg_min(source, row) FILTER (source IS"
            + " NOT NULL) AS source, arg_min(segment, row) FILTER (segment IS NOT NULL) AS segment"
            + " FROM log WHERE id IS NOT NULL AND time IS NOT NULL AND stage IS NOT NULL GROUP BY"
            + " id)");
    database.each(
        "SELECT id, created, owner, source, product, segment, amount FROM kept ORDER BY n",
        row -> {
          long cents = row.getLong(7);
          boolean none = row.wasNull();
          builder.deal(
              new HistoryBuilder.Deal(
                  row.getString(1),
                  row.getLong(2),
                  0,
                  CrmHistory.NEVER,
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  null,
                  none || cents < 0 ? CrmHistory.NO_AMOUNT : cents,
                  null,
                  CrmHistory.NEVER,
                  false,
                  null));
        });
    events(isHistory);
  }

  /**
   * Deals last from their first complete stage to their last: what was before goes, deals without
   * one go, and a close in between counts just after the last.
   */
  private void cutToStages() {
    String stages = String.join(", ", rules.stages().stream().map(Database::quoted).toList());
    database.execute(
        "CREATE TABLE span AS SELECT id AS deal, min(time) AS first, max(time) AS last FROM log"
            + " WHERE stage IN ("
            + stages
            + ") AND (lifecycle IS NULL OR lower(lifecycle) = 'complete') GROUP BY id");
    database.execute(
        "DELETE FROM log WHERE NOT EXISTS (SELECT 1 FROM span WHERE deal = id AND first <= time)");
    database.execute(
        "UPDATE log SET time = last + 1 FROM span WHERE deal = id AND time <= last AND stage NOT IN"
            + " ("
            + stages
            + ")");
  }

  /** Of an event log those that are said to be stages; of a history of stages all. */
  private void events(boolean all) {
    List<String> wanted = new ArrayList<>(rules.stages());
    database.each(
        "SELECT DISTINCT stage FROM log WHERE stage IS NOT NULL ORDER BY 1",
        row -> {
          if (all || outcomes.of(row.getString(1)) != 0) {
            wanted.add(row.getString(1));
          }
        });
    if (wanted.isEmpty()) {
      return;
    }
    String list = String.join(", ", wanted.stream().map(Database::quoted).toList());
    database.each(
        "SELECT k.n, l.stage, l.time, l.actor FROM log AS l JOIN kept AS k ON l.id = k.id WHERE"
            + " l.time IS NOT NULL AND (l.lifecycle IS NULL OR lower(l.lifecycle) = 'complete') AND"
            + " l.stage IN ("
            + list
            + ") ORDER BY l.row",
        row ->
            builder.event(
                (int) row.getLong(1),
                row.getString(2),
                null,
                row.getLong(3),
                row.getString(4),
                CrmHistory.NO_AMOUNT,
                CrmHistory.NEVER,
                null));
  }

  /** Every activity of the log with the number of its cases, the most frequent first. */
  List<String> activities() {
    List<String> all = new ArrayList<>();
    database.each(
        "SELECT stage, count(DISTINCT id) AS cases FROM log WHERE stage IS NOT NULL GROUP BY stage"
            + " ORDER BY cases DESC, stage LIMIT 100",
        row -> all.add(row.getString(1)));
    return all;
  }
}
