package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LogHistogramTest {

  private final LogBins bins = new LogBins(-2, 8);

  @Test
  void binsAreContiguousFromUnderflowToOverflow() {
    assertThat(bins.bins()).isEqualTo(642);
    assertThat(bins.binOf(0)).isZero();
    assertThat(bins.binOf(-0.0)).isZero();
    assertThat(bins.binOf(Math.nextDown(0.25))).isZero();
    assertThat(bins.binOf(0.25)).isEqualTo(1);
    assertThat(bins.binOf(Math.nextDown(256.0))).isEqualTo(640);
    assertThat(bins.binOf(256)).isEqualTo(641);
    assertThat(bins.binOf(Double.POSITIVE_INFINITY)).isEqualTo(641);
    for (int bin = 0; bin < bins.bins(); bin++) {
      assertThat(bins.binOf(bins.valueOf(bin))).isEqualTo(bin);
    }
    assertThat(bins.valueOf(0)).isZero();
    assertThat(bins.valueOf(641)).isEqualTo(256);
    assertThatIllegalArgumentException().isThrownBy(() -> bins.binOf(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> bins.binOf(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> bins.valueOf(642));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogBins(3, 3));
  }

  @Test
  void countsMayLieAnywhereInAFlatArray() {
    long[] flat = new long[3 * bins.bins()];
    int offset = bins.bins();
    for (int i = 1; i <= 100; i++) {
      flat[offset + bins.binOf(i)]++;
    }
    assertThat(bins.count(flat, offset)).isEqualTo(100);
    assertThat(bins.count(flat, 0)).isZero();
    assertThat(bins.quantile(flat, offset, 0.07)).isEqualTo(bins.valueOf(bins.binOf(7)));
    assertThat(bins.quantile(flat, 0, 0.5)).isNaN();
    LogHistogram histogram = new LogHistogram(bins);
    histogram.add(flat, offset);
    assertThat(histogram.count()).isEqualTo(100);
    assertThat(histogram.count(bins.binOf(7))).isEqualTo(1);
    histogram.clear();
    assertThat(histogram.count()).isZero();
    assertThat(histogram.quantile(0.5)).isNaN();
  }

  @Test
  void onlyHistogramsOfOneLayoutMerge() {
    LogHistogram histogram = new LogHistogram(bins);
    LogHistogram other = new LogHistogram(new LogBins(-3, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> histogram.add(other));
    assertThat(histogram.layout()).isEqualTo(bins);
  }
}
