package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTestTest {

  /** Gosset's own data: extra hours of sleep by two drugs (R: t.test(sleep...), paired). */
  @Test
  void studentsOwnExampleGivesHisFigures() {
    MeanTest test = new MeanTest(Tally.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4), 0);
    assertThat(test.t()).isCloseTo(4.0621, within(5e-5));
    assertThat(test.p()).isCloseTo(0.002833, within(5e-7));
  }

  @Property(seed = "1", tries = 300)
  void pIsThatOfAnotherLibrary(
      @ForAll @IntRange(min = 2, max = 200) int n,
      @ForAll @DoubleRange(min = -3, max = 3) double expected) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Math.sin(i * 12.9898) * 2; // any values
    }
    double p = new MeanTest(Tally.of(values), expected).p();
    assertThat(p).isCloseTo(new TTest().tTest(expected, values), within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.3", "5, -1.7", "40, 2.9", "4000, -4.1"})
  void zHasTheSignOfTAndItsChance(int freedom, double t) {
    // n values with mean t / sqrt(n) and standard deviation 1
    int n = freedom + 1;
    Tally tally = new Tally(n, t / Math.sqrt(n), freedom, -9, 9);
    MeanTest test = new MeanTest(tally, 0);
    double tail = new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
    double z = -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail);
    assertThat(test.z()).isCloseTo(Math.copySign(z, t), within(1e-9));
  }

  @Test
  void zIsFiniteHoweverFarOffTheMeanIs() {
    assertThat(new MeanTest(Tally.of(5, 5, 5), 5).z()).isZero();
    assertThat(new MeanTest(Tally.of(5, 5, 5), 6).z()).isEqualTo(-38);
    double[] many = new double[10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = 100 + i % 2;
    }
    assertThat(new MeanTest(Tally.of(many), 0).z()).isEqualTo(38);
  }

  /** R: qnorm(1 - 0.05 / 2), qnorm(1 - 0.01 / 200), qnorm(1 - 1e-15). */
  @Test
  void theBoundIsBonferronis() {
    assertThat(MeanTest.bound(0.05, 1)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(MeanTest.bound(0.01, 100)).isCloseTo(3.890591886413, within(1e-11));
    assertThat(MeanTest.normalScore(2e-15)).isCloseTo(7.941345, within(5e-7));
    assertThat(MeanTest.normalScore(1)).isZero();
  }

  @Test
  void whatCannotBeTestedIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MeanTest(Tally.of(1), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new MeanTest(Tally.of(1, 2), Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.bound(0.01, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.bound(1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.normalScore(0));
  }
}
