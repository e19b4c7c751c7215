package io.salestwin.report;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * One row per replication, for people who analyse on their own.
 *
 * @param columns names of the columns, each once
 * @param rows one array per replication in their order, with one value per column; NaN where a
 *     figure is not computable. Not to be modified
 */
public record ReplicationTable(List<String> columns, double[][] rows) {

  private static final String SCHEMA = "main";

  /** Checks that the rows fit the columns. */
  public ReplicationTable {
    columns = List.copyOf(columns);
    if (new HashSet<>(columns).size() != columns.size()) {
      throw new IllegalArgumentException("a column occurs twice: " + columns);
    }
    for (double[] row : rows) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.length + " values for " + columns.size() + " columns");
      }
    }
  }

  /**
   * Writes the table as a Parquet file: the column {@code replication} (from 0), then the columns
   * as doubles, with null where a figure is not computable. The same table gives the same bytes.
   *
   * @param file where to
   * @throws IOException when the file cannot be written
   */
  public void writeParquet(Path file) throws IOException {
    Properties closed = new Properties();
    closed.setProperty("autoinstall_known_extensions", "false");
    closed.setProperty("autoload_known_extensions", "false");
    // One thread: the order of row groups is that of the rows.
    closed.setProperty("threads", "1");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", closed);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE replications (" + definitions() + ")");
      fill(connection.unwrap(DuckDBConnection.class));
      String path = file.toAbsolutePath().toString().replace("'", "''");
      statement.execute(
          "COPY (SELECT * FROM replications ORDER BY replication) TO '"
              + path
              + "' (FORMAT parquet, COMPRESSION zstd)");
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private String definitions() {
    StringBuilder sql = new StringBuilder("replication INTEGER");
    for (String column : columns) {
      sql.append(", \"").append(column.replace("\"", "\"\"")).append("\" DOUBLE");
    }
    return sql.toString();
  }

  private void fill(DuckDBConnection connection) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender(SCHEMA, "replications")) {
      for (int r = 0; r < rows.length; r++) {
        appender.beginRow();
        appender.append(r);
        for (double value : rows[r]) {
          if (Double.isNaN(value)) {
            appender.appendNull();
          } else {
            appender.append(value);
          }
        }
        appender.endRow();
      }
    }
  }
}
