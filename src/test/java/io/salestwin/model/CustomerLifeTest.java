package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** What happens to a customer after the win; answers are known by hand. */
class CustomerLifeTest {

  private static final long HOUR = 3_600_000L;
  private static final double HOURS_PER_YEAR = 365.25 * 24;
  private static final long ARR = 1_200_000; // cents

  /** Deals of 12,000 a year that are won at the hours told. */
  private static Story won(double... hours) {
    Story story = new Story().with("horizon", "730 days").with("segments", "{all: {churn: 0%}}");
    for (double hour : hours) {
      story.lead(hour);
    }
    return story;
  }

  private static long yearly(double hours) {
    return Math.round(ARR * (hours / HOURS_PER_YEAR));
  }

  @Test
  void withoutOnboardingAWonDealIsLiveAtOnceAndRenewsAtTheEndOfEachContract() {
    Play play = won(24).with("customers", "{}").play();
    assertThat(play.fact(Fact.SIGNED)).isEqualTo(1);
    assertThat(play.fact(Fact.WENT_LIVE)).isEqualTo(1);
    assertThat(play.fact(Fact.NEW_ARR)).isEqualTo(ARR);
    assertThat(play.fact(Fact.RENEWALS_DUE)).isEqualTo(1);
    assertThat(play.fact(Fact.RENEWED)).isEqualTo(1);
    assertThat(play.fact(Fact.CHURNED)).isEqualTo(0);
    // the horizon ends after 730 days, one of which passed before the win
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(ARR + yearly(729 * 24 - HOURS_PER_YEAR));
  }

  @Test
  void whoDoesNotRenewLeavesAtTheContractsEndAndHasPaidItsWholeValue() {
    Play play =
        won(24).with("segments", "{all: {churn: 100%/year}}").with("customers", "{}").play();
    assertThat(play.fact(Fact.RENEWALS_DUE)).isEqualTo(1);
    assertThat(play.fact(Fact.RENEWED)).isEqualTo(0);
    assertThat(play.fact(Fact.CHURNED)).isEqualTo(1);
    assertThat(play.fact(Fact.CHURNED_ARR)).isEqualTo(ARR);
    // to the cent, though it was written down in each of five quarters
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(ARR);
  }

  @Test
  void revenueUpfrontComesWithEachContract() {
    Play play =
        won(24)
            .with("products", "{core: {value: 12000, contract: 6 months, recognition: upfront}}")
            .with("customers", "{}")
            .play();
    // half a year's value at the win and after 6, 12 and 18 months
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(4 * ARR / 2);
    assertThat(play.ledger().get(Fact.REVENUE, 0, 0)).isEqualTo(ARR / 2);
    assertThat(play.ledger().get(Fact.REVENUE, 1, 0)).isEqualTo(0);
  }

  @Test
  void revenueByMilestonesComesOnTheirDays() {
    Play play =
        won(24)
            .with(
                "products",
                "{core: {value: 12000, recognition: milestones,"
                    + " milestones: {0 days: 30%, 150 days: 45%, 300 days: 25%}}}")
            .with("customers", "{}")
            .play();
    // the win is on 5 January; 150 and 300 days later are in the second and the fourth quarter
    assertThat(play.ledger().get(Fact.REVENUE, 0, 0)).isEqualTo(ARR * 30 / 100);
    assertThat(play.ledger().get(Fact.REVENUE, 1, 0)).isEqualTo(ARR * 45 / 100);
    assertThat(play.ledger().get(Fact.REVENUE, 2, 0)).isEqualTo(0);
    assertThat(play.ledger().get(Fact.REVENUE, 3, 0)).isEqualTo(ARR * 25 / 100);
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(2 * ARR);
  }

