package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reps whom shocks take away, against dated leavers, dated leave and answers by hand. */
class ShockLossTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, from: 2027-02-01, leave: {role: AE, count: 0}}",
        "{name: a, from: 2027-02-01, leave: {role: AE, share: 0%}}",
        "{name: a, from: 2027-02-01, leave: {role: AE, share: 16%}}", // 0.48 of a rep
        "{name: a, from: 2027-02-01, severity: 0, for: 9 days, leave: {count: 3}, absent: {count: 3}}",
        "{name: a, from: 2027-02-01, chance: 0%, leave: {rep: AE 2}}",
        "{name: a, from: 2026-12-01, leave: {role: AE, count: 3}}",
        "{name: a, from: 2028-02-01, leave: {role: AE, count: 3}}",
        "{name: a, from: 2027-02-01, for: 9 days, absent: {role: AE, count: 0}}",
      })
  void whoeverTakesNobodyAwayLeavesEveryStepAsItWas(String shock) {
    List<Seen> without = Play.of(rich().model(), 3, 1).seen();
    List<Seen> with = Play.of(rich().with("shocks", "[" + shock + "]").model(), 3, 1).seen();
    assertThat(with).hasSizeGreaterThan(1500).isEqualTo(without);
  }

  @Test
  void aNamedRepLeavesAsALeaverOfThatDateDoes() {
    Story dated = rich(", leavers: [{on: 2027-02-01, rep: AE 2}], handOver: -0.3");
    Story shock =
        rich(", handOver: -0.3")
            .with("shocks", "[{name: a, from: 2027-02-01, leave: {rep: AE 2}}]");
    Play play = Play.of(shock.model(), 3, 1);
    assertThat(play.seen()).isEqualTo(Play.of(dated.model(), 3, 1).seen());
    assertThat(play.fact(Fact.LEFT)).isEqualTo(1);
    assertThat(play.fact(Fact.HANDED_OVER)).isPositive();
  }

  @Test
  void theLatestGoFirstAsWithLeaversOfNoName() {
    Story dated = rich(", leavers: [{on: 2027-02-01, count: 2}], hires: [{on: 2027-01-20}]");
    Story shock =
        rich(", hires: [{on: 2027-01-20}]")
            .with("shocks", "[{name: a, from: 2027-02-01, leave: {count: 2, who: latest}}]");
    Play play = Play.of(shock.model(), 3, 1);
    assertThat(play.seen()).isEqualTo(Play.of(dated.model(), 3, 1).seen());
    assertThat(play.fact(Fact.PRESENT_MS, 3)).isEqualTo(12 * DAY);
    assertThat(play.fact(Fact.PRESENT_MS, 2)).isEqualTo(28 * DAY);
  }

  @Test
  void whoIsAwayIsAwayAsOnDaysOfLeave() {
    Story dated = rich(", leave: {on: [2027-02-01..2027-02-10]}");
    Story shock =
        rich("")
            .with("shocks", "[{name: a, from: 2027-02-01, for: 10 days, absent: {share: 100%}}]");
    assertThat(Play.of(shock.model(), 3, 1).seen())
        .isEqualTo(Play.of(dated.model(), 3, 1).seen())
        .isNotEqualTo(Play.of(rich().model(), 3, 1).seen());
  }

  @Test
  void whoIsAwayByAShockThatHasBegunIsAwayFromTheFirstDayOnAndWhoHasGoneIsNotThere() {
    Story dated = rich(", leave: {on: [2027-01-04..2027-01-10]}");
    Story shock =
        rich("")
            .with(
                "shocks",
                "[{name: a, from: 2026-12-28, for: 14 days, absent: {share: 100%}, leave: {share:"
                    + " 100%}}]");
    assertThat(Play.of(shock.model(), 3, 1).seen())
        .isEqualTo(Play.of(dated.model(), 3, 1).seen())
        .isNotEqualTo(Play.of(rich().model(), 3, 1).seen());
    Story over =
        rich("")
            .with("shocks", "[{name: a, from: 2026-12-28, for: 7 days, absent: {share: 100%}}]");
    assertThat(Play.of(over.model(), 3, 1).seen()).isEqualTo(Play.of(rich().model(), 3, 1).seen());
  }

  @Test
  void theBestSellerIsWhoHasBookedTheMost() {
    // by turns: Ana sells 100 and 100, Ben 500, so Ben goes; the deal of hour 400 is then Ana's
    Story story =
        new Story()
            .role("AE", "reps: [Ana, Ben], openLeads: 9")
            .lead(1, "100")
            .lead(2, "500")
            .lead(3, "100")
            .lead(500)
            .stage("name: Talk, owner: AE, advance: 100%, delay: 5 days")
            .with("shocks", "[{use: key rep leaves, from: 2027-01-18}]");
    Play play = story.play();
    assertThat(play.fact(Fact.PRESENT_MS, 0)).isEqualTo(26 * 7 * DAY);
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo(14 * DAY);
    assertThat(play.reps(3, Step.WON)).containsExactly(0);
  }

  @Test
  void whatHisPredecessorBookedIsNotTheSuccessors() {
    // Ben books 500 and goes; who comes after him has booked nothing, and Ana 200
    Story story =
        new Story()
            .role("AE", "reps: [Ana, Ben], openLeads: 9, backfill: 7 days")
            .lead(1, "200")
            .lead(2, "500")
            .stage("name: Talk, owner: AE, advance: 100%, delay: 5 days")
            .with(
                "shocks",
                "[{use: key rep leaves, name: one, from: 2027-01-18}, {use: key rep leaves, name:"
                    + " two, from: 2027-02-01}]");
    Play play = story.play();
    assertThat(play.fact(Fact.PRESENT_MS, 0)).isEqualTo(28 * DAY + (26 * 7 - 35) * DAY);
    assertThat(play.fact(Fact.PRESENT_MS, 1)).isEqualTo((26 * 7 - 7) * DAY);
    assertThat(play.fact(Fact.HIRED)).isEqualTo(2);
  }

  @Test
  void everybodyIsAsLikelyToGoAndOneRepMoreLeavesTheOrderOfTheOthers() {
    int plays = 2000;
    int[] gone = new int[5];
    Story story = new Story().stage("name: Talk, owner: AE, advance: 50%");
    String shock = "[{name: a, from: 2027-02-01, leave: {role: AE, share: 40%}}]";
    Replication five =
        new Replication(story.role("AE", "headcount: 5").with("shocks", shock).model(), 7);
    Replication six =
        new Replication(
            story.role("AE", "headcount: 6").with("shocks", shock.replace("40%", "34%")).model(),
            7);
    int same = 0;
    for (int r = 0; r < plays; r++) {
      five.play(r);
      six.play(r);
      boolean sixth = !six.team.seats[5].present;
      boolean equal = true;
      for (int rep = 0; rep < 5; rep++) {
        gone[rep] += five.team.seats[rep].present ? 0 : 1;
        equal &= five.team.seats[rep].present == six.team.seats[rep].present;
      }
      assertThat(equal || sixth).isTrue();
      same += equal ? 1 : 0;
    }
    for (int rep = 0; rep < 5; rep++) {
      assertThat(gone[rep] / (double) plays)
          .isCloseTo(0.4, within(SIGMAS * Math.sqrt(0.24 / plays)));
    }
    // both choose two: the sixth is among them with 1/3
    assertThat(same / (double) plays).isCloseTo(2 / 3., within(SIGMAS * Math.sqrt(2 / 9. / plays)));
  }

  @Test
  void severityTakesItsPartAndSeatsAreFilledAgain() {
    Story story =
        new Story()
            .stage("name: Talk, owner: AE, advance: 50%")
            .role("AE", "headcount: 8, backfill: 21 days")
            .with(
                "shocks",
                "[{use: exodus of reps, from: 2027-02-01, severity: 0.5, leave: {share: 75%}}]");
    Play play = story.play();
    assertThat(play.fact(Fact.LEFT)).isEqualTo(3);
    assertThat(play.fact(Fact.HIRED)).isEqualTo(3);
    long present = IntStream.range(0, 8).mapToLong(rep -> play.fact(Fact.PRESENT_MS, rep)).sum();
    assertThat(present).isEqualTo((8 * 26 * 7 - 3 * 21) * DAY);
  }

  private static Story rich() {
    return rich("");
  }

  private static Story rich(String about) {
    return new Story()
        .with("calendar", "{hoursPerDay: 8}")
        .with("sources", "{in: {arrivals: {perMonth: 60, dispersion: 1.5}}}")
        .role("AE", "headcount: 3, openLeads: 30, hoursPerWeek: 30" + about)
        .stage(
            "name: Talk, owner: AE, advance: 60%, work: [{effort: {exponential: {mean: 3 hours}}}],"
                + " delay: {lognormal: {mean: 4 days, cv: 1}}")
        .stage("name: Deal, owner: AE, advance: 40%, delay: {lognormal: {mean: 15 days, cv: 1}}");
  }
}
