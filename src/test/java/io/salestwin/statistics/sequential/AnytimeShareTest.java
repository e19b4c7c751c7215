package io.salestwin.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnytimeShareTest {

  /** One unit of 1: B(3/2, 1/2) / B(1/2, 1/2) = 1/2, so every m with m > 0.05 / 2 stays. */
  @Test
  void oneUnitByHand() {
    Interval hit = AnytimeShare.of(1, 1, 0.95);
    assertThat(hit.low()).isCloseTo(0.025, within(1e-12));
    assertThat(hit.high()).isEqualTo(1);
    assertThat(AnytimeShare.of(0, 1, 0.95).high()).isCloseTo(0.975, within(1e-12));
  }

  /** Two units of 1/2: B(3/2, 3/2) / B(1/2, 1/2) = 1/8; m (1 - m) > 0.05 / 8. */
  @Test
  void twoHalvesByHand() {
    Interval halves = AnytimeShare.of(1, 2, 0.95);
    double end = (1 - Math.sqrt(1 - 4 * 0.05 / 8)) / 2;
    assertThat(halves.low()).isCloseTo(end, within(1e-12));
    assertThat(halves.high()).isCloseTo(1 - end, within(1e-12));
  }

  @Test
  void withoutUnitsNothingIsKnown() {
    assertThat(AnytimeShare.of(0, 0, 0.95)).isEqualTo(new Interval(0, 1, 0.95));
    assertThatThrownBy(() -> AnytimeShare.of(2, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Looked at after each of 500 units, pairs alike by half: more than 73 of 1,000 sequences that
   * ever miss the true share come with a chance below 0.1 % if 5 % do.
   */
  @Test
  void holdsTheShareAtAllLooksTogether() {
    Random random = new Random(21);
    int missed = 0;
    for (int sequence = 0; sequence < 1000; sequence++) {
      double sum = 0;
      boolean miss = false;
      for (int n = 1; n <= 500 && !miss; n++) {
        boolean first = random.nextDouble() < 0.9;
        boolean second = random.nextBoolean() ? first : random.nextDouble() < 0.9;
        sum += (first ? 0.5 : 0) + (second ? 0.5 : 0);
        miss = !AnytimeShare.of(sum, n, 0.95).contains(0.9);
      }
      missed += miss ? 1 : 0;
    }
    assertThat(missed).isLessThan(74);
  }
}
