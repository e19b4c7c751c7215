package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.experiment.calculator.Calculators;
import io.salestwin.experiment.calculator.Family;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void withoutAMethodItListsThemAll() {
    assertThat(run("stats")).isZero();
    for (Family family : Calculators.all()) {
      assertThat(out.toString()).contains(family.method() + " ", family.about());
    }
  }

  static List<String> methods() {
    return Calculators.all().stream().map(Family::method).toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodShowsAnExampleThatRuns(String method) {
    assertThat(run("stats", method)).isZero();
    assertThat(out.toString()).contains("Example: salestwin stats " + method + " ");
    List<String> words = new ArrayList<>(List.of("stats", method));
    words.addAll(List.of(Calculators.named(method).example().split(" ")));
    assertThat(run(words.toArray(String[]::new))).as(err.toString()).isZero();
    words.add("--json");
    out.getBuffer().setLength(0);
    assertThat(run(words.toArray(String[]::new))).isZero();
    Document answer = Document.parse(out.toString(), "answer.json");
    assertThat(answer.isSound()).isTrue();
    assertThat(answer.root().keys()).isNotEmpty().doesNotContain("ignored");
  }

  @Test
  void roundsForPeopleAndNotForPrograms() {
    assertThat(run("stats", "ZP", "x1=30", "n1=120", "x2=45", "n2=180", "conf_level=0.9")).isZero();
    assertThat(out.toString()).contains("newcombe        [-0.0855527, 0.0817225]");
    run("stats", "ZP", "x1=30", "n1=120", "x2=45", "n2=180", "conf_level=0.9", "--json");
    assertThat(out.toString()).contains("0.081722549462186");
  }

  @Test
  void readsValuesFromAFileToo() throws IOException {
    Path file = Files.writeString(folder.resolve("deals.yaml"), "x: [1, 2, 3]\ny: [2, 3, 5]\n");
    assertThat(run("stats", "welch", "--input", file.toString(), "y=[4, 5, 6]")).isZero();
    assertThat(out.toString()).containsPattern("mean_y +5\n").containsPattern("diff +3\n");
  }

  @Test
  void tellsWhatIsWrongAndWhatToDo() {
    assertThat(run("stats", "two-proportion")).isEqualTo(2);
    assertThat(err.toString()).contains("two-proportions");
    expectProblem("x1 is missing; give it a value", "ZP", "n1=3");
    expectProblem("x1 is \"many\"; give a number", "ZP", "x1=many");
    expectProblem("x1 is 5 and n1 is 3", "ZP", "x1=5", "n1=3", "x2=1", "n2=3");
    expectProblem("did you mean \"conf_level\"?", "welch", "x=[1,2]", "y=[2,4]", "conf_levle=0.9");
    expectProblem("give a name and a value, such as x1=30", "ZP", "30");
    expectProblem(
        "conf_level is 95; give a number above 0 and below 1",
        "QT",
        "x=[1]",
        "q=0.5",
        "conf_level=95");
  }

  @Test
  void undefinedIsSaidWithItsReason() {
    assertThat(run("stats", "welch", "x=[4,4]", "y=[6,6]")).isZero();
    assertThat(out.toString())
        .containsPattern("p_two_sided +NaN\n")
        .containsPattern("reason +neither arm has any spread");
  }

  @Test
  void aBadCaseDoesNotStopTheOthers() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cases.json"),
            """
            {"cases": [
              {"id": "a", "family": "ZP", "input": {"x1": 1, "n1": 9, "x2": 3}},
              {"id": "b", "family": "QQ", "input": {}},
              {"id": "c", "input": {}},
              {"id": "d", "family": "AA", "input": {"n_sim": 100, "alpha": 0.05, "conf": 0.99, "x": 1}}
            ]}
            """);
    assertThat(run("stats", "batch", file.toString(), "--json")).isEqualTo(2);
    List<Node> cases = Document.parse(out.toString(), "answer.json").root().get("cases").items();
    assertThat(cases).hasSize(4);
    assertThat(cases.get(0).get("error").text()).isEqualTo("n2 is missing; give it a value");
    assertThat(cases.get(1).get("error").text()).startsWith("there is no method \"QQ\"");
    assertThat(cases.get(2).get("error").text()).startsWith("the case has no family");
    assertThat(cases.get(3).get("result").get("hi").text()).isEqualTo("11");
    assertThat(cases.get(3).get("result").get("ignored").items().get(0).text()).isEqualTo("x");
    assertThat(err.toString()).contains("3 of 4 cases could not be calculated");
    out.getBuffer().setLength(0);
    assertThat(run("stats", "batch", file.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("error: n2 is missing").containsPattern("hi +11\n");
  }

  @Test
  void aFileThatIsNoBatchIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("cases.json"), "[1, 2]");
    assertThat(run("stats", "batch", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("there is no list of cases");
    assertThat(run("stats", "batch")).isEqualTo(2);
    assertThat(run("stats", "batch", folder.resolve("none.json").toString())).isEqualTo(2);
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"cases\": [");
    assertThat(run("stats", "batch", broken.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("this is not valid JSON");
  }

  private void expectProblem(String problem, String... words) {
    List<String> all = new ArrayList<>(List.of("stats"));
    all.addAll(List.of(words));
    err.getBuffer().setLength(0);
    assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains(problem);
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
