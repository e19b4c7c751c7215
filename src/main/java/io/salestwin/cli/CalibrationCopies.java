package io.salestwin.cli;

import io.salestwin.report.Answer;
import io.salestwin.report.CalibrationReport;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where else the page and the bad rows of a calibration are written. */
final class CalibrationCopies {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Where a copy of the page with charts is written.")
  private Path html;

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Where a copy of the list of rows that cannot be used is written (CSV).")
  private Path badRows;

  void require(ExportOptions export) {
    CopyOptions.require("--html", html, export);
    CopyOptions.require("--bad-rows", badRows, export);
  }

  void write(Answer answer) {
    if (html != null) {
      CopyOptions.write(html, answer.html());
    }
    writeBadRows(answer.tables().get(CalibrationReport.BAD_ROWS));
  }

  void writeBadRows(String rows) {
    if (badRows != null) {
      CopyOptions.write(badRows, rows);
    }
  }
}
