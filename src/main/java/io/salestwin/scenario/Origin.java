package io.salestwin.scenario;

import io.salestwin.document.Node;
import java.util.Map;

/**
 * What a scenario was read from. It is no part of what the scenario says: any two are equal, so
 * scenarios that say the same are equal wherever they come from.
 */
public final class Origin {

  private final Node tree;
  private final Node stated;
  private final Map<String, String> files;

  /**
   * An origin.
   *
   * @param tree the scenario after all overrides
   * @param stated the scenario before any override
   * @param files the text of every further file that was read, by its path
   */
  Origin(Node tree, Node stated, Map<String, String> files) {
    this.tree = tree;
    this.stated = stated;
    this.files = Map.copyOf(files);
  }

  /**
   * The scenario as text.
   *
   * @return all that it takes to read the same scenario elsewhere
   */
  public ScenarioText text() {
    return new ScenarioText(tree.toYaml(), stated.toYaml(), files);
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
