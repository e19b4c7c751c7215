package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class UnitEconomicsTest {

  @Test
  void aContractOfAYearIsRenewedByThoseWhoDoNotLeaveInAYear() {
    assertThat(UnitEconomics.renewalChance(0.24, 12)).isCloseTo(0.76, within(1e-15));
    assertThat(UnitEconomics.renewalChance(0.24, 24)).isCloseTo(0.5776, within(1e-15));
    assertThat(UnitEconomics.renewalChance(0, 7)).isEqualTo(1);
    assertThat(UnitEconomics.renewalChance(1, 7)).isEqualTo(0);
  }

  @Test
  void withContractsOfAYearACustomerStaysOneOverChurnYears() {
    assertThat(UnitEconomics.lifetimeYears(0.24, 12)).isCloseTo(1 / 0.24, within(1e-12));
    assertThat(UnitEconomics.lifetimeYears(0, 12)).isInfinite();
    // 24,000 a year at 78 % for 1 / 0.24 years
    assertThat(UnitEconomics.lifetimeValue(2_400_000 * 0.78, 1 / 0.24))
        .isCloseTo(7_800_000, within(1e-6));
    assertThat(UnitEconomics.lifetimeValue(1, Double.POSITIVE_INFINITY)).isNaN();
  }

  @Test
  void paybackIsInMonthsOfMargin() {
    assertThat(UnitEconomics.paybackMonths(600_000, 1_200_000)).isEqualTo(6);
    assertThat(UnitEconomics.paybackMonths(600_000, 0)).isNaN();
    assertThat(UnitEconomics.ratio(3, 4)).isEqualTo(0.75);
  }

  /** The mean number of contracts, as the sum of the chances to come to each of them. */
  @Property(seed = "1", tries = 200)
  void theLifetimeIsTheSumOverContractsOfTheChanceToHaveThem(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double churn,
      @ForAll @DoubleRange(min = 1, max = 60) double months) {
    double stays = Math.pow(1 - churn, months / 12);
    double sum = 0;
    double chance = 1;
    while (chance > 1e-14) {
      sum += chance * months / 12;
      chance *= stays;
    }
    assertThat(UnitEconomics.lifetimeYears(churn, months)).isCloseTo(sum, within(1e-9 * sum));
  }
}
