package io.salestwin.planning.staffing;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.finance.SeatCost;
import io.salestwin.planning.staffing.Vary.Kind;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All plans that a question allows: every combination of the numbers of what is varied, with its
 * cost.
 *
 * @param base the scenario that is varied
 * @param scenario the same, read
 * @param varied what is varied, with the numbers that are really tried
 * @param plans one for each combination, the last thing varied going fastest
 */
record StaffGrid(Recipe base, Scenario scenario, List<Vary> varied, List<StaffPlan> plans) {

  /** Most plans; each is read once to know its cost. */
  static final int MOST_PLANS = 5000;

  StaffGrid {
    varied = List.copyOf(varied);
    plans = List.copyOf(plans);
  }

  /** Hears of problems before anything is played: the first is told, as they tend to be one. */
  static Parsed<StaffGrid> of(Recipe base, List<Vary> wanted) {
    ScenarioFile read = base.read();
    Scenario scenario = base.scenario();
    List<Vary> varied = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    long plans = 1;
    for (Vary vary : wanted) {
      Optional<Parsed<StaffGrid>> wrong = problem(vary, read.tree(), scenario, names);
      if (wrong.isPresent()) {
        return wrong.get();
      }
      Vary absolute = absolute(vary, scenario);
      varied.add(absolute);
      plans *= absolute.values().size();
      if (plans > MOST_PLANS) {
        return Parsed.bad(
            "there are more than " + MOST_PLANS + " plans",
            "narrow a range, or take steps: 8..20/2");
      }
    }
    if (varied.isEmpty()) {
      return Parsed.bad("nothing is varied", "add --vary roles.AE.headcount=8..20");
    }
    return new Builder(base, read.tree(), scenario, varied).grid();
  }

  private static Optional<Parsed<StaffGrid>> problem(
      Vary vary, Node tree, Scenario scenario, Set<String> names) {
    Optional<Role> role = role(scenario, vary.role());
    if (role.isEmpty()) {
      return wrong(
          vary,
          "there is no role \"" + vary.role() + "\"",
          "the roles are " + String.join(", ", scenario.roles().stream().map(Role::name).toList()));
    }
    Node node = tree.get("roles").get(vary.role());
    if (!names.add(vary.name())) {
      return wrong(vary, vary.name() + " is varied twice", "give one range");
    }
    boolean ofRole = names.contains(vary.role());
    boolean ofTerritory = names.stream().anyMatch(n -> n.startsWith(vary.role() + " in "));
    if (vary.kind() != Kind.HIRES && ofRole && ofTerritory) {
      return wrong(
          vary,
          "the head-count of " + vary.role() + " and those of its territories are both varied",
          "vary one of the two");
    }
    if (vary.kind() != Kind.HIRES && (node.has("reps") || node.has("headcountPer"))) {
      return wrong(
          vary,
          vary.role() + (node.has("reps") ? " names its reps" : " follows another role"),
          "vary its hires: roles."
              + vary.role()
              + ".hires."
              + scenario.start().plusMonths(1)
              + "=0..3");
    }
    if (vary.on()
        .filter(on -> on.isBefore(scenario.start()) || !on.isBefore(scenario.end()))
        .isPresent()) {
      return wrong(
          vary,
          vary.on().get() + " is not in the horizon",
          "give a day from " + scenario.start() + " to " + scenario.end().minusDays(1));
    }
    if (SeatCost.perQuarter(scenario, role.get()).isEmpty()) {
      return wrong(
          vary,
          "what a rep of " + vary.role() + " costs is not said",
          "give the role a salary, or add --set roles." + vary.role() + ".salary=60k");
    }
    return Optional.empty();
  }

  private static Optional<Parsed<StaffGrid>> wrong(Vary vary, String reason, String advice) {
    return Optional.of(Parsed.bad("--vary " + vary.text() + ": " + reason, advice));
  }

  private static Vary absolute(Vary vary, Scenario scenario) {
    if (!vary.relative()) {
      return vary;
    }
    int now = onFirstDay(scenario, vary.role(), vary.territory());
    return new Vary(
        vary.text(),
        vary.kind(),
        vary.role(),
        vary.territory(),
        vary.on(),
        vary.values().stream().map(v -> v + now).toList(),
        false);
  }

  static Optional<Role> role(Scenario scenario, String name) {
    return scenario.roles().stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** Reps of a role, or of one of its territories, who are there before any dated hire. */
  static int onFirstDay(Scenario scenario, String role, String territory) {
    return (int)
        role(scenario, role).orElseThrow().reps().stream()
            .filter(rep -> !rep.started().orElse(scenario.start()).isAfter(scenario.start()))
            .filter(
                rep ->
                    territory.isEmpty()
                        || rep.territory() >= 0
                            && scenario.territories().get(rep.territory()).name().equals(territory))
            .count();
  }

  /** The overrides of more reps of a role on the first day. */
  static List<String> more(Scenario scenario, Node tree, String role, String territory, int more) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (!territory.isEmpty()) {
      counts.put(territory, onFirstDay(scenario, role, territory) + more);
      return territories(scenario, tree, role, counts);
    }
    return List.of("roles." + role + ".headcount=" + (onFirstDay(scenario, role, "") + more));
  }

