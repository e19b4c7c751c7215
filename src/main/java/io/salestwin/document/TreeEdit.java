package io.salestwin.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finding and changing descendants of a node; changes are copies. */
final class TreeEdit {

  private TreeEdit() {}

  static Parsed<Node> find(Node root, List<String> steps) {
    Node at = root;
    for (String step : steps) {
      int index = at.isList() ? indexOf(at, step) : -1;
      Node next = index >= 0 ? at.items().get(index) : at.get(step);
      if (next == null) {
        return missing(at, step);
      }
      at = next;
    }
    return Parsed.of(at);
  }

  static Parsed<Node> with(Node node, List<String> steps, Node value) {
    if (steps.isEmpty()) {
      return Parsed.of(value.placed(node.path()));
    }
    if (node.isNull()) {
      return with(Node.emptyMap(value, node.path()), steps, value);
    }
    if (node.isScalar()) {
      return missing(node, steps.get(0));
    }
    List<String> rest = steps.subList(1, steps.size());
    return node.isMap()
        ? withKey(node, steps.get(0), rest, value)
        : withElement(node, steps.get(0), rest, value);
  }

  private static Parsed<Node> withKey(Node map, String key, List<String> rest, Node value) {
    Node child = map.get(key);
    if (child == null) {
      child = Node.emptyMap(value, NodePath.ofKey(map.path(), key));
    }
    return with(child, rest, value)
        .map(
            changed -> {
              Map<String, Node> copy = entries(map);
              copy.put(key, changed);
              return map.withEntries(copy);
            });
  }

  private static Parsed<Node> withElement(Node list, String step, List<String> rest, Node value) {
    int index = indexOf(list, step);
    List<Node> copy = new ArrayList<>(list.items());
    if (index >= 0) {
      return with(copy.get(index), rest, value)
          .map(
              changed -> {
                copy.set(index, changed);
                return list.withItems(copy);
              });
    }
    boolean isNext = step.equals("[" + copy.size() + "]");
    if (rest.isEmpty() && (isNext || value.nameInList().equals(step))) {
      copy.add(value);
      return Parsed.of(list.withItems(copy));
    }
    return missing(list, step);
  }

  static Parsed<Node> without(Node root, List<String> steps) {
    List<String> parentSteps = steps.subList(0, steps.size() - 1);
    String last = steps.get(steps.size() - 1);
    return find(root, parentSteps)
        .flatMap(
            parent -> {
              int index = parent.isList() ? indexOf(parent, last) : -1;
              if (index >= 0) {
                List<Node> copy = new ArrayList<>(parent.items());
                copy.remove(index);
                return with(root, parentSteps, parent.withItems(copy));
              }
              if (!parent.has(last)) {
                return missing(parent, last);
              }
              Map<String, Node> copy = entries(parent);
              copy.remove(last);
              return with(root, parentSteps, parent.withEntries(copy));
            });
  }

  private static Map<String, Node> entries(Node map) {
    Map<String, Node> copy = new LinkedHashMap<>();
    map.keys().forEach(key -> copy.put(key, map.get(key)));
    return copy;
  }

  private static int indexOf(Node list, String step) {
    List<Node> items = list.items();
    if (NodePath.isIndex(step)) {
      int index = NodePath.index(step);
      return index < items.size() ? index : -1;
    }
    int found = -1;
    for (int i = 0; i < items.size(); i++) {
      if (!step.isEmpty() && items.get(i).nameInList().equals(step)) {
        if (found >= 0) {
          return -1; // two of that name: only their places tell them apart
        }
        found = i;
      }
    }
    return found;
  }

  private static Parsed<Node> missing(Node at, String step) {
    String where = at.path().isEmpty() ? "the file" : at.path();
    if (at.isScalar()) {
      String is = where + " is " + at.inWords();
      return Parsed.bad(is + " and has no part " + Problem.quoted(step), "set it as a whole");
    }
    List<String> names =
        at.isMap() ? at.keys() : at.items().stream().map(Node::nameInList).distinct().toList();
    List<String> shown = names.stream().filter(name -> !name.isEmpty()).toList();
    String hint = Suggestion.didYouMean(step, shown);
    boolean few = !shown.isEmpty() && shown.size() <= 12;
    String all = few ? "there are " + String.join(", ", shown) : "";
    return Parsed.bad(where + " has no " + Problem.quoted(step), hint.isEmpty() ? all : hint);
  }
}
