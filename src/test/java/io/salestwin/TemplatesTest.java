package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the comment at the head of each template promises, held by playing it. */
class TemplatesTest {

  private static final Path FOLDER = Path.of("src/main/resources/templates");
  private static final int REPLICATIONS = 80;
  private static final long SEED = 1;

  /** "# - won: 400 to 520": the mean over the replications, of the whole horizon. */
  private static final Pattern RANGE =
      Pattern.compile("# - ([a-z_]+(?:\\.\\w+)?): ([\\d.]+)([MK%]?) to ([\\d.]+)([MK%]?)");

  static Stream<String> withRanges() {
    return Template.list().stream().filter(name -> !name.equals("b2b-saas"));
  }

  @ParameterizedTest
  @MethodSource("withRanges")
  void lands(String name) throws Exception {
    RunResult result = play(name);
    Matcher range = RANGE.matcher(Files.readString(FOLDER.resolve(name + ".yaml")));
    int held = 0;
    while (range.find()) {
      double mean = Arrays.stream(result.column(range.group(1))).average().orElseThrow();
      assertThat(mean)
          .as("%s of %s", range.group(1), name)
          .isBetween(value(range.group(2), range.group(3)), value(range.group(4), range.group(5)));
      held++;
    }
    assertThat(held).as("deals, bookings, win rate, cycle, utilisation").isGreaterThanOrEqualTo(5);
  }

  private static double value(String number, String unit) {
    double factor =
        switch (unit) {
          case "M" -> 1e6;
          case "K" -> 1e3;
          case "%" -> 0.01;
          default -> 1;
        };
    return Double.parseDouble(number) * factor;
  }

  private static RunResult play(String name) {
    Scenario scenario = scenario(name);
    assertThat(KpiLayout.of(scenario).problems()).isEmpty();
    return Runner.local(1).run(new RunPlan(scenario, SEED, REPLICATIONS), Progress.SILENT);
  }

  private static Scenario scenario(String name) {
    ScenarioFile file = ScenarioFile.read(FOLDER.resolve(name + ".yaml"), List.of());
    assertThat(file.problems()).isEmpty();
    return file.scenario().orElseThrow();
  }

  @Test
  void everyFileIsListedAndEveryNameHasItsFile() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList())
          .containsExactlyInAnyOrderElementsOf(Template.list());
    }
  }

  @Test
  void aTemplateThatIsShippedTwiceIsTheSameTwice() throws Exception {
    int both = 0;
    for (String name : Template.list()) {
      Path shipped = Path.of("scenarios", name + ".yaml");
      if (Files.exists(shipped)) {
        assertThat(shipped).hasContent(Template.text(name));
        both++;
      }
    }
    assertThat(both).isPositive();
  }

  /** Every figure has a source or is called an assumption, so no file is without either. */
  @ParameterizedTest
  @MethodSource("withRanges")
  void saysWhatIsAssumed(String name) {
    List<String> lines = Template.text(name).lines().toList();
    assertThat(lines).anyMatch(line -> line.contains("Nothing here is your data"));
    assertThat(lines.stream().filter(line -> line.contains("[assumption]")).count())
        .isGreaterThan(8);
  }
}
