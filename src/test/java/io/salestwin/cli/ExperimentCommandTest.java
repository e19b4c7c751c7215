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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandTest {

  private static final String SUMS = "experiments/results/qualification-sums.csv";

  @TempDir private Path folder;
  private String out;
  private String err;

  private int run(String... arguments) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.size() > 1) {
      all.addAll(List.of("--out", folder.resolve("output").toString()));
    }
    int code =
        Main.run(new PrintWriter(said), new PrintWriter(complained), all.toArray(String[]::new));
    out = said.toString();
    err = complained.toString();
    return code;
  }

  /** The only run's page. */
  private String page() throws IOException {
    return Files.readString(firstRun().resolve("report.html"));
  }

  private Path firstRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("output"))) {
      return runs.min(Comparator.comparing(Path::toString)).orElseThrow();
    }
  }

  private Node json() {
    Document document = Document.parse(out, "answer.json");
    assertThat(document.problems()).isEmpty();
    return document.root();
  }

  @Test
  void aDesignSaysFirstWhatToDo() throws IOException {
    int code = run("experiment", "design", "experiments/proposal.yaml", "--plays", "4");
    assertThat(code).as(err).isEqualTo(3);
    assertThat(out.lines().toList().get(1)).contains("do not run it");
    assertThat(page()).contains("Do not run it").endsWith("</html>\n");
  }

  @Test
  void aDesignForPrograms() throws IOException {
    int code =
        run("experiment", "design", "experiments/qualification.yaml", "--plays", "4", "--json");
    Node answer = json();
    assertThat(answer.get("advice").text()).isEqualTo(code == 0 ? "run" : "too-long");
    double control = Double.parseDouble(answer.get("size").get("control").text());
    assertThat(control).isBetween(1500.0, 2300.0);
    assertThat(answer.get("looks").items()).hasSize(2);
    String first = out;
    assertThat(run("rerun", firstRun().resolve("manifest.json").toString(), "--json"))
        .isEqualTo(code);
    assertThat(err).contains("The same bytes as the run of");
    assertThat(out).isEqualTo(first);
  }

  @Test
  void whatIsWrongIsToldAtOnce() throws IOException {
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, "name: T\nunit: led\nalpha: 2\n");
    assertThat(run("experiment", "design", file.toString())).isEqualTo(2);
    assertThat(err).contains("did you mean \"lead\"").contains("\"scenario\" is missing");
    assertThat(run("experiment")).isEqualTo(2);
    assertThat(run("experiment", "design", "experiments/proposal.yaml", "--plays", "1"))
        .isEqualTo(2);
  }

  @Test
  void aRehearsalSaysFirstWhatComesOfIt() throws IOException {
    String[] command = {
      "experiment",
      "rehearse",
      "experiments/follow-up-automation.yaml",
      "--trials",
      "24",
      "--enrol",
      "8 weeks",
      "--quiet"
    };
    assertThat(run(command)).as(err).isEqualTo(3);
    assertThat(out.lines().toList().get(1)).contains("Do not run it like this");
    assertThat(out).contains("naive: z test of leads").contains("leads, looking every week");
    assertThat(page()).contains("Do not run it like this").endsWith("</html>\n");
    // the same again from the manifest of the folder
    assertThat(run("rerun", firstRun().resolve("manifest.json").toString())).isEqualTo(3);
    assertThat(err).contains("The same bytes as the run of");
  }

  @Test
  void aRehearsalForPrograms() {
    String[] command = {
      "experiment",
      "rehearse",
      "experiments/onboarding-hand-over.yaml",
      "--trials",
      "20",
      "--enrol",
      "12 weeks",
      "--json"
    };
    assertThat(run(command)).as(err).isIn(0, 3);
    Node answer = json();
    assertThat(answer.get("trials").text()).isEqualTo("20");
    assertThat(answer.get("unit").text()).isEqualTo("week");
    assertThat(answer.get("methods").items()).hasSize(4);
    assertThat(answer.get("truth").has("interference")).isTrue();
  }

  @Test
  void whatCannotBeRehearsedIsSaidInWords() {
    String file = "experiments/qualification.yaml";
    assertThat(run("experiment", "rehearse", file, "--trials", "1")).isEqualTo(2);
    assertThat(err).contains("--trials 1: give a number from 2");
    assertThat(run("experiment", "rehearse", file, "--enrol", "soon")).isEqualTo(2);
    assertThat(err).contains("--enrol soon");
    assertThat(run("experiment", "rehearse", file, "--enrol", "300 weeks")).isEqualTo(2);
    assertThat(err)
        .contains("qualification.yaml: the experiment ends")
        .contains("make the horizon longer");
  }

  @Test
  void anAnalysisSaysFirstWhatToDo() throws IOException {
    int code = run("experiment", "analyse", "experiments/qualification.yaml", SUMS);
    assertThat(code).as(err).isZero();
    assertThat(out.lines().toList().get(1)).contains("Ship it");
    assertThat(firstRun().resolve("metrics.csv"))
        .content()
        .contains("decides")
        .contains("guardrail");
    assertThat(run("rerun", firstRun().resolve("manifest.json").toString())).isZero();
    assertThat(err).contains("The same bytes as the run of");
    assertThat(page()).contains("Ship it").endsWith("</html>\n");
    run("experiment", "analyse", "experiments/qualification.yaml", SUMS, "--json");
    Node answer = json();
    assertThat(answer.get("advice").text()).isEqualTo("ship");
    assertThat(answer.get("looking").get("looks").items()).hasSize(2);
  }

  @Test
  void repsAreTheUnitOfTheirExperiment() {
    int code =
        run(
            "experiment",
            "analyse",
            "experiments/follow-up-automation.yaml",
            "experiments/results/follow-up-automation.csv",
            "--as-of",
            "2027-07-05",
            "--plays",
            "4");
    assertThat(code).isEqualTo(3);
    assertThat(out).contains("6 reps under control, 6 treated").contains("CR2");
  }

  @Test
  void badResultsAreToldWithTheirLines() throws IOException {
    Path file = folder.resolve("r.csv");
    Files.writeString(file, "lead,arm,won\n1,contrl,1\n2,treatment,3\n");
    assertThat(run("experiment", "analyse", "experiments/qualification.yaml", file.toString()))
        .isEqualTo(2);
    assertThat(err).contains("r.csv:2: \"contrl\" is no arm");
    assertThat(
            run("experiment", "analyse", "experiments/qualification.yaml", SUMS, "--as-of", "soon"))
        .isEqualTo(2);
  }
}
