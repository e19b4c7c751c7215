package io.salestwin.statistics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NoncentralTTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Property(seed = "1", tries = 200)
  void withoutAMeanItIsStudentsT(
      @ForAll @DoubleRange(min = 0.01, max = 30) @Scale(12) double t,
      @ForAll @DoubleRange(min = 0.3, max = 400) @Scale(12) double df) {
    assertThat(NoncentralT.above(t, df, 0)).isCloseTo(StudentLaw.above(t, df), within(1e-13));
  }

  @Test
  void whatIsFarAwayIsCertainAndTakesNoTime() {
    assertThat(NoncentralT.above(2, 18, 1e50)).isEqualTo(1);
    assertThat(NoncentralT.above(2, 18, -1e50)).isZero();
    assertThat(NoncentralT.above(2, 2e60, 3)).isCloseTo(0.841344746068543, within(1e-12));
    // what is certain joins what is computed: nodes of the one, and the bound of the other
    for (double df : new double[] {1, 3, 30, 3000}) {
      double near = 39 + 2 * 2 * Math.sqrt(1 + 120 / df);
      assertThat(NoncentralT.above(2, df, near)).isCloseTo(1, within(1e-13));
      assertThat(NoncentralT.above(2, df, near + 2)).isEqualTo(1);
      assertThat(NoncentralT.above(2, df, -39)).isLessThan(1e-300);
    }
  }

  /** The same expectation over chi-square itself, in its probabilities: another integral. */
  @Property(seed = "1", tries = 60)
  void isTheAverageOverTheVariance(
      @ForAll @DoubleRange(min = -4, max = 15) @Scale(12) double t,
      @ForAll @DoubleRange(min = 3, max = 80) @Scale(12) double df,
      @ForAll @DoubleRange(min = -5, max = 9) @Scale(12) double ncp) {
    ChiSquaredDistribution law = ChiSquaredDistribution.of(df);
    double high = law.inverseSurvivalProbability(1e-18);
    double average =
        Quadrature.integral(
            v -> law.density(v) * NORMAL.cumulativeProbability(ncp - t * Math.sqrt(v / df)),
            0,
            df / 2,
            df,
            2 * df,
            high);
    assertThat(NoncentralT.above(t, df, ncp)).isCloseTo(average, within(1e-11));
  }

  /** scipy 1.17.1, {@code scipy.stats.nct.sf(t, df, ncp)}. */
  @Test
  void agreesWithAnotherLibrary() {
    double critical = TDistribution.of(198).inverseSurvivalProbability(0.025);
    assertThat(NoncentralT.above(critical, 198, 5 / (20 * Math.sqrt(0.02))))
        .isCloseTo(0.42043832941888637, Percentage.withPercentage(1e-10));
  }

  @Test
  void manyDegreesOfFreedomAreNormal() {
    assertThat(NoncentralT.above(2, Double.POSITIVE_INFINITY, 1.5))
        .isCloseTo(NORMAL.survivalProbability(0.5), within(1e-16));
    assertThat(NoncentralT.above(2, 1e9, 1.5))
        .isCloseTo(NORMAL.survivalProbability(0.5), within(1e-8));
  }

  @Test
  void refusesNoDegreesOfFreedom() {
    assertThatThrownBy(() -> NoncentralT.above(1, 0, 1)).hasMessageContaining("df");
  }
}
