package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values were computed with SciPy 1.17.1 (scipy.stats.binom); the R commands beside them
 * ask for the same.
 */
class TargetOddsTest {

  @ParameterizedTest
  @CsvSource({
    // needed, p, coverage for 50, 80, 90 %, odds at 3x and 4x in %; R: for each n from needed up
    // pbinom(needed - 1, n, p, lower.tail = FALSE); one third is the "33 %" of sales talk
    "5, 0.25, 3.8, 5.2, 6.0, 31, 59",
    "10, 0.20, 4.9, 6.1, 6.9, 6, 27",
    "10, 0.25, 3.9, 4.9, 5.5, 20, 56",
    "10, 0.333333333333333, 2.9, 3.6, 4.0, 57, 90",
    "10, 0.50, 1.9, 2.4, 2.6, 98, 100",
    "25, 0.25, 4.0, 4.6, 4.9, 7, 54",
    "50, 0.333333333333333, 3.0, 3.3, 3.5, 53, 100"
  })
  void coverageNeededDependsOnTheNumberOfDealsAndTheWinRate(
      int needed, double p, double half, double eighty, double ninety, double at3, double at4) {
    assertThat(TargetOdds.coverageFor(needed, p, 0.5)).isCloseTo(half, within(0.05));
    assertThat(TargetOdds.coverageFor(needed, p, 0.8)).isCloseTo(eighty, within(0.05));
    assertThat(TargetOdds.coverageFor(needed, p, 0.9)).isCloseTo(ninety, within(0.05));
    assertThat(100 * TargetOdds.atLeast(needed, 3L * needed, p)).isCloseTo(at3, within(0.5));
    assertThat(100 * TargetOdds.atLeast(needed, 4L * needed, p)).isCloseTo(at4, within(0.5));
  }

  @Test
  void oddsAreThoseOfTheBinomial() {
    // R: pbinom(9, 30, .25, lower.tail = FALSE); pbinom(4999, 20000, .25, lower.tail = FALSE)
    assertThat(TargetOdds.atLeast(10, 30, 0.25)).isCloseTo(0.19659336305048913, within(1e-12));
    assertThat(TargetOdds.atLeast(5000, 20000, 0.25)).isCloseTo(0.5027144375376982, within(1e-10));
    assertThat(TargetOdds.atLeast(0, 0, 0.25)).isEqualTo(1);
    assertThat(TargetOdds.atLeast(1, 0, 0.25)).isZero();
    assertThat(TargetOdds.atLeast(3, 3, 1)).isEqualTo(1);
    assertThat(TargetOdds.atLeast(3, 9, 0)).isZero();
  }

  @Test
  void certainDealsNeedNoMoreThanTheTarget() {
    assertThat(TargetOdds.chancesFor(7, 1, 0.99)).isEqualTo(7);
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetOdds.chancesFor(5, 0, 0.5))
        .withMessageContaining("p must be");
    assertThatIllegalArgumentException().isThrownBy(() -> TargetOdds.chancesFor(0, 0.2, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> TargetOdds.chancesFor(5, 0.2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> TargetOdds.atLeast(5, 9, Double.NaN));
  }
}
