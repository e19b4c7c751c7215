package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class LooksTest {

  private static final int LOOKS = 7;
  private static final int PATHS = 20_000;

  @Test
  void looksComeAfter128AndEachTimeTheNumberHasDoubled() {
    assertThat(IntStream.iterate(0, Looks::after).skip(1).limit(5).toArray())
        .containsExactly(128, 256, 512, 1024, 2048);
    assertThat(Looks.after(127)).isEqualTo(128);
    assertThat(Looks.after(129)).isEqualTo(256);
    assertThat(Looks.after(1 << 29)).isEqualTo(1 << 30);
    assertThat(Looks.after(1 << 30)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Looks.after(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Property(seed = "1")
  void theNextLookIsALookAndNoneIsBetween(@ForAll @IntRange(max = 1 << 29) int n) {
    int next = Looks.after(n);
    assertThat(next).isGreaterThan(n).isLessThanOrEqualTo(Math.max(128, 2 * n));
    assertThat(Looks.isLook(next)).isTrue();
    assertThat(Looks.isLook(n)).isEqualTo(n >= 128 && Integer.bitCount(n) == 1);
  }

  @Test
  void anErrorIsComputedALittleLongerThanItSays() {
    Pairs pairs = Pairs.of(1, 2, 3, 5, 8, 13);
    Estimate.Value told = Looks.error(level -> Intervals.mean(pairs, level)).value().orElseThrow();
    Estimate.Value wide = Intervals.mean(pairs, 0.96).value().orElseThrow();
    assertThat(told.interval().level()).isEqualTo(0.95);
    assertThat(told.interval().low()).isEqualTo(wide.interval().low());
    assertThat(told.interval().high()).isEqualTo(wide.interval().high());
    assertThat(Looks.error(level -> Intervals.mean(Pairs.of(), level)).value()).isEmpty();
  }

  /**
   * Theory instead of simulated values: with normal pairs the spread seen at the looks is a path of
   * sums of independent χ², which alone decides where the run ends, and the mean is independent of
   * it. So the coverage is the mean over paths of P(|Z| &lt;= t S / σ) at the end. It is computed
   * for 40 precisions, from those that are reached at the first look to those that take the last.
   * The standard error of each is below 1.1e-4 (the standard deviation over paths, at most 0.016,
   * over √20,000): a bound 5e-4 away is 4.5 of them.
   */
  @Test
  void normalMeansAreHeldIn956To960OfAThousandRunsWhateverIsAsked() {
    Interval held = coverage(Looks.LEVEL);
    assertThat(held.low()).isBetween(0.956 - 5e-4, 0.957);
    assertThat(held.high()).isBetween(0.959, 0.96 + 5e-4);
  }

  @Test
  void withIntervalsOfTheLevelThatTheyTellItWouldBeLess() {
    assertThat(coverage(Interval.ERROR).low()).isBetween(0.9455 - 5e-4, 0.9465);
  }

  /** The least and the largest coverage over the precisions. */
  private static Interval coverage(double level) {
    double[] critical =
        IntStream.range(0, LOOKS)
            .mapToDouble(look -> Critical.student(level, pairs(look) - 1L))
            .toArray();
    double[][] spread = spreads();
    double[] held =
        IntStream.range(0, 40)
            .mapToDouble(i -> reach(critical, 0, 1) / Math.pow(2, i / 10.0 - 0.5))
            .map(asked -> coverage(spread, critical, asked))
            .toArray();
    Tally all = Tally.of(held);
    return new Interval(all.min(), all.max(), level);
  }

  private static double coverage(double[][] spread, double[] critical, double asked) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double sum = 0;
    for (double[] path : spread) {
      int look = 0;
      while (look < LOOKS - 1 && reach(critical, look, path[look]) > asked) {
        look++;
      }
      sum += 2 * normal.cumulativeProbability(critical[look] * path[look]) - 1;
    }
    return sum / spread.length;
  }

  /** Half-width at a look, in units of the true standard deviation of a pair's mean. */
  private static double reach(double[] critical, int look, double spread) {
    return critical[look] * spread / Math.sqrt(pairs(look));
  }

  private static int pairs(int look) {
    return Looks.FIRST / 2 << look;
  }

  /** S / σ at each look, path by path: the sum of squares grows by χ² of the new pairs. */
  private static double[][] spreads() {
    Well19937c random = new Well19937c(1);
    double[][] spread = new double[PATHS][LOOKS];
    double[] squares = new double[PATHS];
    for (int look = 0; look < LOOKS; look++) {
      int more = look == 0 ? pairs(0) - 1 : pairs(look) - pairs(look - 1);
      ChiSquaredDistribution growth = new ChiSquaredDistribution(random, more);
      for (int p = 0; p < PATHS; p++) {
        squares[p] += growth.sample();
        spread[p][look] = Math.sqrt(squares[p] / (pairs(look) - 1));
      }
    }
    return spread;
  }
}
