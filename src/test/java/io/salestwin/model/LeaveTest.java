package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reps who are away and taught; known by hand. */
class LeaveTest {

  private static final long HOUR = 3_600_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void aTouchPausesWhileItsRepIsAwayAndGoesOnThen() {
    // away on 6 and 7 January: from hour 48 to hour 96
    Play play = work("reps: {Ana: {leave: [2027-01-06..2027-01-07]}}", 10).lead(40).play();
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(40.0);
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(98.0);
    assertThat(play.of(0, Step.TOUCH_CUT)).isEmpty();
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(10 * HOUR);
    assertThat(play.fact(Fact.AVAILABLE_MS)).isEqualTo((26 * 7 - 2) * 24 * HOUR);
    assertThat(play.fact(Fact.PRESENT_MS)).isEqualTo(26 * 7 * 24 * HOUR);
  }

  @Test
  void absencesThatMeetAreOneLongAbsence() {
    // two and three days in a row are written down one by one
    for (String days :
        List.of(
            "2027-01-06..2027-01-07",
            "2027-01-06, 2027-01-07",
            "2027-01-07, 2027-01-06",
            "2027-01-06..2027-01-07, 2027-01-07")) {
      Play play = work("reps: {Ana: {leave: [" + days + "]}}", 10).lead(40).lead(41).play();
      assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(98.0);
      assertThat(play.hours(1, Step.TOUCH_ENDED)).containsExactly(108.0);
      assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(20 * HOUR);
      assertThat(play.fact(Fact.AVAILABLE_MS)).isEqualTo((26 * 7 - 2) * 24 * HOUR);
    }
  }

  @Test
  void whoIsAwayGetsNoNewLeads() {
    for (String take : List.of("take: whenFree", "openLeads: 9")) {
      Play play =
          work("reps: {Ana: {leave: [2027-01-06..2027-01-07]}, Ben: {}}, " + take, 1)
              .lead(50)
              .lead(60)
              .lead(97)
              .lead(97.1)
              .play();
      assertThat(play.reps(0, Step.OWNED)).containsExactly(1);
      assertThat(play.reps(1, Step.OWNED)).containsExactly(1);
      assertThat(play.reps(2, Step.OWNED)).containsExactly(0);
      assertThat(play.reps(3, Step.OWNED)).containsExactly(1);
    }
  }

  @Test
  void theLeadsOfARepWhoIsAwayWaitForHimUnlessOthersCover() {
    String reps = "reps: {Ana: {leave: [2027-01-06..2027-01-07]}, Ben: {}}, openLeads: 9";
    Play waits = work(reps, 30).lead(30).lead(31).lead(32).play();
    assertThat(waits.hours(0, Step.TOUCH_ENDED)).containsExactly(30 + 30 + 48.0);
    assertThat(waits.reps(2, Step.OWNED)).containsExactly(0);
    Play covered =
        work(reps + ", leave: {cover: true}, handOver: -2", 30).lead(30).lead(31).lead(32).play();
    assertThat(covered.hours(0, Step.TOUCH_CUT)).containsExactly(48.0);
    assertThat(covered.reps(0, Step.OWNED)).containsExactly(0, 1);
    assertThat(covered.reps(2, Step.OWNED)).containsExactly(0, 1);
    assertThat(covered.hours(2, Step.OWNED)).containsExactly(32.0, 48.0);
    assertThat(covered.fact(Fact.LEFT)).isZero();
    // only an owner who has left the firm costs odds
    assertThat(covered.fact(Fact.EFFECT_HAND_OVER)).isZero();
    assertThat(covered.fact(Fact.HANDED_OVER)).isEqualTo(2);
  }

