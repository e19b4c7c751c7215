package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import io.salestwin.random.Elementary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shocks do, against answers by hand and by theory. The story starts on 2027-01-04. */
class ShockTest {

  private static final double HOUR = 3_600_000.0;
  private static final double DAY = 24 * HOUR;

  // ---- neutral is identical

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{name: a, from: 2027-02-01, for: 30 days, set: {sources.*.arrivals: x1, stages.*.delay: x1,"
            + " stages.*.advance: x1, roles.*.hoursPerWeek: x1, roles.AE.attrition: x1,"
            + " sources.*.quality: x1, sources.*.cost: x1, products.*.value: x1,"
            + " stages.*.work: x1, stages.*.recycle.share: x1}, odds: 0}]",
        "[{name: a, from: 2027-02-01, for: 30 days, severity: 0, set: {sources.*.arrivals: x0.1,"
            + " stages.*.delay: x3, stages.*.advance: x0.5, roles.*.hoursPerWeek: x0,"
            + " roles.AE.attrition: x9, sources.*.quality: x0.1, sources.*.cost: x3,"
            + " products.*.value: x2, stages.*.work: x5, stages.*.recycle.share: 99%}, odds: -2}]",
        "[{name: a, from: 2027-02-01, chance: 0%, for: 30 days, odds: -2}]",
        "[{name: a, from: 2028-02-01, for: 30 days, odds: -2}]",
        "[{name: a, from: 2026-02-01, for: 30 days, odds: -2}]",
      })
  void aNeutralShockLeavesEveryStepAsItWas(String shocks) {
    List<Seen> without = Play.of(rich().model(), 3, 1).seen();
    List<Seen> with = Play.of(rich().with("shocks", shocks).model(), 3, 1).seen();
    assertThat(with).hasSizeGreaterThan(2000).isEqualTo(without);
  }

  @Test
  void nothingHappensBeforeTheShockNorInTheWarmUp() {
    Story story = rich().with("begin", "{warmUp: 60 days}");
    List<Seen> without = Play.of(story.model(), 3, 1).seen();
    List<Seen> with =
        Play.of(
                story
                    .with(
                        "shocks",
                        "[{name: a, from: 2026-11-01, for: 120 days, set: {sources.*.arrivals: x0.1}}]")
                    .model(),
                3,
                1)
            .seen();
    assertThat(until(with, 0)).isEqualTo(until(without, 0)).hasSizeGreaterThan(500);
    assertThat(with.size()).isLessThan(without.size());
  }

  // ---- arrivals

  @Test
  void theSameLeadsComeAndOnlyWhenTheRateIsLowerTheyComeLater() {
    Story story = new Story().with("sources", "{in: {arrivals: {perMonth: 300}}}");
    story.stage("name: Talk, advance: 50%");
    List<Seen> without = Play.of(story.model(), 5, 2).of(Step.ARRIVED);
    List<Seen> with = Play.of(story.with("shocks", drought("x0.5")).model(), 5, 2).of(Step.ARRIVED);
    long from = (long) (28 * DAY);
    long to = from + (long) (30 * DAY);
    for (int i = 0; i < with.size(); i++) {
      Seen before = without.get(i);
      Seen after = with.get(i);
      assertThat(after.entity()).isEqualTo(before.entity());
      // the time change by hand: a day of the drought is worth half a day
      double worth = before.timeMs();
      double at =
          worth < from
              ? worth
              : worth < from + (to - from) / 2.0
                  ? from + 2 * (worth - from)
                  : worth + (to - from) / 2.0;
      assertThat((double) after.timeMs()).isCloseTo(at, within(2.0 * (i + 1)));
    }
    assertThat(with.size()).isBetween(without.size() - 200, without.size() - 100);
  }

