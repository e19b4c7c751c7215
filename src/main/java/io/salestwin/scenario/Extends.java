package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.util.ArrayList;
import java.util.List;

/** Puts a scenario together from the file and those that it extends. */
final class Extends {

  private static final int LONGEST = 10;

  private final Attachments attachments;
  private final Problems problems;

  Extends(Attachments attachments, Problems problems) {
    this.attachments = attachments;
    this.problems = problems;
  }

  /**
   * The tree of a file: the base, then the file's own keys, then its overrides.
   *
   * @param name path of the file
   * @param shown what messages call it
   * @return the tree; an empty mapping where it could not be read
   */
  Node tree(String name, String shown) {
    return tree(name, shown, List.of(), null);
  }

  private Node tree(String name, String shown, List<String> chain, Node from) {
    List<String> longer = new ArrayList<>(chain);
    longer.add(name);
    Node nothing = Node.parse("{}", shown).value();
    Parsed<String> text = attachments.text(name);
    if (text.isBad()) {
      problems.add(
          from == null
              ? new Problem(Problem.Severity.ERROR, shown, 0, "", text.reason(), text.advice())
              : Problem.error(from, text.reason(), text.advice()));
      return nothing;
    }
    Document document = Document.parse(text.value(), shown);
    problems.addAll(document.problems());
    Node own = document.root();
    Node base = own.get("extends");
    if (!document.isSound() || base == null) {
      if (own.has("overrides")) {
        problems.error(
            own.get("overrides"), "overrides need a base", "add extends: FILE, or set the keys");
        return own.without(List.of("overrides")).value();
      }
      return own;
    }
    String baseName = base.isScalar() ? base.text() : "";
    if (baseName.isEmpty()) {
      problems.error(base, "expected the name of a file, but found " + base.inWords(), "");
      return nothing;
    }
    if (longer.contains(baseName)) {
      problems.error(
          base,
          "this goes in a circle: " + String.join(" -> ", longer) + " -> " + baseName,
          "let one of them stand on its own");
      return nothing;
    }
    if (longer.size() >= LONGEST) {
      problems.error(base, "more than " + LONGEST + " files extend each other", "use fewer");
      return nothing;
    }
    return laidOver(tree(baseName, beside(shown, name, baseName), longer, base), own);
  }

  /** What messages call a file beside the scenario. */
  private static String beside(String shown, String name, String baseName) {
    return shown.endsWith(name)
        ? shown.substring(0, shown.length() - name.length()) + baseName
        : baseName;
  }

  private Node laidOver(Node base, Node own) {
    Node result = base;
    for (String key : own.keys()) {
      if (!key.equals("extends") && !key.equals("overrides")) {
        result = merged(result, List.of(key), own.get(key));
      }
    }
    Node overrides = own.get("overrides");
    if (overrides == null) {
      return result;
    }
    problems.onlyKeys(overrides, overrides.keys());
    for (String path : overrides.keys()) {
      Node value = overrides.get(path);
      Parsed<Node> changed = new LeverOverride(path, value).applyTo(result);
      if (changed.isBad()) {
        problems.error(value, changed.reason(), changed.advice());
      } else {
        result = changed.value();
      }
    }
    return result;
  }

  /** Mappings are merged key by key, a list of named elements by name; all else is replaced. */
  private Node merged(Node into, List<String> at, Node value) {
    Parsed<Node> there = into.find(at);
    boolean both = !there.isBad() && there.value().isMap() && value.isMap();
    boolean laws = both && (Families.isFamily(value) || Shape.Table.isTable(value));
    if (both && !laws) {
      Node result = into;
      for (String key : value.keys()) {
        result = merged(result, longer(at, key), value.get(key));
      }
      return result;
    }
    boolean stages = at.equals(List.of("stages")) && value.isMap();
    if (stages && !there.isBad() && there.value().isList()) {
      Node result = into;
      for (String stage : value.keys()) {
        result = merged(result, longer(at, stage), value.get(stage));
      }
      return result;
    }
    Parsed<Node> changed = into.with(at, value);
    if (changed.isBad()) {
      problems.error(value, changed.reason(), changed.advice());
      return into;
    }
    return changed.value();
  }

  private static List<String> longer(List<String> steps, String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return List.copyOf(longer);
  }
}
