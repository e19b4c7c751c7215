package io.salestwin.statistics.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeansTest {

  private static final Offset<Double> CLOSE = within(1e-8);

  @Provide
  Arbitrary<double[]> sample() {
    return Arbitraries.doubles()
        .between(-50, 50)
        .ofScale(2)
        .array(Double[].class)
        .ofMinSize(5)
        .ofMaxSize(12)
        .map(values -> Arrays.stream(values).mapToDouble(x -> x).toArray())
        .filter(values -> new Variance().evaluate(values) > 1e-3);
  }

  @Property(seed = "1", tries = 100)
  void testsOfMeansAgreeWithAnotherLibrary(
      @ForAll("sample") double[] x, @ForAll("sample") double[] y) {
    Moments ofX = Moments.of(x);
    Moments ofY = Moments.of(y);
    WelchTest welch = WelchTest.of(ofX, ofY);
    assertThat(ofX.variance()).isCloseTo(new Variance().evaluate(x), CLOSE);
    assertThat(welch.twoSided()).isCloseTo(TTest.withDefaults().test(x, y).getPValue(), CLOSE);
    double pooled = TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(x, y).getPValue();
    assertThat(PooledTest.of(ofX, ofY).twoSided()).isCloseTo(pooled, CLOSE);
    assertThat(welch.greater() + welch.less()).isCloseTo(1, CLOSE);
    assertThat(HeavyTails.yuen(x, y, 0).twoSided()).isCloseTo(welch.twoSided(), CLOSE);
    // the limits of the interval are the differences that the test just rejects
    Bounds bounds = welch.bounds(1 - welch.twoSided());
    assertThat(Math.min(Math.abs(bounds.low()), Math.abs(bounds.high()))).isCloseTo(0, CLOSE);
    double[] paired = Arrays.copyOf(y, Math.min(x.length, y.length));
    double[] other = Arrays.copyOf(x, paired.length);
    PairedTest pairs = PairedTest.of(other, paired);
    if (pairs.reason().isEmpty()) {
      double p = TTest.withDefaults().pairedTest(other, paired).getPValue();
      assertThat(pairs.twoSided()).isCloseTo(p, CLOSE);
      long n = pairs.pairsFor(1.5, 0.9);
      assertThat(reach(pairs, n)).isLessThanOrEqualTo(1.5);
      assertThat(n == 2 || reach(pairs, n - 1) > 1.5).isTrue();
    }
  }

  private static double reach(PairedTest pairs, long n) {
    return new PairedTest((int) n, 0, pairs.sd(), 0, 0, "").bounds(0.9).high();
  }

  @Test
  void equalDifferencesInDecimalsHaveNoSpread() {
    PairedTest same = PairedTest.of(new double[] {0.1, 0.2, 0.7}, new double[] {0.4, 0.5, 1.0});
    assertThat(same.sd()).isZero();
    assertThat(same.mean()).isEqualTo(0.3);
    assertThat(same.twoSided()).isNaN();
    assertThat(same.reason()).isNotEmpty();
    assertThat(WelchTest.of(Moments.of(0.1, 0.2, 0.3), Moments.of(0.2, 0.2)).difference()).isZero();
  }

  @Test
  void anOffsetCostsNoDigits() {
    double[] x = {1, 2, 4, 8};
    double[] far = Arrays.stream(x).map(v -> v + 1e12).toArray();
    assertThat(Moments.of(far).variance()).isEqualTo(Moments.of(x).variance());
  }

  @Test
  void hedgesFactorIsTheRatioOfGammas() {
    // m = 4: Γ(2) / (√2 Γ(3/2)) = 2 / √(2π)
    PooledTest test = PooledTest.of(Moments.of(1, 2, 3), Moments.of(2, 3, 5));
    assertThat(test.hedgesG() / test.cohenD()).isCloseTo(2 / Math.sqrt(2 * Math.PI), within(1e-14));
  }

  @Property(seed = "1", tries = 60)
  void covariatesByLeastSquares(
      @ForAll("sample") double[] yc,
      @ForAll("sample") double[] other,
      @ForAll("sample") double[] yt,
      @ForAll("sample") double[] more) {
    int controls = Math.min(yc.length, other.length);
    int treated = Math.min(yt.length, more.length);
    double[] y1 = Arrays.copyOf(yc, controls);
    double[] x1 = Arrays.copyOf(other, controls);
    double[] y2 = Arrays.copyOf(yt, treated);
    double[] x2 = Arrays.copyOf(more, treated);
    if (new Variance().evaluate(x1) < 1e-3 || new Variance().evaluate(x2) < 1e-3) {
      return;
    }
    int n = controls + treated;
    double[] y = new double[n];
    double[] x = new double[n];
    System.arraycopy(y1, 0, y, 0, controls);
    System.arraycopy(y2, 0, y, controls, treated);
    System.arraycopy(x1, 0, x, 0, controls);
    System.arraycopy(x2, 0, x, controls, treated);
    double centre = Arrays.stream(x).average().orElseThrow();
    double[][] parallel = new double[n][];
    double[][] crossed = new double[n][];
    for (int i = 0; i < n; i++) {
      double arm = i < controls ? 0 : 1;
      parallel[i] = new double[] {arm, x[i]};
      crossed[i] = new double[] {arm, x[i] - centre, arm * (x[i] - centre)};
    }
    CovariateAdjustment own = CovariateAdjustment.of(y1, x1, y2, x2);
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, parallel);
    assertThat(own.covarianceDifference()).isCloseTo(ols.estimateRegressionParameters()[1], CLOSE);
    assertThat(own.thetaWithin()).isCloseTo(ols.estimateRegressionParameters()[2], CLOSE);
    assertThat(own.covarianceSe())
        .isCloseTo(ols.estimateRegressionParametersStandardErrors()[1], CLOSE);
    ols.newSampleData(y, crossed);
    assertThat(own.linDifference()).isCloseTo(ols.estimateRegressionParameters()[1], CLOSE);
    assertThat(own.linSe()).isCloseTo(hc2(crossed, ols.estimateResiduals()), within(1e-6));
  }

  /** White's sandwich with squared residuals over 1 - leverage. */
  private static double hc2(double[][] columns, double[] residuals) {
    double[][] rows = new double[columns.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, columns[i][0], columns[i][1], columns[i][2]};
    }
    RealMatrix x = MatrixUtils.createRealMatrix(rows);
    RealMatrix bread = MatrixUtils.inverse(x.transpose().multiply(x));
    RealMatrix hat = x.multiply(bread).multiply(x.transpose());
    RealMatrix middle = MatrixUtils.createRealMatrix(rows.length, rows.length);
    for (int i = 0; i < rows.length; i++) {
      middle.setEntry(i, i, residuals[i] * residuals[i] / (1 - hat.getEntry(i, i)));
    }
    RealMatrix sandwich =
        bread.multiply(x.transpose()).multiply(middle).multiply(x).multiply(bread);
    return Math.sqrt(sandwich.getEntry(1, 1));
  }

  @Test
  void aCovariateWithoutSpreadAdjustsNothing() {
    double[] y1 = {1, 2, 4};
    double[] y2 = {2, 5, 6};
    double[] flat = {7, 7, 7};
    CovariateAdjustment own = CovariateAdjustment.of(y1, flat, y2, flat);
    assertThat(own.thetaPooled()).isZero();
    assertThat(own.adjusted()).isEqualTo(own.unadjusted());
  }

  @Property(seed = "1", tries = 100)
  void theRatiosVarianceIsThatOfItsLinearForm(
      @ForAll("sample") double[] m, @ForAll("sample") double[] other) {
    int n = Math.min(m.length, other.length);
    double[] d = Arrays.stream(other).limit(n).map(v -> Math.abs(v) + 1).toArray();
    double[] won = Arrays.copyOf(m, n);
    RatioMetric.Arm arm = RatioMetric.Arm.of(won, d);
    double mean = Arrays.stream(d).average().orElseThrow();
    double[] linear = new double[n];
    for (int i = 0; i < n; i++) {
      linear[i] = (won[i] - arm.ratio() * d[i]) / mean;
    }
    assertThat(arm.variance() * n).isCloseTo(new Variance().evaluate(linear), within(1e-7));
  }

  /**
   * At a limit of Fieller's interval the linear form treatment - ratio control is just rejected.
   */
  @Test
  void fiellersLimitsSolveTheirEquation() {
    RatioMetric metric =
        new RatioMetric(
            RatioMetric.Arm.of(new double[] {2, 3, 1, 4, 6}, new double[] {8, 9, 4, 11, 12}),
            RatioMetric.Arm.of(new double[] {3, 4, 2, 5}, new double[] {7, 9, 6, 11}));
    Bounds bounds = metric.fieller(0.9).orElseThrow();
    double z = NormalLaw.critical(0.9);
    for (double limit : new double[] {bounds.low(), bounds.high()}) {
      double ratio = limit + 1;
      double off = metric.treatment().ratio() - ratio * metric.control().ratio();
      double variance = metric.treatment().variance() + ratio * ratio * metric.control().variance();
      assertThat(Math.abs(off) / Math.sqrt(variance)).isCloseTo(z, within(1e-10));
    }
  }

  @Test
  void theMeansBootstrapHasTheKnownSpread() {
    double[] x = {1, 2, 4, 9, 9};
    Bootstrap b = Bootstrap.ideal(x, Bootstrap.Statistic.MEAN, 0.1);
    // over all resamples the variance of the mean is the population variance over n
    double population = new Variance(false).evaluate(x);
    assertThat(b.se()).isCloseTo(Math.sqrt(population / 5), within(1e-12));
    assertThat(b.mean()).isCloseTo(5, within(1e-12));
    assertThat(Bootstrap.ideal(new double[] {3, 3}, Bootstrap.Statistic.MEAN, 0.1).reason())
        .isNotEmpty();
    assertThatThrownBy(() -> Bootstrap.ideal(new double[8], Bootstrap.Statistic.MEDIAN, 0.1))
        .hasMessageContaining("give 1 to 7");
  }

  @Test
  void winsorisingAndTrimmingCountInDecimals() {
    double[] x = new double[100];
    Arrays.setAll(x, i -> i);
    assertThat(HeavyTails.trimmed(x, 0.29).kept()).isEqualTo(42);
    Quantiles median = Quantiles.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 0.5, 0.9);
    assertThat(median.lowRank()).isEqualTo(2);
    assertThat(median.highRank()).isEqualTo(7);
    assertThat(median.coverage()).isCloseTo(238.0 / 256, within(1e-12));
  }
}
