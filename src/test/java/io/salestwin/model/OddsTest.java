package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Story.Play;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one conversion model: a stated chance, moved by the sum of named effects. */
class OddsTest {

  private static final int LEADS = 40_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void theStatedChanceIsThatOfTheReferenceLead() {
    Play play =
        story("quality: 0.5")
            .stage(
                "name: Talk, advance: 26%, quality: 0.3, respondWithin: {halfLife: 1 hour,"
                    + " floor: -2}")
            .play();
    assertThat(play.fact(Fact.STATED)).isEqualTo(260_000L * LEADS);
    for (Fact effect : effects()) {
      assertThat(play.fact(effect)).as(effect.name()).isZero();
    }
    assertRealised(play, 0.26);
  }

  @Test
  void effectsOfSegmentProductAndSourceAddUpOnTheLogOdds() {
    Play play =
        story("effects: {Talk: +0.1}")
            .with("products", "{core: {value: 1, effects: {Talk: +0.2}}}")
            .with("segments", "{all: {product: core, effects: {Talk: -0.7, Deal: 5}}}")
            .stage("name: Talk, advance: 26%")
            .stage("name: Deal, advance: 100%")
            .play();
    assertThat(play.fact(Fact.EFFECT_KIND, 0)).isEqualTo(-400_000L * LEADS);
    assertRealised(play, logistic(logit(0.26) - 0.4));
  }

  @Test
  void qualityActsPerTenthAboveTheReference() {
    Play play =
        story("quality: 0.7")
            .with("qualityReference", "0.4")
            .stage("name: Talk, advance: 26%, quality: 0.15")
            .play();
    // 0.3 above the reference: 3 x 0.15
    assertThat(play.fact(Fact.EFFECT_QUALITY)).isEqualTo(450_000L * LEADS);
    assertRealised(play, logistic(logit(0.26) + 0.45));
  }

  @Test
  void theScoreNeverMovesTheOdds() {
    Story plain = story("quality: {beta: {mean: 0.5, sd: 0.2}}");
    Story noisy = story("quality: {beta: {mean: 0.5, sd: 0.2}}, scoreNoise: 3");
    for (Story story : List.of(plain, noisy)) {
      story
          .with("queue", "{order: priority, by: score}")
          .stage("name: Talk, advance: 26%, quality: 0.15");
    }
    assertThat(noisy.play().fact(Fact.EFFECT_QUALITY))
        .isEqualTo(plain.play().fact(Fact.EFFECT_QUALITY));
    assertThat(noisy.play().fact(Fact.WON)).isEqualTo(plain.play().fact(Fact.WON));
  }

  @Test
  void theOwnersSkillIsAnEffect() {
    Play play =
        story("quality: 0.5")
            .role("AE", "reps: {Ana: {skill: +0.5}}")
            .stage("name: Talk, owner: AE, advance: 26%, work: [{effort: 0 hours}]")
            .play();
    assertThat(play.fact(Fact.EFFECT_SKILL)).isEqualTo(500_000L * LEADS);
    assertRealised(play, logistic(logit(0.26) + 0.5));
  }

  @Test
  void skillIsDrawnOncePerRepAndReplicationAroundZero() {
    SalesModel model =
        new Story()
            .role("AE", "headcount: 5000, skill: {sd: 0.25}")
            .stage("name: Talk, owner: AE, advance: 26%")
            .model();
    Replication replication = new Replication(model, 3);
    replication.play(0);
    double sum = 0;
    double squares = 0;
    for (Seat seat : replication.team.seats) {
      sum += seat.skill;
      squares += seat.skill * seat.skill;
    }
    double first = replication.team.seats[0].skill;
    assertThat(sum / 5000).isCloseTo(0, within(SIGMAS * 0.25 / Math.sqrt(5000)));
    // the variance of a normal sample's mean square is 2 sd^4 / n
    assertThat(squares / 5000).isCloseTo(0.0625, within(SIGMAS * 0.0625 * Math.sqrt(2.0 / 5000)));
    replication.play(1);
    assertThat(replication.team.seats[0].skill).isNotEqualTo(first);
    replication.play(0);
    assertThat(replication.team.seats[0].skill).isEqualTo(first);
  }

