package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReturnOnInvestmentTest {

  @Test
  void theReturnIsWhatIsLeftForEachUnitThatIsPutIn() {
    assertThat(ReturnOnInvestment.of(250, 100)).isEqualTo(1.5);
    assertThat(ReturnOnInvestment.of(50, 100)).isEqualTo(-0.5);
    assertThat(ReturnOnInvestment.of(50, 0)).isNaN();
    assertThat(ReturnOnInvestment.of(50, -10)).isNaN();
  }

  @Test
  void moneyOfNextYearIsWorthLess() {
    assertThat(ReturnOnInvestment.discount(0.25, 2)).isCloseTo(0.64, within(1e-12));
    assertThat(ReturnOnInvestment.discount(0, 7)).isEqualTo(1);
    assertThat(ReturnOnInvestment.discount(0.1, 0)).isEqualTo(1);
  }

  @Test
  void itIsPaidBackWhenTheSumIsNeverBelowNothingAgain() {
    double[] years = {0, 0.25, 0.5, 0.75, 1};
    assertThat(ReturnOnInvestment.payback(years, new double[] {-5, -2, 1, 3, 4})).isEqualTo(0.5);
    assertThat(ReturnOnInvestment.payback(years, new double[] {-5, 1, -1, 0, 4})).isEqualTo(0.75);
    assertThat(ReturnOnInvestment.payback(years, new double[] {-5, -4, -3, -2, -1})).isNaN();
    assertThat(ReturnOnInvestment.payback(years, new double[] {0, 1, 2, 3, 4})).isZero();
  }
}
