package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Keyed streams against a battery of tests on neighbouring addresses. Seeds are fixed; all chances
 * of a test class of addresses are held together by Bonferroni's inequality, so that each test
 * method would fail for a perfect generator with a chance of at most 0.1 %. That the battery sees
 * anything is shown on generators that are known to be bad.
 */
class StreamsBatteryTest {

  private static final double LEVEL = 0.001;
  private static final int FEW = 1 << 16;
  private static final int MANY = 1 << 20;
  private static final int MANY_SEEDS = 10;

  private static final Map<String, ToDoubleFunction<double[]>> OF_UNIFORMS = new LinkedHashMap<>();
  private static final Map<String, ToDoubleFunction<long[]>> OF_WORDS = new LinkedHashMap<>();

  static {
    OF_UNIFORMS.put("equidistribution", UniformTests::equidistribution);
    OF_UNIFORMS.put("pairs", UniformTests::pairs);
    OF_UNIFORMS.put("triples", UniformTests::triples);
    OF_UNIFORMS.put("gaps", UniformTests::gaps);
    OF_UNIFORMS.put("poker", UniformTests::poker);
    OF_UNIFORMS.put("permutations", UniformTests::permutations);
    OF_UNIFORMS.put("runs", UniformTests::runs);
    OF_UNIFORMS.put("maximum of eight", UniformTests::maximum);
    OF_UNIFORMS.put("collisions", UniformTests::collisions);
    OF_UNIFORMS.put("birthday spacings", UniformTests::birthdays);
    for (int lag : new int[] {1, 2, 256}) {
      OF_UNIFORMS.put("correlation, lag " + lag, u -> UniformTests.correlation(u, lag));
    }
    OF_WORDS.put("bit frequency", BitTests::frequency);
    OF_WORDS.put("bit changes", BitTests::changes);
    OF_WORDS.put("Hamming weights", BitTests::weights);
    OF_WORDS.put("Hamming correlation", BitTests::weightCorrelation);
    OF_WORDS.put("matrix ranks", BitTests::ranks);
    // the low bits, which the uniforms of the upper tests hardly feel
    OF_WORDS.put("pairs of low bits", words -> UniformTests.pairs(reversed(words)));
    OF_WORDS.put("runs of low bits", words -> UniformTests.runs(reversed(words)));
  }

  // ---- the streams

  @Test
  void neighboursPassEveryTest() {
    assertPassed(chances(FEW, List.of(0L, -7L)));
  }

