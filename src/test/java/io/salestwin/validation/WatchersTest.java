package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What watchers count, told by hand. */
class WatchersTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private final SalesModel model =
      SalesModel.of(
          ScenarioFile.read(
                  "a.yaml",
                  Attachments.ofTexts(
                      Map.of(
                          "a.yaml",
                          new Scene("Told", "10 days")
                              .perDay(1)
                              .role("AE", "headcount: 2")
                              .stage("A", "owner: AE, advance: 50%, lose: {price: 100%}")
                              .stage("B", "advance: 50%, lose: {time: 100%}")
                              .text())),
                  List.of())
              .scenario()
              .orElseThrow());

  @Test
  void waitsCountFromTheLineToTheTouchWithinTheHorizon() {
    Waits waits = new Waits(2, (source, product) -> product);
    waits.begin();
    told(waits, 1, 0, -5 * HOUR, -2 * HOUR); // in the warm-up
    told(waits, 2, 1, -1 * HOUR, 3 * HOUR);
    told(waits, 3, 1, 4 * HOUR, 4 * HOUR);
    assertThat(waits.count(0)).isZero();
    assertThat(waits.count(1)).isEqualTo(2);
    assertThat(waits.hours(1)).isEqualTo(4);
    assertThat(waits.delayed(1)).isEqualTo(1);
    assertThat(waits.faded(1)).isCloseTo(1 + Math.exp(-4), within(1e-15));
    waits.begin();
    assertThat(waits.count(1) + waits.hours(1) + waits.faded(1) + waits.delayed(1)).isZero();
  }

  private static void told(Waits waits, long lead, int product, long from, long to) {
    waits.meet(lead, 0, 0, product, 0);
    waits.waits(from, lead, 0);
    waits.see(Step.TOUCH_BEGAN, to, lead, 0, 0);
  }

  @Test
  void occupancyIsSeenByTimeAndByArrivals() {
    Occupancy seen = new Occupancy(model, List.of(n -> n[0], n -> n[0] + n[1] == 0 ? 1 : 0));
    seen.begin();
    enter(seen, -2 * HOUR, 1); // found an empty house, before the start
    enter(seen, 3 * HOUR, 2);
    seen.see(Step.ADVANCED, 5 * HOUR, 1, 0, -1);
    seen.see(Step.ENTERED, 5 * HOUR, 1, 1, -1);
    seen.see(Step.LOST, 6 * HOUR, 2, 0, -1);
    seen.see(Step.LOST, 9 * HOUR, 1, 1, -1);
    assertThat(seen.found(0)).isEqualTo(1);
    assertThat(seen.found(1)).isZero();
    assertThat(seen.area(0)).isEqualTo(3 + 2 * 2 + 1);
    assertThat(seen.area(1)).isEqualTo(240 - 9);
  }

  private static void enter(Occupancy seen, long timeMs, long lead) {
    seen.see(Step.ARRIVED, timeMs, lead, 0, -1);
    seen.see(Step.ENTERED, timeMs, lead, 0, -1);
  }

  @Test
  void staysAreCutToTheHorizon() {
    Stays stays = new Stays(model);
    stays.begin();
    stays.see(Step.ENTERED, -DAY, 1, 0, -1);
    stays.waits(-DAY, 1, 0);
    stays.see(Step.OWNED, 2 * DAY, 1, 0, 1);
    stays.see(Step.TOUCH_BEGAN, 2 * DAY, 1, 0, 1);
    stays.see(Step.ADVANCED, 3 * DAY, 1, 0, 1);
    stays.see(Step.ENTERED, 3 * DAY, 1, 1, 1);
    stays.see(Step.RELEASED, 3 * DAY, 1, 1, 1);
    stays.see(Step.ENTERED, 4 * DAY, 2, 0, -1);
    stays.waits(4 * DAY, 2, 0);
    assertThat(stays.inStage(0)).isEqualTo(3 + 6);
    assertThat(stays.inStage(1)).isEqualTo(7);
    assertThat(stays.withRole(0)).isEqualTo(1);
    assertThat(stays.waiting(0)).isEqualTo(2 + 6);
  }

  @Test
  void endingsAreCountedByTheirWayAndTheirTime() {
    Endings endings = new Endings(model);
    endings.begin();
    for (int lead = 0; lead < 3000; lead++) {
      endings.see(Step.ARRIVED, 0, lead, 0, -1);
    }
    for (int lead = 0; lead < 3000; lead++) {
      if (lead % 3 == 0) {
        endings.see(Step.WON, lead % 2 * DAY, lead, 1, -1);
      } else {
        endings.because(lead, model.members(io.salestwin.model.Dimension.REASON).indexOf("price"));
        endings.see(Step.LOST, 5 * DAY, lead, 0, -1);
      }
    }
    assertThat(endings.won(0.5)).isEqualTo(500);
    assertThat(endings.won(1)).isEqualTo(1000);
    assertThat(endings.lost("price", 4)).isZero();
    assertThat(endings.lost("price", 5)).isEqualTo(2000);
    assertThat(endings.lost("time", 5)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> endings.lost("no such", 5));
  }

  @Test
  void theWorkOnALeadAddsUpOverItsTouches() {
    WorkOfLeads work = new WorkOfLeads();
    work.begin();
    for (long began : new long[] {0, 10}) {
      work.see(Step.TOUCH_BEGAN, began * HOUR, 1, 0, 0);
      work.see(Step.TOUCH_ENDED, (began + 2) * HOUR, 1, 0, 0);
    }
    work.see(Step.TOUCH_BEGAN, 0, 2, 0, 0);
    work.see(Step.TOUCH_ENDED, 3 * HOUR, 2, 0, 0);
    assertThat(work.above(3.5)).isEqualTo(1);
    assertThat(work.above(2.5)).isEqualTo(2);
    assertThat(work.above(4)).isZero();
  }

  @Test
  void visitsKnowTheirSpreadWithThoseWhoNeverCame() {
    Visits visits = new Visits(2);
    visits.begin();
    for (long lead : new long[] {1, 1, 1, 2}) {
      visits.see(Step.ENTERED, 0, lead, 1, -1);
    }
    // 3, 1 and 0 visits around 2
    assertThat(visits.squaresAround(2, 3, 1)).isEqualTo(1 + 1 + 4);
    assertThat(visits.squaresAround(2, 3, 0)).isEqualTo(12);
  }
}
