package io.salestwin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedScenariosTest {

  private static Scenario shipped(String name) {
    return ScenarioFile.read(Path.of("scenarios", name), List.of()).scenario().orElseThrow();
  }

  @Test
  void theTemplateHasNothingThatSurprises() {
    assertThat(Check.warnings(shipped("b2b-saas.yaml"))).isEmpty();
  }

  @Test
  void mavenTechHasOverloadedManagersAndStaleDealsAndNothingElse() {
    List<Warning> warnings = Check.warnings(shipped("maven-crm.yaml"));
    assertThat(warnings)
        .extracting(Warning::rule)
        .containsExactly("demand-over-capacity", "pipeline-gaps");
    assertThat(warnings.get(0).path()).isEqualTo("roles.Manager.headcount");
    assertThat(warnings.get(0).message()).contains("the backlog grows");
    assertThat(warnings.get(0).advice())
        .endsWith("leave it if this limit is what you mean to show");
    assertThat(warnings.get(1).message()).contains("535 of 2,409 open deals");
  }

  @Test
  void aScenarioWithEveryKeyCanBeChecked() {
    Scenario full =
        ScenarioFile.read(Path.of("src/test/resources/scenario/full.yaml"), List.of())
            .scenario()
            .orElseThrow();
    assertThat(Check.warnings(full))
        .allSatisfy(w -> assertThat(w.message()).doesNotContain("NaN", "Infinity"));
  }
}
