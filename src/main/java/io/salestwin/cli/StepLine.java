package io.salestwin.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How far a step beside the run itself has come: a line every few seconds, none in the first
 * second.
 */
final class StepLine {

  private static final long FIRST_MS = 1000;
  private static final long LINE_MS = 5000;

  private final PrintWriter err;
  private final boolean quiet;
  private final String what;
  private final String noun;
  private long nextLineMs;

  /** What is done, such as "events written". */
  StepLine(PrintWriter err, boolean quiet, String what) {
    this(err, quiet, what, "replications");
  }

  /** The same of other things than replications. */
  StepLine(PrintWriter err, boolean quiet, String what, String noun) {
    this.noun = noun;
    this.err = err;
    this.quiet = quiet;
    this.what = what;
    nextLineMs = now() + FIRST_MS;
  }

  void reached(int done, int all) {
    if (!quiet && done < all && now() >= nextLineMs) {
      err.println(String.format(Locale.ROOT, "%s: %,d of %,d %s", what, done, all, noun));
      err.flush();
      nextLineMs = now() + LINE_MS;
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
