package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes that lead from one scenario to another, and the scenarios between the two that have
 * some of them.
 */
final class Combinations {

  /** More changes than this are grouped by the parts of the scenario. */
  static final int MOST = 8;

  private static final int FINEST = 4;

  /** Makes the scenario in which some changes hold. */
  @FunctionalInterface
  private interface Between {
    Parsed<Scenario> of(int set);
  }

  private final List<String> names;
  private final Between between;

  private Combinations(List<String> names, Between between) {
    this.names = names;
    this.between = between;
  }

  /**
   * Finds the changes.
   *
   * @param base the first scenario
   * @param other the second
   * @return the changes, at least one; or why they cannot be told apart
   */
  static Parsed<Combinations> of(Recipe base, Recipe other) {
    int common = base.overrides().size();
    boolean varied =
        base.name().equals(other.name())
            && base.files().equals(other.files())
            && other.overrides().size() > common
            && other.overrides().subList(0, common).equals(base.overrides());
    return varied
        ? ofOverrides(base, other.overrides().subList(common, other.overrides().size()))
        : ofFiles(base, other);
  }

  List<String> names() {
    return names;
  }

  /** The scenario in which the changes of a set hold: bit i of the set is change i. */
  Parsed<Scenario> scenario(int set) {
    return between.of(set);
  }

  private static Parsed<Combinations> ofOverrides(Recipe base, List<LeverOverride> overrides) {
    return grouped(overrides.stream().map(LeverOverride::path).toList())
        .map(
            groups ->
                new Combinations(
                    List.copyOf(groups.keySet()),
                    set -> read(base.with(chosen(overrides, groups, set)).read())));
  }

  private static Parsed<Combinations> ofFiles(Recipe base, Recipe other) {
    ScenarioFile first = base.read();
    ScenarioFile second = other.read();
    Map<String, String> files = new LinkedHashMap<>(first.files());
    for (Map.Entry<String, String> file : second.files().entrySet()) {
      String known = files.putIfAbsent(file.getKey(), file.getValue());
      boolean isTree = file.getKey().matches("(?i).*\\.(ya?ml|json)");
      if (known != null && !isTree && !known.equals(file.getValue())) {
        return Parsed.bad("the two have different files \"" + file.getKey() + "\"", "");
      }
    }
    List<Change> changes = Change.between(first.tree(), second.tree());
    return grouped(changes.stream().map(Change::path).toList())
        .map(
            groups ->
                new Combinations(
                    List.copyOf(groups.keySet()),
                    set ->
                        changed(first.tree(), chosen(changes, groups, set))
                            .flatMap(
                                tree -> read(ScenarioFile.between(first, second, tree, files)))));
  }

  private static Parsed<Node> changed(Node tree, List<Change> changes) {
    Parsed<Node> changed = Parsed.of(tree);
    for (Change change : changes) {
      List<String> steps = Node.steps(change.path()).value();
      changed =
          changed.flatMap(
              node ->
                  change.to().isPresent()
                      ? node.with(steps, change.to().get())
                      : node.without(steps));
    }
    return changed;
  }

  private static Parsed<Scenario> read(ScenarioFile file) {
    return file.scenario()
        .map(Parsed::of)
        .orElseGet(
            () ->
                Parsed.bad(
                    "not every combination of the changes is a scenario that can run: "
                        + file.problems().stream()
                            .filter(Problem::isError)
                            .map(Problem::message)
                            .findFirst()
                            .orElse("it has errors"),
                    ""));
  }

  /** What belongs to the groups of a set, in its own order. */
  private static <T> List<T> chosen(List<T> all, Map<String, List<Integer>> groups, int set) {
    boolean[] in = new boolean[all.size()];
    int group = 0;
    for (List<Integer> members : groups.values()) {
      if ((set >> group & 1) == 1) {
        members.forEach(member -> in[member] = true);
      }
      group++;
    }
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  /** Paths by what they have in common, as fine as few enough groups allow. */
  private static Parsed<Map<String, List<Integer>>> grouped(List<String> paths) {
    Map<String, List<Integer>> groups = groups(paths, Integer.MAX_VALUE);
    for (int depth = FINEST; depth >= 1 && groups.size() > MOST; depth--) {
      groups = groups(paths, depth);
    }
    return groups.size() > MOST
        ? Parsed.bad(
            "the scenarios differ in "
                + groups.size()
                + " parts; at most "
                + MOST
                + " can be told"
                + " apart",
            "")
        : Parsed.of(groups);
  }

  /** What is uncertain about a lever belongs to the lever. */
  private static String lever(String path) {
    List<String> steps = Node.steps(path).value();
    return steps.size() > 1 && steps.get(0).equals("uncertainty") ? steps.get(1) : path;
  }

  private static Map<String, List<Integer>> groups(List<String> paths, int depth) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      String path = lever(paths.get(i));
      List<String> steps = Node.steps(path).value();
      String name = steps.size() <= depth ? path : String.join(".", steps.subList(0, depth));
      groups.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
    }
    return groups;
  }
}
