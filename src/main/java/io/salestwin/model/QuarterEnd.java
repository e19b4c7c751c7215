package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.random.Purpose;
import io.salestwin.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The push at the end of a fiscal quarter: in its last days deals of some stages advance more
 * often, some that would advance in the next quarter do so now, and what is won gives a discount.
 */
final class QuarterEnd {

  private static final int PUSH = Purpose.PUSH.code();

  private final Replication play;
  private final boolean some;
  private final boolean[] pushed;
  private final double odds;
  private final double discount;
  private final double pullForward;

  /** Ends of the quarters, ascending, and where the push of each begins. */
  private final long[] ends;

  private final long[] begins;

  QuarterEnd(Replication play) {
    this.play = play;
    Scenario scenario = play.model.scenario();
    some = scenario.push().isPresent();
    odds = scenario.push().map(Scenario.Push::odds).orElse(0.0);
    discount = scenario.push().map(Scenario.Push::discount).orElse(0.0);
    pullForward = scenario.push().map(Scenario.Push::pullForward).orElse(0.0);
    pushed = new boolean[play.model.stageCount()];
    scenario.push().map(Scenario.Push::stages).orElse(Set.of()).forEach(s -> pushed[s] = true);
    ends = some ? ends(play.model) : new long[0];
    begins = ends.clone();
    for (int i = 0; i < ends.length; i++) {
      begins[i] = ends[i] - scenario.push().orElseThrow().lastMs();
      begins[i] = i == 0 ? begins[i] : Math.max(ends[i - 1], begins[i]);
    }
  }

  /** From before the first moment to one quarter past the last that is played. */
  static long[] ends(SalesModel model) {
    Scenario scenario = model.scenario();
    List<Long> ends = new ArrayList<>();
    LocalDate day = scenario.start().plusDays(Math.floorDiv(model.beginMs(), Clock.DAY) - 100);
    long end = Long.MIN_VALUE;
    while (end <= model.endMs()) {
      Period quarter = scenario.fiscalYear().quarterOf(day);
      end = quarter.endMs(scenario.start());
      ends.add(end);
      day = scenario.start().plusDays(Math.floorDiv(end, Clock.DAY));
    }
    return ends.stream().mapToLong(Long::longValue).toArray();
  }

  /** The quarter in which an instant lies; one past the last when it lies beyond all. */
  private int quarter(long time) {
    int at = Arrays.binarySearch(ends, time);
    return at >= 0 ? at + 1 : -at - 1;
  }

  private boolean isPushed(long time) {
    int quarter = quarter(time);
    return quarter < ends.length && time >= begins[quarter];
  }

  /** When the lead would advance, after somebody has tried to have it earlier. */
  long pulled(int lead, StagePlan plan, long advanceAt) {
    if (pullForward == 0 || !pushed[play.leads.stage(lead)]) {
      return advanceAt;
    }
    int before = quarter(advanceAt) - 1;
    if (before < 0 || before + 1 >= ends.length || play.now >= ends[before]) {
      return advanceAt;
    }
    double u =
        play.streams.uniform(play.leads.entity(lead), PUSH, play.journey.visitIndex(lead, plan));
    if (u >= pullForward) {
      return advanceAt;
    }
    long from = Math.max(play.now, begins[before]);
    return from + (long) (play.streams.second() * (ends[before] - from));
  }

  /** Whether there is a push at all. */
  boolean some() {
    return some;
  }

  /** What the push adds to the log-odds of a lead that would advance at an instant. */
  double odds(int stage, long advanceAt) {
    return some && pushed[stage] && isPushed(advanceAt) ? odds : 0;
  }

  /** The value of a deal that is won now. */
  long discounted(long valueCents) {
    if (discount == 0 || !isPushed(play.now)) {
      return valueCents;
    }
    long given = Math.round(valueCents * discount);
    play.ledger.add(Fact.DISCOUNT, given);
    return valueCents - given;
  }
}
