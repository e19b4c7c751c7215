package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** Rules about opportunities that slip, that do not move or have no next step; known by hand. */
class HygieneTest {

  private static final double DAY = 24;
  private static final int LEADS = 20_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  // ---- deals that do not move

  @Test
  void aStaleDealIsClosedAsLostWhenTheRuleSaysSo() {
    Play play = stuck().with("hygiene", "{stale: {factor: 2, then: lose}}").play();
    // deals that advance take 10 days: 20 days after its entry it is lost, not after 100
    assertThat(play.hours(0, Step.LOST)).containsExactly(1 + 20 * DAY);
    assertThat(play.fact(Fact.GONE_STALE)).isEqualTo(1);
    assertThat(play.fact(Fact.STALE_LOST, 1)).isEqualTo(1);
    int reason = play.model().members(Dimension.REASON).indexOf("went stale");
    assertThat(play.fact(Fact.LOST, reason)).isEqualTo(1);
  }

  @Test
  void aStaleDealThatIsOnlyCountedGoesOnAsItWould() {
    Play play = stuck().with("hygiene", "{stale: {factor: 2, then: keep}}").play();
    assertThat(play.hours(0, Step.LOST)).containsExactly(1 + 100 * DAY);
    assertThat(play.fact(Fact.GONE_STALE)).isEqualTo(1);
    // stale from day 20 to day 100
    assertThat(play.fact(Fact.STALE_AREA)).isEqualTo(80L * 24 * 3_600_000);
    assertThat(play.model().members(Dimension.REASON)).doesNotContain("went stale");
  }

  @Test
  void aStaleDealIsSentBackToBeQualifiedAgain() {
    Story story =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Talk, advance: 100%, delay: 3 days")
            .stage("name: Deal, advance: 0%, delay: {advance: 10 days, lost: 100 days}")
            .lead(1);
    Play play = story.with("hygiene", "{stale: {then: requalify}}").play();
    // 3 days in Talk, 20 in Deal, and so again: a visit begins every 23 days
    assertThat(play.hours(0, Step.REQUALIFIED).subList(0, 3))
        .containsExactly(1 + 23 * DAY, 1 + 46 * DAY, 1 + 69 * DAY);
    assertThat(play.fact(Fact.LOST)).isZero();
    Play named = story.with("hygiene", "{stale: {then: requalify, to: Deal}}").play();
    assertThat(named.hours(0, Step.REQUALIFIED).subList(0, 2))
        .containsExactly(1 + 23 * DAY, 1 + 43 * DAY);
  }

  @Test
  void ofTheStaleDealsTheirShareIsFoundToBeLost() {
    Play play =
        burst()
            .stage("name: Deal, advance: 0%, delay: {advance: 10 days, lost: 40 days}")
            .with("hygiene", "{stale: {then: requalify, lost: 60%}}")
            .play("horizon=28 days");
    // each goes stale once within the horizon
    assertThat(play.fact(Fact.GONE_STALE)).isEqualTo(LEADS);
    assertShare(play.fact(Fact.STALE_LOST), 0.6, LEADS);
    assertThat(play.fact(Fact.STALE_LOST) + play.fact(Fact.REQUALIFIED)).isEqualTo(LEADS);
  }

  @Test
  void theShareOfStaleDealsIsTheSurvivalOfTheStagesDelay() {
    Play play =
        burst()
            .stage("name: Deal, advance: 50%, delay: {exponential: {mean: 9 days}}")
            .with("hygiene", "{stale: {factor: 3, of: stage, then: keep}}")
            .play();
    // three times the median of an exponential: half of a half of a half
    assertShare(play.fact(Fact.GONE_STALE), 0.125, LEADS);
  }

  @Test
  void theUsualStayIsTheCycleOfWonDealsOrTheStagesOwn() {
    Story story =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Deal, advance: 100%, delay: 4 days")
            .stage("name: Sign, advance: 0%, delay: {advance: 6 days, lost: 90 days}")
            .lead(1);
    Play cycle = story.with("hygiene", "{stale: {factor: 3, of: cycle, then: lose}}").play();
    Play stage = story.with("hygiene", "{stale: {factor: 3, of: stage, then: lose}}").play();
    assertThat(cycle.hours(0, Step.LOST)).containsExactly(1 + (4 + 3 * 10) * DAY);
    assertThat(stage.hours(0, Step.LOST)).containsExactly(1 + (4 + 3 * 6) * DAY);
  }

