package io.salestwin.planning;

import io.salestwin.document.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place at which two scenarios differ.
 *
 * @param path the lever, such as {@code roles.AE.headcount}
 * @param from what is written in the first; empty where nothing is
 * @param to what is written in the second; empty where nothing is
 */
public record Change(String path, Optional<Node> from, Optional<Node> to) {

  private static final String NAME = "name";

  /**
   * Everything that differs, at the finest level at which both have a place.
   *
   * @param first a scenario as a tree, after {@code extends} and overrides
   * @param second another one
   * @return in the order of the first, then what only the second has; empty when they are the same.
   *     Their names do not count
   */
  public static List<Change> between(Node first, Node second) {
    List<Change> changes = new ArrayList<>();
    walk(first, second, changes);
    return List.copyOf(changes);
  }

  private static void walk(Node first, Node second, List<Change> changes) {
    if (first != null && first.equals(second)) {
      return;
    }
    if (first != null && second != null && first.isMap() && second.isMap()) {
      Set<String> keys = keys(first, second);
      if (!Collections.disjoint(first.keys(), second.keys())) {
        keys.forEach(key -> walk(first.get(key), second.get(key), changes));
        return;
      }
    } else if (first != null && second != null && sameNames(first, second)) {
      for (int i = 0; i < first.items().size(); i++) {
        walk(first.items().get(i), second.items().get(i), changes);
      }
      return;
    }
    changes.add(
        new Change(
            first == null ? second.path() : first.path(),
            Optional.ofNullable(first),
            Optional.ofNullable(second)));
  }

  private static Set<String> keys(Node first, Node second) {
    Set<String> keys = new LinkedHashSet<>(first.keys());
    keys.addAll(second.keys());
    if (first.path().isEmpty()) {
      keys.remove(NAME);
    }
    return keys;
  }

  /** Stages are a list; where both have the same ones, they are compared one by one. */
  private static boolean sameNames(Node first, Node second) {
    return names(first).isPresent() && names(first).equals(names(second));
  }

  private static Optional<List<String>> names(Node list) {
    if (!list.isList()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (Node item : list.items()) {
      Node name = item.isMap() ? item.get(NAME) : null;
      if (name == null || !name.isScalar()) {
        return Optional.empty();
      }
      names.add(name.text());
    }
    return Optional.of(names);
  }
}
