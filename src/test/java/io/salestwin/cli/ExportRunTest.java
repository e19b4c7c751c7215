package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.report.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that ask an export write the folder of a run, and can be asked again. */
class ExportRunTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 6, 20);

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path export;

  @BeforeEach
  void export() throws IOException {
    export = write(folder.resolve("deals.csv"));
  }

  /** 600 deals of four reps over a year and a half; every deal is like the others. */
  private static Path write(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("Id,Created,Closed,Status,Amount,Owner\n");
    for (int i = 0; i < 600; i++) {
      LocalDate created = START.plusDays(i * 7 % 540);
      LocalDate closed = created.plusDays(10 + i * 37 % 80);
      boolean isOpen = closed.isAfter(END);
      rows.append("d").append(i).append(',').append(created).append(',');
      rows.append(isOpen ? "" : closed).append(',');
      rows.append(isOpen ? "Open" : i * 13 % 10 < 4 ? "Won" : "Lost").append(',');
      rows.append(1000 + i * 101 % 5000).append(",rep").append(i % 4).append('\n');
    }
    return Files.writeString(file, rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calibrate EXPORT -o OUT/plan.yaml --plays 0 --bad-rows OUT/bad.csv",
        "backtest EXPORT --windows 1 --draws 200 --csv OUT/rows.csv --html OUT/page.html",
        "backtest EXPORT --fidelity --plays 1",
        "reps EXPORT --draws 200 --map owner=Owner",
        "pipeline EXPORT --replications 4 --chances formula --before EXPORT --threads 1",
      })
  void aRunCanBeAskedAgain(String line) throws IOException {
    String[] words =
        line.replace("EXPORT", export.toString()).replace("OUT", folder.toString()).split(" ", -1);
    assertThat(run(words)).as(err.toString()).isZero();
    Path first = onlyRun();
    assertThat(first.resolve("summary.json")).isNotEmptyFile();
    assertThat(first.resolve("report.html")).isNotEmptyFile();
    String manifest = Files.readString(first.resolve("manifest.json"));
    assertThat(manifest).contains("\"deals.csv\": {").doesNotContain(folder.toString());
    Files.deleteIfExists(folder.resolve("plan.yaml"));

    assertThat(rerun(first, export)).as(err.toString()).isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
    assertThat(folder.resolve("plan.yaml")).doesNotExist();
  }

  @Test
  void copiesHaveTheBytesOfTheFolder() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Path bad = folder.resolve("bad.csv");
    assertThat(
            run(
                "calibrate",
                export.toString(),
                "-o",
                plan.toString(),
                "--bad-rows",
                bad.toString(),
                "--plays",
                "0"))
        .isZero();
    assertThat(out.toString()).contains("Written: " + plan + "; next: salestwin check " + plan);
    Path kept = onlyRun();
    assertThat(kept.resolve("scenario/plan.yaml")).hasSameBinaryContentAs(plan);
    assertThat(kept.resolve("scenario/plan-open.csv"))
        .hasSameBinaryContentAs(folder.resolve("plan-open.csv"));
    assertThat(kept.resolve("bad-rows.csv")).hasSameBinaryContentAs(bad);
  }

  @Test
  void anotherExportIsNotTakenForTheSame() throws IOException {
    assertThat(run("reps", export.toString(), "--draws", "200")).isZero();
    Path first = onlyRun();
    Files.writeString(export, Files.readString(export).replace("Won", "Lost"));
    assertThat(rerun(first, export)).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString())
        .contains(export + ": this is not what the run read: deals.csv (changed, new or missing)")
        .contains("--export");
    assertThat(rerun(first, folder)).isEqualTo(Exit.BAD_INPUT);
    assertThat(rerun(first, folder.resolve("none.csv"))).isEqualTo(Exit.BAD_INPUT);
    assertThat(rerun(first, export, export)).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("--export: this run read one export; give one place");
  }

  /** A manifest may come from anyone: what it names is only looked for below this folder. */
  @Test
  void aManifestLeadsNowhere() throws IOException {
    assertThat(run("reps", export.toString(), "--draws", "200")).isZero();
    Path first = onlyRun();
    assertThat(rerun(first)).isEqualTo(Exit.BAD_INPUT);
    String notHere =
        "the export \"deals.csv\" of this run is not in this folder; say where: --export";
    assertThat(err.toString()).contains(notHere);
    Path file = first.resolve("manifest.json");
    String manifest = Files.readString(file);
    for (String place :
        List.of("/etc/passwd", "../../../etc/passwd", export.toString(), "a\\u0000b")) {
      Files.writeString(file, manifest.replace("\"place\": \"\"", "\"place\": \"" + place + "\""));
      err.getBuffer().setLength(0);
      assertThat(rerun(first)).as(place).isEqualTo(Exit.BAD_INPUT);
      assertThat(err.toString()).as(place).contains(notHere);
    }
  }

  @Test
  void anExportBelowThisFolderIsFoundAgain() throws IOException {
    Path here = Files.createTempDirectory(Path.of("target"), "export-");
    Path there = write(here.resolve("deals.csv"));
    try {
      assertThat(run("reps", there.toString(), "--draws", "200")).isZero();
      assertThat(rerun(onlyRun())).as(err.toString()).isZero();
      assertThat(err.toString()).contains("The same bytes as the run of ");
    } finally {
      Files.delete(there);
      Files.delete(here);
    }
  }

  @Test
  void aNameInAManifestDoesNotLeadOutOfTheFolder() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    String[] words = {"calibrate", export.toString(), "-o", plan.toString(), "--plays", "0"};
    assertThat(run(words)).isZero();
    Path first = onlyRun();
    Path file = first.resolve("manifest.json");
    Files.writeString(
        file, Files.readString(file).replace("--output=plan.yaml", "--output=../../../up.yaml"));
    rerun(first, export);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(each -> each.endsWith("up.yaml")))
          .isNotEmpty()
          .allMatch(each -> each.getParent().endsWith("scenario"));
    }
    assertThat(RunFolder.safe("../up")).isEqualTo("up");
  }

  @Test
  void whatIsReadIsNotOverwritten() throws IOException {
    String before = Files.readString(export);
    for (String option : List.of("-o", "--html", "--bad-rows")) {
      assertThat(run("calibrate", export.toString(), option, export.toString()))
          .as(option)
          .isEqualTo(Exit.BAD_INPUT);
    }
    assertThat(err.toString()).contains("--html " + export + ": this would overwrite what is read");
    assertThat(export).hasContent(before);
    assertThat(run("reps", export.toString(), "--csv", folder + "/none/rows.csv"))
        .isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("there is no folder " + folder + "/none; make it first");
  }

  private int run(String... words) {
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--out", runs())).toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  private int rerun(Path run, Path... exports) {
    Stream<String> places = Stream.of(exports).flatMap(place -> Stream.of("--export", "" + place));
    Stream<String> words = Stream.of("rerun", run.resolve("manifest.json").toString());
    return run(Stream.concat(words, places).toArray(String[]::new));
  }

  private String runs() {
    return folder.resolve("runs").toString();
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(Path.of(runs()))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
