package io.salestwin.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that shows an answer and writes its files: how, not what. */
final class ShowOptions {

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Threads (default: all cores); never changes a result.")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Where the run's folder is made (default ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--files", description = "Also write charts/*.svg and replications.parquet.")
  private boolean files;

  @Option(
      names = "--json",
      description = "Only the answer as JSON on standard output; all else on standard error.")
  private boolean json;

  @Option(names = "--quiet", description = "Neither warnings nor progress.")
  private boolean quiet;

  int threads() {
    return threads(threads);
  }

  /** All cores if no number is given. */
  static int threads(Integer threads) {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1 || threads > 1024) {
      throw new BadInput("--threads " + threads + ": give a number from 1 to 1024");
    }
    return threads;
  }

  Path out() {
    return out;
  }

  boolean files() {
    return files;
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }
}
