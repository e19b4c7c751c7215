package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedrawnTest {

  private static final Path FILE = Path.of("src/main/resources/templates/b2b-saas.yaml");
  private static final String ARRIVALS = "sources.inbound.arrivals.perMonth";

  @Test
  void aFactorMultipliesWhatIsDrawnToo() {
    ScenarioFile read = read(ARRIVALS + "=x1.2");
    Node law = drawn(read).get(ARRIVALS).get("normal");
    assertThat(law.get("mean").text()).isEqualTo("504");
    assertThat(law.get("sd").text()).isEqualTo("30");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aValueIsTakenAsKnownAndThatIsTold() {
    ScenarioFile read = read(ARRIVALS + "=500");
    assertThat(drawn(read).has(ARRIVALS)).isFalse();
    assertThat(drawn(read).has("stages.Discovery.advance")).isTrue();
    assertThat(read.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.message()).contains("taken as known");
            });
  }

  @Test
  void theSpellingOfAPathDoesNotMatter() {
    assertThat(drawn(read("stages[1].advance=70%")).has("stages.Discovery.advance")).isFalse();
  }

  @Test
  void aWholePartTakesWhatIsDrawnWithinItAlong() {
    assertThat(drawn(read("sources.inbound.arrivals={perMonth: 300}")).has(ARRIVALS)).isFalse();
  }

  @Test
  void uncertaintyCanBeSetItself() {
    String law = "uncertainty.\"" + ARRIVALS + "\"={normal: {mean: 500, sd: 9}}";
    ScenarioFile read = read(ARRIVALS + "=500", law);
    assertThat(drawn(read).get(ARRIVALS).get("normal").get("sd").text()).isEqualTo("9");
  }

  private static Node drawn(ScenarioFile read) {
    assertThat(read.scenario()).isPresent();
    return read.tree().get("uncertainty");
  }

  private static ScenarioFile read(String... sets) {
    List<LeverOverride> overrides =
        Stream.of(sets).map(set -> LeverOverride.parse(set).value()).toList();
    return ScenarioFile.read(FILE, overrides);
  }
}
