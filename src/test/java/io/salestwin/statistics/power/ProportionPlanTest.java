package io.salestwin.statistics.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ProportionPlanTest {

  private static ProportionPlan plan(double p1, double p2, double ratio, int sides, double power) {
    return new ProportionPlan(p1, p2, ratio, new Demand(0.05, sides, power));
  }

  /** The examples of R's {@code power.prop.test}. */
  @Test
  void agreesWithTheExamplesOfAnotherTool() {
    assertThat(plan(0.5, 0.75, 1, 2, 0.9).size()).isCloseTo(76.7, within(0.05));
    assertThat(plan(0.5, 0.75, 1, 2, 0.9).power(50)).isCloseTo(0.740, within(5e-4));
  }

  /** The size has the power, and the smallest increase is the difference that was planned. */
  @Property(seed = "1", tries = 100)
  void sizePowerAndIncreaseAreOneFormula(
      @ForAll @DoubleRange(min = 0.01, max = 0.6) @Scale(9) double p1,
      @ForAll @DoubleRange(min = 0.02, max = 0.35) @Scale(9) double increase,
      @ForAll @DoubleRange(min = 0.2, max = 5) @Scale(9) double ratio,
      @ForAll @IntRange(min = 1, max = 2) int sides,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) @Scale(9) double power) {
    ProportionPlan plan = plan(p1, p1 + increase, ratio, sides, power);
    double n1 = plan.size();
    assertThat(plan.power(n1)).isCloseTo(power, within(1e-11));
    assertThat(plan.powerStrict(n1)).isGreaterThanOrEqualTo(plan.power(n1));
    assertThat(plan.sizeCorrected()).isGreaterThan(n1);
    assertThat(plan.smallestIncrease(n1)).isCloseTo(increase, within(1e-9));
    double arcsine = plan.powerArcsine(plan.sizeArcsine());
    assertThat(arcsine).isCloseTo(power, within(sides == 1 ? 1e-11 : 1e-3));
    // arms exchanged: the other arm's size is ratio times this one's
    assertThat(plan(p1 + increase, p1, 1 / ratio, sides, power).size())
        .isCloseTo(ratio * n1, Percentage.withPercentage(1e-9));
  }

  @Property(seed = "1", tries = 40)
  void exactPowerComesCloseToTheFormulaInLargerSamples(
      @ForAll @DoubleRange(min = 0.3, max = 0.7) @Scale(6) double p1,
      @ForAll @DoubleRange(min = 0.3, max = 0.7) @Scale(6) double p2) {
    Assume.that(Math.abs(p1 - p2) > 0.05);
    double exact = ExactPower.ofZ(100, 100, 0.05).at(p1, p2);
    assertThat(exact).isCloseTo(plan(p1, p2, 1, 2, 0.8).powerStrict(100), within(0.03));
  }

  @Test
  void withoutADifferenceNoSizeIsEnough() {
    ProportionPlan plan = plan(0.2, 0.2, 1, 2, 0.8);
    assertThat(plan.size()).isInfinite();
    assertThat(plan.sizeCorrected()).isInfinite();
    assertThat(plan.powerStrict(50)).isCloseTo(0.05, within(1e-13));
  }

  @Test
  void certainOutcomesAreFoundOrNot() {
    assertThat(plan(0, 1, 1, 2, 0.8).power(5)).isEqualTo(1);
    assertThat(plan(0, 1, 1, 2, 0.8).power(1)).isZero();
    assertThat(plan(0.9, 0.95, 1, 2, 0.8).smallestIncrease(20)).isNaN();
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThatThrownBy(() -> plan(1.2, 0.5, 1, 2, 0.8)).hasMessageContaining("p1 is 1.2");
    assertThatThrownBy(() -> plan(0.2, 0.5, 0, 2, 0.8)).hasMessageContaining("ratio is 0");
    assertThatThrownBy(() -> plan(0.2, 0.5, 1, 3, 0.8)).hasMessageContaining("sides is 3");
    assertThatThrownBy(() -> plan(0.2, 0.5, 1, 2, 1)).hasMessageContaining("power is 1");
  }
}
