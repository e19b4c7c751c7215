package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scenarios that differ in one place keep their leads, their buyers and their luck elsewhere. */
class CommonRandomNumbersTest {

  @Test
  void theSameScenarioPlaysTheSameToTheLastStep() {
    assertThat(Play.of(ample().model(), 7, 3).seen())
        .isEqualTo(Play.of(ample().model(), 7, 3).seen())
        .hasSizeGreaterThan(3000);
  }

  @Test
  void aReplicationIsTheSameWhateverWasPlayedBefore() {
    SalesModel model = ample().model();
    Replication used = new Replication(model, 7);
    used.play(0);
    used.play(1);
    used.play(3);
    Ledger fresh = Play.of(model, 7, 3).ledger();
    for (Fact fact : Fact.values()) {
      for (int period = 0; period < fresh.periods(); period++) {
        for (int member = 0; member < fresh.members(fact); member++) {
          assertThat(used.ledger().get(fact, period, member))
              .isEqualTo(fresh.get(fact, period, member));
        }
      }
    }
  }

  @Test
  void anotherSeedOrAnotherReplicationIsOtherLuck() {
    List<Seen> one = Play.of(ample().model(), 7, 3).seen();
    assertThat(Play.of(ample().model(), 8, 3).seen()).isNotEqualTo(one);
    assertThat(Play.of(ample().model(), 7, 4).seen()).isNotEqualTo(one);
  }

  @Test
  void oneMoreRepLeavesTheWholeStoryOfEveryLeadAsItWasWhenCapacityIsAmple() {
    Map<Long, List<String>> before = stories(ample().play());
    assertThat(stories(ample().play("roles.SE.headcount=401")).equals(before)).isTrue();
    assertThat(stories(ample().play("roles.AE.headcount=3001")).equals(before)).isTrue();
  }

  @Test
  void oneMoreRepLeavesTheLuckOfEveryLeadAsItWasEvenWhenTheyWait() {
    Story scarce =
        LeadLifeTest.burst(500)
            .with("products", "{core: {value: {lognormal: {mean: 9000, cv: 1}}}}")
            .role("AE", "headcount: 2")
            .stage(
                "name: Talk, owner: AE, advance: 50%, work: [{effort: {exponential: {mean:"
                    + " 1 hour}}}]");
    Play two = scarce.play();
    Play three = scarce.play("roles.AE.headcount=3");
    // the same leads win, with the same values, after the same work, only sooner
    assertThat(entities(three, Step.WON)).isEqualTo(entities(two, Step.WON));
    assertThat(three.fact(Fact.BOOKINGS)).isEqualTo(two.fact(Fact.BOOKINGS));
    assertThat(three.fact(Fact.BUSY_MS)).isEqualTo(two.fact(Fact.BUSY_MS));
    assertThat(three.fact(Fact.QUEUE_MS)).isLessThan(two.fact(Fact.QUEUE_MS));
  }

  @Test
  void aSourceAStageAndARoleMoreLeaveEverybodyElsesDrawsAsTheyWere() {
    Map<Long, List<String>> before = stories(ample().play());
    Story more =
        ample()
            .with(
                "sources",
                "{new: {arrivals: {perMonth: 30}}, in: {arrivals: {perMonth: 60, dispersion: 1.5}},"
                    + " out: {arrivals: {perRepDay: 0.001, role: SE}}}")
            .role("Boss", "headcount: 2, skill: {sd: 1}");
    Map<Long, List<String>> after = stories(more.play());
    before.forEach((lead, story) -> assertThat(after.get(lead)).isEqualTo(story));
    assertThat(after.size()).isGreaterThan(before.size());
    // a last stage more: the story up to there is the same, but for the win
    Map<Long, List<String>> longer =
        stories(ample().stage("name: Signature, advance: 90%, delay: 4 days").play());
    assertThat(longer.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (lead, story) -> {
          List<String> same = story.stream().filter(step -> !step.startsWith("WON")).toList();
          assertThat(longer.get(lead).subList(0, same.size())).isEqualTo(same);
        });
  }

  @Test
  void moreAdvanceMakesASupersetOfWinnersWhenCapacityIsAmple() {
    Set<Long> few = entities(once().play(), Step.WON);
    Set<Long> more = entities(once().play("stages.Deal.advance=55%"), Step.WON);
    assertThat(more).containsAll(few).hasSizeGreaterThan(few.size());
  }

  @Test
  void aHigherRateBringsTheSameLeadsSooner() {
    Play slow = ample().play();
    Play fast = ample().play("sources.in.arrivals.perMonth=90");
    assertThat(entities(fast, Step.ARRIVED)).containsAll(entities(slow, Step.ARRIVED));
    // values and segments are the leads' own: the first leads of the source are the same
    assertThat(fast.fact(Fact.LEADS)).isGreaterThan(slow.fact(Fact.LEADS));
  }

