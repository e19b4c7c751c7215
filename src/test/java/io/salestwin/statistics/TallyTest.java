package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

  // R: x <- c(12.1, 9.8, 11.4, 10.2, 13.7, 8.9, 10.5); mean(x); var(x); sd(x)/sqrt(7)
  private static final double[] X = {12.1, 9.8, 11.4, 10.2, 13.7, 8.9, 10.5};

  @Test
  void momentsAreThoseOfTheTextbook() {
    Tally tally = Tally.of(X);
    assertThat(tally.n()).isEqualTo(7);
    assertThat(tally.mean()).isCloseTo(10.942857142857145, within(1e-14));
    assertThat(tally.variance()).isCloseTo(2.562857142857142, within(1e-13));
    assertThat(tally.standardError()).isCloseTo(0.6050805309870676, within(1e-14));
    assertThat(tally.sd()).isCloseTo(Math.sqrt(2.562857142857142), within(1e-14));
    assertThat(tally.min()).isEqualTo(8.9);
    assertThat(tally.max()).isEqualTo(13.7);
  }

  @Test
  void aLargeOffsetDoesNotEatTheVariance() {
    // NIST StRD "NumAcc4": 10000000.2, then 500 x (10000000.1, 10000000.3); sd = 0.1 exactly
    double[] values = new double[1001];
    values[0] = 10000000.2;
    for (int i = 1; i < values.length; i++) {
      values[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
    }
    assertThat(Tally.of(values).sd()).isCloseTo(0.1, within(1e-8));
  }

  @Test
  void whatTooFewValuesCannotSayIsNaN() {
    assertThat(Tally.EMPTY.mean()).isNaN();
    assertThat(Tally.EMPTY.variance()).isNaN();
    assertThat(Tally.of(3).mean()).isEqualTo(3);
    assertThat(Tally.of(3).standardError()).isNaN();
    assertThat(Tally.EMPTY.plus(Tally.of(3))).isEqualTo(Tally.of(3));
    assertThat(Tally.of(3).plus(Tally.EMPTY)).isEqualTo(Tally.of(3));
  }

  @Test
  void notComputableAndInfiniteValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(1, Double.NaN))
        .withMessageContaining("values[1] is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(Double.POSITIVE_INFINITY))
        .withMessageContaining("not finite");
    assertThatIllegalArgumentException().isThrownBy(() -> new Tally(2, 1, -1, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tally(2, 1, 1, 3, 2));
  }
}
