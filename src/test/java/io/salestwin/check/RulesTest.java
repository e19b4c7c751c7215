package io.salestwin.check;

import static io.salestwin.check.Scenarios.daily;
import static io.salestwin.check.Scenarios.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void aSoundScenarioHasNoWarnings() {
    assertThat(Check.warnings(daily())).isEmpty();
  }

  @Test
  void demandOverCapacityGivesTheHoursAndTheBacklog() {
    // 30.4375 x 2 hours = 60.875; 1 rep with 24 x 30.4375 x 7/168 = 30.4375
    Warning w =
        warnings(daily("roles.AE.headcount=1", "roles.AE.hoursPerWeek=7"), "demand-over-capacity")
            .get(0);
    assertThat(w.path()).isEqualTo("roles.AE.headcount");
    assertThat(w.message())
        .isEqualTo(
            "Talk 30.4 a month x 2 hours = 60.9 hours a month for 1 AE with 30.4 selling hours,"
                + " 200 %: the backlog grows for as long as this lasts, by 30.4 hours of work a"
                + " month");
    assertThat(w.advice()).startsWith("have 3 of them for at most 85 % on the mean");
  }

  @Test
  void demandJustUnderCapacityQueues() {
    Warning w =
        warnings(daily("roles.AE.headcount=1", "roles.AE.hoursPerWeek=15"), "demand-over-capacity")
            .get(0);
    assertThat(w.message()).endsWith("65.2 selling hours, 93 %: leads will queue for them");
    assertThat(
            warnings(
                daily("roles.AE.headcount=1", "roles.AE.hoursPerWeek=17"), "demand-over-capacity"))
        .isEmpty();
  }

  @Test
  void aPeriodWithMoreDemandIsNamed() {
    Scenario burst =
        daily(
            "roles.AE.headcount=1",
            "roles.AE.hoursPerWeek=28",
            "sources.inbound.arrivals.on={2027-05-01: 150}");
    // 2 hours x (91 + 150) = 482 of 91 x 4 = 364
    assertThat(warnings(burst, "demand-over-capacity").get(0).message())
        .endsWith(", and 132 % in 2027-Q2: the backlog grows in that time");
  }

  @Test
  void openLeadsLimitIsLittlesLaw() {
    // 30.4375 / 30.4375 x (10 + 1/12) + 0.5 x 20 = 20.08; / 10 = 2.01
    Warning w = warnings(daily("roles.AE.openLeads=2"), "open-leads-limit").get(0);
    assertThat(w.message())
        .isEqualTo(
            "Talk 30.4 a month x 10.1 days / 30.44 + Deal 15.2 a month x 20 days / 30.44 = 20.1"
                + " open leads in the long run (Little's law) / 10 AE = 2.01 each, where the limit"
                + " is 2: the reps are full and leads without an owner pile up");
    assertThat(warnings(daily("roles.AE.openLeads=3"), "open-leads-limit")).isEmpty();
  }

  @Test
  void aTargetFarAboveTheMeanIsOutOfReach() {
    Warning w = warnings(daily("targets={2027-Q1: 27000}"), "target-against-expectation").get(0);
    assertThat(w.path()).isEqualTo("targets.2027-Q1");
    assertThat(w.message())
        .isEqualTo(
            "18 deals won x 1,000 USD = 18 k USD on the mean even if no lead waits for a rep, but"
                + " the target is 27 k USD, 1.5 times that");
    assertThat(warnings(daily("targets={2027-Q1: 22k}"), "target-against-expectation")).isEmpty();
  }

  @Test
  void whatIsBookedCountsTowardsTheTarget() {
    Scenario booked = daily("targets={2027-Q1: 27000}", "booked={2027-Q1: 5000}");
    assertThat(warnings(booked, "target-against-expectation")).isEmpty();
  }

  @Test
  void coverageComesWithTheOdds() {
    // 10.08 + 10 open and 90 created for 30 deals at 20 %; R: 1 - pbinom(29, 110, 0.2) = 0.044
    Warning w = warnings(daily("targets={2027-Q1: 30k}"), "coverage-against-win-rate").get(0);
    assertThat(w.message())
        .startsWith("20 opportunities open at its start + 90 created = 110 for the 30 deals")
        .contains("a coverage of 3.67; at a win rate of 20 % that reaches it in 4 of 100 cases");
    assertThat(w.advice()).startsWith("even odds take a coverage of 4.9");
    assertThat(warnings(daily("targets={2027-Q1: 20k}"), "coverage-against-win-rate")).isEmpty();
  }

  @Test
  void quotasAreHeldAgainstPipelineTimesWinRate() {
    // 10 x 3,000 x 4 = 120 k (365 days are 3.997 mean quarters); 73 deals of 1,000
    Warning w = warnings(daily("roles.AE.quota=3k/quarter"), "quota-against-pipeline").get(0);
    assertThat(w.message())
        .isEqualTo(
            "10 AE x 3,000 USD x 4 quarters = 120 k USD, but pipeline x win rate gives 73 deals or"
                + " 73 k USD on the mean, 61 % of the quotas");
    assertThat(warnings(daily("roles.AE.quota=2k/quarter"), "quota-against-pipeline")).isEmpty();
  }

  @Test
  void overAssignmentIsGivenWhereAllPeriodsHaveTargets() {
    Scenario all =
        daily(
            "roles.AE.quota=3k/quarter",
            "targets={2027-Q1: 15k, 2027-Q2: 15k, 2027-Q3: 15k, 2027-Q4: 15k}");
    assertThat(warnings(all, "quota-against-pipeline").get(0).message())
        .endsWith(
            "(the targets sum to 60 k USD, so 2 times as much quota is handed out as is needed)");
  }

  @Test
  void aWarmUpNeedsTwoCycles() {
    Warning w = warnings(daily("begin.warmUp=57 days"), "warm-up-too-short").get(0);
    assertThat(w.message())
        .isEqualTo(
            "the warm-up of 57 days is short: a won deal takes 30.1 days on the mean, and the"
                + " pipeline is full after about 2 x 30.1 = 60.2 days; the first periods book too"
                + " little");
    assertThat(w.advice()).startsWith("give a warm-up of at least 61 days");
    // 95 % of 60.2 days are 57.2
    assertThat(warnings(daily("begin.warmUp=58 days"), "warm-up-too-short")).isEmpty();
  }

  @Test
  void aTimeOutThatCutsTheDelayIsShownWithTheRateAfterIt() {
    Scenario cut =
        daily("stages.Deal.delay={exponential: {mean: 20 days}}", "stages.Deal.timeOut=20 days");
    Warning w = warnings(cut, "time-out-cuts-delay").get(0);
    assertThat(w.path()).isEqualTo("stages.Deal.timeOut");
    assertThat(w.message())
        .isEqualTo(
            "advance is before time-outs: work and delay of 37 % of the advancing leads last"
                + " longer than 20 days, so 40 % x 63 % = 25 % advance after them");
    Scenario fine =
        daily("stages.Deal.delay={exponential: {mean: 20 days}}", "stages.Deal.timeOut=60 days");
    assertThat(warnings(fine, "time-out-cuts-delay")).isEmpty();
  }

  @Test
  void growthThatCompoundsIsGivenPerYear() {
    Warning w =
        warnings(daily("sources.inbound.arrivals.growthPerMonth=10%"), "compounding-growth").get(0);
    assertThat(w.message())
        .startsWith(
            "growth compounds: 10 % a month is 1.1^12 = 3.14 times as many leads in a year");
    assertThat(warnings(daily("sources.inbound.arrivals.growthPerMonth=5%"), "compounding-growth"))
        .isEmpty();
  }

  @Test
  void unusedPartsAreNamed() {
    Scenario extra =
        Scenarios.read(
            Scenarios.DAILY
                .replace("headcount: 10}}", "headcount: 10}, SE: {headcount: 1}}")
                .replace("30.4375}}}", "30.4375}}, paper: {arrivals: {perMonth: 0}}}")
                .replace(
                    "sources:",
                    "segments: {a: {mix: 100%, product: core}, b: {mix: 0%, product: core}}\n"
                        + "sources:"));
    assertThat(warnings(extra, "unused"))
        .extracting(Warning::path)
        .containsExactly("roles.SE", "segments.b", "sources.paper");
  }

  @Test
  void aThresholdOnTheHorizonNeedsTargetsForAllPeriods() {
    Scenario rule = daily("targets={2027-Q1: 10k}", "thresholds=[\"p_hit() >= 0.5\"]");
    assertThat(warnings(rule, "threshold-without-target").get(0).message())
        .isEqualTo(
            "\"p_hit() >= 0.5\" is about the whole horizon, but there is no target for 2027-Q2,"
                + " 2027-Q3, 2027-Q4");
    Scenario named = daily("targets={2027-Q1: 10k}", "thresholds=[\"p_hit(2027-Q1) >= 0.5\"]");
    assertThat(warnings(named, "threshold-without-target")).isEmpty();
  }

  @Test
  void leadsThatGoRoundForEverAreFound() {
    Scenario loop =
        daily("stages.Talk.advance=100%", "stages.Deal.regress={to: Talk, probability: 100%}");
    assertThat(warnings(loop, "endless-loop")).hasSize(1);
    assertThat(warnings(daily(), "endless-loop")).isEmpty();
  }

  @Test
  void gapsOfTheGivenPipelineAreCounted() {
    String csv =
        """
        id,stage,age,owner
        a,Talk,5,AE 1
        b,Deal,30,AE 1
        c,Talk,,
        """;
    String text = Scenarios.DAILY.replace("{warmUp: 400 days}", "{pipeline: open.csv}");
    Scenario given = Scenarios.read(Map.of("s.yaml", text, "open.csv", csv));
    assertThat(warnings(given, "pipeline-gaps"))
        .extracting(w -> w.message().substring(0, w.message().indexOf(" deals") + 13))
        .containsExactly(
            "1 of 3 open deals have n", "1 of 3 open deals have n", "1 of 3 open deals have s");
  }

  @Test
  void namesWithDotsAreQuotedInPaths() {
    assertThat(Warning.path("stages", "a.\"b", ".advance")).isEqualTo("stages.\"a.\\\"b\".advance");
  }

  @Test
  void payPlansThatWorkAgainstThemselves() {
    Scenario scenario =
        daily(
            "payPlans={ae: {cliff: 50%, cap: 200%, components: {a: {weight: 40%}, b: {weight:"
                + " 30%}, c: {weight: 20%}, d: {weight: 10%}}}, plain: {rate: 10%}}",
            "roles.AE.payPlan={2027-01-01: plain, 2027-05-01: ae}",
            "roles.AE.variable=60k",
            "roles.AE.quota=9k/quarter",
            "targets={2027-Q2: 100k}");
    assertThat(warnings(scenario, "pay-plan-parts").get(0).message())
        .startsWith("4 components (a, b, c, d)");
    assertThat(warnings(scenario, "pay-plan-cliff").get(0).message())
        .startsWith("nothing is paid under 50 % of the quota");
    assertThat(warnings(scenario, "pay-plan-cap").get(0).path()).isEqualTo("payPlans.ae.cap");
    assertThat(warnings(scenario, "pay-plan-change").get(0).message())
        .startsWith("the pay plan changes on 2027-05-01, in the middle of the fiscal year");
    assertThat(warnings(scenario, "quotas-under-target").get(0).message())
        .isEqualTo(
            "10 AE x 9,000 USD = 90 k USD, less than the target of 100 k USD: it is missed even if"
                + " every rep reaches the quota");
    Scenario sound =
        daily("payPlans={ae: {rate: 10%}}", "roles.AE.payPlan=ae", "roles.AE.quota=9k/quarter");
    assertThat(Check.warnings(sound)).noneMatch(w -> w.rule().startsWith("pay-plan"));
  }
}