  @Test
  void aRenewalMayHaveAnotherPriceAnotherLengthAndBeForLess() {
    Story story = won(24).with("horizon", "18 months");
    Play dearer = story.with("customers", "{renewal: {price: 10%, contract: 3 months}}").play();
    // a year at 12,000; from day 366.25 on a fresh quarter's contract each 91.3 days, until day 546
    assertThat(dearer.fact(Fact.RENEWED)).isEqualTo(2);
    assertThat(dearer.fact(Fact.EXPANSION_ARR)).isEqualTo(120_000 + 132_000);
    assertThat(dearer.fact(Fact.ARR_AT_END)).isGreaterThan(0);
    assertThat(dearer.ledger().get(Fact.ARR_AT_END, 5, 0)).isEqualTo(1_452_000);
    Play less =
        story.with("customers", "{renewal: {price: 10%, contraction: 100%, by: 50%}}").play();
    assertThat(less.fact(Fact.CONTRACTION_ARR)).isEqualTo(ARR - 660_000);
    assertThat(less.fact(Fact.EXPANSION_ARR)).isEqualTo(0);
    assertThat(less.ledger().get(Fact.ARR_AT_END, 5, 0)).isEqualTo(660_000);
  }

  @Test
  void onboardingTakesItsTimeAndHasItsPlacesAndTheContractBeginsAtGoLive() {
    Play play =
        won(1, 1.01, 1.02, 2, 3)
            .with("horizon", "700 days")
            .with("customers", "{onboarding: {duration: 10 hours, capacity: 2}}")
            .play();
    // live at 11, 11.01, 21, 21.01 and 31
    double fromWin = 10 + 10 + (21 - 1.02) + (21.01 - 2) + (31 - 3);
    assertThat(play.fact(Fact.WENT_LIVE)).isEqualTo(5);
    assertThat(play.fact(Fact.GO_LIVE_MS)).isEqualTo(Math.round(fromWin * HOUR));
    double waited = (11 - 1.02) + (11.01 - 2) + (21 - 3);
    assertThat(play.fact(Fact.ONBOARDING_WAITING_AREA)).isEqualTo(Math.round(waited * HOUR));
    assertThat(play.fact(Fact.RENEWALS_DUE)).isEqualTo(5);
  }

  @Test
  void whatIsWonAndNotLiveBringsNoRevenueAndWaitsInTheBacklog() {
    Play play =
        won(24, 48, 72)
            .with("horizon", "30 days")
            .with("customers", "{onboarding: {duration: 20 days, capacity: 1}}")
            .play();
    // the first is live on day 21, the second will be on day 41, the third is not begun
    assertThat(play.fact(Fact.WENT_LIVE)).isEqualTo(1);
    assertThat(play.fact(Fact.PENDING_AT_END)).isEqualTo(2);
    assertThat(play.fact(Fact.PENDING_ARR_AT_END)).isEqualTo(2 * ARR);
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(yearly(9 * 24));
    assertThat(play.fact(Fact.BOOKINGS)).isEqualTo(3 * ARR);
  }

  @Test
  void theCapacityOfARoleIsPerRep() {
    Play play =
        won(1, 1.01, 1.02)
            .role("CSM", "headcount: 3")
            .with("customers", "{onboarding: {duration: 10 hours, capacity: 1, role: CSM}}")
            .play();
    assertThat(play.fact(Fact.ONBOARDING_WAITING_AREA)).isEqualTo(0);
    assertThat(play.fact(Fact.GO_LIVE_MS)).isEqualTo(30 * HOUR);
  }

  @Test
  void aBadOnboardingLowersTheFirstRenewalOnly() {
    String customers =
        "{onboarding: {duration: 1 day, failure: 100%, failureEffect: -20}, renewal: {contract: 1"
            + " months}}";
    Play play =
        won(24).with("segments", "{all: {churn: 1%/year}}").with("customers", customers).play();
    assertThat(play.fact(Fact.ONBOARDING_FAILED)).isEqualTo(1);
    assertThat(play.fact(Fact.CHURNED)).isEqualTo(1);
    assertThat(play.fact(Fact.RENEWED)).isEqualTo(0);
    Play fine =
        won(24)
            .with("segments", "{all: {churn: 1%/year}}")
            .with("customers", customers.replace("failure: 100%", "failure: 0%"))
            .play();
    assertThat(fine.fact(Fact.RENEWED)).isGreaterThan(5);
  }

