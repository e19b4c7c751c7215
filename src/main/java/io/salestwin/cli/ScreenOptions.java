package io.salestwin.cli;

import io.salestwin.run.Progress;
import picocli.CommandLine.Option;

/** The options of every command that plays: on what it plays, and what it shows meanwhile. */
final class ScreenOptions {

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Threads (default: all cores); never changes a result.")
  private Integer threads;

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
    return NumberOption.within("--threads", threads, 1, 1024);
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  /** Somebody who hears how far a run has come, unless nothing is to be shown. */
  Progress heard(Progress line) {
    return quiet ? Progress.SILENT : line;
  }
}
