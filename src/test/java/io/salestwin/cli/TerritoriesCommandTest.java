package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Csv;
import io.salestwin.document.Document;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerritoriesCommandTest {

  private static final String EXAMPLE = "scenarios/territories/accounts.csv";
  private static final String REPS = "scenarios/territories/reps.csv";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path reps;

  @BeforeEach
  void reps() throws IOException {
    reps = Files.writeString(folder.resolve("reps.csv"), "name,hours\nAna,20\nBen,20\n");
  }

  @Test
  void theExampleComesOutEvenAndSaysFirstWhatToDo() throws IOException {
    assertThat(run(EXAMPLE, "--reps", REPS, "--require", "gini <= 0.05")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .startsWith("Move ")
        .contains("the Gini of the potential falls from 0.363 to 0.0")
        .contains("Thresholds 1 of 1 met");
    assertThat(files())
        .containsExactlyInAnyOrder(
            "assignment.csv",
            "manifest.json",
            "moves.csv",
            "report.html",
            "summary.json",
            "territories.csv");
    Csv assignment = Csv.read(runFolder().resolve("assignment.csv"), Csv.Limits.DEFAULT);
    assertThat(assignment.problems()).isEmpty();
    assertThat(assignment.rows()).hasSize(200);
    assertThat(Files.readString(runFolder().resolve("report.html")))
        .contains("Every territory is within its band", "<svg", "Gini of the potential");
  }

  @Test
  void aRerunGivesTheSameBytes() throws IOException {
    Path accounts =
        accounts("id,potential,hours,owner\n1,90,8,Ana\n2,70,7,Ana\n3,80,7,Ana\n4,60,8,\n");
    assertThat(run(accounts.toString(), "--reps", reps.toString(), "--seed", "7")).isZero();
    Path manifest = runFolder().resolve("manifest.json");
    assertThat(rerun(manifest)).as(err.toString()).isZero();
    assertThat(err.toString()).contains("The same bytes");
  }

  @Test
  void aRuleThatIsNotMetIsExitCodeThree() throws IOException {
    Path accounts =
        accounts("id,potential,hours,owner\n1,90,8,Ana\n2,70,7,Ana\n3,80,7,Ana\n4,60,8,\n");
    assertThat(run(accounts.toString(), "--reps", reps.toString(), "--require", "moves <= 0"))
        .isEqualTo(3);
    assertThat(out.toString()).contains("moves <= 0 is 1");
    assertThat(run(accounts.toString(), "--reps", reps.toString(), "--band", "10%..20%"))
        .isEqualTo(3);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("not kept: all accounts take 30 hours and all reps have 40");
  }

  @Test
  void allBadRowsAreToldAtOnce() throws IOException {
    Path accounts =
        accounts(
            "id,potential,hours,owner\n1,9O,8,Ana\n2,70,-7,Ana\n3,80,7,Ana\n4,60,8,\n5,60,8,Ben\n");
    assertThat(run(accounts.toString(), "--reps", reps.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("accounts.csv:2: potential: 9O is not an amount of money")
        .contains("accounts.csv:3: hours: -7 is out of range; give a number from 0 to 100000")
        .contains("add --leave-out-bad-rows");
    assertThat(
            run(
                accounts.toString(),
                "--reps",
                reps.toString(),
                "--leave-out-bad-rows",
                "--band",
                "30%..90%"))
        .isZero();
    assertThat(out.toString().replaceAll("\\s+", " ")).contains("2 rows were left out, as asked");
    Csv left = Csv.read(runFolder().resolve("left-out.csv"), Csv.Limits.DEFAULT);
    assertThat(left.rows()).extracting(row -> row.cells().get(1)).containsExactly("2", "3");
  }

  @Test
  void noCellOfATableIsAFormulaAndNoNameIsMarkup() throws IOException {
    Path accounts =
        accounts(
            "id,name,potential,hours,owner\n1,=1+1,90,8,Ana\n2,<b>x</b>,70,7,Ana\n3,c,80,7,Ana\n4,d,60,8,Ana\n");
    assertThat(run(accounts.toString(), "--reps", reps.toString())).isZero();
    assertThat(Files.readString(runFolder().resolve("assignment.csv"))).contains("1,'=1+1,");
    assertThat(Files.readString(runFolder().resolve("report.html"))).doesNotContain("<b>x</b>");
  }

  @Test
  void jsonIsOnlyJson() throws IOException {
    assertThat(
            run(
                EXAMPLE,
                "--reps",
                REPS,
                "--scenario",
                "scenarios/b2b-saas.yaml",
                "--set",
                "thresholds=[]",
                "--replications",
                "8",
                "--json"))
        .isZero();
    Document answer = Document.parse(out.toString(), "summary.json");
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.root().get("fairness").get("replications").text()).isEqualTo("8");
    assertThat(answer.root().get("territories").items()).hasSize(12);
    assertThat(answer.root().get("withinRules").text()).isEqualTo("true");
  }

  @Test
  void aSearchThatWasStoppedIsRunAgainToTheSameBytes() throws IOException {
    assertThat(run(EXAMPLE, "--reps", REPS)).isZero();
    Path whole = runFolder().resolve("manifest.json");
    Path stopped = folder.resolve("stopped.json");
    Files.writeString(
        stopped,
        Files.readString(whole)
            .replace("\"complete\": true", "\"searchEnd\": 60, \"complete\": false"));
    assertThat(rerun(stopped)).isEqualTo(1); // other bytes: it ended earlier
    assertThat(out.toString()).contains("search stopped early: the best until then");
    Path again = runFolder().resolve("manifest.json");
    assertThat(rerun(again)).isEqualTo(3); // the band is not kept yet
    assertThat(err.toString()).contains("The same bytes");
  }

  @Test
  void itPlaysUntilItIsPreciseAndHoldsTheRulesOfTheScenario() {
    String[] play = {
      EXAMPLE,
      "--reps",
      REPS,
      "--scenario",
      "scenarios/b2b-saas.yaml",
      "--precision",
      "4%",
      "--set",
      "thresholds=[\"mean(won) >= 1000000\"]"
    };
    assertThat(run(play)).as(err.toString()).isEqualTo(3);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Thresholds 0 of 1 met")
        .contains("mean(won) >= 1000000 is ")
        .contains("of each division (as precise as asked), the same luck for both");
  }

  @Test
  void whatIsAskedForInVainIsTold() {
    assertThat(run(EXAMPLE, "--reps", REPS, "--precision", "2%")).isEqualTo(2);
    assertThat(err.toString()).contains("--precision, --antithetic and --set belong to a scenario");
    assertThat(run(EXAMPLE)).isEqualTo(2);
    assertThat(err.toString()).contains("territories needs the reps: --reps reps.csv");
    assertThat(run(EXAMPLE, "--reps", REPS, "--require", "least_odds >= 0.3")).isEqualTo(2);
    assertThat(err.toString()).contains("this is known only when a scenario is played");
    assertThat(run(EXAMPLE, "--reps", REPS, "--time-split", "60/30")).isEqualTo(2);
    assertThat(err.toString()).contains("give three percentages that sum to 100");
    assertThat(run(EXAMPLE, "--reps", REPS, "--band", "80..70")).isEqualTo(2);
    assertThat(run(EXAMPLE, "--reps", REPS, "--keep", "all")).isEqualTo(2);
    assertThat(run(EXAMPLE, "--reps", REPS, "--column", "potental=X")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean \"potential\"?");
    assertThat(
            run(EXAMPLE, "--reps", REPS, "--scenario", "scenarios/b2b-saas.yaml", "--role", "BDR"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("the scenario has no such role; there are SDR, AE, SE");
  }

  private int rerun(Path manifest) {
    return Main.run(
        new PrintWriter(out),
        new PrintWriter(err),
        "rerun",
        manifest.toString(),
        "--out",
        folder.resolve("output").toString());
  }

  private Path accounts(String text) throws IOException {
    return Files.writeString(folder.resolve("accounts.csv"), text);
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("territories"));
    all.addAll(List.of(words));
    all.addAll(List.of("--quiet", "--out", folder.resolve("output").toString()));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  /** The latest; two of one second differ in their numbers. */
  private Path runFolder() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("output"))) {
      return runs.max((a, b) -> Long.compare(number(a), number(b))).orElseThrow();
    }
  }

  private static long number(Path run) {
    return run.toFile().lastModified();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(runFolder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
