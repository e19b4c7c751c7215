package io.salestwin.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database in memory that can read the given files and nothing else: no other file, no network,
 * no extension. What does not fit into its share of the memory goes to a folder that is deleted.
 */
final class Database implements AutoCloseable {

  private static final String MEMORY = "640MB";

  private final Path spill;
  private final Connection connection;

  private Database(Path spill, Connection connection) {
    this.spill = spill;
    this.connection = connection;
  }

  static Database reading(List<Path> files) {
    return reading(files, Path.of(System.getProperty("java.io.tmpdir")));
  }

  static Database reading(List<Path> files, Path temporary) {
    try {
      Path spill = Files.createTempDirectory(temporary, "salestwin-");
      try {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("memory_limit", MEMORY);
        properties.setProperty("temp_directory", spill.toString());
        properties.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        Database database = new Database(spill, connection);
        String paths = files.stream().map(Database::path).collect(Collectors.joining(", "));
        database.execute("SET allowed_paths = [" + paths + "]");
        database.execute("SET enable_external_access = false");
        database.execute("SET lock_configuration = true");
        return database;
      } catch (SQLException e) {
        delete(spill);
        throw new ImportProblem("the tables cannot be opened: " + firstLine(e), e);
      }
    } catch (IOException e) {
      throw new ImportProblem(
          temporary
              + ": no temporary file can be written there. Make room, or name another folder:"
              + " SALESTWIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  /** A file's path as a text of SQL. */
  static String path(Path file) {
    return quoted(file.toAbsolutePath().normalize().toString());
  }

  /** A text of SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new ImportProblem("the table cannot be read: " + firstLine(e), e);
    }
  }

  /** What is done with each row. */
  interface RowUse {
    void row(ResultSet row) throws SQLException;
  }

  void each(String sql, RowUse use) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        use.row(rows);
      }
    } catch (SQLException e) {
      throw new ImportProblem("the table cannot be read: " + firstLine(e), e);
    }
  }

  Connection connection() {
    return connection;
  }

  static String firstLine(SQLException e) {
    return e.getMessage() == null
        ? "no reason given"
        : e.getMessage().lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      connection.close();
      delete(spill);
    } catch (SQLException | IOException e) {
      throw new ImportProblem("temporary files cannot be deleted: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
