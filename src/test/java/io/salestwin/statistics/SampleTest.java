package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {

  private final Sample test = Sample.of(27, 7, 45, 44, 31, 50, 22, 19);

  @Test
  void quantilesAreOfType7() {
    // R: quantile(c(27, 7, 45, 44, 31, 50, 22, 19), c(.1, .25, .37, .5, .9), type = 7)
    assertThat(test.quantile(0.10)).isCloseTo(15.4, within(1e-12));
    assertThat(test.quantile(0.25)).isCloseTo(21.25, within(1e-12));
    assertThat(test.quantile(0.37)).isCloseTo(24.95, within(1e-12));
    assertThat(test.quantile(0.50)).isCloseTo(29.0, within(1e-12));
    assertThat(test.quantile(0.90)).isCloseTo(46.5, within(1e-12));
    assertThat(test.quantile(0)).isEqualTo(7);
    assertThat(test.quantile(1)).isEqualTo(50);
  }

  @Test
  void aRangeLeavesTheSameShareOutAtEitherEnd() {
    Interval range = test.range(0.80);
    assertThat(range.low()).isCloseTo(15.4, within(1e-12));
    assertThat(range.high()).isCloseTo(46.5, within(1e-12));
    assertThat(range.level()).isEqualTo(0.80);
  }

  @Test
  void shareAtLeastCountsTheValueItself() {
    assertThat(test.shareAtLeast(44)).isEqualTo(3 / 8.0);
    assertThat(test.shareAtLeast(44.1)).isEqualTo(2 / 8.0);
    assertThat(test.shareAtLeast(7)).isEqualTo(1);
    assertThat(test.shareAtLeast(51)).isEqualTo(0);
  }

  @Test
  void theGivenOrderDoesNotMatter() {
    Sample other = Sample.of(19, 22, 50, 31, 44, 45, 7, 27);
    assertThat(other.tally()).isEqualTo(test.tally());
  }

  @Test
  void laterChangesOfTheArrayDoNotShow() {
    double[] values = {1, 2, 3};
    Sample sample = Sample.of(values);
    values[0] = 99;
    assertThat(sample.max()).isEqualTo(3);
  }

  @Test
  void whatIsNotComputableIsRefusedOrSetAsideAndCounted() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(1, Double.NaN));
    Sample sample = Sample.ofComputable(4, Double.NaN, 2, Double.NaN);
    assertThat(sample.n()).isEqualTo(2);
    assertThat(sample.missing()).isEqualTo(2);
    assertThat(sample.mean()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.ofComputable(Double.NEGATIVE_INFINITY));
  }

  @Test
  void anEmptySampleHasNoFigures() {
    Sample sample = Sample.ofComputable(Double.NaN);
    assertThat(sample.n()).isZero();
    assertThat(sample.mean()).isNaN();
    assertThat(sample.quantile(0.5)).isNaN();
    assertThat(sample.shareAtLeast(1)).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> sample.range(0.8));
  }
}
