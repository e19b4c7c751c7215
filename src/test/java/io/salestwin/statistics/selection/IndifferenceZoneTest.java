package io.salestwin.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.Quadrature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class IndifferenceZoneTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The best of two: its lead over the other is normal with variance 2. */
  @Property(seed = "1", tries = 50)
  void bechhoferOfTwoIsAQuantile(
      @ForAll @DoubleRange(min = 0.5, max = 0.999999) @Scale(12) double pstar) {
    assertThat(IndifferenceZone.bechhofer(2, pstar))
        .isCloseTo(Math.sqrt(2) * NORMAL.inverseCumulativeProbability(pstar), within(1e-9));
  }

  @Property(seed = "1", tries = 20)
  void constantsGrowWithTheNumberOfAlternativesAndShrinkWithTheFirstStage(
      @ForAll @IntRange(min = 2, max = 12) int k, @ForAll @IntRange(min = 5, max = 60) int n0) {
    double h = IndifferenceZone.dudewiczDalal(k, n0, 0.9);
    assertThat(IndifferenceZone.dudewiczDalal(k + 1, n0, 0.9)).isGreaterThan(h);
    assertThat(IndifferenceZone.dudewiczDalal(k, n0 + 5, 0.9)).isLessThan(h);
    assertThat(IndifferenceZone.bechhofer(k, 0.9)).isLessThan(h);
    assertThat(IndifferenceZone.rinott(k, n0, 0.9)).isGreaterThan(h - 1e-9);
  }

  /** The defining double integral in chi-square's own densities: another integral. */
  @Test
  void rinottSatisfiesItsDefinition() {
    int k = 4;
    int n0 = 12;
    double h = IndifferenceZone.rinott(k, n0, 0.95);
    ChiSquaredDistribution law = ChiSquaredDistribution.of(n0 - 1);
    double[] breaks = {1e-9, 2, 5, 10, 20, 40, 120};
    double correct =
        Quadrature.integral(
            y ->
                law.density(y)
                    * Math.pow(
                        Quadrature.integral(
                            x ->
                                law.density(x)
                                    * NORMAL.cumulativeProbability(
                                        h / Math.sqrt((n0 - 1) * (1 / x + 1 / y))),
                            breaks),
                        k - 1),
            breaks);
    assertThat(correct).isCloseTo(0.95, within(1e-10));
  }

  /** With the variance as good as known, each comparison is normal and independent. */
  @Test
  void rinottWithALongFirstStageKnowsTheVariance() {
    double known = Math.sqrt(2) * NORMAL.inverseCumulativeProbability(Math.pow(0.9, 0.25));
    assertThat(IndifferenceZone.rinott(5, 200_001, 0.9)).isCloseTo(known, within(1e-4));
  }

  /** A. M. Law, Simulation Modeling and Analysis, table of h1 for n0 = 20, three decimals. */
  @Test
  void agreesWithLawsTable() {
    assertThat(IndifferenceZone.dudewiczDalal(5, 20, 0.95)).isCloseTo(3.258, within(5e-4));
    assertThat(IndifferenceZone.dudewiczDalal(10, 20, 0.90)).isCloseTo(3.182, within(5e-4));
  }

  @Test
  void aStageIsPlannedFromTheFirstReplicationsOnly() {
    double[][] data = {{1, 2, 3, 900}, {5, 5.5, 6, -900}};
    RinottStage stage = RinottStage.of(data, 3, 0.25, 0.95);
    assertThat(stage.variances()).containsExactly(1, 0.25);
    double h = IndifferenceZone.rinott(2, 3, 0.95);
    assertThat(stage.needed())
        .containsExactly((long) Math.ceil(16 * h * h), (long) Math.ceil(4 * h * h));
    assertThat(RinottStage.of(data, 3, 1e6, 0.95).needed()).containsExactly(3, 3);
  }

  @Test
  void refusesWhatCannotBeSelected() {
    assertThatThrownBy(() -> IndifferenceZone.bechhofer(1, 0.9)).hasMessageContaining("k is 1");
    assertThatThrownBy(() -> IndifferenceZone.rinott(2, 1, 0.9)).hasMessageContaining("n0 is 1");
    assertThatThrownBy(() -> IndifferenceZone.bechhofer(2, 1)).hasMessageContaining("pstar");
    assertThatThrownBy(() -> RinottStage.of(new double[2][2], 3, 1, 0.9))
        .hasMessageContaining("replications");
  }
}
