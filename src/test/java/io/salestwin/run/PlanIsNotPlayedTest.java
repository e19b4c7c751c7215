package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanIsNotPlayedTest {

  private static final Path FILE = Path.of("src/main/resources/templates/seo-agency.yaml");

  @Test
  void whatIsWantedChangesNothingThatIsPlayed() {
    RunResult with = run(List.of());
    RunResult without = run(List.of(LeverOverride.parse("plan={}").value()));
    assertThat(with.plan().scenario().plan()).isNotEqualTo(without.plan().scenario().plan());
    assertThat(with.rows()).isNotEmpty();
    for (int r = 0; r < with.rows().size(); r++) {
      assertThat(with.rows().get(r)).isEqualTo(without.rows().get(r));
    }
  }

  private static RunResult run(List<LeverOverride> overrides) {
    ScenarioFile file = ScenarioFile.read(FILE, overrides);
    assertThat(file.scenario()).as(file.problems().toString()).isPresent();
    return Runner.local(1).run(new RunPlan(file.scenario().orElseThrow(), 1, 4), Progress.SILENT);
  }
}
