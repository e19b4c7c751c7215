package io.salestwin.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.survival.KaplanMeier.Scale;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  private static boolean[] all(int n) {
    boolean[] event = new boolean[n];
    Arrays.fill(event, true);
    return event;
  }

  /** Kleinbaum and Klein, table 2.1: the treated remissions. */
  @Test
  void agreesWithThePublishedRemissions() {
    KaplanMeier curve = KaplanMeier.of(Careers.TREATED, Careers.treatedEvents());
    int[] at = {6, 7, 10, 13, 16, 22, 23};
    double[] share = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
    int[] atRisk = {21, 17, 15, 12, 11, 7, 6};
    for (int i = 0; i < at.length; i++) {
      int place = Arrays.binarySearch(curve.time(), at[i]);
      assertThat(curve.open()[place]).isCloseTo(share[i], within(5e-5));
      assertThat(curve.atRisk()[place]).isEqualTo(atRisk[i]);
    }
    assertThat(curve.median()).isEqualTo(23);
  }

  /** Without censoring it is the plain share, with its binomial error. */
  @Property(seed = "1", tries = 50)
  void withoutCensoringItIsAShare(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    double[] time = new Random(seed).ints(n, 1, 20).asDoubleStream().toArray();
    KaplanMeier curve = KaplanMeier.of(time, all(n));
    for (int i = 0; i < curve.time().length; i++) {
      double t = curve.time()[i];
      double share = Arrays.stream(time).filter(each -> each > t).count() / (double) n;
      assertThat(curve.open()[i]).isCloseTo(share, within(1e-14));
      if (share > 0) {
        assertThat(curve.error()[i]).isCloseTo(Math.sqrt(share * (1 - share) / n), within(1e-14));
      } else {
        assertThat(curve.error()[i]).isNaN();
      }
    }
    assertThat(curve.restrictedMean(100))
        .isCloseTo(Arrays.stream(time).average().orElseThrow(), within(1e-12));
  }

  /** Then the error of the mean is that of a plain mean, with n in place of n - 1. */
  @Test
  void theErrorOfTheRestrictedMeanIsThatOfAMean() {
    double[] time = {1, 4, 6, 6, 9, 13};
    double mean = Arrays.stream(time).average().orElseThrow();
    double variance = Arrays.stream(time).map(t -> (t - mean) * (t - mean)).average().orElseThrow();
    assertThat(KaplanMeier.of(time, all(6)).restrictedMeanError(20))
        .isCloseTo(Math.sqrt(variance / 6), within(1e-13));
  }

  @Test
  void whatIsKnownOfTheLongTimesDoesNotChangeTheShortMean() {
    KaplanMeier curve =
        KaplanMeier.of(new double[] {2, 3, 5, 8}, new boolean[] {true, false, true, true});
    assertThat(curve.restrictedMean(4)).isCloseTo(2 + 0.75 * 2, within(1e-15));
    // one event before 4: A = 1.5, d / (n (n - d)) = 1/12
    assertThat(curve.restrictedMeanError(4)).isCloseTo(1.5 / Math.sqrt(12), within(1e-15));
    assertThat(curve.restrictedMean(0)).isZero();
  }

  @Test
  void aMedianMayLieBetweenTwoEvents() {
    double[] time = {1, 2, 3, 4};
    assertThat(KaplanMeier.of(time, all(4)).median()).isEqualTo(2.5);
    // a censoring between does not end the level of one half
    assertThat(
            KaplanMeier.of(new double[] {1, 2, 3, 4}, new boolean[] {true, true, false, true})
                .median())
        .isEqualTo(3);
    assertThat(KaplanMeier.of(time, new boolean[] {true, true, false, false}).median())
        .isEqualTo(2);
    assertThat(KaplanMeier.of(time, new boolean[4]).median()).isNaN();
  }

  /** Products of rounded shares miss one half: (5/6)(4/5)(3/4) and longer ones must not. */
  @Property(seed = "1", tries = 50)
  void oneHalfIsMetExactly(@ForAll @IntRange(min = 1, max = 300) int half) {
    double[] time = new double[2 * half];
    Arrays.setAll(time, i -> i + 1);
    assertThat(KaplanMeier.of(time, all(2 * half)).median()).isEqualTo(half + 0.5);
  }

  @Test
  void limitsStayWithinTheirScales() {
    KaplanMeier curve = KaplanMeier.of(Careers.TREATED, Careers.treatedEvents());
    for (Scale scale : Scale.values()) {
      Bounds[] limits = curve.limits(scale, 0.95);
      for (int i = 0; i < limits.length; i++) {
        assertThat(limits[i].low()).isBetween(0.0, curve.open()[i]);
        assertThat(limits[i].high()).isBetween(curve.open()[i], 1.0);
      }
    }
    Bounds median = curve.medianLimits(0.95);
    assertThat(median.low()).isLessThanOrEqualTo(curve.median());
    // by hand for S = 0.8571, error 0.0764 on the scale ln(-ln S)
    Bounds first = curve.limits(Scale.LOG_LOG, 0.95)[0];
    double log = Math.log(18.0 / 21);
    double spread = 1.959964 * Math.sqrt(3 / (21.0 * 18)) / -log;
    assertThat(first.low()).isCloseTo(Math.exp(log * Math.exp(spread)), within(1e-7));
    assertThat(first.high()).isCloseTo(Math.exp(log * Math.exp(-spread)), within(1e-7));
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> KaplanMeier.of(new double[0], new boolean[0]))
        .hasMessageContaining("time is empty");
  }
}
