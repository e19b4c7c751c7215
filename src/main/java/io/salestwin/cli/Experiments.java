package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Files of experiments: what is read and what is written. */
final class Experiments {

  private Experiments() {}

  /** An experiment without errors. */
  static ExperimentFile read(Path file, List<String> sets) {
    ExperimentFile read = ExperimentFile.read(file, RunOptions.overrides(sets));
    List<String> errors =
        read.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
    if (!errors.isEmpty() || read.plan().isEmpty()) {
      throw new BadInput(Inputs.together(errors));
    }
    return read;
  }

  /** Writes a page, whole or not at all. */
  static void write(Path file, String page) {
    Path name = file.getFileName();
    try {
      Path unfinished = file.resolveSibling("." + name + ".unfinished");
      Files.writeString(unfinished, page);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written; check the folder and the rights", e);
    }
  }
}
