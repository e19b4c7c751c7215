package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** What shocks make of leads, of work and of attrition; by hand. The story starts on 2027-01-04. */
class ShockMarketTest {

  private static final double DAY = 86_400_000.0;

  // ---- leads that come meanwhile

  @Test
  void leadsThatComeMeanwhileAreWorseAndOnesThatWereThereAreNot() {
    Story story =
        fair("quality: 0.8, arrivals: {on: {2027-01-10: 40, 2027-02-03: 30}}")
            .stage("name: Talk, advance: 50%, quality: 1")
            .with("qualityReference", "0.5")
            .with("shocks", during("sources.fair.quality: x0.5"));
    // 40 leads are 0.3 above the reference, 30 are 0.1 below it
    assertThat(story.play().fact(Fact.EFFECT_QUALITY)).isEqualTo(40 * 3_000_000L - 30 * 1_000_000L);
    // none is better than 1
    assertThat(
            story
                .with("shocks", during("sources.fair.quality: x2"))
                .play()
                .fact(Fact.EFFECT_QUALITY))
        .isEqualTo(40 * 3_000_000L + 30 * 5_000_000L);
  }

  @Test
  void theScoreOfALeadMovesWithItsQuality() {
    Story story =
        fair("quality: 0.8, arrivals: {on: {2027-01-10: 40, 2027-02-03: 30}}")
            .stage("name: Talk, advance: 50%, accept: {score: 0.5}");
    assertThat(story.play().fact(Fact.DECIDED)).isEqualTo(70);
    assertThat(story.with("shocks", during("sources.fair.quality: x0.5")).play().fact(Fact.DECIDED))
        .isEqualTo(40);
  }

  @Test
  void dealsThatComeMeanwhileAreWorthLess() {
    Story story =
        fair("arrivals: {on: {2027-01-10: 40, 2027-02-03: 30}}")
            .stage("name: Talk, advance: 100%")
            .with("shocks", during("products.core.value: x0.5"));
    assertThat(story.play().fact(Fact.BOOKINGS, 1)).isEqualTo((40 + 15) * 12_000_00L);
    story
        .with("segments", "{big: {}}")
        .with("shocks", during("products.core.value: x0.5, segments.big.value: x3"));
    assertThat(story.play().fact(Fact.BOOKINGS, 1)).isEqualTo((40 + 45) * 12_000_00L);
  }

  @Test
  void leadsThatComeMeanwhileCostMore() {
    Story story =
        fair("cost: 100, arrivals: {on: {2027-01-10: 40, 2027-02-03: 30}}")
            .stage("name: Talk, advance: 50%");
    assertThat(story.play().fact(Fact.LEAD_COST_SHIFT)).isZero();
    assertThat(
            story
                .with("shocks", during("sources.fair.cost: +50%"))
                .play()
                .fact(Fact.LEAD_COST_SHIFT))
        .isEqualTo(30 * 50_00L);
    assertThat(
            story.with("shocks", during("sources.fair.cost: 30")).play().fact(Fact.LEAD_COST_SHIFT))
        .isEqualTo(-30 * 70_00L);
  }

  // ---- what becomes of them

  @Test
  void noLeadThatIsLostMeanwhileComesBack() {
    Story story =
        fair("arrivals: {on: {2027-01-10: 40, 2027-02-03: 30}}")
            .stage(
                "name: Talk, advance: 0%, lose: {later: 100%}, recycle: {of: [later], share: 100%,"
                    + " after: 300 days}")
            .with("shocks", during("stages.Talk.recycle.share: x0"));
    Play play = story.play();
    assertThat(play.fact(Fact.RECYCLED)).isEqualTo(40);
    assertThat(play.fact(Fact.LOST)).isEqualTo(30);
  }

  @Test
  void workThatBeginsMeanwhileTakesLongerAndWorkInProgressDoesNot() {
    Story story =
        new Story()
            .role("AE", "headcount: 1")
            .lead(24 * 28 - 1)
            .lead(24 * 30)
            .lead(24 * 60)
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .with("shocks", during("stages.Talk.work: x2.5"));
    Play play = story.play();
    assertThat(play.hours(0, Step.WON)).containsExactly(24 * 28 + 2.0);
    assertThat(play.hours(1, Step.WON)).containsExactly(24 * 30 + 7.5);
    assertThat(play.hours(2, Step.WON)).containsExactly(24 * 60 + 3.0);
  }

  // ---- attrition

  @Test
  void aDayOfTwiceTheHazardIsWorthTwoDays() {
    Story story =
        new Story()
            .with("horizon", "4 quarters")
            .role("AE", "headcount: 200, attrition: 60%/year")
            .stage("name: Talk, owner: AE, advance: 50%");
    Play without = story.play();
    Play with = story.with("shocks", during("roles.AE.attrition: x2")).play();
    double from = 28 * DAY;
    double end = 361 * DAY; // 2027-01-04 to 2027-12-31
    int moved = 0;
    for (int rep = 0; rep < 200; rep++) {
      double stays = without.fact(Fact.PRESENT_MS, rep);
      double goes = with.fact(Fact.PRESENT_MS, rep);
      if (stays < end) {
        double expected =
            stays < from
                ? stays
                : stays < from + 40 * DAY ? from + (stays - from) / 2 : stays - 20 * DAY;
        assertThat(goes).isCloseTo(expected, within(2.0));
        moved += stays > from ? 1 : 0;
      } else {
        assertThat(goes).isGreaterThan(end - 20 * DAY - 2);
      }
    }
    assertThat(moved).isGreaterThan(50);
  }

  @Test
  void attritionMayBeSetWhereNoneIsStated() {
    Story story =
        new Story()
            .role("AE", "headcount: 400")
            .stage("name: Talk, owner: AE, advance: 50%")
            .with("shocks", during("roles.AE.attrition: 500%/year"));
    double share = story.play().fact(Fact.LEFT) / 400.0;
    double theory = 1 - Math.exp(-5 * 20 / 365.25);
    // 6e-5 two-sided
    assertThat(share).isCloseTo(theory, within(4 * Math.sqrt(theory * (1 - theory) / 400)));
  }

  /** From 2027-02-01 on, day 28, for 20 days. */
  private static String during(String set) {
    return "[{name: a, from: 2027-02-01, for: 20 days, set: {" + set + "}}]";
  }

  private static Story fair(String about) {
    return new Story().with("sources", "{fair: {" + about + "}}");
  }
}
