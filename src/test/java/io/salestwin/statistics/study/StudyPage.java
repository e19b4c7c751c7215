package io.salestwin.statistics.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of the documentation with the figures of all studies, a table for each family. */
public final class StudyPage {

  static final Path PAGE = Path.of("src/docs/experiment-studies.md");
  private static final Path NEW = Path.of("target/studies");

  private StudyPage() {}

  /**
   * Runs a family's studies; all must hold, and the page must show exactly these figures. The new
   * table is left in target/studies.
   */
  public static void check(String family, List<Study> studies) throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Study study : studies) {
      double share = study.share();
      String row = row(study, Study.percent(share));
      rows.add(row);
      if (!study.bound().holds(share)) {
        wrong.add(row);
      }
    }
    Files.createDirectories(NEW);
    Files.write(NEW.resolve(family + ".md"), rows);
    assertThat(wrong).isEmpty();
    assertThat(rows(family)).isEqualTo(rows);
  }

  /** The page's rows of a family. */
  static List<String> rows(String family) {
    try {
      List<String> lines = Files.readAllLines(PAGE);
      int at = lines.indexOf("<!-- " + family + " -->");
      assertThat(at).as("a table of " + family).isNotNegative();
      return lines.stream().skip(at + 3L).takeWhile(line -> line.startsWith("|")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String row(Study study, String share) {
    return "| %s | %s | %s | %,d | %s | %s |"
        .formatted(
            study.method(),
            study.world(),
            study.bound().counts(),
            study.runs(),
            study.bound().words(),
            share);
  }
}
