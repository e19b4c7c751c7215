package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores made anew, leads dropped between teams, haste, skill that drifts, coaching. */
class WaysOfWorkingTest {

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stages.Talk.leak=0%",
        "stages.Talk.rescore=0.3", // nobody looks at the score
        "roles.AE.pace={asked: 30, sound: 30, effect: -2}",
        "roles.AE.pace={asked: 20, sound: 30, effect: -2}",
        "roles.AE.skill.drift=0",
        "sources.in.scoreNoise=0.3",
        "training=[{name: a, on: 2027-02-01, role: AE, every: 30 days, effects: {Talk: 0}}]",
        "training=[{name: a, on: 2027-02-01, role: AE, from: 60%, to: 80%, effects: {Talk: 9}}]",
      })
  void whatIsNeutralLeavesEveryStepAsItWas(String set) {
    List<Seen> before = Play.of(rich().model(), 2, 1).seen();
    assertThat(Play.of(rich().model(set), 2, 1).seen()).isEqualTo(before).hasSizeGreaterThan(1000);
  }

  // ---- scores

  @Test
  void aScoreMadeAnewKnowsBetter() {
    // uniform quality; at the second stage nothing but the quality is left in the score
    Story story =
        new Story()
            .with(
                "sources",
                "{in: {arrivals: {perMonth: 600}, scoreNoise: 5, quality: {uniform: {min: 0, max: 1}}}}")
            .stage("name: Talk, advance: 100%")
            .stage("name: Deal, advance: 100%, rescore: 0, accept: {score: 0.3}");
    double entered = story.play().fact(Fact.ENTERED, 1);
    double refused = story.play().fact(Fact.STAGE_LOST, 1);
    assertThat(refused / entered).isCloseTo(0.3, within(SIGMAS * Math.sqrt(0.21 / entered)));
  }

  @Test
  void theNoiseOfAScoreMadeAnewIsAsSaidAndNewAtEachVisit() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 600}}}")
            .stage("name: Talk, advance: 100%, rescore: 0.2, accept: {score: 0.7}")
            .stage("name: Deal, advance: 100%, rescore: 0.1, accept: {score: 0.6}");
    // quality 0.5 for all: both thresholds lie one standard deviation up, and the two are
    // independent
    Play play = story.play();
    double leads = play.fact(Fact.LEADS);
    double up = 0.158655;
    assertThat(play.fact(Fact.ADVANCED, 0) / leads)
        .isCloseTo(up, within(SIGMAS * Math.sqrt(up * (1 - up) / leads)));
    assertThat(play.fact(Fact.ADVANCED, 1) / leads)
        .isCloseTo(up * up, within(SIGMAS * Math.sqrt(up * up * (1 - up * up) / leads)));
  }

  @Test
  void whoIsWonIsCountedByTheScoreThatHeHad() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 300}, quality: 0.25, scoreNoise: 0.001}}")
            .stage("name: Talk, advance: 40%");
    Play play = story.play();
    long won = play.fact(Fact.SCORES_WON, 24) + play.fact(Fact.SCORES_WON, 25);
    long lost = play.fact(Fact.SCORES_LOST, 24) + play.fact(Fact.SCORES_LOST, 25);
    assertThat(won).isEqualTo(play.fact(Fact.WON, 1)).isPositive();
    assertThat(won + lost).isEqualTo(play.fact(Fact.LEADS));
  }

  // ---- hand-overs

  @Test
  void aLeadIsDroppedOnItsFirstWayIntoAStageOnly() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 600}}}")
            .stage("name: Talk, advance: 100%")
            .stage(
                "name: Deal, advance: 0%, leak: 30%, regress: {to: Talk, probability: 100%}, delay: 30"
                    + " days");
    Play play = story.play();
    long leads = play.fact(Fact.LEADS);
    int reason = play.model().members(Dimension.REASON).indexOf("dropped at the hand-over");
    long dropped = play.fact(Fact.LOST, reason);
    assertThat(play.fact(Fact.ENTERED, 1)).isGreaterThan(2 * leads);
    assertThat(dropped).isEqualTo(play.fact(Fact.STAGE_LOST, 1));
    assertThat(dropped / (double) leads).isCloseTo(0.3, within(SIGMAS * Math.sqrt(0.21 / leads)));
    assertThat(story.play("stages.Deal.leak=0%").fact(Fact.LOST)).isZero();
  }

  @Test
  void whatIsDroppedMayComeBack() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {on: {2027-01-10: 50}}}}")
            .stage(
                "name: Talk, advance: 100%, leak: 100%, recycle: {of: [dropped at the hand-over],"
                    + " share: 100%, after: 5 days}");
    assertThat(story.play().fact(Fact.WON, 1)).isEqualTo(50);
    assertThat(story.play().fact(Fact.RETURNED)).isEqualTo(50);
  }

  // ---- pace

  @Test
  void twiceTheTouchesTakeHalfTheTimeAndCostTheirOdds() {
    Story story =
        new Story()
            .role("AE", "headcount: 1, pace: {asked: 60, sound: 30, effect: -0.5}")
            .lead(10)
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .stage("name: Deal, owner: AE, advance: 50%, delay: 1 day");
    Play play = story.play();
    assertThat(play.hours(0, Step.ADVANCED).get(0)).isEqualTo(11.5);
    assertThat(play.fact(Fact.EFFECT_PACE, 2)).isEqualTo(-500_000);
    // a fourth of the doublings costs a fourth
    double asked = 30 * Math.pow(2, 0.25);
    assertThat(story.play("roles.AE.pace.asked=" + asked).fact(Fact.EFFECT_PACE, 2))
        .isEqualTo(-125_000);
  }

  // ---- skill

  @Test
  void skillDriftsFromTheFirstDayOn() {
    Story story =
        new Story()
            .with("horizon", "4 quarters")
            .role("AE", "headcount: 1, openLeads: 9, skill: {drift: -0.4}")
            .lead(0.25 * 365.25 * 24)
            .lead(0.5 * 365.25 * 24)
            .stage("name: Talk, owner: AE, advance: 50%");
    assertThat(story.play().fact(Fact.EFFECT_DRIFT, 1)).isCloseTo(-300_000, within(1L));
  }

  @Test
  void whoComesLaterHasDriftedLess() {
    Story story =
        new Story()
            .role("AE", "reps: {Ana: {started: 2027-01-14}}, openLeads: 9, skill: {drift: 1}")
            .lead(20 * 24)
            .stage("name: Talk, owner: AE, advance: 50%");
    assertThat(story.play().fact(Fact.EFFECT_DRIFT, 1))
        .isCloseTo(Math.round(10 / 365.25 * 1e6), within(1L));
  }

  // ---- coaching

  @Test
  void theMiddleOfTheRoleIsCoachedAgainAndAgain() {
    // five reps in the order of their skill: the middle 60 % are Ben, Chris and Dana
    Story story =
        new Story()
            .with("horizon", "100 days")
            .with(
                "training",
                "[{name: coaching, on: 2027-01-14, role: AE, every: 30 days, from: 20%, to: 80%,"
                    + " effects: {Talk: 0.2}, cost: 100}]")
            .role(
                "AE",
                "reps: {Eve: {skill: 0.9}, Ben: {skill: -0.2}, Ana: {skill: -0.5}, Chris: {skill:"
                    + " 0}, Dana: {skill: 0.3}}, openLeads: 9")
            .stage("name: Talk, owner: AE, advance: 50%, delay: 1 day");
    for (int lead = 0; lead < 5; lead++) {
      story.lead(50 * 24 + lead);
    }
    Play play = story.play();
    // by day 50 twice, on days 10 and 40; in all on days 10, 40 and 70, by three reps each
    assertThat(play.fact(Fact.EFFECT_TRAINING, 1)).isEqualTo(3 * 400_000);
    assertThat(play.fact(Fact.TAUGHT)).isEqualTo(9);
    assertThat(play.fact(Fact.TRAINING_COST)).isEqualTo(900_00);
  }

  @Test
  void whoHasHeardALessonBeforeTheFirstDayKnowsItAndASuccessorDoesNot() {
    Story story =
        new Story()
            .with("training", "[{name: a, on: 2026-12-01, role: AE, effects: {Talk: 0.2}}]")
            .role("AE", "headcount: 1, openLeads: 9")
            .lead(10)
            .stage("name: Talk, owner: AE, advance: 50%");
    assertThat(story.play().fact(Fact.EFFECT_TRAINING, 1)).isEqualTo(200_000);
    story
        .role("AE", "headcount: 1, openLeads: 9, backfill: 1 day")
        .with("shocks", "[{name: a, from: 2027-01-14, leave: {count: 1}}]")
        .lead(12 * 24);
    assertThat(story.play().fact(Fact.EFFECT_TRAINING, 1)).isEqualTo(200_000);
    assertThat(story.play().fact(Fact.DECIDED, 1)).isEqualTo(2);
  }

  private static Story rich() {
    return new Story()
        .with("calendar", "{hoursPerDay: 8}")
        .with("sources", "{in: {arrivals: {perMonth: 60}, quality: {beta: {mean: 0.6, sd: 0.2}}}}")
        .role("AE", "headcount: 3, openLeads: 30, skill: {sd: 0.3}")
        .stage(
            "name: Talk, owner: AE, advance: 60%, quality: 0.2, work: [{effort: {exponential: {mean:"
                + " 1 hour}}}], delay: {lognormal: {mean: 4 days, cv: 1}}")
        .stage("name: Deal, owner: AE, advance: 40%, delay: {lognormal: {mean: 15 days, cv: 1}}");
  }
}
