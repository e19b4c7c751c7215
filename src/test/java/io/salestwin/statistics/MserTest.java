package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MserTest {

  @Test
  void aStepIsCutWhereItIs() {
    // batch means 0, 0, 0, 8, 8, …: MSER is 0 from d = 3 on, and above 0 before
    double[] series = new double[60];
    Arrays.fill(series, 15, 60, 8);
    assertThat(Mser.truncation(series)).hasValue(15);
  }

  @Test
  void theFormulaByHand() {
    // batch means 6, 1, 2, 1, 2, 1: MSER(0) = 18.8333 / 36 = 0.523, MSER(1) = 1.2 / 25 = 0.048,
    // MSER(2) = 1 / 16 = 0.0625, MSER(3) = 0.6667 / 9 = 0.074
    assertThat(Mser.truncation(batches(6, 1, 2, 1, 2, 1))).hasValue(5);
    // 3, 1, 3, 1, 3, 1, 3, 1: MSER(0) = 8 / 64 = 0.125, MSER(1) = 6.857 / 49 = 0.140
    assertThat(Mser.truncation(batches(3, 1, 3, 1, 3, 1, 3, 1))).hasValue(0);
  }

  @Test
  void onlyWholeBatchesCount() {
    double[] series = batches(6, 1, 2, 1, 2, 1);
    double[] longer = Arrays.copyOf(series, series.length + 4);
    longer[series.length] = 1e9;
    assertThat(Mser.truncation(longer)).hasValue(5);
  }

  @Test
  void whatRisesToTheEndHasNotSettled() {
    double[] series = new double[100];
    Arrays.setAll(series, i -> i);
    assertThat(Mser.truncation(series)).isEmpty();
  }

  @Test
  void tooFewBatchesTellNothing() {
    assertThat(Mser.truncation()).isEmpty();
    assertThat(Mser.truncation(new double[19])).isEmpty();
    assertThat(Mser.truncation(new double[20])).hasValue(0);
  }

  @Test
  void aSeriesMustBeFinite() {
    assertThatThrownBy(() -> Mser.truncation(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(seed = "1")
  void itIsTheMinimumOfTheFormulaInTheFirstHalf(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int size) {
    double[] series = new SplittableRandom(seed).doubles(size, -1e3, 1e3).toArray();
    double[] z = batchMeans(series);
    int last = z.length / 2;
    OptionalInt found = Mser.truncation(series);
    int d = found.isPresent() ? found.getAsInt() / Mser.BATCH : last;
    for (int other = 0; other <= last; other++) {
      assertThat(naive(z, d)).isLessThanOrEqualTo(naive(z, other) * (1 + 1e-9) + 1e-12);
    }
  }

  @Property(seed = "1", tries = 200)
  void movingAndStretchingChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int power) {
    SplittableRandom random = new SplittableRandom(seed);
    // small whole numbers and powers of two: no rounding
    double[] series = random.ints(100, 0, 64).asDoubleStream().map(x -> 5 * x).toArray();
    double[] other = Arrays.stream(series).map(x -> x * (1 << power) + 640).toArray();
    OptionalInt a = Mser.truncation(series);
    OptionalInt b = Mser.truncation(other);
    // the sums behind the two may differ in their last bits, which matters only in a tie
    double[] z = batchMeans(series);
    assertThat(naive(z, at(a, z))).isCloseTo(naive(z, at(b, z)), within(1e-9));
  }

  /**
   * An exponential transient 10 (1 - e^(-t / 20)) and noise of standard deviation 1, 200
   * observations: the mean of what is kept is nearer to 10 than the mean of all, which is 9 (1 is
   * the transient's area over 200). Its standard error is at most 1 / √100; 5 of them bound it.
   */
  @Test
  void aTransientIsCutAndTheRestIsKept() {
    SplittableRandom random = new SplittableRandom(8);
    int notSettled = 0;
    for (int run = 0; run < 500; run++) {
      double[] series = new double[200];
      Arrays.setAll(series, t -> 10 * (1 - Math.exp(-t / 20.0)) + gauss(random));
      OptionalInt cut = Mser.truncation(series);
      notSettled += cut.isEmpty() ? 1 : 0;
      int from = cut.orElse(100);
      assertThat(from).isGreaterThanOrEqualTo(20);
      double kept = Arrays.stream(series, from, 200).average().orElseThrow();
      assertThat(kept).isCloseTo(10, within(0.5));
    }
    assertThat(notSettled).isLessThan(25);
  }

  private static int at(OptionalInt cut, double[] z) {
    return cut.isPresent() ? cut.getAsInt() / Mser.BATCH : z.length / 2;
  }

  private static double gauss(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** The formula as it is written. */
  private static double naive(double[] z, int d) {
    double mean = Arrays.stream(z, d, z.length).average().orElseThrow();
    double squares = Arrays.stream(z, d, z.length).map(x -> (x - mean) * (x - mean)).sum();
    return squares / Math.pow(z.length - d, 2);
  }

  private static double[] batchMeans(double[] series) {
    double[] z = new double[series.length / Mser.BATCH];
    Arrays.setAll(z, i -> Arrays.stream(series, 5 * i, 5 * i + 5).average().orElseThrow());
    return z;
  }

  /** A series with these batch means. */
  private static double[] batches(double... means) {
    double[] series = new double[Mser.BATCH * means.length];
    Arrays.setAll(series, i -> means[i / Mser.BATCH] + (i % Mser.BATCH - 2));
    return series;
  }
}
