package io.salestwin.statistics.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.Quadrature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MeanAndEventPlanTest {

  private static MeanPlan means(double ratio, boolean paired, int sides, double power) {
    return new MeanPlan(1, ratio, paired, new Demand(0.05, sides, power));
  }

  /** R's {@code power.t.test} examples; sizes as roots of scipy 1.17.1's {@code nct.sf}. */
  @Test
  void agreesWithTheExamplesOfOtherTools() {
    assertThat(means(1, false, 2, 0.9).power(1, 20)).isCloseTo(0.8689528, within(5e-8));
    assertThat(means(1, false, 2, 0.9).size(1)).isCloseTo(22.02108842637893, within(1e-9));
    assertThat(means(1, false, 1, 0.9).size(1)).isCloseTo(17.847120626538374, within(1e-9));
  }

  @Property(seed = "1", tries = 40)
  void sizeAndDifferenceHaveThePower(
      @ForAll @DoubleRange(min = 0.1, max = 8) @Scale(6) double delta,
      @ForAll @DoubleRange(min = 0.3, max = 4) @Scale(6) double ratio,
      @ForAll boolean paired,
      @ForAll @IntRange(min = 1, max = 2) int sides,
      @ForAll @DoubleRange(min = 0.3, max = 0.99) @Scale(6) double power) {
    MeanPlan plan = means(ratio, paired, sides, power);
    double n1 = plan.size(delta);
    assertThat(plan.powerStrict(delta, n1)).isCloseTo(power, within(1e-10));
    assertThat(plan.smallestDifference(n1)).isCloseTo(delta, Percentage.withPercentage(1e-7));
    assertThat(plan.powerStrict(-delta, n1)).isCloseTo(power, within(1e-10));
    assertThat(plan.sizeNormal(delta)).isLessThan(n1);
  }

  @Test
  void manyUnitsNeedWhatTheNormalLawSays() {
    MeanPlan plan = means(2, false, 2, 0.8);
    double t = plan.size(0.01);
    assertThat(t / plan.sizeNormal(0.01)).isCloseTo(1, within(1e-4));
    assertThat(plan.sizeUnequal(0.01, 1)).isCloseTo(plan.sizeNormal(0.01), within(1e-6));
    assertThat(plan.sizeUnequal(0.01, 3)).isGreaterThan(plan.sizeNormal(0.01));
  }

  @Test
  void whatCannotBeFound() {
    MeanPlan plan = means(1, false, 2, 0.8);
    assertThat(plan.size(0)).isInfinite();
    assertThat(plan.power(1, 1)).isNaN();
    assertThat(plan.powerStrict(1, 1)).isNaN();
    assertThat(plan.smallestDifference(1)).isNaN();
    assertThat(means(1, false, 2, 0.04).smallestDifference(10)).isNaN();
    assertThat(plan.powerStrict(0, 10)).isCloseTo(0.05, within(1e-13));
    assertThatThrownBy(() -> plan.sizeUnequal(1, 0)).hasMessageContaining("sd2 is 0");
  }

  @Property(seed = "1", tries = 60)
  void eventsAndPowerAreOneFormula(
      @ForAll @DoubleRange(min = 1.05, max = 6) @Scale(6) double ratio,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) @Scale(6) double share,
      @ForAll @DoubleRange(min = 0.3, max = 0.99) @Scale(6) double power) {
    EventPlan plan = new EventPlan(ratio, share, new Demand(0.05, 2, power));
    assertThat(plan.power(plan.events())).isCloseTo(power, within(1e-11));
    assertThat(plan.smallestRatio(plan.events()))
        .isCloseTo(1 / ratio, Percentage.withPercentage(1e-9));
    assertThat(new EventPlan(1 / ratio, share, new Demand(0.05, 2, power)).events())
        .isCloseTo(plan.events(), Percentage.withPercentage(1e-9));
    assertThat(plan.units(1, 1)).isEqualTo(plan.events());
  }

  /** For small effects and equal arms Freedman's and Schoenfeld's numbers meet. */
  @Test
  void theTwoNumbersOfEventsMeet() {
    EventPlan plan = new EventPlan(1.001, 0.5, new Demand(0.05, 2, 0.8));
    assertThat(plan.eventsFreedman() / plan.events()).isCloseTo(1, within(1e-5));
    assertThat(new EventPlan(1, 0.5, new Demand(0.05, 2, 0.8)).events()).isInfinite();
  }

  /** Averaged over the times of entering by another integral. */
  @Property(seed = "1", tries = 60)
  void theChanceOfAnEventAveragesOverEntering(
      @ForAll @DoubleRange(min = 0.00001, max = 2) @Scale(6) double hazard,
      @ForAll @DoubleRange(min = 0.001, max = 50) @Scale(6) double accrual,
      @ForAll @DoubleRange(min = 0, max = 50) @Scale(6) double followUp) {
    double average =
        Quadrature.integral(
                entered -> -Math.expm1(-hazard * (followUp + accrual - entered)), 0, accrual)
            / accrual;
    assertThat(EventPlan.chanceOfEvent(hazard, accrual, followUp))
        .isCloseTo(average, Percentage.withPercentage(1e-9));
  }

  @Test
  void allMayEnterAtOnce() {
    assertThat(EventPlan.chanceOfEvent(0.1, 0, 5)).isCloseTo(-Math.expm1(-0.5), within(1e-15));
    assertThatThrownBy(() -> EventPlan.chanceOfEvent(0.1, -1, 5))
        .hasMessageContaining("accrual is -1");
    assertThatThrownBy(() -> EventPlan.chanceOfEvent(0, 1, 5)).hasMessageContaining("hazard");
  }
}
