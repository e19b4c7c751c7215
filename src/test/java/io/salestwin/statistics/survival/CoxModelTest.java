package io.salestwin.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.survival.CoxModel.Ties;
import io.salestwin.statistics.survival.LogRank.Weighting;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoxModelTest {

  private static double[] placebo() {
    return IntStream.of(Careers.arms()).asDoubleStream().toArray();
  }

  /** Breslow: Kalbfleisch and Prentice; both as in R's survival 3.5-3, {@code coxph}. */
  @Test
  void agreesWithThePublishedRemissions() {
    CoxFit breslow =
        CoxModel.fit(Careers.times(), Careers.events(), new double[][] {placebo()}, Ties.BRESLOW);
    assertThat(breslow.coefficients()[0]).isCloseTo(1.509, within(5e-4));
    assertThat(breslow.errors()[0]).isCloseTo(0.410, within(5e-4));
    CoxFit efron =
        CoxModel.fit(Careers.times(), Careers.events(), new double[][] {placebo()}, Ties.EFRON);
    assertThat(efron.coefficients()[0]).isCloseTo(1.572, within(5e-4));
    assertThat(efron.errors()[0]).isCloseTo(0.412, within(5e-4));
  }

  /** Written down from the definition; the fit must be its maximum, its errors its curvature. */
  @ParameterizedTest
  @EnumSource(Ties.class)
  void theFitIsTheMaximumOfThePartialLikelihood(Ties ties) {
    Random random = new Random(21);
    int n = 50;
    double[] time = random.ints(n, 1, 15).asDoubleStream().toArray();
    boolean[] event = new boolean[n];
    double[][] x = new double[2][n];
    for (int i = 0; i < n; i++) {
      event[i] = random.nextInt(4) > 0;
      x[0][i] = i % 2;
      x[1][i] = 1000 + 50 * random.nextGaussian();
    }
    CoxFit fit = CoxModel.fit(time, event, x, ties);
    double[] beta = fit.coefficients();
    double top = logLikelihood(time, event, x, ties, beta);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.logLikelihood()).isCloseTo(top, within(1e-9));
    assertThat(fit.logLikelihood0())
        .isCloseTo(logLikelihood(time, event, x, ties, new double[2]), within(1e-10));
    double[][] curvature = new double[2][2];
    double[] step = {1e-3, 1e-5};
    for (int j = 0; j < 2; j++) {
      for (int k = 0; k < 2; k++) {
        curvature[j][k] = -second(time, event, x, ties, beta, step, j, k);
      }
      double up = logLikelihood(time, event, x, ties, moved(beta, j, step[j]));
      double down = logLikelihood(time, event, x, ties, moved(beta, j, -step[j]));
      assertThat((up - down) / (2 * step[j]) * fit.errors()[j]).isCloseTo(0, within(1e-5));
    }
    double determinant = curvature[0][0] * curvature[1][1] - curvature[0][1] * curvature[1][0];
    assertThat(fit.errors()[0])
        .isCloseTo(Math.sqrt(curvature[1][1] / determinant), Percentage.withPercentage(0.01));
    assertThat(fit.errors()[1])
        .isCloseTo(Math.sqrt(curvature[0][0] / determinant), Percentage.withPercentage(0.01));
    assertThat(fit.wald())
        .isCloseTo(
            beta[0] * beta[0] * curvature[0][0]
                + 2 * beta[0] * beta[1] * curvature[0][1]
                + beta[1] * beta[1] * curvature[1][1],
            Percentage.withPercentage(0.01));
  }

  private static double second(
      double[] time,
      boolean[] event,
      double[][] x,
      Ties ties,
      double[] beta,
      double[] step,
      int j,
      int k) {
    double sum = 0;
    for (int a = -1; a <= 1; a += 2) {
      for (int b = -1; b <= 1; b += 2) {
        double[] at = moved(moved(beta, j, a * step[j]), k, b * step[k]);
        sum += a * b * logLikelihood(time, event, x, ties, at);
      }
    }
    return sum / (4 * step[j] * step[k]);
  }

  private static double[] moved(double[] beta, int index, double by) {
    double[] moved = beta.clone();
    moved[index] += by;
    return moved;
  }

  private static double logLikelihood(
      double[] time, boolean[] event, double[][] x, Ties ties, double[] beta) {
    double sum = 0;
    for (double t : Arrays.stream(time).distinct().toArray()) {
      double risk = 0;
      double tied = 0;
      int d = 0;
      for (int i = 0; i < time.length; i++) {
        double eta = 0;
        for (int j = 0; j < beta.length; j++) {
          eta += beta[j] * (x[j][i] - x[j][0]); // any origin will do
        }
        if (time[i] >= t) {
          risk += Math.exp(eta);
        }
        if (time[i] == t && event[i]) {
          tied += Math.exp(eta);
          sum += eta;
          d++;
        }
      }
      for (int l = 0; l < d; l++) {
        sum -= Math.log(risk - (ties == Ties.EFRON ? tied * l / d : 0));
      }
    }
    return sum;
  }

  /** Without ties the score test of one indicator is the log-rank test. */
  @Test
  void theScoreTestIsTheLogRankTest() {
    double[] time = {4, 7, 9, 10, 12, 15, 18, 21, 25, 30};
    boolean[] event = {true, true, false, true, true, false, true, true, true, false};
    int[] group = {0, 1, 1, 0, 0, 1, 1, 0, 1, 0};
    double[] x = IntStream.of(group).asDoubleStream().toArray();
    CoxFit fit = CoxModel.fit(time, event, new double[][] {x}, Ties.EFRON);
    LogRank logRank = LogRank.of(Weighting.EVEN, time, event, group, 2, new int[10]);
    assertThat(fit.score()).isCloseTo(logRank.chi2(), within(1e-12));
    assertThat(fit.hazardRatio(0)).isCloseTo(Math.exp(fit.coefficients()[0]), within(1e-15));
    assertThat(fit.limits(0, 0.95).low()).isLessThan(fit.hazardRatio(0));
  }

  @Test
  void tinyEffectsKeepTheirLikelihoodRatio() {
    double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] event = new boolean[8];
    Arrays.fill(event, true);
    double[][] x = {{1.0001, -1, 1, -1, -1, 1, -1, 1}};
    CoxFit fit = CoxModel.fit(time, event, x, Ties.EFRON);
    // close to 0 the three statistics are one
    assertThat(fit.likelihoodRatio()).isGreaterThan(0);
    assertThat(fit.likelihoodRatio() / fit.wald()).isBetween(0.8, 1.2);
  }

  @Test
  void anArmWithoutEventsHasNoFiniteRatio() {
    double[] time = {5, 8, 12, 20, 3, 6, 7, 9};
    boolean[] event = {true, true, false, true, false, false, false, false};
    double[][] x = {{0, 0, 0, 0, 1, 1, 1, 1}, {3, 1, 4, 1, 5, 9, 2, 6}};
    CoxFit fit = CoxModel.fit(time, event, x, Ties.EFRON);
    assertThat(fit.converged()).isFalse();
    assertThat(fit.coefficients()[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(fit.coefficients()[1]).isFinite();
    assertThat(fit.p(0)).isNaN();
    assertThat(fit.pOfAll(fit.likelihoodRatio())).isNaN();
    assertThat(fit.reason()).contains("no maximum");
  }

  @Test
  void whatSaysNothingIsUndefined() {
    double[] time = {1, 2, 3};
    boolean[] event = {true, true, true};
    double[] same = {2, 2, 2};
    assertThat(CoxModel.fit(time, event, new double[][] {same}, Ties.EFRON).reason())
        .contains("does not vary");
    assertThat(CoxModel.fit(time, new boolean[3], new double[][] {{1, 2, 3}}, Ties.EFRON).reason())
        .isEqualTo("no event was seen");
    assertThatThrownBy(() -> CoxModel.fit(time, event, new double[0][], Ties.EFRON))
        .hasMessageContaining("at least one covariate");
    assertThatThrownBy(() -> CoxModel.fit(time, event, new double[][] {{1}}, Ties.EFRON))
        .hasMessageContaining("x[0] has 1 values");
  }
}
