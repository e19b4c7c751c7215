package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void whatIsEvenIsEven() {
    Balance even = Balance.of(new double[] {3, 3, 3, 3});
    assertThat(even).isEqualTo(new Balance(0, 0, 1, 1, 1));
  }

  /** One of n has it all: Gini (n - 1) / n, variation the root of n - 1. */
  @Test
  void whatOneHasIsAsUnevenAsCanBe() {
    Balance one = Balance.of(new double[] {0, 0, 0, 0, 7});
    assertThat(one.gini()).isCloseTo(0.8, within(1e-15));
    assertThat(one.cv()).isCloseTo(2, within(1e-15));
    assertThat(one.maxToMin()).isInfinite();
    assertThat(one.largest()).isEqualTo(5);
    assertThat(one.smallest()).isZero();
  }

  @Test
  void ofNothingThereIsNoBalance() {
    assertThat(Balance.of(new double[] {0, 0}).gini()).isNaN();
  }

  /** 1, 2, 3 and 6: |x - y| over the six pairs sum to 16, over all ordered ones to 32; mean 3. */
  @Test
  void byHand() {
    Balance balance = Balance.of(new double[] {6, 1, 3, 2});
    assertThat(balance.gini()).isCloseTo(32.0 / (2 * 16 * 3), within(1e-15));
    assertThat(balance.maxToMin()).isEqualTo(6);
    assertThat(balance.cv()).isCloseTo(Math.sqrt(14.0 / 4) / 3, within(1e-15));
  }

  @Property(seed = "1")
  void theGiniIsTheSumOverAllPairs(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0.01, max = 1000) Double> values) {
    double[] x = values.stream().mapToDouble(v -> v).toArray();
    double pairs = 0;
    for (double a : x) {
      for (double b : x) {
        pairs += Math.abs(a - b);
      }
    }
    double mean = Arrays.stream(x).average().orElseThrow();
    assertThat(Balance.of(x).gini())
        .isCloseTo(pairs / (2 * mean * x.length * x.length), within(1e-9));
  }
}
