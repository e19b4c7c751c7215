package io.salestwin.check;

import io.salestwin.scenario.Plan;
import io.salestwin.scenario.Plan.OfRole;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;

/**
 * The flow as a plan wants it: the leads of the first month, before growth, sent through the
 * chances that the plan gives, or those that the scenario states where it gives none.
 *
 * @param scenario the scenario
 * @param plan its plan
 * @param expected its expectation
 */
record Wishes(Scenario scenario, Plan plan, Expectation expected) {

  /** Leads that come in the first month. */
  double leads() {
    return expected.sources().stream().mapToDouble(Expectation.SourceFigure::perMonthAtStart).sum();
  }

  /** The chance to advance from a stage. */
  double advance(int stage) {
    Double wanted = plan.advance().get(stage);
    return wanted == null ? expected.stages().get(stage).stated() : wanted;
  }

  /** The chance to get from one stage to a later one; the number of stages is the win. */
  double chance(int from, int to) {
    double chance = 1;
    for (int s = from; s < to; s++) {
      chance *= advance(s);
    }
    return chance;
  }

  /** Leads that enter a stage in a month; the number of stages is the win. */
  double entering(int stage) {
    return leads() * chance(0, stage);
  }

  /** The index that stands for the win. */
  int win() {
    return scenario.stages().size();
  }

  /** Deals won in a quarter. */
  double deals() {
    return 3 * entering(win());
  }

  /** The value of the mean deal. */
  double dealSize() {
    return plan.dealSizeCents().map(cents -> cents / 100.0).orElse(expected.dealValue());
  }

  /** The share of the pipeline that is won. */
  double winRate() {
    return plan.winRate().orElse(expected.winRate());
  }

  Role role(OfRole of) {
    return scenario.roles().get(of.role());
  }

  Stage stage(int index) {
    return scenario.stages().get(index);
  }

  /** The first stage after the last one that a role owns, or the win; 0 if it owns none. */
  int after(int role) {
    int after = 0;
    for (int s = 0; s < win(); s++) {
      after = stage(s).owner() == role ? s + 1 : after;
    }
    return after;
  }

  String money(double amount) {
    return Say.money(scenario, amount);
  }

  /** The path of a role's wish. */
  String path(OfRole of, String key) {
    return Warning.path("plan.roles", role(of).name(), key);
  }
}
