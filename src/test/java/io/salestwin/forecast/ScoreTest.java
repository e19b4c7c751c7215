package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final double[] SOME = {3, 1, 4, 1, 5, 9, 2, 6};

  @Test
  void crpsIsWhatItsDefinitionSays() {
    double first = 0;
    double second = 0;
    for (double x : SOME) {
      first += Math.abs(x - 3.5) / 8;
      for (double z : SOME) {
        second += Math.abs(x - z) / 64;
      }
    }
    assertThat(Score.of(Sample.of(SOME), 3.5).crps()).isCloseTo(first - second / 2, within(1e-12));
  }

  /** Gneiting and Raftery 2007: sigma (z (2 Phi - 1) + 2 phi - 1 / sqrt(pi)). */
  @Test
  void crpsOfANormalLaw() {
    double z = 0.7;
    double phi = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    double exact = 10 * (z * (2 * 0.758036347776927 - 1) + 2 * phi - 1 / Math.sqrt(Math.PI));
    assertThat(Score.of(Series.normal(100, 10), 107).crps()).isCloseTo(exact, within(0.02));
  }

  @Test
  void aForecastOfOneNumberIsScoredByItsError() {
    Score score = Score.of(Sample.of(8), 10);
    assertThat(score.crps()).isEqualTo(2);
    assertThat(score.ape()).isEqualTo(0.2);
    assertThat(score.pinball().get(5)).isCloseTo(1.8, within(1e-12));
    assertThat(score.pinball().get(0)).isCloseTo(0.1, within(1e-12));
    assertThat(score.pit()).isEqualTo(1);
    assertThat(score.in90()).isFalse();
  }

  @Test
  void theFloorIsTheMeanAbsoluteDeviationOfAPoissonCount() {
    for (double mean : new double[] {0.4, 3, 41.5, 370}) {
      double chance = Math.exp(-mean);
      double sum = 0;
      for (int k = 0; k < 1000; k++) {
        sum += Math.abs(k - mean) * chance;
        chance *= mean / (k + 1);
      }
      assertThat(Score.floor(mean, 0)).isCloseTo(sum / mean, within(1e-9));
    }
  }

  @Test
  void distributionsAreCombinedByTheirQuantiles() {
    List<Sample> two = List.of(Series.normal(100, 10), Series.normal(200, 30));
    Sample both = Ensemble.weighted(two, List.of(3.0, 1.0));
    assertThat(both.mean()).isCloseTo(125, within(0.01));
    assertThat(both.quantile(0.9)).isCloseTo(125 + 1.2816 * 15, within(0.1));
    assertThat(Ensemble.median(List.of(two.get(0), two.get(0), two.get(1))).mean())
        .isCloseTo(100, within(0.01));
    assertThat(Ensemble.learned(List.of(1.0, 3.0))).containsExactly(0.75, 0.25);
    assertThat(Ensemble.learned(List.of(1.0, Double.NaN))).containsExactly(0.5, 0.5);
  }

  @Test
  void aLineGoesOnAndAConstantStays() {
    double[] line = {10, 12, 14, 16, 18};
    assertThat(Series.forecast(Series.Method.LINE, line, 2).mean()).isCloseTo(42, within(2.0));
    assertThat(Series.forecast(Series.Method.DRIFT, line, 2).mean()).isCloseTo(42, within(0.3));
    double[] flat = {7, 7, 7, 7};
    for (Series.Method method : Series.Method.values()) {
      assertThat(Series.forecast(method, flat, 3).mean()).as(method.name()).isEqualTo(21);
    }
  }
}
