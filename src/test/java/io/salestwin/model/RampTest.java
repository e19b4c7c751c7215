package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New reps who grow to full speed; known by hand. Everybody's tenure begins at hour 24. */
class RampTest {

  private static final double MONTH = SalesModel.MONTH_MS / 3_600_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void aTouchOfAnHourTakesFourHoursAtAQuarterOfTheSpeed() {
    Play play = ramp("{months: 3, from: 25%}").lead(1).play();
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(24.0);
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(28.0);
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(4 * 3_600_000);
  }

  @Test
  void theSpeedGrowsEvenlyAndATouchKeepsTheSpeedWithWhichItBegan() {
    // half of three months: 25 % and half of 75 %
    Play play = ramp("{months: 3, from: 25%}").lead(24 + 1.5 * MONTH).lead(24 + 3 * MONTH).play();
    assertThat(took(play, 0)).isCloseTo(1 / 0.625, within(1e-6));
    assertThat(took(play, 1)).isCloseTo(1, within(1e-6));
  }

  @Test
  void aCurveIsASpeedForEachMonth() {
    Play play =
        ramp("{curve: [25%, 50%, 80%]}")
            .lead(1)
            .lead(24 + MONTH - 10)
            .lead(24 + MONTH + 1)
            .lead(24 + 2 * MONTH + 1)
            .lead(24 + 3 * MONTH + 1)
            .play();
    assertThat(List.of(took(play, 0), took(play, 1), took(play, 2), took(play, 3), took(play, 4)))
        .containsExactly(4.0, 4.0, 2.0, 1.25, 1.0);
  }

  @Test
  void belowATwentiethOfTheSpeedARepDoesNotWorkYet() {
    // from nothing over two months: a twentieth after a tenth of a month
    Play line = ramp("{months: 2}").lead(1).play();
    assertThat(line.hours(0, Step.TOUCH_BEGAN).get(0)).isCloseTo(24 + MONTH / 10, within(1e-6));
    assertThat(took(line, 0)).isCloseTo(20, within(1e-4));
    Play curve = ramp("{curve: [0%, 4%, 50%]}").lead(1).play();
    assertThat(curve.hours(0, Step.TOUCH_BEGAN).get(0)).isCloseTo(24 + 2 * MONTH, within(1e-6));
    assertThat(took(curve, 0)).isCloseTo(2, within(1e-6));
  }

  @Test
  void whoStartedBeforeTheStartIsAsFarAsTheDaySays() {
    // 1 December 2026 is 34 days before the start
    Play play =
        story("reps: {Ana: {started: 2026-12-01}}, ramp: {months: 3, from: 25%}").lead(1).play();
    double share = 0.25 + 0.75 * (34 * 24 + 1) / (3 * MONTH);
    assertThat(took(play, 0)).isCloseTo(1 / share, within(1e-6));
    // who began at nothing has passed a twentieth after a tenth of a month, long before the start
    Play slow = story("reps: {Ana: {started: 2026-12-01}}, ramp: {months: 2}").lead(1).play();
    assertThat(slow.hours(0, Step.TOUCH_BEGAN)).containsExactly(1.0);
    assertThat(took(slow, 0)).isCloseTo(2 * MONTH / (34 * 24 + 1), within(1e-6));
  }

  @Test
  void whoIsGivenByNumberIsAtFullSpeedFromTheBeginning() {
    Play play = story("headcount: 1, ramp: {months: 3, from: 25%}").lead(1).play();
    assertThat(took(play, 0)).isEqualTo(1);
    assertThat(play.fact(Fact.RAMPED_MS)).isEqualTo(play.fact(Fact.PRESENT_MS));
  }

