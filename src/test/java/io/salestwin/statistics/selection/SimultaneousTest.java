package io.salestwin.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SimultaneousTest {

  @Property(seed = "1", tries = 15)
  void oneTreatmentAndTwoGroupsAreStudentsT(
      @ForAll @IntRange(min = 1, max = 200) int df,
      @ForAll @DoubleRange(min = 1e-9, max = 0.5) @Scale(12) double alpha) {
    double t = TDistribution.of(df).inverseSurvivalProbability(alpha / 2);
    assertThat(Simultaneous.dunnett(1, df, alpha)).isCloseTo(t, Percentage.withPercentage(1e-8));
    assertThat(Simultaneous.tukey(2, df, alpha))
        .isCloseTo(Math.sqrt(2) * t, Percentage.withPercentage(1e-8));
  }

  /** Below Bonferroni's inequality, above the single comparison. */
  @Property(seed = "1", tries = 15)
  void dunnettLiesBetweenOneTestAndBonferroni(
      @ForAll @IntRange(min = 2, max = 15) int k, @ForAll @IntRange(min = 2, max = 120) int df) {
    TDistribution t = TDistribution.of(df);
    assertThat(Simultaneous.dunnett(k, df, 0.05))
        .isBetween(t.inverseSurvivalProbability(0.025), t.inverseSurvivalProbability(0.025 / k));
  }

  /** Published to two or three decimals: Dunnett 1964 (k = 4, infinite df); Tukey's q tables. */
  @Test
  void agreesWithPublishedTables() {
    assertThat(Simultaneous.dunnett(4, Double.POSITIVE_INFINITY, 0.05))
        .isCloseTo(2.44, within(0.005));
    assertThat(Simultaneous.tukey(3, 10, 0.05)).isCloseTo(3.877, within(0.001));
    assertThat(Simultaneous.tukey(5, 20, 0.05)).isCloseTo(4.232, within(0.001));
    assertThat(Simultaneous.tukey(4, Double.POSITIVE_INFINITY, 0.05))
        .isCloseTo(3.633, within(0.001));
  }

  /** 100,000 draws with a fixed seed; a right value fails with a chance below 1e-5 (4.5 errors). */
  @Test
  void dunnettLeavesItsLevelInASimulation() {
    int k = 3;
    int df = 7;
    double critical = Simultaneous.dunnett(k, df, 0.1);
    Random random = new Random(20260101);
    int draws = 100_000;
    int beyond = 0;
    for (int i = 0; i < draws; i++) {
      double squares = 0;
      for (int j = 0; j < df; j++) {
        double z = random.nextGaussian();
        squares += z * z;
      }
      double control = random.nextGaussian();
      double most = 0;
      for (int j = 0; j < k; j++) {
        most = Math.max(most, Math.abs(random.nextGaussian() - control));
      }
      beyond += most / Math.sqrt(2 * squares / df) > critical ? 1 : 0;
    }
    assertThat(beyond / (double) draws).isCloseTo(0.1, within(4.5 * Math.sqrt(0.1 * 0.9 / draws)));
  }
}
