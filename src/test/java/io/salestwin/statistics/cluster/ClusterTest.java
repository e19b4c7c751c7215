package io.salestwin.statistics.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ClusterTest {

  private static double[][] clusters(Random random, int... sizes) {
    double[][] values = new double[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      double rep = random.nextGaussian();
      values[i] = random.doubles(sizes[i]).map(u -> 10 + rep + 3 * u).toArray();
    }
    return values;
  }

  /** The sandwich as matrices over all units, adjusted by a symmetric root: nothing is reduced. */
  @Property(seed = "1", tries = 25)
  void theErrorsAreTheSandwichOfTheRegression(@ForAll long seed) {
    double[][] values = clusters(new Random(seed), 3, 5, 2, 7, 4, 1);
    boolean[] treated = {true, false, false, true, false, true};
    ClusterComparison comparison = ClusterComparison.of(values, treated);
    Regression regression = new Regression(values, treated);
    assertThat(comparison.robust().estimate()).isCloseTo(regression.slope(), within(1e-10));
    assertThat(comparison.robust().se())
        .isCloseTo(regression.error(0), Percentage.withPercentage(1e-7));
    assertThat(comparison.robustReduced().se())
        .isCloseTo(regression.error(-0.5), Percentage.withPercentage(1e-7));
    assertThat(comparison.robustReduced().df())
        .isCloseTo(regression.satterthwaite(), Percentage.withPercentage(1e-7));
    double factor = 6.0 / 5 * 21 / 20; // K / (K - 1) (N - 1) / (N - 2) with N = 22
    assertThat(comparison.robustCorrected().se())
        .isCloseTo(Math.sqrt(factor) * comparison.robust().se(), within(1e-12));
  }

  /** Ordinary least squares of the values on a constant and the arm. */
  private static final class Regression {
    private final RealMatrix x;
    private final RealMatrix bread;
    private final double[] y;
    private final int[] start;

    Regression(double[][] values, boolean[] treated) {
      start = new int[values.length + 1];
      for (int i = 0; i < values.length; i++) {
        start[i + 1] = start[i] + values[i].length;
      }
      y = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
      x = new Array2DRowRealMatrix(y.length, 2);
      for (int i = 0; i < values.length; i++) {
        for (int row = start[i]; row < start[i + 1]; row++) {
          x.setRow(row, new double[] {1, treated[i] ? 1 : 0});
        }
      }
      bread = new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
    }

    double slope() {
      return coefficients()[1];
    }

    private double[] coefficients() {
      return bread.multiply(x.transpose()).operate(y);
    }

    private RealMatrix part(int cluster) {
      return x.getSubMatrix(start[cluster], start[cluster + 1] - 1, 0, 1);
    }

    /** (I - H) of a cluster to a power. */
    private RealMatrix adjusted(int cluster, double power) {
      RealMatrix own = part(cluster);
      RealMatrix rest = own.multiply(bread).multiply(own.transpose()).scalarMultiply(-1);
      for (int i = 0; i < rest.getRowDimension(); i++) {
        rest.addToEntry(i, i, 1);
      }
      EigenDecomposition eigen = new EigenDecomposition(rest);
      RealMatrix roots = eigen.getD();
      for (int i = 0; i < roots.getRowDimension(); i++) {
        roots.setEntry(i, i, Math.pow(roots.getEntry(i, i), power));
      }
      return eigen.getV().multiply(roots).multiply(eigen.getVT());
    }

    /** The second row of bread X' of a cluster, adjusted: its weights in the difference. */
    private double[] weights(int cluster, double power) {
      return bread.multiply(part(cluster).transpose()).multiply(adjusted(cluster, power)).getRow(1);
    }

    double error(double power) {
      double[] beta = coefficients();
      double[] fitted = x.operate(beta);
      double variance = 0;
      for (int i = 0; i + 1 < start.length; i++) {
        double[] weights = weights(i, power);
        double score = 0;
        for (int j = 0; j < weights.length; j++) {
          score += weights[j] * (y[start[i] + j] - fitted[start[i] + j]);
        }
        variance += score * score;
      }
      return Math.sqrt(variance);
    }

    double satterthwaite() {
      int k = start.length - 1;
      RealMatrix residual = x.multiply(bread).multiply(x.transpose()).scalarMultiply(-1);
      for (int i = 0; i < y.length; i++) {
        residual.addToEntry(i, i, 1);
      }
      RealMatrix g = new Array2DRowRealMatrix(y.length, k);
      for (int i = 0; i < k; i++) {
        double[] spread = new double[y.length];
        double[] weights = weights(i, -0.5);
        System.arraycopy(weights, 0, spread, start[i], weights.length);
        g.setColumn(i, residual.operate(spread));
      }
      RealMatrix omega = g.transpose().multiply(g);
      double trace = omega.getTrace();
      return trace * trace / omega.multiply(omega).getTrace();
    }
  }

  /** Clusters of one size in balanced arms: all tests are the t test of the means. */
  @Property(seed = "1", tries = 25)
  void equalClustersMakeAllTestsOne(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int k) {
    int[] sizes = new int[2 * k];
    Arrays.fill(sizes, 4);
    boolean[] treated = new boolean[2 * k];
    Arrays.fill(treated, 0, k, true);
    ClusterComparison comparison = ClusterComparison.of(clusters(new Random(seed), sizes), treated);
    assertThat(comparison.robustReduced().df()).isCloseTo(2.0 * k - 2, within(1e-9));
    assertThat(comparison.robustReduced().p()).isCloseTo(comparison.ofMeans().p(), within(1e-10));
  }

  /** What the reference says: reps as units, and leads as if they were. 2,000 fixed A/A tests. */
  @Test
  void leadsAsUnitsRaiseFalseAlarms() {
    Random random = new Random(8);
    boolean[] treated = {true, false, true, false, true, false, true, false};
    int trials = 2_000;
    int naive = 0;
    int means = 0;
    int reduced = 0;
    for (int trial = 0; trial < trials; trial++) {
      ClusterComparison comparison =
          ClusterComparison.of(clusters(random, 9, 12, 7, 15, 10, 8, 11, 13), treated);
      naive += comparison.naive().p() <= 0.05 ? 1 : 0;
      means += comparison.ofMeans().p() <= 0.05 ? 1 : 0;
      reduced += comparison.robustReduced().p() <= 0.05 ? 1 : 0;
    }
    double slack = 4 * Math.sqrt(0.05 * 0.95 / trials);
    assertThat(means / (double) trials).isCloseTo(0.05, within(slack));
    assertThat(reduced / (double) trials).isCloseTo(0.05, within(slack + 0.01));
    assertThat(naive / (double) trials).isGreaterThan(0.3);
  }

  @Test
  void theCorrelationOfCopiesIsOneAndOfStrangersNone() {
    boolean[] treated = {true, true, false, false};
    ClusterComparison copies =
        ClusterComparison.of(new double[][] {{1, 1}, {4, 4}, {2, 2}, {9, 9}}, treated);
    assertThat(copies.icc()).isCloseTo(1, within(1e-15));
    Random random = new Random(1);
    double[][] strangers = new double[4][];
    Arrays.setAll(strangers, i -> random.doubles(20_000).toArray());
    assertThat(ClusterComparison.of(strangers, treated).icc()).isCloseTo(0, within(1e-3));
  }

  @Test
  void whatCannotBeTold() {
    boolean[] two = {false, true};
    ClusterComparison single = ClusterComparison.of(new double[][] {{1, 2}, {3, 4}}, two);
    assertThat(single.ofMeans().p()).isNaN();
    assertThat(single.robustReduced().p()).isNaN();
    assertThat(single.icc()).isNaN();
    assertThat(single.reason()).contains("single cluster");
    boolean[] four = {false, true, false, true};
    ClusterComparison same =
        ClusterComparison.of(new double[][] {{1, 1}, {1, 1}, {1, 1}, {1, 1}}, four);
    assertThat(same.ofMeans().t()).isNaN();
    assertThat(same.ofMeans().interval(0.95).isDefined()).isFalse();
    assertThat(same.reason()).contains("do not differ");
    assertThat(ClusterComparison.of(new double[][] {{1}, {2}, {4}, {3}}, four).reason())
        .contains("more than one unit");
    assertThatThrownBy(() -> ClusterComparison.of(new double[][] {{1}, {2}}, new boolean[2]))
        .hasMessageContaining("treatment arm has no cluster");
    assertThatThrownBy(() -> ClusterComparison.of(new double[][] {{1}, {}}, two))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> ClusterComparison.of(new double[][] {{1}}, two))
        .hasMessageContaining("one per cluster");
  }

  @Test
  void theEffectOfADesignByHand() {
    ClusterDesign design = new ClusterDesign(35, 0.02, 0.7);
    assertThat(design.effect()).isCloseTo(1.68, within(1e-14));
    assertThat(design.effectUnequal()).isCloseTo(2.023, within(1e-14));
    assertThat(design.worth(168)).isCloseTo(100, within(1e-12));
    assertThat(new ClusterDesign(8, 1, 0).clusters(30)).isEqualTo(30);
    // 64 (1 + 19 / 20) / 20 is 6.24; 100 (1 + 9 · 0.05) / 10 is 14.5
    assertThat(new ClusterDesign(20, 0.05, 0).clusters(64)).isEqualTo(7);
    assertThat(new ClusterDesign(10, 0.05, 0).clusters(100)).isEqualTo(15);
  }

  @Property(seed = "1", tries = 25)
  void theNumberOfClustersIsTheSmallestWithThePower(
      @ForAll @DoubleRange(min = 0.2, max = 2) @Scale(6) double delta,
      @ForAll @DoubleRange(min = 0, max = 0.3) @Scale(6) double icc,
      @ForAll @DoubleRange(min = 0.5, max = 0.95) @Scale(6) double power) {
    ClusterDesign design = new ClusterDesign(12, icc, 0.4);
    int k = design.clustersForPower(delta, 1.5, 0.05, power);
    assertThat(design.power(k, delta, 1.5, 0.05)).isGreaterThanOrEqualTo(power);
    if (k > 2) {
      assertThat(design.power(k - 1, delta, 1.5, 0.05)).isLessThan(power);
    }
  }

  @Test
  void refusesWhatIsNoDesign() {
    assertThatThrownBy(() -> new ClusterDesign(0, 0.1, 0)).hasMessageContaining("m is 0");
    assertThatThrownBy(() -> new ClusterDesign(5, 1.1, 0)).hasMessageContaining("icc is 1.1");
    assertThatThrownBy(() -> new ClusterDesign(5, 0.1, -1)).hasMessageContaining("cv is -1");
    assertThatThrownBy(() -> new ClusterDesign(5, 0.1, 0).power(1, 1, 1, 0.05))
        .hasMessageContaining("at least 2 clusters");
  }
}