  /** The overrides of some territories' numbers of reps; the others stay as they are. */
  private static List<String> territories(
      Scenario scenario, Node tree, String role, Map<String, Integer> counts) {
    List<String> entries = new ArrayList<>();
    int sum = 0;
    for (var territory : scenario.territories()) {
      int now = onFirstDay(scenario, role, territory.name());
      int count = counts.getOrDefault(territory.name(), now);
      sum += count;
      entries.add("\"" + territory.name() + "\": " + count);
    }
    List<String> sets = new ArrayList<>();
    sets.add("roles." + role + ".territories={" + String.join(", ", entries) + "}");
    if (tree.get("roles").get(role).has("headcount")) {
      sets.add("roles." + role + ".headcount=" + sum);
    }
    return sets;
  }

  /** The override that adds hires to those that a role has. */
  static String hires(Node tree, String role, List<String> added) {
    Node hires = tree.get("roles").get(role).get("hires");
    List<String> items = new ArrayList<>();
    if (hires != null && hires.isList()) {
      hires.items().forEach(item -> items.add(item.toJson().strip().replaceAll("\\s+", " ")));
    }
    items.addAll(added);
    return "roles." + role + ".hires=[" + String.join(", ", items) + "]";
  }

  /** One item of a role's hires. */
  static String hire(LocalDate on, int count, String territory) {
    return "{on: "
        + on
        + ", count: "
        + count
        + (territory.isEmpty() ? "" : ", territory: \"" + territory + "\"")
        + "}";
  }

  /** Overrides as they are written. */
  static List<LeverOverride> overrides(List<String> sets) {
    return sets.stream().map(set -> LeverOverride.parse(set).value()).toList();
  }

  /** Makes the combinations. */
  private static final class Builder {

    private final Recipe base;
    private final Node tree;
    private final Scenario scenario;
    private final List<Vary> varied;
    private final List<StaffPlan> plans = new ArrayList<>();

    Builder(Recipe base, Node tree, Scenario scenario, List<Vary> varied) {
      this.base = base;
      this.tree = tree;
      this.scenario = scenario;
      this.varied = varied;
    }

    Parsed<StaffGrid> grid() {
      int count = varied.stream().mapToInt(v -> v.values().size()).reduce(1, (a, b) -> a * b);
      for (int i = 0; i < count; i++) {
        List<Integer> values = values(i);
        List<String> sets = sets(values);
        ScenarioFile read = base.with(overrides(sets)).read();
        if (read.scenario().isEmpty()) {
          Problem first =
              read.problems().stream().filter(Problem::isError).findFirst().orElseThrow();
          return Parsed.bad(
              "the plan " + String.join(", ", sets) + " cannot be: " + first.message(),
              first.advice());
        }
        plans.add(new StaffPlan(values, sets, SeatCost.of(read.scenario().get()).cents()));
      }
      return Parsed.of(new StaffGrid(base, scenario, varied, plans));
    }

    private List<Integer> values(int index) {
      List<Integer> values = new ArrayList<>();
      int rest = index;
      for (int v = varied.size() - 1; v >= 0; v--) {
        List<Integer> of = varied.get(v).values();
        values.add(0, of.get(rest % of.size()));
        rest /= of.size();
      }
      return values;
    }

    private List<String> sets(List<Integer> values) {
      List<String> sets = new ArrayList<>();
      Map<String, Map<String, Integer>> territories = new LinkedHashMap<>();
      Map<String, List<String>> hires = new LinkedHashMap<>();
      for (int v = 0; v < varied.size(); v++) {
        Vary vary = varied.get(v);
        int value = values.get(v);
        switch (vary.kind()) {
          case HEADCOUNT -> sets.add("roles." + vary.role() + ".headcount=" + value);
          case TERRITORY ->
              territories
                  .computeIfAbsent(vary.role(), r -> new LinkedHashMap<>())
                  .put(vary.territory(), value);
          case HIRES -> {
            List<String> added = hires.computeIfAbsent(vary.role(), r -> new ArrayList<>());
            if (value > 0) {
              added.add(hire(vary.on().orElseThrow(), value, vary.territory()));
            }
          }
        }
      }
      territories.forEach((role, counts) -> sets.addAll(territories(scenario, tree, role, counts)));
      hires.forEach(
          (role, added) -> {
            if (!added.isEmpty()) {
              sets.add(hires(tree, role, added));
            }
          });
      return sets;
    }
  }
}
