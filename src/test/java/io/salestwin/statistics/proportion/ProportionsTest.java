package io.salestwin.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.BinomialLaw;
import io.salestwin.statistics.special.NormalLaw;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.GTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Second opinions: another library, brute force, and the equations that define an interval. */
class ProportionsTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Property(seed = "1", tries = 100)
  void wilsonsLimitsAreWhereTheScoreTestJustRejects(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(min = 0, max = 300) int some) {
    int x = some % (n + 1);
    Bounds bounds = OneProportion.wilson(x, n, 0.9);
    double z = NormalLaw.critical(0.9);
    for (double p : new double[] {bounds.low(), bounds.high()}) {
      if (p > 0 && p < 1) {
        double score = Math.abs(x - n * p) / Math.sqrt(n * p * (1 - p));
        assertThat(score).isCloseTo(z, CLOSE);
      }
    }
  }

  @Property(seed = "1", tries = 100)
  void exactLimitsLeaveTheirTails(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(min = 0, max = 300) int some) {
    int x = some % (n + 1);
    Bounds exact = OneProportion.clopperPearson(x, n, 0.95);
    Bounds mid = OneProportion.midP(x, n, 0.95);
    if (x > 0) {
      assertThat(new BinomialLaw(n, exact.low()).atLeast(x)).isCloseTo(0.025, CLOSE);
      BinomialLaw law = new BinomialLaw(n, mid.low());
      assertThat(law.atLeast(x) - law.at(x) / 2).isCloseTo(0.025, CLOSE);
    }
    if (x < n) {
      assertThat(new BinomialLaw(n, exact.high()).atMost(x)).isCloseTo(0.025, CLOSE);
    }
    assertThat(mid.low()).isGreaterThanOrEqualTo(exact.low());
    assertThat(mid.high()).isLessThanOrEqualTo(exact.high());
  }

  @Property(seed = "1", tries = 100)
  void theCorrectedIntervalHoldsTheOtherAndIsMirrored(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(min = 0, max = 300) int some) {
    int x = some % (n + 1);
    Bounds plain = OneProportion.wilson(x, n, 0.95);
    Bounds corrected = OneProportion.wilsonCorrected(x, n, 0.95);
    Bounds mirrored = OneProportion.wilsonCorrected(n - x, n, 0.95);
    assertThat(corrected.low()).isLessThanOrEqualTo(plain.low() + 1e-12);
    assertThat(corrected.high()).isGreaterThanOrEqualTo(plain.high() - 1e-12);
    assertThat(corrected.low()).isCloseTo(1 - mirrored.high(), CLOSE);
  }

  @Property(seed = "1", tries = 100)
  void swappingTheArmsMirrorsEverything(
      @ForAll @IntRange(min = 1, max = 80) int n1,
      @ForAll @IntRange(min = 1, max = 80) int n2,
      @ForAll @IntRange(min = 0, max = 80) int some,
      @ForAll @IntRange(min = 0, max = 80) int other) {
    int x1 = some % (n1 + 1);
    int x2 = other % (n2 + 1);
    TwoProportions one = TwoProportions.of(x1, n1, x2, n2, 0.95);
    TwoProportions two = TwoProportions.of(x2, n2, x1, n1, 0.95);
    assertMirrored(one.newcombe(), two.newcombe());
    assertMirrored(one.miettinenNurminen(), two.miettinenNurminen());
    assertMirrored(one.agrestiCaffo(), two.agrestiCaffo());
    if (one.reason().isEmpty()) {
      assertThat(one.z()).isCloseTo(-two.z(), CLOSE);
      assertThat(one.z() * one.z())
          .isCloseTo(
              ContingencyTable.of(new long[][] {{x1, n1 - x1}, {x2, n2 - x2}}).chiSquare(), CLOSE);
    }
  }

  private static void assertMirrored(Bounds one, Bounds two) {
    assertThat(one.low()).isCloseTo(-two.high(), CLOSE);
    assertThat(one.high()).isCloseTo(-two.low(), CLOSE);
  }

  @Property(seed = "1", tries = 60)
  void theRestrictedProportionsAreTheMostLikely(
      @ForAll @IntRange(min = 1, max = 60) int n1,
      @ForAll @IntRange(min = 1, max = 60) int n2,
      @ForAll @IntRange(min = 0, max = 60) int some,
      @ForAll @IntRange(min = 0, max = 60) int other,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double delta) {
    int x1 = some % (n1 + 1);
    int x2 = other % (n2 + 1);
    ScoreDifference score = new ScoreDifference(x1, n1, x2, n2, false);
    double best = score.restricted(delta);
    double most = logLikelihood(x1, n1, best) + logLikelihood(x2, n2, best + delta);
    for (int i = 0; i <= 200; i++) {
      double p = Math.max(0, -delta) + i / 200.0 * (1 - Math.abs(delta));
      assertThat(logLikelihood(x1, n1, p) + logLikelihood(x2, n2, p + delta))
          .isLessThanOrEqualTo(most + 1e-9);
    }
  }

  private static double logLikelihood(int x, int n, double p) {
    double inside = Math.min(1, Math.max(0, p));
    return (x == 0 ? 0 : x * Math.log(inside)) + (x == n ? 0 : (n - x) * Math.log1p(-inside));
  }

  @Test
  void nothingToCompareIsUndefinedAndNeverOne() {
    TwoProportions none = TwoProportions.of(0, 20, 0, 25, 0.95);
    assertThat(none.twoSided()).isNaN();
    assertThat(none.reason()).contains("alike");
    assertThat(TwoProportions.of(0, 0, 1, 5, 0.95).wald().isDefined()).isFalse();
    assertThat(ContingencyTable.of(new long[][] {{0, 0}, {2, 3}}).p()).isNaN();
    assertThat(FisherTest.of(0, 0, 0, 0, 0.95).twoSided()).isNaN();
    assertThat(FisherTest.of(0, 5, 0, 7, 0.95).conditionalOddsRatio()).isNaN();
    assertThatThrownBy(() -> TwoProportions.of(5, 4, 1, 4, 0.95))
        .hasMessageContaining("x1 is 5 and n1 is 4");
  }

  @Property(seed = "1", tries = 100)
  void tablesAgreeWithAnotherLibrary(
      @ForAll @IntRange(min = 1, max = 50) int a,
      @ForAll @IntRange(min = 0, max = 50) int b,
      @ForAll @IntRange(min = 0, max = 50) int c,
      @ForAll @IntRange(min = 1, max = 50) int d) {
    long[][] table = {{a, b}, {c, d}};
    ContingencyTable own = ContingencyTable.of(table);
    var chiSquare = ChiSquareTest.withDefaults().test(table);
    var likelihood = GTest.withDefaults().test(table);
    assertThat(own.chiSquare()).isCloseTo(chiSquare.getStatistic(), CLOSE);
    assertThat(own.g()).isCloseTo(likelihood.getStatistic(), CLOSE);
    // Near independence p falls by the root of the statistic, whose last digits are noise there.
    if (own.chiSquare() > 1e-3) {
      assertThat(own.p()).isCloseTo(chiSquare.getPValue(), CLOSE);
      assertThat(own.gP()).isCloseTo(likelihood.getPValue(), CLOSE);
    }
    FisherTest fisher = FisherTest.of(a, b, c, d, 0.95);
    assertThat(fisher.twoSided()).isCloseTo(notMoreProbable(a, b, c, d), CLOSE);
    assertThat(fisher.greater() + fisher.less()).isCloseTo(1 + fisher.observed(), CLOSE);
    double mean = new Hypergeometric(a + b, c + d, a + c, 0).mean();
    assertThat(mean).isCloseTo((a + b) * (double) (a + c) / (a + b + c + d), CLOSE);
    assertThat(fisher.bounds().low()).isLessThanOrEqualTo(fisher.conditionalOddsRatio());
    assertThat(fisher.bounds().high()).isGreaterThanOrEqualTo(fisher.conditionalOddsRatio());
  }

  /**
   * Fisher's two-sided p by its definition, in whole numbers. Other libraries differ in which
   * tables they take for as probable as the observed one; R and we say up to 1e-7 of it more.
   */
  private static double notMoreProbable(int a, int b, int c, int d) {
    BigInteger million10 = BigInteger.valueOf(10_000_000);
    BigInteger observed = ways(a + b, a).multiply(ways(c + d, c));
    BigInteger limit = observed.multiply(million10.add(BigInteger.ONE));
    BigInteger sum = BigInteger.ZERO;
    for (int k = Math.max(0, a - d); k <= Math.min(a + b, a + c); k++) {
      BigInteger tables = ways(a + b, k).multiply(ways(c + d, a + c - k));
      sum = tables.multiply(million10).compareTo(limit) <= 0 ? sum.add(tables) : sum;
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(ways(a + b + c + d, a + c)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger ways(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  /** The definition, table by table, over a grid of chances. */
  @Property(seed = "1", tries = 40)
  void barnardsTestIsTheLargestSumOverTables(
      @ForAll @IntRange(min = 1, max = 9) int n1,
      @ForAll @IntRange(min = 1, max = 9) int n2,
      @ForAll @IntRange(min = 0, max = 9) int some,
      @ForAll @IntRange(min = 0, max = 9) int other) {
    int a = some % (n1 + 1);
    int b = other % (n2 + 1);
    UnconditionalTest test = UnconditionalTest.of(a, b, n1 - a, n2 - b);
    double far = Math.abs(z(a, n1, b, n2));
    double largest = 0;
    for (int step = 0; step <= 400; step++) {
      BinomialLaw first = new BinomialLaw(n1, step / 400.0);
      BinomialLaw second = new BinomialLaw(n2, step / 400.0);
      double sum = 0;
      for (int i = 0; i <= n1; i++) {
        for (int j = 0; j <= n2; j++) {
          sum += Math.abs(z(i, n1, j, n2)) >= far - 1e-9 ? first.at(i) * second.at(j) : 0;
        }
      }
      largest = Math.max(largest, sum);
    }
    assertThat(test.barnard()).isBetween(largest - 1e-9, largest + 1e-3);
    double fisher = FisherTest.of(a, n1 - a, b, n2 - b, 0.95).less();
    assertThat(test.boschlooLess()).isLessThanOrEqualTo(fisher + 1e-9);
  }

  private static double z(int a, int n1, int b, int n2) {
    double p = (a + b) / (double) (n1 + n2);
    double off = a / (double) n1 - b / (double) n2;
    return Math.abs(off) < 1e-15 ? 0 : off / Math.sqrt(p * (1 - p) * (1.0 / n1 + 1.0 / n2));
  }

  @Property(seed = "1", tries = 100)
  void theSequentialEvidenceIsARatioOfGammas(
      @ForAll @IntRange(min = 0, max = 500) int a,
      @ForAll @IntRange(min = 0, max = 500) int b,
      @ForAll @DoubleRange(min = 0.5, max = 200) double k) {
    if (a + b > 0) {
      SampleRatio own = SampleRatio.of(new long[] {a, 0, b}, new double[] {1, 0, 3}, k);
      double direct =
          LogGamma.value(k)
              - LogGamma.value(k + a + b)
              + LogGamma.value(k / 4 + a)
              - LogGamma.value(k / 4)
              + LogGamma.value(3 * k / 4 + b)
              - LogGamma.value(3 * k / 4)
              - a * Math.log(0.25)
              - b * Math.log(0.75);
      assertThat(own.logEvidence()).isCloseTo(direct, CLOSE);
      assertThat(own.freedom()).isEqualTo(1);
      assertThat(own.unexpected()).isFalse();
    }
  }

  @Test
  void unitsInAnArmOfWeightZeroAreReported() {
    SampleRatio ratio = SampleRatio.of(new long[] {100, 7, 90}, new double[] {1, 0, 1}, Double.NaN);
    assertThat(ratio.unexpected()).isTrue();
    assertThat(ratio.chiSquare()).isCloseTo(100.0 / 190, CLOSE);
    assertThat(SampleRatio.of(new long[] {5}, new double[] {1}, 1).p()).isNaN();
  }

  /** P(rate 2 > rate 1) as a sum over the number of events of process 2 before one of process 1. */
  @Test
  void poissonRatesInClosedForm() {
    // shapes 1 + c, equal rates: P(B < 1/2), B ~ Beta(3, 5), is P(Bin(7, 1/2) >= 3)
    assertThat(PoissonRates.chanceToBeat(2, 10, 4, 10, 1, 0)).isCloseTo(99.0 / 128, CLOSE);
    PoissonRates none = PoissonRates.of(0, 5, 0, 5, 1, 0.95);
    assertThat(none.z()).isNaN();
    assertThat(none.ratioBounds().high()).isInfinite();
  }
}
