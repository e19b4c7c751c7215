package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class RoiCommandTest {

  private static final String EXAMPLE = "scenarios/seo-agency-initiatives.yaml";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path agency;

  @BeforeEach
  void agency() throws IOException {
    agency =
        Files.copy(
            Path.of("src/main/resources/templates/seo-agency.yaml"),
            folder.resolve("seo-agency.yaml"));
  }

  @Test
  void theHandbooksThreeDoNotAddUpAndTheFirstSentenceSaysWhatToDo() throws IOException {
    assertThat(roi(EXAMPLE, "--replications", "8")).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("Do ");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Said to bring 15 M + 8 M + 24 M = 47 M RUB of bookings within the horizon.")
        .contains("Played, each alone brings ")
        .contains("By what it does to the odds for its cost");
    for (String file : List.of("summary.json", "report.html", "initiatives.csv")) {
      assertThat(folderOfRun().resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.readString(folderOfRun().resolve("report.html")))
        .contains("<svg", "Shapley values");
    Path manifest = folderOfRun().resolve("manifest.json");
    Files.delete(agency);
    assertThat(run("rerun", manifest.toString(), "--out", folder.resolve("again").toString()))
        .isZero();
    assertThat(err.toString()).contains("The same bytes");
  }

  @Test
  void aRuleThatIsNotMetIsExitCodeThreeAndJsonIsOnlyJson() throws IOException {
    Path initiatives =
        Files.writeString(
            folder.resolve("i.yaml"),
            """
            thresholds: ["return(all) >= 100000%"]
            initiatives: {"<b>more</b>": {set: {stages.Qualification.advance: 32%}, once: 1M}}
            """);
    assertThat(roi(initiatives.toString(), "--replications", "8", "--json")).isEqualTo(3);
    Document answer = Document.parse(out.toString(), "summary.json");
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.root().get("thresholdsMet").text()).isEqualTo("false");
    assertThat(answer.root().get("initiatives").items()).hasSize(1);
    assertThat(Files.readString(folderOfRun().resolve("report.html"))).doesNotContain("<b>more");
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    assertThat(roi("nothing.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no such file");
    Path bad =
        Files.writeString(
            folder.resolve("i.yaml"), "initiatives: {a: {set: {stages.Talk.advance: 32%}}}\n");
    assertThat(roi(bad.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("with a: ").contains("Talk");
    assertThat(roi(EXAMPLE, "--goal", "p_hit(2030-Q1)")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no target for 2030-Q1");
    Files.writeString(
        bad, "initiatives: {a: {set: {roles.AE.headcount: +1}, start: 2027-03-01}}\n");
    assertThat(roi(bad.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("roles.AE.headcount");
  }

  private int roi(String initiatives, String... more) {
    List<String> words = new ArrayList<>(List.of("roi", agency.toString(), initiatives));
    words.addAll(List.of(more));
    words.addAll(List.of("--quiet", "--out", folder.resolve("output").toString()));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private Path folderOfRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("output"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
