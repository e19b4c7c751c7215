package io.salestwin.check;

import static io.salestwin.check.Scenarios.daily;
import static io.salestwin.check.Scenarios.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contradictions of the template seo-agency, whose arithmetic was done by hand before. */
class PlanRulesTest {

  private static Scenario agency(String... sets) {
    return Scenarios.read(Template.text("seo-agency"), sets);
  }

  @Test
  void theAgencyContradictsItselfInAllTheseWays() {
    assertThat(Check.warnings(agency()))
        .extracting(Warning::rule)
        .containsExactly(
            "demand-over-capacity",
            "demand-over-capacity",
            "plan-head-counts",
            "plan-visits-against-deals",
            "plan-implied-win-rate",
            "plan-implied-conversion",
            "plan-deals-against-quota",
            "plan-pipeline-against-quota",
            "plan-revenue-against-quota",
            "plan-role-ratio",
            "plan-one-against-all",
            "plan-acquisition-against-payback",
            "plan-cycle-gain",
            "compounding-growth",
            "compounding-growth",
            "compounding-growth",
            "compounding-growth");
  }

  /** 150 x 25 % = 37.5; x 60 % = 22.5; x 30 % = 6.75 a month; and so on, all reckoned by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan-head-counts | 37.5 x Discovery / 40 = 0.94; 22.5 x Proposal / 15 = 1.5",
        "plan-head-counts | 20.3 deals a quarter / 8 = 2.53",
        "plan-head-counts | 56.7 M RUB a quarter / a quota of 15 M RUB = 3.78",
        "plan-visits-against-deals | 40 x Discovery a month x 3 x 18 % = 21.6",
        "plan-visits-against-deals | 15 x Proposal a month x 3 x 30 % = 13.5 deals a quarter",
        "plan-implied-win-rate | 8 deals / 45 x Proposal a quarter = 18 % are won, where 30 %",
        "plan-implied-conversion | 15 x Proposal / 40 x Discovery = 38 %, where 60 %",
        "plan-deals-against-quota | 8 deals x 2.8 M RUB = 22.4 M RUB, 149 % of the quota",
        "plan-pipeline-against-quota | 45 M RUB x 30 % won = 13.5 M RUB, less than the quota",
        "plan-pipeline-against-quota | a planned miss of 10 %",
        "plan-revenue-against-quota | 4 x 15 M RUB of quota = 20 % attainment",
        "plan-role-ratio | 45 M RUB of pipeline for each AE / 6.5 M RUB from each SDR = 6.92 SDR",
        "plan-one-against-all | 2 SDR x 65 = 130 leads to be handed on",
        "plan-one-against-all | one SDR is to do more than the whole firm has",
        "plan-acquisition-against-payback | paid back after 5 months at the latest",
        "plan-cycle-gain | 22 % less time, and 45 / 35 - 1 = 29 % more deals",
        "compounding-growth | 3.14 times as many leads in a year",
      })
  void theArithmeticIsThatOfTheTable(String rule, String part) {
    assertThat(warnings(agency(), rule).get(0).message()).contains(part);
  }

  @Test
  void aWishThatFitsIsNotTold() {
    Scenario sound =
        agency(
            "plan.roles.AE={visits: {Discovery: 9.4, Proposal: 5.6}, deals: 5.1, pipeline:"
                + " 52M/quarter, revenue: 60M/year}",
            "plan.roles.SDR={handsOn: 18, pipeline: 104M/quarter}",
            "plan.cycle.gain=28.6%",
            "plan.acquisition.payback=5 months");
    assertThat(Check.warnings(sound))
        .extracting(Warning::rule)
        .noneMatch(rule -> rule.startsWith("plan-"));
  }

  @Test
  void aChanceThatTheScenarioDoesNotPlayIsTold() {
    Warning w = warnings(daily("plan={advance: {Deal: 60%}}"), "plan-advance-against-stage").get(0);
    assertThat(w.path()).isEqualTo("plan.advance.Deal");
    assertThat(w.message()).isEqualTo("60 % are to advance from Deal, but the scenario plays 40 %");
    assertThat(warnings(daily("plan={advance: {Deal: 40%}}"), "plan-advance-against-stage"))
        .isEmpty();
  }

  @Test
  void aPlanChangesNothingOfWhatIsExpected() {
    assertThat(Expectation.of(daily("plan={dealSize: 5000, roles: {AE: {deals: 8}}}")))
        .isEqualTo(Expectation.of(daily()));
  }

  @Test
  void unknownRolesAndStagesAreTold() {
    String set = "plan={advance: {Del: 40%}, roles: {AF: {visits: {Tlak: 3}}}}";
    ScenarioFile file =
        ScenarioFile.read(
            "s.yaml",
            Attachments.ofTexts(Map.of("s.yaml", Scenarios.DAILY)),
            List.of(LeverOverride.parse(set).value()));
    assertThat(file.problems().toString()).contains("Del", "AF", "Tlak");
  }
}