  @Test
  void theBacklogLowersTheOddsOfTheLastStageByTheMonthsThatOneWouldWait() {
    Play play =
        won(1, 1.01, 1.02, 50)
            .stage("name: Talk, advance: 100%")
            .with(
                "customers", "{onboarding: {duration: 1 months, capacity: 1, backlogEffect: -0.2}}")
            .play();
    // nobody waits for the first two; one waits when the third decides, two when the fourth does
    assertThat(play.fact(Fact.EFFECT_BACKLOG)).isEqualTo(-200_000 - 400_000);
    assertThat(play.fact(Fact.EFFECT_BACKLOG, 0)).isEqualTo(0);
  }

  @Test
  void theCustomersOfDayOneShareTheirRevenueAndRenewEvenlyOverTheContract() {
    Play play =
        new Story()
            .with("horizon", "1 quarters")
            .stage("name: Talk, advance: 100%")
            .with("segments", "{all: {churn: 0%}}")
            .with("customers", "{opening: {all: {count: 8, arr: 120000.03}}}")
            .play();
    // contracts end after (i + 0.5) / 8 years: the first after 22.8 days, the second after 68.5
    assertThat(play.ledger().get(Fact.CUSTOMERS_AT_START, 0, 0)).isEqualTo(8);
    assertThat(play.ledger().get(Fact.ARR_AT_START, 0, 0)).isEqualTo(12_000_003);
    assertThat(play.fact(Fact.RENEWALS_DUE)).isEqualTo(2);
    Play early =
        new Story()
            .with("horizon", "1 quarters")
            .stage("name: Talk, advance: 100%")
            .with(
                "customers",
                "{opening: {all: {count: 8, arr: 120000, renewals: [75%, 0%, 0%, 25%]}}}")
            .play();
    assertThat(early.fact(Fact.RENEWALS_DUE)).isEqualTo(6);
  }

  @Test
  void anUpfrontContractOfDayOneHasBeenRecognisedBefore() {
    Play play =
        new Story()
            .with("horizon", "1 quarters")
            .with("products", "{core: {value: 12000, recognition: upfront}}")
            .stage("name: Talk, advance: 100%")
            .with("customers", "{opening: {all: {count: 4, arr: 40000}}}")
            .play();
    // one of four contracts ends within the quarter, after 45.7 days
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(1_000_000);
  }

  @Test
  void winsOfTheWarmUpAreCustomersUnlessThoseOfDayOneAreGiven() {
    Story story =
        new Story()
            .with("horizon", "1 quarters")
            .with("begin", "{warmUp: 200 days}")
            .with("sources", "{in: {arrivals: {perMonth: 30}}}")
            .stage("name: Talk, advance: 100%");
    Play without = story.with("customers", "{}").play();
    assertThat(without.ledger().get(Fact.CUSTOMERS_AT_START, 0, 0)).isGreaterThan(100);
    Play with = story.with("customers", "{opening: {all: {count: 7, arr: 70000}}}").play();
    assertThat(with.ledger().get(Fact.CUSTOMERS_AT_START, 0, 0)).isEqualTo(7);
    int last = with.ledger().periods() - 1;
    assertThat(with.ledger().get(Fact.CUSTOMERS_AT_END, last, 0))
        .isEqualTo(7 + with.fact(Fact.WON));
  }

  @Test
  void costsAreSharesOfTheRevenueAndAmountsPerCustomer() {
    Play play =
        won(24)
            .with("horizon", "366 days")
            .with(
                "products",
                "{core: {value: 12000, margin: 75%,"
                    + " costs: {success: 8%, overhead: 12%, perCustomer: 1000/year}}}")
            .with("customers", "{}")
            .play();
    long revenue = yearly(365 * 24);
    assertThat(play.fact(Fact.REVENUE)).isEqualTo(revenue);
    // rounded once in each of five quarters
    near(play.fact(Fact.DELIVERY_COST), revenue * 0.25);
    near(play.fact(Fact.SUCCESS_COST), revenue * 0.08 + 100_000 * 365 / 365.25);
    near(play.fact(Fact.OVERHEAD_COST), revenue * 0.12);
  }

  private static void near(long cents, double expected) {
    assertThat((double) cents).isBetween(expected - 3, expected + 3);
  }
}
