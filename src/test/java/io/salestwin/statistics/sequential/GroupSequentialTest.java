package io.salestwin.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.Quadrature;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupSequentialTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static double[] even(int looks) {
    return IntStream.rangeClosed(1, looks).mapToDouble(k -> (double) k / looks).toArray();
  }

  /** Jennison and Turnbull 2000, tables 2.1 and 2.3: two-sided 5 %. */
  @ParameterizedTest
  @CsvSource({"2,2.178,1.977", "3,2.289,2.004", "4,2.361,2.024", "5,2.413,2.040"})
  void agreesWithPublishedConstants(int looks, double pocock, double obrienFleming) {
    assertThat(GroupSequential.pocock(even(looks), 0.05, 2).z()[0]).isCloseTo(pocock, within(5e-4));
    assertThat(GroupSequential.obrienFleming(even(looks), 0.05, 2).z()[looks - 1])
        .isCloseTo(obrienFleming, within(5e-4));
  }

  /** Armitage, McPherson and Rowe 1969, table 2: looking at 5 % without correction. */
  @ParameterizedTest
  @CsvSource({"1,0.050", "2,0.083", "3,0.107", "4,0.126", "5,0.142", "10,0.193", "20,0.248"})
  void agreesWithPublishedFalseAlarms(int looks, double alarms) {
    double[] spent = GroupSequential.constant(even(looks), 2, 1.959963984540054).spent();
    assertThat(spent[looks - 1]).isCloseTo(alarms, within(5e-4));
  }

  /** Two looks by a plain bivariate normal: Z₂ given Z₁ is normal. */
  @Property(seed = "1", tries = 40)
  void twoLooksAreABivariateNormal(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) @Scale(12) double t,
      @ForAll @DoubleRange(min = 1, max = 4) @Scale(12) double limit,
      @ForAll @DoubleRange(min = 0, max = 4) @Scale(12) double drift) {
    GroupSequential test = GroupSequential.constant(new double[] {t, 1}, 2, limit);
    double sd = Math.sqrt(1 - t);
    double mean = drift * Math.sqrt(t);
    double[] stop = test.stopping(drift);
    double second =
        Quadrature.integral(
            z -> {
              double centre = z * Math.sqrt(t) + drift * (1 - t);
              return Math.exp(-(z - mean) * (z - mean) / 2)
                  / Math.sqrt(2 * Math.PI)
                  * (NORMAL.survivalProbability((limit - centre) / sd)
                      + NORMAL.cumulativeProbability((-limit - centre) / sd));
            },
            -limit,
            0,
            limit);
    assertThat(stop[0])
        .isCloseTo(
            NORMAL.survivalProbability(limit - mean) + NORMAL.cumulativeProbability(-limit - mean),
            within(1e-13));
    assertThat(stop[1]).isCloseTo(second, within(1e-11));
  }

  @Property(seed = "1", tries = 15)
  void spendsExactlyWhatItMayAtEveryLook(
      @ForAll @IntRange(min = 1, max = 6) int looks,
      @ForAll @IntRange(min = 1, max = 2) int sides,
      @ForAll @DoubleRange(min = 1e-5, max = 0.2) @Scale(12) double alpha,
      @ForAll @DoubleRange(min = -6, max = 4) @Scale(12) double gamma) {
    double[] t = even(looks);
    Spending spending = new Spending.Exponential(gamma);
    double[] spent = GroupSequential.spending(t, alpha, sides, spending).spent();
    for (int k = 0; k < looks; k++) {
      assertThat(spent[k])
          .isCloseTo(sides * spending.at(t[k], alpha / sides), within(1e-11 * (1 + alpha)));
    }
  }

  @Test
  void theFamilyOfExponentialsIsContinuousAndDoesNotOverflow() {
    double even = new Spending.Exponential(0).at(0.3, 0.05);
    assertThat(even).isCloseTo(0.015, within(1e-17));
    assertThat(new Spending.Exponential(1e-9).at(0.3, 0.05)).isCloseTo(even, within(1e-10));
    assertThat(new Spending.Exponential(-1e-9).at(0.3, 0.05)).isCloseTo(even, within(1e-10));
    // (1 - e^2t) / (1 - e^2) for gamma -2
    assertThat(new Spending.Exponential(-2).at(0.5, 0.05))
        .isCloseTo(0.05 * (1 - Math.E) / (1 - Math.E * Math.E), within(1e-16));
    assertThat(new Spending.Exponential(-2000).at(1, 0.05)).isEqualTo(0.05);
    assertThat(new Spending.Exponential(-2000).at(0.5, 0.05)).isZero();
    assertThat(new Spending.Exponential(2000).at(0.5, 0.05)).isEqualTo(0.05);
  }

  @Property(seed = "1", tries = 15)
  void theDriftHasThePower(
      @ForAll @IntRange(min = 1, max = 6) int looks,
      @ForAll @DoubleRange(min = 0.3, max = 0.99) @Scale(12) double power) {
    GroupSequential test = GroupSequential.obrienFleming(even(looks), 0.05, 1);
    double drift = test.drift(power);
    assertThat(Arrays.stream(test.stopping(drift)).sum()).isCloseTo(power, within(1e-11));
    assertThat(test.inflation(0.05, power)).isGreaterThan(1 - 1e-9);
    assertThat(test.expectedShare(drift)).isBetween(0.0, 1.0);
  }

  @Test
  void oneLookIsThePlainTest() {
    GroupSequential test =
        GroupSequential.spending(new double[] {1}, 0.05, 2, new Spending.LikeOBrienFleming());
    assertThat(test.z()[0]).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(test.inflation(0.05, 0.8)).isCloseTo(1, within(1e-12));
  }

  /** Paths of their own, 200,000 with a fixed seed: a chance below 1e-4 to fail if right. */
  @Test
  void stopsAsOftenAsSimulatedPaths() {
    double[] t = {0.15, 0.5, 0.8, 1};
    GroupSequential test = GroupSequential.spending(t, 0.1, 2, new Spending.LikePocock());
    double drift = 1.5;
    double[] z = test.z();
    int[] stopped = new int[t.length];
    Random random = new Random(99);
    int paths = 200_000;
    for (int i = 0; i < paths; i++) {
      double b = 0;
      double at = 0;
      for (int k = 0; k < t.length; k++) {
        b += drift * (t[k] - at) + Math.sqrt(t[k] - at) * random.nextGaussian();
        at = t[k];
        if (Math.abs(b) >= z[k] * Math.sqrt(at)) {
          stopped[k]++;
          break;
        }
      }
    }
    double[] stop = test.stopping(drift);
    for (int k = 0; k < t.length; k++) {
      assertThat(stopped[k] / (double) paths)
          .isCloseTo(stop[k], within(4.2 * Math.sqrt(stop[k] / paths)));
    }
  }

  @Test
  void moreInformationThanPlannedSpendsNoMore() {
    GroupSequential test =
        GroupSequential.spending(
            new double[] {0.4, 0.9, 1.2}, 0.05, 2, new Spending.LikeOBrienFleming());
    assertThat(test.spent()[2]).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void earlyLooksMaySpendNothing() {
    GroupSequential test =
        GroupSequential.spending(
            new double[] {0.001, 1}, 0.05, 2, new Spending.LikeOBrienFleming());
    assertThat(test.z()[0]).isInfinite();
    assertThat(test.spent()).containsExactly(new double[] {0, 0.05}, within(1e-12));
  }

  @Test
  void earlyLooksMayLeaveNothing() {
    GroupSequential test = GroupSequential.haybittlePeto(even(3), 0.05, 2, 1);
    assertThat(test.reason()).contains("spend more than the whole level");
    assertThat(test.z()[2]).isNaN();
    assertThat(test.drift(0.8)).isNaN();
  }

  @Test
  void aPowerBelowTheLevelHasNoDrift() {
    assertThat(GroupSequential.constant(even(4), 2, 0.5).drift(0.3)).isNaN();
  }

  @Test
  void refusesLooksThatDoNotRise() {
    assertThatThrownBy(() -> GroupSequential.constant(new double[] {0.5, 0.5}, 2, 2))
        .hasMessageContaining("t[1] is 0.5");
    assertThatThrownBy(() -> GroupSequential.constant(new double[] {}, 2, 2))
        .hasMessageContaining("t is empty");
    assertThatThrownBy(() -> GroupSequential.constant(new double[] {1}, 3, 2))
        .hasMessageContaining("sides is 3");
    assertThatThrownBy(() -> GroupSequential.constant(new double[] {0.5, 0.5 + 1e-9, 1}, 2, 2))
        .hasMessageContaining("too close");
    assertThatThrownBy(() -> GroupSequential.pocock(new double[] {1}, 1, 2))
        .hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Spending.Power(0)).hasMessageContaining("rho");
  }

  /** Ends for want of a chance, played: 100,000 walks; four standard errors. */
  @Test
  void whatEndsBelowOtherLimitsIsThatOfPlayedWalks() {
    double[] t = {0.4, 0.7, 1};
    double[] below = {0.2, 0.9, Double.NEGATIVE_INFINITY};
    for (int sides = 1; sides <= 2; sides++) {
      GroupSequential limits =
          GroupSequential.spending(t, 0.05, sides, new Spending.LikeOBrienFleming());
      GroupSequential ending = limits.endingBelow(below);
      double drift = limits.drift(0.8);
      for (double truth : new double[] {0, drift}) {
        double[] played = played(t, limits.z(), below, truth);
        double found = ending.power(truth);
        assertThat(found).isCloseTo(played[0], within(4 * Math.sqrt(0.25 / 100_000)));
        assertThat(ending.expectedShare(truth)).isCloseTo(played[1], within(0.004));
        assertThat(found).isLessThan(limits.power(truth));
      }
      assertThat(limits.power(drift)).isCloseTo(0.8, within(1e-9));
    }
  }

  private static double[] played(double[] t, double[] above, double[] below, double drift) {
    Random chance = new Random(11);
    int walks = 100_000;
    double found = 0;
    double share = 0;
    for (int w = 0; w < walks; w++) {
      double b = 0;
      double before = 0;
      for (int k = 0; k < t.length; k++) {
        double step = t[k] - before;
        b += drift * step + Math.sqrt(step) * chance.nextGaussian();
        before = t[k];
        double z = b / Math.sqrt(t[k]);
        if (z >= above[k] || z <= below[k] || k == t.length - 1) {
          found += z >= above[k] ? 1 : 0;
          share += t[k];
          break;
        }
      }
    }
    return new double[] {found / walks, share / walks};
  }
}
