package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the first day finds the organisation: empty, warmed up, or with today's open deals. */
class BeginningTest {

  private static final double DAY_MS = 86_400_000;
  private static final int DEALS = 20_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void theWarmUpLeavesLeadsOwnersAndQueuesButNoFacts() {
    Play play =
        new Story()
            .with("horizon", "1 week")
            .with("begin", "{warmUp: 100 days}")
            .with("sources", "{in: {arrivals: {perMonth: 300}}}")
            .role("AE", "headcount: 1, openLeads: 20")
            .stage("name: Talk, owner: AE, advance: 50%, delay: 40 days, work: [{effort: 1 hour}]")
            .play();
    long before = play.of(Step.ARRIVED).stream().filter(s -> s.timeMs() < 0).count();
    long within = play.of(Step.ARRIVED).size() - before;
    assertThat(before).isGreaterThan(500);
    assertThat(play.fact(Fact.LEADS)).isEqualTo(within);
    assertThat(play.fact(Fact.LEADS_BY_WEEK)).isEqualTo(within);
    long gone =
        play.seen().stream()
            .filter(s -> s.timeMs() < 0 && (s.step() == Step.WON || s.step() == Step.LOST))
            .count();
    assertThat(play.ledger().get(Fact.ALIVE_AT_START, 0, 0)).isEqualTo(before - gone);
    assertThat(play.ledger().get(Fact.OPEN_AT_START, 0, 0)).isEqualTo(before - gone);
    // the rep owned 20 leads all the week: 20 x 7 days
    assertThat(play.fact(Fact.OPEN_AREA)).isEqualTo(20 * 7 * (long) DAY_MS);
    assertThat(play.fact(Fact.WON, 1)).isZero();
    assertThat(play.fact(Fact.FIRST_TOUCHES))
        .isEqualTo(play.of(Step.TOUCH_BEGAN).stream().filter(s -> s.timeMs() >= 0).count());
  }

  @Test
  void theWarmUpHasTheRatesOfTheStartWithoutGrowthAndWithoutDatedLeads() {
    SalesModel model =
        new Story()
            .with("horizon", "52 weeks")
            .with("begin", "{warmUp: 360 days}")
            .with(
                "sources",
                "{in: {arrivals: {perMonth: 300, growthPerMonth: 20%,"
                    + " on: {2026-12-01: 1000, 2027-02-01: 50}}}}")
            .stage("name: Talk, advance: 50%")
            .model();
    Play play = Play.of(model, 1, 0);
    double expected = 300 * 360 / (365.25 / 12);
    long before = play.of(Step.ARRIVED).stream().filter(s -> s.timeMs() < 0).count();
    assertThat((double) before).isCloseTo(expected, within(SIGMAS * Math.sqrt(expected)));
    assertThat(play.fact(Fact.LEADS)).isGreaterThan(3 * before);
  }

