package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.scenario.Plan;
import io.salestwin.scenario.Plan.OfRole;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Do the things that are wanted of the whole organisation fit together, and the roles? */
final class GoalRules {

  private GoalRules() {}

  private static Optional<Wishes> wishes(Scenario scenario, Expectation expected) {
    return scenario.plan().map(plan -> new Wishes(scenario, plan, expected));
  }

  /** Chances that are wanted, against those that are stated for the play. */
  static List<Warning> advanceAgainstStages(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    Map<Integer, Double> wanted = scenario.plan().map(Plan::advance).orElse(Map.of());
    wanted.forEach(
        (stage, chance) -> {
          double stated = expected.stages().get(stage).stated();
          if (stated < 0.99 * chance) {
            String name = scenario.stages().get(stage).name();
            found.add(
                new Warning(
                    "plan-advance-against-stage",
                    Warning.path("plan.advance", name, ""),
                    Say.percent(chance)
                        + " are to advance from "
                        + name
                        + ", but the scenario plays "
                        + Say.percent(stated),
                    "lower it, or change the stage"));
          }
        });
    return found;
  }

  /** How many reps of an earlier role the pipeline of a later one takes. */
  static List<Warning> roleRatio(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    wishes(scenario, expected)
        .ifPresent(
            wishes -> {
              List<OfRole> roles = wishes.plan().roles();
              for (OfRole feeder : roles) {
                for (OfRole closer : roles) {
                  ratio(wishes, feeder, closer).ifPresent(found::add);
                }
              }
            });
    return found;
  }

  private static Optional<Warning> ratio(Wishes wishes, OfRole feeder, OfRole closer) {
    boolean both = feeder.pipelineCents().isPresent() && closer.pipelineCents().isPresent();
    if (!both || wishes.after(feeder.role()) >= wishes.after(closer.role())) {
      return Optional.empty();
    }
    double each = feeder.pipelineCents().get() / 100.0;
    double need = closer.pipelineCents().get() / 100.0;
    double from = wishes.role(feeder).headcount(wishes.scenario().start());
    double to = wishes.role(closer).headcount(wishes.scenario().start());
    if (from / to >= need / each / PlanRules.APART) {
      return Optional.empty();
    }
    String name = wishes.role(feeder).name();
    String other = wishes.role(closer).name();
    return Optional.of(
        new Warning(
            "plan-role-ratio",
            wishes.path(feeder, ".pipeline"),
            wishes.money(need)
                + " of pipeline for each "
                + other
                + " / "
                + wishes.money(each)
                + " from each "
                + name
                + " = "
                + Say.number(need / each)
                + " "
                + name
                + " for each "
                + other
                + ", where there are "
                + Say.number(from / to),
            "let others bring pipeline too, or change one of the two"));
  }

  /** What one rep is to hand on against what comes through the whole firm. */
  static List<Warning> oneAgainstAll(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    wishes(scenario, expected)
        .ifPresent(
            wishes -> {
              for (OfRole role : wishes.plan().roles()) {
                double flow = wishes.entering(wishes.after(role.role()));
                int reps = wishes.role(role).headcount(scenario.start());
                double each = role.handsOn().orElse(0.0);
                if (each * reps > PlanRules.APART * flow) {
                  found.add(oneAgainstAll(wishes, role, flow));
                }
              }
            });
    return found;
  }

  private static Warning oneAgainstAll(Wishes wishes, OfRole role, double flow) {
    int reps = wishes.role(role).headcount(wishes.scenario().start());
    double each = role.handsOn().orElse(0.0);
    String name = wishes.role(role).name();
    return new Warning(
        "plan-one-against-all",
        wishes.path(role, ".handsOn"),
        reps
            + " "
            + name
            + " x "
            + Say.number(each)
            + " = "
            + Say.number(each * reps)
            + " leads to be handed on in a month, but "
            + Say.number(wishes.leads())
            + " leads a month leave "
            + Say.number(flow)
            + " to hand on"
            + (each > flow ? ": one " + name + " is to do more than the whole firm has" : ""),
        "these leads are " + Say.number(flow / reps) + " for each");
  }

  /** A cost of customers for which the wanted payback is no limit, or no possibility. */
  static List<Warning> acquisition(Scenario scenario, Expectation expected) {
    Optional<Plan.Acquisition> given = scenario.plan().flatMap(Plan::acquisition);
    double margin = scenario.products().stream().mapToDouble(p -> p.margin()).min().orElse(1);
    if (given.isEmpty() || margin == 0) {
      return List.of();
    }
    double months = 12 * given.get().cost() / margin;
    double wanted = given.get().paybackMonths();
    if (!PlanRules.apart(months, wanted)) {
      return List.of();
    }
    return List.of(
        new Warning(
            "plan-acquisition-against-payback",
            "plan.acquisition.payback",
            Say.percent(given.get().cost())
                + " of the first year's value x 12 / a margin of at least "
                + Say.percent(margin)
                + " = paid back after "
                + Say.number(months)
                + " months at the latest, where "
                + Say.number(wanted)
                + " are wanted"
                + (months < wanted ? ": that never binds" : ": that cannot be met"),
            "give one of the two; the other follows"));
  }

  /** A shorter cycle whose gain is another quantity than the throughput that comes of it. */
  static List<Warning> cycleGain(Scenario scenario, Expectation expected) {
    Optional<Plan.Cycle> given = scenario.plan().flatMap(Plan::cycle);
    if (given.isEmpty() || given.get().gain().isEmpty()) {
      return List.of();
    }
    double from = (double) given.get().fromMs() / Clock.DAY;
    double to = (double) given.get().toMs() / Clock.DAY;
    double gain = given.get().gain().get();
    double throughput = from / to - 1;
    if (Math.abs(gain - throughput) <= 0.01) {
      return List.of();
    }
    return List.of(
        new Warning(
            "plan-cycle-gain",
            "plan.cycle.gain",
            "a cycle of "
                + Say.number(to)
                + " instead of "
                + Say.number(from)
                + " days is "
                + Say.percent(1 - to / from)
                + " less time, and "
                + Say.number(from)
                + " / "
                + Say.number(to)
                + " - 1 = "
                + Say.percent(throughput)
                + " more deals through the same open places if these are the limit (Little's law),"
                + " none if leads or hours are; "
                + Say.percent(gain)
                + " is neither",
            "play it: compare a run with shorter delays"));
  }
}
