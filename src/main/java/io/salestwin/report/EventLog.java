package io.salestwin.report;

import io.salestwin.metrics.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The events of the first replications of a run as CSV for process-mining tools: one row per event,
 * in order of time within a replication. One replication is in memory at a time.
 *
 * <p>A touch has a row when it starts and a row when it is complete; everything else is complete at
 * once. Columns that begin with {@code case:} say the same in every row of a lead.
 */
public final class EventLog {

  /** Name of the file in the folder of a run. */
  public static final String FILE = "events.csv";

  /** The columns in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "case:concept:name",
          "concept:name",
          "time:timestamp",
          "org:resource",
          "lifecycle:transition",
          "start_timestamp",
          "time:enabled",
          "org:role",
          "stage",
          "case:replication",
          "case:source",
          "case:segment",
          "case:product",
          "case:value",
          "case:quality",
          "case:competitor",
          "case:stage",
          "case:outcome",
          "case:reason");

  private static final int BUFFER = 1 << 16;

  private final int replications;
  private final IntFunction<Trace> traces;

  /**
   * An event log.
   *
   * @param replications of how many replications, from the first on
   * @param traces the events of a replication by its number
   */
  public EventLog(int replications, IntFunction<Trace> traces) {
    this.replications = replications;
    this.traces = traces;
  }

  /**
   * Writes the log, replication by replication.
   *
   * @param file where to
   * @param written told after each replication how many are written
   * @return the SHA-256 of the file's bytes, in hexadecimal digits
   * @throws IOException when it cannot be written
   */
  public String write(Path file, IntConsumer written) throws IOException {
    MessageDigest digest = Manifest.sha256();
    try (OutputStream stream = new DigestOutputStream(Files.newOutputStream(file), digest);
        Writer out =
            new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER)) {
      out.write(String.join(",", COLUMNS) + "\n");
      for (int r = 0; r < replications; r++) {
        new EventRows(traces.apply(r)).write(out);
        written.accept(r + 1);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
