package io.salestwin.statistics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ToolsTest {

  @Property(seed = "1", tries = 100)
  void findsWhereACubicIsZero(@ForAll @DoubleRange(min = -5, max = 1e6) @Scale(12) double place) {
    double found = Root.above(x -> (x - place) * (1 + (x - place) * (x - place)), -6, 0.5);
    assertThat(found).isCloseTo(place, within(1e-12 * (1 + Math.abs(place))));
  }

  @Test
  void noChangeOfSignIsNoRoot() {
    assertThat(Root.between(x -> 1 + x * x, -1, 1)).isNaN();
    assertThat(Root.above(x -> 1, 0, 1)).isNaN();
    assertThat(Root.between(x -> x, 0, 1)).isZero();
    assertThat(Root.between(x -> x - 1, 0, 1)).isEqualTo(1);
  }

  @Property(seed = "1", tries = 30)
  void panelsIntegratePolynomialsExactly(@ForAll @IntRange(min = 1, max = 9) int panels) {
    GaussLegendre rule = GaussLegendre.of(8);
    double[] x = rule.nodes(-1, 3, panels);
    double[] w = rule.weights(-1, 3, panels);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w[i] * Math.pow(x[i], 15);
    }
    assertThat(sum).isCloseTo((Math.pow(3, 16) - 1) / 16, Percentage.withPercentage(1e-11));
    assertThat(Arrays.stream(w).sum()).isCloseTo(4, within(1e-13));
  }

  /** For a regular matrix it is the plain inverse; here by another decomposition. */
  @Test
  void theFormOfARegularMatrixUsesItsInverse() {
    double[][] v = {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}};
    double[] u = {1, -2, 0.3};
    double direct =
        new Array2DRowRealMatrix(new double[][] {u})
            .multiply(new LUDecomposition(new Array2DRowRealMatrix(v)).getSolver().getInverse())
            .operate(u)[0];
    QuadraticForm form = QuadraticForm.of(u, v);
    assertThat(form.rank()).isEqualTo(3);
    assertThat(form.value()).isCloseTo(direct, within(1e-12));
  }

  @Test
  void aRedundantSumCountsOnce() {
    double[][] v = {{2, -1, -1}, {-1, 2, -1}, {-1, -1, 2}};
    QuadraticForm form = QuadraticForm.of(new double[] {1, 0.5, -1.5}, v);
    assertThat(form.rank()).isEqualTo(2);
    // (V⁻ of these is a third of the identity on vectors that sum to 0)
    assertThat(form.value()).isCloseTo((1 + 0.25 + 2.25) / 3, within(1e-14));
    assertThat(QuadraticForm.of(new double[2], new double[2][2]).value()).isNaN();
  }

  @Property(seed = "1", tries = 60)
  void theScaleHasTheMomentsOfChi(@ForAll @DoubleRange(min = 0.2, max = 5e4) @Scale(12) double df) {
    ChiScale scale = ChiScale.of(df, 0);
    assertThat(scale.mean(s -> s * s)).isCloseTo(1, within(1e-12));
    assertThat(scale.mean(s -> s * s * s * s)).isCloseTo(1 + 2 / df, within(1e-11 * (1 + 2 / df)));
  }
}
