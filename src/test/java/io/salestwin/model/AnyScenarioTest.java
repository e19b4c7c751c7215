package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.FormatKeys;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The scenarios that property tests play are made up over the whole format. */
class AnyScenarioTest {

  /** What one scenario in fifty has would be missed by as many once in 24,000 times. */
  private static final int SEEDS = 500;

  @Test
  void someScenarioHasEveryKeyEveryWordAndEveryFamilyOfTheFormat() {
    Set<String> missing = new TreeSet<>(FormatKeys.all());
    for (long seed = 0; seed < SEEDS && !missing.isEmpty(); seed++) {
      AnyScenario.of(seed)
          .files()
          .forEach(
              (name, content) -> {
                if (name.endsWith(".yaml")) {
                  missing.removeAll(FormatKeys.of(content));
                }
              });
    }
    assertThat(missing).isEmpty();
  }
}
