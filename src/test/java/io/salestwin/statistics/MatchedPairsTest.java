package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with NumPy 2.4.6 and SciPy 1.17.1; the R commands beside them ask
 * for the same.
 */
class MatchedPairsTest {

  private static final double[] FIRST = {
    84.3, 104.8, 88.4, 72.9, 96.8, 88.2, 99.2, 100.3, 105.7, 115.8, 100.6, 96.4, 97.8, 101.1, 79.0,
    90.1, 99.6, 106.1, 106.0, 116.5, 102.4, 100.3, 79.3, 84.5
  };
  private static final double[] SECOND = {
    82.9, 102.4, 92.3, 71.5, 104.5, 94.1, 94.2, 104.4, 104.3, 118.9, 103.8, 91.4, 99.9, 103.1, 85.8,
    88.4, 105.6, 104.7, 107.7, 116.1, 111.2, 105.6, 92.0, 90.1
  };

  @Test
  void theDifferenceHasTheIntervalOfAPairedTest() {
    // R: a <- colMeans(matrix(FIRST, 2)); b <- colMeans(matrix(SECOND, 2)); t.test(b, a, paired =
    // T)
    Estimate.Value difference =
        Intervals.mean(MatchedPairs.of(FIRST, SECOND).differences(), 0.95).value().orElseThrow();
    assertThat(difference.estimate()).isCloseTo(2.45, within(1e-12));
    assertThat(difference.interval().low()).isCloseTo(0.25770253347154526, within(1e-10));
    assertThat(difference.interval().high()).isCloseTo(4.642297466528457, within(1e-10));
  }

  @Test
  void whatCommonLuckWonIsOwnOverCommonVarianceWithTheIntervalOfTheJackknife() {
    // R: r <- function(a, b) (var(a) + var(b)) / var(b - a)
    // l <- sapply(1:12, function(i) log(r(a[-i], b[-i]))); s <- sqrt(11 / 12 * sum((l -
    // mean(l))^2))
    // r(a, b) * exp(c(0, -1, 1) * qt(.975, 11) * s)
    Estimate.Value ratio = MatchedPairs.of(FIRST, SECOND).varianceRatio(0.95).value().orElseThrow();
    assertThat(ratio.estimate()).isCloseTo(16.27966236509877, within(1e-10));
    assertThat(ratio.interval().low()).isCloseTo(4.477700970326065, within(1e-8));
    assertThat(ratio.interval().high()).isCloseTo(59.18827730524266, within(1e-7));
  }

  @Test
  void equalValuesDifferByExactlyZero() {
    MatchedPairs same = MatchedPairs.of(FIRST, FIRST);
    assertThat(Intervals.mean(same.differences(), 0.95))
        .isEqualTo(Estimate.of(0, new Interval(0, 0, 0.95)));
    assertThat(same.varianceRatio(0.95))
        .hasToString(
            "not computable, because the difference is the same in every pair of replications");
  }

  @Test
  void oneUnlikePairTellsNothing() {
    double[] almost = FIRST.clone();
    almost[4] += 3;
    assertThat(MatchedPairs.of(FIRST, almost).varianceRatio(0.95))
        .hasToString("not computable, because the difference is the same in every pair but one");
    assertThat(MatchedPairs.of(new double[4], new double[4]).varianceRatio(0.95))
        .hasToString(
            "not computable, because a ratio of variances needs at least 3 whole pairs and there"
                + " are 2");
  }

  @Test
  void aReplicationCountsWhereBothCouldBeComputed() {
    double nan = Double.NaN;
    MatchedPairs matched =
        MatchedPairs.of(new double[] {1, nan, 3, 4, 5, 6}, new double[] {2, 2, 5, nan, 8, 10});
    assertThat(matched.differences().mean()).isEqualTo((1 + 2 + 3 + 4) / 4.0);
    assertThat(matched.differences().missing()).isEqualTo(2);
    assertThat(matched.differences().units()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatchedPairs.of(new double[2], new double[3]))
        .withMessageContaining("2 and 3");
  }

  @Property(seed = "1")
  void theMeanDifferenceIsTheDifferenceOfTheMeans(
      @ForAll @Size(min = 4, max = 30)
          List<@DoubleRange(min = -1e3, max = 1e3) @Scale(3) Double> list) {
    double[] first = list.stream().mapToDouble(Double::doubleValue).toArray();
    double[] second = new double[first.length];
    Arrays.setAll(second, i -> first[first.length - 1 - i] * 1.5 + i);
    double expected = Tally.of(second).mean() - Tally.of(first).mean();
    assertThat(MatchedPairs.of(first, second).differences().mean())
        .isCloseTo(expected, within(1e-9));
  }

  @Property(seed = "1")
  void swappingTheAlternativesTurnsTheDifferenceAndLeavesTheRatio(
      @ForAll @Size(min = 6, max = 20)
          List<@DoubleRange(min = -1e3, max = 1e3) @Scale(3) Double> list) {
    double[] first = list.stream().mapToDouble(Double::doubleValue).toArray();
    double[] second = new double[first.length];
    Arrays.setAll(second, i -> first[i] + i * i % 7);
    MatchedPairs there = MatchedPairs.of(first, second);
    MatchedPairs back = MatchedPairs.of(second, first);
    assertThat(back.differences().mean()).isCloseTo(-there.differences().mean(), within(1e-9));
    assertThat(back.varianceRatio(0.95)).isEqualTo(there.varianceRatio(0.95));
  }
}
