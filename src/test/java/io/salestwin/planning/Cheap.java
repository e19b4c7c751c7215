package io.salestwin.planning;

import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import java.util.Map;
import java.util.stream.Stream;

/** Scenarios that play in a moment, and their stress tests. */
final class Cheap {

  /**
   * Leads come by a Poisson process and are won at once, each with chance 50 %: the deals of the
   * quarter are Poisson with mean 40 x 90 / 30.4375 x 0.5 = 59.14.
   */
  static final String POISSON =
      """
      name: Poisson
      currency: USD
      start: 2027-01-01
      horizon: 1 quarter
      begin: {empty: true}
      calendar: always
      targets: {basis: count, 2027-Q1: 55}
      products: {core: {value: 1000}}
      sources: {inbound: {arrivals: {perMonth: 40}}}
      roles: {AE: {headcount: 1, salary: 60k}}
      stages: [{name: Deal, owner: AE, advance: 50%}]
      """;

  /** A small organisation with two sources, reps with work, and inputs that are not known. */
  static final String SMALL =
      """
      name: Small
      currency: USD
      start: 2027-01-01
      horizon: 2 quarters
      opportunityFrom: Talk
      begin: {warmUp: 120 days}
      targets: {2027-Q1: 250k, 2027-Q2: 250k}
      products: {core: {value: {lognormal: {mean: 10000, cv: 0.8}}}}
      sources:
        inbound: {arrivals: {perMonth: 60}}
        events: {arrivals: {on: {2027-02-10: 20}}}
      roles: {AE: {headcount: 3, hoursPerWeek: 30, salary: 60k}}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 2 hours}]
          delay: {lognormal: {median: 10 days, p90: 25 days}}
          advance: 40%
        - name: Deal
          owner: AE
          work: [{activity: offer, effort: 3 hours}]
          delay: 15 days
          advance: 40%
      uncertainty:
        stages.Talk.advance: {beta: {mean: 40%, sd: 4%}}
        sources.inbound.arrivals.perMonth: {normal: {mean: 60, sd: 5}}
      """;

  private Cheap() {}

  static Recipe reading(String text, String... sets) {
    return new Recipe(
        "s.yaml",
        Map.of("s.yaml", text),
        Stream.of(sets).map(set -> LeverOverride.parse(set).value()).toList());
  }

  static RunResult rows(Recipe recipe, long seed, int n) {
    return Runner.local(2).run(new RunPlan(recipe.scenario(), seed, n), Progress.SILENT);
  }

  static StressTest test(StressPlan plan, String text, String... sets) {
    return StressTest.of(plan, reading(text, sets), Runner.local(2), Progress.SILENT);
  }
}
