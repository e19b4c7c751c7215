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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffCommandTest {

  private static final String EXAMPLE = "scenarios/staffing.yaml";
  private static final String GOAL = "p_hit(2027-Q1) >= 0.8";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theAnswerSaysFirstWhatToDoAndWritesItsFiles() throws IOException {
    assertThat(staff(EXAMPLE, GOAL, "roles.SDR.headcount=5..7", "--quiet")).isZero();
    assertThat(out.toString()).contains("the cheapest of 3 plans", "With 95 % confidence");
    assertThat(out.toString()).contains("What odds cost", "One more");
    for (String file : List.of("manifest.json", "summary.json", "report.html", "plans.csv")) {
      assertThat(onlyRun(folder.resolve("out")).resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(onlyRun(folder.resolve("out")).resolve("plans.csv"))).hasSize(4);
  }

  @Test
  void whenNoneReachesTheGoalTheExitCodeIsThree() {
    assertThat(staff(EXAMPLE, "p_hit(2027-Q1) >= 0.99", "roles.AE.headcount=5..6", "--json"))
        .isEqualTo(3);
    Node json = Document.parse(out.toString(), "out.json").root();
    assertThat(json.get("advice").text()).startsWith("None of 2 plans reaches");
    assertThat(json.get("reached").text()).isEqualTo("false");
    assertThat(json.get("plans").items()).hasSize(2);
    assertThat(json.get("plan").get("values").items()).hasSize(1);
    assertThat(json.get("atUpperEnd").items().get(0).text()).isEqualTo("AE");
  }

  @Test
  void aManifestGivesTheSameBytesAgain() throws IOException {
    assertThat(staff(EXAMPLE, GOAL, "roles.AE.hires.2027-01-11=0..1", "--threads", "1")).isZero();
    Path first = onlyRun(folder.resolve("out"));
    Path again = folder.resolve("again");
    String manifest = first.resolve("manifest.json").toString();
    assertThat(run("rerun", manifest, "--threads", "3", "--out", again.toString())).isZero();
    for (String file : List.of("summary.json", "report.html", "plans.csv")) {
      assertThat(onlyRun(again).resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  /** A template as it is shipped, with few plans, few replications and a wide zone. */
  @Test
  void aTemplateCanBeStaffed() {
    int code =
        staff(
            "scenarios/b2b-saas.yaml",
            "p_hit(2027-Q1) >= 0.6",
            "roles.AE.headcount=4,12",
            "--precision",
            "20%",
            "--most",
            "60",
            "--replications",
            "8",
            "--json");
    assertThat(code).as(err.toString()).isIn(0, 3);
    Node json = Document.parse(out.toString(), "out.json").root();
    assertThat(json.get("plans").items().get(0).get("reachesGoal").text()).isEqualTo("no");
    assertThat(json.get("plan").get("values").items().get(0).text()).isEqualTo("12");
    assertThat(json.get("oneMore").items()).hasSize(3);
  }

  @Test
  void whatIsWrongIsToldWithWhatToWrite() {
    assertThat(staff(EXAMPLE, "p_hit(2031-Q1) >= 0.8", "roles.AE.headcount=5..6")).isEqualTo(2);
    assertThat(err.toString()).contains("--goal", "there is no such target", "2027-Q1");
    assertThat(staff(EXAMPLE, GOAL, "roles.Intern.headcount=5..6")).isEqualTo(2);
    assertThat(err.toString()).contains("no role \"Intern\"", "SDR, AE");
    assertThat(staff(EXAMPLE, GOAL, "roles.AE.headcount=5..6", "--precision", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--precision 0: give a percentage");
    assertThat(staff(EXAMPLE, GOAL, "roles.AE.headcount=5..6", "--most", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--most 1: give a number from 2");
    assertThat(run("staff", EXAMPLE, "--goal", GOAL)).isEqualTo(2);
    assertThat(err.toString()).contains("--vary");
  }

  private int staff(String scenario, String goal, String vary, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("staff", scenario, "--goal", goal, "--vary", vary));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--replications")) {
      arguments.addAll(List.of("--replications", "40"));
    }
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private static Path onlyRun(Path runs) throws IOException {
    try (Stream<Path> paths = Files.list(runs)) {
      List<Path> all = paths.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
