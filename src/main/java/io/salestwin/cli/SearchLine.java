package io.salestwin.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a search has come: a line every few seconds, none in the first second. */
final class SearchLine {

  private static final long FIRST_MS = 1000;
  private static final long LINE_MS = 5000;

  private final PrintWriter err;
  private final boolean quiet;
  private final long startMs = now();
  private long nextLineMs = startMs + FIRST_MS;
  private double first = Double.NaN;

  SearchLine(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  /** A better division was found, of this cost. */
  void reached(long cost) {
    if (Double.isNaN(first) && cost > 0) {
      first = cost;
    }
    if (!quiet && now() >= nextLineMs) {
      err.println(
          String.format(
              Locale.ROOT,
              "dividing the accounts: %d s, %.1f %% of the first division's cost so far",
              (now() - startMs) / 1000,
              100 * cost / first));
      err.flush();
      nextLineMs = now() + LINE_MS;
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
