package io.salestwin.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.Quadrature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FutilitySpendingTest {

  private static final double[] THREE = {1 / 3.0, 2 / 3.0, 1};

  /**
   * The printed example of R's gsDesign (the default design of its manual): 2.5 % one-sided, 90 %
   * power, Hwang, Shih and DeCani with -4 above and -2 below, non-binding.
   */
  @Test
  void agreesWithThePublishedExample() {
    GroupSequential above = GroupSequential.spending(THREE, 0.025, 1, new Spending.Exponential(-4));
    FutilitySpending futility = new FutilitySpending(above, new Spending.Exponential(-2), 0.1);
    double drift = futility.drift();
    double fixed = NormalLaw.upperQuantile(0.025) + NormalLaw.upperQuantile(0.1);
    assertThat(drift * drift / (fixed * fixed)).isCloseTo(1.070, within(5e-4));
    double[] below = futility.below(drift);
    assertThat(below[0]).isCloseTo(-0.24, within(5e-3));
    assertThat(below[1]).isCloseTo(0.94, within(5e-3));
    assertThat(below[2]).isCloseTo(above.z()[2], within(1e-6)).isCloseTo(2.00, within(5e-3));
    GroupSequential ending = above.endingBelow(below);
    assertThat(ending.power(drift)).isCloseTo(0.9, within(1e-9));
    assertThat(ending.power(0)).isCloseTo(0.0233, within(5e-5));
  }

  /** With two looks by plain quadrature: what is missed at the second is all that is left. */
  @Property(seed = "1", tries = 20)
  void twoLooksAreABivariateNormal(
      @ForAll @DoubleRange(min = 0.3, max = 0.8) @Scale(12) double t,
      @ForAll @DoubleRange(min = 0.05, max = 0.3) @Scale(12) double miss) {
    GroupSequential above =
        GroupSequential.spending(new double[] {t, 1}, 0.025, 1, new Spending.LikePocock());
    Spending spending = new Spending.LikePocock();
    FutilitySpending futility = new FutilitySpending(above, spending, miss);
    double drift = futility.drift();
    double mean = drift * Math.sqrt(t);
    double low = mean - NormalLaw.upperQuantile(spending.at(t, miss));
    assertThat(futility.below(drift)[0]).isCloseTo(low, within(1e-9));
    double high = above.z()[0];
    double missed =
        Quadrature.integral(
            z ->
                NormalLaw.density(z - mean)
                    * NormalLaw.below(
                        (above.z()[1] - z * Math.sqrt(t) - drift * (1 - t)) / Math.sqrt(1 - t)),
            low,
            (low + high) / 2,
            high);
    assertThat(missed).isCloseTo(miss - spending.at(t, miss), within(1e-9));
  }

  @Property(seed = "1", tries = 12)
  void thePowerStaysAndTheLimitsMeetAtTheEnd(
      @ForAll @IntRange(min = 2, max = 6) int looks,
      @ForAll @IntRange(min = 1, max = 2) int sides,
      @ForAll @DoubleRange(min = 0.05, max = 0.3) @Scale(12) double miss) {
    double[] t = new double[looks];
    for (int k = 0; k < looks; k++) {
      t[k] = (k + 1.0) / looks;
    }
    Spending spending = new Spending.LikeOBrienFleming();
    GroupSequential above = GroupSequential.spending(t, 0.05, sides, spending);
    FutilitySpending futility = new FutilitySpending(above, spending, miss);
    double drift = futility.drift();
    double[] below = futility.below(drift);
    assertThat(above.endingBelow(below).power(drift)).isCloseTo(1 - miss, within(1e-8));
    assertThat(below[looks - 1]).isCloseTo(above.z()[looks - 1], within(1e-5));
    assertThat(drift).isGreaterThan(above.drift(1 - miss));
  }

  @Test
  void oneLookHasNothingToEnd() {
    GroupSequential one =
        GroupSequential.spending(new double[] {1}, 0.05, 2, new Spending.LikePocock());
    FutilitySpending futility = new FutilitySpending(one, new Spending.LikePocock(), 0.2);
    assertThat(futility.drift()).isCloseTo(one.drift(0.8), within(1e-6));
    assertThatThrownBy(() -> new FutilitySpending(one, new Spending.LikePocock(), 1))
        .hasMessageContaining("miss");
  }
}