  @Test
  void workOnDealsThatHaveBeenStaleIsCounted() {
    Story story =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Deal, owner: AE, advance: 100%, delay: {discrete: {2 days: 80%, 50 days: 20%}}")
            .stage("name: Sign, owner: AE, advance: 100%, work: [{effort: 5 hours}]")
            .with("hygiene", "{stale: {factor: 2, of: stage, then: keep}}")
            .with("opportunityFrom", "Deal")
            .lead(1)
            .lead(2);
    long stale = 0;
    // whoever takes 50 days is stale when the work on signing begins
    for (int seed = 1; seed <= 20; seed++) {
      Play play = Play.of(story.model(), seed, 0);
      stale += play.fact(Fact.GONE_STALE);
      assertThat(play.fact(Fact.STALE_TOUCHES)).isEqualTo(play.fact(Fact.GONE_STALE));
      assertThat(play.fact(Fact.STALE_WORK_MS))
          .isEqualTo(play.fact(Fact.GONE_STALE) * 5 * 3_600_000);
    }
    assertThat(stale).isBetween(1L, 39L);
  }

  @Test
  void ofATouchInProgressOnlyWhatFollowsIsWorkOnAStaleDeal() {
    Story story =
        new Story()
            .role("AE", "headcount: 1")
            .stage("name: Deal, owner: AE, advance: 100%, work: [{effort: 100 hours}]")
            .with("opportunityFrom", "Deal")
            .lead(1);
    Play keep = story.with("hygiene", "{stale: {factor: 0.4, of: stage, then: keep}}").play();
    assertThat(keep.fact(Fact.STALE_WORK_MS)).isEqualTo(60L * 3_600_000);
    assertThat(keep.fact(Fact.BUSY_MS)).isEqualTo(100L * 3_600_000);
    Play lose = story.with("hygiene", "{stale: {factor: 0.4, of: stage, then: lose}}").play();
    assertThat(lose.fact(Fact.STALE_WORK_MS)).isZero();
    assertThat(lose.fact(Fact.BUSY_MS)).isEqualTo(40L * 3_600_000);
  }

  @Test
  void aDealThatWasStaleOnDayOneIsDealtWithAtOnce() {
    Play play =
        new Story()
            .stage("name: Deal, advance: 50%, delay: {exponential: {mean: 60 days}}")
            .with("hygiene", "{stale: {of: stage, then: lose}}")
            .deal("Deal", "90 days")
            .deal("Deal", "10 days")
            .play();
    // twice the median are 83.2 days
    assertThat(play.seen().stream().filter(s -> s.step() == Step.LOST).findFirst().orElseThrow())
        .satisfies(s -> assertThat(s.timeMs()).isZero())
        .satisfies(s -> assertThat(s.entity()).isEqualTo(play.entity(0)));
  }

  // ---- planned closes

  @Test
  void everyPassingOfThePlannedCloseIsASlip() {
    Play play =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Deal, advance: 0%, delay: {advance: 10 days, lost: 35 days}")
            .with("hygiene", "{slips: {}}")
            .lead(1)
            .play();
    // planned for days 10, 20, 30, 40; lost on day 35
    assertThat(play.fact(Fact.SLIPS)).isEqualTo(3);
    assertThat(play.fact(Fact.FIRST_SLIPS)).isEqualTo(1);
    assertThat(play.fact(Fact.CLOSED_ON_PLAN)).isZero();
  }

  @Test
  void aDealThatClosesOnThePlannedDayHasNotSlipped() {
    Play play =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Deal, advance: 100%, delay: 10 days")
            .with("hygiene", "{slips: {}}")
            .lead(1)
            .play();
    assertThat(play.fact(Fact.SLIPS)).isZero();
    assertThat(play.fact(Fact.CLOSED_ON_PLAN)).isEqualTo(1);
  }

