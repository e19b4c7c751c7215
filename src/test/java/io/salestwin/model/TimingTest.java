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

/**
 * Signatures moved over the end of a quarter, prices, and quotas of new reps; by hand. The story
 * starts on 2027-01-04; its first quarter ends with hour 2088 (87 days later).
 */
class TimingTest {

  private static final double END = 87 * 24;
  private static final long DAY = 24 * 3_600_000L;

  // ---- holding back and pulling in

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{days: 30}",
        "{days: 30, hold: 100%, over: 10000%}",
        "{days: 30, pull: 100%, near: 0%}",
      })
  void whoMovesNothingLeavesEveryStepAsItWas(String timing) {
    Story story = games("");
    List<Seen> before = story.play().seen();
    assertThat(games("timing: " + timing).play().seen()).isEqualTo(before);
    assertThat(before).hasSizeGreaterThan(10);
  }

  @Test
  void whoHasEnoughHoldsADealBackUntilTheQuarterIsOver() {
    // the first deal reaches the quota of 12,000; the second would close two days before the end
    Play play = games("timing: {hold: 100%}").play();
    assertThat(play.hours(0, Step.WON)).containsExactly(240.0);
    assertThat(play.hours(1, Step.WON)).containsExactly(END);
    assertThat(games("timing: {hold: 100%, over: 201%}").play().hours(1, Step.WON))
        .containsExactly(END - 48);
    assertThat(games("timing: {hold: 100%, days: 1}").play().hours(1, Step.WON))
        .containsExactly(END - 48);
    // a deal before the last days is not held back
    assertThat(play.hours(2, Step.WON)).containsExactly(END - 15 * 24);
  }

  @Test
  void whoLacksALittleHasADealSignedOnTheLastDay() {
    Story story = games("quota: 60k/quarter, timing: {pull: 100%, near: 80%}").lead(END - 100);
    // 36,000 of 60,000 are booked by then; the deal of three days into the next quarter comes
    // forward
    story.stage("name: Sign, owner: AE, advance: 100%, delay: 172 hours");
    Play play = story.play();
    assertThat(play.hours(3, Step.WON)).containsExactly(END - 24);
    assertThat(story.play("roles.AE.timing.near=39%").hours(3, Step.WON)).containsExactly(END + 72);
    assertThat(story.play("roles.AE.timing.days=2").hours(3, Step.WON)).containsExactly(END + 72);
    assertThat(story.play("roles.AE.quota=20k").hours(3, Step.WON)).containsExactly(END + 72);
  }

  /** The deal is decided upon at END - 100; what counts is the quota on the last day. */
  @Test
  void howMuchARepLacksIsWhatHeLacksOnTheLastDay() {
    String half = "quota: 60k/quarter, timing: {pull: 100%, near: 50%}";
    Story story = games(half).lead(END - 100);
    story.stage("name: Sign, owner: AE, advance: 100%, delay: 172 hours");
    // 36,000 of 60,000 are booked on the day of the decision and on the last one
    assertThat(story.play().hours(3, Step.WON)).containsExactly(END - 24);
    // when it is decided upon, 12,000 of 60,000 are; by the last day, 36,000
    Story later = signing(half, END - 240, END - 230);
    assertThat(later.play().hours(3, Step.WON)).containsExactly(END - 24);
    // when it is decided upon, 24,000 of 36,000 are; by the last day, all
    Story enough = signing("quota: 36k/quarter, timing: {pull: 100%, near: 50%}", 1, END - 240);
    assertThat(enough.play().hours(3, Step.WON)).containsExactly(END + 72);
    // two deals of the next quarter: one is enough for the quota, the other comes in its time
    Story two = signing("quota: 48k/quarter, timing: {pull: 100%, near: 50%}", 1, 2);
    two.lead(END - 99);
    Play play = two.play();
    assertThat(play.hours(3, Step.WON)).containsExactly(END - 24);
    assertThat(play.hours(4, Step.WON)).containsExactly(END + 73);
  }

  /** Four deals whose signature takes 172 hours: of hour 1, of these two, and of END - 100. */
  private static Story signing(String about, double second, double third) {
    return new Story()
        .role("AE", "headcount: 1, openLeads: 9, " + about)
        .lead(1)
        .lead(second)
        .lead(third)
        .lead(END - 100)
        .stage("name: Sign, owner: AE, advance: 100%, delay: 172 hours");
  }

  @Test
  void aDealIsMovedAsOftenAsSaid() {
    Story story =
        new Story()
            .with("sources", "{fair: {arrivals: {on: {2027-03-28: 1000}}}}")
            .role("AE", "headcount: 1, openLeads: 5000, quota: 0, timing: {hold: 30%, over: 0%}")
            .stage("name: Talk, owner: AE, advance: 100%");
    Play play = story.play();
    long now = play.ledger().get(Fact.WON, 0, 1);
    assertThat(now + play.ledger().get(Fact.WON, 1, 1)).isEqualTo(1000);
    // 6e-5 two-sided
    assertThat(now / 1000.0).isCloseTo(0.7, within(4 * Math.sqrt(0.21 / 1000)));
  }

  /** Deals of 12,000 that close at hour 240, two days and 15 days before the end of the quarter. */
  private static Story games(String about) {
    boolean more = about.contains("quota");
    Story story =
        new Story()
            .role(
                "AE",
                "headcount: 1, openLeads: 9"
                    + (more ? "" : ", quota: 12k/quarter")
                    + (about.isEmpty() ? "" : ", " + about));
    return more
        ? story.lead(1).lead(2).lead(3)
        : story
            .stage("name: Talk, owner: AE, advance: 100%")
            .lead(240)
            .lead(END - 48)
            .lead(END - 15 * 24);
  }

  // ---- prices

  @Test
  void aDiscountIsTakenOffTheValueAndTheMarginAndActsOnTheOdds() {
    Story story =
        new Story()
            .with(
                "products",
                "{core: {value: 12000, margin: 60%, discount: 20%, elasticity: {Talk: 0.3}}}")
            .lead(1)
            .stage("name: Talk, advance: 50%, delay: 1 day")
            .stage("name: Deal, advance: 100%");
    Play play = story.play();
    assertThat(play.fact(Fact.EFFECT_KIND, 1)).isEqualTo(600_000);
    assertThat(story.play("products.core.discount=0%").fact(Fact.EFFECT_KIND, 1)).isZero();
    // with a certain win: 9,600 booked, of which 7,200 - 2,400 are margin
    Play sure = story.play("stages.Talk.advance=100%");
    assertThat(sure.fact(Fact.BOOKINGS)).isEqualTo(9_600_00);
    assertThat(sure.fact(Fact.MARGIN)).isEqualTo(4_800_00);
  }

  @Test
  void aDiscountOfNothingLeavesEveryStepAsItWas() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 100}}}")
            .with("products", "{core: {value: {lognormal: {mean: 12000, cv: 1}}, margin: 60%}}")
            .stage("name: Talk, advance: 50%, delay: 1 day");
    assertThat(story.play("products.core.discount=0%", "products.core.elasticity={Talk: 3}").seen())
        .isEqualTo(story.play().seen());
  }

  // ---- quotas of new reps

  @Test
  void aNewRepCarriesHisShareOfTheQuotaMonthByMonth() {
    Story story =
        new Story()
            .with("horizon", "120 days")
            .role(
                "AE",
                "reps: {Ana: {}, Ben: {started: 2027-01-14}}, quota: 90k, quotaRamp: [0%, 50%]")
            .stage("name: Talk, owner: AE, advance: 50%");
    Play play = story.play();
    double month = 365.25 / 12 * DAY;
    assertThat(play.fact(Fact.QUOTA_MS, 0)).isEqualTo(120 * DAY);
    assertThat((double) play.fact(Fact.QUOTA_MS, 1))
        .isCloseTo(110 * DAY - 1.5 * month, within(4.0));
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo(110 * DAY);
    assertThat(story.play("roles.AE.quotaRamp=[100%]").fact(Fact.QUOTA_MS, 1)).isEqualTo(110 * DAY);
  }

  // ---- customers who buy more

  @Test
  void whatCustomersBuyMoreCountsForWhoWonThem() {
    Story story =
        new Story()
            .with("horizon", "730 days")
            .with("segments", "{all: {churn: 0%, expansion: 200%/year}}")
            .with(
                "customers",
                "{opening: {all: {count: 40, arr: 100000}}, expansion: {size: 50%, win: 100%}}")
            .role("AE", "reps: [Ana, Ben], openLeads: 9")
            .lead(1)
            .lead(2)
            .stage("name: Talk, owner: AE, advance: 100%");
    Play play = story.play();
    long ana = play.fact(Fact.EXPANSION_BY_REP, 0);
    long ben = play.fact(Fact.EXPANSION_BY_REP, 1);
    assertThat(ana).isPositive();
    assertThat(ben).isPositive();
    // those of day one were won by nobody here
    assertThat(play.fact(Fact.EXPANSION_ARR)).isGreaterThan(ana + ben);
    story.with("customers", "{expansion: {size: 50%, win: 100%}}");
    Play own = story.play();
    assertThat(own.fact(Fact.EXPANSION_BY_REP, 0)).isEqualTo(ana);
    assertThat(own.fact(Fact.EXPANSION_ARR)).isEqualTo(ana + ben);
  }
}
