package io.salestwin.scenario;

import io.salestwin.document.Node;
import java.util.HashMap;
import java.util.Map;

/**
 * What a scenario was read from. It is no part of what the scenario says: any two are equal, so
 * scenarios that say the same are equal wherever they come from.
 */
public final class Origin {

  private final Node tree;
  private final Map<String, Node> stated;
  private final Map<String, Double> rootPerMonth;
  private final Map<String, String> files;

  /**
   * An origin: what {@link ScenarioReader} reads.
   *
   * @param tree the scenario after all overrides
   * @param stated for each key of the uncertainty the tree around whose values it is meant
   * @param rootPerMonth arrivals per month by source before any override
   * @param files the text of every file that was read beside the tree, by its path
   */
  Origin(
      Node tree,
      Map<String, Node> stated,
      Map<String, Double> rootPerMonth,
      Map<String, String> files) {
    this.tree = tree;
    this.stated = Map.copyOf(stated);
    this.rootPerMonth = Map.copyOf(rootPerMonth);
    this.files = Map.copyOf(files);
  }

  /**
   * The scenario as text.
   *
   * @return all that it takes to read the same scenario elsewhere
   */
  public ScenarioText text() {
    // most keys share a tree, and then a text
    Map<Node, String> texts = new HashMap<>();
    Map<String, String> around = new HashMap<>();
    stated.forEach((key, node) -> around.put(key, texts.computeIfAbsent(node, Node::toYaml)));
    return new ScenarioText(
        texts.computeIfAbsent(tree, Node::toYaml), around, rootPerMonth, files);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "";
  }
}
