package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** What rules of attribution say of deals whose true cause is known. */
class AttributionTest {

  private static final int WINS = 4000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  private static Story fair(String other) {
    return new Story()
        .with(
            "sources",
            "{fair: {arrivals: {on: {2027-01-10: 4000}}}, ads: {arrivals: {perMonth: 0}, assists: "
                + other
                + "}}")
        .with("products", "{core: {value: 100}}")
        .stage("name: Talk, advance: 100%");
  }

  @Test
  void halfOfTheLeadsThatMeetAnotherSourceMeetItFirst() {
    Play play = fair("60%").play();
    double whole = WINS * 100_00.0;
    assertThat((double) play.fact(Fact.BOOKINGS_BY_SOURCE, 0)).isEqualTo(whole);
    double sd = Math.sqrt(0.3 * 0.7 / WINS);
    assertThat(play.fact(Fact.BOOKINGS_FIRST_TOUCH, 1) / whole).isCloseTo(0.3, within(SIGMAS * sd));
    assertThat(play.fact(Fact.BOOKINGS_LAST_TOUCH, 1) / whole).isCloseTo(0.3, within(SIGMAS * sd));
    // linear: half of the value of the 60 %
    assertThat(play.fact(Fact.BOOKINGS_LINEAR, 1) / whole)
        .isCloseTo(0.3, within(SIGMAS * 0.5 * Math.sqrt(0.24 / WINS)));
    // who met it first did not meet it last
    assertThat(play.fact(Fact.BOOKINGS_FIRST_TOUCH, 1) + play.fact(Fact.BOOKINGS_LAST_TOUCH, 1))
        .isEqualTo(2 * play.fact(Fact.BOOKINGS_LINEAR, 1));
  }

  @Test
  void everyRuleGivesAwayAllThatIsWon() {
    Story story = fair("60%").with("products", "{core: {value: 0.01}}");
    Play play = story.play();
    for (Fact rule :
        new Fact[] {Fact.BOOKINGS_FIRST_TOUCH, Fact.BOOKINGS_LAST_TOUCH, Fact.BOOKINGS_LINEAR}) {
      assertThat(play.fact(rule, 0) + play.fact(rule, 1)).isEqualTo(WINS);
    }
  }

  @Test
  void whoMeetsNobodyElseAndWhoIsLookedAtLeavesEveryStepAsItWas() {
    assertThat(fair("60%").play().seen()).isEqualTo(fair("0%").play().seen());
    assertThat(fair("0%").play().fact(Fact.BOOKINGS_LINEAR, 0)).isZero();
  }
}
