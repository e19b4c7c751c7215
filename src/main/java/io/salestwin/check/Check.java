package io.salestwin.check;

import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What will surprise in a scenario, found without running it. */
public final class Check {

  /** One rule: from what people wrote and what comes of it to what will surprise. */
  private interface Rule {
    List<Warning> of(Scenario scenario, Expectation expected);
  }

  private static final List<Rule> RULES =
      List.of(
          FlowRules::endlessLoop,
          CapacityRules::demandOverCapacity,
          CapacityRules::openLeadsLimit,
          CustomerRules::onboardingOverCapacity,
          CustomerRules::expansionWithoutCustomers,
          TargetRules::targetAgainstExpectation,
          TargetRules::coverageAgainstWinRate,
          TargetRules::quotaAgainstPipeline,
          TargetRules::thresholdWithoutTarget,
          PayRules::tooManyParts,
          PayRules::cliff,
          PayRules::cap,
          PayRules::changeInTheYear,
          PayRules::quotasAgainstTarget,
          PlanRules::headCounts,
          PlanRules::visitsAgainstDeals,
          PlanRules::impliedWinRate,
          PlanRules::impliedConversion,
          PlanRules::dealsAgainstQuota,
          PlanRules::pipelineAgainstQuota,
          PlanRules::revenueAgainstQuota,
          GoalRules::advanceAgainstStages,
          GoalRules::roleRatio,
          GoalRules::oneAgainstAll,
          GoalRules::acquisition,
          GoalRules::cycleGain,
          FlowRules::warmUpTooShort,
          FlowRules::timeOutCutsDelay,
          FlowRules::compoundingGrowth,
          FlowRules::pipelineGaps,
          FlowRules::unused);

  private Check() {}

  /**
   * Everything that will surprise.
   *
   * @param scenario the scenario
   * @return the warnings in the order of the rules; empty when there is nothing to say
   */
  public static List<Warning> warnings(Scenario scenario) {
    return warnings(scenario, Expectation.of(scenario));
  }

  /**
   * Everything that will surprise, when the expectation is at hand.
   *
   * @param scenario the scenario
   * @param expected its expectation
   * @return the warnings in the order of the rules; empty when there is nothing to say
   */
  public static List<Warning> warnings(Scenario scenario, Expectation expected) {
    List<Warning> warnings = new ArrayList<>();
    RULES.forEach(rule -> warnings.addAll(rule.of(scenario, expected)));
    return warnings;
  }

  /**
   * What is no surprise, but good to know: figures outside of published ranges, roles outside of 70
   * to 80 % of their hours, and what the scenario has that the expectation leaves out.
   *
   * @param scenario the scenario
   * @param expected its expectation
   * @return the notes; their path may be empty
   */
  public static List<Warning> notes(Scenario scenario, Expectation expected) {
    return Notes.of(scenario, expected);
  }
}
