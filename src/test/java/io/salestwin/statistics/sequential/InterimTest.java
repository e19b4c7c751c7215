package io.salestwin.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.Quadrature;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Conditional power, confidence sequences, probability ratio tests. */
class InterimTest {

  /** Predictive power is conditional power averaged over θ ~ N(Z / √t, 1 / t). */
  @Property(seed = "1", tries = 40)
  void predictivePowerAveragesConditionalPower(
      @ForAll @DoubleRange(min = -3, max = 4) @Scale(12) double z,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) @Scale(12) double t) {
    ConditionalPower power = new ConditionalPower(z, t, 1.96);
    double centre = z / Math.sqrt(t);
    double sd = 1 / Math.sqrt(t);
    double average =
        Quadrature.integral(
            u -> Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI) * power.at(centre + sd * u),
            -10,
            0,
            10);
    assertThat(power.predictive()).isCloseTo(average, within(1e-11));
  }

  @Property(seed = "1", tries = 40)
  void theLimitOfFutilityIsWhereTheChanceIsJustThat(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) @Scale(12) double t,
      @ForAll @DoubleRange(min = 0.05, max = 0.5) @Scale(12) double chance) {
    double z = ConditionalPower.limit(t, 2.0, 2.8, chance);
    assertThat(new ConditionalPower(z, t, 2.0).at(2.8)).isCloseTo(chance, within(1e-9));
  }

  /** A look at the beginning knows what the design knew: the power of the test. */
  @Test
  void beforeTheFirstUnitItIsThePowerOfTheDesign() {
    ConditionalPower power = new ConditionalPower(0, 0, 1.959963984540054);
    assertThat(power.at(1.959963984540054 + 0.8416212335729143)).isCloseTo(0.8, within(1e-12));
    assertThat(power.atTrend()).isNaN();
    assertThat(power.predictive()).isNaN();
    assertThat(power.reason()).isNotEmpty();
  }

  @Test
  void atTheEndNothingIsLeftToChance() {
    assertThat(new ConditionalPower(2, 1, 1.96).at(0)).isEqualTo(1);
    assertThat(new ConditionalPower(1.9, 1, 1.96).predictive()).isZero();
    assertThatThrownBy(() -> new ConditionalPower(1, 1.1, 2)).hasMessageContaining("t is 1.1");
  }

  @Property(seed = "1", tries = 40)
  void theSequenceEndsWhereItsPIsTheLevel(
      @ForAll @DoubleRange(min = 0.001, max = 0.4) @Scale(12) double alpha,
      @ForAll @DoubleRange(min = 2, max = 1e5) @Scale(12) double n) {
    ConfidenceSequence at0 = ConfidenceSequence.of(0, 0.3, n, alpha, 5000);
    ConfidenceSequence atEnd = ConfidenceSequence.of(at0.half(), 0.3, n, alpha, 5000);
    assertThat(atEnd.p()).isCloseTo(alpha, within(1e-12));
    assertThat(at0.p()).isEqualTo(1);
    assertThat(atEnd.interval().low()).isCloseTo(0, within(1e-12));
  }

  /** The tuning is near the tightest: no other n* gives an interval 0.5 % narrower there. */
  @Test
  void theSequenceIsTightestWhereItWasTuned() {
    ConfidenceSequence there = ConfidenceSequence.of(0, 1, 5000, 0.05, 5000);
    double tuned = there.half();
    assertThat(there.halfOneSided()).isLessThan(tuned);
    for (double other = 500; other < 50_000; other *= 1.1) {
      assertThat(ConfidenceSequence.of(0, 1, 5000, 0.05, other).half())
          .isGreaterThan(0.995 * tuned);
    }
  }

  @Test
  void nothingVariesIsUndefined() {
    ConfidenceSequence sequence = ConfidenceSequence.of(1, 0, 10, 0.05, 5000);
    assertThat(sequence.p()).isNaN();
    assertThat(sequence.reason()).contains("standard error is 0");
    assertThat(ConfidenceSequence.of(1, 1, 10, 0.6, 5000).reason()).contains("below 0.5");
    MixtureInterval interval = MixtureInterval.of(0, 5, 0, 5, 0.05);
    assertThat(interval.half()).isNaN();
    assertThat(interval.reason()).isNotEmpty();
  }

  /** By hand: V = 1/10 + 1/10, z² = 3.84146, tau = z² / 10. */
  @Test
  void theMixtureIntervalByItsFormula() {
    MixtureInterval interval = MixtureInterval.of(1, 10, 1, 10, 0.05);
    double tau = 1.959963984540054 * 1.959963984540054 / 10;
    double zstar =
        Math.sqrt((0.2 + tau) / tau * (-2 * Math.log(0.025) - Math.log(0.2 / (0.2 + tau))));
    assertThat(interval.zstar()).isCloseTo(zstar, within(1e-12));
    assertThat(interval.half()).isCloseTo(zstar * Math.sqrt(0.2), within(1e-12));
    assertThat(interval.p(interval.half())).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void theProbabilityRatioAddsUp() {
    double[] x = {1, 0, 1, 1};
    Sprt test = Sprt.bernoulli(x, 0.2, 0.6, 0.05, 0.1);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] == 1 ? Math.log(0.6 / 0.2) : Math.log(0.4 / 0.8);
      assertThat(test.logRatio()[i]).isCloseTo(sum, within(1e-14));
    }
    assertThat(test.decision()).isEqualTo(Sprt.Decision.CONTINUE);
    assertThat(test.decidedAt()).isEqualTo(-1);
  }

  /** Wald's inequalities: false decisions are at most alpha / (1 - beta); 4,000 fixed runs. */
  @Test
  void decidesWronglyAsSeldomAsPromised() {
    Random random = new Random(3);
    int runs = 4_000;
    int wrong = 0;
    double needed = 0;
    for (int run = 0; run < runs; run++) {
      double[] x = random.doubles(400).map(u -> u < 0.3 ? 1 : 0).toArray();
      Sprt test = Sprt.bernoulli(x, 0.3, 0.5, 0.05, 0.1);
      wrong += test.decision() == Sprt.Decision.ACCEPT_H1 ? 1 : 0;
      needed += test.decidedAt() / (double) runs;
    }
    assertThat(wrong / (double) runs).isLessThan(0.05 / 0.9 + 3 * Math.sqrt(0.05 / runs));
    // without overshoot the approximation is somewhat low
    double expected = Sprt.bernoulli(new double[0], 0.3, 0.5, 0.05, 0.1).expectedUnder0();
    assertThat(needed).isBetween(expected, 1.25 * expected);
  }

  @Test
  void hypothesesMayBeCertainButNotEqual() {
    Sprt certain = Sprt.bernoulli(new double[] {0, 1, 0}, 0, 0.5, 0.05, 0.1);
    assertThat(certain.decision()).isEqualTo(Sprt.Decision.ACCEPT_H1);
    assertThat(certain.decidedAt()).isEqualTo(2);
    Sprt equal = Sprt.normal(new double[] {1}, 2, 2, 1, 0.05, 0.1);
    assertThat(equal.expectedUnder0()).isNaN();
    assertThat(equal.reason()).contains("equal");
    assertThatThrownBy(() -> Sprt.normal(new double[] {1}, 0, 1, 0, 0.05, 0.1))
        .hasMessageContaining("sigma");
    assertThatThrownBy(() -> Sprt.normal(new double[] {1}, 0, 1, 1, 0.5, 0.5))
        .hasMessageContaining("sum to less than 1");
    assertThatThrownBy(() -> Sprt.bernoulli(new double[] {2}, 0.1, 0.2, 0.05, 0.1))
        .hasMessageContaining("0 or 1");
  }
}
