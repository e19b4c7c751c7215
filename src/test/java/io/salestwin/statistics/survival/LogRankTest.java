package io.salestwin.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.survival.LogRank.Weighting;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogRankTest {

  private static LogRank compare(
      Weighting weighting, double[] time, boolean[] event, int[] group, int groups) {
    return LogRank.of(weighting, time, event, group, groups, new int[time.length]);
  }

  /** Kleinbaum and Klein, chapter 2: log-rank 16.79, Wilcoxon (Gehan) 13.46. */
  @Test
  void agreesWithThePublishedRemissions() {
    double[] time = Careers.times();
    LogRank even = compare(Weighting.EVEN, time, Careers.events(), Careers.arms(), 2);
    assertThat(even.observed()).containsExactly(9, 21);
    assertThat(even.expected()).containsExactly(new double[] {19.26, 10.74}, within(0.01));
    assertThat(even.chi2()).isCloseTo(16.79, within(0.005));
    assertThat(compare(Weighting.AT_RISK, time, Careers.events(), Careers.arms(), 2).chi2())
        .isCloseTo(13.46, within(0.005));
  }

  /** Without censoring and ties Gehan's weighted difference counts who closed before whom. */
  @Property(seed = "1", tries = 50)
  void gehanCountsPairs(@ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] time = random.doubles(2L * n).toArray();
    boolean[] event = new boolean[2 * n];
    Arrays.fill(event, true);
    int[] group = IntStream.range(0, 2 * n).map(i -> i % 2).toArray();
    LogRank gehan = compare(Weighting.AT_RISK, time, event, group, 2);
    int sooner = 0;
    for (int i = 0; i < 2 * n; i += 2) {
      for (int j = 1; j < 2 * n; j += 2) {
        sooner += time[i] < time[j] ? 1 : -1;
      }
    }
    assertThat(gehan.observed()[0] - gehan.expected()[0]).isCloseTo(sooner, within(1e-9));
  }

  /** Labels carry no meaning, and neither does the unit of time. */
  @ParameterizedTest
  @EnumSource(Weighting.class)
  void labelsAndUnitsDoNotMatter(Weighting weighting) {
    Random random = new Random(11);
    double[] time = random.ints(60, 1, 25).asDoubleStream().toArray();
    double[] longer = Arrays.stream(time).map(t -> 7 * t).toArray();
    boolean[] event = new boolean[60];
    int[] group = new int[60];
    int[] renamed = new int[60];
    for (int i = 0; i < 60; i++) {
      event[i] = random.nextInt(10) < 7;
      group[i] = random.nextInt(4);
      renamed[i] = (group[i] + 1) % 4;
    }
    LogRank one = compare(weighting, time, event, group, 4);
    LogRank other = compare(weighting, longer, event, renamed, 4);
    assertThat(one.df()).isEqualTo(3);
    assertThat(other.chi2()).isCloseTo(one.chi2(), within(1e-10 * one.chi2()));
    assertThat(other.p()).isCloseTo(one.p(), within(1e-12));
  }

  /** The expected number and variance at one time are those of drawing without replacement. */
  @Test
  void oneTimeIsADrawWithoutReplacement() {
    // 3 of 7 close at once, 4 of the 7 are in group 0: hypergeometric
    double[] time = {1, 1, 1, 2, 2, 2, 2};
    boolean[] event = {true, true, true, false, false, false, false};
    int[] group = {0, 0, 1, 0, 0, 1, 1};
    LogRank even = compare(Weighting.EVEN, time, event, group, 2);
    double[] chance = {1 / 35.0, 12 / 35.0, 18 / 35.0, 4 / 35.0}; // 0 to 3 from group 0
    double mean = 0;
    double square = 0;
    for (int k = 0; k < chance.length; k++) {
      mean += k * chance[k];
      square += k * k * chance[k];
    }
    assertThat(even.expected()[0]).isCloseTo(mean, within(1e-14));
    assertThat(even.covariance()[0][0]).isCloseTo(square - mean * mean, within(1e-14));
  }

  @Test
  void strataAddUp() {
    double[] time = Careers.times();
    boolean[] event = Careers.events();
    int[] arm = Careers.arms();
    int[] stratum = IntStream.range(0, time.length).map(i -> i % 3).toArray();
    LogRank all = LogRank.of(Weighting.STILL_OPEN, time, event, arm, 2, stratum);
    double expected = 0;
    for (int s = 0; s < 3; s++) {
      int each = s;
      int[] members = IntStream.range(0, time.length).filter(i -> stratum[i] == each).toArray();
      double[] t = IntStream.of(members).mapToDouble(i -> time[i]).toArray();
      boolean[] e = new boolean[members.length];
      for (int i = 0; i < e.length; i++) {
        e[i] = event[members[i]];
      }
      int[] g = IntStream.of(members).map(i -> arm[i]).toArray();
      expected += compare(Weighting.STILL_OPEN, t, e, g, 2).expected()[0];
    }
    assertThat(all.expected()[0]).isCloseTo(expected, within(1e-12));
  }

  @Test
  void ratiosOfHazards() {
    LogRank none =
        compare(
            Weighting.EVEN,
            new double[] {5, 8, 3, 6},
            new boolean[] {true, true, false, false},
            new int[] {0, 0, 1, 1},
            2);
    assertThat(none.pikeRatio()).isInfinite();
    assertThat(none.petoRatio()).isGreaterThan(1);
    assertThat(none.z() * none.z()).isCloseTo(none.chi2(), within(1e-13));
  }

  @Test
  void aGroupThatWasNeverOpenAtAnEventIsNotCompared() {
    double[] time = {1, 2, 3, 4, 5, 6};
    boolean[] event = {false, false, true, true, true, true};
    LogRank three = compare(Weighting.EVEN, time, event, new int[] {0, 0, 1, 1, 2, 2}, 3);
    assertThat(three.df()).isEqualTo(1);
  }

  @Test
  void nothingToCompareIsUndefined() {
    double[] time = {1, 2, 3, 4};
    int[] group = {0, 1, 0, 1};
    LogRank none = compare(Weighting.EVEN, time, new boolean[4], group, 2);
    assertThat(none.p()).isNaN();
    assertThat(none.z()).isNaN();
    assertThat(none.reason()).isEqualTo("no event was seen");
    LogRank alone =
        compare(Weighting.EVEN, time, new boolean[] {false, false, false, true}, group, 2);
    assertThat(alone.chi2()).isNaN();
    assertThat(alone.reason()).contains("more than one group");
    assertThatThrownBy(() -> compare(Weighting.EVEN, time, new boolean[3], group, 2))
        .hasMessageContaining("event has 3 values");
    assertThatThrownBy(
            () -> compare(Weighting.EVEN, new double[] {-1}, new boolean[1], new int[1], 2))
        .hasMessageContaining("time[0] is -1.0");
  }
}