  @Test
  @Tag("validation")
  void neighboursPassEveryTestAtLengthOnManySeeds() {
    List<Long> seeds = new SplittableRandom(1).longs(MANY_SEEDS).boxed().toList();
    Map<String, Double> chances = chances(MANY, seeds);
    assertPassed(chances);
    // and the chances of each test are themselves uniform; the discrete tests come near it
    Map<String, double[]> byTest = byTest(chances);
    KolmogorovSmirnovTest ks = new KolmogorovSmirnovTest();
    byTest.forEach(
        (test, p) -> {
          if (!test.equals("birthday spacings") && !test.equals("collisions")) {
            assertThat(ks.kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), p))
                .as(test)
                .isGreaterThan(LEVEL / byTest.size());
          }
        });
  }

  @Test
  void oneBitOfTheAddressTurnsHalfOfTheBits() {
    assertAvalanche(300);
  }

  @Test
  @Tag("validation")
  void oneBitOfTheAddressTurnsHalfOfTheBitsAtLength() {
    assertAvalanche(30_000);
  }

  private static void assertAvalanche(int addresses) {
    long[] from = new SplittableRandom(7).longs(addresses).toArray();
    Streams streams = new Streams(42);
    Map<String, Double> chances = new LinkedHashMap<>();
    chances.put("entity", BitTests.avalanche(64, from, e -> streams.bits(e, 9, 3)));
    long mask = (1L << 56) - 1;
    chances.put("index", BitTests.avalanche(56, from, i -> streams.bits(5, 9, i & mask)));
    // an address of its own for each: with one entity only there are no more than 256 purposes
    chances.put(
        "purpose", BitTests.avalanche(8, from, a -> streams.bits(a >>> 8, (int) (a & 255), 3)));
    chances.put("seed", BitTests.avalanche(64, from, s -> new Streams(s).bits(5, 9, 3)));
    chances.put(
        "replication",
        BitTests.avalanche(
            31,
            from,
            a -> {
              streams.replication((int) (a & Integer.MAX_VALUE));
              return streams.bits(a >>> 31, 9, 3);
            }));
    assertPassed(chances);
  }

  @Property(seed = "1", tries = 300)
  void theBitsAtAnAddressAreThoseOfThePaper(
      @ForAll long seed,
      @ForAll @IntRange(min = 0) int replication,
      @ForAll long entity,
      @ForAll @IntRange(min = 0, max = 255) int purpose,
      @ForAll @LongRange(min = 0, max = (1L << 56) - 1) long index) {
    Streams streams = new Streams(seed);
    streams.replication(replication);
    assertThat(streams.bits(entity, purpose, index))
        .isEqualTo(ReferencePhilox.bits(seed, replication, entity, purpose, index, 10));
  }

  // ---- what the battery sees

  @Test
  void anEqualStepThroughTheUnitIntervalIsFoundOut() {
    double[] u = new double[FEW];
    for (int i = 0; i < FEW; i++) {
      u[i] = (i + 1) * 0.6180339887498949 % 1;
    }
    assertThat(failed(u))
        .contains("equidistribution", "pairs", "triples", "gaps", "permutations", "runs")
        .contains("maximum of eight", "collisions", "birthday spacings", "correlation, lag 1");
  }

  /** x(n + 1) = 65539 x(n) mod 2^31 lies on 15 planes: Marsaglia (1968). */
  @Test
  void randuIsFoundOut() {
    double[] u = new double[MANY];
    long x = 12345;
    for (int i = 0; i < MANY; i++) {
      x = 65539 * x % (1L << 31);
      u[i] = x / (double) (1L << 31);
    }
    assertThat(failed(u)).contains("triples").doesNotContain("equidistribution", "pairs");
  }

  /** Neighbouring leads through so few rounds that the counter still shows. */
  @Test
  void tooFewRoundsAreFoundOut() {
    int count = 1 << 14;
    double[] u = new double[count];
    long[] words = new long[count];
    for (int i = 0; i < count; i++) {
      words[i] = ReferencePhilox.bits(1, 0, i, 9, 0, 2);
      u[i] = ((words[i] >>> 12) + 0.5) * 0x1p-52;
    }
    assertThat(failed(u)).isNotEmpty();
    double avalanche =
        BitTests.avalanche(
            16,
            new SplittableRandom(7).longs(200).toArray(),
            e -> ReferencePhilox.bits(1, 0, e, 9, 0, 2));
    assertThat(avalanche).isLessThan(1e-12);
  }

  @Test
  void wordsWithoutChanceAreFoundOut() {
    long[] counting = new long[FEW];
    long[] odd = new long[FEW];
    long[] linear = new long[FEW];
    SplittableRandom chance = new SplittableRandom(3);
    for (int i = 0; i < FEW; i++) {
      counting[i] = i;
      odd[i] = chance.nextLong() | 1;
      linear[i] = i % 64 == 63 ? linear[i - 1] ^ linear[i - 2] : chance.nextLong();
    }
    OF_WORDS.forEach(
        (name, test) -> assertThat(test.applyAsDouble(counting)).as(name).isLessThan(1e-9));
    assertThat(BitTests.frequency(odd)).isLessThan(1e-12);
    assertThat(BitTests.weights(odd)).isLessThan(1e-12);
    assertThat(BitTests.ranks(linear)).isLessThan(1e-12);
    assertThat(BitTests.weights(linear)).isGreaterThan(LEVEL);
  }

  /** What is random passes: the battery cries no wolf. Eight seeds x 20 tests together at 0.1 %. */
  @Test
  void theGeneratorOfTheJdkPasses() {
    Map<String, Double> chances = new LinkedHashMap<>();
    for (int seed = 0; seed < 8; seed++) {
      double[] u = new SplittableRandom(seed).doubles(1 << 14).toArray();
      long[] words = new SplittableRandom(seed + 99).longs(1 << 14).toArray();
      int number = seed;
      OF_UNIFORMS.forEach((name, test) -> chances.put(name + number, test.applyAsDouble(u)));
      OF_WORDS.forEach((name, test) -> chances.put(name + number, test.applyAsDouble(words)));
    }
    assertPassed(chances);
  }

  /** The law of collisions against its definition: all 4^4 ways to throw 4 balls into 4 urns. */
  @Test
  void theLawOfCollisionsIsThatOfAllThrows() {
    int[] ways = new int[4];
    for (int throwing = 0; throwing < 256; throwing++) {
      int urns = 0;
      for (int ball = 0; ball < 4; ball++) {
        urns |= 1 << (throwing >> 2 * ball & 3);
      }
      ways[4 - Integer.bitCount(urns)]++;
    }
    double[] law = UniformTests.collisionLaw(4, 4);
    for (int c = 0; c < 4; c++) {
      assertThat(law[c]).isEqualTo(ways[c] / 256.0);
    }
  }

  @Test
  void theRankOfAMatrixIsThatOfItsRows() {
    assertThat(BitTests.rank(new long[] {1, 2, 3})).isEqualTo(2);
    assertThat(BitTests.rank(new long[] {0, 0})).isZero();
    assertThat(BitTests.rank(new long[] {5, 3, 6, 8})).isEqualTo(3);
  }

  // ---- how these tests see

  private static Map<String, Double> chances(int count, List<Long> seeds) {
    Map<String, Double> chances = new LinkedHashMap<>();
    for (long seed : seeds) {
      for (Walk walk : Walk.values()) {
        String at = ", " + walk + ", seed " + seed;
        double[] draws = walk.draws(seed, count);
        OF_UNIFORMS.forEach((name, test) -> chances.put(name + at, test.applyAsDouble(draws)));
        if (walk != Walk.SECOND) {
          long[] words = walk.words(seed, count);
          OF_WORDS.forEach((name, test) -> chances.put(name + at, test.applyAsDouble(words)));
        }
      }
    }
    return chances;
  }

  private static Map<String, double[]> byTest(Map<String, Double> chances) {
    Map<String, double[]> byTest = new TreeMap<>();
    for (String name : OF_UNIFORMS.keySet()) {
      byTest.put(name, of(name, chances));
    }
    for (String name : OF_WORDS.keySet()) {
      byTest.put(name, of(name, chances));
    }
    return byTest;
  }

  private static double[] of(String test, Map<String, Double> chances) {
    return chances.entrySet().stream()
        .filter(
            e ->
                e.getKey().startsWith(test + ", ")
                    && Character.isUpperCase(e.getKey().charAt(test.length() + 2)))
        .mapToDouble(Map.Entry::getValue)
        .toArray();
  }

  private static void assertPassed(Map<String, Double> chances) {
    double least = LEVEL / chances.size();
    assertThat(chances)
        .allSatisfy((test, chance) -> assertThat(chance).as(test).isGreaterThan(least));
  }

  private static List<String> failed(double[] u) {
    return OF_UNIFORMS.entrySet().stream()
        .filter(e -> e.getValue().applyAsDouble(u) < 1e-9)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double[] reversed(long[] words) {
    double[] u = new double[words.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = ((Long.reverse(words[i]) >>> 12) + 0.5) * 0x1p-52;
    }
    return u;
  }
}
