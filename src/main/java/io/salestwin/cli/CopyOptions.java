package io.salestwin.cli;

import io.salestwin.report.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where else the page and the table of an answer are written, beside the folder of the run. Asked
 * again, nothing is written there.
 */
final class CopyOptions {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Where a copy of the page with charts is written.")
  private Path html;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Where a copy of the rows is written (CSV).")
  private Path csv;

  /** Found before the work, not after it. */
  void require(ExportOptions export) {
    require("--html", html, export);
    require("--csv", csv, export);
  }

  /** Whether rows are asked for. */
  boolean wantsRows() {
    return csv != null;
  }

  /** Writes what is asked for. */
  void write(Answer answer, String rows) {
    if (html != null) {
      write(html, answer.html());
    }
    if (csv != null) {
      write(csv, answer.tables().get(rows));
    }
  }

  /** Whether a file can be written at a place, if one is given, and is no part of an export. */
  static void require(String option, Path file, ExportOptions export) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new BadInput(option + " " + file + ": this is a folder; give the name of a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          option + " " + file + ": there is no folder " + file.getParent() + "; make it first");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new BadInput(
          option + " " + file + ": you have no right to write there; name another file");
    }
    if (export.has(file)) {
      throw new BadInput(
          option + " " + file + ": this would overwrite what is read; name another file");
    }
  }

  /** Writes a file as a whole. */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written: " + OutFolder.inWords(e), e);
    }
  }
}
