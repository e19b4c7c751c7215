package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.finance.SeatCost.OfRole;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What seats cost: 3 SDR at 40 k and 3 AE at 60 k + 20 k in one quarter. */
class SeatCostTest {

  private static final double CENT = 1e-6;

  private static Scenario with(String... sets) {
    ScenarioFile file =
        ScenarioFile.read(
            Path.of("src/test/resources/planning/tiny.yaml"),
            List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList());
    assertThat(file.problems()).isEmpty();
    return file.scenario().orElseThrow();
  }

  @Test
  void aWholeQuarterIsAQuarterOfTheYear() {
    SeatCost cost = SeatCost.of(with());
    OfRole sdr = cost.roles().get(0);
    OfRole ae = cost.roles().get(1);
    assertThat(sdr.repQuarters()).isEqualTo(3);
    assertThat(sdr.salary()).isCloseTo(3 * 10_000_00.0, within(CENT));
    assertThat(sdr.variable()).isZero();
    assertThat(ae.salary()).isCloseTo(3 * 15_000_00.0, within(CENT));
    assertThat(ae.variable()).isCloseTo(3 * 5_000_00.0, within(CENT));
    assertThat(cost.cents()).isEqualTo(90_000_00);
    assertThat(cost.rampingCents()).isZero();
  }

  /** From 2027-03-02 on 30 of the quarter's 90 days are left: a third of 20 k. */
  @Test
  void aHireCostsFromTheFirstDayOn() {
    SeatCost cost = SeatCost.of(with("roles.AE.hires=[{on: 2027-03-02, count: 1}]"));
    assertThat(cost.roles().get(1).repQuarters()).isCloseTo(3 + 30 / 90.0, within(1e-12));
    assertThat(cost.cents()).isEqualTo(90_000_00 + 666_667);
  }

  @Test
  void aLeaverCostsNothingFromTheFirstDayWithoutHim() {
    SeatCost cost = SeatCost.of(with("roles.AE.leavers=[{on: 2027-03-02}]"));
    assertThat(cost.cents()).isEqualTo(90_000_00 - 666_667);
  }

  /**
   * A line of two months from 50 %: of the first t days of tenure 0.5 (t - t² / 2L) are missing, L
   * = 60.875. With t = 30: 0.5 (30 - 450 / 60.875) = 11.3039 of 90 days at 20 k.
   */
  @Test
  void whatALineOfRampCosts() {
    SeatCost cost = SeatCost.of(with("roles.AE.hires=[{on: 2027-03-02, count: 2}]"));
    double days = 0.5 * (30 - 450 / 60.875);
    assertThat(cost.roles().get(1).ramping()).isCloseTo(2 * days / 90 * 20_000_00, within(0.01));
  }

  /**
   * A curve of 0 % and 60 %: 30.4375 days wholly missing, then 40 % of 28.5625 (59 days in all).
   */
  @Test
  void whatACurveOfRampCosts() {
    SeatCost cost =
        SeatCost.of(
            with(
                "roles.AE.ramp={curve: [0%, 60%]}", "roles.AE.hires=[{on: 2027-02-01, count: 1}]"));
    double days = 30.4375 + 0.4 * 28.5625;
    assertThat(cost.roles().get(1).ramping()).isCloseTo(days / 90 * 20_000_00, within(0.01));
  }

  /** By the month a quarter costs the same; a cut period counts by its days. */
  @Test
  void periodsOfMonthsAndPartsOfThem() {
    assertThat(SeatCost.of(with("periods=month", "targets={2027-01: 30k}")).cents())
        .isEqualTo(90_000_00);
    double quarters = 31 / (365.25 / 4);
    assertThat(SeatCost.of(with("horizon=until 2027-01-31")).cents())
        .isEqualTo(Math.round(quarters * 90_000_00));
  }

  /** A plan by rate pays at quota: 10 % of 30 k a quarter. */
  @Test
  void aPayPlanPaysAtQuota() {
    Scenario scenario = with("payPlans={p: {rate: 10%}}", "roles.AE.payPlan=p");
    assertThat(SeatCost.of(scenario).roles().get(1).variable())
        .isCloseTo(3 * 3_000_00.0, within(CENT));
    assertThat(SeatCost.perQuarter(scenario, scenario.roles().get(1)).orElseThrow())
        .isCloseTo(18_000_00, within(CENT));
  }
}
