package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The slowest of several, against the theory of order statistics. */
class SlowestTest {

  /** The last of k exponentials comes after mean x (1 + 1/2 + ... + 1/k), variance x 1/i^2. */
  @Property(seed = "1", tries = 40)
  void theLastOfExponentialsHasTheHarmonicMean(
      @ForAll @IntRange(min = 1, max = 200) int k,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double mean) {
    double harmonic = 0;
    double squares = 0;
    for (int i = 1; i <= k; i++) {
      harmonic += 1.0 / i;
      squares += 1.0 / ((double) i * i);
    }
    Distribution last = new Slowest(k, new Exponential(mean));
    assertThat(last.mean()).isCloseTo(mean * harmonic, within(1e-8 * mean * harmonic));
    assertThat(last.variance())
        .isCloseTo(mean * mean * squares, within(1e-6 * mean * mean * squares));
  }

  /** The largest of k uniforms is Beta(k, 1). */
  @Test
  void theLargestOfUniformsIsABeta() {
    Distribution largest = new Slowest(4, new Uniform(0, 1));
    assertThat(largest.mean()).isCloseTo(0.8, within(1e-10));
    assertThat(largest.variance()).isCloseTo(4.0 / 150, within(1e-10));
    assertThat(largest.quantile(0.5)).isCloseTo(StrictMath.pow(0.5, 0.25), within(1e-15));
  }

  @Test
  void theTailKeepsItsDigits() {
    Distribution last = new Slowest(3, new Exponential(1));
    assertThat(last.survival(50)).isCloseTo(3 * Math.exp(-50), within(1e-30));
    assertThat(last.cdf(1e-8)).isCloseTo(1e-24, within(1e-31));
  }

  @Test
  void drawsHaveTheMeanOfTheTheory() {
    Sampler sampler = new Slowest(5, new Exponential(2)).compile();
    RandomStream chance = new RandomStream(3, 0, Purpose.SYNTHETIC);
    double sum = 0;
    int n = 200_000;
    for (int i = 0; i < n; i++) {
      sum += sampler.sample(chance.nextDouble());
    }
    double mean = 2 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0);
    double sd = 2 * Math.sqrt(1 + 1 / 4.0 + 1 / 9.0 + 1 / 16.0 + 1 / 25.0);
    assertThat(sum / n).isCloseTo(mean, within(4 * sd / Math.sqrt(n))); // false alarm 6e-5
  }

  @Test
  void theSlowestOfOneIsItself() {
    Distribution one = new Lognormal(1, 0.7);
    Sampler alone = one.compile();
    Sampler slowest = new Slowest(1, one).compile();
    for (double u = 0.01; u < 1; u += 0.01) {
      assertThat(slowest.sample(u)).isEqualTo(alone.sample(u));
    }
  }

  @Test
  void whatCannotBeIntegratedExactlyIsRefused() {
    Distribution mixture = new Mixture(List.of(1.0), List.of(new Exponential(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slowest(2, mixture));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slowest(0, new Exponential(1)));
  }
}
