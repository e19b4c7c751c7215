package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationTableTest {

  @TempDir private Path folder;

  private static ReplicationTable table() {
    double[][] rows = new double[3000][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {r / 3.0, r % 7 == 0 ? Double.NaN : -r};
    }
    return new ReplicationTable(List.of("bookings 2027-Q1", "odd \"name\""), rows);
  }

  @Test
  void theSameTableGivesTheSameBytes() throws Exception {
    table().writeParquet(folder.resolve("a.parquet"));
    table().writeParquet(folder.resolve("b.parquet"));
    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
  }

  @Test
  void everyReplicationIsARowAndWhatIsNotComputableIsNull() throws Exception {
    Path file = folder.resolve("it's.parquet");
    table().writeParquet(file);
    String path = file.toString().replace("'", "''");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM '" + path + "'")) {
      for (int r = 0; r < 3000; r++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt("replication")).isEqualTo(r);
        assertThat(rows.getDouble("bookings 2027-Q1")).isEqualTo(r / 3.0);
        double value = rows.getDouble("odd \"name\"");
        assertThat(rows.wasNull()).isEqualTo(r % 7 == 0);
        if (!rows.wasNull()) {
          assertThat(value).isEqualTo((double) -r);
        }
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void rowsMustFitTheColumns() {
    assertThatThrownBy(() -> new ReplicationTable(List.of("a"), new double[][] {{1, 2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values for 1 columns");
    assertThatThrownBy(() -> new ReplicationTable(List.of("a", "a"), new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
