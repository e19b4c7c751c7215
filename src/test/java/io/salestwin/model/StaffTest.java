package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reps who come and go, and what becomes of their leads; known by hand or by the hazard. */
class StaffTest {

  private static final int DAY = 24;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  // ---- by date

  @Test
  void aHireTakesWorkFromTheFirstDayOn() {
    Play play = work("headcount: 1, hires: [{on: 2027-01-06}]", 100).lead(1).lead(2).lead(3).play();
    assertThat(play.reps(0, Step.TOUCH_BEGAN)).containsExactly(0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(48.0);
    assertThat(play.reps(1, Step.TOUCH_BEGAN)).containsExactly(1);
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(101.0);
    assertThat(play.fact(Fact.HIRED)).isEqualTo(1);
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo((26L * 7 - 2) * DAY * 3_600_000);
  }

  @Test
  void theTouchInProgressOfALeaverBeginsAgainWithAnother() {
    Play play =
        work("reps: [Ana, Ben], openLeads: 9, leavers: [{on: 2027-01-06, rep: Ana}]", 100)
            .lead(1)
            .lead(2)
            .lead(3)
            .play();
    // Ana has the first and the third; Ben does his own, then theirs from the beginning
    assertThat(play.hours(0, Step.TOUCH_CUT)).containsExactly(48.0);
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).hasSize(2).startsWith(1.0);
    assertThat(play.reps(0, Step.OWNED)).containsExactly(0, 1);
    assertThat(play.reps(2, Step.OWNED)).containsExactly(0, 1);
    assertThat(play.hours(2, Step.OWNED)).containsExactly(3.0, 48.0);
    assertThat(play.of(Step.TOUCH_ENDED)).hasSize(3).allMatch(s -> s.rep() == 1);
    assertThat(play.of(Step.TOUCH_ENDED)).map(Story.Seen::hour).containsExactly(102.0, 202., 302.);
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo((47 + 300) * 3_600_000L);
    assertThat(play.fact(Fact.LEFT)).isEqualTo(1);
    assertThat(play.fact(Fact.HANDED_OVER)).isEqualTo(2);
    assertThat(play.fact(Fact.PRESENT_MS, 0)).isEqualTo(48 * 3_600_000L);
  }