  @Test
  void aBeginningThatIsEmptyHasNobody() {
    Play play =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 30}}}")
            .stage("name: Talk, advance: 50%, delay: 10 days")
            .play();
    assertThat(play.ledger().get(Fact.ALIVE_AT_START, 0, 0)).isZero();
    assertThat(play.seen()).allMatch(s -> s.timeMs() >= 0);
  }

  @Test
  void theStageWorkOfAnOpenDealCountsAsDone() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, delay: 9 days, work: [{effort: 1 hour}]")
            .stage("name: Deal, owner: AE, advance: 100%, work: [{effort: 1 hour}]")
            .deal("Talk", "4 days")
            .play();
    assertThat(play.of(Step.TOUCH_BEGAN).stream().map(Seen::stage)).containsExactly(1);
    assertThat(play.of(Step.ADVANCED).get(0).hour()).isEqualTo(5 * 24.0);
  }

  @Test
  void anOpenDealsOutcomeAndRestFollowTheirJointLawGivenItsAge() {
    // S(10 days) is e^-1 on the way to a yes (mean 10 days) and e^-2 on the way to a no (5 days)
    Story story =
        new Story()
            .with("horizon", "100 weeks")
            .stage(
                "name: Talk, advance: 40%, delay: {advance: {exponential: {mean: 10 days}},"
                    + " lost: {exponential: {mean: 5 days}}}");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "10 days");
    }
    Play play = story.play();
    double yes = 0.4 * Math.exp(-1);
    double p = yes / (yes + 0.6 * Math.exp(-2));
    List<Seen> won = play.of(Step.WON);
    assertThat(won.size() / (double) DEALS)
        .isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / DEALS)));
    // an exponential delay has no memory: what is left has the mean of the whole
    assertThat(meanDays(won)).isCloseTo(10, within(SIGMAS * 10 / Math.sqrt(won.size())));
    List<Seen> lost = play.of(Step.LOST);
    assertThat(meanDays(lost)).isCloseTo(5, within(SIGMAS * 5 / Math.sqrt(lost.size())));
  }

  @Test
  void whatIsLeftOfAnOpenDealsDelayIsTheRestGivenItsAge() {
    // uniform on 0 to 20 days, given more than 10: the rest is uniform on 0 to 10
    Story story =
        new Story()
            .stage("name: Talk, advance: 100%, delay: {uniform: {min: 0 days, max: 20 days}}");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "10 days");
    }
    List<Seen> won = story.play().of(Step.WON);
    assertThat(won).hasSize(DEALS).allMatch(s -> s.timeMs() <= 10 * DAY_MS);
    assertThat(meanDays(won)).isCloseTo(5, within(SIGMAS * 10 / Math.sqrt(12.0 * DEALS)));
  }

  @Test
  void aDealOlderThanAnyDelayIsStaleAndNeverWins() {
    Play play =
        new Story()
            .stage("name: Talk, advance: 99%, delay: {uniform: {min: 0 days, max: 20 days}}")
            .deal("Talk", "21 days")
            .deal("Talk", "3 days")
            .play();
    assertThat(play.fact(Fact.STALE)).isEqualTo(1);
    assertThat(play.fact(Fact.STALE_VALUE)).isEqualTo(1_200_000);
    assertThat(play.of(Step.WON).stream().map(Seen::entity)).doesNotContain(play.entity(0));
    // it stays alive, apart from the open ones
    assertThat(play.ledger().get(Fact.ALIVE_AT_START, 0, 0)).isEqualTo(2);
    assertThat(play.ledger().get(Fact.OPEN_AT_START, 0, 0)).isEqualTo(1);
  }

  @Test
  void aDealThatCanOnlyBeLostAnyMoreIsStaleButLeaves() {
    Play play =
        new Story()
            .stage("name: Talk, advance: 50%, delay: {advance: 20 days, lost: 60 days}")
            .deal("Talk", "30 days")
            .play();
    assertThat(play.fact(Fact.STALE)).isEqualTo(1);
    assertThat(play.of(Step.LOST).stream().map(Seen::hour)).containsExactly(30 * 24.0);
  }

  @Test
  void aDealThatMayStillGoBackIsNotStale() {
    Play play =
        new Story()
            .stage("name: First, advance: 100%, delay: 1 day")
            .stage(
                "name: Talk, advance: 100%, regress: {to: First, probability: 10%},"
                    + " delay: {advance: 20 days, regress: 60 days, lost: 20 days}")
            .deal("Talk", "30 days")
            .play();
    assertThat(play.fact(Fact.STALE)).isZero();
    assertThat(play.of(Step.REGRESSED).get(0).hour()).isEqualTo(30 * 24.0);
  }

  @Test
  void aDealThatBecameAnOpportunityAtTheVeryStartBelongsToTheCohortBefore() {
    Play play =
        new Story().stage("name: Talk, advance: 100%, delay: 5 days").deal("Talk", "0 days").play();
    assertThat(play.fact(Fact.WON)).isEqualTo(1);
    assertThat(play.fact(Fact.CREATED_AND_WON)).isZero();
  }

  @Test
  void aDealWithoutAnAgeGetsTheStationaryAgeOfItsStage() {
    // a delay of exactly 20 days: the age is uniform on 0 to 20 days, and so is the rest
    Story story = new Story().stage("name: Talk, advance: 100%, delay: 20 days");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "");
    }
    List<Seen> won = story.play().of(Step.WON);
    assertThat(won).allMatch(s -> s.timeMs() <= 20 * DAY_MS);
    assertThat(won.size()).isGreaterThan(DEALS - 10); // the very oldest of the table may be stale
    assertThat(meanDays(won)).isCloseTo(10, within(SIGMAS * 20 / Math.sqrt(12.0 * DEALS)));
  }

  @Test
  void anAgeThatIsDrawnHasPassedOnTheBuyersClock() {
    // at half speed 20 days of the buyers take 40: age and rest are uniform on 0 to 40 days
    Story story =
        new Story()
            .with("season", "{buying: {quarterMonth: [0.5, 0.5, 0.5]}}")
            .stage("name: Talk, advance: 100%, delay: 20 days");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "");
    }
    List<Seen> won = story.play().of(Step.WON);
    assertThat(won.size()).isGreaterThan(DEALS - 10);
    assertThat(meanDays(won)).isCloseTo(20, within(SIGMAS * 40 / Math.sqrt(12.0 * DEALS)));
    assertThat(StationaryAges.reachMs(story.scenario())).isGreaterThan((long) (40 * DAY_MS));
  }

  @Test
  void noDealOfUnknownAgeIsOlderThanTheTimeOut() {
    // everybody times out after 30 days: the age is uniform on 0 to 30 days, and so is the rest
    Story story = new Story().stage("name: Talk, advance: 100%, delay: 50 days, timeOut: 30 days");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "");
    }
    Play play = story.play();
    assertThat(play.fact(Fact.STALE)).isZero();
    List<Seen> lost = play.of(Step.LOST);
    assertThat(lost).hasSize(DEALS).allMatch(s -> s.timeMs() <= 30 * DAY_MS);
    assertThat(meanDays(lost)).isCloseTo(15, within(SIGMAS * 30 / Math.sqrt(12.0 * DEALS)));
  }

  @Test
  void anOpenDealDrawsItsArmAsOtherLeadsDo() {
    Story story = new Story().stage("name: Talk, advance: 0%, delay: {advance: 20 days}");
    for (int i = 0; i < DEALS; i++) {
      story.deal("Talk", "10 days");
    }
    Scenario none = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    SalesModel model =
        SalesModel.of(none, List.of(new Arm("A", none, 0.7), new Arm("B", all, 0.3)));
    assertThat(Play.of(model, 1, 0).of(Step.WON).size() / (double) DEALS)
        .isCloseTo(0.3, within(SIGMAS * Math.sqrt(0.3 * 0.7 / DEALS)));
  }

  @Test
  void anArmThatChangesMoreThanStagesOrHasNoShareIsRefused() {
    Story story =
        new Story().role("AE", "headcount: 1").stage("name: Talk, owner: AE, advance: 50%");
    Scenario control = story.scenario();
    Scenario longer = story.scenario("horizon=30 weeks");
    assertThatThrownBy(
            () ->
                SalesModel.of(
                    control, List.of(new Arm("A", control, 0.5), new Arm("B", longer, 0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "the arm (B) changes more than stages and hygiene: horizon, which all units share");
    assertThatThrownBy(
            () ->
                SalesModel.of(control, List.of(new Arm("A", control, 1), new Arm("B", control, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the share (0.0) of the arm (B)");
  }

  @Test
  void aTimeOutOfAnOpenDealCountsFromItsEntry() {
    Play play =
        new Story()
            .stage("name: Talk, advance: 100%, delay: 50 days, timeOut: 31 days")
            .deal("Talk", "30 days")
            .play();
    assertThat(play.of(Step.LOST).stream().map(Seen::hour)).containsExactly(24.0);
    assertThat(play.fact(Fact.TIMED_OUT)).isEqualTo(1);
  }

  @Test
  void bookingsTellDealsOpenOnDayOneFromThoseToCreate() {
    Play play =
        new Story()
            .with("sources", "{in: {arrivals: {on: {2027-01-10: 3}}}}")
            .stage("name: Talk, advance: 100%, delay: 9 days")
            .deal("Talk", "4 days")
            .play();
    assertThat(play.model().members(Dimension.ORIGIN))
        .containsExactly("open on day one", "to create");
    assertThat(play.fact(Fact.WON, 0)).isEqualTo(1);
    assertThat(play.fact(Fact.WON, 1)).isEqualTo(3);
  }

  private static double meanDays(List<Seen> seen) {
    return seen.stream().mapToDouble(s -> s.timeMs() / DAY_MS).average().orElseThrow();
  }
}