  @Test
  void whoIsAwayFromTheSameInstantOnCoversForNobody() {
    String off = "{leave: [2027-01-06..2027-01-07]}";
    String reps =
        "reps: {Ana: " + off + ", Ben: " + off + ", Cyd: {}}, openLeads: 9, leave: {cover: true}";
    // all are with their buyers on that day; what nobody works on gets its new owner at once
    Play play =
        new Story()
            .role("AE", reps)
            .stage("name: Talk, owner: AE, advance: 50%, delay: 20 days")
            .lead(30)
            .lead(31)
            .lead(32)
            .play();
    assertThat(play.reps(0, Step.OWNED)).containsExactly(0, 2);
    assertThat(play.reps(1, Step.OWNED)).containsExactly(1, 2);
    assertThat(play.reps(2, Step.OWNED)).containsExactly(2);
    assertThat(play.fact(Fact.HANDED_OVER)).isEqualTo(2);
  }

  @Test
  void theWholeRoleMayBeAwayTogether() {
    Play play =
        work("headcount: 2, openLeads: 9, leave: {on: [2027-01-06]}", 1).lead(50).lead(60).play();
    assertThat(play.hours(0, Step.OWNED)).containsExactly(72.0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(72.0);
    assertThat(play.fact(Fact.AVAILABLE_MS)).isEqualTo(2 * (26 * 7 - 1) * 24 * HOUR);
  }

  @Test
  void namedDaysOffAreThePersonsAndNotHisSuccessors() {
    Story story =
        work(
            "reps: {Ana: {leave: [2027-03-01..2027-03-31]}}, attrition: 3000%/year, backfill: 1 days",
            1);
    Heard heard = Heard.of(story.model(), 1, 0);
    double went = heard.staffed.get(0).hour();
    assertThat(heard.staffed.get(0).present()).isFalse();
    assertThat(went).isLessThan(56 * 24); // before 1 March
    assertThat(heard.staffed).noneMatch(s -> s.present() && !s.working());
  }

  @Test
  void daysPerYearAreTakenFromTheWorkingTime() {
    Story story =
        new Story()
            .with("start", "2027-01-01")
            .with("horizon", "4 years")
            .with("calendar", "{hoursPerDay: 8}")
            .role("AE", "headcount: 300")
            .stage("name: Talk, owner: AE, advance: 0%");
    Play whole = story.play();
    Play less = story.play("roles.AE.leave.daysPerYear=25");
    double years = whole.model().endMs() / People.YEAR_MS;
    double away = whole.fact(Fact.AVAILABLE_MS) - less.fact(Fact.AVAILABLE_MS);
    double days = away / (8.0 * HOUR) / 300 / years;
    // who is away on day one had begun before, and the end of the horizon cuts the last block: the
    // two make up for each other; the standard deviation of both for one rep is 1.6 days
    assertThat(days).isCloseTo(25, within(SIGMAS * 1.6 / Math.sqrt(300) / years));
    assertThat(less.fact(Fact.PRESENT_MS)).isEqualTo(whole.fact(Fact.PRESENT_MS));
  }

  @Test
  void blocksThatMeetFollowOneAnother() {
    // half of the working days away, in blocks of five: most blocks meet the one before
    Story story =
        new Story()
            .with("start", "2027-01-01")
            .with("horizon", "4 years")
            .with("calendar", "{hoursPerDay: 8}")
            .role("AE", "headcount: 100")
            .stage("name: Talk, owner: AE, advance: 0%");
    Play whole = story.play();
    double years = whole.model().endMs() / People.YEAR_MS;
    double away =
        whole.fact(Fact.AVAILABLE_MS)
            - story.play("roles.AE.leave.daysPerYear=130").fact(Fact.AVAILABLE_MS);
    // at the edges of the horizon less than two blocks of each rep, 0.35 days a year on the mean
    assertThat(away / (8.0 * HOUR) / 100 / years).isCloseTo(130, within(0.7));
  }

  @Test
  void everyStretchOfTheYearHasOneBlock() {
    Heard heard =
        Heard.of(
            new Story()
                .with("horizon", "2 years")
                .role("AE", "headcount: 1, leave: {daysPerYear: 12, block: 1}")
                .stage("name: Talk, advance: 0%")
                .model(),
            1,
            0);
    // twelve single days a year: one in each month of the mean year
    long[] blocks = new long[24];
    for (Heard.Staffed s : heard.staffed) {
      if (!s.working()) {
        // a block begins with its day, which may have begun in the stretch before
        int stretch = (int) ((s.hour() + 23.999) * HOUR / SalesModel.MONTH_MS);
        blocks[Math.min(23, stretch)]++;
        assertThat(s.hour() % 24).isZero();
      }
    }
    assertThat(Arrays.stream(blocks).sum()).isBetween(23L, 24L);
    assertThat(Arrays.stream(blocks).filter(n -> n > 2).count()).isZero();
  }

  // ---- training

  @Test
  void aLessonTakesWorkingHoursAndItsEffectFadesByHalves() {
    Story story =
        work("headcount: 2, openLeads: 9, hires: [{on: 2027-01-20}]", 1)
            .with("calendar", "{hoursPerDay: 8, from: 09:00}")
            .with(
                "training",
                "[{name: talk, on: 2027-01-11, role: AE, hours: 12, halfLife: 2 months, effects:"
                    + " {Talk: +0.6}}]")
            .lead(10)
            .lead(7 * 24 + 12)
            .lead(63 * 24 + 9);
    Heard heard = Heard.of(story.model(), 1, 0);
    SalesModel model = heard.replication.model;
    assertThat(heard.fact(Fact.TAUGHT)).isEqualTo(2);
    // from midnight of Monday to half of Tuesday's hours, when the second lead is routed
    assertThat(heard.staffed.get(0).hour()).isEqualTo(7 * 24);
    double back = 8 * 24 + 9 + 4;
    assertThat(heard.hour(model.dealEntity(1), Step.OWNED)).isEqualTo(back);
    assertThat(last(heard, 0).of(Effect.TRAINING)).isZero();
    double halfLives = (back + 1 - 7 * 24) * HOUR / (2 * SalesModel.MONTH_MS);
    assertThat(last(heard, 1).of(Effect.TRAINING))
        .isCloseTo(0.6 * Math.pow(0.5, halfLives), within(1e-9));
    double later = (63 * 24 + 10 - 7 * 24) * HOUR / (2 * SalesModel.MONTH_MS);
    int owner = owner(heard, 2);
    assertThat(last(heard, 2).of(Effect.TRAINING))
        .isCloseTo(owner == 2 ? 0 : 0.6 * Math.pow(0.5, later), within(1e-9));
    // two reps and twelve hours, and the hire who comes after it
    Play same = Play.of(model, 1, 0);
    long without = Play.of(story.with("training", "[]").model(), 1, 0).fact(Fact.AVAILABLE_MS);
    assertThat(without - same.fact(Fact.AVAILABLE_MS)).isEqualTo(2 * 12 * HOUR);
  }

  @Test
  void whoComesAfterTheLessonDoesNotHaveIt() {
    Story story =
        work("reps: {Ana: {started: 2027-01-12}, Ben: {}}, routing: roundRobin, take: onArrival", 1)
            .with("training", "[{name: talk, on: 2027-01-11, role: AE, effects: {Talk: +0.6}}]")
            .lead(300)
            .lead(301);
    Heard heard = Heard.of(story.model(), 1, 0);
    for (int lead = 0; lead < 2; lead++) {
      double hand = owner(heard, lead) == 0 ? 0 : 0.6;
      assertThat(last(heard, lead).of(Effect.TRAINING)).isCloseTo(hand, within(1e-12));
    }
    assertThat(List.of(owner(heard, 0), owner(heard, 1))).containsExactlyInAnyOrder(0, 1);
  }

  private static int owner(Heard heard, int lead) {
    return heard.seen.get(heard.replication.model.dealEntity(lead)).stream()
        .filter(s -> s.step() == Step.OWNED)
        .findFirst()
        .orElseThrow()
        .rep();
  }

  private static Odds last(Heard heard, int lead) {
    List<Heard.Decided> draws = heard.decided.get(heard.replication.model.dealEntity(lead));
    return draws.get(draws.size() - 1).odds();
  }

  private static Story work(String role, int hours) {
    return new Story()
        .role("AE", role)
        .stage("name: Talk, owner: AE, advance: 50%, work: [{effort: " + hours + " hours}]");
  }
}
