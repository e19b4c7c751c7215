package io.salestwin.statistics.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.ChiSquareLaw;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Several groups: reference values by SciPy 1.17, and what must hold for any groups. */
class GroupsTest {

  private static final double[] Y = {0.2, -0.1, 0.5, 0.9, -0.4};
  private static final double[] V = {0.04, 0.09, 0.05, 0.12, 0.06};

  @Test
  void kruskalAndWallisWithTies() {
    double[] values = {1.2, 3.4, 2.2, 5.0, 2.2, 2.2, 7.1, 9.0, 3.4, 8.8, 6.1, 6.1};
    int[] sample = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
    KruskalWallisTest test = KruskalWallisTest.of(values, sample, 3);
    assertThat(test.h()).isCloseTo(4.749315476190479, within(1e-12));
    assertThat(test.freedom()).isEqualTo(2);
    assertThat(test.p()).isCloseTo(0.09304632997554062, within(1e-12));
  }

  /** Of two samples it is the square of Mann and Whitney's normal score, and so is each z. */
  @Property(seed = "1", tries = 50)
  void ofTwoSamplesItIsMannAndWhitney(
      @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0, max = 5) Double> x,
      @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0, max = 5) Double> y) {
    double[] first = x.stream().mapToDouble(Math::rint).toArray();
    double[] second = y.stream().mapToDouble(Math::rint).toArray();
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    int[] sample = new int[all.length];
    Arrays.fill(sample, first.length, all.length, 1);
    KruskalWallisTest test = KruskalWallisTest.of(all, sample, 2);
    MannWhitneyTest two = MannWhitneyTest.of(first, second, 0.95);
    if (Double.isNaN(two.asymptoticPlain())) {
      assertThat(test.h()).isNaN();
      assertThat(test.reason()).isNotEmpty();
    } else {
      assertThat(test.p()).isCloseTo(two.asymptoticPlain(), within(1e-10));
      assertThat(test.p(0)).isCloseTo(two.asymptoticPlain(), within(1e-10));
      assertThat(test.p(1)).isCloseTo(two.asymptoticPlain(), within(1e-10));
    }
  }

  @Test
  void partialPooling() {
    PartialPooling pooling = PartialPooling.of(Y, V);
    assertThat(pooling.q()).isCloseTo(12.855593607305938, within(1e-12));
    assertThat(pooling.p()).isCloseTo(0.012003373832577642, within(1e-12));
    assertThat(pooling.spread()).isCloseTo(0.3759020722764271, within(1e-12));
    assertThat(pooling.mean()).isCloseTo(0.18150684931506847, within(1e-12));
    double[] pooled = {0.19591993, 0.00953462, 0.41675661, 0.57004058, -0.2266766};
    for (int i = 0; i < pooled.length; i++) {
      assertThat(pooling.pooled().get(i)).isCloseTo(pooled[i], within(1e-8));
    }
    Bounds spread = PartialPooling.spreadBounds(Y, V, 0.95);
    assertThat(spread.low()).isCloseTo(0.10539228026552996, within(1e-9));
    assertThat(spread.high()).isCloseTo(1.4259237324234222, within(1e-9));
  }

  /** A spread at an end of the interval makes Q as large as luck makes it once in forty. */
  @Property(seed = "1", tries = 50)
  void poolingMovesFiguresTogetherAndNeverPast(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -2, max = 2) Double> figures) {
    double[] y = figures.stream().mapToDouble(x -> x).toArray();
    double[] v = new double[y.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = 0.01 + 0.02 * i;
    }
    PartialPooling pooling = PartialPooling.of(y, v);
    for (int i = 0; i < y.length; i++) {
      double own = y[i] - pooling.mean();
      double left = pooling.pooled().get(i) - pooling.mean();
      assertThat(Math.abs(left)).isLessThanOrEqualTo(Math.abs(own) + 1e-12);
      assertThat(left * own).isGreaterThanOrEqualTo(0);
    }
    Bounds spread = PartialPooling.spreadBounds(y, v, 0.95);
    assertThat(pooling.spread()).isBetween(spread.low(), spread.high());
    if (spread.high() > pooling.spread()) {
      double[] wide = Arrays.stream(v).map(x -> x + spread.high() * spread.high()).toArray();
      double q = PartialPooling.of(y, wide).q();
      assertThat(ChiSquareLaw.above(q, y.length - 1.0)).isCloseTo(0.975, within(1e-6));
    }
  }

  @Test
  void oneGroupHasNothingToBeComparedWith() {
    PartialPooling one = PartialPooling.of(new double[] {3}, new double[] {1});
    assertThat(one.pooled()).containsExactly(3.0);
    assertThat(one.p()).isEqualTo(1);
    assertThat(PartialPooling.spreadBounds(new double[] {3}, new double[] {1}, 0.95).isDefined())
        .isFalse();
  }
}