  @Test
  void whatIsNeutralChangesNothing() {
    Map<Long, List<String>> before = stories(ample().play());
    Story neutral =
        ample()
            .with(
                "season",
                "{arrivals: {mar: 1}, buying: {quarterMonth: [1, 1, 1]}, losing: {dec: 1},"
                    + " winning: {jan: 0}}")
            .with("qualityReference", "0.5");
    assertThat(stories(neutral.play()).equals(before)).isTrue();
    assertThat(
            stories(
                    ample()
                        .play(
                            "stages.Talk.quality=0",
                            "sources.in.arrivals.growthPerMonth=0%",
                            "segments.small.delay=x1"))
                .equals(before))
        .isTrue();
  }

  @Test
  void effectsOnTheOddsLeaveDelaysAndWorkAsTheyWere() {
    Play base = once().play();
    Play better = once().play("stages.Talk.advance=90%");
    Map<Long, List<String>> before = stories(base);
    Map<Long, List<String>> after = stories(better);
    // who advances in both does so at the same moment
    before.forEach(
        (lead, story) -> {
          if (story.stream().anyMatch(step -> step.startsWith("ADVANCED"))) {
            assertThat(after.get(lead)).isEqualTo(story);
          }
        });
  }

  // ---- how these tests see

  /** More reps than leads, in turn: no rep ever has a second lead, so nobody ever waits. */
  private static Story ample() {
    return new Story()
        .with("horizon", "26 weeks")
        .with("products", "{core: {value: {lognormal: {mean: 9000, cv: 1}}}}")
        .with(
            "segments",
            "{small: {mix: 60%, product: core}, large: {mix: 40%, product: core, value: x3}}")
        .with(
            "sources",
            "{in: {arrivals: {perMonth: 60, dispersion: 1.5}},"
                + " out: {arrivals: {perRepDay: 0.001, role: SE}}}")
        .role("AE", "headcount: 3000, take: onArrival")
        .role("SE", "headcount: 400")
        .stage(
            "name: Talk, owner: AE, advance: 60%, patience: {exponential: {mean: 20 days}},"
                + " work: [{effort: {exponential: {mean: 1 hour}}, times: 3,"
                + " every: {exponential: {mean: 2 days}}, stop: 30%}],"
                + " delay: {lognormal: {mean: 4 days, cv: 1}},"
                + " lose: {no: 50%, later: 50%}, recycle: {of: [later], share: 30%, after:"
                + " 20 days}")
        .stage(
            "name: Deal, owner: AE, advance: 40%, timeOut: 40 days,"
                + " work: [{effort: {exponential: {mean: 2 hours}}, role: SE}],"
                + " delay: {lognormal: {mean: 15 days, cv: 1}},"
                + " regress: {to: Talk, probability: 10%}");
  }

  /** The same without ways back, so that a lead has one try. */
  private static Story once() {
    return new Story()
        .with("sources", "{in: {arrivals: {perMonth: 300}}}")
        .role("AE", "headcount: 400")
        .stage(
            "name: Talk, owner: AE, advance: 60%,"
                + " work: [{effort: {exponential: {mean: 1 hour}}}],"
                + " delay: {lognormal: {mean: 4 days, cv: 1}}")
        .stage("name: Deal, advance: 40%, delay: {lognormal: {mean: 15 days, cv: 1}}");
  }

  /** Every lead's story in words, without who served it: that is the reps' luck. */
  private static Map<Long, List<String>> stories(Play play) {
    Map<Long, List<String>> stories = new LinkedHashMap<>();
    Set<Long> outboundOfNewcomers = new TreeSet<>();
    for (Seen seen : play.seen()) {
      if (slot(seen.entity()) > 400) {
        outboundOfNewcomers.add(seen.entity());
      }
    }
    for (Seen seen : play.seen()) {
      if (!outboundOfNewcomers.contains(seen.entity())) {
        stories
            .computeIfAbsent(seen.entity(), e -> new java.util.ArrayList<>())
            .add(seen.step() + " " + seen.stage() + " " + seen.timeMs());
      }
    }
    stories
        .values()
        .forEach(
            story ->
                story.removeIf(step -> step.startsWith("OWNED") || step.startsWith("RELEASED")));
    return stories;
  }

  /** The slot in a lead's identity: 0 for a rate, 1 + the rep's for outbound. */
  private static int slot(long entity) {
    return (int) (entity >>> 30) & (Identity.MAX_SLOTS - 1);
  }

  private static Set<Long> entities(Play play, Step step) {
    return play.of(step).stream().map(Seen::entity).collect(Collectors.toCollection(TreeSet::new));
  }
}
