package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with SciPy 1.17.1 (Wilson and order statistics: 50-digit
 * arithmetic); the R commands beside them ask for the same.
 */
class IntervalsTest {

  private static final double LEVEL = Interval.ERROR;

  @Test
  void theMeanOfIndependentValuesHasStudentsInterval() {
    // R: t.test(c(12.1, 9.8, 11.4, 10.2, 13.7, 8.9, 10.5))$conf.int
    Tally tally = Tally.of(12.1, 9.8, 11.4, 10.2, 13.7, 8.9, 10.5);
    check(Intervals.mean(tally, LEVEL), 10.942857142857145, 9.462278420687793, 12.423435865026496);
  }

  @Test
  void theMeanOfPairsHasStudentsIntervalOfThePairMeans() {
    // R: v <- c(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5); t.test(colMeans(matrix(v, 2)))
    Pairs pairs = Pairs.of(12.1, 11.4, 9.8, 10.2, 13.7, 12.9, 8.9, 10.5);
    assertThat(pairs.standardError()).isCloseTo(0.8367533985589782, within(1e-13));
    check(Intervals.mean(pairs, LEVEL), 11.1875, 8.524577238322394, 13.850422761677606);
  }

  @Test
  void anOddLastValueIsAUnitOfItsOwn() {
    // by hand: mean 4, unit residuals (1 - 4) + (3 - 4) = -4 and 8 - 4 = 4, k = 2, n = 3:
    // Var = 2 / 1 x (16 + 16) / 9
    Pairs pairs = Pairs.of(1, 3, 8);
    assertThat(pairs.units()).isEqualTo(2);
    assertThat(pairs.standardError()).isCloseTo(Math.sqrt(64.0 / 9), within(1e-14));
  }

  @Test
  void aMissingPartnerLeavesTheOtherPairsTogether() {
    Pairs pairs = Pairs.ofComputable(Double.NaN, 5, 1, 3, Double.NaN, Double.NaN, 2, 4);
    assertThat(pairs.n()).isEqualTo(5);
    assertThat(pairs.units()).isEqualTo(3);
    assertThat(pairs.missing()).isEqualTo(3);
    assertThat(pairs.sample().missing()).isEqualTo(3);
    assertThat(VarianceComponents.of(pairs).pairs()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> Pairs.of(1, Double.NaN));
  }

  @Test
  void aProportionHasWilsonsInterval() {
    // R: prop.test(x, n, conf.level = level, correct = FALSE)$conf.int; checked to 50 digits
    check(Intervals.proportion(90, 100, 0.95), 0.9, 0.8256343384950865, 0.9447708629393249);
    check(Intervals.proportion(50, 100, 0.90), 0.5, 0.4188477961125295, 0.5811522038874705);
    check(
        Intervals.proportion(3, 100000, 0.99), 3e-5, 7.577617147522683e-06, 0.00011876296629561289);
    check(Intervals.proportion(25, 25, 0.95), 1, 0.8668077490609515, 1);
    check(Intervals.proportion(0, 25, 0.95), 0, 0, 1 - 0.8668077490609515);
  }

  @Test
  void theOddsOfPairsHaveWilsonsIntervalForTheirEffectiveNumber() {
    // u <- pair means of the hits; p = 0.5; n_eff = p (1 - p) / (var(u) / 6) = 7.5;
    // R: n <- 7.5; z <- qnorm(.975);
    // (p + z^2/2/n + c(-1, 1) * z * sqrt(p*(1-p)/n + z^2/4/n^2)) / (1 + z^2/n)
    Pairs pairs = Pairs.of(1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1);
    check(Intervals.atLeast(pairs, 1, LEVEL), 0.5, 0.2090062674390902, 0.7909937325609098);
  }

  @Test
  void pairsThatBalanceEarnNoCredit() {
    Pairs opposite = Pairs.of(1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1);
    assertThat(Intervals.atLeast(opposite, 1, LEVEL)).isEqualTo(Intervals.proportion(6, 12, LEVEL));
  }

  @Test
  void oddsOfNoneOrAllHaveTheIntervalOfAsManyTrialsAsThereArePairs() {
    Pairs pairs = Pairs.of(5, 6, 7, 8, 9, 5, 6, 7);
    assertThat(Intervals.atLeast(pairs, 10, LEVEL)).isEqualTo(Intervals.proportion(0, 4, LEVEL));
    assertThat(Intervals.atLeast(pairs, 5, LEVEL)).isEqualTo(Intervals.proportion(4, 4, LEVEL));
  }

