package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.check.Check;
import io.salestwin.check.Expectation;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Motion;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is laid over a template runs, surprises nobody, and lies where its sources say. */
class MotionsTest {

  private static final Path FOLDER = Path.of("src/main/resources/motions");

  static List<String> all() {
    return Motion.list();
  }

  private static Scenario scenario(String name) {
    Map<String, String> files =
        Map.of(
            Motion.BASE + ".yaml",
            Template.text(Motion.BASE),
            name + ".yaml",
            Motion.over(name, Motion.BASE));
    ScenarioFile file = ScenarioFile.read(name + ".yaml", Attachments.ofTexts(files), List.of());
    assertThat(file.problems()).isEmpty();
    return file.scenario().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void runsAndHasNothingThatSurprises(String name) {
    Scenario scenario = scenario(name);
    assertThat(Check.warnings(scenario)).isEmpty();
    RunResult result = Runner.local(1).run(new RunPlan(scenario, 1, 4), Progress.SILENT);
    assertThat(Arrays.stream(result.column("bookings"))).allMatch(bookings -> bookings > 1e5);
  }

  /** Win rates by knowlee.ai in percent, cycles by thecroreport.com in days. */
  @ParameterizedTest
  @CsvSource({"smb-inside, 25, 40, 14, 30", "enterprise-field, 10, 20, 90, 180"})
  void liesWhereItsSourcesSay(
      String name, double low, double high, double shortest, double longest) {
    Expectation expected = Expectation.of(scenario(name));
    assertThat(100 * expected.winRate()).isBetween(low, high);
    assertThat(expected.cycleDays()).isBetween(shortest, longest);
  }

  @Test
  void largerFirmsPayMoreForSalesOperations() {
    double[] cents =
        Motion.list().stream()
            .filter(name -> name.startsWith("ops-"))
            .mapToDouble(
                name -> scenario(name).costs().stream().mapToDouble(c -> c.yearCents()).sum())
            .toArray();
    assertThat(cents).hasSize(3).isSorted();
    assertThat(Arrays.stream(cents).min().orElseThrow()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhatIsAssumed(String name) {
    assertThat(Motion.text(name)).contains("[assumption]").contains("extends: b2b-saas.yaml");
  }

  @Test
  void everyFileIsListedAndEveryNameHasItsFile() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList())
          .containsExactlyInAnyOrderElementsOf(Motion.list());
    }
  }
}
