package io.salestwin.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Lever.Unit;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArmsTest {

  private static final long WEEK = 7 * Clock.DAY;

  // ---- nothing that differs changes nothing

  @ParameterizedTest
  @EnumSource(Unit.class)
  void armsThatDoNotDifferChangeNothingWhoeverIsDealtThem(Unit unit) {
    Story story = busy();
    Scenario root = story.scenario();
    Play with = Play.of(SalesModel.of(root, halves(unit, root, root)), 3, 1);
    Play without = Play.of(SalesModel.of(root), 3, 1);
    assertThat(with.seen()).isEqualTo(without.seen()).hasSizeGreaterThan(1000);
    for (Fact fact : Fact.values()) {
      assertThat(facts(with, fact)).as(fact.name()).isEqualTo(facts(without, fact));
    }
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void aRollOutOfAnArmIsTheOrganisationThatIsItFromTheStart(Unit unit) {
    Story story = busy().with("begin", "{empty: true}");
    Scenario root = story.scenario();
    Scenario other = story.scenario(CHANGES);
    Replication replication = new Replication(SalesModel.of(root, halves(unit, root, other)), 3);
    for (int arm = 0; arm < 2; arm++) {
      replication.rollOut(arm);
      replication.play(1);
      Play alone = Play.of(SalesModel.of(arm == 0 ? root : other), 3, 1);
      for (Fact fact : Fact.values()) {
        assertThat(facts(replication, fact)).as(fact.name()).isEqualTo(facts(alone, fact));
      }
    }
  }

  @Test
  void beforeTheStartEverythingIsInTheFirstArm() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 300}}}")
            .with("begin", "{warmUp: 60 days}")
            .stage("name: Talk, advance: 0%");
    Scenario root = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    Play play = Play.of(SalesModel.of(root, halves(Unit.LEAD, root, all)), 1, 0);
    Set<Long> before =
        play.of(Step.ARRIVED).stream()
            .filter(s -> s.timeMs() < 0)
            .map(Seen::entity)
            .collect(toSet());
    assertThat(before).hasSizeGreaterThan(100);
    assertThat(play.of(Step.WON)).isNotEmpty().noneMatch(s -> before.contains(s.entity()));
  }

  // ---- reps

  @Test
  void repsAreSplitExactlyWithinTerritoriesAndALeadHasTheArmOfItsRep() {
    Story story = ofReps();
    Scenario root = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    Replication replication = new Replication(SalesModel.of(root, halves(Unit.REP, root, all)), 1);
    int[] treated = new int[12];
    int plays = 400;
    for (int r = 0; r < plays; r++) {
      Play play = watched(replication, r);
      Set<Integer> winners = play.of(Step.WON).stream().map(Seen::rep).collect(toSet());
      Set<Integer> losers = play.of(Step.LOST).stream().map(Seen::rep).collect(toSet());
      // a rep wins all that he owns, or nothing
      assertThat(winners).hasSize(6).doesNotContainAnyElementsOf(losers);
      // seven in one territory, five in the other
      assertThat(winners.stream().filter(rep -> rep < 7).count()).isBetween(3L, 4L);
      winners.forEach(rep -> treated[rep]++);
    }
    // each rep is treated in half of the plays: 4.5 standard errors, 12 reps, alarm 8e-5
    for (int rep = 0; rep < treated.length; rep++) {
      assertThat(treated[rep]).isBetween(plays / 2 - 45, plays / 2 + 45);
    }
  }

  @Test
  void aRepMayCarryHoursRoomAndSkillOfHisOwn() {
    Story story = ofReps();
    Scenario root = story.scenario();
    Scenario slow =
        story.scenario("roles.AE.hoursPerWeek=84", "roles.AE.openLeads=3", "roles.AE.skill.sd=2");
    SalesModel model = SalesModel.of(root, halves(Unit.REP, root, slow));
    Replication replication = new Replication(model, 1);
    Play play = watched(replication, 0);
    Map<Integer, List<Long>> touches = touchesByRep(play);
    // an hour of work in a week of 168 hours takes one hour, or two for who has half of them
    assertThat(touches.values()).allMatch(each -> each.stream().distinct().count() == 1);
    Map<Integer, Long> length =
        touches.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().get(0)));
    Set<Integer> slower =
        length.keySet().stream().filter(rep -> length.get(rep) == 2 * Clock.HOUR).collect(toSet());
    assertThat(slower).hasSize(6);
    assertThat(length.values()).containsOnly(Clock.HOUR, 2 * Clock.HOUR);
    for (int rep = 0; rep < 12; rep++) {
      assertThat(replication.team.seats[rep].skill != 0).isEqualTo(slower.contains(rep));
      assertThat(replication.team.room(rep) == 1.0 / (1 + replication.team.seats[rep].open))
          .isEqualTo(!slower.contains(rep));
    }
  }

  // ---- territories and weeks

  @Test
  void aLeadHasTheArmOfItsTerritory() {
    Story story =
        new Story()
            .with(
                "territories",
                "{a: {share: 25%}, b: {share: 25%}, c: {share: 25%}, d: {share: 25%}}")
            .with("sources", "{in: {arrivals: {on: {2027-01-04: 2000}}}}")
            .stage("name: Talk, advance: 0%");
    Scenario root = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    Replication replication =
        new Replication(SalesModel.of(root, halves(Unit.TERRITORY, root, all)), 1);
    boolean[] seen = new boolean[4];
    for (int r = 0; r < 30; r++) {
      replication.play(r);
      Ledger ledger = replication.ledger();
      List<Integer> winners =
          IntStream.range(0, 4)
              .filter(t -> sum(ledger, Fact.WON_BY_TERRITORY, t) > 0)
              .boxed()
              .toList();
      assertThat(winners).hasSize(2);
      for (int t : winners) {
        seen[t] = true;
        assertThat(sum(ledger, Fact.WON_BY_TERRITORY, t))
            .isEqualTo(sum(ledger, Fact.LEADS_BY_TERRITORY, t));
      }
    }
    assertThat(seen).containsOnly(true);
  }

  @Test
  void ofTwoWeeksOneIsTreatedAndAStageHasTheArmOfTheWeekOfItsEntry() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 3000}}}")
            .stage("name: First, advance: 100%, delay: 7 days")
            .stage("name: Talk, advance: 0%");
    Scenario root = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    Play play = Play.of(SalesModel.of(root, halves(Unit.WEEK, root, all)), 1, 0);
    Map<Long, List<Seen>> byWeek =
        play.seen().stream()
            .filter(s -> s.step() == Step.WON || s.step() == Step.LOST)
            .collect(groupingBy(s -> s.timeMs() / WEEK));
    Set<Long> treated =
        byWeek.entrySet().stream()
            .filter(e -> e.getValue().get(0).step() == Step.WON)
            .map(Map.Entry::getKey)
            .collect(toSet());
    byWeek.forEach((week, ends) -> assertThat(ends.stream().map(Seen::step).distinct()).hasSize(1));
    for (long block = 1; block < 13; block++) {
      assertThat(treated.contains(2 * block)).isNotEqualTo(treated.contains(2 * block + 1));
    }
    assertThat(treated.stream().map(week -> week % 2).collect(toSet())).hasSize(2);
  }

  // ---- from a later stage on

  @Test
  void aLeadIsAUnitFromTheStageOnWithWhichTheExperimentBegins() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {on: {2027-01-04: 1000}}}}")
            .stage("name: First, advance: 50%, delay: 7 days")
            .stage("name: Talk, advance: 50%");
    Scenario root = story.scenario();
    Scenario all = story.scenario("stages.Talk.advance=100%");
    Randomisation halves =
        new Randomisation(
            Unit.LEAD, List.of(new Arm("A", root, 0.5), new Arm("B", all, 0.5)), List.of(), 1, 0);
    Replication replication = new Replication(SalesModel.of(root, halves), 1);
    int[] enrolled = new int[2];
    replication.units(
        new UnitSink() {
          @Override
          public int enrolled(
              long entity, long timeMs, int arm, int rep, int territory, double score) {
            assertThat(timeMs).isBetween(7 * Clock.DAY, 8 * Clock.DAY);
            enrolled[arm]++;
            return IGNORED;
          }

          @Override
          public void owned(int unit, int rep) {
            throw new AssertionError("ignored");
          }

          @Override
          public void reached(int unit, int stage, long timeMs) {
            throw new AssertionError("ignored");
          }

          @Override
          public void closed(int unit, boolean won, long timeMs, long valueCents) {
            throw new AssertionError("ignored");
          }
        },
        0);
    replication.play(0);
    assertThat((long) enrolled[0] + enrolled[1])
        .isEqualTo(sum(replication.ledger(), Fact.ENTERED, 1));
  }

  // ---- who can carry what

  @Test
  void whatUnitsCannotCarryIsRefusedWithThoseThatCan() {
    Story story = ofReps();
    assertThat(obstacle(story, Unit.LEAD, "roles.AE.hoursPerWeek=20").orElseThrow())
        .contains(
            "the arm (B) changes more than stages and hygiene: roles.AE.hoursPerWeek, which no lead"
                + " can carry: a rep can, so randomise by rep");
    assertThat(obstacle(story, Unit.REP, "roles.AE.hoursPerWeek=20")).isEmpty();
    assertThat(obstacle(story, Unit.WEEK, "roles.AE.openLeads=20").orElseThrow())
        .contains("roles.AE.openLeads, which no week can carry");
    assertThat(obstacle(story, Unit.REP, "sources.in.cost=20").orElseThrow())
        .contains("sources, which all units share");
    assertThat(obstacle(story, Unit.REP, "roles.AE.headcount=20").orElseThrow())
        .contains("roles.AE, which all units share");
    assertThat(obstacle(story, Unit.TERRITORY, "stages.Talk.advance=60%")).isEmpty();
    Story alone =
        new Story().role("AE", "headcount: 1").stage("name: Talk, owner: AE, advance: 50%");
    assertThat(obstacle(alone, Unit.TERRITORY, "stages.Talk.advance=60%").orElseThrow())
        .contains("fewer than two territories");
    assertThat(obstacle(alone, Unit.REP, "stages.Talk.advance=60%").orElseThrow())
        .contains("roles.AE has fewer than two reps");
    Story nobody =
        new Story()
            .role("AE", "headcount: 2")
            .stage("name: Talk, advance: 50%")
            .stage("name: Close, owner: AE, advance: 50%");
    assertThat(obstacle(nobody, Unit.REP, "stages.Talk.advance=60%").orElseThrow())
        .contains("the arm (B) changes stages.Talk, which the reps who are dealt arms do not own");
  }

  // ---- how these tests see

  private static final String[] CHANGES = {
    "stages.Talk.advance=60%", "stages.Talk.work[0].effort=2 hours", "stages.Talk.timeOut=12 days"
  };

  private static Optional<String> obstacle(Story story, Unit unit, String set) {
    Scenario root = story.scenario();
    return halves(unit, root, story.scenario(set)).obstacle(root);
  }

  private static Randomisation halves(Unit unit, Scenario root, Scenario other) {
    return Randomisation.of(unit, root, List.of(new Arm("A", root, 0.5), new Arm("B", other, 0.5)));
  }

  private static Play watched(Replication replication, int number) {
    List<Seen> seen = new java.util.ArrayList<>();
    replication.observe(
        (step, timeMs, entity, stage, rep) -> seen.add(new Seen(step, timeMs, entity, stage, rep)));
    replication.play(number);
    return new Play(replication.model, replication, seen);
  }

  private static Map<Integer, List<Long>> touchesByRep(Play play) {
    Map<Long, Long> began =
        play.of(Step.TOUCH_BEGAN).stream()
            .collect(toMap(Seen::entity, Seen::timeMs, (first, second) -> first));
    return play.of(Step.TOUCH_ENDED).stream()
        .collect(
            groupingBy(
                Seen::rep,
                java.util.stream.Collectors.mapping(
                    s -> s.timeMs() - began.get(s.entity()),
                    java.util.stream.Collectors.toList())));
  }

  private static List<Long> facts(Play play, Fact fact) {
    return facts(play.replication(), fact);
  }

  private static List<Long> facts(Replication replication, Fact fact) {
    Ledger ledger = replication.ledger();
    return IntStream.range(0, ledger.periods())
        .boxed()
        .flatMap(
            period ->
                IntStream.range(0, ledger.members(fact))
                    .mapToObj(member -> ledger.get(fact, period, member)))
        .toList();
  }

  private static long sum(Ledger ledger, Fact fact, int member) {
    return IntStream.range(0, ledger.periods()).mapToLong(p -> ledger.get(fact, p, member)).sum();
  }

  /** Twelve reps, seven in one territory and five in the other, each with more than enough. */
  private static Story ofReps() {
    return new Story()
        .with("territories", "{east: {share: 50%}, west: {share: 50%}}")
        .with("sources", "{in: {cost: 10, arrivals: {perMonth: 300}}}")
        .role("AE", "headcount: 12, take: onArrival, territories: {east: 7, west: 5}")
        .stage("name: Talk, owner: AE, advance: 0%, work: [{effort: 1 hour}], delay: 2 days");
  }

  /** All that arms could disturb: queues, limits, patience, time-outs, regress, people, hygiene. */
  private static Story busy() {
    return new Story()
        .with("territories", "{east: {share: 50%}, west: {share: 50%}}")
        .with("sources", "{in: {arrivals: {perMonth: 260, dispersion: 1.5}}}")
        .with("begin", "{warmUp: 60 days}")
        .with(
            "hygiene",
            "{stale: {factor: 2, of: stage, then: requalify, lost: 50%}, slips: {limit: 2, effect: -0.3}}")
        .role(
            "AE",
            "headcount: 6, take: onArrival, openLeads: 9, territories: {east: 3, west: 3}, attrition:"
                + " 60%/year, backfill: 20 days, ramp: {months: 2, from: 30%}, skill: {sd: 0.3}")
        .role("SE", "headcount: 2")
        .stage(
            "name: Call, advance: 60%, delay: {exponential: {mean: 3 days}}, recycle: {of: [no], share: 20%,"
                + " after: 20 days}, lose: {no: 100%}")
        .stage(
            "name: Talk, owner: AE, advance: 50%, work: [{effort: {exponential: {mean: 1 hour}}},"
                + " {role: SE, effort: 1 hour}], delay: {exponential: {mean: 6 days}}, timeOut: 20"
                + " days, patience: {exponential: {mean: 8 days}}, regress: {to: Call, probability:"
                + " 10%}, respondWithin: {halfLife: 5 hours, floor: -1}")
        .stage(
            "name: Close, owner: AE, advance: 40%, work: [{effort: 2 hours}], delay: {exponential:"
                + " {mean: 9 days}}");
  }
}
