package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments with a season of their own, held against arithmetic. Each interval has 6e-5. */
class SegmentSeasonTest {

  private static final double SIGMAS = 4;
  private static final int OCTOBER = 0;
  private static final int NOVEMBER = 1;
  private static final int DECEMBER = 2;

  /** 60 % shops and 40 % others; all are decided upon at once, one half for. */
  private static Story story(String season) {
    return new Story()
        .with("start", "2027-10-01")
        .with("horizon", "3 months")
        .with("periods", "month")
        .with("segments", "{shops: {mix: 60%" + season + "}, others: {mix: 40%}}")
        .with("sources", "{in: {arrivals: {perMonth: 3000}}}")
        .stage("name: Deal, advance: 50%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", season: {}",
        ", season: {arrivals: {nov: 1, mon: 1}, winning: {nov: 0}}",
        ", season: {winning: {nov: 0, stages: [Deal]}}"
      })
  void whatIsNeutralLeavesEveryStepAsItWas(String season) {
    Play before = story("").play();
    assertThat(story(season).play().seen()).isEqualTo(before.seen());
    assertThat(before.seen()).hasSizeGreaterThan(10_000);
  }

  @Test
  void leadsOfASegmentComeInItsSeasonAndTheOthersAsEver() {
    Play play = story(", season: {arrivals: {nov: 3, dec: 0}}").play();
    double month = 3000 * 12 / 365.25;
    leads(play, OCTOBER, 0, 31 * month * 0.6);
    leads(play, NOVEMBER, 0, 30 * month * 0.6 * 3);
    assertThat(leads(play, DECEMBER, 0)).isZero();
    for (int period = OCTOBER; period <= DECEMBER; period++) {
      leads(play, period, 1, (period == NOVEMBER ? 30 : 31) * month * 0.4);
    }
  }

  /** On a given day a given number comes: of those in season more. */
  @Test
  void aCountThatIsGivenIsSharedBySeason() {
    Play play =
        story(", season: {arrivals: {nov: 3}}")
            .with("sources", "{fair: {arrivals: {on: {2027-11-10: 3000, 2027-12-10: 3000}}}}")
            .play();
    assertThat(leads(play, NOVEMBER, 0) + leads(play, NOVEMBER, 1)).isEqualTo(3000);
    share(leads(play, NOVEMBER, 0), 0.6 * 3 / (0.6 * 3 + 0.4), 3000);
    share(leads(play, DECEMBER, 0), 0.6, 3000);
  }

  /** Log-odds of +1 make 73 % of one half. */
  @Test
  void itsDealsAreWonInItsSeasonAndTheOthersAsEver() {
    Play play = story(", season: {winning: {nov: +1}}").play();
    for (int period = OCTOBER; period <= DECEMBER; period++) {
      double p = period == NOVEMBER ? 1 / (1 + StrictMath.exp(-1)) : 0.5;
      share(won(play, period, 0), p, leads(play, period, 0));
      share(won(play, period, 1), 0.5, leads(play, period, 1));
    }
    assertThat(story(", season: {winning: {nov: +1, stages: [Deal]}}").play().seen())
        .isEqualTo(play.seen());
    assertThat(play.fact(Fact.EFFECT_SEASON, 0)).isEqualTo(1_000_000 * leads(play, NOVEMBER, 0));
  }

  @Test
  void bothSeasonsOfSpeedMultiply() {
    Play play =
        story(", season: {arrivals: {nov: 2}}").with("season", "{arrivals: {nov: 0.5}}").play();
    double month = 3000 * 12 / 365.25;
    leads(play, NOVEMBER, 0, 30 * month * 0.6);
    leads(play, NOVEMBER, 1, 30 * month * 0.4 * 0.5);
  }

  private static void leads(Play play, int period, int segment, double mean) {
    assertThat((double) leads(play, period, segment))
        .isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
  }

  private static long leads(Play play, int period, int segment) {
    return play.ledger().get(Fact.LEADS_BY_SEGMENT, period, segment);
  }

  private static long won(Play play, int period, int segment) {
    return play.ledger().get(Fact.WON_BY_SEGMENT, period, segment);
  }

  private static void share(long part, double p, long whole) {
    assertThat(part / (double) whole).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / whole)));
  }
}
