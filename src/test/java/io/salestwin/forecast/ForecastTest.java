package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.run.ThresholdResult.Outcome;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer to runs so small that anyone can work it out by hand. */
class ForecastTest {

  private static final String TARGETS =
      "targets: {2027-Q1: 100, 2027-Q2: 200}\nbooked: {2027-Q1: 10}\n";

  private static HandMade fourRows(String lines) {
    return HandMade.of(4, lines)
        .with("target_bookings.2027-Q1", 90, 110, 120, 80)
        .with("target_bookings.2027-Q2", 210, 190, 230, 250)
        .with("target_bookings", 300, 300, 350, 330)
        .with("target_bookings.open on day one.2027-Q1", 50, 60, 70, 40)
        .with("target_bookings.to create.2027-Q1", 30, 40, 40, 30);
  }

  @Test
  void aRangeIsQuantilesBetweenTheOrderedReplications() {
    PeriodOutlook q1 = fourRows(TARGETS).forecast().periods().get(0);
    // ordered 80, 90, 110, 120; quantile p lies at place 3 p between them (type 7)
    List<Double> expected = List.of(81.5, 83.0, 87.5, 100.0, 112.5, 117.0, 118.5);
    assertThat(q1.range()).hasSameSizeAs(Forecast.LEVELS);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(q1.range().get(i)).isCloseTo(expected.get(i), within(1e-9));
    }
    assertThat(q1.histogram().counts()).satisfies(c -> assertThat(c).contains(1));
  }

  @Test
  void theMeanCarriesAnErrorWhoseUnitIsThePair() {
    PeriodOutlook q2 = fourRows(TARGETS).forecast().periods().get(1);
    assertThat(q2.mean()).isEqualTo(220);
    // pair means 200 and 240: standard error 20; Student's 97.5 % quantile on 1 degree of freedom
    // is tan(0.475 pi) = 12.7062
    Estimate.Value error = q2.error().value().orElseThrow();
    assertThat(error.interval().halfWidth()).isCloseTo(12.706204736 * 20, within(1e-6));
    assertThat(error.interval().level()).isEqualTo(Interval.ERROR);
  }

  @Test
  void theOddsAreTheShareThatReachesTheTargetWithWilsonsError() {
    PeriodOutlook q1 = fourRows(TARGETS).forecast().periods().get(0);
    Estimate.Value odds = q1.odds().orElseThrow().value().orElseThrow();
    assertThat(q1.target()).hasValue(100);
    assertThat(odds.estimate()).isEqualTo(0.5);
    // Wilson for 2 of 4 at 95 %: (0.1500, 0.8500)
    assertThat(odds.interval().low()).isCloseTo(0.150039, within(1e-6));
    assertThat(odds.interval().high()).isCloseTo(0.849961, within(1e-6));
  }

  @Test
  void whatEqualsTheTargetReachesIt() {
    Forecast forecast = fourRows(TARGETS).forecast();
    assertThat(forecast.total().target()).hasValue(300);
    assertThat(forecast.total().odds().orElseThrow().orNaN()).isEqualTo(1);
  }

  @Test
  void thereIsATotalTargetOnlyWhenEveryPeriodHasOne() {
    Forecast forecast = fourRows("targets: {2027-Q2: 200}\n").forecast();
    assertThat(forecast.periods().get(0).target()).isEmpty();
    assertThat(forecast.periods().get(0).odds()).isEmpty();
    assertThat(forecast.periods().get(1).odds().orElseThrow().orNaN()).isEqualTo(0.75);
    assertThat(forecast.total().target()).isEmpty();
    assertThat(forecast.total().odds()).isEmpty();
  }

  @Test
  void aPeriodTellsWhatWasBookedWhatComesFromOpenDealsAndWhatIsToCreate() {
    Forecast forecast = fourRows(TARGETS).forecast();
    PeriodOutlook q1 = forecast.periods().get(0);
    assertThat(q1.booked()).isEqualTo(10);
    assertThat(q1.fromOpen()).isEqualTo(55);
    assertThat(q1.toCreate()).isEqualTo(35);
    assertThat(q1.booked() + q1.fromOpen() + q1.toCreate()).isEqualTo(q1.mean());
    assertThat(forecast.total().booked()).isEqualTo(10);
    assertThat(forecast.periods().get(1).booked()).isZero();
  }

  @Test
  void targetsInDealsAreNoCents() {
    Forecast forecast =
        HandMade.of(4, "targets: {basis: count, 2027-Q1: 3}\nbooked: {2027-Q1: 1}\n")
            .with("target_bookings.2027-Q1", 3, 2, 2, 5)
            .forecast();
    PeriodOutlook q1 = forecast.periods().get(0);
    assertThat(q1.target()).hasValue(3);
    assertThat(q1.booked()).isEqualTo(1);
    assertThat(q1.odds().orElseThrow().orNaN()).isEqualTo(0.5);
  }

  @Test
  void bookingsAreCountedInTheBasisOfTheTargets() {
    // one price for all, 24 months: total value is twice the annual value
    for (String basis : List.of("acv", "tcv", "count")) {
      RunPlan plan =
          new RunPlan(HandMade.scenario("targets: {basis: " + basis + ", 2027-Q1: 3}\n"), 7, 2);
      RunResult result = Runner.local(1).run(plan, Progress.SILENT);
      double factor = basis.equals("acv") ? 100 : basis.equals("tcv") ? 200 : 1;
      double[] won = result.column("won");
      assertThat(won[0]).isPositive();
      assertThat(result.column("target_bookings")[0]).isEqualTo(won[0] * factor);
      assertThat(Forecast.of(result).total().mean()).isEqualTo((won[0] + won[1]) / 2 * factor);
    }
  }

  // ---- thresholds

  @Test
  void aThresholdIsMetFailedOrNotComputable() {
    Forecast forecast =
        fourRows(
                TARGETS
                    + """
                    thresholds:
                      - p_hit(2027-Q1) >= 50%
                      - p_hit(2027-Q1) >= 51%
                      - p_hit() >= 0.9
                      - mean(utilisation.AE) <= 86%
                      - mean(cycle) <= 60
                      - p90(utilisation.AE) <= 85%
                    """)
            .with("utilisation.AE", 0.8, 0.9, 0.8, 0.9)
            .with("cycle", Double.NaN, Double.NaN, Double.NaN, Double.NaN)
            .forecast();
    assertThat(forecast.thresholds())
        .extracting(ThresholdResult::outcome)
        .containsExactly(
            Outcome.MET,
            Outcome.FAILED,
            Outcome.MET,
            Outcome.MET,
            Outcome.NOT_COMPUTABLE,
            Outcome.NOT_COMPUTABLE);
    assertThat(forecast.thresholds().get(3).actual().orNaN()).isCloseTo(0.85, within(1e-12));
    assertThat(forecast.thresholds().get(5).actual())
        .hasToString(
            "not computable, because the error of this quantile needs at least 36 independent"
                + " values and there are 4");
    assertThat(forecast.thresholdsMet()).isFalse();
  }

  @Test
  void withoutThresholdsNoneFails() {
    assertThat(fourRows(TARGETS).forecast().thresholdsMet()).isTrue();
  }

  @Test
  void aRuleThatNobodyCanJudgeIsToldBeforeTheRun() {
    assertThat(
            Forecast.ruleProblems(
                HandMade.scenario(
                    """
                    targets: {2027-Q2: 200}
                    thresholds:
                      - p_hit() >= 50%
                      - p_hit(2027-Q2) >= 50%
                      - mean(utilization.AE) <= 85%
                      - mean(utilisation.AE) <= 85%
                    """)))
        .containsExactly(
            "\"p_hit() >= 50%\": the whole horizon has a target only if each of its periods has"
                + " one; targets: 2027-Q2",
            "\"mean(utilization.AE) <= 85%\": \"utilization.AE\" is no KPI of this scenario; the"
                + " command kpis lists them, write kpi, kpi.member or kpi.period");
  }

  // ---- uncertainty

  @Test
  void withoutStatedUncertaintyItsShareIsNotComputable() {
    assertThat(fourRows(TARGETS).forecast().inputShare())
        .hasToString("not computable, because the scenario states no uncertainty about its inputs");
  }

  @Test
  void partnersThatAgreeMakeAllOfTheSpreadInputUncertainty() {
    String uncertain =
        "uncertainty: {sources.inbound.arrivals.perMonth: {normal: {mean: 40, sd: 4}}}\n";
    Forecast agree =
        HandMade.of(6, uncertain).with("target_bookings", 100, 100, 140, 140, 120, 120).forecast();
    assertThat(agree.inputShare().orNaN()).isEqualTo(1);
    Forecast differ =
        HandMade.of(6, uncertain).with("target_bookings", 100, 140, 140, 100, 110, 130).forecast();
    assertThat(differ.inputShare().orNaN()).isZero();
    Forecast onePair = HandMade.of(2, uncertain).with("target_bookings", 100, 140).forecast();
    assertThat(onePair.inputShare().value()).isEmpty();
  }

  // ---- weeks, day one, funnel, bottleneck

  @Test
  void weeksAddUpFromTheFirst() {
    Forecast forecast =
        HandMade.of(2, "")
            .with("target_bookings_by_week.1", 10, 20)
            .with("target_bookings_by_week.3", 5, 7)
            .with("leads_by_week.2", 8, 10)
            .forecast();
    assertThat(forecast.weeks()).hasSize(26);
    assertThat(forecast.weeks().get(0).bookings().get(3)).isEqualTo(15);
    assertThat(forecast.weeks().get(1).bookings().get(3)).isEqualTo(15);
    assertThat(forecast.weeks().get(2).bookings().get(3)).isEqualTo(21);
    assertThat(forecast.weeks().get(25).bookings().get(3)).isEqualTo(21);
    assertThat(forecast.weeks().get(1).arrivals()).isEqualTo(9);
    assertThat(forecast.weeks().get(2).from()).isEqualTo("2027-01-15");
  }

  @Test
  void dayOneTellsTheGivenPipelineAndWhatIsWonOfIt() {
    Forecast.Opening opening =
        HandMade.of(3, "begin: {pipeline: open.csv}\n")
            .with("stale_deals", 1, 1, 1)
            .with("stale_value", 200, 200, 200)
            .with("won_by_origin.open on day one", 0, 1, 1)
            .with("target_bookings.open on day one", 0, 700, 700)
            .forecast()
            .opening();
    assertThat(opening.warmUpDays()).isZero();
    assertThat(opening.deals()).isEqualTo(2);
    assertThat(opening.value()).isEqualTo(900);
    assertThat(opening.notStated()).isZero();
    assertThat(opening.stale()).isEqualTo(1);
    assertThat(opening.staleValue()).isEqualTo(200);
    // 10 % quantile of 0, 1, 1: 0.2 of the way from 0 to 1
    assertThat(opening.won().low()).isCloseTo(0.2, within(1e-12));
    assertThat(opening.won().high()).isEqualTo(1);
    assertThat(opening.wonValue().low()).isCloseTo(140, within(1e-9));
    assertThat(HandMade.of(2, "begin: {warmUp: 90 days}\n").forecast().opening().warmUpDays())
        .isEqualTo(90);
  }

  @Test
  void dayOneTellsTheStatedValueAndHowManyDealsStateNone() {
    Forecast.Opening some =
        HandMade.ofDeals(2, "D1,Proposal,1 day,,700\nD2,Proposal,9 days,,\nD3,Proposal,,,\n")
            .forecast()
            .opening();
    assertThat(some.deals()).isEqualTo(3);
    assertThat(some.value()).isEqualTo(700);
    assertThat(some.notStated()).isEqualTo(2);
    Forecast.Opening none = HandMade.ofDeals(2, "D1,Proposal,1 day,,\n").forecast().opening();
    assertThat(none.value()).isNaN();
    assertThat(none.notStated()).isEqualTo(1);
  }

  @Test
  void aStageTellsWhatItLosesAndWhatMovesItsOdds() {
    Forecast.StageFigure stage =
        HandMade.of(2, "")
            .with("stage_ended.Discovery", 10, 20)
            .with("stage_lost_share.Discovery", 0.5, 0.4)
            .with("stage_time_out_share.Discovery", 0.1, 0.1)
            .with("stage_cold_share.Discovery", 0.2, 0)
            .with("effect_quality.Discovery", 0.1, 0.3)
            .with("effect_season.Discovery", -0.5, -0.3)
            .forecast()
            .stages()
            .get(0);
    // 10 x 0.8 = 8 and 20 x 0.5 = 10
    assertThat(stage.lost()).isCloseTo(9, within(1e-12));
    assertThat(stage.effects())
        .containsExactly(new EffectPart("season", -0.4), new EffectPart("lead quality", 0.2));
  }

  @Test
  void theBusiestRoleIsTheBottleneckFromEightyPerCentOn() {
    Forecast forecast =
        HandMade.of(4, "")
            .with("utilisation.AE", 0.8, 0.9, 0.8, 0.9)
            .with("utilisation.SE", 0.2, 0.2, 0.2, 0.2)
            .with("waiting_leads.AE", 3, 5, 5, 3)
            .forecast();
    assertThat(forecast.bottleneck().orElseThrow().name()).isEqualTo("AE");
    assertThat(forecast.bottleneck().orElseThrow().reason())
        .isEqualTo(
            "AE is the bottleneck: its 3 reps are busy 85 % of the selling time, and 4.0 leads wait"
                + " on average.");
  }

  @Test
  void elseTheStageWhereLeadsWaitLongestForARepIs() {
    Forecast forecast =
        HandMade.of(4, "")
            .with("utilisation.AE", 0.5, 0.5, 0.5, 0.5)
            .with("queue_days.Proposal", 2, 4, 2, 4)
            .with("work_days.Proposal", 1, 1, 1, 1)
            .with("buyer_days.Proposal", 8, 8, 8, 8)
            .forecast();
    assertThat(forecast.bottleneck().orElseThrow().name()).isEqualTo("Proposal");
    assertThat(forecast.bottleneck().orElseThrow().reason())
        .startsWith("In Proposal a lead waits 3.0 days for a rep, 25 % of its time in the stage");
  }

  @Test
  void whereNobodyWaitsThereIsNoBottleneck() {
    Forecast forecast = HandMade.of(4, "").with("utilisation.AE", 0.5, 0.5, 0.5, 0.5).forecast();
    assertThat(forecast.bottleneck()).isEmpty();
  }
}
