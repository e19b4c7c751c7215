package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import org.junit.jupiter.api.Test;

/** What runs on which clock; hours count from Monday, 2027-01-04, 00:00. */
class ClockSemanticsTest {

  private static final double FRIDAY = 4 * 24;
  private static final double NEXT_MONDAY = 7 * 24;
  private static final long DAY_MS = 86_400_000;

  @Test
  void workPausesOverNightAndWeekendAndGoesOnWithTheSameRep() {
    Play play =
        nineToFive()
            .role("AE", "headcount: 2")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .lead(FRIDAY + 16)
            .lead(FRIDAY + 18) // the other rep is free, but nobody works
            .play();
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(FRIDAY + 16);
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(NEXT_MONDAY + 11);
    assertThat(play.reps(0, Step.TOUCH_ENDED)).isEqualTo(play.reps(0, Step.TOUCH_BEGAN));
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(NEXT_MONDAY + 9);
    assertThat(play.reps(1, Step.TOUCH_BEGAN)).isNotEqualTo(play.reps(0, Step.TOUCH_BEGAN));
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(6 * 3_600_000L);
  }

  @Test
  void nobodyWorksOnAHoliday() {
    Play play =
        new Story()
            .with("calendar", "{hoursPerDay: 8, holidays: [2027-01-05]}")
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 9 hours}]")
            .lead(9)
            .play();
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(2 * 24 + 10.0);
  }

  @Test
  void noTouchBeginsInTheMomentAtWhichTheWorkingDayEnds() {
    Play play =
        nineToFive()
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 4 hours}]")
            .lead(9)
            .lead(9)
            .lead(9)
            .play();
    assertThat(play.hours(1, Step.TOUCH_ENDED)).containsExactly(17.0);
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(24 + 9.0);
  }

  @Test
  void theSpeedOfARepIsHisHoursPerWeekOverTheCalendars() {
    Play play =
        nineToFive()
            .role("AE", "headcount: 1, hoursPerWeek: 20")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .lead(9)
            .play();
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(15.0);
  }

  @Test
  void theBuyersDelayRunsOnPlainTimeUnlessASeasonSaysOtherwise() {
    Story story =
        LeadLifeTest.burst(1)
            .with("calendar", "{hoursPerDay: 8}")
            .stage("name: Talk, advance: 100%, delay: 6 days");
    assertThat(msWithBuyer(story.play())).isEqualTo(6 * DAY_MS);
    story.with("season", "{buying: {jan: 2}}");
    assertThat(msWithBuyer(story.play())).isEqualTo(3 * DAY_MS);
  }

  @Test
  void theBuyersClockMayDifferByOutcome() {
    Story story =
        LeadLifeTest.burst(1)
            .with("season", "{buying: {jan: 2}, losing: {jan: 0.5}}")
            .stage("name: Talk, advance: 100%, delay: 6 days");
    assertThat(msWithBuyer(story.play())).isEqualTo(3 * DAY_MS);
    assertThat(msWithBuyer(story.play("stages.Talk.advance=0%"))).isEqualTo(12 * DAY_MS);
  }

  @Test
  void theSegmentsFactorStretchesEveryDelayOfTheBuyers() {
    Story story =
        LeadLifeTest.burst(1)
            .with("segments", "{big: {mix: 100%, product: core, delay: x1.5}}")
            .stage("name: Talk, advance: 100%, delay: 6 days");
    assertThat(msWithBuyer(story.play())).isEqualTo(9 * DAY_MS);
    assertThat(msWithBuyer(story.play("stages.Talk.advance=0%"))).isEqualTo(9 * DAY_MS);
  }

  @Test
  void theSeasonOfTheOddsIsThatOfTheDayOnWhichTheLeadWouldAdvance() {
    // log-odds of -15 in January and +15 in February: a chance of 3e-7 against 1 - 3e-7
    Story story =
        LeadLifeTest.burst(200)
            .with("season", "{winning: {jan: -15, feb: +15}}")
            .stage("name: Talk, advance: 50%, delay: {advance: 35 days, lost: 1 day}");
    Play later = story.play();
    assertThat(later.fact(Fact.WON)).isEqualTo(200);
    assertThat(later.fact(Fact.EFFECT_SEASON)).isEqualTo(200 * 15_000_000L);
    assertThat(story.play("stages.Talk.delay.advance=2 days").fact(Fact.LOST)).isEqualTo(200);
  }

  @Test
  void theSeasonOfTheOddsKnowsTheMonthOfTheFiscalQuarter() {
    Story story =
        LeadLifeTest.burst(10)
            .with("season", "{winning: {quarterMonth: [-0.2, -0.1, 0.3]}}")
            .stage("name: Talk, advance: 50%");
    assertThat(story.play().fact(Fact.EFFECT_SEASON)).isEqualTo(-2_000_000);
    story.with("fiscalYearStart", "february"); // January is then a quarter's last month
    assertThat(story.play().fact(Fact.EFFECT_SEASON)).isEqualTo(3_000_000);
  }

  @Test
  void aDatedBurstBringsItsExactNumberOnItsDay() {
    Play play =
        new Story()
            .with("sources", "{fair: {arrivals: {on: {2027-02-10: 260, 2027-03-01: 7}}}}")
            .stage("name: Talk, advance: 100%")
            .play();
    long first = 37 * DAY_MS;
    long second = 56 * DAY_MS;
    assertThat(play.of(Step.ARRIVED)).hasSize(267);
    assertThat(play.of(Step.ARRIVED).stream().map(Seen::timeMs))
        .allMatch(at -> at >= first && at < first + DAY_MS || at >= second && at < second + DAY_MS);
    assertThat(play.of(Step.ARRIVED).stream().filter(s -> s.timeMs() < second)).hasSize(260);
  }

  private static long msWithBuyer(Play play) {
    long from = play.of(Step.BUYER).get(0).timeMs();
    long to =
        play.seen().stream()
            .filter(s -> s.step() == Step.ADVANCED || s.step() == Step.LOST)
            .findFirst()
            .orElseThrow()
            .timeMs();
    return to - from;
  }

  private static Story nineToFive() {
    return new Story().with("calendar", "{hoursPerDay: 8}");
  }
}
