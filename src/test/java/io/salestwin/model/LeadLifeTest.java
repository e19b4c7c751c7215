package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import org.junit.jupiter.api.Test;

/** What happens to a lead from its entry into a stage to its end; answers are known by hand. */
class LeadLifeTest {

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void touchesComeInOrderThenTheBuyersDelayThenTheExit() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, delay: 10 hours,"
                    + " work: [{activity: call, effort: 2 hours},"
                    + " {activity: demo, effort: 3 hours}]")
            .lead(1)
            .play();
    assertThat(play.of(0).stream().map(s -> s.step() + " " + s.hour()))
        .containsExactly(
            "ENTERED 1.0",
            "OWNED 1.0",
            "TOUCH_BEGAN 1.0",
            "TOUCH_ENDED 3.0",
            "TOUCH_BEGAN 3.0",
            "TOUCH_ENDED 6.0",
            "BUYER 6.0",
            "ADVANCED 16.0",
            "WON 16.0",
            "RELEASED 16.0");
    assertThat(play.fact(Fact.TOUCHES)).isEqualTo(2);
  }

  @Test
  void aTouchByAnotherRoleQueuesForThatRolesPool() {
    Play play =
        new Story()
            .role("AE", "headcount: 2")
            .role("SE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 2 hours}, {effort: 5 hours, role: SE}]")
            .lead(1)
            .lead(1)
            .play();
    // both AEs end at 3; the only SE takes one lead after the other
    assertThat(play.reps(0, Step.TOUCH_BEGAN)).containsExactly(0, 2);
    assertThat(play.reps(1, Step.TOUCH_BEGAN)).containsExactly(1, 2);
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(3.0, 8.0);
    assertThat(play.hours(1, Step.TOUCH_ENDED)).containsExactly(3.0, 13.0);
  }

  @Test
  void aTouchThatNamesTheOwnersOwnRoleIsTheOwners() {
    Play play =
        new Story()
            .role("AE", "headcount: 3, openLeads: 9")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 5 hours, role: AE}, {effort: 1 hour, role: AE}]")
            .lead(1)
            .play();
    assertThat(play.reps(0, Step.TOUCH_BEGAN)).containsExactly(0, 0);
  }

  @Test
  void aRepeatCountsItsGapFromTheEndOfTheOneBeforeAndTheRepIsFreeMeanwhile() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 1 hour, times: 3, every: 4 hours}]")
            .lead(1)
            .lead(3)
            .play();
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(1.0, 6.0, 11.0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(3.0, 8.0, 13.0);
    assertThat(play.hours(1, Step.BUYER)).containsExactly(14.0);
  }

  @Test
  void aGapIsPlainTimeEvenOverTheWeekend() {
    Play play =
        new Story()
            .with("calendar", "{hoursPerDay: 8}")
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 1 hour, times: 2, every: 67 hours}]")
            .lead(4 * 24 + 14) // Friday, 14:00
            .play();
    // from Friday 15:00 to Monday 10:00 are 67 plain hours
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(110.0, 7 * 24 + 10.0);
  }

  @Test
  void stopIsTheChanceAfterEachRepeatThatTheRestIsSkipped() {
    int n = 20_000;
    Play play =
        burst(n)
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 0 hours, times: 4, stop: 25%}]")
            .play();
    // the number of touches K has P(K >= k) = 0.75^(k - 1): the mean is 1 + 0.75 + 0.75^2 + 0.75^3
    double mean = 2.734375;
    double secondMoment = 1 + 3 * 0.75 + 5 * 0.5625 + 7 * 0.421875;
    double error = Math.sqrt((secondMoment - mean * mean) / n);
    assertThat(play.fact(Fact.TOUCHES) / (double) n).isCloseTo(mean, within(SIGMAS * error));
  }

  @Test
  void aCertainStopLeavesOneTouch() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 1 hour, times: 3, every: 9 hours, stop: 100%}]")
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.BUYER)).containsExactly(2.0);
  }

  @Test
  void oneUniformIsCutIntoAdvanceRegressAndLost() {
    int n = 40_000;
    Play play =
        burst(n)
            .stage("name: First, advance: 100%")
            .stage(
                "name: Talk, advance: 50%, delay: 1 day,"
                    + " regress: {to: First, probability: 20%}")
            .play();
    double visits = play.fact(Fact.DECIDED, 1);
    // P(regress) = 0.2 as written, P(advance) = (1 - 0.2) x 0.5; visits are independent
    assertShare(play.fact(Fact.REGRESSED, 1), 0.2, visits);
    assertShare(play.fact(Fact.ADVANCED, 1), 0.4, visits);
    assertShare(play.fact(Fact.STAGE_LOST, 1), 0.4, visits);
  }

  @Test
  void eachOutcomeHasItsOwnDelay() {
    Play play =
        burst(300)
            .stage("name: First, advance: 100%")
            .stage(
                "name: Talk, advance: 50%, regress: {to: First, probability: 30%},"
                    + " delay: {advance: 1 day, lost: 2 days, regress: 3 days}")
            .play();
    long day = 86_400_000;
    for (Seen buyer : play.of(Step.BUYER)) {
      if (buyer.stage() == 1) {
        Seen exit = next(play, buyer);
        long days = (exit.timeMs() - buyer.timeMs()) / day;
        assertThat(exit.step())
            .isEqualTo(days == 1 ? Step.ADVANCED : days == 2 ? Step.LOST : Step.REGRESSED);
        assertThat((exit.timeMs() - buyer.timeMs()) % day).isZero();
      }
    }
    assertThat(play.fact(Fact.ADVANCED, 1) * play.fact(Fact.REGRESSED, 1)).isPositive();
  }

  @Test
  void theReasonOfALossIsDrawnFromItsShares() {
    int n = 20_000;
    Play play =
        burst(n).stage("name: Talk, advance: 0%, lose: {no fit: 70%, no money: 30%}").play();
    assertThat(play.model().members(Dimension.REASON)).startsWith("no fit", "no money");
    assertThat(play.fact(Fact.LOST)).isEqualTo(n);
    assertShare(play.fact(Fact.LOST, 0), 0.7, n);
  }

  @Test
  void aTimeOutRunsOnPlainTimeFromTheEntryWithQueueAndWork() {
    Play play =
        new Story()
            .with("calendar", "{hoursPerDay: 8}")
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, delay: 100 hours,"
                    + " work: [{effort: 6 hours}], timeOut: 20 hours")
            .lead(9) // worked from Monday 9:00 to 15:00, then with the buyer
            .lead(9) // worked from Monday 15:00, in work at its time-out
            .lead(9) // never touched
            .play();
    for (int lead = 0; lead < 3; lead++) {
      assertThat(play.hours(lead, Step.LOST)).containsExactly(29.0);
    }
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).isEmpty();
    assertThat(play.fact(Fact.TIMED_OUT)).isEqualTo(3);
    assertThat(play.fact(Fact.ADVANCED, 1)).isZero();
    // the rep worked 6 hours on the first and 2 on the second before night; it is 5:00 on Tuesday
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(8 * 3_600_000L);
  }

  @Test
  void aTimeOutMayRunOnTheBuyersClock() {
    Play play =
        burst(1)
            .with("season", "{buying: {jan: 0.5}}")
            .stage(
                "name: Talk, advance: 100%, delay: 9 days,"
                    + " timeOut: {after: 2 days, clock: buying}")
            .play();
    long entry = play.of(Step.ENTERED).get(0).timeMs();
    assertThat(play.of(Step.LOST).get(0).timeMs()).isEqualTo(entry + 4 * 86_400_000L);
  }

  @Test
  void aTimedOutLeadIsLostOrRecycled() {
    Story story =
        new Story()
            .stage(
                "name: Talk, advance: 100%, delay: 9 days, timeOut: 1 day,"
                    + " recycle: {of: [timed out], share: 100%, after: 10 hours, to: In}")
            .lead(5);
    Play play = story.play();
    assertThat(play.hours(0, Step.DORMANT).get(0)).isEqualTo(29.0);
    assertThat(play.fact(Fact.LOST)).isZero();
    assertThat(play.of(Step.RETURNED).get(0).hour()).isEqualTo(39.0);
    assertThat(story.play("stages.Talk.recycle.share=0%").hours(0, Step.LOST))
        .containsExactly(29.0);
  }

  @Test
  void onlyTheReasonsNamedAreRecycledInTheirShareAndComeBackLater() {
    int n = 20_000;
    Play play =
        burst(n)
            .stage(
                "name: Talk, advance: 0%, lose: {no fit: 50%, no answer: 50%},"
                    + " recycle: {of: [no answer], share: 30%, after: 90 days}")
            .play();
    long firstTime = play.of(Step.DORMANT).stream().filter(s -> s.timeMs() < 86_400_000).count();
    assertShare(firstTime, 0.15, n);
    for (Seen dormant : play.of(Step.DORMANT).subList(0, 20)) {
      Seen back = next(play, dormant);
      assertThat(back.step()).isEqualTo(Step.RETURNED);
      assertThat(back.timeMs() - dormant.timeMs()).isEqualTo(90 * 86_400_000L);
    }
    assertThat(play.fact(Fact.LOST) + play.fact(Fact.DORMANT_AT_END)).isLessThanOrEqualTo(n * 2L);
  }

  @Test
  void aRecycledLeadKeepsItsIdentityAndItsVisitsSoItsLuckIsNew() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 0%, work: [{effort: {exponential: {mean: 2"
                    + " hours}}}],"
                    + " recycle: {share: 100%, after: 24 hours, to: Talk}")
            .lead(1)
            .play();
    assertThat(play.of(Step.DORMANT)).hasSizeGreaterThan(50);
    assertThat(play.seen().stream().map(Seen::entity).distinct()).hasSize(1);
    Seen[] began = play.of(0, Step.TOUCH_BEGAN).toArray(Seen[]::new);
    Seen[] ended = play.of(0, Step.TOUCH_ENDED).toArray(Seen[]::new);
    assertThat(ended[0].timeMs() - began[0].timeMs())
        .isNotEqualTo(ended[1].timeMs() - began[1].timeMs());
  }

  @Test
  void aDormantLeadCountsAsAliveButNotAsOpen() {
    Play play =
        new Story()
            .with("horizon", "4 weeks")
            .stage(
                "name: Talk, advance: 0%," + " recycle: {share: 100%, after: 300 days, to: Talk}")
            .lead(1)
            .play();
    int last = play.ledger().periods() - 1;
    assertThat(play.ledger().get(Fact.DORMANT_AT_END, last, 0)).isEqualTo(1);
    assertThat(play.ledger().get(Fact.ALIVE_AT_END, last, 0)).isEqualTo(1);
    assertThat(play.ledger().get(Fact.OPEN_AT_END, last, 1)).isZero();
  }

  @Test
  void aWonDealIsBookedWithItsAnnualValueOnTheDayThatItCloses() {
    Story story =
        new Story()
            .with("products", "{core: {value: 12000, contract: 24 months, margin: 75%}}")
            .stage("name: Talk, advance: 100%, delay: 40 days")
            .lead(1, "5000")
            .lead(60 * 24, ""); // in March; closes in the second quarter
    Play acv = story.play();
    assertThat(acv.ledger().get(Fact.BOOKINGS, 0, 0)).isEqualTo(500_000);
    assertThat(acv.ledger().get(Fact.BOOKINGS, 1, 0)).isEqualTo(1_200_000);
    assertThat(acv.fact(Fact.TARGET_AMOUNT)).isEqualTo(1_700_000);
    assertThat(acv.fact(Fact.CONTRACT_VALUE)).isEqualTo(3_400_000);
    assertThat(acv.fact(Fact.MARGIN)).isEqualTo(1_275_000);
    story.with("targets", "{basis: tcv}");
    assertThat(story.play().fact(Fact.TARGET_AMOUNT)).isEqualTo(3_400_000);
    story.with("targets", "{basis: count}");
    assertThat(story.play().fact(Fact.TARGET_AMOUNT)).isEqualTo(2);
  }

  @Test
  void aLeadIsAnOpportunityFromTheStageNamedOnAndItsCycleCountsFromThere() {
    Play play =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Talk, advance: 100%, delay: 30 hours")
            .stage("name: Deal, advance: 100%, delay: 50 hours")
            .lead(1)
            .play();
    assertThat(play.fact(Fact.OPPORTUNITIES)).isEqualTo(1);
    assertThat(play.fact(Fact.WON_CYCLE_MS)).isEqualTo(50 * 3_600_000L);
  }

  @Test
  void whatIsOpenAtTheHorizonsEndStaysOpen() {
    Play play =
        new Story()
            .with("horizon", "2 weeks")
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 299 hours}]")
            .stage("name: Deal, advance: 100%, delay: 36 hours")
            .lead(1)
            .lead(1)
            .play();
    int last = play.ledger().periods() - 1;
    assertThat(play.fact(Fact.WON)).isEqualTo(0); // it would be at hour 336, which is the end
    assertThat(play.ledger().get(Fact.OPEN_AT_END, last, 1)).isEqualTo(1);
    assertThat(play.ledger().get(Fact.OPEN_AT_END, last, 2)).isEqualTo(1);
    assertThat(play.ledger().get(Fact.ALIVE_AT_END, last, 0)).isEqualTo(2);
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(335 * 3_600_000L);
  }

  @Test
  void anUnworkedLeadGoesColdWhenItsPatienceRunsOut() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: 10 hours}],"
                    + " delay: 20 hours, patience: 4 hours")
            .lead(1) // touched at once: patience no longer matters
            .lead(4) // nobody touches it until hour 8
            .lead(8) // touched at hour 11, in time
            .play();
    assertThat(play.hours(0, Step.WON)).containsExactly(31.0);
    assertThat(play.hours(1, Step.LOST)).containsExactly(8.0);
    assertThat(play.hours(2, Step.WON)).containsExactly(41.0);
    assertThat(play.fact(Fact.WENT_COLD, 1)).isEqualTo(1);
  }

  // ---- how these tests see

  /** A story in which leads arrive on the first day. */
  static Story burst(int leads) {
    return new Story().with("sources", "{in: {arrivals: {on: {2027-01-04: " + leads + "}}}}");
  }

  private static Seen next(Play play, Seen after) {
    int at = play.seen().indexOf(after) + 1;
    while (play.seen().get(at).entity() != after.entity()) {
      at++;
    }
    return play.seen().get(at);
  }

  private static void assertShare(long count, double share, double n) {
    double error = Math.sqrt(share * (1 - share) / n);
    assertThat(count / n).isCloseTo(share, within(SIGMAS * error));
  }
}
