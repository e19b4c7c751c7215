package io.salestwin.statistics.multiple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.special.BinomialLaw;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdjustmentTest {

  /** Hommel's and Holm's adjustment by going through all sets of tests. */
  @Property(seed = "1", tries = 100)
  void stepwiseMethodsAreClosedTests(@ForAll @Size(min = 1, max = 7) double[] raw) {
    double[] p = Arrays.stream(raw).map(x -> Double.isFinite(x) ? Math.abs(x % 1) : 0.5).toArray();
    double[] hommel = new double[p.length];
    double[] holm = new double[p.length];
    for (int set = 1; set < 1 << p.length; set++) {
      int members = set;
      double[] inside =
          Arrays.stream(indices(members, p.length)).mapToDouble(i -> p[i]).sorted().toArray();
      double simes = 1;
      for (int j = 0; j < inside.length; j++) {
        simes = Math.min(simes, inside[j] * inside.length / (j + 1));
      }
      double bonferroni = Math.min(1, inside[0] * inside.length);
      for (int i : indices(members, p.length)) {
        hommel[i] = Math.max(hommel[i], simes);
        holm[i] = Math.max(holm[i], bonferroni);
      }
    }
    assertThat(Adjustment.HOMMEL.adjusted(p)).containsExactly(hommel, within(1e-12));
    assertThat(Adjustment.HOLM.adjusted(p)).containsExactly(holm, within(1e-12));
  }

  private static int[] indices(int set, int n) {
    return IntStream.range(0, n).filter(i -> (set >> i & 1) == 1).toArray();
  }

  @Property(seed = "1", tries = 100)
  void theStrictMethodsAreTheLargerOnes(
      @ForAll @Size(min = 1, max = 12) double[] raw,
      @ForAll @DoubleRange(min = 0.01, max = 0.2) double alpha) {
    double[] p = Arrays.stream(raw).map(x -> Double.isFinite(x) ? Math.abs(x % 1) : 0.5).toArray();
    Adjustment[] falling = {
      Adjustment.BONFERRONI, Adjustment.HOLM, Adjustment.HOCHBERG, Adjustment.HOMMEL, Adjustment.BH
    };
    for (int m = 1; m < falling.length; m++) {
      double[] strict = falling[m - 1].adjusted(p);
      double[] free = falling[m].adjusted(p);
      for (int i = 0; i < p.length; i++) {
        assertThat(free[i]).isLessThanOrEqualTo(strict[i] + 1e-12).isGreaterThanOrEqualTo(p[i]);
      }
      assertThat(falling[m].rejected(alpha, p))
          .isGreaterThanOrEqualTo(falling[m - 1].rejected(alpha, p));
    }
    assertThat(Adjustment.SIDAK.adjusted(p)[0])
        .isLessThanOrEqualTo(Adjustment.BONFERRONI.adjusted(p)[0]);
  }

  @Test
  void onTheLevelIsSignificant() {
    assertThat(Adjustment.BONFERRONI.rejected(0.05, 0.01, 0.2, 0.3, 0.4, 0.5)).isEqualTo(1);
    assertThat(Adjustment.SIDAK.adjusted(1e-300, 0.5)[0]).isCloseTo(2e-300, within(1e-312));
    assertThat(Adjustment.BH.adjusted(Double.NaN, 0.04)).containsExactly(Double.NaN, 0.04);
  }

  @Property(seed = "1", tries = 60)
  void theBandOfFalseAlarmsHoldsItsConfidence(
      @ForAll @IntRange(min = 10, max = 5000) int runs,
      @ForAll @DoubleRange(min = 0.01, max = 0.3) double rate) {
    FalseAlarmBand band = FalseAlarmBand.of(runs, rate, 0.99);
    BinomialLaw law = new BinomialLaw(runs, rate);
    double inside = 0;
    for (long k = band.low(); k <= band.high(); k++) {
      inside += law.at(k);
    }
    assertThat(band.inside()).isCloseTo(inside, within(1e-10)).isGreaterThanOrEqualTo(0.99);
    assertThat(law.atMost(band.low() - 1)).isLessThanOrEqualTo(0.005);
    assertThat(law.atMost(band.low())).isGreaterThan(0.005);
    assertThat(band.detection(runs, rate)).isLessThanOrEqualTo(0.005);
  }
}
