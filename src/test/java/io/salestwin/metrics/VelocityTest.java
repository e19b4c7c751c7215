package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class VelocityTest {

  @Test
  void whatOnePartChangesIsItsOwn() {
    Velocity before = new Velocity(40, 0.25, 24_000, 60);
    assertThat(before.perDay()).isEqualTo(4_000);
    Velocity.Difference shorter = before.to(new Velocity(40, 0.25, 24_000, 48));
    assertThat(shorter.cycle()).isCloseTo(1_000, within(1e-9));
    assertThat(shorter.deals()).isZero();
    assertThat(shorter.winRate()).isZero();
    assertThat(shorter.size()).isZero();
    assertThat(before.to(before).whole()).isZero();
    assertThat(before.to(new Velocity(0, 0.25, 24_000, 60)).whole()).isNaN();
  }

  @Test
  void twoPartsThatDoubleShareTheDifferenceEvenly() {
    Velocity.Difference both = new Velocity(10, 0.2, 100, 20).to(new Velocity(20, 0.4, 100, 20));
    assertThat(both.deals()).isCloseTo(both.winRate(), within(1e-12));
    assertThat(both.whole()).isCloseTo(40 - 10, within(1e-12));
  }

  @Property(seed = "1")
  void thePartsSumToTheDifferenceAndTurnTheirSignWithIt(
      @ForAll @DoubleRange(min = 1, max = 500) double deals,
      @ForAll @DoubleRange(min = 0.01, max = 1) double winRate,
      @ForAll @DoubleRange(min = 100, max = 1e6) double size,
      @ForAll @DoubleRange(min = 1, max = 400) double cycle) {
    Velocity one = new Velocity(40, 0.25, 24_000, 60);
    Velocity other = new Velocity(deals, winRate, size, cycle);
    Velocity.Difference there = one.to(other);
    Velocity.Difference back = other.to(one);
    double scale = Math.max(one.perDay(), other.perDay());
    assertThat(there.whole()).isCloseTo(other.perDay() - one.perDay(), within(1e-9 * scale));
    assertThat(back.deals()).isCloseTo(-there.deals(), within(1e-9 * scale));
    assertThat(back.cycle()).isCloseTo(-there.cycle(), within(1e-9 * scale));
  }
}
