package io.salestwin.model;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Looks for a scenario that nobody has played yet and that breaks a promise: other seeds at every
 * run, which a build must not depend on. A failure prints the seed of its scenario.
 */
@Tag("validation")
class ExplorationTest {

  private static final int SCENARIOS = 2_000;

  @Property(tries = SCENARIOS, shrinking = ShrinkingMode.OFF)
  void leadsTimeAndCustomersAreConserved(@ForAll long seed) {
    new ConservationPropertiesTest().everyValidScenarioRunsToItsEndAndConservesLeadsAndTime(seed);
  }

  @Property(tries = SCENARIOS, shrinking = ShrinkingMode.OFF)
  void theEngineIsWhatPlainBooksSay(@ForAll long seed) {
    new ConservationPropertiesTest().afterEveryStepTheEngineIsWhatPlainBooksSay(seed);
  }

  @Property(tries = SCENARIOS, shrinking = ShrinkingMode.OFF)
  void whatIsNeutralChangesNothing(@ForAll long seed) {
    new PeopleNeutralTest().whatIsNeutralLeavesEveryFactAndStepAsItIs(seed);
    new CustomerNeutralTest().customersLeaveEverythingBeforeTheWinAsItIs(seed);
    new ReckoningNeutralTest().aQuotaThatIsWholeFromTheFirstMonthIsAPlainQuota(seed);
    new ReckoningNeutralTest().aWeightingThatTakesNothingOffIsThePlainForecast(seed);
  }
}
