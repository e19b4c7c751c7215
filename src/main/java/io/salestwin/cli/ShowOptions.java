package io.salestwin.cli;

import io.salestwin.run.Runner;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that shows an answer and writes its files: how, not what. */
final class ShowOptions {

  @Mixin private RunnerOptions playing;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Where the run's folder is made (default ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--files", description = "Also write charts/*.svg and replications.parquet.")
  private boolean files;

  /** All cores if no number is given. */
  static int threads(Integer threads) {
    return ScreenOptions.threads(threads);
  }

  ScreenOptions screen() {
    return playing.screen();
  }

  Runner runner(PrintWriter err) {
    return playing.runner(err);
  }

  Path out() {
    return out;
  }

  boolean files() {
    return files;
  }

  boolean json() {
    return screen().json();
  }

  boolean quiet() {
    return screen().quiet();
  }
}
