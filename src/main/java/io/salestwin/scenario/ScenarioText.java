package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.io.Serializable;
import java.util.Map;

/**
 * A scenario as it travels to another machine: texts that read to the very same scenario. What was
 * stated before any override goes along, because some figures are told from it (see {@link
 * Source}).
 *
 * @param tree the scenario after all overrides, in YAML
 * @param stated the scenario before any override, in YAML
 * @param files the text of every further file that it names, by its path
 */
public record ScenarioText(String tree, String stated, Map<String, String> files)
    implements Serializable {

  private static final String NAME = "scenario.yaml";

  /** Copies the map. */
  public ScenarioText {
    files = Map.copyOf(files);
  }

  /**
   * Reads it.
   *
   * @return the scenario that the text was taken from
   * @throws IllegalStateException when this is no text of a scenario that was read without errors
   */
  public Scenario scenario() {
    Problems problems = new Problems();
    Node before = Document.parse(stated, NAME).root();
    Node now = stated.equals(tree) ? before : Document.parse(tree, NAME).root();
    return new ScenarioReader(new Reading(now, problems), Attachments.ofTexts(files), before)
        .read(now)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    problems.list().stream()
                        .filter(Problem::isError)
                        .map(Problem::toString)
                        .findFirst()
                        .orElse("no scenario")));
  }
}