  @Test
  void theMeanNumberOfArrivalsIsTheIntegralOfTheRate() {
    // 26 weeks at 60 a month, of which 30 days at 60 x 0.5 x 0.4 (two shocks) and 10 days at 90
    // (set)
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 60, dispersion: 2}}}")
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: a, from: 2027-02-01, for: 30 days, set: {sources.in.arrivals.perMonth: x0.5}},"
                    + " {name: b, from: 2027-02-01, for: 30 days, set: {sources.in.arrivals.perMonth:"
                    + " x0.4}}, {name: c, from: 2027-05-01, for: 10 days, set:"
                    + " {sources.in.arrivals.perMonth: 90}}]");
    double perDay = 60 / (365.25 / 12);
    double mean = perDay * (182 - 40 + 30 * 0.2 + 10 * 1.5);
    Replication play = new Replication(story.model(), 11);
    int plays = 2000;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < plays; r++) {
      play.play(r);
      double n = play.ledger().get(Fact.LEADS, 0, 0) + play.ledger().get(Fact.LEADS, 1, 0);
      n += play.ledger().periods() > 2 ? play.ledger().get(Fact.LEADS, 2, 0) : 0;
      sum += n;
      squares += n * n;
    }
    double observed = sum / plays;
    double error = Math.sqrt((squares / plays - observed * observed) / plays);
    assertThat(observed).isCloseTo(mean, within(4 * error)); // false alarm 6e-5
  }

  @Test
  void whatRepsBringFollowsTooAndBurstsDoNot() {
    Story story =
        new Story()
            .with(
                "sources",
                "{out: {arrivals: {perRepDay: 4, role: SDR}}, fair: {arrivals: {on: {2027-02-10:"
                    + " 50}}}}")
            .role("SDR", "headcount: 2")
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: a, from: 2027-02-01, for: 30 days, set: {sources.*.arrivals: x0}}]");
    Play play = Play.of(story.model(), 1, 0);
    List<Seen> inShock =
        play.of(Step.ARRIVED).stream()
            .filter(s -> s.timeMs() >= 28 * DAY && s.timeMs() < 58 * DAY)
            .toList();
    assertThat(inShock).hasSize(50);
    assertThat(play.fact(Fact.LEADS, 1)).isEqualTo(50);
  }

  // ---- odds

  @Test
  void theOddsAreThoseOfTheDayOfAdvancing() {
    // both leads are decided at hour 1; one advances before the shock, one in it
    Story story =
        new Story()
            .lead(1, "100", "in")
            .stage("name: Talk, advance: 50%, delay: 10 days")
            .with("shocks", "[{name: a, from: 2027-01-14, for: 2 days, odds: -1.5}]");
    assertThat(story.play().fact(Fact.EFFECT_SHOCK)).isEqualTo(-1_500_000);
    assertThat(story.play("stages.Talk.delay=9 days").fact(Fact.EFFECT_SHOCK)).isZero();
    assertThat(story.play("stages.Talk.delay=12 days").fact(Fact.EFFECT_SHOCK)).isZero();
  }

  @Test
  void changesOfAChanceAreStepsOfItsLogOddsInTheOrderOfTheFile() {
    Story story =
        new Story()
            .lead(1)
            .stage("name: Talk, advance: 40%, delay: 10 days")
            .with(
                "shocks",
                "[{name: a, from: 2027-01-10, for: 9 days, set: {stages.Talk.advance: x0.5}},"
                    + " {name: b, from: 2027-01-11, for: 9 days, set: {stages.Talk.advance: +10pp}},"
                    + " {name: c, from: 2027-01-12, for: 9 days, severity: 0.5, odds: {Talk: -1}}]");
    double effect = Elementary.logit(0.3) - Elementary.logit(0.4) - 0.5;
    assertThat(story.play().fact(Fact.EFFECT_SHOCK))
        .isCloseTo(Math.round(effect * 1e6), within(1L));
  }

  // ---- buyers

  @Test
  void aDelayThatBeginsInTheShockIsLongerAndOneInProgressIsNot() {
    Story story =
        new Story()
            .lead(24 * 5)
            .lead(24 * 11)
            .lead(24 * 15)
            .stage("name: Talk, advance: 100%, delay: 8 days")
            .with(
                "shocks",
                "[{name: a, from: 2027-01-14, for: 3 days, set: {stages.Talk.delay: x2}}]");
    Play play = story.play();
    assertThat(play.hours(0, Step.WON)).containsExactly(24.0 * 13);
    assertThat(play.hours(1, Step.WON)).containsExactly(24.0 * 27);
    assertThat(play.hours(2, Step.WON)).containsExactly(24.0 * 23);
  }

  // ---- reps

  @Test
  void anOutageStopsWorkThatHasNotBegun() {
    Story story =
        new Story()
            .role("AE", "headcount: 1")
            .lead(239)
            .lead(239)
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .with(
                "shocks",
                "[{name: a, from: 2027-01-14, for: 2 days, set: {roles.AE.hoursPerWeek: x0}}]");
    Play play = story.play();
    assertThat(play.hours(0, Step.WON)).containsExactly(242.0); // began before the outage at 240
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(288.0);
    assertThat(play.hours(1, Step.WON)).containsExactly(291.0);
  }

  @Test
  void fewerHoursMakeWorkSlowerAndOneSlowedByHalfSeverityInBetween() {
    Story story =
        new Story()
            .role("AE", "headcount: 1")
            .lead(241)
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 3 hours}]")
            .with(
                "shocks",
                "[{name: a, from: 2027-01-14, for: 2 days, severity: 1, set: {roles.AE.hoursPerWeek:"
                    + " x0.25}}]");
    assertThat(story.play().hours(0, Step.WON)).containsExactly(253.0);
    // geometrically in between: half of the hours
    assertThat(story.play("shocks.a.severity=0.5").hours(0, Step.WON)).containsExactly(247.0);
  }

  // ---- chance

  @Test
  void aShockByChanceComesSoOften() {
    Story story =
        new Story()
            .stage("name: Talk, advance: 50%")
            .with("shocks", "[{name: a, from: 2027-02-01, chance: 30%, for: 10 days, odds: -1}]");
    int plays = 4000;
    long came = sum(story, plays, Fact.SHOCKS, 0);
    double error = Math.sqrt(0.3 * 0.7 / plays);
    assertThat(came / (double) plays).isCloseTo(0.3, within(4 * error)); // false alarm 6e-5
    assertThat(sum(story, plays, Fact.SHOCK_MS, 0)).isEqualTo(came * (long) (10 * DAY));
  }

  @Test
  void timeUnderARandomShockIsThatOfAnAlternatingRenewalProcess() {
    // off times exponential with 1/a = 40 days, on times exponential with 1/b = 20 days, from off:
    // P(on at t) = a/(a+b) (1 - exp(-(a+b) t)), whose integral is the mean time under shock
    Story story =
        new Story()
            .with("horizon", "200 days")
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: a, rate: 9.13125/year, for: {exponential: {mean: 20 days}}, odds: -1}]");
    double a = 1 / 40.0;
    double b = 1 / 20.0;
    double t = 200;
    double mean = a / (a + b) * (t - (1 - Math.exp(-(a + b) * t)) / (a + b));
    int plays = 4000;
    Replication play = new Replication(story.model(), 1);
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < plays; r++) {
      play.play(r);
      double days = 0;
      for (int p = 0; p < play.ledger().periods(); p++) {
        days += play.ledger().get(Fact.SHOCK_MS, p, 0) / DAY;
      }
      sum += days;
      squares += days * days;
    }
    double observed = sum / plays;
    double variance = squares / plays - observed * observed;
    assertThat(observed).isCloseTo(mean, within(4 * Math.sqrt(variance / plays)));
    // Var = 2 int int_{s<u} P(on at s) P(on at u | on at s) ds du - mean^2, by the midpoint rule
    double second = 0;
    int n = 2000;
    double h = t / n;
    for (int i = 0; i < n; i++) {
      double s = (i + 0.5) * h;
      double onAtS = a / (a + b) * (1 - Math.exp(-(a + b) * s));
      double rest = t - s;
      // int_0^rest (a/(a+b) + b/(a+b) exp(-(a+b) v)) dv
      double on = a / (a + b) * rest + b / (a + b) * (1 - Math.exp(-(a + b) * rest)) / (a + b);
      second += 2 * onAtS * on * h;
    }
    double theory = second - mean * mean;
    // the standard error of a variance is below variance sqrt(kurtosis / plays), kurtosis below 4
    assertThat(variance).isCloseTo(theory, within(4 * theory * Math.sqrt(4.0 / plays)));
  }

  @Test
  void companionsComeAtTheSameMomentAsOftenAsSaid() {
    Story story =
        new Story()
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: a, from: 2027-02-01, for: 10 days, odds: -1, with: {b: 70%}},"
                    + " {name: b, for: 5 days, odds: -1, with: {c: 50%, a: 100%}},"
                    + " {name: c, rate: 1/year, from: 2027-03-01, for: 1 day, odds: -1}]");
    int plays = 4000;
    assertThat(sum(story, plays, Fact.SHOCKS, 0)).isEqualTo(plays);
    double b = sum(story, plays, Fact.SHOCKS, 1) / (double) plays;
    assertThat(b).isCloseTo(0.7, within(4 * Math.sqrt(0.7 * 0.3 / plays)));
    Play play = Play.of(story.model(), 1, 0);
    assertThat(play.fact(Fact.SHOCK_MS, 1) % (long) (5 * DAY)).isZero();
  }

  @Test
  void moreOfOneShockLeavesTheStrikesOfOthersAsTheyWere() {
    Story story =
        new Story()
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: a, rate: 4/year, for: {exponential: {mean: 9 days}}, odds: -1}]");
    Story both =
        new Story()
            .stage("name: Talk, advance: 50%")
            .with(
                "shocks",
                "[{name: z, rate: 9/year, for: 5 days, odds: -1}, {name: a, rate: 4/year, for:"
                    + " {exponential: {mean: 9 days}}, odds: -1}]");
    for (int r = 0; r < 20; r++) {
      assertThat(Play.of(both.model(), 1, r).fact(Fact.SHOCK_MS, 1))
          .isEqualTo(Play.of(story.model(), 1, r).fact(Fact.SHOCK_MS, 0));
    }
  }

  @Test
  void aShockOfArrivalsLeavesTheLuckOfEveryLeadThatComesInBothRunsAsItWas() {
    Story story =
        new Story()
            .with("products", "{core: {value: {lognormal: {mean: 9000, cv: 1}}}}")
            .with("sources", "{in: {arrivals: {perMonth: 200}}}")
            .stage("name: Talk, advance: 40%");
    Set<Long> won = winners(story.model());
    Set<Long> fewer = winners(story.with("shocks", drought("x0.3")).model());
    assertThat(won).containsAll(fewer).hasSizeGreaterThan(fewer.size());
  }

  private static Set<Long> winners(SalesModel model) {
    return Play.of(model, 4, 1).of(Step.WON).stream()
        .map(Seen::entity)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String drought(String factor) {
    return "[{name: drought, from: 2027-02-01, for: 30 days, set: {sources.in.arrivals.perMonth: "
        + factor
        + "}}]";
  }

  private static long sum(Story story, int plays, Fact fact, int member) {
    Replication play = new Replication(story.model(), 1);
    long sum = 0;
    for (int r = 0; r < plays; r++) {
      play.play(r);
      for (int p = 0; p < play.ledger().periods(); p++) {
        sum += play.ledger().get(fact, p, member);
      }
    }
    return sum;
  }

  private static List<Seen> until(List<Seen> seen, long timeMs) {
    return seen.stream().filter(s -> s.timeMs() < timeMs).toList();
  }

  private static Story rich() {
    return new Story()
        .with("calendar", "{hoursPerDay: 8}")
        .with(
            "sources",
            "{in: {arrivals: {perMonth: 60, dispersion: 1.5, growthPerMonth: 2%}}, out: {arrivals:"
                + " {perRepDay: 0.5, role: AE}, cost: 90, quality: {beta: {mean: 0.6, sd: 0.2}}}}")
        .role("AE", "headcount: 3, openLeads: 30, hoursPerWeek: 30, attrition: 150%/year")
        .stage(
            "name: Talk, owner: AE, advance: {bySource: {in: 60%, out: 30%}}, work: [{effort:"
                + " {exponential: {mean: 1 hour}}}], quality: 0.2, lose: {no: 50%, later: 50%}, recycle: {of:"
                + " [later], share: 50%, after: 9 days}, delay: {lognormal: {mean: 4 days, cv: 1}}")
        .stage("name: Deal, owner: AE, advance: 40%, delay: {lognormal: {mean: 15 days, cv: 1}}");
  }
}
