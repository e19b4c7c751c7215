package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  /** Made with the authors' xoshiro256plusplus.c from the state 1, 2, 3, 4. */
  @Test
  void theBitsAreThoseOfTheReferenceImplementation() {
    RandomStream stream = new RandomStream(1, 2, 3, 4);
    String[] expected = {
      "41943041",
      "58720359",
      "3588806011781223",
      "3591011842654386",
      "9228616714210784205",
      "9973669472204895162",
      "14011001112246962877",
      "12406186145184390807",
      "15849039046786891736",
      "10450023813501588000"
    };
    for (String bits : expected) {
      assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo(bits);
    }
  }

  /** No byte of the state is above 127: those the JDK 17 reads wrongly (JDK-8282144). */
  @Test
  void theBitsAreThoseOfTheJdksGeneratorOfThisName() {
    Streams start = new Streams(5);
    long[] state = new long[4];
    Arrays.setAll(state, i -> start.bits(6, Purpose.BOOTSTRAP.code(), i) & 0x7F7F7F7F7F7F7F7FL);
    ByteBuffer seed = ByteBuffer.allocate(32);
    for (long word : state) {
      seed.putLong(word);
    }
    RandomGenerator jdk = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed.array());
    RandomStream stream = new RandomStream(state[0], state[1], state[2], state[3]);
    for (int i = 0; i < 1000; i++) {
      assertThat(stream.nextLong()).isEqualTo(jdk.nextLong());
    }
  }

  @Test
  void theStartDependsOnSeedEntityAndPurpose() {
    long first = new RandomStream(8, 21, Purpose.BOOTSTRAP).nextLong();
    assertThat(new RandomStream(8, 21, Purpose.BOOTSTRAP).nextLong()).isEqualTo(first);
    assertThat(new RandomStream(9, 21, Purpose.BOOTSTRAP).nextLong()).isNotEqualTo(first);
    assertThat(new RandomStream(8, 22, Purpose.BOOTSTRAP).nextLong()).isNotEqualTo(first);
    assertThat(new RandomStream(8, 21, Purpose.PERMUTATION).nextLong()).isNotEqualTo(first);
  }

  @Test
  void theLayersOfTheZigguratHaveOneArea() {
    assertThat(ExponentialZiggurat.worstAreaError()).isLessThan(1e-15);
  }

  /**
   * Kolmogorov-Smirnov, one million draws: the statistic times sqrt(n) is above 2.47 once in
   * 100,000 (2 exp(-2 x^2) = 1e-5).
   */
  @Test
  void exponentialsFollowTheirLaw() {
    RandomStream stream = new RandomStream(1, 1, Purpose.SYNTHETIC);
    double[] draws = new double[1_000_000];
    Arrays.setAll(draws, i -> stream.nextExponential());
    Arrays.sort(draws);
    double worst = 0;
    for (int i = 0; i < draws.length; i++) {
      double p = -StrictMath.expm1(-draws[i]);
      worst = Math.max(worst, Math.abs(p - (double) i / draws.length));
      worst = Math.max(worst, Math.abs(p - (i + 1.0) / draws.length));
    }
    assertThat(worst * Math.sqrt(draws.length)).isLessThan(2.47);
  }

  /**
   * The tail begins at 7.697; of ten million draws 4,541.3 are expected beyond it and 2.06 beyond
   * twice as far. Bounds: Poisson quantiles at 1e-5 on either side, summed term by term.
   */
  @Test
  void theTailHasItsShare() {
    RandomStream stream = new RandomStream(1, 3, Purpose.SYNTHETIC);
    int beyond = 0;
    int twice = 0;
    for (int i = 0; i < 10_000_000; i++) {
      double x = stream.nextExponential();
      beyond += x > 7.69711747013104972 ? 1 : 0;
      twice += x > 2 * 7.69711747013104972 ? 1 : 0;
    }
    assertThat(beyond).isBetween(4257, 4832);
    assertThat(twice).isLessThanOrEqualTo(11);
  }

  /**
   * Chi-square with 6 degrees of freedom; 33.11 is its 99.999 % quantile (R: qchisq(1-1e-5, 6)).
   */
  @Test
  void wholeNumbersBelowABoundAreEquallyLikely() {
    RandomStream stream = new RandomStream(1, 2, Purpose.SYNTHETIC);
    int[] counts = new int[7];
    int draws = 70_000;
    for (int i = 0; i < draws; i++) {
      counts[stream.nextInt(7)]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000.0;
    }
    assertThat(chiSquare).isLessThan(33.11);
    assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(0));
  }
}