  @Test
  void theTouchThatBeginsAgainIsAsLongAsItWas() {
    Story story =
        new Story()
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: {exponential: {mean: 99"
                    + " hours}}}]")
            .lead(1)
            .lead(2)
            .lead(3);
    String reps = "reps: [Ana, Ben], openLeads: 9";
    Play stays = story.role("AE", reps).play();
    Play goes = story.role("AE", reps + ", leavers: [{on: 2027-01-05, rep: Ana}]").play();
    assertThat(goes.of(Step.TOUCH_CUT)).hasSize(1);
    for (int lead = 0; lead < 3; lead++) {
      assertThat(length(goes, lead)).isCloseTo(length(stays, lead), within(1e-6));
    }
  }

  private static double length(Play play, int lead) {
    List<Double> began = play.hours(lead, Step.TOUCH_BEGAN);
    return play.hours(lead, Step.TOUCH_ENDED).get(0) - began.get(began.size() - 1);
  }

  @Test
  void withoutANameTheLatestHiredGoesAndTheLastInTheListAmongEquals() {
    Play play =
        work(
                "reps: [Ana, Ben], hires: [{on: 2027-01-05}], leavers: [{on: 2027-01-07},"
                    + " {on: 2027-01-09}]",
                1)
            .play();
    assertThat(play.fact(Fact.PRESENT_MS, 0)).isEqualTo(26L * 7 * DAY * 3_600_000);
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo(5L * DAY * 3_600_000);
    assertThat(play.fact(Fact.PRESENT_MS, 2)).isEqualTo(2L * DAY * 3_600_000);
  }

  @Test
  void aLowerHeadcountLeavesOutTheLatestAndKeepsTheSkillOfTheOthers() {
    Story story = work("headcount: 5, skill: {sd: 0.5}", 1);
    Replication five = story.play().replication();
    Play three = story.play("roles.AE.headcount=3");
    assertThat(three.model().members(Dimension.REP)).containsExactly("AE 1", "AE 2", "AE 3");
    for (int rep = 0; rep < 3; rep++) {
      assertThat(three.replication().team.seats[rep].skill).isEqualTo(five.team.seats[rep].skill);
    }
  }

  // ---- deals that are with the buyer

  @Test
  void aDealAtTheBuyerKeepsItsLuckUnderTheOddsAfterTheHandOver() {
    Heard heard = heard(atTheBuyer("-1", "advance: 20 days, lost: 40 days"));
    double after = 1 / (1 + Math.E);
    int flipped = 0;
    int handedOver = 0;
    for (Map.Entry<Long, List<Heard.Decided>> of : heard.decided.entrySet()) {
      List<Heard.Decided> draws = of.getValue();
      double luck = draws.get(0).odds().draw();
      double began = draws.get(0).hour();
      boolean again = draws.size() == 2;
      assertThat(draws.get(0).odds().advance()).isCloseTo(0.5, within(1e-12));
      if (again) {
        handedOver++;
        flipped += luck >= after && luck < 0.5 ? 1 : 0;
        assertThat(draws.get(1).hour()).isEqualTo(10 * DAY);
        assertThat(draws.get(1).odds().draw()).isEqualTo(luck);
        assertThat(draws.get(1).odds().advance()).isCloseTo(after, within(1e-12));
      }
      boolean wins = luck < (again ? after : 0.5);
      assertThat(heard.hour(of.getKey(), wins ? Step.WON : Step.LOST))
          .isCloseTo(began + (wins ? 20 : 40) * DAY, within(1e-6));
    }
    // Ana had every other lead, and 0.231 of hers turn
    assertThat(handedOver).isEqualTo(1000);
    assertThat(heard.fact(Fact.HANDED_OVER)).isEqualTo(1000);
    assertThat(heard.fact(Fact.EFFECT_HAND_OVER)).isEqualTo(-1000 * 1_000_000L);
    // a visit that is weighed anew counts once, and with its last odds
    assertThat(heard.fact(Fact.DECIDED)).isEqualTo(heard.decided.size());
    assertThat(heard.fact(Fact.STATED)).isEqualTo(heard.decided.size() * 500_000L);
    double turns = 0.5 - after;
    assertThat(flipped / 1000.0)
        .isCloseTo(turns, within(SIGMAS * Math.sqrt(turns * (1 - turns) / 1000)));
  }

  @Test
  void aDealWhoseNewDayHasPassedLeavesAtOnce() {
    // a no takes five days: who turns to a no on the tenth day is lost on that day
    Heard heard = heard(atTheBuyer("-1", "advance: 20 days, lost: 5 days"));
    double after = 1 / (1 + Math.E);
    int atOnce = 0;
    for (Map.Entry<Long, List<Heard.Decided>> of : heard.decided.entrySet()) {
      double luck = of.getValue().get(0).odds().draw();
      if (of.getValue().size() == 2 && luck >= after) {
        atOnce++;
        assertThat(luck).isLessThan(0.5); // the others were lost before
        assertThat(heard.hour(of.getKey(), Step.LOST)).isEqualTo(10 * DAY);
      }
    }
    assertThat(atOnce).isGreaterThan(150);
  }

  @Test
  void handOversAddUp() {
    Heard heard =
        heard(
            atTheBuyer("-0.3", "60 days")
                .role(
                    "AE",
                    "reps: [Ana, Ben], openLeads: 5000, handOver: -0.3, hires: [{on: 2027-01-20}],"
                        + " leavers: [{on: 2027-01-14, rep: Ana}, {on: 2027-01-21, rep: Ben}]"));
    int twice = 0;
    for (List<Heard.Decided> draws : heard.decided.values()) {
      double effect = draws.get(draws.size() - 1).odds().of(Effect.HAND_OVER);
      assertThat(effect).isCloseTo(-0.3 * (draws.size() - 1), within(1e-12));
      twice += draws.size() == 3 ? 1 : 0;
    }
    assertThat(twice).isEqualTo(1000); // Ana's, then Ben's, then the hire's
    assertThat(heard.fact(Fact.HANDED_OVER)).isEqualTo(3000);
  }

  @Test
  void whoGoesAtTheSameInstantTakesNothingOver() {
    // by turns: Ana has the deals 0 and 3, Ben 1 and 4, Cyd 2 and 5; Ana and Ben go together
    Story story =
        new Story()
            .stage("name: Talk, owner: AE, advance: 50%, delay: 20 days")
            .lead(1)
            .lead(2)
            .lead(3)
            .lead(4)
            .lead(5)
            .lead(6);
    String team = "reps: [Ana, Ben, Cyd], openLeads: 9, handOver: -1";
    Play dated =
        story
            .role(
                "AE", team + ", leavers: [{on: 2027-01-14, rep: Ana}, {on: 2027-01-14, rep: Ben}]")
            .play();
    Play shock =
        story
            .role("AE", team)
            .with(
                "shocks",
                "[{name: a, from: 2027-01-14, leave: {rep: Ana}}, {name: b, from: 2027-01-14,"
                    + " leave: {rep: Ben}}]")
            .play();
    for (Play play : List.of(dated, shock)) {
      assertThat(play.fact(Fact.LEFT)).isEqualTo(2);
      assertThat(play.fact(Fact.HANDED_OVER)).isEqualTo(4);
      assertThat(play.fact(Fact.EFFECT_HAND_OVER)).isEqualTo(-4 * 1_000_000L);
      for (int lead = 0; lead < 6; lead++) {
        assertThat(play.reps(lead, Step.OWNED)).endsWith(2).hasSize(lead % 3 == 2 ? 1 : 2);
      }
    }
  }

  @Test
  void aDealForWhichNobodyHasRoomStaysWithTheBuyerWithoutAnOwner() {
    Play play =
        new Story()
            .role(
                "AE",
                "reps: {Ana: {skill: -3}, Ben: {skill: +3}}, openLeads: 2, leavers: [{on:"
                    + " 2027-01-06, rep: Ana}]")
            .stage("name: Talk, owner: AE, advance: 99.99%, delay: 9 days")
            .stage("name: Sign, owner: AE, advance: 99.99%, delay: 9 days")
            .lead(1)
            .lead(2)
            .lead(3)
            .lead(4)
            .play();
    assertThat(play.reps(2, Step.OWNED).get(0)).isEqualTo(0);
    // Ben is full until his own deals are won after 18 days; only then he takes the others
    assertThat(play.hours(0, Step.RELEASED)).startsWith(48.0);
    assertThat(play.hours(0, Step.ADVANCED)).startsWith(1 + 9.0 * DAY);
    assertThat(play.of(0, Step.OWNED).get(1).rep()).isEqualTo(1);
    assertThat(play.of(0, Step.OWNED).get(1).hour()).isEqualTo(2 + 18.0 * DAY);
  }

  @Test
  void whoHasAlwaysBeenThereHasTheLastFactorOfTheTenure() {
    Play play =
        new Story()
            .role(
                "AE",
                "headcount: 500, attrition: {rate: 100%/year, tenure: [{until: 6 months, rate: x0},"
                    + " {until: 90 months, rate: x0}, {rate: x2}]}")
            .stage("name: Talk, advance: 0%")
            .play();
    double p = 1 - Math.exp(-2 * play.model().endMs() / People.YEAR_MS);
    assertThat(play.fact(Fact.LEFT) / 500.0)
        .isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / 500)));
  }

  @Test
  void prospectsOfALeaverThatAreFoundButNotYetWorkedComeAtOnce() {
    Story story =
        new Story()
            .with("sources", "{cold: {arrivals: {perRepDay: 5, role: AE, effort: 10 hours}}}")
            .role("AE", "reps: [Ana, Ben], leavers: [{on: 2027-01-08, rep: Ana}]")
            .stage("name: Talk, advance: 0%, delay: 300 days");
    Heard heard = heard(story);
    // five a day cost 50 hours: by the fifth day many of Ana's wait, and all of them come then
    long atOnce =
        heard.seen.values().stream()
            .filter(
                steps ->
                    steps.stream()
                        .anyMatch(s -> s.step() == Step.ENTERED && s.timeMs() == 4 * 86_400_000L))
            .count();
    assertThat(atOnce).isGreaterThan(3);
    long anaLater =
        heard.seen.values().stream()
            .flatMap(List::stream)
            .filter(s -> s.step() == Step.TOUCH_BEGAN && s.rep() == 0 && s.hour() >= 96)
            .count();
    assertThat(anaLater).isZero();
  }

  // ---- of one's own accord

  @Test
  void leaversAreAsManyAsTheRateTimesTheTimeOfThoseWhoAreThere() {
    Story story =
        new Story()
            .with("horizon", "2 years")
            .role("AE", "headcount: 200, attrition: 50%/year, backfill: 0 days")
            .stage("name: Talk, advance: 0%");
    long left = 0;
    double repYears = 0;
    for (int seed = 1; seed <= 10; seed++) {
      Play play = Play.of(story.model(), seed, 0);
      left += play.fact(Fact.LEFT);
      assertThat(play.fact(Fact.HIRED)).isEqualTo(play.fact(Fact.LEFT));
      assertThat(play.fact(Fact.PRESENT_MS)).isEqualTo(200 * play.model().endMs());
      repYears += play.fact(Fact.PRESENT_MS) / People.YEAR_MS;
    }
    // with every seat filled at once the number of leavers is Poisson
    double mean = 0.5 * repYears;
    assertThat((double) left).isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
  }

  @Test
  void whoStaysFollowsThePiecewiseExponentialOfTheTenure() {
    Play play =
        new Story()
            .with("horizon", "12 months")
            .with("periods", "month")
            .role(
                "AE",
                "headcount: 1, hires: [{on: 2027-01-04, count: 4000}],"
                    + " attrition: {rate: 80%/year, tenure: [{until: 6 months, rate: x0.5}, {until:"
                    + " 9 months, rate: x2}, {rate: x0.1}]}")
            .stage("name: Talk, advance: 0%")
            .play();
    Ledger ledger = play.ledger();
    double months = 0;
    long gone = 0;
    int checked = 0;
    for (int period = 0; period < ledger.periods(); period++) {
      gone += ledger.get(Fact.LEFT, period, 0);
      months = play.model().boundary(period) / SalesModel.MONTH_MS;
      double hazard =
          0.8
              / 12
              * (0.5 * Math.min(months, 6)
                  + 2 * Math.max(0, Math.min(months, 9) - 6)
                  + 0.1 * Math.max(0, months - 9));
      double p = 1 - Math.exp(-hazard);
      // the one who has been there for ever is among 4,001
      assertThat(gone / 4000.0).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / 4000)));
      checked++;
    }
    assertThat(checked).isGreaterThanOrEqualTo(12);
    assertThat(gone).isGreaterThan(1000);
  }

  @Test
  void afterAPeriodWithoutEnoughOfTheQuotaTheRateIsMultiplied() {
    Story story =
        new Story()
            .with("horizon", "3 quarters")
            .with("start", "2027-01-01")
            .with("sources", "{in: {arrivals: {on: {2027-01-01: 2000}}}}")
            .role(
                "AE",
                "headcount: 2000, openLeads: 9, quota: 12k/quarter, attrition: {rate: 40%/year,"
                    + " attainment: [{below: 50%, rate: x3}, {below: 90%, rate: x9}]}")
            .stage("name: Talk, owner: AE, advance: 100%");
    Play play = story.play();
    // one deal of 12,000 each in the first quarter, none in the second
    double[] factors = {1, 1, 3};
    for (int period = 0; period < 3; period++) {
      double present = 0;
      for (int rep = 0; rep < 2000; rep++) {
        present += play.ledger().get(Fact.PRESENT_MS, period, rep);
      }
      double mean = 0.4 * factors[period] * present / People.YEAR_MS;
      assertThat((double) play.ledger().get(Fact.LEFT, period, 0))
          .as("quarter " + period)
          .isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
    }
  }

  @Test
  void aSuccessorIsNotJudgedByWhatHisPredecessorWon() {
    Play play =
        new Story()
            .with("horizon", "2 quarters")
            .with("start", "2027-01-01")
            .role(
                "AE",
                "headcount: 2000, quota: 12k/quarter, backfill: 0 days, attrition: {rate: 80%/year,"
                    + " attainment: [{below: 50%, rate: x4}]}")
            .stage("name: Talk, advance: 0%")
            .play();
    double first = 0.8 * play.model().boundary(0) / People.YEAR_MS;
    double second = 0.8 * play.model().boundary(1) / People.YEAR_MS - first;
    // who was there for the whole first quarter has four times the rate in the second; all who
    // come then, and who came in the first, have the plain one
    double judged = Math.exp(-first);
    double gone = judged * (1 - Math.exp(-4 * second));
    double mean = 2000 * (gone + second - gone / 4);
    assertThat((double) play.ledger().get(Fact.LEFT, 1, 0))
        .isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
  }

  @Test
  void theSeatIsTakenAfterTheDelayBySomebodyWithHisOwnSkill() {
    Heard heard =
        heard(
            new Story()
                .role(
                    "AE",
                    "headcount: 20, skill: {sd: 0.5}, attrition: 200%/year, backfill: 10 days")
                .stage("name: Talk, advance: 0%"));
    double[] wentAt = new double[20];
    double[] skill = new double[20];
    int came = 0;
    for (Heard.Staffed s : heard.staffed) {
      if (s.present()) {
        came++;
        assertThat(s.hour()).isCloseTo(wentAt[s.rep()] + 240, within(1e-6));
        assertThat(s.skill()).isNotEqualTo(skill[s.rep()]).isNotZero();
      }
      wentAt[s.rep()] = s.hour();
      skill[s.rep()] = s.skill();
    }
    assertThat(came).isGreaterThan(5);
  }

  @Test
  void whoLeavesByDateHasNoSuccessor() {
    Play play =
        work("headcount: 2, backfill: 1 days, leavers: [{on: 2027-01-06}]", 1).lead(1).play();
    assertThat(play.fact(Fact.HIRED)).isZero();
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo(2L * DAY * 3_600_000);
  }

  @Test
  void aHigherRateMovesTheDayEarlierAndNobodyIsSaved() {
    Story story = new Story().role("AE", "headcount: 300").stage("name: Talk, advance: 0%");
    Play low = story.play("roles.AE.attrition=50%/year");
    Play high = story.play("roles.AE.attrition=100%/year");
    int earlier = 0;
    for (int rep = 0; rep < 300; rep++) {
      long lower = low.fact(Fact.PRESENT_MS, rep);
      long higher = high.fact(Fact.PRESENT_MS, rep);
      if (lower < low.model().endMs()) {
        // the same lot at twice the rate is reached in half the time
        assertThat(higher).isCloseTo(lower / 2, within(1L));
        earlier++;
      }
    }
    assertThat(earlier).isGreaterThan(30);
  }

  private static Heard heard(Story story) {
    return Heard.of(story.model(), 1, 0);
  }

  private static Story work(String role, int hours) {
    return new Story()
        .role("AE", role)
        .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: " + hours + " hours}]");
  }

  /** 2,000 leads that come on the second day and are with the buyer when Ana leaves. */
  private static Story atTheBuyer(String effect, String delay) {
    return new Story()
        .with("sources", "{in: {arrivals: {on: {2027-01-05: 2000}}}}")
        .role(
            "AE",
            "reps: [Ana, Ben], openLeads: 5000, handOver: "
                + effect
                + ", leavers: [{on: 2027-01-14, rep: Ana}]")
        .stage(
            "name: Talk, owner: AE, advance: 50%, delay: "
                + (delay.contains(":") ? "{" + delay + "}" : delay));
  }
}
