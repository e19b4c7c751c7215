package io.salestwin.planning.staffing;

import io.salestwin.document.Node;
import io.salestwin.planning.staffing.StaffingPlan.Step;
import io.salestwin.planning.staffing.Vary.Kind;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of the plan that was found: one rep more, and one month later. */
final class StaffingChanges {

  private final StaffingQuestion question;
  private final List<Integer> values;
  private final List<String> sets;
  private final Scenario scenario;
  private final Node tree;

  /**
   * Changes of a plan.
   *
   * @param plan its index
   * @param file the scenario in which it holds
   */
  StaffingChanges(StaffingQuestion question, int plan, ScenarioFile file) {
    this.question = question;
    values = question.plans().get(plan).values();
    sets = question.plans().get(plan).sets();
    scenario = file.scenario().orElseThrow();
    tree = file.tree();
  }

  /** How a plan differs from the scenario as it is. */
  static List<Step> steps(StaffingQuestion question, int plan) {
    List<Step> steps = new ArrayList<>();
    for (int v = 0; v < question.varied().size(); v++) {
      Vary vary = question.varied().get(v);
      int now =
          vary.kind() == Kind.HIRES
              ? 0
              : StaffGrid.onFirstDay(question.scenario(), vary.role(), vary.territory());
      int more = question.plans().get(plan).values().get(v) - now;
      if (more != 0) {
        steps.add(new Step(vary.role(), vary.territory(), more, vary.on()));
      }
    }
    return steps;
  }

  /** What stands at the upper end of its range. */
  static List<Vary> atLimit(StaffingQuestion question, int plan) {
    List<Vary> at = new ArrayList<>();
    for (int v = 0; v < question.varied().size(); v++) {
      List<Integer> of = question.varied().get(v).values();
      if (question.plans().get(plan).values().get(v).equals(of.get(of.size() - 1))) {
        at.add(question.varied().get(v));
      }
    }
    return at;
  }

  /** One rep more of every role, by territory where its reps have territories. */
  List<StaffingChange> oneMore() {
    List<StaffingChange> changes = new ArrayList<>();
    for (Role role : scenario.roles()) {
      Node node = tree.get("roles").get(role.name());
      if (node.has("headcountPer")) {
        continue;
      }
      boolean byTerritory = role.reps().stream().anyMatch(rep -> rep.territory() >= 0);
      List<String> territories =
          byTerritory ? scenario.territories().stream().map(t -> t.name()).toList() : List.of("");
      for (String territory : territories) {
        changes.add(
            change(
                role.name() + (territory.isEmpty() ? "" : " in " + territory),
                node.has("reps")
                    ? List.of(hires(role.name(), List.of(hire(scenario.start(), 1, territory))))
                    : StaffGrid.more(scenario, tree, role.name(), territory, 1)));
      }
    }
    return changes;
  }

  private StaffingChange change(String name, List<String> added) {
    List<String> after = new ArrayList<>(sets);
    after.addAll(added);
    return new StaffingChange(name, Optional.empty(), after);
  }

  /**
   * What is hired in the plan, a month later; first-day reps as hires, so that both have to learn.
   */
  List<StaffingChange> later() {
    List<StaffingChange> changes = new ArrayList<>();
    Map<String, List<Integer>> hired = new LinkedHashMap<>();
    for (int v = 0; v < values.size(); v++) {
      Vary vary = question.varied().get(v);
      if (vary.kind() == Kind.HIRES && values.get(v) > 0) {
        hired.computeIfAbsent(vary.role(), r -> new ArrayList<>()).add(v);
      } else if (vary.kind() != Kind.HIRES) {
        instead(v).ifPresent(changes::add);
      }
    }
    hired.forEach((role, of) -> postponed(role, of).ifPresent(changes::add));
    return changes;
  }

  private Optional<StaffingChange> postponed(String role, List<Integer> of) {
    List<String> items = new ArrayList<>();
    for (int v : of) {
      Vary vary = question.varied().get(v);
      LocalDate on = vary.on().orElseThrow().plusMonths(1);
      if (!on.isBefore(scenario.end())) {
        return Optional.empty();
      }
      items.add(hire(on, values.get(v), vary.territory()));
    }
    List<String> after = new ArrayList<>(sets);
    after.add(StaffGrid.hires(question.recipe().read().tree(), role, items));
    return Optional.of(new StaffingChange("hires of " + role, Optional.empty(), after));
  }

  private Optional<StaffingChange> instead(int v) {
    Vary vary = question.varied().get(v);
    int now = StaffGrid.onFirstDay(question.scenario(), vary.role(), vary.territory());
    int more = values.get(v) - now;
    LocalDate later = scenario.start().plusMonths(1);
    if (more <= 0 || !later.isBefore(scenario.end())) {
      return Optional.empty();
    }
    List<String> back = StaffGrid.more(scenario, tree, vary.role(), vary.territory(), -more);
    List<String> before = new ArrayList<>(sets);
    before.addAll(back);
    List<String> after = new ArrayList<>(before);
    before.add(hires(vary.role(), List.of(hire(scenario.start(), more, vary.territory()))));
    after.add(hires(vary.role(), List.of(hire(later, more, vary.territory()))));
    return Optional.of(
        new StaffingChange(more + " more " + vary.name(), Optional.of(before), after));
  }

  private String hires(String role, List<String> added) {
    return StaffGrid.hires(tree, role, added);
  }

  private static String hire(LocalDate on, int count, String territory) {
    return StaffGrid.hire(on, count, territory);
  }
}
