package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.report.ValidationReport;
import io.salestwin.run.Progress;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about the validation says what the program says. */
class ValidationPageTest {

  private static final Path PAGE = Path.of("src/docs/validation.md");

  @Test
  void thePageHasEveryCaseWithItsFormulaItsSourceAndItsTheory() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Trial<?> trial : Trials.all()) {
      for (Trial.Figure<?> figure : trial.figures()) {
        double theory = figure.exact() ? 0 : figure.theory();
        rows.add(new Row(trial.about(), figure.name(), 0, 0, theory, 0, figure.exact(), 0));
      }
    }
    Validation unplayed = new Validation(1, Effort.FULL, rows);
    assertThat(withoutChance(table()))
        .isEqualTo(withoutChance(new ValidationReport(unplayed).markdown()));
  }

  /** When this fails: play again and put the new table there. */
  @Test
  @Tag("validation")
  void thePageShowsTheRunOfSeedOne() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    Validation played = Validation.run(List.of(), Effort.FULL, 1, threads, Progress.SILENT);
    assertThat(table()).isEqualTo(new ValidationReport(played).markdown());
  }

  private static String table() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf("\n### ") + 1);
  }

  /** Without what depends on the run: simulated, tolerance and z, and theory counted in it. */
  private static String withoutChance(String table) {
    return table
        .replaceAll("(?m)^\\| (.*?) \\| .* \\| .* \\| none \\| exact \\|$", "| $1 | exact |")
        .replaceAll("(?m)^\\| (.*?) \\| \\S+ \\| (\\S+) \\| .* \\| \\S+ \\|$", "| $1 | $2 |");
  }
}
