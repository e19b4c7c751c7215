package io.salestwin.statistics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The laws against other implementations, against sums, and against published digits. */
class LawsTest {

  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void normalTailsHavePublishedDigits() {
    // Abramowitz and Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.2
    assertThat(NormalLaw.below(1.0)).isCloseTo(0.841344746068543, within(1e-15));
    assertThat(NormalLaw.above(10) / 7.61985e-24).isCloseTo(1, within(1e-5));
    assertThat(NormalLaw.critical(0.95)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(NormalLaw.tail(0.95)).isEqualTo(0.025);
  }

  @Property(seed = "1", tries = 100)
  void lossOfANormalIsItsIntegral(@ForAll @DoubleRange(min = -5, max = 5) double z) {
    double integral = Quadrature.integral(NormalLaw::above, z, z + 1, z + 4, z + 12, 45);
    assertThat(NormalLaw.loss(z) / integral).isCloseTo(1, within(1e-9));
  }

  @Property(seed = "1", tries = 100)
  void studentAgreesWithAnotherLibrary(
      @ForAll @DoubleRange(min = -8, max = 8) double t,
      @ForAll @DoubleRange(min = 0.7, max = 300) double freedom) {
    double below = new TDistribution(freedom).cumulativeProbability(t);
    assertThat(StudentLaw.below(t, freedom)).isCloseTo(below, within(1e-9));
    double far = Math.abs(t) + 0.01;
    double p = StudentLaw.above(far, freedom);
    assertThat(StudentLaw.upperQuantile(p, freedom)).isCloseTo(far, within(1e-9));
  }

  @Test
  void studentHasClosedFormsForOneAndTwoDegreesOfFreedom() {
    assertThat(StudentLaw.upperQuantile(1e-6, 1) * Math.tan(Math.PI * 1e-6))
        .isCloseTo(1, within(1e-13));
    // 2 degrees: P(T <= t) = 1/2 + t / (2 √(2 + t²))
    double upper = 0.95 / Math.sqrt(2 * 0.975 * 0.025);
    assertThat(StudentLaw.critical(0.95, 2)).isCloseTo(upper, within(1e-13));
  }

  @Property(seed = "1", tries = 200)
  void binomialIsTheSumOfItsParts(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
      @ForAll @IntRange(min = 0, max = 60) int some) {
    int k = some % (n + 1);
    BinomialLaw law = new BinomialLaw(n, p);
    BinomialDistribution other = new BinomialDistribution(null, n, p);
    double sum = 0;
    double asUnlikely = 0;
    for (int i = 0; i <= n; i++) {
      sum += i <= k ? law.at(i) : 0;
      asUnlikely += other.probability(i) <= other.probability(k) * (1 + 1e-7) ? law.at(i) : 0;
    }
    assertThat(law.at(k)).isCloseTo(other.probability(k), within(1e-13));
    assertThat(law.atMost(k)).isCloseTo(sum, CLOSE);
    assertThat(law.atLeast(k + 1)).isCloseTo(1 - sum, CLOSE);
    assertThat(law.twoSided(k)).isCloseTo(asUnlikely, CLOSE);
    long quantile = law.upperQuantile(0.1);
    assertThat(law.atLeast(quantile + 1)).isLessThanOrEqualTo(0.1);
    assertThat(quantile == 0 || law.atLeast(quantile) > 0.1).isTrue();
  }

  /** Near 1 the doubles beside a quantile may differ in p by more than 1e-9. */
  @Property(seed = "1", tries = 100)
  void betaQuantilesInvertBothTails(
      @ForAll @DoubleRange(min = 0.2, max = 500) double a,
      @ForAll @DoubleRange(min = 0.2, max = 500) double b,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    BetaLaw law = new BetaLaw(a, b);
    double quantile = law.quantile(p);
    assertThat(p)
        .isBetween(
            law.below(Math.nextDown(quantile)) - 1e-9, law.below(Math.nextUp(quantile)) + 1e-9);
    assertThat(law.quantile(p)).isCloseTo(law.upperQuantile(1 - p), within(1e-9));
  }

  @Property(seed = "1", tries = 50)
  void betaDensityIntegratesToOne(
      @ForAll @DoubleRange(min = 0.5, max = 5000) double a,
      @ForAll @DoubleRange(min = 0.5, max = 5000) double b) {
    double centre = Math.log(a / b);
    double sd = Math.sqrt(1 / a + 1 / b + 1 / (a * a) + 1 / (b * b));
    double whole =
        Quadrature.integral(
            new BetaLaw(a, b)::densityLogOdds,
            centre - 40 * sd,
            centre - 3 * sd,
            centre,
            centre + 3 * sd,
            centre + 40 * sd);
    assertThat(whole).isCloseTo(1, within(1e-10));
  }

  @Test
  void quadratureFindsKnownIntegrals() {
    assertThat(Quadrature.integral(Math::exp, 0, 1)).isCloseTo(Math.E - 1, CLOSE);
    assertThat(Quadrature.integral(x -> 1 / (1 + 1e6 * x * x), -1, 1))
        .isCloseTo(2 * Math.atan(1e3) / 1e3, within(1e-13));
  }

  @Test
  void bisectionEndsAtTheLastBit() {
    double root = Bisection.first(0, 2, x -> x * x >= 2);
    assertThat(root * root).isGreaterThanOrEqualTo(2);
    assertThat(Math.nextDown(root) * Math.nextDown(root)).isLessThan(2);
  }

  @Test
  void stirlingsErrorIsContinuousAndExact() {
    // ln Γ(16) = ln 15!
    double log = Math.log(1307674368000.0);
    double formula = 15.5 * Math.log(16) - 16 + Math.log(2 * Math.PI) / 2;
    assertThat(Stirling.error(16)).isCloseTo(log - formula, within(1e-14));
    assertThat(Stirling.error(Math.nextDown(16.0))).isCloseTo(Stirling.error(16), within(1e-13));
    assertThat(Stirling.excess(0.1000001)).isCloseTo(Stirling.excess(0.0999999), within(1e-7));
    assertThat(Stirling.excess(1e-8)).isCloseTo(0.5e-16, within(1e-23));
  }
}
