package io.salestwin.scenario;

import io.salestwin.document.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario as it was written: what it takes to read it again, varied. Overrides come after those
 * that are there already, so relative values apply to the value so far.
 *
 * @param name path of the scenario's file among the files
 * @param files text of every file that it needs, by its path from the scenario's folder
 * @param overrides applied in their order
 */
public record Recipe(String name, Map<String, String> files, List<LeverOverride> overrides) {

  /** Copies. */
  public Recipe {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    overrides = List.copyOf(overrides);
  }

  /**
   * The same with more overrides.
   *
   * @param more applied after those that are there
   * @return a new recipe
   */
  public Recipe with(List<LeverOverride> more) {
    List<LeverOverride> all = new ArrayList<>(overrides);
    all.addAll(more);
    return new Recipe(name, files, all);
  }

  /**
   * Reads it.
   *
   * @return what came of it: the scenario, or everything that is wrong with it
   */
  public ScenarioFile read() {
    return ScenarioFile.read(name, Attachments.ofTexts(files), overrides);
  }

  /**
   * The scenario, for whoever knows that it can be read.
   *
   * @return the scenario
   * @throws IllegalArgumentException with all that is wrong with it
   */
  public Scenario scenario() {
    ScenarioFile file = read();
    return file.scenario()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.join(
                        "\n",
                        file.problems().stream()
                            .filter(Problem::isError)
                            .map(Problem::toString)
                            .toList())));
  }
}
