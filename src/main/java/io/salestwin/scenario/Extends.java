package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a scenario together from the file and those that it extends. */
final class Extends {

  private static final int LONGEST = 10;
  private static final String UNCERTAINTY = "uncertainty";

  private final Attachments attachments;
  private final Problems problems;

  Extends(Attachments attachments, Problems problems) {
    this.attachments = attachments;
    this.problems = problems;
  }

  /**
   * A scenario put together.
   *
   * @param tree the base, then the file's own keys, then its overrides; an empty mapping where it
   *     could not be read
   * @param stated the tree of the file that last wrote it, for each key of the uncertainty: what is
   *     drawn is meant around the value of the lever there
   */
  record Laid(Node tree, Map<String, Node> stated) {

    static Laid of(Node tree) {
      Map<String, Node> stated = new LinkedHashMap<>();
      uncertain(tree).forEach(key -> stated.put(key, tree));
      return new Laid(tree, stated);
    }
  }

  private static List<String> uncertain(Node tree) {
    Node uncertainty = tree.isMap() ? tree.get(UNCERTAINTY) : null;
    return uncertainty != null && uncertainty.isMap() ? uncertainty.keys() : List.of();
  }

  /**
   * Puts a file together with those that it extends.
   *
   * @param name path of the file
   * @param shown what messages call it
   * @return what came of it
   */
  Laid laid(String name, String shown) {
    return laid(name, shown, List.of(), null);
  }

  private Laid laid(String name, String shown, List<String> chain, Node from) {
    List<String> longer = new ArrayList<>(chain);
    longer.add(name);
    Laid nothing = Laid.of(Node.parse("{}", shown).value());
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
        return Laid.of(own.without(List.of("overrides")).value());
      }
      return Laid.of(own);
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
    return laidOver(laid(baseName, beside(shown, name, baseName), longer, base), own);
  }

  /** What messages call a file beside the scenario. */
  private static String beside(String shown, String name, String baseName) {
    return shown.endsWith(name)
        ? shown.substring(0, shown.length() - name.length()) + baseName
        : baseName;
  }

  private Laid laidOver(Laid base, Node own) {
    Set<String> drawnAnew = drawnAnew(own);
    Node result = base.tree();
    for (String key : own.keys()) {
      if (!key.equals("extends") && !key.equals("overrides")) {
        result = merged(result, List.of(key), own.get(key), drawnAnew);
      }
    }
    Node overrides = own.get("overrides");
    if (overrides != null) {
      problems.onlyKeys(overrides, overrides.keys());
      for (String path : overrides.keys()) {
        result = overridden(result, new LeverOverride(path, overrides.get(path)), drawnAnew);
      }
    }
    Laid laid = Laid.of(result);
    laid.stated()
        .replaceAll(
            (key, tree) ->
                drawnAnew.contains(key) || drawnAnew.contains(UNCERTAINTY)
                    ? tree
                    : base.stated().getOrDefault(key, tree));
    return laid;
  }

  private Node overridden(Node into, LeverOverride set, Set<String> drawnAnew) {
    Parsed<Node> changed = set.applyTo(into);
    if (changed.isBad()) {
      problems.error(set.value(), changed.reason(), changed.advice());
      return into;
    }
    return drawnAnew.contains(UNCERTAINTY)
        ? changed.value()
        : Redrawn.after(set, into, changed.value(), drawnAnew, problems);
  }

  /** The keys of the uncertainty that a file writes itself; the section's own name for all. */
  private static Set<String> drawnAnew(Node own) {
    Set<String> anew = new HashSet<>(uncertain(own));
    Node overrides = own.get("overrides");
    if (overrides != null && overrides.isMap()) {
      for (String path : overrides.keys()) {
        Parsed<List<String>> steps = Node.steps(path);
        if (!steps.isBad() && steps.value().get(0).equals(UNCERTAINTY)) {
          anew.add(steps.value().size() > 1 ? steps.value().get(1) : UNCERTAINTY);
        }
      }
    }
    return anew;
  }

  /** Mappings are merged key by key, a list of named elements by name; all else is replaced. */
  private Node merged(Node into, List<String> at, Node value, Set<String> drawnAnew) {
    Parsed<Node> there = into.find(at);
    boolean both = !there.isBad() && there.value().isMap() && value.isMap();
    boolean laws = both && (Families.isFamily(value) || Shape.Table.isTable(value));
    if (both && !laws) {
      Node result = into;
      for (String key : value.keys()) {
        result = merged(result, longer(at, key), value.get(key), drawnAnew);
      }
      return result;
    }
    boolean stages = at.equals(List.of("stages")) && value.isMap();
    if (stages && !there.isBad() && there.value().isList()) {
      Node result = into;
      for (String stage : value.keys()) {
        result = merged(result, longer(at, stage), value.get(stage), drawnAnew);
      }
      return result;
    }
    Parsed<Node> changed = into.with(at, value);
    if (changed.isBad()) {
      problems.error(value, changed.reason(), changed.advice());
      return into;
    }
    LeverOverride set = new LeverOverride(value.path(), value);
    return Redrawn.after(set, into, changed.value(), drawnAnew, problems);
  }

  private static List<String> longer(List<String> steps, String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return List.copyOf(longer);
  }
}
