package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with SciPy 1.17.1 (scipy.stats.f); the R commands beside them ask
 * for the same.
 */
class VarianceComponentsTest {

  @Test
  void theShareBetweenIsTheIntraclassCorrelationWithItsExactInterval() {
    // R: v <- matrix(c(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5), 2); m <- colMeans(v)
    // F <- 2 * var(m) / (sum((v[1,] - v[2,])^2) / 2 / 4); (F - 1) / (F + 1)
    // F1 <- F / qf(.975, 3, 4); F2 <- F * qf(.975, 4, 3); (F1 - 1) / (F1 + 1); (F2 - 1) / (F2 + 1)
    VarianceComponents test =
        VarianceComponents.of(Pairs.of(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5));
    assertThat(test.pairs()).isEqualTo(4);
    assertThat(test.betweenSquares()).isCloseTo(16.80375, within(1e-12));
    assertThat(test.withinSquares()).isCloseTo(1.925, within(1e-12));
    Estimate.Value share = test.shareBetween(0.95).value().orElseThrow();
    assertThat(share.estimate()).isCloseTo(0.8417591450883686, within(1e-12));
    assertThat(share.interval().low()).isCloseTo(0.07677630934540607, within(1e-10));
    assertThat(share.interval().high()).isCloseTo(0.9886852040456924, within(1e-10));
  }

  @Test
  void aNegativeShareIsCutOffAtZero() {
    Estimate.Value share = share(1, 9, 9, 1, 2, 8, 8, 2.1);
    assertThat(share.estimate()).isZero();
    assertThat(share.interval().low()).isZero();
  }

  @Test
  void partnersThatAlwaysAgreeLeaveNothingToChance() {
    assertThat(share(1, 1, 5, 5, 3, 3)).isEqualTo(new Estimate.Value(1, new Interval(1, 1, 0.95)));
  }

  @Test
  void withoutSpreadOrPairsThereIsAReason() {
    assertThat(VarianceComponents.of(Pairs.of(4, 4, 4, 4)).shareBetween(0.95))
        .hasToString(
            "not computable, because all values are equal: there is no spread to share out");
    assertThat(VarianceComponents.of(Pairs.of(4, 5, 6)).shareBetween(0.95).value()).isEmpty();
    assertThat(VarianceComponents.of(Pairs.of()).shareBetween(0.95).value()).isEmpty();
  }

  private static Estimate.Value share(double... values) {
    return VarianceComponents.of(Pairs.of(values)).shareBetween(0.95).value().orElseThrow();
  }
}
