package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Goal;
import io.salestwin.scenario.Scenario;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that weighs alternatives by one figure. */
final class GoalOption {

  @Option(
      names = "--goal",
      paramLabel = "FIGURE",
      description = {
        "What decides: p_hit(2027-Q4), p_hit() for the whole horizon, or mean(KPI) (default: the"
            + " target of the whole horizon, else of the last period, else mean bookings).",
      })
  private String goal;

  /** What decides, for a scenario. */
  Goal of(Inputs base) {
    if (goal == null) {
      return Goal.usual(base.scenario(), base.columns());
    }
    Parsed<Goal> parsed = Goal.parse(goal);
    if (parsed.isBad()) {
      throw new BadInput("--goal " + goal + ": " + parsed.reason() + "; " + parsed.advice());
    }
    return parsed.value();
  }

  /** Tells where a scenario has no such figure. */
  static void require(Goal goal, String name, Scenario scenario) {
    Optional<String> problem = goal.problem(scenario, KpiLayout.of(scenario));
    if (problem.isPresent()) {
      throw new BadInput(name + ": " + problem.get());
    }
  }
}
