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

class CompareCommandTest {

  private static final String SCENARIO =
      """
      name: Tiny & small
      currency: USD
      start: 2027-01-01
      horizon: 1 quarter
      opportunityFrom: Talk
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 300k}
      thresholds: ["p_hit(2027-Q1) <= 1"]
      products:
        core: {value: 10000, margin: 80%, contract: 12 months}
      sources:
        inbound: {arrivals: {perMonth: 20}, cost: 50}
      roles:
        AE: {headcount: 2}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 1 hour}]
          delay: {advance: 5 days, otherwise: 5 days}
          advance: 40%
          lose: {no need: 100%}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path scenario;

  @BeforeEach
  void scenario() throws IOException {
    scenario = Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
  }

  @Test
  void aWhatIfIsOneFlagAway() throws IOException {
    assertThat(compare("--set", "stages.Talk.advance=60%")).isZero();
    assertThat(out.toString()).startsWith("Choose stages.Talk.advance=60%: the odds of the target");
    assertThat(out.toString()).contains("stages.Talk.advance: 40% ", " 60%");
    assertThat(out.toString().strip()).endsWith("Report: " + onlyRun().resolve("report.html"));
    for (String file : List.of("manifest.json", "summary.json", "report.html", "kpis.csv")) {
      assertThat(onlyRun().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void identicalScenariosDifferByExactlyNothing() throws IOException {
    Path copy = Files.writeString(folder.resolve("copy.yaml"), SCENARIO.replace("Tiny", "Teeny"));
    assertThat(compare(copy.toString(), "--json")).isZero();
    Node contest = json().get("contests").items().get(0);
    assertThat(contest.get("verdict").text()).isEqualTo("same");
    assertThat(contest.get("changes").items()).isEmpty();
    for (Node kpi : contest.get("kpis").items()) {
      String difference = kpi.get("difference").get("value").text();
      assertThat(difference.isEmpty() || Double.parseDouble(difference) == 0)
          .as(kpi.get("kpi").text())
          .isTrue();
    }
    Node goal = contest.get("goalDifference");
    assertThat(goal.get("error").get("low").text()).isEqualTo("0.0");
    assertThat(goal.get("error").get("high").text()).isEqualTo("0.0");
  }

  @Test
  void aManifestGivesTheSameBytesAgainOnAnyNumberOfThreadsWithoutTheFiles() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far"));
    Path other =
        Files.writeString(
            far.resolve("tiny.yaml"), SCENARIO.replace("perMonth: 20", "perMonth: 25"));
    assertThat(compare(other.toString(), "--variant", "better: stages.Talk.advance=+5pp")).isZero();
    Path first = onlyRun();
    Files.delete(scenario);
    Files.delete(other);
    Path again = folder.resolve("again");
    assertThat(Files.readString(first.resolve("manifest.json"))).doesNotContain(folder.toString());
    assertThat(
            run(
                "rerun",
                first.resolve("manifest.json").toString(),
                "--threads",
                "3",
                "--out",
                again.toString()))
        .isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
    for (String file : List.of("summary.json", "report.html", "kpis.csv")) {
      assertThat(runs(again).get(0).resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    Files.delete(first.resolve("report.html"));
    assertThat(run("report", first.toString())).isZero();
    assertThat(first.resolve("report.html"))
        .hasSameBinaryContentAs(runs(again).get(0).resolve("report.html"));
  }

  @Test
  void theThresholdsOfWhatIsRecommendedDecideTheExitCode() {
    assertThat(compare("--set", "stages.Talk.advance=60%", "--set", "targets.2027-Q1=290k"))
        .isZero();
    assertThat(
            compare(
                "--set", "thresholds=[\"p_hit(2027-Q1) >= 1\", \"mean(bookings) >= 1bn\"]",
                "--variant", "stages.Talk.advance=60%"))
        .isEqualTo(3);
  }

  @Test
  void whatIsWrongIsTold() {
    assertThat(compare()).isEqualTo(2);
    assertThat(err.toString()).contains("compare needs something to compare with");
    assertThat(compare("--variant", "two more")).isEqualTo(2);
    assertThat(err.toString()).contains("--variant two more: write a name and what changes");
    assertThat(compare("--variant", "two more: roles.AE.headcont=+2")).isEqualTo(2);
    assertThat(err.toString()).contains("headcount");
    assertThat(compare("--set", "roles.AE.headcount=+2", "--goal", "p_hit(2029-Q1)")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no target for 2029-Q1; targets: 2027-Q1");
    assertThat(compare("--set", "roles.AE.headcount=+2", "--goal", "nothing")).isEqualTo(2);
    assertThat(err.toString()).contains("is no goal; write p_hit(2027-Q4)");
    assertThat(compare("--set", "roles.AE.headcount=+2", "--precision", "much")).isEqualTo(2);
  }

  private int compare(String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", scenario.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--replications", "40", "--out", folder.resolve("out").toString()));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private Node json() {
    return Document.parse(out.toString(), "out.json").root();
  }

  private Path onlyRun() throws IOException {
    List<Path> all = runs(folder.resolve("out"));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Path> runs(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
