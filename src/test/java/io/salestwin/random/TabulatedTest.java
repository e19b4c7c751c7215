package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sampler with a table draws what it draws without one, to 1e-6. */
class TabulatedTest {

  private static final int DRAWS = 100_003;

  /** Every family and pair of parameters of the contract, and laws that are steep. */
  static Stream<Distribution> laws() {
    List<Distribution> laws =
        new ArrayList<>(
            DistributionContractTest.cases().stream()
                .map(DistributionContractTest.Case::law)
                .toList());
    for (double sigma : new double[] {0.1, 0.5, 1, 1.5, 2, 3, 5, 10, 20}) {
      laws.add(new Lognormal(1, sigma));
    }
    for (double shape : new double[] {0.1, 0.3, 0.6, 1, 2, 5, 20}) {
      laws.add(new Weibull(shape, 3));
      laws.add(new LogLogistic(3, shape));
      laws.add(new Gamma(shape, 3));
      laws.add(new Beta(shape, 2));
    }
    return laws.stream();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aTableMovesNoDrawByMoreThanOneMillionth(Distribution law) {
    Sampler exact = law.compile();
    Sampler tabulated = exact.tabulated();
    // a shift may bring a draw near 0, and moves no error
    double shift = law instanceof Shifted shifted ? shifted.shift() : 0;
    double worst = 0;
    for (int i = 0; i < DRAWS; i++) {
      double u = (i + 0.5) / DRAWS;
      double right = exact.sample(u);
      double off = Math.abs(tabulated.sample(u) - right);
      double size = Math.abs(right - shift);
      worst = Math.max(worst, size == 0 ? off : off / size);
    }
    assertThat(worst).isLessThan(1e-6);
  }

  @Test
  void aLawTooSteepForATableKeepsItsExactForm() {
    Sampler steep = new Lognormal(1, 20).compile();
    assertThat(steep.tabulated()).isSameAs(steep);
    Sampler gentle = new Lognormal(1, 0.8).compile();
    assertThat(gentle.tabulated()).isNotSameAs(gentle);
  }

  @Test
  void aTableFollowsFactorAndShift() {
    Sampler tabulated = new Gamma(2, 3).compile().tabulated();
    assertThat(tabulated.scaledBy(2).shiftedBy(1).sample(0.3))
        .isEqualTo(1 + 2 * tabulated.sample(0.3));
  }
}