  @Test
  void aQuantileHasTheIntervalOfTwoOrderStatistics() {
    // R: l is the largest with pbinom(l - 1, n, q) <= a/2, u the smallest with
    // pbinom(u - 1, n, q) >= 1 - a/2; here l = 18, u = 25 of 28 and l = 7, u = 18 of 24
    Sample ties =
        Sample.of(
            27, 7, 45, 44, 31, 50, 22, 19, 23, 51, 41, 28, 38, 25, 31, 25, 47, 61, 28, 14, 44, 11,
            60, 34, 28, 22, 9, 26);
    check(Intervals.quantile(ties, 0.75, 0.80), 44, 34, 50);
    Sample deals =
        Sample.of(
            20185.04, 16584.98, 4878.91, 2707.86, 8440.87, 37190.34, 42913.52, 26879.83, 14490.1,
            57528.64, 38411.95, 7767.09, 3077.4, 6627.44, 6235.29, 21083.8, 1225.34, 8018.4,
            62214.56, 3596.4, 4297.08, 9021.02, 2080.57, 8582.03);
    check(Intervals.quantile(deals, 0.5, 0.95), 8511.45, 4878.91, 21083.8);
  }

  @Test
  void partnersThatAlwaysAgreeCountOnce() {
    // 40 pairs of copies: the 80 values say as much as 39 to 40, so the interval is wider
    double[] copies = new double[80];
    double[] own = new double[80];
    for (int i = 0; i < 80; i++) {
      copies[i] = i / 2 * 2;
      own[i] = i * 37 % 80;
    }
    Interval wide = interval(Intervals.quantile(Pairs.of(copies), 0.5, LEVEL));
    Interval narrow = interval(Intervals.quantile(Sample.of(own), 0.5, LEVEL));
    assertThat(wide.width()).isGreaterThan(1.3 * narrow.width());
  }

  @Test
  void tooFewValuesGiveAReasonNotANumber() {
    assertThat(Intervals.mean(Tally.of(1), LEVEL))
        .hasToString(
            "not computable, because the error of a mean needs at least 2 values and there is 1");
    assertThat(Intervals.mean(Pairs.of(1, 2), LEVEL).value()).isEmpty();
    assertThat(Intervals.atLeast(Pairs.of(1, 2), 1, LEVEL).orNaN()).isNaN();
    assertThat(Intervals.proportion(0, 0, LEVEL).value()).isEmpty();
    // 1 - 0.9^n >= 0.975 needs n = 36: ceil(log(.025) / log(.9))
    assertThat(Intervals.quantile(Sample.of(1, 2, 3), 0.9, LEVEL))
        .hasToString(
            "not computable, because the error of this quantile needs at least "
                + "36 independent values and there are 3");
    double[] values = new double[36];
    assertThat(Intervals.quantile(Sample.of(values), 0.9, LEVEL).value()).isPresent();
    assertThat(Intervals.quantile(Pairs.of(), 0.9, LEVEL).value()).isEmpty();
  }

  @Test
  void criticalValuesAreThoseOfTheTables() {
    // R: qt(.975, c(1, 2, 10, 499, 99999)); qf(.975, 499, 500); qf(.975, 1, 2); qf(.975, 2, 1)
    assertThat(Critical.student(0.95, 1)).isCloseTo(12.706204736174694, within(1e-10));
    assertThat(Critical.student(0.95, 2)).isCloseTo(4.302652729749462, within(1e-11));
    assertThat(Critical.student(0.95, 10)).isCloseTo(2.228138851986274, within(1e-11));
    assertThat(Critical.student(0.95, 499)).isCloseTo(1.9647293909876886, within(1e-11));
    assertThat(Critical.student(0.95, 99999)).isCloseTo(1.9599877077718442, within(1e-9));
    assertThat(Critical.normal(0.95)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Critical.f(0.975, 499, 500)).isCloseTo(1.1919431098173499, within(1e-11));
    assertThat(Critical.f(0.975, 1, 2)).isCloseTo(38.50632911392401, within(1e-9));
    assertThat(Critical.f(0.975, 2, 1)).isCloseTo(799.4999999999987, within(1e-7));
  }

  @Test
  void anIntervalHoldsItsEnds() {
    Interval interval = new Interval(1, 3, 0.95);
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(3)).isTrue();
    assertThat(interval.contains(3.1)).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
    assertThat(interval.width()).isEqualTo(2);
    assertThat(interval.halfWidth()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(3, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 3, 95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, Double.NaN, 0.95));
  }

  private static Interval interval(Estimate estimate) {
    return estimate.value().orElseThrow().interval();
  }

  private static void check(Estimate estimate, double value, double low, double high) {
    assertThat(estimate.orNaN()).isCloseTo(value, within(1e-12));
    assertThat(interval(estimate).low()).isCloseTo(low, within(1e-10 * Math.max(1e-4, low)));
    assertThat(interval(estimate).high()).isCloseTo(high, within(1e-10 * Math.max(1e-4, high)));
  }
}
