package io.salestwin.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.selection.ChanceTest.Decision;
import io.salestwin.statistics.selection.ChanceTest.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /**
   * The capital by the definition: a sum of products of likelihood ratios, and the first unit at
   * which one of the two sums wins.
   */
  @Property(seed = "1", tries = 100)
  void theAnswerIsThatOfTheProducts(
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double p,
      @ForAll @DoubleRange(min = 0.01, max = 0.08) double delta,
      @ForAll @DoubleRange(min = 0, max = 1) double chance,
      @ForAll long seed) {
    ChanceTest test = new ChanceTest(p, delta, 0.01, 0.1);
    int[] hits = pairs(new Random(seed), chance, 0.4, 300);
    Judgement judged = test.judge(hits);
    for (int n = judged.units() - 1; n <= judged.units(); n++) {
      int[] first = Arrays.copyOf(hits, n);
      boolean yes = capital(first, p - delta, delta) >= 100;
      int[] misses = Arrays.stream(first).map(h -> 2 - h).toArray();
      boolean no = capital(misses, 1 - p - delta, delta) >= 10;
      boolean ended = n == judged.units() && judged.answer() != Decision.OPEN;
      assertThat(yes).isEqualTo(ended && judged.answer() == Decision.YES);
      assertThat(no && !yes).isEqualTo(ended && judged.answer() == Decision.NO);
    }
  }

  private static double capital(int[] hits, double m, double delta) {
    List<Double> means = new ArrayList<>();
    double last = m + 0.6 * (1 - m);
    for (int k = 0; m + 1.5 * delta * Math.pow(2, k) < last; k++) {
      means.add(m + 1.5 * delta * Math.pow(2, k));
    }
    means.add(last);
    double sum = 0;
    for (double q : means) {
      double product = 1;
      for (int hit : hits) {
        product *= hit / 2.0 * q / m + (1 - hit / 2.0) * (1 - q) / (1 - m);
      }
      sum += product / means.size();
    }
    return sum;
  }

  /** Of a good plan a YES is in sight, of a bad one a NO; before the first unit it is hoped for. */
  @Test
  void howLongItTakesIsForeseen() {
    ChanceBets good = new ChanceBets(TEST);
    ChanceBets bad = new ChanceBets(TEST);
    assertThat(good.unitsToYes()).isFinite();
    assertThat(good.unitsToNo()).isInfinite();
    for (int unit = 0; unit < 12; unit++) {
      good.see(2);
      bad.see(unit % 5 == 0 ? 0 : 2);
    }
    assertThat(good.unitsToYes()).isBetween(10.0, 60.0);
    assertThat(good.unitsToNo()).isInfinite();
    assertThat(bad.unitsToYes()).isInfinite();
    assertThat(bad.unitsToNo()).isBetween(10.0, 200.0);
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
