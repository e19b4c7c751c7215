package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class ElementaryTest {

  private static final double TOLERANCE = 2e-15;

  private static void sameAs(
      DoubleUnaryOperator expected, DoubleUnaryOperator actual, double x, double tolerance) {
    double wanted = expected.applyAsDouble(x);
    double error = Math.abs(actual.applyAsDouble(x) - wanted);
    assertThat(error).as("error at %s", x).isLessThanOrEqualTo(tolerance * Math.abs(wanted));
  }

  @Test
  void theLogarithmAgreesWithStrictMathOverAllMagnitudes() {
    RandomStream random = new RandomStream(1, 1, Purpose.SYNTHETIC);
    for (int i = 0; i < 400_000; i++) {
      double spread = i % 2 == 0 ? 1400 : 4; // half of them around 1
      double x = StrictMath.exp((random.nextDouble() - 0.5) * spread);
      sameAs(StrictMath::log, Elementary::log, x, TOLERANCE);
      double near = 1 + (random.nextDouble() - 0.5) * StrictMath.pow(2, -(i % 50));
      sameAs(StrictMath::log, Elementary::log, near, TOLERANCE);
      sameAs(StrictMath::log1p, Elementary::log1p, near - 1, TOLERANCE);
    }
    sameAs(StrictMath::log, Elementary::log, Double.MIN_VALUE, TOLERANCE);
    sameAs(StrictMath::log, Elementary::log, Double.MAX_VALUE, TOLERANCE);
    assertThat(Elementary.log(1)).isZero();
    assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.log(-1)).isNaN();
    assertThat(Elementary.log(Double.NaN)).isNaN();
    assertThat(Elementary.log1p(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theExponentialAgreesWithStrictMathOverAllMagnitudes() {
    RandomStream random = new RandomStream(1, 2, Purpose.SYNTHETIC);
    for (int i = 0; i < 400_000; i++) {
      double spread = i % 2 == 0 ? 1416 : 4;
      sameAs(StrictMath::exp, Elementary::exp, (random.nextDouble() - 0.5) * spread, TOLERANCE);
    }
    assertThat(Elementary.exp(0)).isEqualTo(1);
    assertThat(Elementary.exp(-740)).isEqualTo(StrictMath.exp(-740));
    sameAs(StrictMath::exp, Elementary::exp, 709.7827, TOLERANCE);
    assertThat(Elementary.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.exp(-746)).isZero();
    assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Elementary.exp(Double.NaN)).isNaN();
  }

  @Test
  void logisticAndLogitAreInverseAndAccurate() {
    RandomStream random = new RandomStream(1, 3, Purpose.SYNTHETIC);
    for (int i = 0; i < 200_000; i++) {
      double x = (random.nextDouble() - 0.5) * 60;
      sameAs(v -> 1 / (1 + StrictMath.exp(-v)), Elementary::logistic, x, TOLERANCE);
      double p = random.nextDouble();
      // 2 atanh(2p - 1), with log1p against cancellation near one half
      sameAs(
          v ->
              v < 0.5
                  ? -StrictMath.log1p((1 - 2 * v) / v)
                  : StrictMath.log1p((2 * v - 1) / (1 - v)),
          Elementary::logit,
          p,
          TOLERANCE);
      assertThat(Elementary.logistic(Elementary.logit(p))).isCloseTo(p, within(1e-15));
    }
    assertThat(Elementary.logit(0.5)).isZero();
    assertThat(Elementary.logit(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.logit(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.logistic(-800)).isZero();
  }

  /** Values printed with AS 241 (Wichura 1988) for checking PPND16. */
  @Test
  void theNormalQuantileGivesThePublishedValues() {
    assertThat(Elementary.normalQuantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
    assertThat(Elementary.normalQuantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
    assertThat(Elementary.normalQuantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-14));
    assertThat(Elementary.normalQuantile(0.5)).isZero();
    assertThat(Elementary.normalQuantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.normalQuantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.normalQuantile(-0.1)).isNaN();
    assertThat(Elementary.normalQuantile(Double.NaN)).isNaN();
  }

  @Test
  void theNormalQuantileInvertsTheNormalProbability() {
    for (int i = 1; i < 4000; i++) {
      double p = StrictMath.pow(10, -i / 20.0); // down to 1e-200
      double z = Elementary.normalQuantile(p);
      double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
      double probability = Erf.erfc(-z / StrictMath.sqrt(2)) / 2;
      assertThat(Math.abs((probability - p) / density))
          .as("error at %s", p)
          .isLessThan(1e-14 * Math.max(1, Math.abs(z)));
      if (p < 0.5) {
        double mirrored = 1 - p;
        assertThat(Elementary.normalQuantile(mirrored))
            .isEqualTo(-Elementary.normalQuantile(1 - mirrored));
      }
    }
  }
}
