package io.salestwin.planning;

import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The scenario with some of the initiatives: bit i of a set is initiative i. What holds from the
 * first day on is an override; what begins later is a shock that lasts to the end, so that the same
 * levers can begin in the middle as with shocks.
 */
final class InitiativeSets {

  private static final String TO_THE_END = "20 years";

  private final Recipe recipe;
  private final List<Initiative> list;
  private final ScenarioFile base;
  private final ShockSets shocks;

  InitiativeSets(Recipe recipe, List<Initiative> list) {
    this.recipe = recipe;
    this.list = list;
    base = recipe.read();
    shocks = new ShockSets(base.tree(), recipe.scenario().start());
  }

  /**
   * The scenario with those of a set.
   *
   * @throws UnanswerableException with what is wrong with it
   */
  Scenario scenario(int set) {
    List<LeverOverride> sets = new ArrayList<>();
    List<Node> later = new ArrayList<>();
    for (int i : members(set)) {
      if (list.get(i).start().isEmpty()) {
        sets.addAll(list.get(i).sets());
      } else {
        later.add(shock(list.get(i)));
      }
    }
    if (!later.isEmpty()) {
      sets.addAll(shocks.and(later));
    }
    ScenarioFile read = recipe.with(sets).read();
    return read.scenario()
        .orElseThrow(
            () ->
                new UnanswerableException(
                    "with "
                        + names(set)
                        + ": "
                        + String.join(
                            "; ",
                            read.problems().stream()
                                .filter(Problem::isError)
                                .map(Problem::toString)
                                .toList())));
  }

  private static Node shock(Initiative initiative) {
    Map<String, Object> set = new LinkedHashMap<>();
    initiative
        .sets()
        .forEach(s -> set.put(s.path(), s.value().isScalar() ? s.value().text() : s.value()));
    Map<String, Object> shock = new LinkedHashMap<>();
    shock.put("name", initiative.name());
    shock.put("from", initiative.start().orElseThrow().toString());
    shock.put("for", TO_THE_END);
    shock.put("set", set);
    return Node.parse(Json.write(shock), "initiative " + initiative.name()).value();
  }

  /** The numbers of those in a set. */
  List<Integer> members(int set) {
    return IntStream.range(0, list.size()).filter(i -> (set >> i & 1) == 1).boxed().toList();
  }

  /** Those in a set by their names. */
  String names(int set) {
    return String.join(", ", members(set).stream().map(i -> list.get(i).name()).toList());
  }
}
