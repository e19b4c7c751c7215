package io.salestwin.statistics.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;

class ExactPowerTest {

  /** By the tables of another implementation of Fisher's test, and binomial laws of its own. */
  @Test
  void fisherRejectsTheTablesThatItShould() {
    int n1 = 9;
    int n2 = 12;
    BinomialDistribution first = BinomialDistribution.of(n1, 0.3);
    BinomialDistribution second = BinomialDistribution.of(n2, 0.8);
    double sum = 0;
    for (int a = 0; a <= n1; a++) {
      for (int b = 0; b <= n2; b++) {
        double p =
            FisherExactTest.withDefaults().test(new int[][] {{a, n1 - a}, {b, n2 - b}}).getPValue();
        sum += p <= 0.05 ? first.probability(a) * second.probability(b) : 0;
      }
    }
    assertThat(ExactPower.ofFisher(n1, n2, 0.05).at(0.3, 0.8)).isCloseTo(sum, within(1e-12));
  }

  /**
   * Two against two by hand: |z| is 2 for 0 against 2 (p = 0.0455), √(4/3) for a difference of one
   * (p = 0.248), so at 5 % only the two extreme tables are rejected.
   */
  @Test
  void theSmallestTablesByHand() {
    ExactPower z = ExactPower.ofZ(2, 2, 0.05);
    assertThat(z.at(0.5, 0.5)).isCloseTo(2.0 / 16, within(1e-15));
    assertThat(z.at(0.1, 0.7)).isCloseTo(0.81 * 0.49 + 0.01 * 0.09, within(1e-15));
    assertThat(ExactPower.ofFisher(2, 2, 0.05).at(0, 1)).isZero();
  }

  @Test
  void fisherKeepsItsLevelAndZDoesNot() {
    ExactPower fisher = ExactPower.ofFisher(15, 15, 0.05);
    ExactPower z = ExactPower.ofZ(15, 15, 0.05);
    double largest = 0;
    for (double p = 0; p <= 1; p += 0.01) {
      assertThat(fisher.at(p, p)).isLessThanOrEqualTo(0.05);
      assertThat(fisher.at(p, 0.9)).isLessThanOrEqualTo(z.at(p, 0.9) + 1e-15);
      largest = Math.max(largest, z.at(p, p));
    }
    assertThat(largest).isGreaterThan(0.05);
  }

  @Test
  void certainOutcomesAreNeverRejectedWhenEqual() {
    assertThat(ExactPower.ofZ(5, 5, 0.05).at(1, 1)).isZero();
    assertThat(ExactPower.ofZ(5, 5, 0.05).at(0, 1)).isEqualTo(1);
    assertThatThrownBy(() -> ExactPower.ofZ(0, 5, 0.05)).hasMessageContaining("at least 1");
  }
}
