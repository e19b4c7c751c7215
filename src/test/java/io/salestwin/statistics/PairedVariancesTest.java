package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.power.FalseAlarmBand;
import io.salestwin.statistics.special.StudentLaw;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedVariancesTest {

  @Test
  void theEndsAreWhereTheCorrelationOfSumAndDifferenceIsJustSignificant() {
    double[] x = {1.2, 0.4, -0.7, 2.2, 1.9, -1.5, 0.3, 0.9};
    double[] y = {2.1, 0.1, -2.7, 3.0, 4.4, -1.0, -0.8, 2.5};
    Interval interval = PairedVariances.of(x, y).ratio(0.95).value().orElseThrow().interval();
    for (double end : new double[] {interval.low(), interval.high()}) {
      // Pitman's test itself: r of x - c y and x + c y with c² the ratio at the end
      double c = Math.sqrt(end);
      double[] less = new double[x.length];
      double[] more = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        less[i] = x[i] - c * y[i];
        more[i] = x[i] + c * y[i];
      }
      double r = PairedVariances.of(less, more).correlation();
      double t = r * Math.sqrt((x.length - 2) / (1 - r * r));
      assertThat(StudentLaw.twoSided(t, x.length - 2.0)).isCloseTo(0.05, within(1e-10));
    }
  }

  @Test
  void theIntervalHoldsTheRatioAsOftenAsItSays() {
    Random random = new Random(1);
    int studies = 2000;
    int held = 0;
    for (int s = 0; s < studies; s++) {
      double[] x = new double[20];
      double[] y = new double[20];
      for (int i = 0; i < x.length; i++) {
        double both = random.nextGaussian();
        x[i] = both + 0.5 * random.nextGaussian();
        y[i] = both + 1.5 * random.nextGaussian();
      }
      double truth = 1.25 / 3.25;
      held +=
          PairedVariances.of(x, y).ratio(0.95).value().orElseThrow().interval().contains(truth)
              ? 1
              : 0;
    }
    // a right interval leaves the band in one of 10,000 studies
    FalseAlarmBand band = FalseAlarmBand.of(studies, 0.95, 0.9999);
    assertThat((long) held).isBetween(band.low(), band.high());
  }

  @Test
  void withoutSpreadThereIsNoRatio() {
    assertThat(PairedVariances.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).ratio(0.95))
        .isInstanceOf(Estimate.NotComputable.class);
    assertThat(PairedVariances.of(new double[] {1, 2}, new double[] {1, 2}).ratio(0.95))
        .isInstanceOf(Estimate.NotComputable.class);
  }
}
