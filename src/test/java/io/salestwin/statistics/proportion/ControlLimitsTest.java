package io.salestwin.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BinomialLaw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ControlLimitsTest {

  /** By adding up the binomial law of SciPy 1.17. */
  @Test
  void referenceValues() {
    assertThat(ControlLimits.at(40, 0.3, 0.95).low()).isCloseTo(0.15098269138, within(1e-9));
    assertThat(ControlLimits.at(40, 0.3, 0.95).high()).isCloseTo(0.4351187496, within(1e-9));
    assertThat(ControlLimits.at(200, 0.63, 0.998).low()).isCloseTo(0.5204405225, within(1e-9));
    assertThat(ControlLimits.at(200, 0.63, 0.998).high()).isCloseTo(0.7308882581, within(1e-9));
    assertThat(ControlLimits.at(7, 0.5, 0.998).low()).isZero();
  }

  /** A limit lies between two counts, of which one leaves too little and the other too much. */
  @Property(seed = "1", tries = 100)
  void aLimitLiesBesideItsQuantile(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @DoubleRange(max = 1) double p) {
    Bounds limits = ControlLimits.at(n, p, 0.95);
    BinomialLaw law = new BinomialLaw(n, p);
    double below = 0;
    int low = -1;
    int high = -1;
    for (int k = 0; k <= n; k++) {
      below += law.at(k);
      low = low < 0 && below > 0.025 ? k : low;
      high = high < 0 && below > 0.975 - 1e-12 ? k : high;
    }
    assertThat(limits.low() * n).isBetween(Math.max(0, low - 1 - 1e-6), low + 1e-6);
    assertThat(limits.high() * n).isBetween(high - 1 - 1e-6, high + 1e-6);
  }
}