  @Test
  void theTimeAtFullSpeedIsTheIntegralOfTheRamp() {
    double present = (26 * 7 - 1) * 24;
    // a line from a quarter misses the triangle of three quarters over three months
    assertThat(ramped("{months: 3, from: 25%}")).isCloseTo(present - 1.125 * MONTH, within(1e-5));
    assertThat(ramped("{curve: [0%, 25%, 80%]}")).isCloseTo(present - 1.95 * MONTH, within(1e-5));
    // a ramp of ten months is not over after 181 days
    double tenth = present / (10 * MONTH);
    assertThat(ramped("{months: 10}")).isCloseTo(present * tenth / 2, within(1e-5));
  }

  @Test
  void whatIsMissingOfTheFullSpeedLowersTheOdds() {
    Heard heard =
        Heard.of(ramp("{months: 3, from: 25%, skill: -0.8}").lead(1).lead(3000).model(), 1, 0);
    SalesModel model = heard.replication.model;
    Odds early = heard.decided.get(model.dealEntity(0)).get(1).odds();
    Odds late = heard.decided.get(model.dealEntity(1)).get(1).odds();
    // decided at hour 28, when the tenure is 4 hours
    double share = 0.25 + 0.75 * 4 / (3 * MONTH);
    assertThat(early.of(Effect.RAMP)).isCloseTo(-0.8 * (1 - share), within(1e-12));
    assertThat(early.advance()).isCloseTo(1 / (1 + Math.exp(0.8 * (1 - share))), within(1e-12));
    assertThat(late.of(Effect.RAMP)).isZero();
  }

  @Test
  void theSpreadStretchesTheRampAndNothingElse() {
    String role = "headcount: 1, skill: {sd: 0.3}, hires: [{on: 2027-01-05, count: 1000}], ramp: ";
    Replication even = story(role + "{months: 3, from: 25%}").play().replication();
    Replication uneven = story(role + "{months: 3, from: 25%, cv: 0.3}").play().replication();
    double sum = 0;
    double squares = 0;
    for (int rep = 1; rep <= 1000; rep++) {
      double length = (uneven.team.seats[rep].rampedAt / 3_600_000.0 - 24) / (3 * MONTH);
      sum += length;
      squares += (length - 1) * (length - 1);
      assertThat(uneven.team.seats[rep].skill).isEqualTo(even.team.seats[rep].skill);
      assertThat(even.team.seats[rep].rampedAt / 3_600_000.0)
          .isCloseTo(24 + 3 * MONTH, within(1e-5));
    }
    assertThat(sum / 1000).isCloseTo(1, within(SIGMAS * 0.3 / Math.sqrt(1000)));
    // a gamma's fourth central moment is sd^4 (3 + 6 cv^2)
    double sdOfSquare = 0.09 * Math.sqrt((2 + 6 * 0.09) / 1000);
    assertThat(squares / 1000).isCloseTo(0.09, within(SIGMAS * sdOfSquare));
  }

  @Test
  void aStretchedRampIsTheSameCurveInItsOwnTime() {
    Replication play = ramp("{curve: [20%, 60%], cv: 0.4}").play().replication();
    double stretch = (play.team.seats[0].rampedAt / 3_600_000.0 - 24) / (2 * MONTH);
    assertThat(stretch).isNotEqualTo(1);
    double present = (26 * 7 - 1) * 24;
    long ramped = new Play(play.model, play, List.of()).fact(Fact.RAMPED_MS);
    // 80 % are missing in the first of its months, 40 % in the second
    assertThat(ramped / 3_600_000.0).isCloseTo(present - 1.2 * stretch * MONTH, within(1e-4));
  }

  private static double ramped(String ramp) {
    return ramp(ramp).play().fact(Fact.RAMPED_MS) / 3_600_000.0;
  }

  private static double took(Play play, int lead) {
    return play.hours(lead, Step.TOUCH_ENDED).get(0) - play.hours(lead, Step.TOUCH_BEGAN).get(0);
  }

  private static Story ramp(String ramp) {
    return story("reps: {Ana: {started: 2027-01-05}}, ramp: " + ramp);
  }

  private static Story story(String role) {
    return new Story()
        .role("AE", role)
        .stage("name: Talk, owner: AE, advance: 50%, work: [{effort: 1 hours}]");
  }
}
