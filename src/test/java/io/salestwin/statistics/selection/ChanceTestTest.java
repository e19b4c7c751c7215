package io.salestwin.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.selection.ChanceTest.Decision;
import io.salestwin.statistics.selection.ChanceTest.Judgement;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChanceTestTest {

  private static final ChanceTest TEST = new ChanceTest(0.9, 0.02, 0.05, 0.05);

  @Test
  void whatNeverHitsIsOutAfterAHandful() {
    Judgement judged = TEST.judge(new int[20]);
    assertThat(judged.answer()).isEqualTo(Decision.NO);
    assertThat(judged.units()).isLessThan(6);
  }

  @Test
  void whatAlwaysHitsTakesTheRareMissesThatDidNotCome() {
    int[] hits = new int[200];
    Arrays.fill(hits, 2);
    Judgement judged = TEST.judge(hits);
    assertThat(judged.answer()).isEqualTo(Decision.YES);
    // nobody can tell 100 % from 88 % with fewer: ln 20 / ln(1 / 0.88) = 23.4 units when all hit
    assertThat(judged.units()).isBetween(24, 60);
  }

  @Test
  void noUnitsTellNothing() {
    assertThat(TEST.judge()).isEqualTo(new Judgement(Decision.OPEN, 0));
  }

  /** The best bet by brute force: the mean logarithm of the factor on a fine grid. */
  @Property(seed = "1", tries = 200)
  void theBetIsKellys(
      @ForAll @DoubleRange(min = 0.05, max = 0.9) double zero,
      @ForAll @DoubleRange(min = 0.05, max = 0.9) double half,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double m) {
    double sum = zero + half + 0.3;
    double[] q = {zero / sum, half / sum, 0.3 / sum};
    double bet = ChanceBets.bet(q, m);
    double most = 0.98 / m;
    double best = 0;
    for (int i = 0; i <= 4000; i++) {
      best = Math.max(best, growth(q, m, most * i / 4000));
    }
    assertThat(bet).isBetween(0.0, most);
    assertThat(growth(q, m, bet)).isCloseTo(best, within(1e-6));
  }

  private static double growth(double[] q, double m, double bet) {
    double sum = 0;
    for (int k = 0; k < q.length; k++) {
      sum += q[k] * Math.log1p(bet * (k / 2.0 - m));
    }
    return sum;
  }

  /**
   * The promise at the edges of the zone, with partners that are independent, alike by half and
   * equal: 1,000 tests of up to 3,000 units each. With an error of 5 % more than 73 wrong answers
   * come with a chance below 0.1 % (binomial); fixed seed, so it never comes again.
   */
  @Test
  void errsAtTheEdgesAsSeldomAsPromised() {
    for (double alike : new double[] {0, 0.5, 1}) {
      assertThat(wrong(0.88, alike, Decision.YES)).as("yes, alike %s", alike).isLessThan(74);
      assertThat(wrong(0.92, alike, Decision.NO)).as("no, alike %s", alike).isLessThan(74);
    }
  }

  private static int wrong(double p, double alike, Decision answer) {
    Random random = new Random(11);
    int wrong = 0;
    for (int i = 0; i < 1000; i++) {
      wrong += TEST.judge(pairs(random, p, alike, 3000)).answer() == answer ? 1 : 0;
    }
    return wrong;
  }

  /** Pairs whose partners share their luck with a probability. */
  private static int[] pairs(Random random, double p, double alike, int n) {
    int[] hits = new int[n];
    for (int i = 0; i < n; i++) {
      boolean first = random.nextDouble() < p;
      boolean second = random.nextDouble() < alike ? first : random.nextDouble() < p;
      hits[i] = (first ? 1 : 0) + (second ? 1 : 0);
    }
    return hits;
  }

  @Test
  void betweenTheEdgesItEndsToo() {
    Random random = new Random(12);
    for (int i = 0; i < 100; i++) {
      Judgement judged = TEST.judge(pairs(random, 0.9, 0.3, 20_000));
      assertThat(judged.answer()).isNotEqualTo(Decision.OPEN);
    }
  }

  @Test
  void aZoneThatLeavesTheRangeIsRefusedAndCanBeMadeToFit() {
    assertThatThrownBy(() -> new ChanceTest(0.99, 0.02, 0.05, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below 1");
    assertThat(ChanceTest.fitting(0.99, 0.02)).isCloseTo(0.005, within(1e-12));
    assertThat(ChanceTest.fitting(0.9, 0.02)).isEqualTo(0.02);
  }
}
