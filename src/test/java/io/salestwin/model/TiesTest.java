package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** What comes first in one millisecond. */
class TiesTest {

  @Test
  void anExitComesBeforeATimeOut() {
    Play play =
        new Story()
            .stage("name: Talk, advance: 100%, delay: 5 hours, timeOut: 5 hours")
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.WON)).containsExactly(6.0);
  }

  @Test
  void theEndOfWorkComesBeforeATimeOut() {
    // work ends and the buyer takes no time: the lead is through in the millisecond of its time-out
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: 5 hours}], timeOut: 5 hours")
            .lead(1)
            .play();
    assertThat(play.hours(0, Step.TOUCH_ENDED)).containsExactly(6.0);
    assertThat(play.fact(Fact.TOUCHES)).isEqualTo(1);
  }

  @Test
  void patienceRunsOutBeforeARepWhoIsFreeInTheSameMillisecondIsRouted() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: 5 hours}],"
                    + " patience: 4 hours")
            .lead(1)
            .lead(2)
            .play();
    assertThat(play.hours(1, Step.LOST)).containsExactly(6.0);
    assertThat(play.of(1, Step.TOUCH_BEGAN)).isEmpty();
  }

  @Test
  void routingComesOnceAfterAllThatHappensInTheMillisecond() {
    // the rep ends at hour 6, when two more leads come: the largest of all who wait is next
    Play play =
        new Story()
            .with("queue", "{order: priority, by: value}")
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 5 hours}]")
            .lead(1, "1")
            .lead(2, "1")
            .lead(6, "5")
            .lead(6, "9")
            .play();
    assertThat(play.hours(3, Step.TOUCH_BEGAN)).containsExactly(6.0);
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(11.0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(16.0);
  }

  @Test
  void withinAKindTheEventThatWasScheduledFirstComesFirst() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 1 hour}]")
            .lead(5)
            .lead(5)
            .lead(5)
            .play();
    for (int lead = 0; lead < 3; lead++) {
      assertThat(play.hours(lead, Step.TOUCH_BEGAN)).containsExactly(5.0 + lead);
    }
  }

  @Test
  void equallyGoodRepsAreTakenByTheLowerIndex() {
    Play play =
        new Story()
            .role("AE", "headcount: 5, take: onArrival, routing: leastLoaded")
            .stage("name: Talk, owner: AE, advance: 100%, delay: 500 hours")
            .lead(3)
            .lead(3)
            .lead(3)
            .play();
    for (int lead = 0; lead < 3; lead++) {
      assertThat(play.reps(lead, Step.OWNED)).containsExactly(lead);
    }
  }

  @Test
  void aTimeOutFreesTheRepWhoWasAtWorkInTheSameMillisecond() {
    Play play =
        new Story()
            .role("AE", "headcount: 1")
            .stage(
                "name: Talk, owner: AE, advance: 100%, work: [{effort: 9 hours}], timeOut: 8 hours")
            .lead(1)
            .lead(5)
            .play();
    assertThat(play.hours(0, Step.LOST)).containsExactly(9.0);
    assertThat(play.hours(1, Step.TOUCH_BEGAN)).containsExactly(9.0);
    assertThat(play.hours(1, Step.LOST)).containsExactly(13.0);
    assertThat(play.fact(Fact.BUSY_MS)).isEqualTo(12 * 3_600_000L);
  }
}
