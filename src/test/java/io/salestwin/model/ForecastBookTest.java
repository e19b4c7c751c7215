package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Story.Play;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forecast categories, what reps believe, inspections and the movement of the commit. */
class ForecastBookTest {

  private static final int LEADS = 20_000;
  private static final int BEST = 1;
  private static final long VALUE = 1_200_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void withoutBiasOrNoiseACategoryConvertsAtItsTrueChance() {
    convertsAtItsTrueChance("{exponential: {mean: 80 days}}");
  }

  @Test
  void theTimeThatABuyerHasTakenTellsOfTheChance() {
    convertsAtItsTrueChance(
        "{advance: {exponential: {mean: 40 days}}, lost: {lognormal: {mean: 90 days, cv: 0.7}}}");
  }

  private static void convertsAtItsTrueChance(String delay) {
    Play play =
        story()
            .with("horizon", "3 years")
            .with(
                "sources",
                "{in: {arrivals: {on: {2027-01-05: "
                    + LEADS
                    + "}}, quality: {beta: {mean: 0.5, sd: 0.25}}}}")
            .stage("name: Deal, advance: 50%, quality: 0.4, delay: " + delay)
            .stage("name: Sign, advance: 80%, quality: 0.1, delay: {exponential: {mean: 9 days}}")
            .with("hygiene", "{categories: {commit: 60%, bestCase: 40%, pipeline: 15%}}")
            .play();
    for (int category = 0; category < 4; category++) {
      long deals = play.ledger().get(Fact.CATEGORY_DEALS, 1, category);
      long closed =
          play.ledger().get(Fact.CATEGORY_WON, 1, category)
              + play.ledger().get(Fact.CATEGORY_LOST, 1, category);
      double chance = play.ledger().get(Fact.CATEGORY_CHANCE, 1, category) / 1e6;
      assertThat(deals).isGreaterThan(300);
      assertThat(closed).isGreaterThan(deals - 5);
      // a sum of unequal chances has no more variance than of equal ones
      double p = chance / deals;
      assertThat(play.ledger().get(Fact.CATEGORY_WON, 1, category) / (double) deals)
          .isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / deals) + 5.0 / deals));
      assertThat(play.ledger().get(Fact.CATEGORY_BELIEF, 1, category))
          .isEqualTo(play.ledger().get(Fact.CATEGORY_CHANCE, 1, category));
    }
  }

  @Test
  void onlyDealsThatCouldRipenCountForAConversion() {
    // a won cycle is 50 days, so a deal has 100; the quarters begin on days 0, 87, 178 and 270 of
    // 300
    Story story =
        story()
            .with("horizon", "300 days")
            .stage("name: Deal, advance: 100%, delay: 50 days")
            .with("hygiene", "{categories: {}}")
            .lead(80 * 24)
            .lead(170 * 24)
            .lead(260 * 24);
    Play play = story.play();
    for (int quarter = 1; quarter < 4; quarter++) {
      long ripe = quarter < 3 ? 1 : 0;
      assertThat(play.ledger().get(Fact.CATEGORY_DEALS, quarter, 0)).isEqualTo(1);
      assertThat(play.ledger().get(Fact.CATEGORY_RIPE, quarter, 0)).isEqualTo(ripe);
      assertThat(play.ledger().get(Fact.CATEGORY_RIPE_WON, quarter, 0)).isEqualTo(ripe);
    }
    // who is won later than that is not won in time: of 99 cycles so long, the median is as before
    Story late =
        story()
            .with("horizon", "300 days")
            .stage("name: Deal, advance: 100%, delay: {discrete: {10 days: 60%, 160 days: 40%}}")
            .with("hygiene", "{categories: {commit: 0%, bestCase: 0%, pipeline: 0%}}")
            .with("sources", "{in: {arrivals: {on: {2027-03-28: 1000}}}}");
    Play seen = late.play();
    // day 83: who takes 10 days is won on day 93, within 20 days of day 87; the rest on day 243
    long deals = seen.ledger().get(Fact.CATEGORY_RIPE, 1, 0);
    assertThat(deals).isEqualTo(1000);
    assertThat(seen.ledger().get(Fact.CATEGORY_RIPE_WON, 1, 0))
        .isEqualTo(seen.ledger().get(Fact.WON, 1, 1))
        .isBetween(530L, 670L);
  }

  @Test
  void anAdjustedForecastBelievesLessInWhatHasSlippedAndInWhoWinsLess() {
    // Ana has won four and Ben lost four when the second quarter begins; of ten deals at the role's
    // rate, (4 + 0.5) / 9, beside them she wins (4 + 5) / 14 and he (0 + 5) / 14
    Story story =
        story()
            .with("products", "{core: {value: 12000}}")
            .role("AE", "reps: [Ana, Ben], openLeads: 99")
            .stage(
                "name: Deal, owner: AE, advance: {bySource: {in: 100%, out: 0%}}, delay: 30 days")
            .with("sources", "{in: {arrivals: {perMonth: 0}}, out: {arrivals: {perMonth: 0}}}")
            .with("hygiene", "{categories: {}, weighting: {byRep: true}}");
    for (int i = 0; i < 8; i++) {
      story.lead(100 + i, "12000", i % 2 == 0 ? "in" : "out");
    }
    story.lead(80 * 24, "12000", "in").lead(80 * 24 + 1, "12000", "in");
    Play play = story.play();
    assertThat(play.ledger().get(Fact.FORECAST_WEIGHTED, 1, 0)).isEqualTo(2 * 1_200_000);
    double rate = 4.5 / 9;
    double both = (4 + 10 * rate) / 14 / rate + (10 * rate) / 14 / rate;
    assertThat((double) play.ledger().get(Fact.FORECAST_ADJUSTED, 1, 0))
        .isCloseTo(1_200_000 * both, within(2.0));
  }

  @Test
  void eachSlipTakesItsPartOffTheAdjustedForecast() {
    Story story =
        story()
            .with("products", "{core: {value: 12000}}")
            .stage("name: Deal, advance: 100%, delay: {discrete: {10 days: 60%, 50 days: 40%}}")
            .with("hygiene", "{categories: {}, weighting: {slip: 20%}}")
            .with("sources", "{in: {arrivals: {on: {2027-03-10: 100}}}}");
    // planned after 10 days; on day 87 they are in their 22nd day, and have slipped twice
    Play play = story.play();
    long weighted = play.ledger().get(Fact.FORECAST_WEIGHTED, 1, 0);
    assertThat(weighted).isPositive();
    assertThat((double) play.ledger().get(Fact.FORECAST_ADJUSTED, 1, 0))
        .isCloseTo(weighted * 0.64, within(100.0));
  }

  @Test
  void theTrueChanceGoesThroughTheStagesThatAreLeftAndThroughGoingBack() {
    Play play =
        story()
            .stage("name: Deal, advance: 50%, delay: {advance: 80 days, lost: 120 days}")
            .stage(
                "name: Sign, advance: 40%, regress: {to: Deal, probability: 20%}, delay: 200 days")
            .with("hygiene", "{categories: {}}")
            .lead(1)
            .lead(2)
            .lead(3)
            .play();
    // V(Deal) = 0.5 V(Sign), V(Sign) = 0.8 x 0.4 + 0.2 V(Deal)
    double sign = 0.32 / 0.9;
    long signing = play.ledger().get(Fact.ADVANCED, 0, 1);
    // who is not signing by April will be lost: 80 days are over
    assertThat(sum(play, Fact.CATEGORY_DEALS)).isEqualTo(3);
    assertThat(sum(play, Fact.CATEGORY_CHANCE)).isEqualTo(signing * Math.round(sign * 1e6));
  }

  @Test
  void aRepBelievesTheTrueLogOddsAndHisBias() {
    Story story =
        story()
            .role("AE", "reps: {Ana: {skill: 0}, Ben: {skill: 0}}, openLeads: 99")
            .role("SE", "headcount: 1, openLeads: 99")
            .stage("name: Deal, owner: AE, advance: 50%, delay: {exponential: {mean: 900 days}}");
    IntStream.range(0, 10).forEach(i -> story.lead(1 + i));
    String beliefs = "{categories: {}, belief: {bias: +1, byRole: {AE: +2}, byRep: {Ben: -1}}}";
    Play play = story.with("hygiene", beliefs).play();
    int open = (int) play.ledger().get(Fact.OPEN_AT_START, 1, 1);
    long expected = 0;
    for (int lead = 0; lead < 10; lead++) {
      boolean isOpen =
          play.of(lead).stream()
              .noneMatch(
                  s ->
                      s.timeMs() < play.model().boundary(0)
                          && (s.step() == Observer.Step.WON || s.step() == Observer.Step.LOST));
      // Ana and Ben in turn
      double bias = lead % 2 == 0 ? 2 : -1;
      expected += isOpen ? Math.round(1e6 / (1 + Math.exp(-bias))) : 0;
    }
    assertThat(open).isGreaterThan(2);
    assertThat(sum(play, Fact.CATEGORY_BELIEF)).isEqualTo(expected);
    assertThat(sum(play, Fact.CATEGORY_CHANCE)).isEqualTo(open * 500_000L);
  }

  @Test
  void noiseSpreadsBeliefAroundTheTruth() {
    Play play =
        story()
            .with("sources", "{in: {arrivals: {on: {2027-01-05: " + LEADS + "}}}}")
            .stage("name: Deal, advance: 50%, delay: {exponential: {mean: 6000 days}}")
            .with(
                "hygiene",
                "{categories: {commit: 73.1058578630%, bestCase: 50%, pipeline: 0%},"
                    + " belief: {bias: +0.5, noise: 0.5}}")
            .play();
    long deals = sum(play, Fact.CATEGORY_DEALS);
    // commit from log-odds of 1 on: one standard deviation above 0.5; best case: above minus one
    assertShare(play.ledger().get(Fact.CATEGORY_DEALS, 1, 0), 0.1586552539, deals);
    assertShare(play.ledger().get(Fact.CATEGORY_DEALS, 1, BEST), 0.6826894921, deals);
  }

  @Test
  void theWeightedForecastCountsWhatIsPlannedForThePeriod() {
    Story story =
        story()
            .with("horizon", "4 quarters")
            .stage("name: Deal, advance: 40%, delay: 200 days")
            .with("hygiene", "{categories: {}}");
    IntStream.range(0, 10).forEach(i -> story.lead(1 + i));
    Play play = story.play();
    // they close 200 days after January 4th: in the third quarter
    assertThat(byPeriod(play, Fact.FORECAST_WEIGHTED))
        .containsExactly(0L, 0L, 10 * VALUE * 4 / 10, 0L);
    long won = play.fact(Fact.WON);
    assertThat(won).isBetween(1L, 9L);
    assertThat(byPeriod(play, Fact.WON_FROM_PIPELINE)).containsExactly(0L, 0L, won * VALUE, 0L);
  }

  @Test
  void aStageThatIsShownTooHighMakesTheForecastTooHigh() {
    String stages =
        "name: Sign, advance: 80%, delay: 5 days, regress: {to: Deal, probability: 90%}";
    Story story =
        story()
            .with("horizon", "2 quarters")
            .stage("name: Deal, advance: 50%, delay: {advance: 70 days, lost: 300 days}")
            .stage(stages);
    IntStream.range(0, 10).forEach(i -> story.lead(1 + i));
    String categories = ", categories: {}, slips: {planAt: 50%}}";
    Play truthful = story.with("hygiene", "{regression: truthful" + categories).play();
    Play inflated = story.with("hygiene", "{regression: inflated" + categories).play();
    long back = truthful.ledger().get(Fact.REGRESSED, 0, 2);
    assertThat(back).isPositive();
    // V(Sign) = 0.1 x 0.8 + 0.9 V(Deal), V(Deal) = 0.5 V(Sign)
    double sign = 0.08 / 0.55;
    assertThat(
            inflated.ledger().get(Fact.FORECAST_WEIGHTED, 1, 0)
                - truthful.ledger().get(Fact.FORECAST_WEIGHTED, 1, 0))
        .isCloseTo(Math.round(back * VALUE * sign / 2), within(back));
    assertThat(inflated.fact(Fact.WON_FROM_PIPELINE))
        .isEqualTo(truthful.fact(Fact.WON_FROM_PIPELINE));
  }

  @Test
  void anInspectionMovesACommitDownWhoseBuyerDoesNotConfirm() {
    Story story =
        story()
            .with("sources", "{in: {arrivals: {on: {2027-01-05: " + LEADS + "}}}}")
            .stage("name: Deal, advance: 70%, delay: {exponential: {mean: 6000 days}}");
    String belief = "{categories: {}, belief: {bias: +3}";
    Play trusted = story.with("hygiene", belief + "}").play();
    Play inspected = story.with("hygiene", belief + ", inspection: {miss: 30%}}").play();
    Play strict = story.with("hygiene", belief + ", inspection: {miss: 0%}}").play();
    long deals = sum(trusted, Fact.CATEGORY_DEALS);
    assertThat(trusted.ledger().get(Fact.CATEGORY_DEALS, 1, 0)).isEqualTo(deals);
    assertThat(strict.ledger().get(Fact.CATEGORY_DEALS, 1, BEST)).isEqualTo(deals);
    // each inspection overlooks anew
    assertShare(inspected.ledger().get(Fact.CATEGORY_DEALS, 1, 0), 0.3, deals);
    assertThat(strict.seen()).isEqualTo(trusted.seen());
  }

  @Test
  void anInspectionAsksForContactPaperworkAndANextStep() {
    String sure = "name: Deal, advance: 95%, delay: {exponential: {mean: 6000 days}}";
    // entered on January 4th, inspected from January on; April 1st is 87 days later
    assertThat(commits(sure, "inspection: {contactWithin: 100 days}")).isOne();
    assertThat(commits(sure, "inspection: {contactWithin: 80 days}")).isZero();
    assertThat(commits(sure, "inspection: {contactWithin: 100 days, paperFrom: Sign}")).isZero();
    assertThat(commits(sure, "inspection: {contactWithin: 100 days}, nextStep: {compliance: 0%}"))
        .isZero();
    assertThat(
            commits(sure, "inspection: {contactWithin: 100 days}, slips: {planAt: 1%, limit: 1}"))
        .isZero();
  }

  @Test
  void aDealThatSlippedLessThanTheLimitStaysInTheCommit() {
    String sure = "name: Deal, advance: 95%, delay: {exponential: {mean: 6000 days}}";
    // planned for March 5th and, from then on, for May
    assertThat(
            commits(sure, "inspection: {contactWithin: 100 days}, slips: {planAt: 1%, limit: 2}"))
        .isOne();
  }

  private static long commits(String stage, String rules) {
    Play play =
        story()
            .stage(stage)
            .stage("name: Sign, advance: 100%")
            .with("hygiene", "{categories: {}, " + rules + "}")
            .lead(1)
            .play();
    assertThat(play.ledger().get(Fact.OPEN_AT_START, 1, 1)).isOne();
    return play.ledger().get(Fact.CATEGORY_DEALS, 1, 0);
  }

  @Test
  void theCommitMovesAsItsDealsDo() {
    Story story =
        story()
            .stage("name: Deal, advance: 99.9%, delay: 30 days")
            .with("hygiene", "{categories: {}}")
            .lead(24 * 2)
            .lead(24 * 75);
    Play play = story.play();
    // both are created into the commit by the next week's snapshot; one is won in February, the
    // other planned for the second quarter from its beginning on
    assertThat(moves(play, 0)).containsExactly(0L, VALUE, 0L, 0L, 0L, VALUE, 0L, 0L);
    assertThat(moves(play, 1)).containsExactly(VALUE, 0L, 0L, 0L, 0L, VALUE, 0L, 0L);
  }

  private static long[] moves(Play play, int period) {
    return IntStream.range(0, 8)
        .mapToLong(move -> play.ledger().get(Fact.COMMIT_MOVES, period, move))
        .toArray();
  }

  @Test
  void aSlipBeyondThePeriodPushesACommit() {
    Play play =
        story()
            .stage(
                "name: Deal, advance: 99.9%, delay: {advance: {discrete: {60 days: 60%, 110 days:"
                    + " 40%}}, lost: 300 days}")
            .with("hygiene", "{categories: {commit: 90%}}")
            .lead(24)
            .lead(25)
            .lead(26)
            .lead(27)
            .lead(28)
            .play();
    long late = play.ledger().get(Fact.WON, 1, 0);
    assertThat(late).isBetween(1L, 4L);
    // planned for March 6th, in the commit from the first week on; then for May
    assertThat(moves(play, 0))
        .containsExactly(0L, 5 * VALUE, 0L, 0L, late * VALUE, (5 - late) * VALUE, 0L, 0L);
  }

  @Test
  void forecastingMovesNoLead() {
    for (long seed = 0; seed < 20; seed++) {
      Story story = AnyScenario.of(seed);
      Play without = Play.of(story.without("hygiene").model(), seed, 1);
      Play with =
          Play.of(
              story
                  .with(
                      "hygiene",
                      "{categories: {}, belief: {bias: +1, noise: 1}, inspection: {miss: 10%}}")
                  .model(),
              seed,
              1);
      assertThat(with.seen()).isEqualTo(without.seen());
    }
  }

  // ---- how these tests see

  private static Story story() {
    return new Story().with("horizon", "until 2027-06-30").with("opportunityFrom", "Deal");
  }

  private static long sum(Play play, Fact fact) {
    return ConservationPropertiesTest.in(play.ledger(), fact, 1);
  }

  private static long[] byPeriod(Play play, Fact fact) {
    return IntStream.range(0, play.ledger().periods())
        .mapToLong(p -> play.ledger().get(fact, p, 0))
        .limit(4)
        .toArray();
  }

  private static void assertShare(long part, double p, long whole) {
    assertThat(part / (double) whole).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / whole)));
  }
}
