package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for whom, who owns what, and who is chosen. */
class CapacityTest {

  // ---- whenFree and onArrival

  @Test
  void withoutOpenLeadsLeadsWaitInOneQueueAndAFreeRepPullsTheNext() {
    Play play =
        new Story()
            .role("AE", "headcount: 2")
            .stage("name: Talk, owner: AE, advance: 100%," + " work: [{effort: 5 hours, times: 1}]")
            .lead(1)
            .lead(2)
            .lead(3)
            .lead(4)
            .play();
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(6.0);
    assertThat(play.hours(3, Step.TOUCH_BEGAN)).containsExactly(7.0);
    // a lead in the common queue has no owner before a rep pulls it
    assertThat(play.hours(2, Step.OWNED)).containsExactly(6.0);
  }

  @Test
  void withOpenLeadsALeadGetsItsOwnerOnArrivalAndWaitsInThatRepsOwnList() {
    Play play =
        new Story()
            .role("AE", "headcount: 2, openLeads: 10")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 5 hours}]")
            .lead(1)
            .lead(2)
            .lead(3)
            .play();
    assertThat(play.hours(2, Step.OWNED)).containsExactly(3.0);
    assertThat(play.reps(2, Step.OWNED)).containsExactly(0);
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(6.0);
    assertThat(play.reps(2, Step.TOUCH_BEGAN)).containsExactly(0);
  }

  @Test
  void aLeadInARepsOwnListIsNotTakenByAnotherWhoIsFree() {
    Play play =
        new Story()
            .role("AE", "headcount: 2, take: onArrival")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 5 hours, times: 2, every: 1 hour}]")
            .lead(1) // rep 0 from 1 to 6, then after the gap from 11 to 16
            .lead(20) // rep 1
            .lead(4) // rep 1 would be free from hour 1 to 4
            .lead(2) // rep 1 from 2 to 7
            .lead(3) // rep 0: from 6 to 11
            .play();
    assertThat(play.reps(4, Step.OWNED)).containsExactly(0);
    assertThat(play.hours(4, Step.TOUCH_BEGAN).get(0)).isEqualTo(6.0);
    assertThat(play.of(4, Step.TOUCH_BEGAN)).allMatch(s -> s.rep() == 0);
  }

  @Test
  void openLeadsCountsEveryLeadThatTheRepOwnsEvenWithTheBuyer() {
    Play play =
        new Story()
            .role("AE", "headcount: 1, openLeads: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 1 hour}], delay: 3 hours")
            .stage("name: Deal, owner: AE, advance: 100%, delay: 10 hours")
            .lead(1)
            .lead(2)
            .play();
    assertThat(play.hours(0, Step.WON)).containsExactly(15.0);
    assertThat(play.hours(1, Step.OWNED)).containsExactly(15.0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(15.0);
  }

  @Test
  void dormantAndLostLeadsDoNotCountAsOpen() {
    Play play =
        new Story()
            .role("AE", "headcount: 1, openLeads: 1")
            .stage(
                "name: Talk, owner: AE, advance: 0%, delay: 2 hours,"
                    + " recycle: {share: 100%, after: 4000 hours}")
            .lead(1)
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.DORMANT)).containsExactly(3.0);
    assertThat(play.hours(1, Step.OWNED)).containsExactly(3.0);
  }

  @Test
  void aLeadThatFindsNoRepWithRoomWaitsAndGoesColdWhenItsPatienceRunsOut() {
    Play play =
        new Story()
            .role("AE", "headcount: 1, openLeads: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, delay: 50 hours, patience: 9 hours,"
                    + " work: [{effort: 1 hour}]")
            .lead(1)
            .lead(2)
            .play();
    assertThat(play.of(1, Step.OWNED)).isEmpty();
    assertThat(play.hours(1, Step.LOST)).containsExactly(11.0);
    assertThat(play.fact(Fact.WENT_COLD)).isEqualTo(1);
    assertThat(play.fact(Fact.WAITING_AREA)).isEqualTo(9 * 3_600_000L);
  }

  // ---- ownership

  @Test
  void theOwnerStaysWhileTheNextStageNamesTheSameRole() {
    Play play =
        new Story()
            .role("AE", "headcount: 3, openLeads: 9")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 1 hour}], delay: 5 hours")
            .stage("name: Deal, owner: AE, advance: 100%, work: [{effort: 1 hour}]")
            .lead(1)
            .lead(2)
            .lead(3)
            .play();
    for (int lead = 0; lead < 3; lead++) {
      assertThat(play.reps(lead, Step.OWNED)).containsExactly(lead);
      assertThat(play.reps(lead, Step.TOUCH_BEGAN)).containsExactly(lead, lead);
    }
  }

  @Test
  void onAChangeOfRoleTheOwnerIsReleasedAtOnceAndTheLeadWaitsForTheNextRole() {
    Play play =
        new Story()
            .role("SDR", "headcount: 1, openLeads: 1")
            .role("AE", "headcount: 1, openLeads: 1")
            .stage("name: Talk, owner: SDR, advance: 100%, work: [{effort: 1 hour}]")
            .stage("name: Deal, owner: AE, advance: 100%, work: [{effort: 7 hours}]")
            .lead(1)
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.RELEASED)).containsExactly(2.0, 9.0);
    // the SDR is free for the second lead at once; that one then waits for the AE without an owner
    assertThat(play.hours(1, Step.OWNED)).containsExactly(2.0, 9.0);
    assertThat(play.reps(1, Step.OWNED)).containsExactly(0, 1);
    assertThat(play.hours(1, Step.RELEASED).get(0)).isEqualTo(3.0);
  }

  @Test
  void aRegressedLeadReturnsToItsEarlierOwner() {
    Play play = regressing("openLeads: 5").lead(1).lead(2).play();
    // routing in turn would choose rep 2 when lead 0 is back at hour 9
    assertThat(play.reps(0, Step.OWNED).subList(0, 3)).containsExactly(0, 3, 0);
    assertThat(play.reps(1, Step.OWNED).subList(0, 3)).containsExactly(1, 3, 1);
  }

  @Test
  void aRegressedLeadIsRoutedWhenItsEarlierOwnerHasNoRoom() {
    // lead 3 takes the place with rep 0 before lead 0 is back at hour 9; only rep 1 has room then
    Play play = regressing("openLeads: 1").lead(1).lead(2).lead(4).lead(7.5).play();
    assertThat(play.reps(0, Step.OWNED).get(0)).isEqualTo(0);
    assertThat(play.reps(3, Step.OWNED).get(0)).isEqualTo(0);
    Seen again = play.of(0, Step.OWNED).get(2);
    assertThat(again.rep()).isEqualTo(1);
  }

  // ---- the order of queues

  @Test
  void queuesAreFirstInFirstOutIfNothingElseIsSaid() {
    assertThat(order(queue("fifo"))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void queuesMayBeLastInFirstOut() {
    assertThat(order(queue("lifo"))).containsExactly(0, 3, 2, 1);
  }

  @Test
  void queuesMayTakeTheLargestValueFirst() {
    assertThat(order(queue("{order: priority, by: value}"))).containsExactly(0, 2, 1, 3);
  }

  @Test
  void aTouchIsNotInterruptedByAMoreImportantLead() {
    Play play = queue("{order: priority, by: value}").play();
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(11.0); // its value is the smallest
  }

  @Test
  void queuesMayTakeTheBestScoreFirst() {
    Story story =
        queueOf("{order: priority, by: score}")
            .with(
                "sources",
                "{good: {arrivals: {perMonth: 0}, quality: 0.9},"
                    + " fair: {arrivals: {perMonth: 0}, quality: 0.6},"
                    + " poor: {arrivals: {perMonth: 0}, quality: 0.2}}")
            .lead(1, "", "poor")
            .lead(2, "", "poor")
            .lead(3, "", "good")
            .lead(4, "", "fair");
    assertThat(order(story)).containsExactly(0, 2, 3, 1);
  }

  @Test
  void queuesMayTakeTheOldestLeadFirst() {
    // all deals entered "In" at another time: the later they come, the younger they are
    Story story =
        new Story()
            .with("queue", "{order: priority, by: age}")
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%,"
                    + " work: [{effort: 10 hours, times: 2, every: 1 hour}]")
            .lead(1)
            .lead(12)
            .lead(13);
    // rep free at 11; lead 0 is back at 12 and older than lead 1, which came at the same time
    Play play = story.play();
    assertThat(order(story)).containsExactly(0, 0, 1, 2, 1, 2);
    assertThat(play.hours(0, Step.TOUCH_BEGAN)).containsExactly(1.0, 12.0);
  }

  @Test
  void queuesMayTakeTheLatestStageFirst() {
    Story story =
        new Story()
            .with("queue", "{order: priority, by: stage}")
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: 10 hours}], delay: 1 hour")
            .stage("name: Deal, owner: AE, advance: 100%, work: [{effort: 10 hours}]")
            .lead(1)
            .lead(2)
            .lead(3)
            .lead(4);
    // at 21 lead 0 waits in Deal since 12, before leads 2 and 3 in Talk
    assertThat(order(story).subList(0, 3)).containsExactly(0, 1, 0);
  }

  // ---- routing

  @Test
  void roundRobinTakesTheRepsInTurnAndPassesOverWhoHasNoRoom() {
    Play play =
        new Story()
            .role("AE", "headcount: 3, openLeads: 2, routing: roundRobin")
            .stage("name: Talk, owner: AE, advance: 100%, delay: 5 hours")
            .lead(1)
            .lead(1.5)
            .lead(2)
            .lead(2.5)
            .lead(3)
            .lead(3.5) // all have two
            .lead(4) // waits until lead 0 is won at hour 6
            .play();
    assertThat(owners(play, 7)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    assertThat(play.hours(6, Step.OWNED)).containsExactly(6.0);
  }

  @Test
  void leastLoadedTakesTheRepWithTheFewestOpenLeadsAndTheLowerIndexInATie() {
    Play play =
        new Story()
            .role("AE", "headcount: 3, take: onArrival, routing: leastLoaded")
            .stage("name: Talk, owner: AE, advance: 100%, delay: 5 hours")
            .lead(1) // 0: tie
            .lead(2) // 1: tie of 1 and 2
            .lead(3) // 2
            .lead(5.5) // 0: all have one
            .lead(6.5) // lead 0 was won at 6: all have one again
            .lead(7.5) // lead 1 was won at 7: rep 1 has none
            .play();
    assertThat(owners(play, 6)).containsExactly(0, 1, 2, 0, 0, 1);
  }

  // ---- outbound

  @Test
  void outboundLeadsCostTheirRepTheirEffortBeforeTheyEnterAndStayWithHim() {
    Play play =
        new Story()
            .with("horizon", "52 weeks")
            .with("calendar", "{hoursPerDay: 8}")
            .with("sources", "{out: {arrivals: {perRepDay: 2, role: SDR, effort: 1 hour}}}")
            .role("SDR", "headcount: 3, take: onArrival")
            .stage("name: Talk, owner: SDR, advance: 100%, delay: 1 day")
            .play();
    List<Seen> arrived = play.of(Step.ARRIVED);
    // a Poisson source per rep and working day: 2 x 3 x 260 with its own square root as error
    assertThat((double) arrived.size()).isCloseTo(1560, within(4 * Math.sqrt(1560)));
    for (Seen lead : arrived) {
      List<Seen> story =
          play.seen().stream().filter(s -> s.entity() == lead.entity()).limit(6).toList();
      if (story.size() == 6) {
        assertThat(story.stream().map(Seen::step))
            .containsExactly(
                Step.ARRIVED,
                Step.TOUCH_BEGAN,
                Step.TOUCH_ENDED,
                Step.ENTERED,
                Step.OWNED,
                Step.BUYER);
        assertThat(story.get(3).timeMs()).isEqualTo(story.get(2).timeMs());
        assertThat(story.get(4).rep()).isEqualTo(story.get(1).rep());
      }
    }
    long began = play.of(Step.TOUCH_BEGAN).size();
    assertThat(play.fact(Fact.BUSY_MS)).isBetween((began - 3) * 3_600_000L, began * 3_600_000L);
  }

  @Test
  void outboundLeadsComeInWorkingHoursOnly() {
    Play play =
        new Story()
            .with("calendar", "{hoursPerDay: 8}")
            .with("sources", "{out: {arrivals: {perRepDay: 9, role: SDR}}}")
            .role("SDR", "headcount: 2")
            .stage("name: Talk, advance: 100%")
            .play();
    assertThat(play.of(Step.ARRIVED)).hasSizeGreaterThan(1000);
    assertThat(play.of(Step.ARRIVED))
        .allMatch(s -> s.hour() % 24 >= 9 && s.hour() % 24 <= 17 && s.hour() % 168 < 120);
  }

  // ---- how these tests see

  private static Story regressing(String limit) {
    return new Story()
        .role("SDR", "headcount: 3, " + limit)
        .role("AE", "headcount: 1, openLeads: 99")
        .stage("name: Talk, owner: SDR, advance: 100%, delay: 6 hours")
        .stage(
            "name: Deal, owner: AE, advance: 50%, delay: 2 hours,"
                + " regress: {to: Talk, probability: 100%}");
  }

  /** Four leads of the values 1, 3, 9 and 2 before one rep. */
  private static Story queue(String order) {
    return queueOf(order).lead(1, "1").lead(2, "3").lead(3, "9").lead(4, "2");
  }

  private static Story queueOf(String order) {
    return new Story()
        .with("queue", order)
        .role("AE", "headcount: 1")
        .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 10 hours}]");
  }

  /** The leads, by their numbers, in the order in which touches began. */
  private static List<Integer> order(Story story) {
    Play play = story.play();
    return play.of(Step.TOUCH_BEGAN).stream()
        .sorted(Comparator.comparing(Seen::timeMs))
        .map(
            s -> {
              int lead = 0;
              while (play.entity(lead) != s.entity()) {
                lead++;
              }
              return lead;
            })
        .toList();
  }

  private static List<Integer> owners(Play play, int leads) {
    return java.util.stream.IntStream.range(0, leads)
        .mapToObj(lead -> play.reps(lead, Step.OWNED).get(0))
        .toList();
  }
}
