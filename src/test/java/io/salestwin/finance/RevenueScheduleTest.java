package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.random.Constant;
import io.salestwin.scenario.Product;
import io.salestwin.scenario.Product.Costs;
import io.salestwin.scenario.Product.Milestone;
import io.salestwin.scenario.Product.Recognition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RevenueScheduleTest {

  private static final long DAY = 86_400_000L;

  private static RevenueSchedule of(Recognition recognition) {
    List<Milestone> milestones =
        recognition == Recognition.MILESTONES
            ? List.of(
                new Milestone(0, 0.3), new Milestone(60 * DAY, 0.5), new Milestone(90 * DAY, 0.2))
            : List.of();
    return RevenueSchedule.of(
        new Product(
            "core",
            new Constant(100),
            1,
            12,
            recognition,
            milestones,
            new Costs(0, 0, 0),
            Map.of()));
  }

  @Test
  void monthlyIsEvenOverTheContract() {
    RevenueSchedule monthly = of(Recognition.MONTHLY);
    assertThat(monthly.isEven()).isTrue();
    assertThat(monthly.recognised(1_000, 0, 100 * DAY)).isEqualTo(0);
    assertThat(monthly.recognised(1_000, 25 * DAY, 100 * DAY)).isEqualTo(250);
    assertThat(monthly.recognised(1_000, 100 * DAY, 100 * DAY)).isEqualTo(1_000);
  }

  @Test
  void upfrontIsAllAtTheBeginning() {
    assertThat(of(Recognition.UPFRONT).recognised(1_000, 0, 100 * DAY)).isEqualTo(1_000);
  }

  @Test
  void milestonesComeWithTheirDays() {
    RevenueSchedule milestones = of(Recognition.MILESTONES);
    assertThat(milestones.isEven()).isFalse();
    assertThat(milestones.recognised(1_000, 0, 100 * DAY)).isEqualTo(300);
    assertThat(milestones.recognised(1_000, 60 * DAY - 1, 100 * DAY)).isEqualTo(300);
    assertThat(milestones.recognised(1_000, 60 * DAY, 100 * DAY)).isEqualTo(800);
    assertThat(milestones.recognised(1_000, 90 * DAY, 100 * DAY)).isEqualTo(1_000);
    // what is due after the contract's end is due at its end
    assertThat(milestones.recognised(1_000, 30 * DAY, 30 * DAY)).isEqualTo(1_000);
  }

  @Property(seed = "1", tries = 300)
  void itNeverFallsAndEndsAtTheWholeValue(
      @ForAll Recognition recognition,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long value,
      @ForAll @LongRange(min = 1, max = 200 * DAY) long term,
      @ForAll @LongRange(min = 0, max = 200 * DAY) long one,
      @ForAll @LongRange(min = 0, max = 200 * DAY) long other) {
    RevenueSchedule schedule = of(recognition);
    long early = schedule.recognised(value, Math.min(one, other), term);
    long late = schedule.recognised(value, Math.max(one, other), term);
    assertThat(early).isBetween(0L, late);
    assertThat(late).isLessThanOrEqualTo(value);
    assertThat(schedule.recognised(value, term, term)).isEqualTo(value);
  }
}
