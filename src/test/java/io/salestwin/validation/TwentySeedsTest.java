package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.run.Progress;
import io.salestwin.statistics.MeanTest;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole table on twenty seeds: as many false alarms as the levels predict, neither more nor
 * fewer. Figures of one case depend on each other, cases and seeds do not; so what needs
 * independence takes the first figure of each case. Each of the tests below would fail for a right
 * program with a chance of at most 0.1 % for seeds that nobody chose; the seeds are 1 to 20.
 */
@Tag("validation")
class TwentySeedsTest {

  private static final double LEVEL = 0.001;
  private static final int SEEDS = 20;
  private static final List<Validation> FOUND = new ArrayList<>();

  @BeforeAll
  static void play() {
    int threads = Runtime.getRuntime().availableProcessors();
    for (int seed = 1; seed <= SEEDS; seed++) {
      FOUND.add(Validation.run(List.of(), Effort.FULL, seed, threads, Progress.SILENT));
    }
  }

  /** A run raises any alarm with a chance of at most 1 %. */
  @Test
  void asManyRunsRaiseAnAlarmAsTheLevelPredicts() {
    long alarmed = FOUND.stream().filter(v -> !v.alarms().isEmpty()).count();
    assertThat(alarmed).isLessThanOrEqualTo(most(SEEDS, Validation.LEVEL));
  }

  @Test
  void whatHoldsWithoutChanceHoldsOnEverySeed() {
    assertThat(FOUND)
        .allSatisfy(
            v -> assertThat(v.alarms()).noneSatisfy(row -> assertThat(row.exact()).isTrue()));
  }

  /** The number beyond 1.96 is binomial: it lies within its central 99.9 %. */
  @Test
  void oneFigureInTwentyLiesBeyondTheSingleBound() {
    double bound = FOUND.get(0).singleBound();
    double[] scores = firstScores();
    int beyond = 0;
    for (double z : scores) {
      beyond += Math.abs(z) > bound ? 1 : 0;
    }
    BinomialDistribution chance =
        new BinomialDistribution(null, scores.length, Validation.SINGLE_LEVEL);
    assertThat(beyond)
        .isBetween(
            chance.inverseCumulativeProbability(LEVEL / 2),
            chance.inverseCumulativeProbability(1 - LEVEL / 2));
  }

  @Test
  void theScoresAreStandardNormal() {
    double[] scores = firstScores();
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), scores);
    assertThat(p).isGreaterThan(LEVEL);
    double squares = 0;
    for (double z : scores) {
      squares += z * z;
    }
    ChiSquaredDistribution chance = new ChiSquaredDistribution(null, scores.length);
    assertThat(squares)
        .isBetween(
            chance.inverseCumulativeProbability(LEVEL / 2),
            chance.inverseCumulativeProbability(1 - LEVEL / 2));
  }

  /**
   * A bias too small for one run adds up over twenty: the sum of a figure's scores over sqrt(20) is
   * standard normal; Bonferroni over all figures.
   */
  @Test
  void noFigureIsBiasedOverAllSeeds() {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Validation found : FOUND) {
      for (Row row : found.rows()) {
        sums.merge(row.of().name() + ": " + row.figure(), row.z(), Double::sum);
      }
    }
    double bound = MeanTest.bound(LEVEL, FOUND.get(0).tested());
    assertThat(sums)
        .allSatisfy(
            (figure, sum) ->
                assertThat(Math.abs(sum) / Math.sqrt(SEEDS)).as(figure).isLessThan(bound));
  }

  /** The scores of each case's first figure, on all seeds. */
  private static double[] firstScores() {
    List<Double> scores = new ArrayList<>();
    for (Validation found : FOUND) {
      String last = "";
      for (Row row : found.rows()) {
        if (!row.of().name().equals(last) && !row.exact()) {
          scores.add(row.z());
        }
        last = row.of().name();
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The largest number that is not too many for a chance each. */
  private static int most(int of, double chance) {
    return new BinomialDistribution(null, of, chance).inverseCumulativeProbability(1 - LEVEL);
  }
}
