package io.salestwin.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentPosteriorTest {

  /** Losses against the integral of what is lost by its density, in steps of a thousandth. */
  @ParameterizedTest
  @CsvSource({"0.4, 0.3, 6", "-1.2, 0.8, 9", "2, 1, 30", "0, 1, 4.5"})
  void lossesAreTheirIntegrals(double gain, double se, double freedom) {
    TDistribution law = new TDistribution(null, freedom);
    double kept = 0;
    double chosen = 0;
    double step = 1e-3;
    for (double t = -400; t < 400; t += step) {
      double truth = gain + se * t;
      kept += Math.max(0, truth) * law.density(t) * step;
      chosen += Math.max(0, -truth) * law.density(t) * step;
    }
    StudentPosterior posterior = new StudentPosterior(gain, se, freedom);
    assertThat(posterior.riskOfControl()).isCloseTo(kept, within(1e-4));
    assertThat(posterior.riskOfTreatment()).isCloseTo(chosen, within(1e-4));
    assertThat(posterior.riskOfControl() - posterior.riskOfTreatment())
        .isCloseTo(gain, within(1e-9));
    assertThat(posterior.chanceToWin())
        .isCloseTo(law.cumulativeProbability(gain / se), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.3", "-1.2, 0.8"})
  void withManyDegreesOfFreedomItIsTheNormalOne(double gain, double se) {
    StudentPosterior posterior = new StudentPosterior(gain, se, Double.POSITIVE_INFINITY);
    GaussianPosterior normal = GaussianPosterior.flat(gain, se, false);
    assertThat(posterior.chanceToWin()).isEqualTo(normal.chanceToWin());
    assertThat(posterior.riskOfControl()).isEqualTo(normal.riskOfControl());
    assertThat(posterior.riskOfTreatment()).isEqualTo(normal.riskOfTreatment());
    StudentPosterior nearly = new StudentPosterior(gain, se, 1e7);
    assertThat(nearly.riskOfControl()).isCloseTo(normal.riskOfControl(), within(1e-6));
  }
}
