package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * A scenario as it travels to another machine: texts that read to the very same scenario. What was
 * stated before overrides goes along, because some figures are told from it.
 *
 * @param tree the scenario after all overrides, in YAML
 * @param stated for each key of the uncertainty the scenario around whose values it is meant, in
 *     YAML
 * @param rootPerMonth arrivals per month by source before any override
 * @param files the text of every further file that it names, by its path
 */
public record ScenarioText(
    String tree,
    Map<String, String> stated,
    Map<String, Double> rootPerMonth,
    Map<String, String> files)
    implements Serializable {

  /** Copies the maps. */
  public ScenarioText {
    stated = Map.copyOf(stated);
    rootPerMonth = Map.copyOf(rootPerMonth);
    files = Map.copyOf(files);
  }

  /**
   * Reads it.
   *
   * @return the scenario that the text was taken from
   * @throws IllegalStateException when this is no text of a scenario that was read without errors
   */
  public Scenario scenario() {
    Map<String, Node> trees = new HashMap<>();
    Node now = trees.computeIfAbsent(tree, ScenarioText::parsed);
    Map<String, Node> around = new HashMap<>();
    stated.forEach(
        (key, text) -> around.put(key, trees.computeIfAbsent(text, ScenarioText::parsed)));
    Problems problems = new Problems();
    return new ScenarioReader(
            new Reading(now, problems), Attachments.ofTexts(files), around, rootPerMonth)
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

  private static Node parsed(String text) {
    return Document.parse(text, "scenario.yaml").root();
  }
}
