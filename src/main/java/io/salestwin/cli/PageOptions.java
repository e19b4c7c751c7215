package io.salestwin.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * The options of commands that learn from an export by chance and show it as a page and a table.
 */
final class PageOptions {

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of all chance: the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Where a page with charts is written.")
  private Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "Where the rows are written (CSV).")
  private Path csv;

  long seed() {
    return seed;
  }

  /** Writes what is asked for. */
  void write(String page, String rows) {
    ExportOptions.write(html, page);
    ExportOptions.write(csv, rows);
  }

  /** The same where there are no rows. */
  void write(String page) {
    ExportOptions.write(html, page);
  }
}