  @Test
  void theChanceToSlipIsThatOfADelayBeyondThePlan() {
    Play play =
        burst()
            .stage(
                "name: Deal, advance: 40%, delay: {advance: {exponential: {mean: 10 days}},"
                    + " lost: {exponential: {mean: 30 days}}}")
            .with("hygiene", "{slips: {planAt: 75%}}")
            .play("horizon=3 years");
    // the plan is 10 ln 4 days; then a quarter of the winners and 4^(-1/3) of the losers are open
    assertShare(play.fact(Fact.FIRST_SLIPS), 0.4 * 0.25 + 0.6 * Math.pow(4, -1 / 3.0), LEADS);
    // every further slip is as likely again, so that slips are geometric
    double winners = 0.25 / 0.75;
    double losers = Math.pow(4, -1 / 3.0) / (1 - Math.pow(4, -1 / 3.0));
    double mean = 0.4 * winners + 0.6 * losers;
    double square = 0.4 * (winners + 2 * winners * winners) + 0.6 * (losers + 2 * losers * losers);
    assertThat(play.fact(Fact.SLIPS) / (double) LEADS)
        .isCloseTo(mean, within(SIGMAS * Math.sqrt((square - mean * mean) / LEADS)));
  }

  @Test
  void fromTheLimitOnSlipsLowerTheOddsOfWhoAdvancesThatLate() {
    Play play =
        burst()
            .stage("name: Deal, advance: 40%, delay: {discrete: {5 days: 60%, 12 days: 40%}}")
            .with("hygiene", "{slips: {limit: 2, effect: -0.7}}")
            .play();
    // planned for day 5 and day 10: whoever would advance on day 12 has slipped twice by then
    double late = -play.fact(Fact.EFFECT_SLIPS) / 700_000.0;
    assertShare(Math.round(late), 0.4, LEADS);
    double expected = 0.6 * 0.4 + 0.4 / (1 + Math.exp(0.7) * 0.6 / 0.4);
    assertShare(play.fact(Fact.WON), expected, LEADS);
  }

  @Test
  void aReviewTakesWorkAndGivesTheOddsBack() {
    String stage =
        "name: Deal, owner: AE, advance: 99.9999%, delay: {advance: {discrete: {5 days: 60%, 12"
            + " days: 40%}}, lost: 40 days}";
    Story without =
        new Story()
            .with("opportunityFrom", "Deal")
            .role("AE", "headcount: 1, openLeads: 99")
            .stage(stage)
            .with("hygiene", "{slips: {limit: 2, effect: -20}}");
    Story with =
        new Story()
            .with("opportunityFrom", "Deal")
            .role("AE", "headcount: 1, openLeads: 99")
            .stage(stage)
            .with("hygiene", "{slips: {limit: 2, effect: -20, review: {effort: 3 hours}}}");
    for (int i = 0; i < 40; i++) {
      without.lead(1 + 24 * i / 40.0);
      with.lead(1 + 24 * i / 40.0);
    }
    Play lost = without.play();
    Play won = with.play();
    long late = lost.fact(Fact.LOST);
    // fewer than five or more than 30 of 40 at a chance of 40 %: 2e-5
    assertThat(late).isBetween(5L, 30L);
    assertThat(lost.fact(Fact.WON)).isEqualTo(40 - late);
    // each is reviewed once, on day 10, and advances on day 12 after all
    assertThat(won.fact(Fact.WON)).isEqualTo(40);
    assertThat(won.fact(Fact.REVIEWS)).isEqualTo(late);
    assertThat(won.fact(Fact.BUSY_MS)).isEqualTo(late * 3 * 3_600_000);
    int review = won.model().members(Dimension.ACTIVITY).indexOf("deal review");
    assertThat(won.fact(Fact.TOUCHES, review)).isEqualTo(late);
    assertThat(won.fact(Fact.QUEUE_MS) + won.fact(Fact.WORK_MS)).isZero();
    assertThat(won.fact(Fact.DECIDED, 1)).isEqualTo(40);
  }

  @Test
  void aReviewThatIsNotDoneInTimeIsCutOff() {
    Play play =
        new Story()
            .with("opportunityFrom", "Deal")
            .role("AE", "headcount: 1, openLeads: 99")
            .stage("name: Deal, owner: AE, advance: 0%, delay: {advance: 10 days, lost: 21 days}")
            .with("hygiene", "{slips: {limit: 2, review: {effort: 30 hours}}}")
            .lead(1)
            .play();
    // planned anew from day 20 on, lost on day 21 with 24 of the 30 hours done
    assertThat(play.hours(0, Step.LOST)).containsExactly(1 + 21 * DAY);
    assertThat(play.fact(Fact.REVIEWS)).isZero();
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(24L * 3_600_000);
  }

  // ---- next steps

