package io.salestwin.cli;

import io.salestwin.report.Report;
import io.salestwin.run.Precision.Look;
import io.salestwin.run.Progress;
import io.salestwin.statistics.Tally;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a run has come, with the present estimate: a bar on a terminal, else a line every few
 * seconds. Runs of less than a second show nothing.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long FIRST_MS = 1000;
  private static final long LINE_MS = 5000;
  private static final int BAR_WIDTH = 79;
  private static final double NORMAL_95 = 1.96;

  private final PrintWriter err;
  private final boolean terminal;
  private final DoubleFunction<String> amount;
  private final long startMs = now();
  private long nextLineMs = startMs + FIRST_MS;
  private String known = "";
  private ProgressBar bar;

  /** Shows a run whose bookings are written as given. */
  ProgressLine(PrintWriter err, boolean terminal, DoubleFunction<String> amount) {
    this.err = err;
    this.terminal = terminal;
    this.amount = amount;
  }

  @Override
  public void reached(int done, int expected, Tally bookings) {
    long now = now();
    if (now - startMs < FIRST_MS) {
      return;
    }
    String estimate = known.isEmpty() ? estimate(bookings) : known;
    if (terminal) {
      if (bar == null) {
        bar = bar(expected, done, now - startMs);
      }
      bar.maxHint(expected);
      bar.stepTo(done);
      bar.setExtraMessage(estimate);
    } else if (now >= nextLineMs && done < expected) {
      err.println(line(done, expected, now - startMs, estimate));
      err.flush();
      nextLineMs = now + LINE_MS;
    }
  }

  @Override
  public void looked(Look look) {
    known = Report.reached(look.widest());
  }

  @Override
  public void told(String estimate) {
    known = estimate;
  }

  /** A line such as "400 of 1,000 replications, about 12 s left, bookings 2.41 M USD ± 0.8 %". */
  static String line(int done, int expected, long elapsedMs, String estimate) {
    String left = "";
    if (done > 0) {
      long seconds = Math.round(elapsedMs / 1000.0 * (expected - done) / done);
      left = ", about " + seconds + " s left";
    }
    return String.format(Locale.ROOT, "%,d of %,d replications", done, expected)
        + left
        + (estimate.isEmpty() ? "" : ", " + estimate);
  }

  /** The mean of bookings; a pair of replications is one value. */
  private String estimate(Tally bookings) {
    if (bookings.n() < 2) {
      return "";
    }
    double mean = bookings.mean();
    double error = NORMAL_95 * bookings.standardError();
    String relative =
        mean == 0 ? "" : String.format(Locale.ROOT, " ± %.1f %%", 100 * error / Math.abs(mean));
    return "bookings " + amount.apply(mean) + relative;
  }

  private static ProgressBar bar(int expected, int done, long elapsedMs) {
    PrintStream stream = System.err;
    return new ProgressBarBuilder()
        .setTaskName("replications")
        .setInitialMax(expected)
        .startsFrom(done, Duration.ofMillis(elapsedMs))
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(stream, BAR_WIDTH))
        .build();
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
