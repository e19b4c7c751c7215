package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;

/** The scenario in which everything happens that can, from a warm-up or from open deals. */
public final class Rich {

  private static final Path FILE = Path.of("src/test/resources/metrics/rich.yaml");

  private Rich() {}

  /** From a warm-up. */
  public static Scenario fromWarmUp() {
    return with();
  }

  /** From a pipeline of open deals. */
  public static Scenario fromDeals() {
    return with("begin={pipeline: rich-open.csv}");
  }

  /** With these overrides. */
  public static Scenario with(String... sets) {
    List<LeverOverride> overrides =
        List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList();
    ScenarioFile file = ScenarioFile.read(FILE, overrides);
    assertThat(file.problems()).isEmpty();
    return file.scenario().orElseThrow();
  }
}
