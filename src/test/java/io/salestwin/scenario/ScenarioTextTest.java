package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that has travelled as text is the scenario. */
class ScenarioTextTest {

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("scenarios"))) {
      return all.filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> ScenarioFile.read(file, List.of()).scenario().isPresent())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyScenarioIsTheSame(Path file) {
    Scenario scenario = ScenarioFile.read(file, List.of()).scenario().orElseThrow();
    assertThat(scenario.origin().text().scenario()).isEqualTo(scenario);
  }

  /** The rate before overrides sizes what is dispersed, the draw of what is uncertain its value. */
  @Test
  void whatIsToldFromTheTimeBeforeOverridesIsTheSameToo() {
    Path file = Path.of("scenarios/b2b-saas.yaml");
    List<LeverOverride> sets =
        Stream.of("sources.inbound.arrivals.perMonth=x1.3", "stages.Qualification.advance=+3pp")
            .map(set -> LeverOverride.parse(set).value())
            .toList();
    Scenario varied = ScenarioFile.read(file, sets).scenario().orElseThrow();
    Scenario plain = ScenarioFile.read(file, List.of()).scenario().orElseThrow();
    assertThat(varied).isNotEqualTo(plain);
    assertThat(varied.origin().text().scenario()).isEqualTo(varied);
    ScenarioText withoutBefore =
        new ScenarioText(varied.origin().text().tree(), Map.of(), Map.of(), Map.of());
    assertThat(withoutBefore.scenario()).isNotEqualTo(varied);
  }

  @Test
  void whereItComesFromIsNoPartOfWhatItSays() {
    Path file = Path.of("scenarios/b2b-saas.yaml");
    LeverOverride same = LeverOverride.parse("name=Other").value();
    Scenario plain = ScenarioFile.read(file, List.of()).scenario().orElseThrow();
    Scenario named = ScenarioFile.read(file, List.of(same)).scenario().orElseThrow();
    assertThat(named.origin()).isEqualTo(plain.origin()).hasSameHashCodeAs(plain.origin());
    assertThat(named).isNotEqualTo(plain);
  }
}
