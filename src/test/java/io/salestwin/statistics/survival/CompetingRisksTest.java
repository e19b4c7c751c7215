package io.salestwin.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.survival.CompetingRisks.Status;
import io.salestwin.statistics.survival.LogRank.Weighting;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CompetingRisksTest {

  private static Status[] statuses(Random random, int n) {
    Status[] status = new Status[n];
    for (int i = 0; i < n; i++) {
      status[i] = Status.values()[random.nextInt(3)];
    }
    return status;
  }

  @Property(seed = "1", tries = 60)
  void sharesAddUpToOne(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] time = random.ints(n, 1, 20).asDoubleStream().toArray();
    CompetingRisks risks = CompetingRisks.of(time, statuses(random, n));
    for (double t = 0; t < 22; t += 0.5) {
      assertThat(risks.wonBy(t) + risks.lostBy(t) + risks.openAfter(t)).isCloseTo(1, within(1e-13));
      assertThat(risks.wonBy(t)).isLessThanOrEqualTo(risks.naiveWonBy(t) + 1e-13);
    }
  }

  /** Without open deals the shares are plain shares. */
  @Test
  void withoutOpenDealsTheyArePlainShares() {
    double[] time = {1, 2, 2, 3, 5, 8, 8, 9};
    Status[] status = {
      Status.WON,
      Status.LOST,
      Status.WON,
      Status.LOST,
      Status.WON,
      Status.WON,
      Status.LOST,
      Status.WON
    };
    CompetingRisks risks = CompetingRisks.of(time, status);
    assertThat(risks.wonBy(2)).isCloseTo(2 / 8.0, within(1e-15));
    assertThat(risks.lostBy(4)).isCloseTo(2 / 8.0, within(1e-15));
    assertThat(risks.wonBy(8)).isCloseTo(4 / 8.0, within(1e-15));
    assertThat(risks.wonBy(0.5)).isZero();
    assertThat(risks.openAfter(9)).isZero();
  }

  /** Without lost deals it is 1 - Kaplan-Meier. */
  @Test
  void withoutLostDealsItIsKaplanMeier() {
    boolean[] event = Careers.treatedEvents();
    Status[] status = new Status[event.length];
    for (int i = 0; i < event.length; i++) {
      status[i] = event[i] ? Status.WON : Status.OPEN;
    }
    CompetingRisks risks = CompetingRisks.of(Careers.TREATED, status);
    KaplanMeier curve = KaplanMeier.of(Careers.TREATED, event);
    for (int i = 0; i < curve.time().length; i++) {
      assertThat(risks.wonBy(curve.time()[i])).isCloseTo(1 - curve.open()[i], within(1e-14));
    }
    assertThat(risks.naiveWonBy(23)).isCloseTo(risks.wonBy(23), within(1e-14));
  }

  /** The variance against the spread of 20,000 fixed samples of 80 deals: within 4 %. */
  @Test
  void theVarianceIsTheSpreadOfSamples() {
    Random random = new Random(77);
    int samples = 20_000;
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    for (int s = 0; s < samples; s++) {
      Sample sample = new Sample(random, 80, 0.02);
      CompetingRisks risks = CompetingRisks.of(sample.time, sample.status);
      double share = risks.wonBy(30);
      sum += share / samples;
      squares += share * share / samples;
      claimed += risks.varianceOfWonBy(30) / samples;
    }
    assertThat(claimed / (squares - sum * sum)).isBetween(0.96, 1.04);
  }

  /** Deals that are won and lost at constant hazards, and some still open. */
  private static final class Sample {
    private final double[] time;
    private final Status[] status;

    Sample(Random random, int n, double winning) {
      time = new double[n];
      status = new Status[n];
      for (int i = 0; i < n; i++) {
        double won = -Math.log(random.nextDouble()) / winning;
        double lost = -Math.log(random.nextDouble()) / 0.03;
        double open = 10 + 60 * random.nextDouble();
        time[i] = Math.min(open, Math.min(won, lost));
        status[i] = time[i] == open ? Status.OPEN : time[i] == won ? Status.WON : Status.LOST;
      }
    }
  }

  /** Without lost deals Gray's score is the log-rank test's. */
  @Test
  void withoutLostDealsGraysScoreIsTheLogRankScore() {
    boolean[] event = Careers.events();
    Status[] status = new Status[event.length];
    for (int i = 0; i < event.length; i++) {
      status[i] = event[i] ? Status.WON : Status.OPEN;
    }
    int[] arm = Careers.arms();
    GrayTest gray = GrayTest.of(Careers.times(), status, arm, 2);
    LogRank logRank =
        LogRank.of(Weighting.EVEN, Careers.times(), event, arm, 2, new int[event.length]);
    assertThat(gray.score()[0])
        .isCloseTo(logRank.observed()[0] - logRank.expected()[0], within(1e-12));
    assertThat(gray.statistic()).isCloseTo(logRank.chi2(), within(0.15 * logRank.chi2()));
  }

  @Property(seed = "1", tries = 30)
  void labelsDoNotMatterToGray(@ForAll long seed) {
    Random random = new Random(seed);
    double[] time = random.ints(60, 1, 25).asDoubleStream().toArray();
    Status[] status = statuses(random, 60);
    int[] group = random.ints(60, 0, 3).toArray();
    int[] renamed = Arrays.stream(group).map(g -> (g + 1) % 3).toArray();
    GrayTest one = GrayTest.of(time, status, group, 3);
    GrayTest other = GrayTest.of(time, status, renamed, 3);
    assertThat(Arrays.stream(one.score()).sum()).isCloseTo(0, within(1e-9));
    assertThat(other.statistic()).isCloseTo(one.statistic(), within(1e-8 * (1 + one.statistic())));
    assertThat(one.p()).isBetween(0.0, 1.0);
  }

  /**
   * Two and three like groups, times in whole fives so that many tie: of 2,000 fixed trials about 5
   * % may reject. A right test leaves the band with a chance below 1e-4.
   */
  @Test
  void grayRaisesAsManyFalseAlarmsAsItShould() {
    Random random = new Random(4);
    int trials = 2_000;
    int[] alarms = new int[2];
    for (int trial = 0; trial < trials; trial++) {
      Sample sample = new Sample(random, 150, 0.03);
      double[] time = Arrays.stream(sample.time).map(t -> 5 * Math.ceil(t / 5)).toArray();
      for (int groups = 2; groups <= 3; groups++) {
        int k = groups;
        int[] group = new int[time.length];
        Arrays.setAll(group, i -> i % k);
        alarms[groups - 2] += GrayTest.of(time, sample.status, group, groups).p() <= 0.05 ? 1 : 0;
      }
    }
    double slack = 4 * Math.sqrt(0.05 * 0.95 / trials);
    assertThat(alarms[0] / (double) trials).isCloseTo(0.05, within(slack));
    assertThat(alarms[1] / (double) trials).isCloseTo(0.05, within(slack));
  }

  @Test
  void nothingWonIsUndefined() {
    GrayTest none =
        GrayTest.of(
            new double[] {1, 2}, new Status[] {Status.LOST, Status.OPEN}, new int[] {0, 1}, 2);
    assertThat(none.p()).isNaN();
    assertThat(none.reason()).contains("nothing was won");
    assertThatThrownBy(() -> CompetingRisks.of(new double[0], new Status[0]))
        .hasMessageContaining("time is empty");
  }
}
