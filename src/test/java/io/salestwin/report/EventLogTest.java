package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Rich;
import io.salestwin.metrics.Trace;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event log is read by a reader that knows nothing of us, and says what the KPIs say. */
class EventLogTest {

  private static final int REPLICATIONS = 2;

  @TempDir private Path folder;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    // times are told as if at UTC
    execute("SET TimeZone = 'UTC'");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static RunPlan plan(Scenario scenario) {
    return new RunPlan(scenario, 5, REPLICATIONS);
  }

  private Path written(Scenario scenario) throws IOException {
    Path file = folder.resolve("events.csv");
    Files.deleteIfExists(file);
    List<Integer> told = new ArrayList<>();
    Tracer tracer = new Tracer(plan(scenario));
    String hash = new EventLog(REPLICATIONS, tracer::trace).write(file, told::add);
    assertThat(hash).isEqualTo(Manifest.hash(Files.readAllBytes(file)));
    assertThat(told).containsExactly(1, 2);
    return file;
  }

  private void read(Scenario scenario) throws Exception {
    Path file = written(scenario);
    execute("CREATE OR REPLACE TABLE log AS SELECT * FROM read_csv('" + file + "', header = true)");
  }

  @Test
  void theColumnsAreThoseThatProcessMiningToolsRead() throws Exception {
    read(Rich.fromWarmUp());
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE log")) {
      while (rows.next()) {
        columns.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    assertThat(columns)
        .containsExactly(
            "case:concept:name VARCHAR",
            "concept:name VARCHAR",
            "time:timestamp TIMESTAMP WITH TIME ZONE",
            "org:resource VARCHAR",
            "lifecycle:transition VARCHAR",
            "start_timestamp TIMESTAMP WITH TIME ZONE",
            "time:enabled TIMESTAMP WITH TIME ZONE",
            "org:role VARCHAR",
            "stage VARCHAR",
            "case:replication BIGINT",
            "case:source VARCHAR",
            "case:segment VARCHAR",
            "case:product VARCHAR",
            "case:value DOUBLE",
            "case:quality DOUBLE",
            "case:competitor VARCHAR",
            "case:stage VARCHAR",
            "case:outcome VARCHAR",
            "case:reason VARCHAR");
  }

  @Test
  void everyTimeIsIsoWithThreeDigitsAndAnOffset() throws Exception {
    List<String> lines = Files.readAllLines(written(Rich.fromDeals()));
    assertThat(lines.get(0)).isEqualTo(String.join(",", EventLog.COLUMNS));
    assertThat(lines).hasSizeGreaterThan(2000);
    for (String line : lines.subList(1, lines.size())) {
      assertThat(line.split(",", -1)[2])
          .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00");
    }
  }

  @Test
  void itSaysWhatTheKpisSay() throws Exception {
    for (Scenario scenario : List.of(Rich.fromWarmUp(), Rich.fromDeals())) {
      read(scenario);
      RunResult result = Runner.local(1).run(plan(scenario), Progress.SILENT);
      for (int r = 0; r < REPLICATIONS; r++) {
        kpis(result.layout(), result.rows().get(r), r);
      }
    }
  }

  private void kpis(KpiLayout layout, double[] row, int replication) throws SQLException {
    String here =
        " FROM log WHERE \"case:replication\" = "
            + replication
            + " AND \"time:timestamp\" >= '2027-01-01' AND ";
    String activity = "\"concept:name\" = ";
    assertThat(one("SELECT count(*)" + here + activity + "'Arrived'"))
        .isEqualTo(row[layout.index("leads")]);
    assertThat(one("SELECT count(*)" + here + activity + "'Won'"))
        .isEqualTo(row[layout.index("won")]);
    assertThat(one("SELECT count(*)" + here + activity + "'Lost'"))
        .isEqualTo(row[layout.index("lost")]);
    assertThat(one("SELECT round(sum(\"case:value\"), 2)" + here + activity + "'Won'"))
        .isEqualTo(row[layout.index("bookings")]);
    assertThat(one("SELECT count(*)" + here + activity + "'Entered Closing'"))
        .isEqualTo(row[layout.index("stage_entries.Closing")]);
    String touch = "start_timestamp IS NOT NULL AND \"org:resource\" IS NOT NULL";
    String ended =
        "\"lifecycle:transition\" = 'complete' AND \"concept:name\" NOT IN ('Won', 'Lost', 'Dormant')";
    assertThat(one("SELECT count(*)" + here + touch + " AND " + ended))
        .isEqualTo(row[layout.index("touches")]);
  }

  @Test
  void everyTouchStartsAndEndsAndNobodyDoesTwoAtOnce() throws Exception {
    read(Rich.with("stages.Discovery.timeOut=6 days"));
    execute(
        "CREATE VIEW touches AS SELECT * FROM log WHERE \"org:resource\" IS NOT NULL"
            + " AND \"concept:name\" NOT IN ('Won', 'Lost', 'Dormant')");
    // complete rows tell their start: it is the time of a start row
    assertThat(
            one(
                "SELECT count(*) FROM touches e ANTI JOIN touches s ON"
                    + " e.\"case:concept:name\" = s.\"case:concept:name\""
                    + " AND e.\"concept:name\" = s.\"concept:name\""
                    + " AND e.\"org:resource\" = s.\"org:resource\""
                    + " AND e.start_timestamp = s.\"time:timestamp\""
                    + " AND s.\"lifecycle:transition\" = 'start'"
                    + " WHERE e.\"lifecycle:transition\" <> 'start'"))
        .isZero();
    assertThat(
            one(
                "SELECT count(*) FROM (SELECT start_timestamp, lag(\"time:timestamp\") OVER"
                    + " (PARTITION BY \"case:replication\", \"org:resource\" ORDER BY"
                    + " \"time:timestamp\", start_timestamp) AS before FROM touches"
                    + " WHERE \"lifecycle:transition\" <> 'start') WHERE start_timestamp < before"))
        .isZero();
    assertThat(
            one(
                "SELECT count(*) FROM touches WHERE \"time:enabled\" > start_timestamp"
                    + " OR start_timestamp > \"time:timestamp\""))
        .isZero();
    double starts = one("SELECT count(*) FROM touches WHERE \"lifecycle:transition\" = 'start'");
    double cut = one("SELECT count(*) FROM touches WHERE \"lifecycle:transition\" = 'ate_abort'");
    double complete =
        one("SELECT count(*) FROM touches WHERE \"lifecycle:transition\" = 'complete'");
    assertThat(cut).isPositive();
    // at the end of the horizon no more can be open than there are reps
    assertThat(starts - cut - complete).isBetween(0.0, REPLICATIONS * 14.0);
  }

  @Test
  void whatIsSaidOfACaseIsTheSameInAllItsRows() throws Exception {
    read(Rich.fromWarmUp());
    String attributes =
        String.join(
            " || '|' || ",
            EventLog.COLUMNS.stream()
                .filter(column -> column.startsWith("case:") && !column.endsWith(":name"))
                .map(column -> "coalesce(\"" + column + "\"::VARCHAR, '')")
                .toList());
    assertThat(
            one(
                "SELECT count(*) FROM (SELECT \"case:concept:name\" FROM log GROUP BY ALL HAVING"
                    + " count(DISTINCT "
                    + attributes
                    + ") > 1)"))
        .isZero();
    assertThat(one("SELECT count(DISTINCT \"case:outcome\") FROM log")).isEqualTo(4);
    assertThat(
            one(
                "SELECT count(*) FROM log WHERE (\"case:reason\" IS NULL) <>"
                    + " (\"case:outcome\" IN ('won', 'open'))"))
        .isZero();
  }

  @Test
  void casesThatEndedInTheWarmUpAreLeftOutAndTheOthersAreWhole() throws Exception {
    read(Rich.fromWarmUp());
    String perCase =
        "SELECT \"case:concept:name\" AS id, min(\"time:timestamp\") AS first,"
            + " max(\"time:timestamp\") AS last, any_value(\"case:outcome\") AS outcome,"
            + " count(*) FILTER (\"concept:name\" = 'Arrived') AS arrivals FROM log GROUP BY ALL";
    assertThat(
            one(
                "SELECT count(*) FROM ("
                    + perCase
                    + ") WHERE last < '2027-01-01' AND outcome IN"
                    + " ('won', 'lost')"))
        .isZero();
    assertThat(one("SELECT count(*) FROM (" + perCase + ") WHERE arrivals <> 1")).isZero();
    assertThat(one("SELECT count(*) FROM (" + perCase + ") WHERE first < '2027-01-01'"))
        .isPositive();
  }

  @Test
  void rowsAreInOrderOfTimeAndTheSameEachTime() throws Exception {
    Path first = folder.resolve("first.csv");
    Files.move(written(Rich.fromDeals()), first);
    assertThat(written(Rich.fromDeals())).hasSameBinaryContentAs(first);
    read(Rich.fromDeals());
    assertThat(
            one(
                "SELECT count(*) FROM (SELECT \"time:timestamp\" AS t, lag(\"time:timestamp\") OVER"
                    + " (PARTITION BY \"case:replication\" ORDER BY rowid) AS before FROM log)"
                    + " WHERE t < before"))
        .isZero();
    assertThat(one("SELECT count(*) FROM log WHERE \"case:concept:name\" = 'r1-deal-D3'"))
        .isPositive();
  }

  @Test
  void aNameThatLooksLikeAFormulaIsNone() throws Exception {
    Scenario hostile = Rich.with("sources={\"=1+1, x\": {arrivals: {perMonth: 100}}}");
    Trace trace = new Tracer(plan(hostile)).trace(0);
    assertThat(trace.names().sources()).containsExactly("=1+1, x");
    List<String> lines = Files.readAllLines(written(hostile));
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(",\"'=1+1, x\","));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private double one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getDouble(1);
    }
  }
}
