package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DurationBinsPropertiesTest {

  @Property(seed = "1")
  void aDurationOverOneMinuteIsKnownByItsBinToLessThanOnePercent(
      @ForAll @LongRange(min = 60_000, max = (1L << 42) - 1) long ms) {
    double middle = DurationBins.middleMs(DurationBins.of(ms));
    assertThat(Math.abs(middle - ms) / ms).isLessThanOrEqualTo(0.008);
  }

  @Property(seed = "1")
  void longerDurationsNeverHaveALowerBinAndEveryBinExists(
      @ForAll @LongRange(min = 0, max = 1L << 45) long ms,
      @ForAll @LongRange(min = 0, max = 1L << 45) long more) {
    int bin = DurationBins.of(ms);
    assertThat(bin).isBetween(0, DurationBins.COUNT - 1);
    assertThat(DurationBins.of(ms + more)).isGreaterThanOrEqualTo(bin);
  }

  @Property(seed = "1")
  void theMiddleOfABinLiesInIt(@ForAll @LongRange(min = 0, max = DurationBins.COUNT - 1) long bin) {
    assertThat(DurationBins.of((long) DurationBins.middleMs((int) bin))).isEqualTo((int) bin);
  }
}
