package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command from its options to its files. */
class StressCommandTest {

  private static final String SCENARIO =
      """
      name: Poisson
      currency: USD
      start: 2027-01-01
      horizon: 1 quarter
      begin: {empty: true}
      calendar: always
      targets: {basis: count, 2027-Q1: 55}
      products: {core: {value: 1000}}
      sources: {inbound: {arrivals: {perMonth: 40}}}
      roles: {AE: {headcount: 2}}
      stages: [{name: Deal, owner: AE, advance: 50%}]
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("s.yaml"), SCENARIO);
  }

  /** What a command line gave. */
  private record Said(int code, String out, String err) {}

  private Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Said(code, out.toString(), err.toString());
  }

  private Said stress(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "stress",
                file.toString(),
                "--quiet",
                "--out",
                folder.resolve("out").toString(),
                "--replications",
                "64"));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  private Path written() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void theAnswerComesFirstAndEveryPartAfterIt() throws IOException {
    Said said = stress("--grid", "roles.AE.headcount=1..3/2", "stages.Deal.advance=40%..60%/3");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isEqualTo(Exit.FINE);
    assertThat(said.out()).startsWith("The odds of the target are ");
    assertThat(said.out())
        .contains("Levers", "Odds over two levers", "Shocks", "How far it must go", "Without");
    Path run = written();
    assertThat(run.resolve("report.html"))
        .content()
        .contains("What each lever does", "Two levers together", "color-mix(in srgb,var(--hit)");
    assertThat(run.resolve("points.csv")).content().contains("heat map,", "lever low,", "break,");
    assertThat(run.resolve("manifest.json")).exists();
  }

  @Test
  void aRuleUnderAShockDecidesTheExitCode() {
    Said missed = stress("--only", "none", "--threshold", "p_hit(2027-Q1) under recession >= 0.99");
    assertThat(missed.code()).isEqualTo(Exit.THRESHOLD_MISSED);
    assertThat(missed.out().replaceAll("\\s+", " "))
        .contains("p_hit(2027-Q1) under recession >= 0.99 is not met", "128 in all");
    assertThat(stress("--only", "none", "--threshold", "p_hit(2027-Q1) >= 0.1").code())
        .isEqualTo(Exit.FINE);
  }

  @Test
  void theAnswerForProgramsIsJsonAlone() {
    Said said = stress("--json", "--only", "tornado,without,coverage");
    Node answer = Document.parse(said.out(), "answer.json").root();
    assertThat(answer.get("answer").text()).startsWith("The odds of the target");
    assertThat(answer.get("tornado").get("levers").items()).hasSize(4);
    assertThat(answer.get("without").items()).isNotEmpty();
    assertThat(answer.get("replications").text()).isEqualTo("64");
  }

  @Test
  void theSameQuestionGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    Said one = stress("--json", "--threads", "1", "--only", "tornado,reverse");
    Said three = stress("--json", "--threads", "3", "--only", "tornado,reverse");
    assertThat(three.out()).isEqualTo(one.out());
    Said again =
        run(
            "rerun",
            written().resolve("manifest.json").toString(),
            "--quiet",
            "--out",
            folder.resolve("again").toString());
    assertThat(again.err()).contains("The same bytes");
    assertThat(again.code()).isEqualTo(Exit.FINE);
  }

  @Test
  void aPrecisionEndsTheScenarioAsItIsAndEveryPointWithIt() {
    Said said =
        run(
            "stress",
            file.toString(),
            "--json",
            "--quiet",
            "--precision",
            "5%",
            "--only",
            "none",
            "--out",
            folder.resolve("out").toString());
    Node answer = Document.parse(said.out(), "answer.json").root();
    // ± 1.96 √(.66 x .34 / n) is under 5 points from n = 345 on: the look at 512
    assertThat(answer.get("replications").text()).isEqualTo("512");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only=everything | there is no part",
        "--swing=much | --swing much",
        "--under=0% | above 0 and below 100",
        "--grid=roles.AE.headcount=1..3 | give two levers",
        "--lever=roles.AX.headcount | has no",
        "--break=roles.AE.headcont | did you mean",
        "--along=roles.AE.headcount=many | no change that can be scaled",
        "--shock=flood | there is no shock",
        "--threshold=p_hit(2031-Q1) >= 0.5 | there is no target",
        "--threshold=odds are good | is not a rule",
        "--target=2031-Q1 | there is no target",
        "--strike=soon | --strike soon",
      })
  void whatIsWrongIsSaidInWords(String option, String words) {
    Said said = stress(option);
    assertThat(said.code()).as(said.err()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err()).contains(words).doesNotContain("Exception");
  }
}
