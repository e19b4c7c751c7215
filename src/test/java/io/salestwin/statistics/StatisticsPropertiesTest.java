package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class StatisticsPropertiesTest {

  @Property(seed = "1")
  void talliesOfPartsMergeIntoTheTallyOfTheWhole(
      @ForAll @Size(max = 40) List<@DoubleRange(min = -1e6, max = 1e6) @Scale(6) Double> list,
      @ForAll @IntRange(max = 40) int cut) {
    double[] all = array(list);
    int at = Math.min(cut, all.length);
    Tally whole = Tally.of(all);
    Tally merged =
        Tally.of(Arrays.copyOf(all, at)).plus(Tally.of(Arrays.copyOfRange(all, at, all.length)));
    assertThat(merged.n()).isEqualTo(whole.n());
    if (whole.n() > 0) {
      assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-8));
      assertThat(merged.squaredDeviations())
          .isCloseTo(
              whole.squaredDeviations(), within(1e-10 * (1 + whole.squaredDeviations()) + 1e-6));
      assertThat(merged.min()).isEqualTo(whole.min());
      assertThat(merged.max()).isEqualTo(whole.max());
    }
  }

  @Property(seed = "1")
  void aQuantileLiesWithinTheExtremesAndRisesWithItsShare(
      @ForAll @Size(min = 1, max = 40)
          List<@DoubleRange(min = -1e9, max = 1e9) @Scale(6) Double> list,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double p,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double q) {
    Sample sample = Sample.of(array(list));
    assertThat(sample.quantile(p)).isBetween(sample.min(), sample.max());
    assertThat(sample.quantile(Math.min(p, q)))
        .isLessThanOrEqualTo(sample.quantile(Math.max(p, q)));
  }

  @Property(seed = "1")
  void anIntervalOfAProportionShrinksWithTheNumberOfTrialsAndHoldsTheProportion(
      @ForAll @IntRange(min = 1, max = 1000) int n,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double share) {
    long hits = Math.round(share * n);
    Estimate.Value few = Intervals.proportion(hits, n, 0.95).value().orElseThrow();
    Estimate.Value many = Intervals.proportion(4 * hits, 4L * n, 0.95).value().orElseThrow();
    assertThat(few.interval().contains(few.estimate())).isTrue();
    assertThat(many.interval().width()).isLessThan(few.interval().width());
    assertThat(few.interval().low()).isBetween(0.0, few.estimate());
    assertThat(few.interval().high()).isBetween(few.estimate(), 1.0);
  }

  @Property(seed = "1")
  void anIntervalOfAMeanShrinksWhenTheSameValuesComeAgain(
      @ForAll @Size(min = 4, max = 30)
          List<@DoubleRange(min = -1e3, max = 1e3) @Scale(3) Double> list) {
    double[] once = Arrays.copyOf(array(list), list.size() / 2 * 2);
    double[] twice = Arrays.copyOf(once, 2 * once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    Interval wide = Intervals.mean(Pairs.of(once), 0.95).value().orElseThrow().interval();
    Interval narrow = Intervals.mean(Pairs.of(twice), 0.95).value().orElseThrow().interval();
    assertThat(narrow.width()).isLessThanOrEqualTo(wide.width());
  }

  @Property(seed = "1")
  void aHistogramCountsEveryValueOnceBetweenRoundEdges(
      @ForAll @Size(min = 1, max = 60)
          List<@DoubleRange(min = -1e7, max = 1e7) @Scale(4) Double> list) {
    Sample sample = Sample.of(array(list));
    Histogram histogram = Histogram.of(sample);
    double[] edges = histogram.edges();
    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(sample.n());
    assertThat(edges[0]).isLessThanOrEqualTo(sample.min());
    assertThat(edges[edges.length - 1]).isGreaterThanOrEqualTo(sample.max());
    assertThat(histogram.counts().length).isLessThanOrEqualTo(60);
  }

  @Property(seed = "1")
  void theShareBetweenPairsIsAShareInsideItsInterval(
      @ForAll @Size(min = 4, max = 40)
          List<@DoubleRange(min = -1e3, max = 1e3) @Scale(2) Double> list) {
    VarianceComponents.of(Pairs.of(array(list)))
        .shareBetween(0.95)
        .value()
        .ifPresent(
            share -> {
              assertThat(share.estimate()).isBetween(0.0, 1.0);
              assertThat(share.interval().contains(share.estimate())).isTrue();
            });
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
