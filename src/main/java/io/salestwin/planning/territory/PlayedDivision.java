package io.salestwin.planning.territory;

import io.salestwin.document.Json;
import io.salestwin.planning.territory.TerritoryPlan.Holding;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Territory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a scenario is set so that it plays a division. A territory gets its share of all work as its
 * share of the leads, and its potential for each hour of work, over that of all, as the factor on
 * the value of its deals: so its leads take the time that its accounts take, and what it can book
 * goes with its potential.
 */
public final class PlayedDivision {

  private static final double CENTS = 100;
  private static final double WEEKS_PER_YEAR = 365.25 / 7;

  /** Stands for no value at all where a factor must be above 0. */
  private static final double LEAST_VALUE = 1e-6;

  private PlayedDivision() {}

  /**
   * The role whose reps are divided among territories: the first that carries a quota, else the
   * owner of the last stage.
   *
   * @param scenario the scenario
   * @param asked its name; empty to choose
   * @return the role; empty when there is none of that name
   */
  public static Optional<Role> role(Scenario scenario, String asked) {
    if (!asked.isEmpty()) {
      return scenario.roles().stream().filter(role -> role.name().equals(asked)).findFirst();
    }
    return scenario.roles().stream()
        .filter(role -> role.quotaCents().isPresent())
        .findFirst()
        .or(
            () ->
                scenario.roles().stream()
                    .skip(Math.max(0, scenario.roles().size() - 1))
                    .findFirst());
  }

  /**
   * The territories that the reps of a role work, with the hours of a year in which they sell.
   *
   * @param scenario the scenario
   * @param role the role
   * @return in the order of the scenario; each rep by himself where the role has no territories
   */
  public static List<Patch> patches(Scenario scenario, Role role) {
    Map<String, List<String>> reps = new LinkedHashMap<>();
    for (Role.Rep rep : role.reps()) {
      String territory =
          rep.territory() < 0 ? rep.name() : scenario.territories().get(rep.territory()).name();
      reps.computeIfAbsent(territory, name -> new ArrayList<>()).add(rep.name());
    }
    double hours = role.sellingHoursPerWeek() * WEEKS_PER_YEAR;
    List<Patch> patches = new ArrayList<>();
    reps.forEach(
        (name, of) ->
            patches.add(new Patch(name, of, List.of(), List.of(), List.of(), hours * of.size())));
    return patches;
  }

  /**
   * The overrides under which a scenario plays a division.
   *
   * @param plan the plan
   * @param planned as planned, or as it is today
   * @param scenario the scenario as it is without them
   * @param role the role whose reps are divided
   * @return as on the command line, LEVER=VALUE
   */
  public static List<String> overrides(
      TerritoryPlan plan, boolean planned, Scenario scenario, Role role) {
    Map<String, Object> territories = new LinkedHashMap<>();
    Map<String, Object> reps = new LinkedHashMap<>();
    List<String> sets = new ArrayList<>();
    boolean same = hasTheSame(plan, scenario);
    List<Part> parts = parts(plan, planned);
    for (int t = 0; t < parts.size(); t++) {
      Patch patch = plan.territories().get(t).patch();
      Part part = parts.get(t);
      if (same) {
        String lever = "territories." + quoted(patch.name());
        sets.add(lever + ".share=" + Json.number(part.share()));
        sets.add(lever + ".value=x" + Json.number(part.value()));
        sets.add(lever + ".potential=" + Json.number(part.potential()));
      } else {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("share", part.share());
        keys.put("value", "x" + Json.number(part.value()));
        keys.put("potential", part.potential());
        territories.put(patch.name(), keys);
        reps.put(patch.name(), patch.reps().size());
      }
    }
    if (!same) {
      sets.add("territories=" + flow(territories));
      sets.add("roles." + quoted(role.name()) + ".headcount=" + count(plan));
      sets.add("roles." + quoted(role.name()) + ".territories=" + flow(reps));
    }
    return sets;
  }

  private static String flow(Map<String, Object> value) {
    return Json.write(value).replaceAll("\\s*\\n\\s*", " ").strip();
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : '"' + name.replace("\"", "\\\"") + '"';
  }

  private static int count(TerritoryPlan plan) {
    return plan.territories().stream().mapToInt(t -> t.patch().reps().size()).sum();
  }

  private static boolean hasTheSame(TerritoryPlan plan, Scenario scenario) {
    Set<String> there =
        scenario.territories().stream().map(Territory::name).collect(Collectors.toSet());
    Set<String> planned =
        plan.territories().stream().map(t -> t.patch().name()).collect(Collectors.toSet());
    return there.equals(planned);
  }

  private record Part(double share, double value, double potential) {}

  private static List<Part> parts(TerritoryPlan plan, boolean planned) {
    List<Holding> holdings = new ArrayList<>();
    for (Outcome outcome : plan.territories()) {
      holdings.add(planned ? outcome.after() : outcome.before());
    }
    double work = holdings.stream().mapToDouble(Holding::hours).sum();
    double potential = holdings.stream().mapToDouble(Holding::potential).sum();
    List<Part> parts = new ArrayList<>();
    for (Holding holding : holdings) {
      double share = holding.hours() / work;
      double value = share > 0 ? holding.potential() / potential / share : 1;
      parts.add(
          new Part(
              share,
              value > 0 ? value : LEAST_VALUE,
              Math.round(holding.potential() * CENTS) / CENTS));
    }
    return parts;
  }
}
