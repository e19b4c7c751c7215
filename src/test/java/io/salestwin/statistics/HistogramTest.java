package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void theWidthFollowsFreedmanAndDiaconisToARoundNumber() {
    // 1000 values 0.0005 … 0.9995: IQR 0.4995, 2 IQR / 10 = 0.0999, nearest round width 0.1
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i + 0.5) / 1000;
    }
    Histogram histogram = Histogram.of(Sample.of(values));
    assertThat(histogram.edges())
        .containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    assertThat(histogram.counts()).containsOnly(100);
  }

  @Test
  void longTailsAreBoundedToSixtyBins() {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = new double[2000];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.exp(2 * random.nextGaussian());
    }
    assertThat(Histogram.of(Sample.of(values)).counts().length).isBetween(10, 60);
  }

  @Test
  void wholeNumbersGetWholeWidths() {
    Histogram histogram = Histogram.of(Sample.of(1, 2, 2, 3, 3, 3, 4));
    assertThat(histogram.edges()).containsExactly(1, 2, 3, 4);
    assertThat(histogram.counts()).containsExactly(1, 2, 4);
  }

  @Test
  void equalValuesGetOneBinAroundThem() {
    Histogram histogram = Histogram.of(Sample.of(200, 200));
    assertThat(histogram.counts()).containsExactly(2);
    assertThat(histogram.edges()).containsExactly(190, 210);
    assertThat(Histogram.of(Sample.of(0)).edges()).containsExactly(-0.5, 0.5);
    assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(Sample.of()));
  }

  @Test
  void edgesAndCountsMustFitAndAreCopied() {
    double[] edges = {0, 1};
    Histogram histogram = new Histogram(edges, new long[] {3});
    edges[0] = 9;
    histogram.counts()[0] = 9;
    assertThat(histogram.edges()).containsExactly(0, 1);
    assertThat(histogram.counts()).containsExactly(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram(new double[] {0, 1}, new long[] {1, 2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram(new double[] {1, 1}, new long[] {1}));
  }
}
