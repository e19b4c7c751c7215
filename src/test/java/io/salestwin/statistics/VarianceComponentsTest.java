package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with NumPy 2.4.6 and SciPy 1.17.1, leaving out each pair in turn
 * and doing the whole analysis again; the R commands beside them ask for the same.
 */
class VarianceComponentsTest {

  /** Twelve pairs. */
  private static final double[] VALUES = {
    84.3, 104.8, 88.4, 72.9, 96.8, 88.2, 99.2, 100.3, 105.7, 115.8, 100.6, 96.4, 97.8, 101.1, 79.0,
    90.1, 99.6, 106.1, 106.0, 116.5, 102.4, 100.3, 79.3, 84.5
  };

  @Test
  void theShareBetweenIsTheIntraclassCorrelationWithTheIntervalOfTheJackknife() {
    // R: v <- matrix(VALUES, 2); f <- function(v) 2 * var(colMeans(v)) / mean((v[1,] - v[2,])^2 /
    // 2)
    // l <- sapply(1:12, function(i) log(f(v[, -i]))); s <- sqrt(11 / 12 * sum((l - mean(l))^2))
    // g <- exp(qt(.975, 11) * s); F <- f(v) * c(1, 1 / g, g); (F - 1) / (F + 1)
    VarianceComponents test = VarianceComponents.of(Pairs.of(VALUES));
    assertThat(test.pairs()).isEqualTo(12);
    assertThat(test.errorOfLogF()).isCloseTo(0.5032785254486815, within(1e-12));
    Estimate.Value share = test.shareBetween(0.95).value().orElseThrow();
    assertThat(share.estimate()).isCloseTo(0.6168516101377183, within(1e-12));
    assertThat(share.interval().low()).isCloseTo(0.1645430155479406, within(1e-10));
    assertThat(share.interval().high()).isCloseTo(0.8548137678891088, within(1e-10));
  }

  @Test
  void theRatioOfVariancesIsThatOfIndependentPartnersOverTheseOnes() {
    // R, going on from above: (1 + 1 / F) / 2
    Estimate.Value ratio =
        VarianceComponents.of(Pairs.of(VALUES)).varianceRatio(0.95).value().orElseThrow();
    assertThat(ratio.estimate()).isCloseTo(0.6184859474610803, within(1e-12));
    assertThat(ratio.interval().low()).isCloseTo(0.5391376845008332, within(1e-10));
    assertThat(ratio.interval().high()).isCloseTo(0.8587059358468438, within(1e-10));
  }

  @Test
  void squaresAreThoseOfTheAnalysisOfVariance() {
    // R: v <- matrix(c(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5), 2);
    // anova(lm(c(v) ~ factor(rep(1:4, each = 2))))
    VarianceComponents test =
        VarianceComponents.of(Pairs.of(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5));
    assertThat(test.betweenSquares()).isCloseTo(16.80375, within(1e-12));
    assertThat(test.withinSquares()).isCloseTo(1.925, within(1e-12));
    assertThat(test.shareBetween(0.95).orNaN()).isCloseTo(0.8417591450883686, within(1e-12));
  }

  @Test
  void partnersThatBalanceMoreOrLessWinARatioAboveOne() {
    double[] values = VALUES.clone();
    for (int i = 1; i < values.length; i += 2) {
      values[i] = 190 - values[i - 1] + i % 5;
    }
    Estimate.Value ratio =
        VarianceComponents.of(Pairs.of(values)).varianceRatio(0.95).value().orElseThrow();
    assertThat(ratio.interval().low()).isGreaterThan(1);
    for (int i = 1; i < values.length; i += 2) {
      values[i] = 190 - values[i - 1];
    }
    assertThat(VarianceComponents.of(Pairs.of(values)).varianceRatio(0.95))
        .hasToString("not computable, because partners balance exactly in every pair");
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
    assertThat(VarianceComponents.of(Pairs.of(4, 4, 4, 4, 4, 4)).shareBetween(0.95))
        .hasToString(
            "not computable, because all values are equal: there is no spread to share out");
    assertThat(VarianceComponents.of(Pairs.of(4, 5, 6, 7, 8)).shareBetween(0.95))
        .hasToString(
            "not computable, because a share of the spread needs at least 3 whole pairs and there"
                + " are 2");
    assertThat(VarianceComponents.of(Pairs.of()).shareBetween(0.95).value()).isEmpty();
  }

  @Test
  void oneUnlikePairTellsNothingOfTheSpreadOfOthers() {
    assertThat(VarianceComponents.of(Pairs.of(1, 1, 5, 5, 3, 4)).shareBetween(0.95))
        .hasToString(
            "not computable, because all of the spread between or within pairs is that of one pair");
  }

  private static Estimate.Value share(double... values) {
    return VarianceComponents.of(Pairs.of(values)).shareBetween(0.95).value().orElseThrow();
  }
}