  @Test
  void aDealWithoutANextStepStallsAndLosesOdds() {
    Play play =
        new Story()
            .with("opportunityFrom", "Deal")
            .stage("name: Deal, advance: 100%, delay: 10 days")
            .with("hygiene", "{nextStep: {compliance: 0%, delay: x1.5}}")
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.WON)).containsExactly(1 + 15 * DAY);
    Play many =
        burst()
            .stage("name: Deal, advance: 50%")
            .with("hygiene", "{nextStep: {compliance: 80%, effect: -1}}")
            .play();
    assertShare(many.fact(Fact.STEPS_AGREED), 0.8, many.fact(Fact.STEPS_DUE));
    assertThat(many.fact(Fact.EFFECT_NEXT_STEP))
        .isEqualTo(-1_000_000L * (LEADS - many.fact(Fact.STEPS_AGREED)));
    assertShare(many.fact(Fact.WON), 0.8 * 0.5 + 0.2 / (1 + Math.E), LEADS);
  }

  // ---- going back

  @Test
  void onPaperADealThatWentBackKeepsItsStageWhereReportsAreInflated() {
    Story story =
        new Story()
            .with("horizon", "2 quarters")
            .with("start", "2027-01-01")
            .with("opportunityFrom", "Talk")
            .stage("name: Talk, advance: 50%, delay: {advance: 60 days, lost: 900 days}")
            .stage(
                "name: Deal, advance: 40%, delay: 10 days, regress: {to: Talk, probability: 99%}")
            .lead(1);
    // V(Deal) = 0.01 x 0.4 + 0.99 V(Talk), V(Talk) = 0.5 V(Deal), of 12,000
    double deal = 0.004 / (1 - 0.99 / 2);
    int seen = 0;
    for (int seed = 1; seed <= 10; seed++) {
      Play truthful = Play.of(story.with("hygiene", "{regression: truthful}").model(), seed, 0);
      Play inflated = Play.of(story.with("hygiene", "{regression: inflated}").model(), seed, 0);
      // whoever goes back on day 70 is in Talk on day 90
      if (truthful.ledger().get(Fact.REGRESSED, 0, 2) == 1) {
        seen++;
        assertThat(weighted(truthful)).isEqualTo(Math.round(1_200_000 * deal / 2));
        assertThat(weighted(inflated)).isEqualTo(Math.round(1_200_000 * deal));
      }
      assertThat(inflated.seen()).isEqualTo(truthful.seen());
    }
    assertThat(seen).isPositive();
  }

  private static long weighted(Play play) {
    return ConservationPropertiesTest.in(play.ledger(), Fact.WEIGHTED_VALUE_AT_START, 1);
  }

  // ---- neutral

  @Test
  void rulesThatAskForNothingChangeNothing() {
    for (long seed = 0; seed < 30; seed++) {
      Story story = AnyScenario.of(seed);
      Play without = Play.of(story.without("hygiene").model(), seed, 1);
      Play with =
          Play.of(
              story
                  .with(
                      "hygiene",
                      "{stale: {then: keep}, slips: {effect: 0}, nextStep: {compliance: 100%,"
                          + " effect: -1, delay: x3}, regression: truthful}")
                  .model(),
              seed,
              1);
      assertThat(with.seen()).isEqualTo(without.seen());
      for (Fact fact : Fact.values()) {
        boolean ofRules = fact.compareTo(Fact.SLIPS) >= 0 && fact.compareTo(Fact.TOUCHES) < 0;
        if (!ofRules) {
          for (int member = 0; member < with.ledger().members(fact); member++) {
            assertThat(with.fact(fact, member))
                .as(fact.name())
                .isEqualTo(without.fact(fact, member));
          }
        }
      }
    }
  }

  // ---- how these tests see

  /** A deal that will not advance: who does takes 10 days, who is lost 100. */
  private static Story stuck() {
    return new Story()
        .stage("name: Deal, advance: 0%, delay: {advance: 10 days, lost: 100 days}")
        .with("opportunityFrom", "Deal")
        .lead(1);
  }

  private static Story burst() {
    return new Story()
        .with("sources", "{in: {arrivals: {on: {2027-01-05: " + LEADS + "}}}}")
        .with("opportunityFrom", "Deal");
  }

  private static void assertShare(long part, double p, long whole) {
    assertThat(part / (double) whole).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / whole)));
  }
}