  @Test
  void waitingForTheFirstTouchCostsOddsByItsHalfLife() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 26%, work: [{effort: 10 hours}],"
                    + " respondWithin: {halfLife: 5 hours, floor: -1.2}")
            .lead(1) // answered at once
            .lead(1) // after 10 hours, two half-lives: -1.2 x (1 - 1/4)
            .lead(6) // after 15 hours: -1.2 x (1 - 1/8)
            .play();
    assertThat(play.fact(Fact.EFFECT_RESPONSE, 1)).isEqualTo(-900_000 - 1_050_000);
    assertThat(play.fact(Fact.RESPONSE_MS, 1)).isEqualTo(25 * 3_600_000L);
  }

  @Test
  void aChanceMayBeATableBySegmentProductOrSource() {
    Story story =
        new Story()
            .with(
                "sources",
                "{in: {arrivals: {on: {2027-01-04: 500}}},"
                    + " fair: {arrivals: {on: {2027-01-04: 300}}}}")
            .stage("name: Talk, advance: {bySource: {in: 100%, fair: 0%}}");
    Play play = story.play();
    assertThat(play.fact(Fact.WON_BY_SOURCE, 0)).isEqualTo(500);
    assertThat(play.fact(Fact.WON_BY_SOURCE, 1)).isZero();
  }

  // ---- arms

  @Test
  void armsShareTheLeadsByTheirAllocationAndEachFollowsItsOwnStages() {
    Story story = story("quality: 0.5").stage("name: Talk, advance: 0%");
    Scenario control = story.scenario();
    Scenario treatment = story.scenario("stages.Talk.advance=100%");
    SalesModel model =
        SalesModel.of(control, List.of(new Arm("A", control, 0.7), new Arm("B", treatment, 0.3)));
    Play play = Play.of(model, 1, 0);
    // exactly the leads of B are won
    assertThat(play.fact(Fact.WON) / (double) LEADS)
        .isCloseTo(0.3, within(SIGMAS * Math.sqrt(0.21 / LEADS)));
    assertThat(play.fact(Fact.STATED)).isEqualTo(play.fact(Fact.WON) * 1_000_000);
  }

  @Test
  void theArmOfALeadIsItsOwnWhateverElseIsChanged() {
    Story story = story("quality: 0.5").stage("name: Talk, advance: 0%");
    Story crowded =
        story("quality: 0.5").role("AE", "headcount: 1").stage("name: Talk, advance: 0%");
    assertThat(winners(story)).isEqualTo(winners(crowded)).isNotEmpty();
  }

  @Test
  void bothArmsShareTheReps() {
    Story story =
        story("quality: 0.5")
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 50%, work: [{effort: 1 hour}]");
    Scenario control = story.scenario();
    Scenario treatment = story.scenario("stages.Talk.work[0].effort=2 hours");
    Play play =
        Play.of(
            SalesModel.of(
                control, List.of(new Arm("A", control, 0.5), new Arm("B", treatment, 0.5))),
            1,
            0);
    // one rep, never idle after the first lead of the first day
    assertThat(play.fact(Fact.BUSY_MS))
        .isGreaterThan(26 * 7 * 86_400_000L - 3_600_000)
        .isLessThanOrEqualTo(26 * 7 * 86_400_000L);
    assertThat(play.fact(Fact.TOUCHES)).isBetween(26 * 7 * 24 / 2L, 26 * 7 * 24L);
  }

  @Test
  void anArmThatChangesMoreThanStagesIsRefused() {
    Story story = story("quality: 0.5").role("AE", "headcount: 1").stage("name: Talk, advance: 0%");
    Scenario control = story.scenario();
    Scenario treatment = story.scenario("roles.AE.headcount=2");
    assertThatThrownBy(
            () ->
                SalesModel.of(
                    control, List.of(new Arm("A", control, 0.5), new Arm("B", treatment, 0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "the arm (B) changes more than stages and hygiene: roles.AE, which all units share");
  }

  @Test
  void anArmMayNameAReasonAndAnActivityOfItsOwn() {
    Story story =
        story("quality: 0.5")
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 0%, work: [{activity: call, effort: 0 hours}]");
    Scenario control = story.scenario();
    Scenario treatment =
        story.scenario("stages.Talk.lose={asleep: 100%}", "stages.Talk.work[0].activity=mail");
    SalesModel model =
        SalesModel.of(control, List.of(new Arm("A", control, 0.5), new Arm("B", treatment, 0.5)));
    Play play = Play.of(model, 1, 0);
    assertThat(play.fact(Fact.LOST)).isEqualTo(LEADS);
    int asleep = model.members(Dimension.REASON).indexOf("asleep");
    int mail = model.members(Dimension.ACTIVITY).indexOf("mail");
    assertThat(play.fact(Fact.LOST, asleep)).isEqualTo(play.fact(Fact.TOUCHES, mail)).isPositive();
  }

  // ---- how these tests see

  private static List<Long> winners(Story story) {
    Scenario control = story.scenario();
    Scenario treatment = story.scenario("stages.Talk.advance=100%");
    SalesModel model =
        SalesModel.of(control, List.of(new Arm("A", control, 0.5), new Arm("B", treatment, 0.5)));
    return Play.of(model, 1, 0).of(Observer.Step.WON).stream().map(s -> s.entity()).toList();
  }

  private static Story story(String source) {
    return new Story()
        .with("sources", "{in: {arrivals: {on: {2027-01-04: " + LEADS + "}}, " + source + "}}");
  }

  private static List<Fact> effects() {
    return List.of(
        Fact.EFFECT_KIND,
        Fact.EFFECT_QUALITY,
        Fact.EFFECT_RESPONSE,
        Fact.EFFECT_SEASON,
        Fact.EFFECT_SKILL);
  }

  private static void assertRealised(Play play, double p) {
    assertThat(play.fact(Fact.ADVANCED, 0) / (double) LEADS)
        .isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / LEADS)));
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
