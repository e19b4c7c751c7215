package io.salestwin.cli;

import io.salestwin.report.RunFolder;
import io.salestwin.report.RunFolder.Content;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Where the folders of runs are made, and what is said when they cannot be. */
final class OutFolder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private OutFolder() {}

  /** Found before the run, not after it. */
  static void require(Path out) {
    Path there = out.toAbsolutePath().normalize();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new BadInput("--out " + out + ": " + there + " is a file; name a folder");
    }
    if (!Files.isWritable(there)) {
      throw new BadInput(
          "--out " + out + ": you have no right to write in " + there + "; name another folder");
    }
  }

  /** Makes the folder of a run, named after what it is about and when it began. */
  static Path write(Path out, String about, OffsetDateTime began, Map<String, Content> files) {
    try {
      return RunFolder.write(out, RunFolder.safe(about) + "-" + TIME.format(began), files);
    } catch (IOException e) {
      throw new BadInput(
          "cannot write the files of the run to "
              + out
              + ": "
              + inWords(e)
              + "; choose another folder with --out",
          e);
    }
  }

  static String inWords(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "you have no right to write there";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name already";
    }
    if (e instanceof FileSystemException failed) {
      return failed.getReason() == null ? "no folder can be made there" : failed.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
